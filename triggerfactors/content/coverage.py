"""Coverage: is there advice for every event, job and step, from both sides, and said once?"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triggerfactors.content.faults import Fault
from triggerfactors.content.loading import Content
from triggerfactors.content.models import Action, Actions, Factor, Profession
from triggerfactors.content.vocabulary import Side, Step
from triggerfactors.content.walking import file_of, places


@dataclass(frozen=True)
class Cell:
    """One cell of the coverage table: what advice there is for event × job × step."""

    factor_id: str
    profession_id: str
    step: Step
    specific: int
    event: int
    job: int

    @property
    def filled(self) -> bool:
        """Whether there is any advice at all."""
        return bool(self.specific + self.event + self.job)


def actions_for(
    factor: Factor, profession: Profession, step: Step
) -> tuple[tuple[Action, ...], tuple[Action, ...], tuple[Action, ...]]:
    """Advice for a cell in three layers: this job at this event, this event, this job."""
    own = factor.actions.per_job.get(profession.id, Actions())
    return own.of(step), factor.actions.general.of(step), profession.general.of(step)


def coverage(content: Content) -> tuple[Cell, ...]:
    """The coverage table, one cell for each event × job × step."""
    return tuple(
        Cell(factor.id, job.id, step, *map(len, actions_for(factor, job, step)))
        for factor in content.factors.values()
        for job in content.professions.values()
        for step in Step
    )


def empty_cells(content: Content) -> Iterator[Fault]:
    """Cells without any advice, and follow-ups that only limit or only support."""
    for cell in coverage(content):
        file = file_of("factors", cell.factor_id)
        place = f"actions.per_job.{cell.profession_id}.{cell.step}"
        if not cell.filled:
            yield Fault(
                file,
                place,
                "lege-cel",
                "Hier is geen enkel advies.",
                "Vul deze cel of de algemene lijn van het beroep.",
            )
    for factor in content.factors.values():
        for job in content.professions.values():
            layers = actions_for(factor, job, Step.FOLLOW_UP)
            sides = {action.side for layer in layers for action in layer}
            for side in Side:
                if side not in sides:
                    yield Fault(
                        file_of("factors", factor.id),
                        f"actions.per_job.{job.id}.follow_up",
                        "een-kant",
                        f"Er is geen vervolgstap om te {side.value}.",
                        "Voeg er een toe: begrenzen en ondersteunen horen samen.",
                    )


def missing_sides(content: Content) -> Iterator[Fault]:
    """Follow-ups that do not say which side they serve."""
    for file, owner, _, path, value in places(content):
        if isinstance(value, Action) and "follow_up" in path and value.side is None:
            yield Fault(
                file,
                f"{owner}.{path}",
                "kant-ontbreekt",
                "Deze vervolgstap zegt niet of hij begrenst of ondersteunt.",
                "Zet er side: begrenzen of side: ondersteunen bij.",
            )


def repeated_advice(content: Content) -> Iterator[Fault]:
    """Advice that stands in two places in the same words."""
    seen: dict[str, str] = {}
    for file, owner, _, path, value in places(content):
        if not isinstance(value, Action):
            continue
        words = " ".join(re.findall(r"\w+", value.text.casefold()))
        place = f"{owner}.{path}"
        if words in seen:
            yield Fault(
                file,
                place,
                "herhaling",
                f"Dit advies staat ook bij {seen[words]}.",
                "Laat de algemene zin een keer staan en schrijf hier alleen wat eigen is.",
            )
        seen.setdefault(words, place)
