"""A fictional case as answers, as if someone in a given job had walked the route with it."""

from triggerfactors.content import Content
from triggerfactors.content.cases import Case, Certainty
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import Level, OptionSource, ProfessionId, QuestionKind
from triggerfactors.situation.answers import (
    Answer,
    ChoiceAnswer,
    ChoicesAnswer,
    Fact,
    FactsAnswer,
    FactSource,
    ReadAnswer,
    Situation,
    UnknownAnswer,
)
from triggerfactors.situation.flow import Visit, current


def _events(content: Content, case: Case, layers: int, level: Level | None) -> tuple[str, ...]:
    late = {
        one.factor
        for one in case.factors
        if one.certainty is Certainty.AFTER_LAYER
        and any(one.evidence in layer.text for layer in case.layers[:layers])
    }
    told = {*case.with_certainty(Certainty.CERTAIN), *late}
    return tuple(
        factor.id
        for factor in content.factors.values()
        if factor.id in told and (level is None or factor.level is level)
    )


def _choices(content: Content, case: Case, layers: int, question: Question) -> tuple[str, ...]:
    match question.options_from:
        case OptionSource.FACTORS:
            return _events(content, case, layers, question.level)
        case OptionSource.PROTECTIVE:
            return tuple(one.protective for one in case.protective)
        case OptionSource.EXPLANATIONS:
            return tuple(one.explanation for one in case.explanations)
        case OptionSource.COUNTERSIGNS:
            return case.countersigns
        case OptionSource.NEEDS:
            return case.needs
    if question.id == "veiligheid":
        added = (one for layer in case.layers[:layers] for one in layer.safety)
        return tuple(dict.fromkeys((*case.safety, *added)))
    return ()


def _answer(
    content: Content, case: Case, job: ProfessionId, layers: int, danger: bool, visit: Visit
) -> Answer:
    question = visit.question
    chosen = {"rol": job, "acuut": "ja" if danger else "nee", "leeftijd": case.age}
    if question.id in chosen:
        return ChoiceAnswer(value=chosen[question.id])
    if question.kind is QuestionKind.FACTS:
        texts = (*case.story, *(layer.text for layer in case.layers[:layers]))
        return FactsAnswer(facts=tuple(Fact(text=text, source=FactSource.OTHER) for text in texts))
    if question.kind is QuestionKind.CHOICES:
        values = _choices(content, case, layers, question)
        return ChoicesAnswer(values=values) if values else UnknownAnswer()
    return ReadAnswer() if question.kind is QuestionKind.SUMMARY else UnknownAnswer()


def case_answers(
    content: Content,
    case: Case,
    job: ProfessionId,
    layers: int = 0,
    danger: bool = False,
) -> Situation:
    """The answers that a case gives when someone in this job walks the route with it.

    Certain events are ticked, and those told by the first ``layers`` layers. What the case does
    not tell is answered with "weet ik niet". ``danger`` answers yes to the acute question, which
    ends the route at the stop card.
    """
    situation = Situation()
    while isinstance(visit := current(content, situation), Visit):
        answer = _answer(content, case, job, layers, danger, visit)
        situation = situation.with_answer(visit.place, answer)
    return situation
