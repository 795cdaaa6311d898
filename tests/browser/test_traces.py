"""What stays in the browser itself: no word of a case in an address, a cookie or a store."""

import json

from playwright.sync_api import Page, expect

from tests.browser.harness import rerun, visit

MARKER = "merkwoord-zebrapad-4711"


def test_nothing_of_a_case_is_in_an_address_a_cookie_or_a_store_of_the_browser(page: Page) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.on("framenavigated", lambda frame: addresses.append(frame.url))
    visit(page, "/situatie")
    for answer in ("Jongerenwerker", "Nee, nu niet"):
        page.get_by_text(answer, exact=True).click()
        with rerun(page):
            page.get_by_role("button", name="Verder", exact=True).click()
    page.get_by_role("textbox").first.fill(MARKER)
    with rerun(page):
        page.get_by_role("button", name="Verder", exact=True).click()
    with rerun(page):
        page.get_by_role("button", name="Bekijk mijn antwoorden").click()
    expect(page.get_by_text(MARKER).first).to_be_attached()
    kept = page.evaluate(
        """async () => JSON.stringify([
             {...localStorage}, {...sessionStorage}, document.cookie, document.title,
             await indexedDB.databases(), await caches.keys(), location.href, history.state])"""
    )
    cookies = page.context.cookies()
    assert MARKER not in kept + json.dumps(cookies) + "".join(addresses)
    assert "jongerenwerk" not in "".join(addresses).lower()
    assert all(cookie["sameSite"] == "Strict" for cookie in cookies)
    assert len(cookies) <= 1
