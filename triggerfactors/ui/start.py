"""The first screen: a calm word, one button, and the way back in with a file."""

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.ui import idle, keep, places, render, session
from triggerfactors.ui.focus import announce


def _begin(content: Content) -> None:
    label = "Ga verder waar je was" if session.has_answers() else "Begin met kijken"
    if st.button(label, type="primary", key="tw_begin"):
        st.switch_page("pages/situatie.py")


def show() -> None:
    """Draw the start screen; after a file was loaded, go on to where the person was."""
    content = session.content()
    if st.session_state.pop("tw_geladen", False):
        st.switch_page("pages/situatie.py")
    title = content.text("start-kop")
    st.set_page_config(page_title="Start – Triggerwijzer")
    st.title(title, anchor=False)
    if st.query_params.get(idle.WIPED_PARAMETER) == idle.WIPED_VALUE:
        st.query_params.clear()
        session.tell(content.text("tijd-gewist"))
    session.show_message()
    st.html(f"<p>{content.text('start-wat')}</p><p>{content.text('start-niet-alleen')}</p>")
    _begin(content)
    st.html(f"<p>{content.text('start-duur')}</p>" + render.note(content.text("start-privacy")))
    st.html(f"<p>{content.text('start-niet')}</p>")
    with st.container(key="tw-spanning"):
        st.page_link(
            places.KNOWLEDGE,
            label=content.text("spanning-nu"),
            query_params={places.CARD: places.TENSION_NOW},
        )
    with st.container(key="tw-zelf"):
        st.page_link(
            places.KNOWLEDGE,
            label=content.text("start-zelf"),
            query_params={places.CARD: places.SELF_CHECK},
        )
    with st.expander("Ik heb al een bewaarbestand"):
        st.text(content.text("bewaren-uitleg"))
        keep.show_resume()
    announce(title, title, key="start")
