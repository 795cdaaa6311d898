"""What can be wrong with a case file, each with a clear word and what to do next."""

from dataclasses import dataclass
from enum import StrEnum


class Problem(StrEnum):
    """Kinds of files that cannot be used."""

    TOO_LARGE = "te-groot"
    NOT_TEXT = "geen-tekst"
    FOREIGN = "ander-bestand"
    CUT = "afgebroken"
    DAMAGED = "beschadigd"
    CHANGED = "veranderd"
    NEWER = "nieuwer"
    TOO_DEEP = "te-diep"


MESSAGES: dict[Problem, str] = {
    Problem.TOO_LARGE: "Dit bestand is te groot voor een bewaarbestand van Triggerwijzer.",
    Problem.NOT_TEXT: "Dit bestand is geen tekst die we kunnen lezen.",
    Problem.FOREIGN: "Dit is geen bewaarbestand van Triggerwijzer.",
    Problem.CUT: "Een deel van dit bestand ontbreekt. Misschien is het opslaan niet gelukt.",
    Problem.DAMAGED: "De inhoud van dit bestand is niet te lezen.",
    Problem.CHANGED: "Dit bestand is veranderd nadat het is gemaakt. We gebruiken het daarom niet.",
    Problem.NEWER: "Dit bestand is gemaakt met een nieuwere versie van Triggerwijzer.",
    Problem.TOO_DEEP: "De inhoud van dit bestand is niet te lezen.",
}

REMEDIES: dict[Problem, str] = {
    Problem.TOO_LARGE: "Kies het bestand dat je hier zelf hebt opgeslagen.",
    Problem.NOT_TEXT: "Kies het bestand dat eindigt op .html en dat je hier hebt opgeslagen.",
    Problem.FOREIGN: "Kies het bestand dat eindigt op .html en dat je hier hebt opgeslagen.",
    Problem.CUT: "Zoek een andere kopie van het bestand, of begin opnieuw.",
    Problem.DAMAGED: "Zoek een andere kopie van het bestand, of begin opnieuw.",
    Problem.CHANGED: "Zoek het bestand zoals je het hebt opgeslagen. Je kunt dit wel gewoon lezen.",
    Problem.NEWER: "Vraag je beheerder om de nieuwste versie, of open het waar je het maakte.",
    Problem.TOO_DEEP: "Kies het bestand dat je hier zelf hebt opgeslagen.",
}

KEPT = "Wat je al had ingevuld, is er nog."


@dataclass(frozen=True)
class CaseFileError(Exception):
    """A file that cannot be used; the running situation stays as it is."""

    problem: Problem

    def __str__(self) -> str:
        """What is wrong, what to do, and that nothing is lost."""
        return f"{MESSAGES[self.problem]} {REMEDIES[self.problem]} {KEPT}"
