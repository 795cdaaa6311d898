"""The main stories in a real browser: from a worry to a file, and everything on the way."""

import re
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, Server, axe, rerun, settled, visit
from triggerfactors.casefile import unseal
from triggerfactors.content import Content
from triggerfactors.situation.answers import EventAnswer

MARKER = "paarsezebra"


def press(page: Page, name: str | re.Pattern[str]) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=isinstance(name, str)).click()


def open_popover(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(name)).click()
    page.wait_for_timeout(300)


def begin(page: Page) -> None:
    visit(page, "/")
    press(page, "Begin met kijken")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat is je werk?")


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def tick(page: Page, label: str) -> None:
    # Streamlit hides the real checkbox; people click the words.
    page.get_by_text(label, exact=True).click()


def choose_job(page: Page, content: Content, job: str) -> None:
    tick(page, content.professions[job].name)
    press(page, "Verder")


def no_danger(page: Page) -> None:
    tick(page, "Nee, nu niet")
    press(page, "Verder")


def write_fact(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Wat zag of hoorde je?").fill(text)
    press(page, "Verder")


def skip_to(page: Page, title: str) -> None:
    for _ in range(30):
        if heading(page).endswith(title):
            return
        for name in ("Overslaan", "Weet ik niet", "Verder"):
            button = page.get_by_role("button", name=name, exact=True)
            if button.count():
                press(page, name)
                break
    raise AssertionError(f"{title!r} not reached, at {heading(page)!r}")


def part(page: Page, name: str) -> None:
    choice = page.get_by_role("radio", name=name)
    if choice.get_attribute("aria-checked") == "true":
        return
    with rerun(page):
        choice.click()


def to_overview(page: Page) -> None:
    skip_to(page, "Je overzicht")


def download(page: Page, button: str) -> bytes:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    path = started.value.path()
    return Path(path).read_bytes()


def resume(page: Page, data: bytes, name: str = "bewaard.html") -> None:
    visit(page, "/")
    page.get_by_text("Ik heb al een bewaarbestand").click()
    payload = FilePayload(name=name, mimeType="text/html", buffer=data)
    with rerun(page):
        page.locator("input[type=file]").set_input_files(payload)
    settled(page, quiet_ms=400)


def walk_as_teacher(page: Page, content: Content, fact: str = "Kwam drie keer niet.") -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    write_fact(page, fact)
    skip_to(page, "Herken je een van deze situaties?")
    first = next(iter(content.recognisable.values()))
    page.locator("summary", has_text=first.group).click()
    tick(page, first.label)
    press(page, "Verder")
    tick(page, content.factors["problemen-thuis"].event_label)
    press(page, "Verder")
    tick(page, content.factors["verbreken-bindingen"].event_label)
    press(page, "Verder")
    press(page, "Verder")
    for _ in range(2):
        tick(page, "De laatste maand")
        tick(page, "Sindsdien gaat het moeilijker")
        press(page, "Verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tot nu toe")


def test_a_teacher_goes_from_a_worry_to_a_file_to_take_along(page: Page, content: Content) -> None:
    walk_as_teacher(page, content)
    to_overview(page)
    part(page, "Wat er speelt")
    expect(page.get_by_role("img", name=re.compile("Gebeurtenissen naar plaats"))).to_be_visible()
    expect(page.get_by_text("Drie manieren om hetzelfde te lezen")).to_be_visible()
    part(page, "Wie je belt")
    expect(
        page.get_by_role("link", name=content.organisations["ssv-adviespunt"].phone)
    ).to_be_visible()
    part(page, "Kiezen en meenemen")
    saved = download(page, "Bewaar als leesbaar bestand")
    situation = unseal(saved)
    assert situation.choice("rol") == "onderwijs"
    assert isinstance(situation.answer("gebeurtenis:problemen-thuis"), EventAnswer)
    word = python_docx.Document(BytesIO(download(page, "Bewaar als Word-bestand")))
    assert any("Problemen thuis" in p.text for p in word.paragraphs)


def test_the_file_opens_without_the_app_and_reads_well(
    page: Page, open_page: OpenPage, content: Content, tmp_path: Path
) -> None:
    walk_as_teacher(page, content)
    to_overview(page)
    part(page, "Kiezen en meenemen")
    file = tmp_path / "bewaard.html"
    file.write_bytes(download(page, "Bewaar als leesbaar bestand"))
    for settings in ({}, {"viewport": PHONE}, {"color_scheme": "dark"}):
        alone = open_page(**settings)
        alone.goto(file.as_uri())
        expect(alone.get_by_role("heading", level=1)).to_be_visible()
        assert axe(alone) == []
        assert alone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_changing_an_early_answer_keeps_everything_else(page: Page, content: Content) -> None:
    walk_as_teacher(page, content)
    press(page, "Bekijk mijn antwoorden")
    press(page, "Verander: Wat is je werk?")
    choose_job(page, content, "jongerenwerk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn antwoorden")
    expect(page.get_by_text(content.professions["jongerenwerk"].name)).to_be_visible()
    expect(page.get_by_text("Kwam drie keer niet.")).to_be_visible()
    press(page, "Naar het overzicht")
    part(page, "Wat er speelt")
    expect(page.locator("summary", has_text="Problemen thuis")).to_be_visible()


def test_danger_now_stops_the_questions_and_shows_the_phone(page: Page, content: Content) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    tick(page, "Ja, er is nu gevaar")
    press(page, "Verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bel nu 112")
    assert page.get_by_role("link", name="Bel 112").first.get_attribute("href") == "tel:112"
    assert axe(page) == []
    press(page, "Verander mijn antwoord")
    no_danger(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat zag of hoorde je?")


def test_a_file_brings_one_back_to_where_one_was(page: Page, content: Content) -> None:
    walk_as_teacher(page, content)
    press(page, "Naar het overzicht")
    part(page, "Kiezen en meenemen")
    saved = download(page, "Bewaar als leesbaar bestand")
    open_popover(page, "Wis alles")
    press(page, "Ja, wis alles nu")
    resume(page, saved)
    expect(page.get_by_text("Je bestand is geladen.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tot nu toe")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html><script>document.title='gekaapt'</script></html>", "geen bewaarbestand"),
        (b"\x89PNG\xff\xfe", "geen tekst"),
    ],
)
def test_a_hostile_file_gets_a_word_and_keeps_what_one_had(
    page: Page, content: Content, data: bytes, message: str
) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    with rerun(page):
        page.get_by_role("link", name="Start").click()
    page.get_by_text("Ik heb al een bewaarbestand").click()
    payload = FilePayload(name="x.html", mimeType="text/html", buffer=data)
    with rerun(page):
        page.locator("input[type=file]").set_input_files(payload)
    settled(page, quiet_ms=400)
    expect(page.get_by_text(re.compile(message))).to_be_visible()
    assert page.title() != "gekaapt"
    press(page, "Ga verder waar je was")
    expect(page.get_by_role("heading", level=1)).to_have_text("Is er nu gevaar?")


def test_support_staff_are_done_in_five_questions(phone: Page, content: Content) -> None:
    begin(phone)
    choose_job(phone, content, "ondersteunend")
    no_danger(phone)
    write_fact(phone, "Zat twee dagen alleen in de hal.")
    tick(phone, "Nee, daar merk ik niets van")
    press(phone, "Verder")
    phone.get_by_role("textbox", name=re.compile("Met wie")).fill("de mentor")
    press(phone, "Verder")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Je overzicht")


def test_words_that_look_like_a_name_get_a_kind_notice(page: Page, content: Content) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    box = page.get_by_role("textbox", name="Wat zag of hoorde je?")
    box.fill("Bel de moeder op 06-12345678.")
    with rerun(page):
        box.blur()
    expect(page.get_by_text("Kun je dit anders schrijven?")).to_be_visible()


def test_what_was_typed_is_still_there_after_looking_elsewhere(
    page: Page, content: Content
) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    box = page.get_by_role("textbox", name="Wat zag of hoorde je?")
    box.fill("Kwam drie keer niet.")
    with rerun(page):
        box.blur()
    for name in ("Over", "Situatie"):
        with rerun(page):
            page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat zag of hoorde je?")
    expect(box).to_have_value("Kwam drie keer niet.")


def test_a_bsn_blocks_the_files_until_it_is_gone(page: Page, content: Content) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    write_fact(page, "Nummer 111222333 staat in het systeem.")
    press(page, "Naar het overzicht")
    part(page, "Kiezen en meenemen")
    expect(page.get_by_text(content.text("privacy-bsn"))).to_be_visible()
    assert page.get_by_role("button", name="Bewaar als leesbaar bestand").count() == 0


def test_typed_html_and_markdown_stay_words(page: Page, content: Content) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    hostile = "<img src=https://kwaad.example/a.png> ![x](https://kwaad.example/b.png) **vet**"
    write_fact(page, hostile)
    press(page, "Bekijk mijn antwoorden")
    expect(page.get_by_text(hostile)).to_be_visible()
    press(page, "Naar het overzicht")
    part(page, "Wat er speelt")
    expect(page.get_by_text(hostile)).to_be_visible()


def test_nothing_of_a_case_is_left_in_logs_urls_or_on_disk(
    page: Page, server: Server, content: Content
) -> None:
    walk_as_teacher(page, content, fact=f"Zei iets over een {MARKER}.")
    urls = [page.url]
    to_overview(page)
    part(page, "Kiezen en meenemen")
    assert MARKER in download(page, "Bewaar als leesbaar bestand").decode()
    urls.append(page.url)
    assert not any(MARKER in url or "antwoord" in url for url in urls)
    assert MARKER not in server.log()
    assert holders_of(MARKER, server.pid) == []


def holders_of(text: str, pid: int) -> list[str]:
    """Files the server has open or may have written that hold a text."""
    needle = text.encode()
    roots = [Path(__file__).parents[2] / name for name in (".streamlit", "data", "docs")]
    files = [path for root in roots for path in root.rglob("*") if path.is_file()]
    files += [path for path in Path.home().glob(".streamlit/*") if path.is_file()]
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        target = descriptor.resolve()
        if target.is_file() and not str(target).startswith(("/dev", "/usr", "/proc")):
            files.append(target)
    return [str(path) for path in files if needle in path.read_bytes()]


def test_the_whole_route_is_accessible_on_a_phone(phone: Page, content: Content) -> None:
    assert_every_screen_is_accessible(phone, content)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_whole_route_is_accessible(open_page: OpenPage, content: Content, scheme: str) -> None:
    assert_every_screen_is_accessible(open_page(color_scheme=scheme), content)


def assert_every_screen_is_accessible(page: Page, content: Content) -> None:
    """Look at every screen and state of the route, with axe and for sideways scrolling."""

    def look(name: str) -> None:
        assert axe(page) == [], name
        assert page.evaluate(
            "document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth"
        ), f"{name} scrolls sideways"
        assert page.locator("html").get_attribute("lang") == "nl"

    visit(page, "/")
    look("start")
    begin(page)
    look("rol")
    choose_job(page, content, "onderwijs")
    press(page, "Verder")  # nothing chosen: a message, and the same question
    expect(page.get_by_text("Vul iets in")).to_be_visible()
    look("acuut met melding")
    no_danger(page)
    box = page.get_by_role("textbox", name="Wat zag of hoorde je?")
    box.fill("Kwam drie keer niet. Bel 06-12345678.")
    press(page, "Voeg nog een feit toe")
    look("feiten met waarschuwing")
    press(page, "Verder")
    seen = set()
    for _ in range(30):
        at = heading(page)
        if at == "Je overzicht":
            break
        if at not in seen:
            seen.add(at)
            look(at)
        if at == "Wat gebeurde er in het leven van de jongere?":
            tick(page, content.factors["problemen-thuis"].event_label)
        if at in ("Wat gebeurde er in het leven van de jongere?", "Tot nu toe") or at.endswith(
            "Wat weet je hierover?"
        ):
            press(page, "Verder")
        else:
            press(page, "Weet ik niet")
    assert len(seen) >= 15
    for name in (
        "In het kort",
        "Wat er speelt",
        "Wat je kunt doen",
        "Wie je belt",
        "Kiezen en meenemen",
    ):
        part(page, name)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        look(f"overzicht: {name}")
    press(page, "Bekijk mijn antwoorden")
    look("antwoorden")
    open_popover(page, "Wis alles")
    look("wis alles")
    page.keyboard.press("Escape")
    with rerun(page):
        page.get_by_role("link", name="Over", exact=True).click()
    look("over")


def test_the_route_can_be_walked_with_the_keyboard_alone(page: Page, content: Content) -> None:
    visit(page, "/")
    reach(page, "Begin met kijken")
    enter(page)
    assert focused(page) == "Wat is je werk?"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    reach(page, "Verder")
    enter(page)
    assert focused(page) == "Is er nu gevaar?"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    reach(page, "Verder")
    enter(page)
    for _ in range(40):
        if heading(page) == "Je overzicht":
            break
        reach(page, "Verder" if heading(page) == "Tot nu toe" else "Weet ik niet")
        enter(page)
    assert focused(page) == "Je overzicht"
    reach(page, "In het kort")
    page.keyboard.press("ArrowRight")
    with rerun(page):
        page.keyboard.press("Space")
    expect(page.get_by_text("Drie manieren om hetzelfde te lezen")).to_be_visible()


def enter(page: Page) -> None:
    with rerun(page):
        page.keyboard.press("Enter")


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.innerText.trim()"))


def reach(page: Page, name: str) -> None:
    """Press Tab until the control with this text has focus."""
    for _ in range(120):
        if focused(page) == name:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name!r} not reached with Tab")


def test_the_title_of_the_page_says_which_step_this_is(page: Page, content: Content) -> None:
    begin(page)
    expect(page).to_have_title(re.compile(r"Wat is je werk\? – Deel 1 van \d – Triggerwijzer"))
    choose_job(page, content, "onderwijs")
    expect(page).to_have_title(re.compile(r"Is er nu gevaar\?"))


def test_after_a_long_quiet_the_app_asks_first_and_then_wipes(page: Page, content: Content) -> None:
    page.clock.install()
    begin(page)
    choose_job(page, content, "onderwijs")
    page.clock.fast_forward("25:01")
    stay = page.get_by_role("button", name=content.text("tijd-blijf"))
    expect(stay).to_be_focused()
    assert axe(page) == []
    stay.click()
    expect(stay).to_have_count(0)
    page.clock.fast_forward("25:01")
    expect(stay).to_be_visible()
    page.clock.fast_forward("05:01")
    expect(page.get_by_text(content.text("tijd-gewist"))).to_be_visible()
    expect(page.get_by_role("button", name="Begin met kijken")).to_be_visible()
