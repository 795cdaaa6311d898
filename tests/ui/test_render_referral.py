"""The Wegwijzer as HTML: everything escaped, the picture complete in words."""

import re

import pytest

from triggerfactors.advice import AdviceRequest, organisations, read_out, referral
from triggerfactors.content import Content
from triggerfactors.ui import maintainer, render_referral


def test_every_contact_says_how_when_what_next_and_when_it_was_checked(content: Content) -> None:
    html = render_referral.referral(content, referral(content, "onderwijs", "na-incident"), None)
    for label in ("Zonder naam?", "Open", "Wat gebeurt er daarna?", "Laatst nagekeken", "Bronnen"):
        assert html.count(label) >= 3, label
    assert "Nog door niemand nagekeken" in html


def test_phone_numbers_call_and_a_contact_without_one_says_where_to_ask(content: Content) -> None:
    for contact in organisations(content):
        html = render_referral.call(contact)
        if contact.phone:
            assert re.search(r'href="tel:\+?\d+"', html), contact.id
        else:
            assert "tel:" not in html and "<p" in html


def test_the_picture_and_its_text_name_everyone_in_the_chain(content: Content) -> None:
    picture = render_referral.chain(content, "onderwijs")
    label = re.search(r'aria-label="([^"]*)"', picture)
    words = render_referral.chain_table(content, "onderwijs")
    assert 'role="img"' in picture and label
    for party in content.chain_parties.values():
        assert party.name in label.group(1) and party.name in words and party.task.text in words
    assert picture.count("jij") == 1 and "hier sta jij" in words


def test_every_job_finds_its_own_place_in_the_chain(content: Content) -> None:
    placed = {job for party in content.chain_parties.values() for job in party.professions}
    assert placed == set(content.professions)


def test_typed_words_stay_words(content: Content) -> None:
    request = AdviceRequest(job="ggz", saw="<img src=x onerror=alert(1)>", question="&amp; nu?")
    html = render_referral.readout(read_out(content, request), 150)
    assert "<img" not in html and "&lt;img" in html and "&amp;amp;" in html


def test_without_an_address_the_text_is_there_to_copy(content: Content) -> None:
    contact = organisations(content)[0]
    assert "mailto" not in render_referral.mistake(content, contact, None)
    assert content.text("klopt-niet-geen-adres") in render_referral.mistake(content, contact, None)
    assert 'href="mailto:beheer@voorbeeld.nl?' in render_referral.mistake(
        content, contact, "beheer@voorbeeld.nl"
    )


@pytest.mark.parametrize(
    ("configured", "used"),
    [
        ("beheer@voorbeeld.nl", "beheer@voorbeeld.nl"),
        (" beheer@voorbeeld.nl ", "beheer@voorbeeld.nl"),
        ("", None),
        ("a@b.nl,c@d.nl", None),
        ("a@b.nl?bcc=c@d.nl", None),
        ('"><script>@b.nl', None),
    ],
)
def test_only_one_plain_address_is_used(
    monkeypatch: pytest.MonkeyPatch, configured: str, used: str | None
) -> None:
    monkeypatch.setenv(maintainer.VARIABLE, configured)
    assert maintainer.address() == used
