"""Stories in a real browser: read a card, search, do a module, plan a year, look after oneself."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx as python_docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, Server, axe, rerun, visit
from triggerfactors.content import Content

MARKER = "paarsezebra"


def press(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("link", name=name, exact=True).click()


def seek(page: Page, words: str) -> None:
    page.get_by_role("textbox", name=re.compile("Waar zoek je naar")).fill(words)
    press(page, "Zoek")


def download(page: Page, name: str) -> bytes:
    with page.expect_download() as found:
        page.get_by_role("button", name=name, exact=True).click()
    return Path(found.value.path()).read_bytes()


def title(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def look(page: Page, name: str) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert axe(page) == [], name
    assert page.evaluate(
        "document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
    ), f"{name} scrolls sideways"
    assert page.locator("html").get_attribute("lang") == "nl"


# --- read a card


def test_tension_in_a_group_is_one_click_from_the_start(phone: Page, content: Content) -> None:
    visit(phone, "/")
    follow(phone, content.text("spanning-nu"))
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    assert title(phone) == "Nu spanning in de groep"
    assert phone.url.endswith("/kennis?kaart=nu-spanning-in-de-groep")
    expect(phone).to_have_title("Nu spanning in de groep – Kennis – Triggerwijzer")
    follow(phone, "Naar alle kaarten")
    assert title(phone) == "Kennis"
    assert "kaart=" not in phone.url
    follow(phone, "Nu spanning in de groep")
    assert title(phone) == "Nu spanning in de groep"


@pytest.mark.parametrize("wrong", ["bestaat-niet", "<script>alert(1)</script>", ""])
def test_an_unknown_card_gives_the_index_and_a_word(
    page: Page, content: Content, wrong: str
) -> None:
    visit(page, f"/kennis?kaart={wrong}")
    assert title(page) == "Kennis"
    expect(page.get_by_text(content.text("kennis-onbekend"))).to_have_count(1 if wrong else 0)
    visit(page, "/leren?module=bestaat-niet")
    expect(page.get_by_text(content.text("leren-onbekend"))).to_be_visible()


def test_a_card_can_be_opened_with_the_keyboard(page: Page) -> None:
    visit(page, "/kennis")
    link = page.get_by_role("link", name="Vormen van extremisme nu")
    for _ in range(60):
        if link.evaluate("a => a === document.activeElement"):
            break
        page.keyboard.press("Tab")
    with rerun(page):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    assert title(page) == "Vormen van extremisme nu"
    expect(page.get_by_text("Stand van 20 november 2026")).to_be_visible()


def test_links_to_cards_are_big_enough_for_a_thumb_and_do_not_overlap(phone: Page) -> None:
    visit(phone, "/kennis")
    boxes = [link.bounding_box() for link in phone.locator(".st-key-tw-kaarten a").all()]
    heads = [head.bounding_box() for head in phone.locator(".st-key-tw-kaarten h2").all()]
    assert all(box and box["height"] >= 44 for box in boxes)
    tops = sorted((box["y"], box["y"] + box["height"]) for box in [*boxes, *heads] if box)
    assert all(here[1] <= after[0] + 1 for here, after in pairwise(tops))


def test_reading_in_between_keeps_the_answers_of_a_situation(page: Page) -> None:
    visit(page, "/")
    press(page, "Begin met kijken")
    page.get_by_text("Jongerenwerker", exact=True).click()
    press(page, "Verder")
    follow(page, "Kennis")
    seek(page, "intervisie")
    follow(page, "Intervisie in ruim een uur")
    follow(page, "Naar alle kaarten")
    follow(page, "Situatie")
    assert title(page) == "Is er nu gevaar?"


# --- search


def test_a_typing_error_finds_the_card_and_shows_the_passage(page: Page, server: Server) -> None:
    visit(page, "/kennis")
    seek(page, "psygische problemen")
    expect(page.get_by_role("heading", name="Gevonden", level=2)).to_be_focused()
    expect(page.get_by_text("We lazen “psygische” als “psychische”.")).to_be_visible()
    expect(page.locator("mark", has_text="Psychische").first).to_be_visible()
    follow(page, "Psychische problemen en triggers")
    assert title(page) == "Psychische problemen en triggers"
    seek_url = page.url
    visit(page, "/kennis")
    seek(page, MARKER)
    assert MARKER not in page.url + seek_url + server.log()


def test_nothing_found_offers_people_to_call(phone: Page, content: Content) -> None:
    visit(phone, "/kennis")
    seek(phone, "xqzzw")
    expect(phone.get_by_role("heading", name="Niets gevonden")).to_be_focused()
    expect(phone.get_by_text(content.text("contact-niet-nagekeken"))).to_be_visible()
    number = content.organisations["ess"].phone
    assert number
    expect(phone.get_by_role("link", name=number)).to_have_attribute("href", re.compile("^tel:"))
    press(phone, "Wis mijn zoekwoorden en toon alle kaarten")
    expect(phone.get_by_role("link", name="Praten met ouders")).to_be_visible()


def test_what_one_types_in_the_search_box_stays_words(page: Page) -> None:
    visit(page, "/kennis")
    seek(page, "radikaliesering<img src=https://kwaad.example/a.png> **vet**")
    assert page.locator("img").count() == 0
    expect(page.get_by_text("We lazen “radikaliesering”")).to_be_visible()


# --- do a module


def walk_module(page: Page, content: Content, module_id: str) -> None:
    module = content.modules[module_id]
    visit(page, "/leren")
    follow(page, module.title)
    press(page, "Begin met de vragen")
    for number, scenario in enumerate(module.scenarios, start=1):
        place = f"Vraag {number} van {len(module.scenarios)}"
        expect(page.get_by_role("heading", name=place)).to_be_focused()
        page.get_by_text(scenario.choices[0].label, exact=True).click()
        press(page, "Bekijk de uitleg")
        expect(page.get_by_role("heading", name="Uitleg bij elke keuze")).to_be_focused()
        for choice in scenario.choices:
            expect(page.get_by_text(choice.feedback.text)).to_be_visible()
        expect(page.get_by_text("Jouw keuze")).to_have_count(1)
        last = number == len(module.scenarios)
        press(page, "Rond de module af" if last else "Volgende vraag")
    expect(page.get_by_role("heading", name="Om mee te nemen")).to_be_focused()


def test_a_module_ends_with_a_proof_that_one_fills_in_and_prints(
    page: Page, browser: Browser, content: Content, tmp_path: Path
) -> None:
    walk_module(page, content, "feit-of-indruk")
    assert page.url.endswith("/leren?module=feit-of-indruk")
    assert not re.search(r"score|punten|\d+ van de \d+ goed", page.locator("main").inner_text())
    saved = tmp_path / "bewijs.html"
    saved.write_bytes(download(page, "Bewaar mijn bewijs"))
    context = browser.new_context(offline=True)
    paper = context.new_page()
    paper.goto(saved.as_uri())
    paper.get_by_label("Naam").fill("Verzonnen Voorbeeld")
    assert axe_of_file(paper) == []
    paper.emulate_media(media="print")
    expect(paper.get_by_label("Naam")).to_have_value("Verzonnen Voorbeeld")
    expect(paper.get_by_text("Vul je naam in")).to_be_hidden()
    assert len(paper.pdf(format="A4")) > 5000
    context.close()


def axe_of_file(page: Page) -> list[str]:
    # The file refuses every script, so axe runs on a copy without that rule.
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.content())
    copy = page.context.new_page()
    copy.set_content(html)
    found = axe(copy)
    copy.close()
    return found


def test_skipping_the_choice_still_explains_and_starting_again_forgets(
    phone: Page, content: Content
) -> None:
    module = content.modules["delen-of-niet"]
    visit(phone, f"/leren?module={module.id}")
    press(phone, "Begin met de vragen")
    press(phone, "Bekijk de uitleg")
    expect(phone.get_by_text(module.scenarios[0].choices[1].feedback.text)).to_be_visible()
    expect(phone.get_by_text("Jouw keuze")).to_have_count(0)
    follow(phone, "Naar alle modules")
    follow(phone, module.title)
    expect(phone.get_by_role("button", name="Begin met de vragen")).to_be_visible()


# --- look after oneself and plan


def test_the_self_check_shows_a_suggestion_and_forgets(page: Page, content: Content) -> None:
    visit(page, "/kennis?kaart=zelfcheck")
    lines = list(content.self_check.values())
    groups = page.get_by_role("radiogroup")
    expect(groups).to_have_count(10)
    with rerun(page):
        groups.nth(0).get_by_text("Klopt", exact=True).click()
    expect(page.get_by_text(lines[0].suggestion.text)).to_be_visible()
    with rerun(page):
        groups.nth(1).get_by_text("Klopt", exact=True).click()
    expect(page.get_by_text(lines[1].suggestion.text)).to_have_count(0)
    with rerun(page):
        groups.nth(1).get_by_text("Klopt niet", exact=True).click()
    expect(page.get_by_text(lines[1].suggestion.text)).to_be_visible()
    assert page.url.endswith("?kaart=zelfcheck")
    follow(page, "Naar alle kaarten")
    follow(page, "Hoe gaat het met jou? Tien zinnen")
    expect(page.get_by_text(lines[0].suggestion.text)).to_have_count(0)
    assert page.locator("input:checked").count() == 0


def test_the_clock_runs_tells_when_time_is_up_and_goes_on(page: Page, content: Content) -> None:
    page.clock.install()
    visit(page, "/kennis?kaart=intervisie")
    clock = page.get_by_role("timer")
    expect(clock).to_have_text("05:00")
    page.get_by_role("button", name="Start de klok").click()
    page.clock.run_for("01:00")
    expect(clock).to_have_text("04:00")
    page.get_by_role("button", name="Pauze").click()
    page.clock.run_for("01:00")
    expect(clock).to_have_text("04:00")
    page.get_by_role("button", name="Start de klok").click()
    page.clock.run_for("04:01")
    expect(page.get_by_text("De tijd voor “Terugblik” is om.")).to_be_visible()
    page.get_by_role("button", name="Volgende stap").click()
    expect(page.get_by_text("Stap 2 van 7: Inbreng")).to_be_visible()
    expect(clock).to_have_text("10:00")


def test_a_team_takes_its_year_plan_along(page: Page, content: Content) -> None:
    visit(page, "/kennis?kaart=rustige-tijd")
    with rerun(page):
        page.get_by_text("Onze school", exact=True).click()
    page.get_by_role("radiogroup").nth(1).get_by_text("Bezig", exact=True).click()
    page.get_by_role("textbox", name="Wie pakt dit op?").first.fill(f"mentor {MARKER}")
    press(page, "Maak het jaarplan")
    html = download(page, "Bewaar als leesbaar bestand").decode()
    assert f"mentor {MARKER}" in html
    assert "Bezig" in html
    word = python_docx.Document(BytesIO(download(page, "Bewaar als Word-bestand")))
    assert len(word.tables[0].rows) == 6
    events = Calendar.from_ical(download(page, "Zet in mijn agenda")).walk("VEVENT")
    assert len(list(events)) == 5
    assert MARKER not in page.url


# --- all screens


def assert_all_accessible(page: Page, content: Content) -> None:
    visit(page, "/kennis")
    look(page, "kennis")
    for query in ("psygische problemen", "xqzzw"):
        seek(page, query)
        look(page, query)
    for card in content.cards:
        visit(page, f"/kennis?kaart={card}")
        look(page, card)
    press_plan(page)
    look(page, "jaarplan")
    visit(page, "/leren")
    look(page, "leren")
    module = content.modules["zorg-en-veiligheid-samen"]
    visit(page, f"/leren?module={module.id}")
    look(page, "module")
    press(page, "Begin met de vragen")
    look(page, "vraag")
    for number in range(len(module.scenarios)):
        press(page, "Bekijk de uitleg")
        if number == 0:
            look(page, "uitleg")
        press(
            page,
            "Rond de module af" if number == len(module.scenarios) - 1 else "Volgende vraag",
        )
    look(page, "klaar")


def press_plan(page: Page) -> None:
    visit(page, "/kennis?kaart=rustige-tijd")
    press(page, "Maak het jaarplan")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_is_accessible(open_page: OpenPage, content: Content, scheme: str) -> None:
    assert_all_accessible(open_page(color_scheme=scheme), content)


def test_every_screen_is_accessible_on_a_phone(open_page: OpenPage, content: Content) -> None:
    assert_all_accessible(open_page(viewport=PHONE, has_touch=True, is_mobile=True), content)
