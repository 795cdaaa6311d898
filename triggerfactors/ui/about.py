"""About the app: aim, limits, rules and the register of sources."""

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.report import words
from triggerfactors.ui import render, session
from triggerfactors.ui.focus import announce

TITLE = "Over Triggerwijzer"


def _sources(content: Content) -> str:
    rows = []
    for source in sorted(content.sources.values(), key=lambda s: (s.author.casefold(), s.title)):
        note = f" {source.note}" if source.note else ""
        rows.append(
            f"<li>{render.source_line(source)}<br><small>{source.supports}{note}</small></li>"
        )
    return f"<ul>{''.join(rows)}</ul>"


def show() -> None:
    """Draw the page."""
    content = session.content()
    st.set_page_config(page_title="Over – Triggerwijzer")
    st.title(TITLE, anchor=False)
    st.html(
        f"<p>{content.text('over-doel')}</p>"
        f"<h2>Het model</h2><p>{content.text('over-model')}</p><p>{content.text('over-grens')}</p>"
        f"<h2>Zo werkt de app</h2><p>{content.text('over-regels')}</p>"
        f"<p>{content.text('start-niet')}</p>"
        f"<h2>Wat er met je gegevens gebeurt</h2><p>{content.text('start-privacy')}</p>"
        f"<h2>Hoe zeker is dit?</h2><p>{content.text('over-onzeker')}</p>"
    )
    labels = "".join(f"<li>{label}</li>" for label in words.BASIS.values())
    st.html(f"<ul>{labels}</ul><p>Versie van de inhoud: {content.version}</p>")
    with st.expander(f"Alle {len(content.sources)} bronnen"):
        st.html(_sources(content))
    announce(TITLE, TITLE, key="over")
