"""Later: the sheet of last time beside this one, or two sheets beside each other."""

from datetime import date

import streamlit as st

from triggerfactors.casefile import CaseFileError
from triggerfactors.content import Content
from triggerfactors.meeting import Meeting, OtherCaseError, compare, open_file, usable_meeting
from triggerfactors.report import words
from triggerfactors.ui import render, session
from triggerfactors.ui.meeting import render_meeting, state

_SHEETS = "tw_overleg_verslagen"
_LOADS = "tw_overleg_later_keer"


def _load(key: str) -> None:
    content = session.content()
    found: list[Meeting] = []
    for upload in (st.session_state.get(key) or [])[:2]:
        try:
            sheet = open_file(upload.getvalue())
        except CaseFileError as error:
            session.tell(str(error), is_error=True)
            continue
        if isinstance(sheet, Meeting):
            found.append(usable_meeting(content, sheet)[0])
        else:
            session.tell(content.text("overleg-later-andere-vorm"), is_error=True)
    if found:
        st.session_state[_SHEETS] = tuple(sorted(found, key=lambda m: m.day or date.max))
    st.session_state[_LOADS] = st.session_state.get(_LOADS, 0) + 1


def _go_on(number: int) -> None:
    state.start(st.session_state[_SHEETS][number])
    session.tell("Je gaat verder met dit verslag.")


def _when(meeting: Meeting) -> str:
    return words.day(meeting.day) if meeting.day else "zonder datum"


def show(content: Content) -> None:
    """Draw the part."""
    st.header("Later: wat is er anders?", anchor=False)
    st.text(content.text("overleg-later"))
    key = state.key("later", st.session_state.get(_LOADS, 0))
    st.file_uploader(
        "Kies een of twee verslagen (eindigen op .html)",
        accept_multiple_files=True,
        key=key,
        on_change=_load,
        args=(key,),
        max_upload_size=2,
    )
    sheets: tuple[Meeting, ...] = st.session_state.get(_SHEETS, ())
    if not sheets:
        return
    for number, sheet in enumerate(sheets):
        st.button(
            f"Ga verder met het verslag van {_when(sheet)}",
            key=state.key("later", "verder", number),
            on_click=_go_on,
            args=(number,),
        )
    before, after = (sheets[0], sheets[1]) if len(sheets) > 1 else (sheets[0], state.meeting())
    name = _when(after) if len(sheets) > 1 else "dit overleg"
    st.html(f"<p>Toen: verslag van {_when(before)}. Nu: {name}.</p>")
    try:
        found = compare(content, before, after)
    except OtherCaseError:
        st.error(content.text("overleg-later-andere"))
        return
    if found:
        st.html(render_meeting.differences(found))
    else:
        st.html(render.note(content.text("overleg-later-gelijk")))
