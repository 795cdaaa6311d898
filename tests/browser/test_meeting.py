"""A local team in a real browser: three files of one made-up case, a silent view, one sheet."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from icalendar import Calendar
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, Server, axe, rerun, settled, visit
from tests.meeting.files import PREPARED, case_file
from tests.report.test_meeting_sheet import PARTS, bsn
from triggerfactors.content import Content
from triggerfactors.meeting import Meeting, open_file
from triggerfactors.report import meeting_page

BEAMER = {"width": 1280, "height": 720}


def press(page: Page, name: str | re.Pattern[str]) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=isinstance(name, str)).click()


def part(page: Page, name: str) -> None:
    choice = page.get_by_role("radio", name=name, exact=True)
    if choice.get_attribute("aria-checked") != "true":
        with rerun(page):
            choice.click()


def fill(page: Page, label: str, text: str) -> None:
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(text)
    with rerun(page):
        field.press("Tab")


def choose(page: Page, label: str) -> None:
    with rerun(page):
        page.get_by_text(label, exact=True).click()


def lay_down(page: Page, files: dict[str, bytes]) -> None:
    payloads = [
        FilePayload(name=name, mimeType="text/html", buffer=data) for name, data in files.items()
    ]
    with rerun(page):
        page.locator("input[type=file]").set_input_files(payloads)
    settled(page, quiet_ms=400)


def unfold(page: Page, name: str) -> None:
    page.locator("summary", has_text=name).click()
    page.wait_for_timeout(200)


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return Path(started.value.path()).read_bytes()


def three_files(content: Content) -> dict[str, bytes]:
    return {name: case_file(content, plain) for name, plain in PREPARED.items()}


def all_on_the_table(page: Page, content: Content) -> None:
    part(page, "Feiten")
    lay_down(page, three_files(content))
    press(page, re.compile("Alle nieuwe bestanden"))


def first_view(page: Page, who: str, choice: str, why: str) -> None:
    press(page, f"Ik ben {who}: laat de vraag zien")
    page.get_by_text(choice, exact=True).click()
    page.get_by_role("textbox", name="Waarom?").fill(why)
    press(page, "Leg vast en dek af")


def agree(page: Page, called: str, what: str, who: str) -> None:
    press(page, f"Voeg {called} toe")
    fill(page, f"Wat? ({called} 1)", what)
    fill(page, f"Wie? (functie) ({called} 1)", who)
    fill(page, f"Wanneer? ({called} 1)", "elke week")
    fill(page, f"Hoe merken we dat het helpt? ({called} 1)", "ze zegt nee tegen wat zij niet wil")


def test_three_people_lay_their_files_together_and_leave_with_one_sheet(
    page: Page, content: Content
) -> None:
    visit(page, "/casusoverleg")
    choose(page, content.meeting_purposes["hulp-afspreken"].label)
    choose(page, content.meeting_kinds["lokaal-team"].label)
    fill(page, "Werknaam voor de jongere", "Berk")

    all_on_the_table(page, content)
    jobs = [content.professions[job].name for job in ("onderwijs", "jongerenwerk", "politie")]
    for job in jobs:
        expect(page.get_by_role("heading", name=job, exact=True)).to_be_visible()
    expect(page.get_by_text("Ik schrik van haar toon")).to_be_visible()
    expect(page.get_by_text(content.text("overleg-verschil-wanneer"))).to_be_visible()
    expect(page.get_by_text("geheim van de docent")).to_have_count(0)

    part(page, "Begin")
    seats = page.get_by_role("textbox", name=re.compile(r"Functie \(plaats"))
    assert [seats.nth(n).input_value() for n in range(3)] == jobs

    part(page, "Stil kijken")
    first_view(page, jobs[0], "Zorg over radicalisering", "Haar woorden zijn hard.")
    expect(page.get_by_text("Haar woorden zijn hard.")).to_have_count(0)
    first_view(page, jobs[1], "Andere zorg", "Ze zoekt een plek.")
    expect(page.get_by_text("Ze zoekt een plek.")).to_have_count(0)
    first_view(page, jobs[2], "Nog niet duidelijk", "Ik weet te weinig.")
    press(page, "Laat alles tegelijk zien")
    for why in ("Haar woorden zijn hard.", "Ze zoekt een plek.", "Ik weet te weinig."):
        expect(page.get_by_text(why)).to_be_visible()

    part(page, "Duiden")
    fill(page, "Hoe lezen wij dit samen?", "Ze zoekt iets om voor te staan en durft geen nee.")
    press(page, "Voeg andere mening toe")
    fill(page, "Wie? (functie) (andere mening 1)", "wijkagent")
    fill(page, "Wat ziet deze persoon anders, en waarom? (andere mening 1)", "Er kan meer spelen.")

    part(page, "Afspraken")
    agree(page, "steun", "Samen naar de open groep", "jongerenwerker en mentor")
    agree(page, "grens", "Geen adressen meer tonen in de les", "decaan")
    fill(page, "Casusregisseur", "zorgcoördinator")
    fill(page, "Vast contact voor de jongere en ouders", "mentor")
    press(page, "Voeg bericht toe")
    fill(page, "Wie hoort iets? (bericht 1)", "de melder")
    fill(page, "Wat vertellen we? (bericht 1)", "dat er hulp is")
    page.get_by_role("spinbutton", name=re.compile("^day, Dag om terug")).click()
    with rerun(page):
        page.keyboard.type("08012027", delay=30)
        # The day is given on leaving the whole field, its calendar button included.
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")

    part(page, "Verslag")
    word = python_docx.Document(BytesIO(download(page, "Bewaar het verslag als Word-bestand")))
    text = "\n".join(
        [p.text for p in word.paragraphs]
        + [c.text for t in word.tables for row in t.rows for c in row.cells]
    )
    for name in PARTS:
        assert name in text
    for words in (
        "Berk",
        "elke dag oorlog",
        "Samen naar de open groep",
        "Geen adressen meer tonen in de les",
        "jongerenwerker en mentor",
        "Er kan meer spelen.",
        "de melder",
        "Ze zoekt een plek.",
        "zorgcoördinator",
        "8 januari 2027",
    ):
        assert words in text, words
    sheet = open_file(download(page, "Bewaar het verslag om te lezen"))
    assert isinstance(sheet, Meeting)
    assert sheet.codename == "Berk" and len(sheet.contributions) == 3 and len(sheet.views) == 3
    calendar = download(page, "Zet de dag om terug te kijken in de agenda")
    assert Calendar.from_ical(calendar).walk("VEVENT") and b"Berk" not in calendar


def test_a_bad_file_gets_a_message_and_the_good_one_goes_on(page: Page, content: Content) -> None:
    visit(page, "/casusoverleg")
    part(page, "Feiten")
    good = case_file(content, PREPARED["politie.html"])
    lay_down(page, {"Voornaam.html": good[:-60], "goed.html": good, "nogeens.html": good})
    expect(page.get_by_text("Een deel van dit bestand ontbreekt.")).to_be_visible()
    expect(page.get_by_text(content.text("overleg-bestand-dubbel"))).to_be_visible()
    expect(page.get_by_text("Voornaam.html")).to_have_count(0)
    press(page, "Zelfde jongere: leg bestand 2 op tafel")
    expect(page.get_by_text("De open groep maakt afspraken")).to_be_visible()


def test_another_case_never_joins_by_the_button_for_all(page: Page, content: Content) -> None:
    visit(page, "/casusoverleg")
    all_on_the_table(page, content)
    other = case_file(content, {**PREPARED["politie.html"], "leeftijd": "onder-12"})
    lay_down(page, {"anders.html": other})
    expect(page.get_by_text(content.text("overleg-bestand-andere-casus"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Toch dezelfde jongere"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Zelfde jongere"))).to_have_count(0)


def test_a_bsn_stops_the_sheet_and_other_traces_are_listed(page: Page, content: Content) -> None:
    visit(page, "/casusoverleg")
    part(page, "Afspraken")
    fill(page, "Casusregisseur", "bel 06-12345678")
    part(page, "Verslag")
    expect(page.get_by_text("06-12345678")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Bewaar het verslag"))).to_have_count(2)
    part(page, "Afspraken")
    fill(page, "Casusregisseur", f"nummer {bsn()}")
    part(page, "Verslag")
    expect(page.get_by_text(content.text("overleg-bsn"))).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Bewaar"))).to_have_count(0)


def test_the_shared_screen_is_large_hides_thoughts_and_goes_blank_with_one_key(
    open_page: OpenPage, content: Content
) -> None:
    page = open_page(viewport=BEAMER)
    visit(page, "/casusoverleg")
    all_on_the_table(page, content)
    thought = page.get_by_text("Ik schrik van haar toon")
    expect(thought).to_be_visible()
    choose(page, "Groot gedeeld scherm")
    expect(thought).to_have_count(0)
    expect(page.get_by_text("Notities voor de voorzitter")).to_have_count(0)
    fact = page.get_by_text("De open groep maakt afspraken")
    size = fact.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert size >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []
    page.keyboard.press("F9")
    cover = page.get_by_role("dialog", name=content.text("overleg-leeg"))
    expect(cover).to_be_visible()
    box = cover.bounding_box()
    assert box and (box["width"], box["height"]) == (1280, 720)
    assert axe(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#root') === null")
    page.keyboard.press("F9")
    expect(cover).to_have_count(0)


def test_last_time_lies_beside_this_time(page: Page, content: Content) -> None:
    visit(page, "/casusoverleg")
    fill(page, "Werknaam voor de jongere", "Berk")
    all_on_the_table(page, content)
    part(page, "Afspraken")
    agree(page, "steun", "Samen naar de open groep", "mentor")
    part(page, "Verslag")
    september = download(page, "Bewaar het verslag om te lezen")
    part(page, "Afspraken")
    fill(page, "Wie? (functie) (steun 1)", "decaan")
    part(page, "Later")
    lay_down(page, {"september.html": september})
    row = page.get_by_role("row", name=re.compile("Samen naar de open groep"))
    expect(row).to_contain_text("Veranderd")
    expect(row).to_contain_text("mentor")
    expect(row).to_contain_text("decaan")
    assert axe(page) == []
    with rerun(page):
        page.get_by_role("button", name=re.compile("^Ga verder met het verslag")).click()
    part(page, "Afspraken")
    expect(page.get_by_role("textbox", name="Wie? (functie) (steun 1)")).to_have_value("mentor")


@pytest.mark.parametrize("narrow", [False, True])
def test_every_part_is_accessible_and_fits(
    open_page: OpenPage, content: Content, narrow: bool
) -> None:
    page = open_page(viewport=PHONE) if narrow else open_page()
    visit(page, "/casusoverleg")
    all_on_the_table(page, content)
    for name in ("Begin", "Feiten", "Stil kijken", "Duiden", "Afspraken", "Verslag", "Later"):
        part(page, name)
        if name == "Afspraken":
            press(page, "Voeg steun toe")
            press(page, "Voeg grens toe")
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    part(page, "Stil kijken")
    press(page, f"Ik ben {content.professions['politie'].name}: laat de vraag zien")
    assert axe(page) == []
    page.get_by_text("Andere zorg", exact=True).click()
    press(page, "Leg vast en dek af")
    press(page, "Laat alles tegelijk zien")
    assert axe(page) == []


def test_an_agreement_is_made_by_keyboard_alone(page: Page) -> None:
    visit(page, "/casusoverleg")
    page.get_by_role("radio", name="Begin", exact=True).focus()

    def tab_to(name: str) -> None:
        for _ in range(120):
            page.keyboard.press("Tab")
            here = page.evaluate(
                "(document.activeElement.ariaLabel || document.activeElement.innerText || '')"
            )
            if here.strip() == name:
                return
        raise AssertionError(f"{name!r} not reached by Tab")

    for _ in range(4):
        page.keyboard.press("ArrowRight")
    with rerun(page):
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Afspraken", exact=True)).to_be_visible()
    tab_to("Voeg steun toe")
    with rerun(page):
        page.keyboard.press("Enter")
    page.get_by_role("heading", name="Doelen").focus()
    tab_to("Wat? (steun 1)")
    page.keyboard.type("Elke week praten")
    with rerun(page):
        page.keyboard.press("Tab")
    expect(page.get_by_role("textbox", name="Wat? (steun 1)")).to_have_value("Elke week praten")


def test_nothing_of_a_meeting_is_logged_or_in_the_address_and_wiping_wipes(
    page: Page, server: Server, content: Content
) -> None:
    visit(page, "/casusoverleg")
    fill(page, "Werknaam voor de jongere", "paarsezebra")
    part(page, "Feiten")
    assert "paarsezebra" not in page.url and "paarsezebra" not in server.log()
    page.get_by_role("button", name="Wis alles").click()
    page.wait_for_timeout(300)
    press(page, "Ja, wis alles nu")
    part(page, "Begin")
    expect(page.get_by_role("textbox", name="Werknaam voor de jongere")).to_have_value("")


def test_a_short_sheet_is_one_page_of_paper(page: Page, content: Content, tmp_path: Path) -> None:
    short = Meeting(codename="Berk").with_text("duiding", "Ze zoekt een plek.")
    sheet = tmp_path / "verslag.html"
    sheet.write_bytes(meeting_page(content, short, date(2026, 11, 20)))
    page.goto(sheet.as_uri())
    assert axe(page) == []
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
