"""An invented story in the search box, in a real browser."""

from playwright.sync_api import Page, expect

from tests.browser.harness import axe, visit
from tests.browser.test_knowledge import seek
from triggerfactors.content import Content


def test_an_invented_story_says_that_it_is_invented(phone: Page, content: Content) -> None:
    case = content.cases["jurre"]
    visit(phone, "/kennis")
    seek(phone, "Jurre")
    expect(phone.get_by_text(case.title).first).to_be_visible()
    expect(phone.get_by_text("Verzonnen verhaal").first).to_be_visible()
    assert axe(phone) == []
