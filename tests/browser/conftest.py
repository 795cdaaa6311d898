"""Fixtures for tests in a real browser.

``server`` is the app, ``page`` a desktop page and ``phone`` a page of 360 by 740. ``open_page``
makes more of them. Each of those fails its test when a page asked another host for anything, wrote
an error to the console or met the content security policy.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.harness import (
    CHROMIUM_ARGS,
    DESKTOP,
    PHONE,
    Recorder,
    Server,
    chromium_path,
    refused,
    served,
)

OpenPage = Callable[..., Page]
ServeScript = Callable[[str], Server]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder, so that ``-m "not browser"`` leaves them out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; ``make test`` installs it."""
    path = chromium_path()
    if path is None:
        pytest.fail("Geen Chromium gevonden. Installeer het pakket 'chromium'.", pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, started once."""
    with served(tmp_path_factory.mktemp("server") / "server.log") as running:
        yield running


@pytest.fixture
def serve_script(tmp_path: Path) -> Iterator[ServeScript]:
    """Serve a small Streamlit script of the test's own, in the same frame as the app."""
    with ExitStack() as stack:

        def serve(source: str) -> Server:
            script = tmp_path / "script.py"
            script.write_text(source, encoding="utf-8")
            return stack.enter_context(served(tmp_path / "script.log", script))

        yield serve


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[OpenPage]:
    """Open pages with their own context: ``open_page(at=server, viewport=PHONE, **context)``.

    ``expected`` names parts of console errors that a test brings about on purpose.
    """
    opened: list[tuple[BrowserContext, Recorder]] = []

    def open_one(at: Server = server, expected: tuple[str, ...] = (), **settings: Any) -> Page:
        context = browser.new_context(
            base_url=at.url, locale="nl-NL", **{"viewport": DESKTOP, **settings}
        )
        recorder = Recorder(host=at.host, expected=expected)
        recorder.watch(context)
        opened.append((context, recorder))
        return context.new_page()

    yield open_one
    complaints: list[str] = []
    for context, recorder in opened:
        complaints += [f"other host: {url}" for url in recorder.foreign]
        complaints += [f"console: {text}" for text in recorder.errors]
        for page in context.pages:
            if page.url.startswith("http"):
                complaints += [f"policy: {report}" for report in refused(page)]
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A page of the app on a desktop screen."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A page of the app on a phone of 360 by 740."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True)
