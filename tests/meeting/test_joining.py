"""Files come to the table: in any order, without loss, and never two cases in silence."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.meeting.files import POLICE, PREPARED, TEACHER, YOUTH_WORKER, situation
from tests.situation.strategies import situations
from triggerfactors.content import Content
from triggerfactors.meeting import (
    MAX_FILES,
    FileKind,
    Meeting,
    Stand,
    contribution,
    join,
    offer,
    shared,
    table,
    take_off,
)
from triggerfactors.situation.answers import (
    ChoicesAnswer,
    ConfirmAnswer,
    Decision,
    FactsAnswer,
    TextAnswer,
    Verdict,
)

SLOW = settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def joined(content: Content, *plains: dict) -> Meeting:
    meeting = Meeting()
    for plain in plains:
        made = contribution(situation(content, plain))
        meeting = join(meeting, made, same_young_person=True)
    return meeting


@SLOW
@given(data=st.data())
def test_the_order_of_the_files_makes_no_difference(content: Content, data: st.DataObject) -> None:
    files = data.draw(st.lists(situations(content, max_steps=25), min_size=2, max_size=4))
    shuffled = data.draw(st.permutations(files))
    made = []
    for order in (files, shuffled):
        meeting = Meeting()
        for one in order:
            meeting = join(meeting, contribution(one), same_young_person=True)
        made.append(meeting)
    assert made[0] == made[1]
    assert table(content, made[0]) == table(content, made[1])


@SLOW
@given(data=st.data())
def test_no_statement_gets_lost(content: Content, data: st.DataObject) -> None:
    files = data.draw(st.lists(situations(content), min_size=1, max_size=3))
    meeting = Meeting()
    for one in files:
        meeting = join(meeting, contribution(one), same_young_person=True)
    seen = table(content, meeting)
    facts = {(fact.text, fact.source, fact.when) for fact in seen.facts}
    lists = {
        "tegenspraak": seen.contradicts,
        "beschermend": seen.protective,
        "verklaringen": seen.explanations,
        "groeien": seen.needs,
        "drijfveer": seen.motives,
        "veiligheid": seen.safety,
    }
    for one in map(shared, files):
        for given_answer in one.answers:
            answer, place = given_answer.answer, given_answer.place
            if isinstance(answer, FactsAnswer):
                assert {(f.text, f.source, f.when) for f in answer.facts} <= facts
            elif isinstance(answer, TextAnswer):
                assert answer.text in {person.impression for person in seen.people}
            elif isinstance(answer, ChoicesAnswer) and place in lists:
                assert len(lists[place]) >= len(answer.values)
                if answer.note.strip():
                    assert answer.note in {voices.text for voices in lists[place]}
            elif isinstance(answer, ChoicesAnswer) and place.startswith("gebeurtenissen-"):
                assert set(answer.values) <= {row.factor_id for row in seen.events}


@SLOW
@given(data=st.data())
def test_nothing_joins_without_a_word_of_the_team(content: Content, data: st.DataObject) -> None:
    one, two = data.draw(situations(content)), data.draw(situations(content))
    meeting = join(Meeting(), contribution(one), same_young_person=True)
    made = offer(meeting, two)
    ages = {one.choice("leeftijd"), two.choice("leeftijd")} - {None}
    if len(ages) == 2:
        assert made.kind is FileKind.OTHER_CASE
    with pytest.raises(ValueError):
        join(meeting, made.contribution, same_young_person=False)


def test_another_age_is_a_sign_of_another_case(content: Content) -> None:
    meeting = joined(content, TEACHER)
    other = situation(content, {**POLICE, "leeftijd": "onder-12"})
    assert offer(meeting, other).kind is FileKind.OTHER_CASE
    assert offer(meeting, situation(content, POLICE)).kind is FileKind.NEW


def test_the_same_file_again_is_a_duplicate_and_a_changed_one_another_version(
    content: Content,
) -> None:
    meeting = joined(content, TEACHER)
    assert offer(meeting, situation(content, TEACHER)).kind is FileKind.DUPLICATE
    changed = situation(content, {**TEACHER, "indruk": "Ik kijk er nu anders naar."})
    made = offer(meeting, changed)
    assert made.kind is FileKind.OTHER_VERSION
    after = join(meeting, made.contribution, same_young_person=True, instead_of=made.against)
    assert [c.id for c in after.contributions] == [made.contribution.id]


def test_the_thirteenth_file_does_not_fit(content: Content) -> None:
    meeting = joined(
        content,
        *({**POLICE, "gezien": [{"text": f"Feit {number}"}]} for number in range(MAX_FILES)),
    )
    assert len(meeting.contributions) == MAX_FILES
    assert offer(meeting, situation(content, TEACHER)).kind is FileKind.FULL
    assert len(take_off(meeting, meeting.contributions[0].id).contributions) == MAX_FILES - 1


def test_what_someone_chose_and_plans_alone_stays_with_them(content: Content) -> None:
    meeting = joined(content, TEACHER)
    kept = {given_answer.place for given_answer in meeting.contributions[0].situation.answers}
    assert not kept & {"uitkomst", "eerste-stap", "plan", "samen", "acuut"}
    assert "geheim van de docent" not in meeting.model_dump_json()


def test_danger_in_a_file_is_told_at_once(content: Content) -> None:
    assert offer(Meeting(), situation(content, {**POLICE, "acuut": "ja"})).danger_now


def test_who_saw_who_heard_and_what_differs_stays_visible(content: Content) -> None:
    for order in permutations(PREPARED.values()):
        seen = table(content, joined(content, *order))
        rows = {row.factor_id: row for row in seen.events}
        broken = rows["verbreken-bindingen"]
        assert [a.who for a in broken.of(Stand.SEEN)] == [content.professions["onderwijs"].name]
        assert [a.who for a in broken.of(Stand.HEARD)] == [content.professions["jongerenwerk"].name]
        assert content.text("overleg-verschil-wanneer") in broken.differs
        assert len(rows["ontmoeting-radicaal"].of(Stand.SUSPECTED)) == 1
        shared_protection = [v for v in seen.protective if len(v.who) == 2]
        assert len(shared_protection) == 1


def test_someone_who_says_it_is_not_so_stands_beside_who_names_it(content: Content) -> None:
    no = Decision(factor_id="problemen-thuis", verdict=Verdict.NO, sentence="Thuis is het goed.")
    denied = situation(content, YOUTH_WORKER).with_answer("herkend", ConfirmAnswer(decisions=(no,)))
    meeting = join(joined(content, TEACHER), contribution(denied), same_young_person=True)
    seen = table(content, meeting)
    row = next(row for row in seen.events if row.factor_id == "problemen-thuis")
    assert row.of(Stand.DENIED)[0].sentence == "Thuis is het goed."
    assert content.text("overleg-verschil-tegenspraak") in row.differs
