"""The question graph: which question can follow which, and what is wrong with it.

The progress, the diagram and the reachability check are all derived from the same questions.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from triggerfactors.content.faults import Fault
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import ENDS, OptionSource, Part, QuestionKind

if TYPE_CHECKING:
    from triggerfactors.content.loading import Content

FILE = "vragen.yaml"
_WITH_OPTIONS = frozenset(
    {QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.OUTCOME, QuestionKind.PLAN}
)


def first_question(questions: Mapping[str, Question]) -> str:
    """The id of the question the route starts with: the first in the file."""
    return next(iter(questions))


def asked_on_route(question: Question) -> bool:
    """Whether a question is asked on the way; those of the overview are asked on the overview."""
    return question.part is not Part.OVERVIEW


def reachable(questions: Mapping[str, Question]) -> frozenset[str]:
    """All places that can be reached from the first question, ends included."""
    found: set[str] = set()
    waiting = [first_question(questions)] if questions else []
    while waiting:
        place = waiting.pop()
        if place in found:
            continue
        found.add(place)
        if place in questions:
            waiting.extend(onward.to for onward in questions[place].next)
    return frozenset(found)


def _has_cycle(questions: Mapping[str, Question]) -> bool:
    visiting: set[str] = set()
    done: set[str] = set()

    def visit(place: str) -> bool:
        if place in visiting:
            return True
        if place in done or place not in questions:
            return False
        visiting.add(place)
        if any(visit(onward.to) for onward in questions[place].next):
            return True
        visiting.discard(place)
        done.add(place)
        return False

    return any(visit(place) for place in questions)


def _question_faults(question: Question, questions: Mapping[str, Question]) -> Iterator[Fault]:
    for index, onward in enumerate(question.next):
        if onward.to not in questions and onward.to not in ENDS:
            yield Fault(
                FILE,
                f"{question.id}.next[{index}].to",
                "onbekend-id",
                f"De vraag '{onward.to}' bestaat niet.",
                "Verbeter het id of voeg de vraag toe.",
            )
    if asked_on_route(question) and (not question.next or question.next[-1].when is not None):
        yield Fault(
            FILE,
            f"{question.id}.next",
            "doodlopend",
            "Na deze vraag kan de route stoppen zonder einde.",
            "Zet als laatste een vervolg zonder voorwaarde.",
        )
    ids = [option.id for option in question.options]
    if len(ids) != len(set(ids)):
        yield Fault(
            FILE,
            f"{question.id}.options",
            "dubbel-id",
            "Een antwoord staat er twee keer.",
            "Haal er een weg.",
        )
    needs_options = question.kind in _WITH_OPTIONS
    if needs_options and not question.options and question.options_from is None:
        yield Fault(
            FILE,
            f"{question.id}.options",
            "leeg",
            "Deze vraag heeft geen antwoorden.",
            "Voeg antwoorden toe.",
        )
    for exclusive in question.exclusive:
        if exclusive not in ids:
            yield Fault(
                FILE,
                f"{question.id}.exclusive",
                "onbekend-id",
                f"Het antwoord '{exclusive}' bestaat niet.",
                "Verbeter het id.",
            )
    if question.options_from is OptionSource.FACTORS and question.level is None:
        yield Fault(
            FILE, f"{question.id}.level", "ontbreekt", "Het niveau ontbreekt.", "Zet er level: bij."
        )
    if question.unknown_follow_up is None and question.kind is not QuestionKind.SUMMARY:
        yield Fault(
            FILE,
            f"{question.id}.unknown_follow_up",
            "ontbreekt",
            "Bij 'weet ik niet' hoort een vraag om verder te komen.",
            "Vul unknown_follow_up in.",
        )


def graph_faults(content: "Content") -> Iterator[Fault]:
    """Unknown targets, dead ends, unreachable questions, circles and questions without answers."""
    questions = content.questions
    if not questions:
        yield Fault(FILE, "", "leeg", "Er zijn geen vragen.", "Zet de vragen terug.")
        return
    for question in questions.values():
        yield from _question_faults(question, questions)
    found = reachable(questions)
    for question in questions.values():
        if asked_on_route(question) and question.id not in found:
            yield Fault(
                FILE,
                question.id,
                "onbereikbaar",
                "Deze vraag is met geen enkel antwoord te bereiken.",
                "Laat een andere vraag hierheen wijzen of haal hem weg.",
            )
    for end in sorted(ENDS - found):
        yield Fault(
            FILE,
            end,
            "onbereikbaar",
            f"Het einde '{end}' is niet te bereiken.",
            "Herstel de route.",
        )
    if _has_cycle(questions):
        yield Fault(
            FILE, "", "kring", "De vragen lopen in een kring.", "Laat de route vooruit gaan."
        )


def mermaid(content: "Content") -> str:
    """The question graph as a Mermaid flowchart."""
    lines = ["flowchart TD"]
    names = {place: place.replace("-", "_") for place in (*content.questions, *sorted(ENDS))}
    for place, name in names.items():
        question = content.questions.get(place)
        if question is None:
            lines.append(f'  {name}(["{place}"])')
        elif asked_on_route(question):
            title = question.title.replace('"', "'")
            lines.append(f'  {name}["{place}<br/>{title}"]')
    for question in content.questions.values():
        for onward in question.next:
            label = f"|{onward.when}|" if onward.when else ""
            lines.append(f"  {names[question.id]} -->{label} {names[onward.to]}")
    return "\n".join(lines) + "\n"
