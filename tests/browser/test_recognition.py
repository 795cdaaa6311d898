"""From someone's own words to events, in a real browser: proposed, confirmed, rejected, denied."""

import re

from playwright.sync_api import Page, expect

from tests.browser.harness import axe
from tests.browser.test_situation import begin, choose_job, no_danger, part, press, write_fact
from triggerfactors.content import Content

TEXT = (
    "Zijn ouders zijn in de zomer gescheiden en sindsdien is er elke avond ruzie thuis. "
    "Hij is van school gestuurd. "
    "Zijn broer zit in de gevangenis."
)


def to_found(page: Page, content: Content, text: str) -> None:
    begin(page)
    choose_job(page, content, "jongerenwerk")
    no_danger(page)
    write_fact(page, text)
    press(page, "Overslaan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wat lezen we in je tekst?")


def decide(page: Page, name: str, verdict: str) -> None:
    group = page.get_by_role("radiogroup", name=f"Past dit: {name}?")
    group.get_by_text(verdict, exact=True).click()


def test_one_confirms_and_rejects_what_was_found_in_the_own_words(
    page: Page, content: Content
) -> None:
    to_found(page, content, TEXT)
    home, school = content.factors["problemen-thuis"], content.factors["verlies-school-werk"]
    expect(page.locator("mark")).to_have_count(2)
    decide(page, home.name, "Ja, dit past")
    decide(page, school.name, "Nee, dit past niet")
    assert axe(page) == []
    press(page, "Verder")
    press(page, "Verder")
    expect(page.get_by_role("checkbox", name=home.event_label)).to_be_checked()
    expect(page.get_by_role("checkbox", name=school.event_label)).not_to_be_checked()
    press(page, "Verder")
    press(page, "Naar het overzicht")
    part(page, "Wat er speelt")
    card = page.locator("details", has=page.locator("summary", has_text=home.name)).last
    expect(card).to_contain_text("Zijn ouders zijn in de zomer gescheiden")
    expect(page.locator("summary", has_text=school.name)).to_have_count(0)


def test_what_was_read_but_not_proposed_says_why(page: Page, content: Content) -> None:
    to_found(page, content, "Hij heeft geen ruzie thuis. Hij komt elke dag op tijd.")
    page.get_by_text("Wat we ook lazen").click()
    expect(page.get_by_text(re.compile("ontkend in de tekst"))).to_be_visible()
    assert axe(page) == []


def test_finding_nothing_does_not_say_that_nothing_is_going_on(
    page: Page, content: Content
) -> None:
    to_found(page, content, "Hij zat vandaag bij het raam en at een appel.")
    expect(page.get_by_text(content.text("herkend-niets"))).to_be_visible()
    assert axe(page) == []


def test_nothing_is_ticked_without_the_persons_word(page: Page, content: Content) -> None:
    to_found(page, content, TEXT)
    press(page, "Verder")
    press(page, "Verder")
    for factor in content.factors.values():
        if factor.level == "persoonlijk":
            box = page.get_by_role("checkbox", name=factor.event_label)
            expect(box).not_to_be_checked()


def test_no_figure_or_bar_stands_beside_what_was_found(page: Page, content: Content) -> None:
    to_found(page, content, TEXT)
    main = page.locator("main").inner_text()
    assert not re.search(r"\d+ ?%|score|kans|zekerheid", main)
    assert page.locator("main progress, main meter").count() == 0
