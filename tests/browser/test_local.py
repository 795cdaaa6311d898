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


OWN = """
organisation: "School <b>de Brug</b>"
accent: "#3b3a8c"
accent_dark: "#b9b6f5"
privacy_contact: fg@brug.example
legal_ground: "<script>document.title='mis'</script> Zorgplicht van de school"
"""


def test_own_name_colour_and_words_show_and_nothing_in_them_runs(
    open_page: OpenPage, tmp_path: Path
) -> None:
    own = tmp_path / "eigen.yaml"
    own.write_text(OWN, encoding="utf-8")
    with served(tmp_path / "server.log", settings={"TRIGGERWIJZER_LOKAAL": str(own)}) as server:
        for scheme, colour in (("light", "rgb(59, 58, 140)"), ("dark", "rgb(185, 182, 245)")):
            page = open_page(at=server, color_scheme=scheme)
            visit(page, "/situatie")
            expect(page.get_by_text("Triggerwijzer van School <b>de Brug</b>")).to_be_visible()
            button = page.get_by_role("button", name="Verder")
            expect(button).to_have_css("background-color", colour)
            assert axe(page) == []
            visit(page, "/over")
            for title in ("Privacyverklaring", "Toegankelijkheidsverklaring", "Tekst voor het"):
                page.get_by_text(title).first.click()
            expect(page.get_by_text("document.title='mis'").first).to_be_visible()
            expect(page.get_by_text("fg@brug.example").first).to_be_visible()
            expect(page).to_have_title("Over – Triggerwijzer")
            assert axe(page) == []
            page.goto("about:blank")
