"""Broken content never runs half: every page shows the report, and 112 still stands."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.harness import axe, served, visit


@pytest.mark.parametrize("address", ["/", "/situatie"])
def test_a_broken_file_gives_a_report_with_place_and_remedy(
    open_page: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    broken = tmp_path / "eigen.yaml"
    broken.write_text("organisation: School\ncontacts: [{id: A B}]\nscore: 3\n", encoding="utf-8")
    monkeypatch.setenv("TRIGGERWIJZER_LOKAAL", str(broken))
    with served(tmp_path / "server.log") as server:
        page = open_page(at=server)
        visit(page, address)
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text("De inhoud van deze app heeft fouten")
        report = page.locator("main").inner_text()
        assert "lokaal/eigen.yaml" in report and "score" in report and "Doe dit" in report
        assert "Traceback" not in report
        expect(page.get_by_role("link", name="Bel 112")).to_be_visible()
        assert axe(page) == []
