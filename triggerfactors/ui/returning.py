"""A window that comes back and finds its session gone: say so kindly, and how to go on.

That happens when the process behind it stopped, or when a device slept for longer than a minute.
"""

from typing import Final

import streamlit as st

from triggerfactors.ui import session

_SEEN: Final = "tw_venster"
_LOST: Final = "tw_kwijt"
# A browser that reconnects names its old session as the third entry; see Streamlit's client.
_HEADER: Final = "Sec-Websocket-Protocol"


def _comes_back() -> bool:
    entries = [entry.strip() for entry in st.context.headers.get(_HEADER, "").split(",")]
    return len(entries) >= 3 and bool(entries[2])


def show() -> None:
    """Show the message until someone has answers again or puts it away."""
    if _SEEN not in st.session_state:
        # The first run of a session: with its old session alive, the marker would be there.
        st.session_state[_SEEN] = True
        st.session_state[_LOST] = _comes_back()
    if not st.session_state.get(_LOST):
        return
    if session.has_answers():
        _put_away()
        return
    with st.container(key="tw-kwijt"):
        st.warning(session.content().text("verbinding-weg"))
        st.button("Sluit deze melding", key="tw_kwijt_weg", on_click=_put_away)


def _put_away() -> None:
    st.session_state[_LOST] = False
