"""The meeting of this session, and how fields and rows write into it.

Words are kept when a field is left, so looking at another part loses nothing.
"""

from collections.abc import Mapping
from itertools import count
from typing import Any, Final

import streamlit as st
from pydantic import ValidationError

from triggerfactors.meeting import Meeting, Row

_MEETING: Final = "tw_overleg"
_ROUND: Final = "tw_overleg_ronde"
_BIG: Final = "tw_overleg_groot"
# A browser keeps what stands in a field as long as its key stays; another meeting is a new round.
_ROUNDS = count()


def meeting() -> Meeting:
    """The meeting as it is now."""
    found = st.session_state.get(_MEETING)
    return found if isinstance(found, Meeting) else Meeting()


def put(value: Meeting) -> None:
    """Keep this as the meeting."""
    st.session_state[_MEETING] = value


def start(value: Meeting) -> None:
    """Go on with another meeting: all fields are new ones."""
    st.session_state[_ROUND] = next(_ROUNDS)
    put(value)


def change(**changes: Any) -> None:
    """Change some fields; what a browser sends and does not fit is not kept."""
    try:
        put(meeting().but(**changes))
    except ValidationError:
        return


def key(*parts: object) -> str:
    """The key of a field in this round."""
    if _ROUND not in st.session_state:
        st.session_state[_ROUND] = next(_ROUNDS)
    return "_".join(map(str, ("tw_o", st.session_state[_ROUND], *parts)))


def typed(name: str) -> str:
    """What stands in the field with this key."""
    return str(st.session_state.get(name) or "").strip()


def change_row(list_name: str, row_id: str, changes: Mapping[str, Any]) -> None:
    """Change some cells of one row."""
    rows: tuple[Row, ...] = getattr(meeting(), list_name)
    changed = tuple(
        {**row.model_dump(), **changes} if row.id == row_id else row.model_dump() for row in rows
    )
    change(**{list_name: changed})


def is_big() -> bool:
    """Whether the page stands on a shared screen: large, and without private words."""
    return bool(st.session_state.get(_BIG))


def show_big_toggle() -> None:
    """The switch to and from the shared screen."""
    st.toggle("Groot gedeeld scherm", key=_BIG, persist_state="session")
