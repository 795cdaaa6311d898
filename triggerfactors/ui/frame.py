"""The frame around every page: styling, navigation row and the acute bar."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from triggerfactors.content import Content
from triggerfactors.ui import render, session

_HERE: Final = Path(__file__).parent

# A link to another page would be a full page load and lose the answers; "eigen route" therefore
# unfolds in place. No identifiers of contacts here: those come with a date of checking.
_ACUTE_BAR: Final = """
<aside class="tw-acuut" aria-label="Acuut gevaar">
  <a class="tw-skip" href="#tw-inhoud">Naar de inhoud</a>
  <strong>Acuut gevaar?</strong>
  <a class="tw-112" href="tel:112">Bel 112</a>
  {point}
  <details>
    <summary>Eigen route</summary>
    <ol>{steps}</ol>
  </details>
</aside>
"""


# Where the link past the navigation lands.
_CONTENT_START: Final = '<div id="tw-inhoud" tabindex="-1"></div>'
_OWNER: Final = '<p class="tw-van">Triggerwijzer van {}</p>'


def show(pages: Sequence[Page], current: Page) -> None:
    """Draw styling, acute bar and navigation; call it before the page itself runs.

    Args:
        pages: the pages in the order of the navigation row.
        current: the page that is about to run; it is shown as text, not as a link.
    """
    content = _content()
    local = content.local if content else None
    st.html(_styling(*((local.accent, local.accent_dark) if local else (None, None))))
    st.html(_acute_bar(content))
    with st.container(key="tw-nav", horizontal=True):
        for page in pages:
            if page.url_path == current.url_path:
                # Streamlit's page link does not tell a screen reader which page is current.
                here = f'<span class="tw-here" aria-current="page">{escape(page.title)}</span>'
                st.html(here, width="content")
            else:
                st.page_link(page, label=page.title, width="content")
    st.html(_CONTENT_START + (_OWNER.format(escape(local.organisation)) if local else ""))


def _content() -> Content | None:
    # The frame is drawn first, so this is also where the content of this run is chosen.
    try:
        return session.begin_run()
    except session.ContentError:
        return None


def _acute_bar(content: Content | None) -> str:
    if content is None:
        # With broken content the number still stands; the words come from the content.
        return _ACUTE_BAR.format(point="", steps="<li>Bel 112.</li>")
    steps = [escape(content.text(f"acuut-route-{number}")) for number in (1, 2, 3)]
    point = content.local.inside_advice_point if content.local else None
    shown = ""
    if point:
        number = f": {render.phone(point.phone)}" if point.phone else ""
        shown = f'<span class="tw-point">{escape(point.name)}{number}</span>'
    return _ACUTE_BAR.format(point=shown, steps="".join(f"<li>{step}</li>" for step in steps))


# The accents of .streamlit/config.toml as they stand in the style sheets.
_ACCENT: Final = "#1b5a78"
_ACCENT_DARK: Final = "#9fd0ea"


@cache
def _styling(accent: str | None, accent_dark: str | None) -> str:
    # It travels with every rerun, so comments and blank space stay behind.
    sheets = ("frame.css", "reading.css")
    css = "".join((_HERE / name).read_text(encoding="utf-8") for name in sheets)
    css = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    css = css.replace(_ACCENT, accent or _ACCENT)
    css = css.replace(_ACCENT_DARK, accent_dark or _ACCENT_DARK)
    return f"<style>{css}</style>"
