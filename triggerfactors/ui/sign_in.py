"""Signing in with the organisation's own account, for organisations that ask for it.

Off by default: without it nobody keeps who came. The app uses nothing of the account.
"""

from functools import cache

import streamlit as st

from triggerfactors.settings import read
from triggerfactors.ui import session


@cache
def _asked() -> bool:
    return read().sign_in


def require() -> None:
    """Stop the page with a button, until someone has signed in; does nothing when it is off."""
    if not _asked() or st.user.is_logged_in:
        return
    content = session.content()
    st.set_page_config(page_title="Aanmelden – Triggerwijzer")
    st.title("Meld je aan", anchor=False)
    st.text(content.text("aanmelden-uitleg"))
    st.button("Meld je aan met je werkaccount", type="primary", on_click=st.login)
    st.stop()
