"""The own organisation's contacts, in a real browser: at hand on every page."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import PHONE, axe, served, visit

OVERLAY = """
organisation: School de Brug
inside_advice_point:
  id: adviespunt
  name: Adviespunt de Brug
  what: Ons eigen punt voor vragen over jongeren.
  phone: 0100-000000
"""


def test_the_own_advice_point_stands_in_the_acute_bar_of_every_page(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text(OVERLAY, encoding="utf-8")
    monkeypatch.setenv("TRIGGERWIJZER_LOKAAL", str(own))
    with served(tmp_path / "server.log") as server:
        page = open_page(at=server)
        for address in ("/", "/situatie", "/wegwijzer", "/over"):
            visit(page, address)
            bar = page.get_by_label("Acuut gevaar", exact=True)
            expect(bar.get_by_text("Adviespunt de Brug")).to_be_visible()
        assert axe(page) == []
        phone = open_page(at=server, viewport=PHONE)
        visit(phone, "/")
        expect(phone.get_by_text("Adviespunt de Brug").first).to_be_visible()
        width = phone.evaluate("() => document.documentElement.scrollWidth")
        assert width <= PHONE["width"]
