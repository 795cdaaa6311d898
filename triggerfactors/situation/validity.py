"""Whether an answer fits the question: used for what a browser sends and what a file holds."""

from collections.abc import Mapping
from typing import Any

from triggerfactors.content import Content
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import OptionSource, QuestionKind
from triggerfactors.situation.answers import (
    EVENT_QUESTION,
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

_FITTING: Mapping[QuestionKind, type[Any]] = {
    QuestionKind.CHOICE: ChoiceAnswer,
    QuestionKind.CHOICES: ChoicesAnswer,
    QuestionKind.FACTS: FactsAnswer,
    QuestionKind.TEXT: TextAnswer,
    QuestionKind.CONFIRM: ConfirmAnswer,
    QuestionKind.EVENT: EventAnswer,
    QuestionKind.SUMMARY: ReadAnswer,
    QuestionKind.APPOINTMENT: AppointmentAnswer,
    QuestionKind.OUTCOME: OutcomeAnswer,
    QuestionKind.PLAN: PlanAnswer,
}


def options(content: Content, question: Question) -> Mapping[str, str]:
    """The options of a question as id → label, own ones or from a content list."""
    if question.options_from is None:
        return {option.id: option.label for option in question.options}
    if question.options_from is OptionSource.PROFESSIONS:
        return {item.id: item.name for item in content.professions.values()}
    if question.options_from is OptionSource.FACTORS:
        factors = (f for f in content.factors.values() if f.level is question.level)
        return {factor.id: factor.event_label for factor in factors}
    lists: Mapping[OptionSource, Mapping[str, Any]] = {
        OptionSource.RECOGNISABLE: content.recognisable,
        OptionSource.PROTECTIVE: content.protective,
        OptionSource.COUNTERSIGNS: content.countersigns,
        OptionSource.EXPLANATIONS: content.explanations,
        OptionSource.MOTIVES: content.motives,
        OptionSource.NEEDS: content.needs,
        OptionSource.OUTCOMES: content.outcomes,
        OptionSource.JOINING: content.joining,
    }
    return {str(item.id): item.label for item in lists[question.options_from].values()}


def question_at(content: Content, place: str) -> Question | None:
    """The question at a place, or ``None`` when there is no such place."""
    name, _, factor_id = place.partition(":")
    question = content.questions.get(name)
    if question is None or (name == EVENT_QUESTION) != bool(factor_id):
        return None
    return None if factor_id and factor_id not in content.factors else question


def fits(content: Content, place: str, answer: Answer) -> bool:
    """Whether the answer is of the right kind and names only options that exist."""
    question = question_at(content, place)
    if question is None:
        return False
    if isinstance(answer, SkippedAnswer | UnknownAnswer):
        # A role is not something one does not know, and a summary is only read.
        return not (question.required and isinstance(answer, SkippedAnswer))
    if not isinstance(answer, _FITTING[question.kind]):
        return False
    known = options(content, question) if question.kind in _CHOOSING else {}
    if isinstance(answer, ChoiceAnswer | OutcomeAnswer):
        return answer.value in known
    if isinstance(answer, ChoicesAnswer):
        chosen = answer.values
        alone = not set(chosen) & set(question.exclusive) or len(chosen) == 1
        return set(chosen) <= set(known) and len(set(chosen)) == len(chosen) and alone
    if isinstance(answer, PlanAnswer):
        return set(answer.joining) <= set(known) and len(set(answer.joining)) == len(answer.joining)
    if isinstance(answer, ConfirmAnswer):
        decided = [decision.factor_id for decision in answer.decisions]
        return set(decided) <= set(content.factors) and len(set(decided)) == len(decided)
    return True


_CHOOSING = frozenset(
    {QuestionKind.CHOICE, QuestionKind.CHOICES, QuestionKind.OUTCOME, QuestionKind.PLAN}
)


def usable(content: Content, situation: Situation) -> tuple[Situation, tuple[str, ...]]:
    """The situation with only answers that fit this content, and the places left out.

    A file made with an older content may name options that are gone.
    """
    good = tuple(g for g in situation.answers if fits(content, g.place, g.answer))
    left_out = tuple(g.place for g in situation.answers if g not in good)
    return Situation(answers=good), left_out
