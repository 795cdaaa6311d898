"""Answers written by hand (YAML or JSON) into a :class:`Situation`.

Used by the command line and by the fictional cases: one line per question, with ids from the
content. ``weet-niet`` and ``overslaan`` are possible everywhere.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import QuestionKind
from triggerfactors.situation.answers import (
    Answer,
    AppointmentAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    ConfirmAnswer,
    EventAnswer,
    FactsAnswer,
    OutcomeAnswer,
    PlanAnswer,
    ReadAnswer,
    Situation,
    SkippedAnswer,
    TextAnswer,
    UnknownAnswer,
)
from triggerfactors.situation.validity import fits, options, question_at

UNKNOWN = "weet-niet"
SKIPPED = "overslaan"


class PlainError(ValueError):
    """Answers that cannot be read; ``messages`` names every one, in Dutch."""

    def __init__(self, messages: tuple[str, ...]) -> None:
        """Hold all messages."""
        super().__init__("\n".join(messages))
        self.messages = messages


def _answer(kind: QuestionKind, value: Any) -> Answer:
    if value == UNKNOWN:
        return UnknownAnswer()
    if value == SKIPPED:
        return SkippedAnswer()
    match kind:
        case QuestionKind.CHOICE:
            return ChoiceAnswer(value=value)
        case QuestionKind.CHOICES:
            extra = value if isinstance(value, Mapping) else {"values": value}
            return ChoicesAnswer(**extra)
        case QuestionKind.FACTS:
            facts = [fact if isinstance(fact, Mapping) else {"text": fact} for fact in value]
            return FactsAnswer(facts=facts)
        case QuestionKind.TEXT:
            return TextAnswer(text=value)
        case QuestionKind.CONFIRM:
            return ConfirmAnswer(decisions=value)
        case QuestionKind.EVENT:
            return EventAnswer(**value)
        case QuestionKind.APPOINTMENT:
            return AppointmentAnswer(**value)
        case QuestionKind.PLAN:
            return PlanAnswer(**value)
        case QuestionKind.OUTCOME:
            return OutcomeAnswer(**(value if isinstance(value, Mapping) else {"value": value}))
        case QuestionKind.SUMMARY:
            return ReadAnswer()


def from_plain(content: Content, plain: Any) -> Situation:
    """The situation that the plain answers describe.

    Takes a mapping of place → value. Raises :class:`PlainError` with every answer that names no
    question, has the wrong form or chooses something that does not exist.
    """
    if not isinstance(plain, Mapping):
        raise PlainError(("Het bestand hoort per vraag een antwoord te hebben.",))
    messages: list[str] = []
    situation = Situation()
    for place, value in plain.items():
        question = question_at(content, str(place))
        if question is None:
            messages.append(f"{place}: deze vraag bestaat niet.")
            continue
        try:
            answer = _answer(question.kind, value)
            fitting = fits(content, str(place), answer)
        except (ValidationError, TypeError, ValueError):
            messages.append(f"{place}: dit antwoord heeft niet de goede vorm.")
            continue
        if not fitting:
            known = ", ".join(options(content, question)) or "zie de vraag"
            messages.append(f"{place}: dit antwoord past niet. Mogelijk: {known}.")
            continue
        situation = situation.with_answer(str(place), answer)
    if messages:
        raise PlainError(tuple(messages))
    return situation
