"""The way through: which question comes now, as a pure function of content and answers.

The route is found by replaying the answers from the first question. Changing one answer keeps
all others; answers that are no longer reached stay, but are not used.
"""

from dataclasses import dataclass

from triggerfactors.content import Content
from triggerfactors.content.graph import asked_on_route, first_question
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import OVERVIEW, STOP, OptionSource, Part, QuestionKind
from triggerfactors.situation.answers import (
    Given,
    Situation,
    SkippedAnswer,
    UnknownAnswer,
    event_place,
)
from triggerfactors.situation.conditions import CONDITIONS


@dataclass(frozen=True)
class Visit:
    """One screen on the way: a question, for an event-question also which event."""

    place: str
    question: Question
    factor_id: str | None = None


@dataclass(frozen=True)
class Walk:
    """The screens from the first question to the end that these answers lead to."""

    visits: tuple[Visit, ...]
    end: str

    def index(self, place: str) -> int | None:
        """The number of the screen with this place, from 0, or ``None`` if it is not reached."""
        return next((i for i, visit in enumerate(self.visits) if visit.place == place), None)


@dataclass(frozen=True)
class Progress:
    """Where one is: the part of the way, and how many questions are still open."""

    part: Part
    part_number: int
    parts: int
    open_questions: int


def chosen_events(content: Content, situation: Situation) -> tuple[str, ...]:
    """Factor ids of the events ticked, in the order of the model."""
    chosen = {
        factor_id
        for question in content.questions.values()
        if question.options_from is OptionSource.FACTORS
        for factor_id in situation.choices(question.id)
    }
    return tuple(factor_id for factor_id in content.factors if factor_id in chosen)


def _visits(content: Content, situation: Situation, question: Question) -> tuple[Visit, ...]:
    if question.kind is not QuestionKind.EVENT:
        return (Visit(question.id, question),)
    return tuple(
        Visit(event_place(factor_id), question, factor_id)
        for factor_id in chosen_events(content, situation)
    )


def walk(content: Content, situation: Situation) -> Walk:
    """Replay the answers from the first question to an end.

    A condition on a question that has no answer yet counts as not met.
    """
    visits: list[Visit] = []
    place = first_question(content.questions)
    while place in content.questions:
        question = content.questions[place]
        visits.extend(_visits(content, situation, question))
        place = next(
            onward.to
            for onward in question.next
            if onward.when is None or CONDITIONS[onward.when](content, situation)
        )
    return Walk(tuple(visits), place)


def current(content: Content, situation: Situation) -> Visit | str:
    """The first screen without an answer, or the end (``overzicht`` or ``stop``).

    A required question that was skipped counts as not answered.
    """
    way = walk(content, situation)
    for visit in way.visits:
        answer = situation.answer(visit.place)
        if answer is None or (visit.question.required and isinstance(answer, SkippedAnswer)):
            return visit
    return way.end


def stopped(content: Content, situation: Situation) -> bool:
    """Whether the route stops because of acute danger."""
    return walk(content, situation).end == STOP


def used(content: Content, situation: Situation) -> Situation:
    """Only the answers the route reaches, and those given on the overview."""
    reached = {visit.place for visit in walk(content, situation).visits}
    reached |= {q.id for q in content.questions.values() if not asked_on_route(q)}
    return Situation(answers=tuple(g for g in situation.answers if g.place in reached))


def missing(content: Content, situation: Situation) -> tuple[Visit, ...]:
    """Screens on the way that were skipped or not reached yet."""
    return tuple(
        visit
        for visit in walk(content, situation).visits
        if isinstance(situation.answer(visit.place), SkippedAnswer | None)
    )


def unknown(content: Content, situation: Situation) -> tuple[Visit, ...]:
    """Screens on the way answered with "weet ik niet"."""
    return tuple(
        visit
        for visit in walk(content, situation).visits
        if isinstance(situation.answer(visit.place), UnknownAnswer)
    )


def progress(content: Content, situation: Situation, place: str) -> Progress:
    """Progress at a screen, derived from the graph and the answers so far."""
    way = walk(content, situation)
    parts = tuple(dict.fromkeys([*(visit.question.part for visit in way.visits), Part.OVERVIEW]))
    at = next((visit.question.part for visit in way.visits if visit.place == place), Part.OVERVIEW)
    still_open = sum(situation.answer(visit.place) is None for visit in way.visits)
    return Progress(at, parts.index(at) + 1, len(parts), still_open)


def neighbours(content: Content, situation: Situation, place: str) -> tuple[str | None, str]:
    """The screen before (``None`` at the first) and after a place; after the last comes the end."""
    way = walk(content, situation)
    at = way.index(place)
    if at is None:
        return None, way.end
    before = way.visits[at - 1].place if at else None
    after = way.visits[at + 1].place if at + 1 < len(way.visits) else way.end
    return before, after


def end_is_overview(content: Content, situation: Situation) -> bool:
    """Whether these answers lead to the overview."""
    return walk(content, situation).end == OVERVIEW


def given_on_route(content: Content, situation: Situation) -> tuple[tuple[Visit, Given], ...]:
    """Every screen that has an answer, in order: the review list."""
    answers = {given.place: given for given in situation.answers}
    return tuple(
        (visit, answers[visit.place])
        for visit in walk(content, situation).visits
        if visit.place in answers
    )
