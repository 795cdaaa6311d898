"""The other side of every comparison: a Streamlit page with nothing of ours in it.

It is served by the same ASGI server with the same settings, in the same run, so a ratio says what
our own code costs and nothing about the machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from tests.browser.harness import CHROMIUM_ARGS, Server, chromium_path, served

# One line of text: the least that Streamlit can send.
LINE = """
import streamlit as st

st.title("Kaal", anchor=False)
st.write("Een regel tekst.")
"""


@contextmanager
def app_and_bare(
    source: str, module: str = "triggerfactors.web"
) -> Iterator[tuple[Server, Server]]:
    """Serve the app and a bare page with script ``source``, side by side.

    ``module`` is the entry that Python runs for both.
    """
    with TemporaryDirectory() as folder:
        script = Path(folder) / "bare.py"
        script.write_text(source, encoding="utf-8")
        with (
            served(Path(folder) / "app.log", module=module) as app,
            served(Path(folder) / "bare.log", script, module) as bare,
        ):
            yield app, bare


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, the same one the tests use."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGS)
        yield browser
        browser.close()
