"""The Wegwijzer without a case: links, contacts in order, search, and mending a contact."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from triggerfactors.advice import (
    contacts,
    correction,
    mailto,
    organisations,
    read_link,
    referral,
    route_contacts,
)
from triggerfactors.content import Content
from triggerfactors.content.models import Local, LocalContact
from triggerfactors.content.vocabulary import ProfessionId, SituationTypeId, Urgency
from triggerfactors.situation import Situation

SPARRING = "professional-wil-sparren"


def with_local(content: Content, **local: object) -> Content:
    return replace(content, local=Local(organisation="Voorbeeldstad", **local))


def own_point() -> LocalContact:
    return LocalContact(
        id="adviespunt", name="Adviespunt Voorbeeld", what="Denkt mee.", phone="0900 000 00 00"
    )


@pytest.mark.parametrize("job", ProfessionId.__args__)
@pytest.mark.parametrize("type_id", SituationTypeId.__args__)
def test_every_job_and_situation_gives_at_least_three_contacts_with_a_reason(
    content: Content, job: str, type_id: str
) -> None:
    found = referral(content, job, type_id).contacts
    assert len(found) >= 3
    assert len({contact.id for contact in found}) == len(found)
    for contact in found:
        assert content.organisations[contact.id].shown
        assert contact.reasons[0].rule and contact.what


def test_a_teacher_sees_school_and_safety_first_and_a_youth_worker_the_ess(
    content: Content,
) -> None:
    teacher = [c.id for c in referral(content, "onderwijs", SPARRING).contacts]
    youth_worker = [c.id for c in referral(content, "jongerenwerk", SPARRING).contacts]
    assert teacher[0] == "ssv-adviespunt"
    outside = [contact for contact in youth_worker if contact != "eigen-organisatie"]
    assert outside[0] == "ess"


def test_in_danger_the_emergency_number_stands_before_everything(content: Content) -> None:
    own = with_local(content, inside_advice_point=own_point())
    for job in content.professions:
        assert referral(own, job, "acute-dreiging").contacts[0].id == "noodnummer-112"


def test_the_own_advice_point_comes_first_also_where_the_route_does_not_name_it(
    content: Content,
) -> None:
    own = with_local(content, inside_advice_point=own_point())
    first = referral(own, "onderwijs", SPARRING).contacts[0]
    assert first.name == "Adviespunt Voorbeeld" and first.local
    assert first.phone == "0900 000 00 00" and first.sources == ()


def test_a_contact_of_the_municipality_takes_the_place_of_the_general_one(content: Content) -> None:
    team = LocalContact(id="wijk", name="Wijkteam Noord", what="Helpt.", replaces="wijkteam-cjg")
    own = with_local(content, contacts=(team,))
    names = [c.name for c in referral(own, "onderwijs", "problemen-thuis").contacts]
    assert "Wijkteam Noord" in names
    assert content.organisations["wijkteam-cjg"].name not in names


def test_the_route_of_a_situation_uses_the_same_look_up(content: Content) -> None:
    # Without answers two kinds are in play: a worry without facts, and wanting to think along.
    overview_ids = {c.id for c in contacts(content, Situation(), "jongerenwerk")}
    route_ids = {
        c.id
        for type_id in ("zorg-zonder-feiten", SPARRING)
        for c in route_contacts(content, type_id, "jongerenwerk")
    }
    assert overview_ids == route_ids


def test_contacts_this_job_does_not_use_are_left_out(content: Content) -> None:
    hidden = set(content.professions["ggz"].hidden_contacts)
    for type_id in content.situation_types:
        assert hidden.isdisjoint(c.id for c in route_contacts(content, type_id, "ggz"))


def test_a_link_with_known_ids_is_read_and_an_unknown_one_is_noted_not_repeated(
    content: Content,
) -> None:
    good = read_link(content, "onderwijs", SPARRING)
    assert (good.job, good.type_id, good.broken) == ("onderwijs", SPARRING, False)
    assert not read_link(content, None, None).broken
    for job, type_id in (("<script>", SPARRING), ("onderwijs", "x" * 5000), ("Onderwijs", None)):
        bad = read_link(content, job, type_id)
        assert bad.broken
        assert "script" not in str(bad) and "xxx" not in str(bad)


def test_only_organisations_that_exist_are_listed_most_urgent_first(content: Content) -> None:
    found = organisations(content)
    assert [c.id for c in found if not content.organisations[c.id].shown] == []
    assert len(found) == sum(o.shown for o in content.organisations.values())
    places = [list(Urgency).index(c.urgency) for c in found]
    assert places == sorted(places)


def test_search_forgives_accents_and_capitals_and_looks_in_subjects(content: Content) -> None:
    assert [c.id for c in organisations(content, text="SCHOOL VEILIGHEID adviespunt")][:1] == [
        "ssv-adviespunt"
    ]
    assert "zelfmoordpreventie-113" in [c.id for c in organisations(content, text="zelfdoding")]
    with_accent = organisations(content, text="extréme ideeen")
    assert with_accent == organisations(content, text="Extreme ideeën") != ()
    assert organisations(content, text="paarsezebra") == ()


def test_the_filters_narrow_and_work_together(content: Content) -> None:
    by_theme = organisations(content, themes=["discriminatie-uitsluiting"])
    both = organisations(content, themes=["discriminatie-uitsluiting"], reaches=["regionaal"])
    assert set(both) < set(by_theme) < set(organisations(content))
    for contact in organisations(content, urgencies=["spoed"]):
        assert contact.urgency is Urgency.EMERGENCY


def test_a_contact_only_the_municipality_has_is_found_too(content: Content) -> None:
    own = with_local(content, contacts=(LocalContact(id="x", name="Huis Zuid", what="Praten."),))
    assert [c.name for c in organisations(own, text="huis zuid")] == ["Huis Zuid"]
    assert "Huis Zuid" not in [c.name for c in organisations(own, reaches=["landelijk"])]


def test_a_correction_holds_the_contact_and_nothing_of_a_choice(content: Content) -> None:
    contact = referral(content, "onderwijs", SPARRING).contacts[0]
    mail = correction(content, contact)
    assert contact.name in mail.body and str(contact.phone) in mail.body
    assert content.version in mail.body
    for word in ("onderwijs", SPARRING, content.professions["onderwijs"].name):
        assert word not in mail.body + mail.subject
    # The same text wherever the contact stands: it cannot tell who asked what.
    listed = next(c for c in organisations(content) if c.id == contact.id)
    assert correction(content, listed) == mail


def test_the_mail_link_keeps_every_line_and_has_one_address(content: Content) -> None:
    mail = correction(content, organisations(content)[0])
    link = urlsplit(mailto("beheer@voorbeeld.nl", mail))
    assert (link.scheme, unquote(link.path)) == ("mailto", "beheer@voorbeeld.nl")
    query = parse_qs(link.query)
    assert set(query) == {"subject", "body"}
    assert query["body"][0].replace("\r\n", "\n").strip() == mail.body.strip()
