"""Needs from the preparatory work, in a real browser: a step, a plan, and care for oneself."""

from playwright.sync_api import Page, expect

from tests.browser.harness import axe, rerun, visit
from tests.browser.test_situation import begin, choose_job, no_danger, part, press, tick, write_fact
from triggerfactors.content import Content


def _overview(page: Page, content: Content) -> None:
    begin(page)
    choose_job(page, content, "onderwijs")
    no_danger(page)
    write_fact(page, "Kwam drie keer niet op training.")
    press(page, "Naar het overzicht")
    part(page, "Kiezen en meenemen")


def test_a_step_this_week_and_a_plan_with_both_sides_stand_in_the_overview(
    phone: Page, content: Content
) -> None:
    _overview(phone, content)
    phone.get_by_label("Wat ga je doen?").fill("Vragen hoe het gaat")
    tick(phone, "Deze week")
    with rerun(phone):
        phone.get_by_role("button", name="Zet in mijn overzicht").first.click()
    phone.get_by_label(content.text("plan-begrenzen")).fill("Niet schelden in de groep")
    with rerun(phone):
        phone.get_by_role("button", name="Zet in mijn overzicht").nth(1).click()
    expect(phone.get_by_text(content.text("plan-zonder-steun"))).to_be_visible()
    assert axe(phone) == []
    tick(phone, content.joining["meebeslissen"].label)
    with rerun(phone):
        phone.get_by_role("button", name="Zet in mijn overzicht").nth(1).click()
    expect(phone.get_by_text(content.text("plan-zonder-steun"))).to_have_count(0)
    part(phone, "In het kort")
    expect(phone.get_by_text("Vragen hoe het gaat – deze week")).to_be_visible()
    expect(phone.get_by_text("Niet schelden in de groep")).to_be_visible()
    expect(phone.get_by_text(content.joining["meebeslissen"].label)).to_be_visible()
    assert axe(phone) == []


def test_the_start_asks_what_this_does_to_you_without_keeping_anything(
    page: Page, content: Content
) -> None:
    visit(page, "/")
    with rerun(page):
        page.get_by_text(content.text("start-zelf")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(content.cards["zelfcheck"].title)
    assert "kaart=zelfcheck" in page.url


def test_a_card_comes_down_to_print(page: Page, content: Content) -> None:
    visit(page, "/kennis?kaart=teamoverleg")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Neem deze kaart mee om te printen").click()
    text = waiting.value.path().read_text(encoding="utf-8")
    assert content.cards["teamoverleg"].sections[0].points[0].text in text
    assert axe(page) == []
