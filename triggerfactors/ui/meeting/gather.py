"""Feiten: files come to the table one by one, views stand side by side."""

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import (
    MAX_FILES,
    FileKind,
    Received,
    TableFact,
    join,
    names,
    offer,
    receive_all,
    seat_who_prepared,
    table,
    take_off,
)
from triggerfactors.report import words
from triggerfactors.ui import render, session
from triggerfactors.ui.meeting import inputs, render_meeting, state

_RECEIVED = "tw_overleg_ontvangen"
_LOADS = "tw_overleg_keer"


def _load(key: str) -> None:
    uploads = st.session_state.get(key) or []
    content = session.content()
    # One file more than allowed, to say so; the check on size is our own, not the browser's.
    data = [upload.getvalue() for upload in uploads[: MAX_FILES + 1]]
    received, more = receive_all(content, state.meeting(), data)
    st.session_state[_RECEIVED] = received
    # A new uploader: file names can hold a real name and must not stay on the wall.
    st.session_state[_LOADS] = st.session_state.get(_LOADS, 0) + 1
    if more:
        session.tell(content.text("overleg-te-veel"), is_error=True)


def _drop(number: int) -> None:
    received = st.session_state.get(_RECEIVED, ())
    st.session_state[_RECEIVED] = tuple(r for n, r in enumerate(received) if n != number)


def _join(number: int, instead_of: str | None) -> None:
    received: Received = st.session_state[_RECEIVED][number]
    if received.offer is None:
        return
    made = join(
        state.meeting(), received.offer.contribution, same_young_person=True, instead_of=instead_of
    )
    state.put(seat_who_prepared(session.content(), made))
    _drop(number)


def _join_all_new() -> None:
    for number in reversed(range(len(st.session_state.get(_RECEIVED, ())))):
        made = st.session_state[_RECEIVED][number].offer
        if made is None:
            continue
        if offer(state.meeting(), made.contribution.situation).kind is FileKind.NEW:
            _join(number, None)


def _take_off(contribution_id: str) -> None:
    state.put(take_off(state.meeting(), contribution_id))


def _button(label: str, number: int, name: str, instead_of: str | None = None) -> None:
    st.button(
        label, key=state.key("bestand", number, name), on_click=_join, args=(number, instead_of)
    )


def _received(content: Content, number: int, received: Received) -> FileKind | None:
    """One file that came in; gives what it is now, beside the table as it is now."""
    kind = None
    with st.container(border=True):
        title = f"Bestand {number + 1}"
        if received.offer is None:
            st.html(render_meeting.file_card(title, "", received.message))
        else:
            # Others may have joined since: what the file is depends on the table of now.
            now = offer(state.meeting(), received.offer.contribution.situation)
            kind = now.kind
            message = content.text(f"overleg-bestand-{kind.value}")
            who = render_meeting.about(content, now.contribution)
            st.html(render_meeting.file_card(title, who, message))
            if received.offer.danger_now:
                st.error(content.text("overleg-bestand-gevaar"))
            if received.left_out:
                st.text(f"Dit past niet meer en blijft weg: {', '.join(received.left_out)}")
            with st.container(horizontal=True):
                if kind is FileKind.NEW:
                    _button(f"Zelfde jongere: leg {title.lower()} op tafel", number, "nieuw")
                elif kind is FileKind.OTHER_VERSION:
                    _button(
                        f"Gebruik {title.lower()} in plaats van het oude",
                        number,
                        "ruil",
                        now.against,
                    )
                    _button("Het is van iemand anders: leg ernaast", number, "naast")
                elif kind is FileKind.OTHER_CASE:
                    _button(f"Toch dezelfde jongere: leg {title.lower()} op tafel", number, "toch")
        st.button(
            f"Leg {title.lower()} weg",
            key=state.key("bestand", number, "weg"),
            on_click=_drop,
            args=(number,),
        )
    return kind


def _files(content: Content) -> None:
    st.header("Bestanden op tafel", anchor=False)
    st.text(content.text("overleg-bestanden"))
    st.text(content.text("overleg-blijft-thuis"))
    key = state.key("laad", st.session_state.get(_LOADS, 0))
    st.file_uploader(
        "Kies een tot twaalf bestanden (eindigen op .html)",
        accept_multiple_files=True,
        key=key,
        on_change=_load,
        args=(key,),
        max_upload_size=2,
    )
    received = st.session_state.get(_RECEIVED, ())
    if received:
        st.html(render.note(content.text("overleg-zelfde-jongere")))
    kinds = [_received(content, number, one) for number, one in enumerate(received)]
    if kinds.count(FileKind.NEW) > 1:
        st.button(
            "Alle nieuwe bestanden gaan over dezelfde jongere: leg ze op tafel",
            key=state.key("bestand", "alle"),
            type="primary",
            on_click=_join_all_new,
        )
    called = names(content, state.meeting())
    if called:
        with st.expander("Haal een bestand van tafel"):
            for contribution_id, name in called.items():
                st.button(
                    f"Haal van tafel: {name}",
                    key=state.key("tafel", contribution_id),
                    on_click=_take_off,
                    args=(contribution_id,),
                )


def show(content: Content) -> None:
    """Draw the part."""
    _files(content)
    seen = table(content, state.meeting())
    st.header("Wie zag wat?", anchor=False)
    if not seen.people and not seen.facts:
        st.text(content.text("overleg-geen-bestand"))
    if seen.people:
        st.html(render_meeting.people(seen, private=not state.is_big()))
    if seen.events:
        st.html(render_meeting.events(seen))
    inputs.rows(
        "facts",
        "feit",
        (
            inputs.Cell("text", "Wat zag of hoorde iemand?", long=True),
            inputs.Cell("by", "Wie vertelt dit? (functie)"),
            inputs.Cell("source", "Hoe weten we dit?", options=words.FACT_SOURCE),
            inputs.Cell(
                "contradicts",
                "Past dit bij de zorg?",
                options={False: "Dit hoort bij de zorg", True: "Dit spreekt de zorg tegen"},
            ),
        ),
        lambda row_id: TableFact(id=row_id),
    )
    inputs.field(content, "aanleiding", height=140)
