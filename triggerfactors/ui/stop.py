"""The stop card: danger now. The questions end, the phone comes first."""

import streamlit as st

from triggerfactors.advice import overview
from triggerfactors.content import Content
from triggerfactors.situation import Situation
from triggerfactors.ui import render, session
from triggerfactors.ui.focus import announce


def show(content: Content, situation: Situation) -> None:
    """Show whom to call now, what to do after, and the way back."""
    view = overview(content, situation)
    title = content.text("acuut-kop")
    st.set_page_config(page_title=f"{title} – Triggerwijzer")
    st.title(title, anchor=False)
    st.html(
        '<p><a class="tw-112 tw-112-large" href="tel:112">Bel 112</a></p>'
        + render.note(content.text("acuut-uitleg"))
        + f"<p>{content.text('acuut-daarna')}</p>"
    )
    st.header("Daarna", anchor=False)
    st.html(render.contacts(content, view.stop_contacts))
    st.text(content.text("acuut-terug"))
    st.button("Verander mijn antwoord", on_click=session.go_to, args=("acuut",))
    announce(title, title, key="stop")
