"""The infographic in a real browser: by keyboard, by link, side by side, on a wall, on paper."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from benchmarks.first_page import loaded_modules
from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, axe, rerun, served, settled, visit
from triggerfactors.content import Content
from triggerfactors.report import Paper, handout, poster

HERE = "/infographic"
WALL = {"width": 1280, "height": 720}
TODAY = date(2026, 11, 20)


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def choose(page: Page, name: str) -> None:
    with rerun(page):
        page.get_by_role("button", name=name, exact=True).click()


def pill(page: Page, group: str, name: str) -> None:
    with rerun(page):
        # Where one may choose more than one, it is a toolbar of buttons.
        one, more = (page.get_by_role(r, name=group, exact=True) for r in ("radiogroup", "toolbar"))
        one.or_(more).get_by_text(name, exact=True).click()


def tab_to(page: Page, name: str, at_most: int = 60) -> None:
    for _ in range(at_most):
        page.keyboard.press("Tab")
        focused = page.evaluate("() => document.activeElement.textContent.trim()")
        if focused == name:
            return
    raise AssertionError(f"{name!r} not reached by Tab")


def test_a_factor_opens_by_keyboard_alone(page: Page, content: Content) -> None:
    visit(page, HERE)
    tab_to(page, content.factors["problemen-thuis"].name)
    with rerun(page):
        page.keyboard.press("Enter")
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(content.factors["problemen-thuis"].name)
    expect(title).to_be_focused()
    expect(page).to_have_title(re.compile("^Problemen thuis"))
    tab_to(page, "Wat spreekt dit tegen?")
    page.keyboard.press("Enter")
    expect(page.get_by_text(content.factors["problemen-thuis"].contradicts[0].text)).to_be_visible()
    tab_to(page, content.professions["onderwijs"].name)
    with rerun(page):
        page.keyboard.press("Enter")
    own = content.factors["problemen-thuis"].actions.per_job["onderwijs"].talk[0].text
    expect(page.get_by_text(own)).to_be_visible()
    expect(page).to_have_url(re.compile(r"factor=problemen-thuis&beroep=onderwijs$"))


def test_all_fifteen_stand_in_text_with_their_level(page: Page, content: Content) -> None:
    visit(page, HERE)
    page.get_by_text("Alles als tabel").click()
    for factor in content.factors.values():
        expect(page.get_by_role("row").filter(has_text=factor.name)).to_be_visible()
        expect(page.get_by_role("button", name=factor.name, exact=True)).to_be_visible()
    expect(page.get_by_role("figure")).to_have_attribute(
        "aria-label", re.compile("ook in de knoppen en in de tabel")
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_link_shows_the_event_for_the_job_and_is_accessible(
    open_page: OpenPage, content: Content, scheme: str
) -> None:
    for size in [{}, {"viewport": PHONE}]:
        page = open_page(color_scheme=scheme, **size)
        visit(page, f"{HERE}?factor=detentie&beroep=ggz")
        assert heading(page) == content.factors["detentie"].name
        expect(page.get_by_role("heading", name=content.professions["ggz"].name)).to_be_visible()
        for part in page.locator("details.tw-card").all():
            part.evaluate("part => { part.open = true; }")
        for title in ("Ga in gesprek", "Schat in met anderen", "Neem vervolgstappen"):
            expect(page.locator("summary", has_text=title)).to_be_visible()
        for side in ("Begrenzen", "Ondersteunen"):
            expect(page.get_by_role("heading", name=side).first).to_be_visible()
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "wrong", ["factor=bestaat-niet", "factor=detentie&beroep=tovenaar", "beroep=%3Cb%3E"]
)
def test_a_wrong_link_gives_the_overview_and_says_so(
    page: Page, content: Content, wrong: str
) -> None:
    visit(page, f"{HERE}?{wrong}")
    assert heading(page) == "Vijftien gebeurtenissen"
    expect(page.get_by_text(content.text("infographic-onbekend"))).to_be_visible()
    assert axe(page) == []
    choose(page, content.factors["detentie"].name)
    assert heading(page) == content.factors["detentie"].name
    expect(page).to_have_url(re.compile(r"\?factor=detentie$"))


def test_the_back_button_of_the_browser_leads_back_to_all_fifteen(
    page: Page, content: Content
) -> None:
    visit(page, HERE)
    choose(page, content.factors["detentie"].name)
    with rerun(page):
        page.go_back()
    assert heading(page) == "Vijftien gebeurtenissen"


def test_the_same_event_for_two_jobs_stands_side_by_side(page: Page, content: Content) -> None:
    visit(page, f"{HERE}?factor=propaganda&beroep=onderwijs")
    page.get_by_text("Leg er een ander werk naast").click()
    pill(page, "Naast welk werk leggen?", content.professions["politie"].name)
    own, other = (
        content.factors["propaganda"].actions.per_job[j] for j in ("onderwijs", "politie")
    )
    left = page.get_by_text(own.talk[0].text).bounding_box()
    right = page.get_by_text(other.talk[0].text).bounding_box()
    assert left and right
    assert left["x"] + left["width"] <= right["x"]
    # Only the event and the own job are in the address.
    expect(page).to_have_url(re.compile(r"\?factor=propaganda&beroep=onderwijs$"))
    assert axe(page) == []


def test_a_filter_leaves_what_fits_in_buttons_picture_and_table(
    open_page: OpenPage, content: Content
) -> None:
    page = open_page(color_scheme="dark")
    visit(page, HERE)
    page.get_by_text("Kies welke je wilt zien").click()
    pill(page, "Waar", "Vrienden en groep")
    pill(page, "Fase, als achtergrond", "bereid tot actie")
    expect(page.get_by_text("Je ziet er 2 van de 15.")).to_be_visible()
    expect(page.get_by_role("button", name=content.factors["detentie"].name)).to_have_count(0)
    expect(page.get_by_role("figure")).to_have_attribute("aria-label", re.compile("^2 gebeurt"))
    choose(page, content.factors["training"].name)
    choose(page, "← Terug naar alle vijftien")
    expect(page.get_by_text("Je ziet er 2 van de 15.")).to_be_visible()
    page.get_by_text("Kies welke je wilt zien").click()
    pill(page, "Wat een jongere kan zoeken", content.motives["betekenis"].label)
    expect(page.get_by_text("Je ziet er 1 van de 15.")).to_be_visible()
    pill(page, "Voor welk werk?", content.professions["leidinggevende"].name)
    pill(page, "Stap", "Ga in gesprek")
    expect(page.get_by_text(content.text("infographic-niets"))).to_be_visible()
    assert axe(page) == []
    assert "fase" not in page.url
    assert "stap" not in page.url


def test_a_click_on_a_mark_opens_its_event_more_than_once(page: Page, content: Content) -> None:
    visit(page, HERE)
    for _ in range(2):
        mark = page.locator("path.point").first
        mark.scroll_into_view_if_needed()
        box = mark.bounding_box()
        assert box
        with rerun(page):
            page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert heading(page) == content.factors["confrontatie-dood"].name
        choose(page, "← Terug naar alle vijftien")


def test_on_a_wall_all_fifteen_are_big_and_in_sight(open_page: OpenPage, content: Content) -> None:
    page = open_page(viewport=WALL)
    visit(page, HERE)
    with rerun(page):
        page.get_by_text("Grote letters").click()
    for factor in content.factors.values():
        button = page.get_by_role("button", name=factor.name, exact=True)
        expect(button).to_be_in_viewport(ratio=1)
        size = button.locator("p").evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
        assert size >= 24
    assert axe(page) == []
    with rerun(page):
        page.get_by_role("radio", name="Plaatje").click()
    picture = page.get_by_role("figure")
    expect(picture).to_be_in_viewport(ratio=0.99)
    expect(page.get_by_role("link", name="Bel 112")).to_be_in_viewport()
    assert axe(page) == []


def test_poster_and_handout_come_down_and_print_on_one_page(
    page: Page, open_page: OpenPage, content: Content, tmp_path: Path
) -> None:
    visit(page, HERE)
    with page.expect_download() as poster_file:
        page.get_by_role("button", name="Poster op A3").click()
    pill(page, "Een blad voor welk werk?", content.professions["onderwijs"].name)
    with page.expect_download() as sheet_file:
        page.get_by_role("button", name=re.compile("^Blad voor: Leraar")).click()
    assert b"size:A3 landscape" in poster_file.value.path().read_bytes()
    assert content.professions["onderwijs"].name in sheet_file.value.path().read_text("utf-8")

    made = {f"poster-{paper}": poster(content, paper, TODAY) for paper in Paper}
    made |= {f"blad-{job}": handout(content, job, TODAY) for job in content.professions}
    paper_page = open_page()
    for name, data in made.items():
        file = tmp_path / f"{name}.html"
        file.write_bytes(data)
        paper_page.goto(file.as_uri())
        assert printed_pages(paper_page) == 1, name


def printed_pages(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_poster_and_handout_read_well_on_a_screen(
    open_page: OpenPage, content: Content, tmp_path: Path
) -> None:
    file = tmp_path / "blad.html"
    for data in (poster(content, Paper.A4, TODAY), handout(content, "gemeente", TODAY)):
        file.write_bytes(data)
        for settings in ({}, {"viewport": PHONE}, {"color_scheme": "dark"}):
            page = open_page(**settings)
            page.goto(file.as_uri())
            assert axe(page) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_plotly_is_loaded_only_where_the_picture_is(tmp_path: Path, open_page: OpenPage) -> None:
    with served(tmp_path / "server.log", module="benchmarks.loaded") as fresh:
        page = open_page(at=fresh)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for path in ("/", "/situatie", "/over"):
            visit(page, path)
        assert not {"plotly", "pandas", "pyarrow"} & loaded_modules(fresh)
        assert not any("Plotly" in url for url in asked)
        visit(page, f"{HERE}?factor=detentie")
        assert "plotly" not in loaded_modules(fresh)
        visit(page, HERE)
        page.locator(".js-plotly-plot").wait_for()
        settled(page)
        assert "plotly" in loaded_modules(fresh)
        assert any("Plotly" in url for url in asked)
        page.goto("about:blank")
