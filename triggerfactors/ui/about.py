"""About the app: aim, limits, rules and the register of sources."""

from html import escape
from typing import Final

import streamlit as st

import triggerfactors
from triggerfactors.content import Content, Local
from triggerfactors.content.vocabulary import AboutKind
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


_STATEMENTS: Final = {
    AboutKind.PRIVACY: "Privacyverklaring",
    AboutKind.ACCESSIBILITY: "Toegankelijkheidsverklaring",
    AboutKind.ALGORITHM: "Tekst voor het algoritmeregister",
}


def _statement(content: Content, kind: AboutKind) -> str:
    parts = [part for part in content.about.values() if part.part is kind]
    rows = "".join(f"<h3>{escape(part.title)}</h3><p>{escape(part.text)}</p>" for part in parts)
    return rows + _own_words(content.local, kind)


def _own_words(local: Local | None, kind: AboutKind) -> str:
    """What differs per organisation, from its overlay; nothing where it has not said it yet."""
    if local is None or kind is AboutKind.ACCESSIBILITY:
        return ""
    lines = (
        ("Organisatie", local.organisation),
        ("Grondslag", local.legal_ground),
        ("Onderzoek vooraf (DPIA)", local.dpia),
        ("Vragen over privacy", local.privacy_contact),
    )
    rows = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in lines if text)
    return f"<dl>{rows}</dl>"


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
    st.html(
        f"<ul>{labels}</ul><p>Versie van de app: {triggerfactors.__version__}. "
        f"Versie van de inhoud: {content.version}.</p><h2>Verantwoording</h2>"
    )
    for kind, title in _STATEMENTS.items():
        with st.expander(title):
            st.html(_statement(content, kind))
    with st.expander(f"Alle {len(content.sources)} bronnen"):
        st.html(_sources(content))
    announce(TITLE, TITLE, key="over")
