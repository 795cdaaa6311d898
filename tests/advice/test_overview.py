"""The overview of one made-up situation, and the rules it must keep."""

from pathlib import Path

import pytest
import yaml

from triggerfactors.advice import Overview, contacts, job_advice, overview
from triggerfactors.content import Content
from triggerfactors.content.models import Local, LocalContact
from triggerfactors.content.vocabulary import Side, Step
from triggerfactors.situation import PlainError, Situation, from_plain

EXAMPLE = Path(__file__).parent / "voorbeeld.yaml"


@pytest.fixture(scope="module")
def plain() -> dict:
    return yaml.safe_load(EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def view(content: Content, plain: dict) -> Overview:
    return overview(content, from_plain(content, plain))


def changed(content: Content, plain: dict, **answers: object) -> Situation:
    return from_plain(content, {**plain, **answers})


def test_each_event_says_why_it_is_shown_and_what_speaks_against_it(view: Overview) -> None:
    assert [f.id for f in view.factors] == ["problemen-thuis", "verbreken-bindingen", "propaganda"]
    for factor in view.factors:
        assert factor.reasons and factor.ordinary_explanations and factor.contradicts
        assert factor.other_direction


def test_the_three_readings_always_stand_beside_each_other(view: Overview) -> None:
    assert [r.id for r in view.readings] == ["opgroeien", "iets-anders", "radicalisering"]
    assert all(r.title and r.text and r.ask for r in view.readings)


def test_advice_has_three_steps_and_the_follow_up_both_sides(view: Overview) -> None:
    assert view.job is not None
    assert [s.step for s in view.job.steps] == list(Step)
    follow_up = view.job.steps[2]
    items = [*follow_up.general, *(i for a in follow_up.per_factor for i in a.items)]
    assert {i.side for i in items} == set(Side)


def test_the_general_line_stands_once_and_is_not_repeated_per_event(view: Overview) -> None:
    assert view.job is not None
    texts = [
        item.text
        for step in view.job.steps
        for items in (step.general, *(a.items for a in step.per_factor))
        for item in items
    ]
    assert len(texts) == len(set(texts))


def test_every_piece_of_advice_says_why_and_on_which_source(view: Overview) -> None:
    assert view.job is not None
    for step in view.job.steps:
        for items in (step.general, *(a.items for a in step.per_factor)):
            for item in items:
                assert item.reason.answer and item.reason.rule and item.sources


def test_another_job_gets_other_advice(content: Content, view: Overview) -> None:
    events = tuple(f.id for f in view.factors)
    general = {
        job: tuple(i.text for s in job_advice(content, job, events).steps for i in s.general)
        for job in content.professions
    }
    assert len(set(general.values())) == len(content.professions)


def test_the_own_organisation_comes_before_any_outside_contact(view: Overview) -> None:
    assert view.contacts[0].id == "eigen-organisatie"


def test_each_contact_says_why_it_stands_there_and_when_it_was_checked(view: Overview) -> None:
    for contact in view.contacts:
        assert contact.reasons[0].rule
        assert contact.checked_on is None  # nobody has checked yet, and the screen says so


def test_an_online_threat_brings_the_route_for_it_before_plain_advice(view: Overview) -> None:
    ids = [c.id for c in view.contacts]
    assert ids.index("helpwanted") < ids.index("ess")


def test_danger_now_gives_only_the_stop_card_with_112_first(content: Content, plain: dict) -> None:
    stopped = overview(content, changed(content, plain, acuut="ja"))
    assert stopped.stopped and stopped.stop_contacts[0].id == "noodnummer-112"
    assert not stopped.contacts and not stopped.factors


def test_a_doctor_is_never_sent_to_the_anonymous_crime_line(content: Content, plain: dict) -> None:
    for chosen in ("plan", "werving", "online"):
        situation = changed(content, plain, rol="ggz", veiligheid=[chosen])
        assert "meld-misdaad-anoniem" not in {c.id for c in overview(content, situation).contacts}


def test_unknown_answers_become_questions_to_follow_up(content: Content, view: Overview) -> None:
    texts = [q.text for q in view.open_questions]
    assert content.questions["groeien"].unknown_follow_up in texts


def test_what_was_skipped_is_named(content: Content, view: Overview) -> None:
    assert content.questions["herkenbaar"].title in view.missing


def test_from_sixteen_consent_of_the_young_person_comes_first(
    content: Content, plain: dict
) -> None:
    young = overview(content, changed(content, plain, leeftijd="van-12-tot-15"))
    older = overview(content, changed(content, plain, leeftijd="van-16-tot-17"))
    assert content.text("ouders-vanaf-16") in {p.text for p in older.parents}
    assert content.text("ouders-vanaf-16") not in {p.text for p in young.parents}


def test_possible_offences_put_a_colleague_first(content: Content, plain: dict) -> None:
    assert overview(content, changed(content, plain, veiligheid=["plan"])).colleague_first
    assert overview(content, changed(content, plain, veiligheid=["geen"])).colleague_first is None


def test_the_overview_holds_no_score_level_or_count_about_the_young_person(view: Overview) -> None:
    names = set(_fields(view.model_dump()))
    assert not names & {"score", "risk", "total", "count", "percentage", "severity", "weight"}


def _fields(value: object) -> list[str]:
    if isinstance(value, dict):
        return [str(k) for k in value] + [f for v in value.values() for f in _fields(v)]
    if isinstance(value, list | tuple):
        return [f for v in value for f in _fields(v)]
    return []


def test_own_contacts_take_the_place_of_the_general_ones(content: Content, plain: dict) -> None:
    from dataclasses import replace

    desk = LocalContact(id="eigen", name="Adviespunt de Brug", what="Ons eigen adviespunt.")
    town = LocalContact(
        id="stad", name="Meldpunt Stad", what="Het meldpunt.", replaces="gemeente-radicalisering"
    )
    local = Local(organisation="School de Brug", inside_advice_point=desk, contacts=(town,))
    own = replace(content, local=local)
    found = contacts(own, changed(own, plain, veiligheid=["werving"]), "onderwijs")
    assert found[0].name == "Adviespunt de Brug" and found[0].local
    assert "Meldpunt Stad" in {c.name for c in found}


def test_stopped_or_unsure_organisations_are_never_shown(content: Content, plain: dict) -> None:
    options = [o.id for o in content.questions["veiligheid"].options if o.id != "geen"]
    for job in content.professions:
        found = contacts(content, changed(content, plain, veiligheid=options), job)
        assert all(content.organisations[c.id].shown for c in found)


def test_answers_that_do_not_exist_are_all_named_at_once(content: Content) -> None:
    with pytest.raises(PlainError) as error:
        from_plain(content, {"rol": "tovenaar", "onzin": 1, "gezien": 5, "leeftijd": "oud"})
    assert len(error.value.messages) == 4
