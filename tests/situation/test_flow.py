"""The way through, in the words of the person who walks it."""

import pytest

from triggerfactors.content import Content
from triggerfactors.content.graph import asked_on_route, reachable
from triggerfactors.content.vocabulary import OVERVIEW, STOP
from triggerfactors.situation import (
    Situation,
    current,
    event_place,
    missing,
    neighbours,
    progress,
    used,
    walk,
)
from triggerfactors.situation.answers import (
    Answer,
    ChoiceAnswer,
    ChoicesAnswer,
    SkippedAnswer,
    UnknownAnswer,
)


def place(content: Content, situation: Situation) -> str:
    at = current(content, situation)
    return at if isinstance(at, str) else at.place


def given(**answers: Answer) -> Situation:
    situation = Situation()
    for name, answer in answers.items():
        situation = situation.with_answer(name.replace("_", "-"), answer)
    return situation


TEACHER = ChoiceAnswer(value="onderwijs")
NO_DANGER = ChoiceAnswer(value="nee")


def test_the_route_begins_with_the_work_and_then_asks_about_danger(content: Content) -> None:
    assert place(content, Situation()) == "rol"
    assert place(content, given(rol=TEACHER)) == "acuut"


def test_danger_now_stops_the_route(content: Content) -> None:
    assert place(content, given(rol=TEACHER, acuut=ChoiceAnswer(value="ja"))) == STOP


def test_not_knowing_about_danger_does_not_stop_the_route(content: Content) -> None:
    assert place(content, given(rol=TEACHER, acuut=UnknownAnswer())) == "gezien"


def test_a_required_answer_cannot_be_skipped(content: Content) -> None:
    assert place(content, given(rol=SkippedAnswer())) == "rol"


def test_each_event_ticked_gets_its_own_question_in_the_order_of_the_model(
    content: Content,
) -> None:
    situation = given(
        rol=TEACHER,
        gebeurtenissen_groep=ChoicesAnswer(values=("propaganda", "ontmoeting-radicaal")),
        gebeurtenissen_persoonlijk=ChoicesAnswer(values=("detentie",)),
    )
    asked = [v.factor_id for v in walk(content, situation).visits if v.factor_id]
    assert asked == ["detentie", "ontmoeting-radicaal", "propaganda"]


def test_changing_an_early_answer_keeps_all_the_others(content: Content) -> None:
    situation = given(
        rol=TEACHER,
        acuut=NO_DANGER,
        gebeurtenissen_persoonlijk=ChoicesAnswer(values=("detentie",)),
    ).with_answer(event_place("detentie"), UnknownAnswer())
    changed = situation.with_answer("rol", ChoiceAnswer(value="politie"))
    assert {g.place for g in changed.answers} == {g.place for g in situation.answers}
    assert changed.choices("gebeurtenissen-persoonlijk") == ("detentie",)


def test_an_answer_that_is_no_longer_reached_is_kept_but_not_used(content: Content) -> None:
    ticked = given(
        rol=TEACHER, gebeurtenissen_persoonlijk=ChoicesAnswer(values=("detentie",))
    ).with_answer(event_place("detentie"), UnknownAnswer())
    unticked = ticked.with_answer("gebeurtenissen-persoonlijk", ChoicesAnswer())
    assert unticked.answer(event_place("detentie")) is not None
    assert used(content, unticked).answer(event_place("detentie")) is None
    again = unticked.with_answer("gebeurtenissen-persoonlijk", ChoicesAnswer(values=("detentie",)))
    assert used(content, again).answer(event_place("detentie")) == UnknownAnswer()


def test_support_staff_get_five_questions(content: Content) -> None:
    visits = walk(content, given(rol=ChoiceAnswer(value="ondersteunend"))).visits
    assert [v.place for v in visits] == ["rol", "acuut", "gezien", "veiligheid", "samen"]


def test_the_growing_up_question_comes_before_the_question_about_danger(content: Content) -> None:
    way = walk(content, given(rol=TEACHER))
    growing_up, safety = way.index("groeien"), way.index("veiligheid")
    assert growing_up is not None and safety is not None and growing_up < safety


def test_protection_and_contradiction_are_asked_before_the_overview(content: Content) -> None:
    places = [v.place for v in walk(content, given(rol=TEACHER)).visits]
    assert {"beschermend", "tegenspraak", "verklaringen"} <= set(places)


def test_every_question_on_the_route_can_be_reached(content: Content) -> None:
    found = reachable(content.questions)
    for question in content.questions.values():
        assert question.id in found or not asked_on_route(question), question.id
    assert {OVERVIEW, STOP} <= found


def test_skipped_questions_are_named_as_missing(content: Content) -> None:
    situation = given(rol=TEACHER, acuut=NO_DANGER, gezien=SkippedAnswer())
    assert "gezien" in {v.place for v in missing(content, situation)}


def test_progress_is_honest_about_what_is_still_open(content: Content) -> None:
    before = progress(content, given(rol=TEACHER), "acuut")
    after = progress(content, given(rol=TEACHER, acuut=NO_DANGER), "gezien")
    assert after.open_questions == before.open_questions - 1
    assert 1 <= before.part_number <= after.part_number <= after.parts


@pytest.mark.parametrize("job", ["onderwijs", "ondersteunend"])
def test_back_and_next_are_each_others_opposite(content: Content, job: str) -> None:
    situation = given(rol=ChoiceAnswer(value=job))
    visits = walk(content, situation).visits
    for visit in visits[:-1]:
        _, after = neighbours(content, situation, visit.place)
        assert neighbours(content, situation, after)[0] == visit.place
    assert neighbours(content, situation, visits[0].place)[0] is None
    assert neighbours(content, situation, visits[-1].place)[1] == OVERVIEW
