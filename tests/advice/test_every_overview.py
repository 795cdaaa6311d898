"""What every overview holds, whatever was answered (needs in praktijk.md §1.3)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.situation.strategies import situations
from triggerfactors.advice import overview
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side, Step
from triggerfactors.situation import Situation, from_plain, stopped

SHORT = {"rol": "ondersteunend", "acuut": "nee", "gezien": ["Zat alleen."], "veiligheid": ["geen"]}


@pytest.mark.parametrize("job", ["onderwijs", "ondersteunend", "politie"])
def test_two_other_explanations_are_always_in_view(content: Content, job: str) -> None:
    @given(situations(content))
    @settings(max_examples=40, deadline=None)
    def holds(situation: Situation) -> None:
        with_job = situation.with_answer("rol", from_plain(content, {"rol": job}).answers[0].answer)
        view = overview(content, with_job)
        titles = [point.title for point in view.explanations]
        assert len(titles) >= 2 and len(set(titles)) == len(titles)
        assert all(point.reasons for point in view.explanations)

    holds()


def test_an_explanation_that_was_ticked_comes_before_those_we_add(content: Content) -> None:
    view = overview(content, from_plain(content, {**_full(), "verklaringen": ["schulden"]}))
    assert view.explanations[0].title == content.explanations["schulden"].label
    assert len(view.explanations) == 2


def test_the_advice_is_also_there_in_three_sentences_one_for_each_step(content: Content) -> None:
    view = overview(content, from_plain(content, {**_full(), "gebeurtenissen-groep": ["training"]}))
    assert view.job is not None and len(view.brief) == len(Step)
    own = [i.text for step in view.job.steps for a in step.per_factor for i in a.items]
    assert all(point.text in own and point.reasons for point in view.brief)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_parents_and_protection_are_asked_or_followed_up(
    content: Content, data: st.DataObject
) -> None:
    situation = data.draw(situations(content))
    if stopped(content, situation):
        return
    view = overview(content, situation)
    assert view.parents
    followed = {question.reason.item for question in view.open_questions}
    for question_id in ("groeien", "beschermend", "ouders"):
        answer = situation.answer(question_id)
        given = answer is not None and answer.kind not in ("skipped", "unknown")
        assert given or question_id in followed


def test_the_short_route_says_that_it_did_not_ask_about_parents(content: Content) -> None:
    view = overview(content, from_plain(content, SHORT))
    reasons = {q.reason.item: q.reason.rule for q in view.open_questions}
    assert reasons["ouders"] == "De korte route vraagt dit niet."
    assert reasons["beschermend"] == "De korte route vraagt dit niet."


def test_a_plan_with_one_side_gets_a_kind_word_and_is_kept(content: Content) -> None:
    only_limit = _plan(content, limit="Niet schelden.")
    assert only_limit.one_sided == content.text("plan-zonder-steun")
    only_support = _plan(content, support="Elke week praten.")
    assert only_support.one_sided == content.text("plan-zonder-grens")
    assert _plan(content, limit="Niet schelden.", joining=["meebeslissen"]).one_sided is None
    assert only_limit.limit == "Niet schelden."


def test_joining_in_is_named_with_why_it_is_there(content: Content) -> None:
    plan = _plan(content, limit="Niet schelden.", joining=["meebeslissen"])
    assert plan.joining[0].text == content.joining["meebeslissen"].label
    assert plan.joining[0].reasons


def test_school_with_youth_work_is_a_way_to_join_in(content: Content) -> None:
    assert "jongerenwerk" in content.joining["school-met-jongerenwerk"].label


def test_every_job_sees_limits_and_support_in_what_follows(content: Content) -> None:
    for job in content.professions:
        view = overview(content, from_plain(content, {**_full(), "rol": job}))
        assert view.job is not None
        assert {i.side for i in view.job.steps[2].general} >= set(Side)


def _plan(content: Content, **fields: object):
    view = overview(content, from_plain(content, {**_full(), "plan": fields}))
    assert view.plan is not None
    return view.plan


def _full() -> dict:
    return {"rol": "onderwijs", "acuut": "nee", "gezien": ["Kwam niet."]}
