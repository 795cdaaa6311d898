"""Wegwijzer and adviesvraag in a real browser: few clicks to a person, and words to say."""

import re
import time
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import Server, axe, rerun, served, visit
from triggerfactors.content import Content

MARKER = "paarsezebra"
SPARRING = "professional-wil-sparren"


def press(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()


def part(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_text(name, exact=True).click()


def open_advice(page: Page) -> None:
    visit(page, f"/wegwijzer?beroep=onderwijs&situatie={SPARRING}")
    press(page, "Maak een adviesvraag")
    expect(page.get_by_role("heading", level=1)).to_have_text("Adviesvraag")


def fill(page: Page, saw: str, question: str = "Wat is een goede eerste stap?") -> None:
    page.get_by_role("textbox", name="Wat zag of hoorde je?").fill(saw)
    page.get_by_role("textbox", name="Wat is je vraag?").fill(question)
    press(page, "Maak mijn adviesvraag")


@pytest.mark.parametrize(
    ("job", "type_id", "first"),
    [
        ("onderwijs", SPARRING, "ssv-adviespunt"),
        ("jongerenwerk", "gesloten-groep", "onder-controle-fier"),
        ("ondersteunend", "acute-dreiging", "noodnummer-112"),
    ],
    ids=["leraar", "jongerenwerker", "conciërge"],
)
def test_the_right_first_contact_is_three_clicks_away(
    phone: Page, content: Content, job: str, type_id: str, first: str
) -> None:
    visit(phone, "/")
    start = time.monotonic()
    clicks = 0
    for role, name in (
        ("link", "Wegwijzer"),
        ("button", content.professions[job].name),
        ("button", content.situation_types[type_id].i_want),
    ):
        with rerun(phone):
            phone.get_by_role(role, name=name, exact=True).click()  # type: ignore[arg-type]
        clicks += 1
    contact = phone.locator(".tw-contact").first
    expect(contact.get_by_role("heading")).to_have_text(content.organisations[first].name)
    number = content.organisations[first].phone
    if number:
        call = contact.get_by_role("link", name=f"Bel {number}")
        expect(call).to_be_visible()
        assert re.fullmatch(r"tel:\+?\d+", str(call.get_attribute("href")))
    assert clicks <= 3
    assert time.monotonic() - start < 60
    assert parse_qs(urlsplit(phone.url).query) == {"beroep": [job], "situatie": [type_id]}


def test_a_link_opens_on_the_contacts_and_back_goes_one_choice_back(
    page: Page, content: Content
) -> None:
    visit(page, f"/wegwijzer?beroep=politie&situatie={SPARRING}")
    expect(page.get_by_role("heading", name="Bel in deze volgorde")).to_be_visible()
    press(page, "Iets anders")
    expect(page.get_by_role("heading", name="… en ik wil …")).to_be_focused()
    press(page, "Ander werk")
    expect(page.get_by_role("heading", name="Ik ben …")).to_be_focused()
    assert urlsplit(page.url).query == ""
    press(page, content.professions["ggz"].name)
    page.go_back()
    expect(page.get_by_role("heading", name="Ik ben …")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "kept", "heading"),
    [
        ("beroep=tovenaar&situatie=" + SPARRING, "", "Ik ben …"),
        ("beroep=onderwijs&situatie=%3Cscript%3E", "beroep=onderwijs", "… en ik wil …"),
        ("beroep=onderwijs&situatie=x&antwoord=ja", "beroep=onderwijs", "… en ik wil …"),
    ],
)
def test_a_broken_link_gives_the_choices_and_a_word(
    page: Page, content: Content, query: str, kept: str, heading: str
) -> None:
    visit(page, f"/wegwijzer?{query}")
    expect(page.get_by_text(content.text("wegwijzer-link-klopt-niet"))).to_be_visible()
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    assert urlsplit(page.url).query == kept
    assert axe(page) == []


def test_searching_narrows_the_list_and_nothing_found_still_ends_with_a_person(
    page: Page, content: Content
) -> None:
    visit(page, "/wegwijzer")
    part(page, "Zoek zelf")
    cards = page.locator("details.tw-card")
    assert cards.count() == sum(o.shown for o in content.organisations.values())
    box = page.get_by_role("textbox", name="Zoek een organisatie of onderwerp")
    box.fill("zelfdoding")
    with rerun(page):
        box.press("Enter")
    expect(page.locator(".tw-card > summary", has_text="113 Zelfmoordpreventie")).to_be_visible()
    assert cards.count() < 10
    box.fill(MARKER)
    with rerun(page):
        box.press("Enter")
    expect(page.get_by_text(content.text("wegwijzer-niets-gevonden"))).to_be_visible()
    expect(page.locator(".tw-card > summary", has_text="(ESS)")).to_be_visible()
    assert MARKER not in page.url
    press(page, "Wis zoekwoorden en filter")
    page.get_by_text("Filter", exact=True).click()
    with rerun(page):
        page.get_by_text("Discriminatie", exact=True).click()
    expect(
        page.get_by_role("status").filter(has_text=re.compile(r"^\d+ van \d+ organisaties$"))
    ).to_be_visible()
    assert 0 < cards.count() < 20


def test_a_mistake_is_mailed_without_a_word_about_a_case(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: Content
) -> None:
    monkeypatch.setenv("TRIGGERWIJZER_BEHEER_MAIL", "beheer@voorbeeld.nl")
    with served(tmp_path / "server.log") as own:
        page = open_page(at=own)
        visit(page, f"/wegwijzer?beroep=onderwijs&situatie={SPARRING}")
        page.locator("summary", has_text="Klopt niet?").first.click()
        link = page.get_by_role("link", name="Open in je mail").first
        expect(link).to_be_visible()
        href = str(link.get_attribute("href"))
        assert axe(page) == []
    assert href.startswith("mailto:beheer@voorbeeld.nl?")
    body = parse_qs(urlsplit(href).query)["body"][0]
    assert content.organisations["ssv-adviespunt"].name in body
    assert "onderwijs" not in body.casefold() and SPARRING not in body


def test_an_adviesvraag_is_made_and_taken_along(
    page: Page, server: Server, content: Content
) -> None:
    open_advice(page)
    page.get_by_text("Kies een vraag om mee te beginnen").click()
    press(page, content.advice_questions["gesprek"].text)
    expect(page.get_by_role("textbox", name="Wat is je vraag?")).to_have_value(
        content.advice_questions["gesprek"].text
    )
    fill(page, f"Zei iets over een {MARKER}.", "Hoe begin ik?")
    expect(page.get_by_role("heading", name="Je tekst om voor te lezen")).to_be_focused()
    text = page.locator(".tw-readout")
    expect(text).to_contain_text("leraar, mentor of docent")
    expect(text).to_contain_text(MARKER)
    expect(page.get_by_text(re.compile(r"^\d+ van hoogstens 150 woorden$"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar als tekst (.txt)").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    assert MARKER in saved and len(saved.split()) <= 150
    assert MARKER not in page.url and MARKER not in server.log()
    page.emulate_media(media="print")
    expect(text).to_be_visible()
    expect(page.get_by_role("textbox", name="Wat is je vraag?")).to_be_hidden()
    expect(page.get_by_role("link", name="Bel 112")).to_be_hidden()


def test_a_bsn_keeps_the_text_away_and_a_number_gets_a_word(page: Page, content: Content) -> None:
    open_advice(page)
    fill(page, "Nummer 111222333 staat in het systeem.")
    expect(page.get_by_text(content.text("advies-bsn"))).to_be_visible()
    expect(page.locator(".tw-readout")).to_have_count(0)
    expect(page.get_by_role("button", name="Bewaar als tekst (.txt)")).to_have_count(0)
    fill(page, "Bel de moeder op 06-12345678.")
    expect(page.get_by_text("Kun je dit anders schrijven?")).to_be_visible()
    expect(page.locator(".tw-readout")).to_be_visible()


def test_a_text_that_is_too_long_or_incomplete_is_not_ready(page: Page) -> None:
    open_advice(page)
    press(page, "Maak mijn adviesvraag")
    expect(page.get_by_text("Vul nog in: wat je zag of hoorde, je vraag.")).to_be_visible()
    fill(page, "woord " * 149)
    expect(page.get_by_text(re.compile(r"Haal er \d+ weg"))).to_be_visible()
    expect(page.locator(".tw-readout")).to_have_count(0)


def test_facts_come_along_only_when_asked_and_wiping_takes_everything(
    page: Page, content: Content
) -> None:
    visit(page, "/")
    press(page, "Begin met kijken")
    page.get_by_text(content.professions["jongerenwerk"].name, exact=True).click()
    press(page, "Verder")
    page.get_by_text("Nee, nu niet", exact=True).click()
    press(page, "Verder")
    page.get_by_role("textbox", name="Wat zag of hoorde je?").fill("Kwam drie keer niet.")
    press(page, "Verder")
    press(page, "Naar het overzicht")
    part(page, "Wie je belt")
    press(page, "Maak een adviesvraag om voor te lezen")
    saw = page.get_by_role("textbox", name="Wat zag of hoorde je?")
    expect(saw).to_have_value("")
    press(page, "Neem mijn feiten over uit de situatie")
    expect(saw).to_have_value("Kwam drie keer niet.")
    # Looking up a number in between does not cost the words.
    with rerun(page):
        page.get_by_role("link", name="Wegwijzer", exact=True).click()
    page.go_back()
    expect(saw).to_have_value("Kwam drie keer niet.")
    page.get_by_role("button", name="Wis alles").click()
    page.wait_for_timeout(300)
    press(page, "Ja, wis alles nu")
    expect(saw).to_have_value("")
    expect(page.get_by_text(content.text("wis-uitleg"))).to_be_visible()


def test_wiping_on_another_page_empties_the_adviesvraag_too(page: Page, content: Content) -> None:
    visit(page, "/")
    press(page, "Begin met kijken")
    page.get_by_text(content.professions["jongerenwerk"].name, exact=True).click()
    press(page, "Verder")
    with rerun(page):
        page.get_by_role("link", name="Wegwijzer", exact=True).click()
    # The job is known from the situation: one click less.
    press(page, content.situation_types[SPARRING].i_want)
    press(page, "Maak een adviesvraag")
    fill(page, f"Zei iets over een {MARKER}.")
    with rerun(page):
        page.get_by_role("link", name="Situatie", exact=True).click()
    page.get_by_role("button", name="Wis alles").click()
    page.wait_for_timeout(300)
    press(page, "Ja, wis alles nu")
    with rerun(page):
        page.get_by_role("link", name="Wegwijzer", exact=True).click()
    press(page, content.professions["onderwijs"].name)
    press(page, content.situation_types[SPARRING].i_want)
    press(page, "Maak een adviesvraag")
    expect(page.get_by_role("textbox", name="Wat zag of hoorde je?")).to_have_value("")
    assert MARKER not in page.content()


def look(page: Page, name: str) -> None:
    assert axe(page) == [], name
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
    ), f"{name} scrolls sideways"
    small = page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, .tw-dials a)')]
          .filter(e => e.offsetParent && e.getBoundingClientRect().height < 44)
          .map(e => e.innerText)"""
    )
    assert small == [], name


def walk_and_look(page: Page, content: Content) -> None:
    visit(page, "/wegwijzer")
    look(page, "werk")
    press(page, content.professions["onderwijs"].name)
    look(page, "ik wil")
    press(page, content.situation_types[SPARRING].i_want)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    look(page, "contacten")
    part(page, "Zoek zelf")
    page.get_by_text("Filter", exact=True).click()
    page.wait_for_timeout(400)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    look(page, "alle organisaties")
    part(page, "Wie doet wat?")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    expect(page.get_by_role("img", name=re.compile("Wie doet wat"))).to_be_visible()
    look(page, "keten")
    open_advice(page)
    look(page, "adviesvraag leeg")
    fill(page, "Bel de moeder op 06-12345678.")
    look(page, "adviesvraag met tekst")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_part_is_accessible(open_page: OpenPage, content: Content, scheme: str) -> None:
    walk_and_look(open_page(color_scheme=scheme), content)


def test_every_part_is_accessible_on_a_phone(phone: Page, content: Content) -> None:
    walk_and_look(phone, content)
