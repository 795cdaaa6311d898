"""Any answer anyone could give, for property tests."""

from datetime import date

from hypothesis import strategies as st

from triggerfactors.content import Content
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import QuestionKind
from triggerfactors.situation import Answer, Situation, Visit, current, options, walk
from triggerfactors.situation.answers import (
    AppointmentAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    ConfirmAnswer,
    Decision,
    EventAnswer,
    EventEffect,
    EventKnown,
    EventWhen,
    Fact,
    FactsAnswer,
    FactSource,
    Moment,
    OutcomeAnswer,
    PlanAnswer,
    ReadAnswer,
    SkippedAnswer,
    TextAnswer,
    UnknownAnswer,
    Verdict,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def answers(content: Content, question: Question) -> st.SearchStrategy[Answer]:
    """Every answer that fits a question."""
    ids = list(options(content, question))
    kinds: dict[QuestionKind, st.SearchStrategy[Answer]] = {
        QuestionKind.CHOICE: st.builds(ChoiceAnswer, value=st.sampled_from(ids or ["x"])),
        QuestionKind.CHOICES: st.builds(
            ChoicesAnswer,
            values=st.lists(
                st.sampled_from([i for i in ids if i not in question.exclusive] or ["x"]),
                unique=True,
                max_size=5,
            ).map(tuple)
            if ids
            else st.just(()),
            note=WORDS,
        ),
        QuestionKind.FACTS: st.builds(
            FactsAnswer,
            facts=st.lists(
                st.builds(Fact, text=WORDS, source=st.sampled_from(FactSource), when=WORDS),
                max_size=4,
            ).map(tuple),
        ),
        QuestionKind.TEXT: st.builds(TextAnswer, text=WORDS),
        QuestionKind.EVENT: st.builds(
            EventAnswer,
            when=st.sampled_from(EventWhen),
            known=st.sampled_from(EventKnown),
            effect=st.sampled_from(EventEffect),
        ),
        QuestionKind.CONFIRM: st.builds(
            ConfirmAnswer,
            decisions=st.lists(
                st.builds(
                    Decision,
                    factor_id=st.sampled_from(list(content.factors)),
                    verdict=st.sampled_from(Verdict),
                    sentence=WORDS,
                ),
                unique_by=lambda decision: decision.factor_id,
                max_size=4,
            ).map(tuple),
        ),
        QuestionKind.SUMMARY: st.just(ReadAnswer()),
        QuestionKind.APPOINTMENT: st.builds(
            AppointmentAnswer,
            what=WORDS,
            who=WORDS,
            day=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
            moment=st.none() | st.sampled_from(Moment),
        ),
        QuestionKind.PLAN: st.builds(
            PlanAnswer,
            limit=WORDS,
            support=WORDS,
            joining=st.lists(st.sampled_from(ids or ["x"]), unique=True, max_size=4).map(tuple),
        ),
        QuestionKind.OUTCOME: st.builds(
            OutcomeAnswer, value=st.sampled_from(ids or ["x"]), reason=WORDS
        ),
    }
    always = [st.just(UnknownAnswer())]
    if not question.required:
        always.append(st.just(SkippedAnswer()))
    return st.one_of(kinds[question.kind], *always)


@st.composite
def situations(draw: st.DrawFn, content: Content, max_steps: int = 60) -> Situation:
    """A person walking the route, now and then changing an earlier answer, stopping anywhere."""
    situation = Situation()
    for _ in range(draw(st.integers(0, max_steps))):
        visit = current(content, situation)
        seen = walk(content, situation).visits
        if isinstance(visit, str) or draw(st.integers(0, 5)) == 0:
            visit = draw(st.sampled_from(seen))
        assert isinstance(visit, Visit)
        situation = situation.with_answer(visit.place, draw(answers(content, visit.question)))
    for question_id in ("eerste-stap", "plan", "uitkomst"):
        if draw(st.booleans()):
            question = content.questions[question_id]
            situation = situation.with_answer(question_id, draw(answers(content, question)))
    return situation
