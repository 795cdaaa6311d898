"""Faults in the rules and sentences of ``data/herkenning/``, in Dutch, for editors.

Besides broken files it tries every recognition sentence and every counter-sentence, so an editor
sees at once what a changed word does.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

from triggerfactors.content.faults import Fault, Severity
from triggerfactors.content.vocabulary import FactorId
from triggerfactors.recognition import keeping
from triggerfactors.recognition.phrases import parse_all, words_in
from triggerfactors.recognition.recognising import recognise
from triggerfactors.recognition.rulefiles import RULES, Problem, Source, first_names, source
from triggerfactors.recognition.rules import RulesError, compile_rules
from triggerfactors.recognition.words import fold, known

FEWEST_RECOGNISE = 60
FEWEST_COUNTER = 20
_FOLDER = "herkenning"
_MEND = "Verbeter dit in het genoemde bestand en draai de controle opnieuw."
# Concepts that say what is radical: no faith, origin, gender or political side may stand there.
_COLOURED = "radica"
_PEOPLE = frozenset(["man", "mannen", "vrouw", "vrouwen", "jongen", "meisje", "meisjes", "jongens"])


def _fault(problem: Problem) -> Fault:
    file = f"{_FOLDER}/{problem.file}"
    return Fault(file, problem.path, "herkenning-regel", problem.message, _MEND)


def _factor_faults(found: Source) -> Iterator[Fault]:
    known = frozenset(get_args(FactorId))
    named = {pattern.factor: f"patronen/{pattern.factor}.yaml" for pattern in found.patterns}
    for factor in found.sentences:
        named.setdefault(factor, f"zinnen/{factor}.yaml")
    for factor in sorted(named.keys() - known):
        message = f"De gebeurtenis ‘{factor}’ bestaat niet."
        yield _fault(Problem(named[factor], "factor", message))
    for factor in sorted(known - {pattern.factor for pattern in found.patterns}):
        yield _fault(Problem("patronen", factor, "Deze gebeurtenis heeft geen patronen."))
    for factor in sorted(known & found.sentences.keys()):
        recognised, counter = found.sentences[factor]
        for kind, sentences, fewest in (
            ("recognise", recognised, FEWEST_RECOGNISE),
            ("counter", counter, FEWEST_COUNTER),
        ):
            if len(sentences) < fewest:
                message = f"Hier staan {len(sentences)} zinnen; {fewest} is het minste."
                file = f"{_FOLDER}/zinnen/{factor}.yaml"
                yield Fault(
                    file,
                    kind,
                    "herkenning-aantal",
                    message,
                    "Schrijf er zinnen bij.",
                    Severity.WARNING,
                )


def _equality_faults(found: Source, names: frozenset[str]) -> Iterator[Fault]:
    masked = {fold(str(w)) for words in (found.masks.get("words") or {}).values() for w in words}
    for name, (phrases, _) in found.concepts.items():
        if _COLOURED not in name:
            continue
        words = {
            word.strip("-")
            for phrase in parse_all(phrases)
            for word in words_in(phrase)
            if len(word.strip("-")) > 2
        }
        for word in sorted(words):
            plain = fold(word)
            if plain in masked or word.startswith("~") or plain in _PEOPLE or _named(plain, names):
                message = (
                    f"Het woord ‘{word}’ wijst een groep of naam aan en mag niet in ‘{name}’ staan."
                )
                yield Fault(
                    f"{_FOLDER}/{found.places.get(name, 'begrippen')}",
                    name,
                    "herkenning-gelijk",
                    message,
                    "Beschrijf wat iemand doet of wil, niet wie iemand is.",
                )


def _named(word: str, names: frozenset[str]) -> bool:
    # Many names are ordinary words too; those say nothing about a person.
    return word in names and not known(word)


def _sentence_faults(found: Source, names: frozenset[str]) -> Iterator[Fault]:
    kept = keeping.read(keeping.fingerprint(found.root, names))
    rules = kept or compile_rules(found, names)
    for factor, (recognised, counter) in found.sentences.items():
        file = f"{_FOLDER}/zinnen/{factor}.yaml"
        for number, sentence in enumerate(recognised, start=1):
            result = recognise(rules, sentence)
            if all(proposal.factor_id != factor for proposal in result.proposals):
                why = next((d.reason for d in result.denied if d.factor_id == factor), None)
                reason = f" De app leest: {why}." if why else ""
                yield Fault(
                    file,
                    f"recognise[{number}]",
                    "herkenning-gemist",
                    f"Deze zin wordt niet herkend: ‘{sentence}’{reason}",
                    "Voeg een woord toe aan een begrip of een patroon.",
                )
        for number, sentence in enumerate(counter, start=1):
            for proposal in recognise(rules, sentence).proposals:
                if proposal.factor_id == factor:
                    words = ", ".join(proposal.words)
                    yield Fault(
                        file,
                        f"counter[{number}]",
                        "herkenning-te-veel",
                        f"Deze zin wordt ten onrechte herkend: ‘{sentence}’ "
                        f"(regel {proposal.rule}, op: {words}).",
                        "Voeg een tegenwoord toe bij ‘unless’ van die regel.",
                    )


def faults(root: Path = RULES, names: Path | None = None) -> tuple[Fault, ...]:
    """Every fault in the rules below ``root``; never raises for a fault in the files."""
    found = source(root)
    listed = names or root.parent / "voornamen.txt"
    known = first_names(listed) if listed.exists() else frozenset()
    gathered = [_fault(problem) for problem in found.problems]
    gathered += _factor_faults(found)
    if not found.problems:
        gathered += _equality_faults(found, known)
        try:
            gathered += _sentence_faults(found, known)
        except RulesError as error:
            gathered += [_fault(problem) for problem in error.problems]
    return tuple(sorted(gathered))


def counts(root: Path = RULES) -> Mapping[str, tuple[int, int]]:
    """Per event how many recognition sentences and counter-sentences there are."""
    return {factor: (len(a), len(b)) for factor, (a, b) in source(root).sentences.items()}
