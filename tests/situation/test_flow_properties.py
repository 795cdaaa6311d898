"""What must hold for every walk through the questions."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.situation.strategies import situations
from triggerfactors.advice import overview
from triggerfactors.casefile import seal, unseal
from triggerfactors.content import Content, load
from triggerfactors.content.vocabulary import OVERVIEW, STOP
from triggerfactors.situation import Situation, Visit, current, neighbours, usable, walk
from triggerfactors.situation.answers import SkippedAnswer, UnknownAnswer

CONTENT: Content = load()
anyone = situations(CONTENT)
relaxed = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(anyone)
def test_any_walk_reaches_the_overview_or_a_named_missing_answer(situation: Situation) -> None:
    for _ in range(100):
        at = current(CONTENT, situation)
        if isinstance(at, str):
            assert at in (OVERVIEW, STOP)
            return
        assert isinstance(at, Visit) and at.question.title
        answer = UnknownAnswer() if at.question.required else SkippedAnswer()
        situation = situation.with_answer(at.place, answer)
    raise AssertionError("the route does not end")


@relaxed
@given(anyone)
def test_no_answers_make_the_overview_fail(situation: Situation) -> None:
    view = overview(CONTENT, situation)
    shown = {factor.id for factor in view.factors}
    assert all(factor.reasons for factor in view.factors)
    assert all(contact.reasons for contact in (*view.contacts, *view.stop_contacts))
    assert shown <= set(CONTENT.factors)
    if view.profession_id and not view.stopped:
        assert view.contacts, "there is always someone to call"


@relaxed
@given(anyone)
def test_saved_and_loaded_is_the_same_situation(situation: Situation) -> None:
    text = f"<html>{seal(situation, CONTENT.version)}</html>"
    assert unseal(text.encode()) == situation
    assert usable(CONTENT, situation) == (situation, ())


@relaxed
@given(anyone)
def test_going_back_and_forward_changes_nothing(situation: Situation) -> None:
    before = situation.model_dump_json()
    for visit in walk(CONTENT, situation).visits:
        back, forward = neighbours(CONTENT, situation, visit.place)
        if back is not None:
            assert neighbours(CONTENT, situation, back)[1] == visit.place
        if forward not in (OVERVIEW, STOP):
            assert neighbours(CONTENT, situation, forward)[0] == visit.place
    assert situation.model_dump_json() == before


@relaxed
@given(anyone, st.data())
def test_the_order_of_answering_makes_no_difference(
    situation: Situation, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(situation.answers))
    again = Situation()
    for given_answer in shuffled:
        again = again.with_answer(given_answer.place, given_answer.answer)
    assert again == situation
    assert overview(CONTENT, again) == overview(CONTENT, situation)


@relaxed
@given(anyone)
def test_changing_one_answer_keeps_all_others(situation: Situation) -> None:
    for visit in walk(CONTENT, situation).visits[:6]:
        changed = situation.with_answer(visit.place, UnknownAnswer())
        rest = [g for g in situation.answers if g.place != visit.place]
        assert [g for g in changed.answers if g.place != visit.place] == rest
