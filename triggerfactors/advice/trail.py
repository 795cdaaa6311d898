"""Why-trails: from an answer, by a rule, to an item and its sources."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from triggerfactors.advice.views import Point, Reason
from triggerfactors.content import Content
from triggerfactors.content.models import Statement
from triggerfactors.situation import Proposal, Situation, options, question_at
from triggerfactors.situation.proposals import CONFIRM_PLACE

RULES = {
    "aangevinkt": "Je hebt dit aangevinkt.",
    "bevestigd": "Deze zin staat in je tekst en je bevestigde dat dit past.",
    "herkenbaar": "Dit past bij een situatie die je herkende.",
    "beroep": "Dit is de algemene lijn voor je werk.",
    "gebeurtenis": "Dit hoort bij de gebeurtenis.",
    "gebeurtenis-beroep": "Dit hoort bij de gebeurtenis, voor jouw werk.",
    "route": "Dit is de volgorde voor deze situatie en jouw werk.",
    "altijd": "Dit staat er altijd.",
    "eigen-adviespunt": "Dit is het adviespunt van je eigen organisatie of gemeente.",
    "weet-niet": "Je koos ‘weet ik niet’.",
    "niet-ingevuld": "Dit heb je niet ingevuld.",
    "niet-gevraagd": "De korte route vraagt dit niet.",
    "hoort-bij": "Dit hoort bij wat je hebt gekozen.",
}


def answer_words(content: Content, place: str, option_id: str) -> str:
    """The question and the chosen option in words: the first link of a trail."""
    question = question_at(content, place)
    if question is None:
        return option_id
    return f"{question.title} – {options(content, question).get(option_id, option_id)}"


def ticked(
    content: Content, place: str, option_id: str, item: str, sources: Iterable[str] = ()
) -> Reason:
    """The trail of something the professional ticked."""
    return Reason(
        answer=answer_words(content, place, option_id),
        rule=RULES["aangevinkt"],
        item=item,
        sources=tuple(sources),
    )


def from_proposal(proposal: Proposal, item: str) -> Reason:
    """The trail of an event that was proposed and then ticked."""
    if proposal.place == CONFIRM_PLACE:
        words = f"Je schreef: “{proposal.because}”"
        return Reason(answer=words, rule=RULES["bevestigd"], item=item)
    return Reason(answer=f"Je herkende: {proposal.because}", rule=RULES["herkenbaar"], item=item)


def point(statement: Statement, *reasons: Reason, title: str = "") -> Point:
    """A statement with its reasons, and what was ticked where that says more."""
    return Point(
        title=title,
        text=statement.text,
        basis=statement.basis,
        sources=statement.sources,
        reasons=reasons,
    )


def ticked_points(
    content: Content,
    situation: Situation,
    place: str,
    statements: Mapping[str, Statement],
    titles: Mapping[str, str] = MappingProxyType({}),
) -> tuple[Point, ...]:
    """A point for each option ticked at a place, with the statement that goes with it."""
    return tuple(
        point(
            statements[chosen],
            ticked(content, place, chosen, chosen, statements[chosen].sources),
            title=titles.get(chosen, ""),
        )
        for chosen in situation.choices(place)
        if chosen in statements
    )
