"""The way out of every screen with words about someone: wipe everything, asked twice."""

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.ui import idle, session


def popover() -> None:
    """The button that wipes, behind a question."""
    with st.popover("Wis alles"):
        st.text("Weet je het zeker? Dit kan niet terug.")
        st.button("Ja, wis alles nu", key="tw_wis", on_click=session.wipe)


def foot(content: Content) -> None:
    """The foot of a page: wipe, and wiping by itself when nobody is there any more."""
    idle.watch(content)
    st.divider()
    popover()
