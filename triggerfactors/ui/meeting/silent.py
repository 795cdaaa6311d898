"""Stil kijken: each in turn behind a cover on this screen, then all at once."""

from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import Attendee, FirstView, give, reveal, shown, start_again, waiting
from triggerfactors.ui import render
from triggerfactors.ui.meeting import inputs, render_meeting, state

_OPEN = "tw_overleg_stil_open"


def _open(row_id: str) -> None:
    st.session_state[_OPEN] = row_id


def _close() -> None:
    st.session_state.pop(_OPEN, None)


def _keys(row_id: str) -> tuple[str, str, str]:
    return (
        state.key("stil", row_id, "keuze"),
        state.key("stil", row_id, "waarom"),
        state.key("stil", row_id, "tegen"),
    )


def _give(row_id: str) -> None:
    choice, why, against = _keys(row_id)
    chosen = st.session_state.get(choice)
    if chosen is None:
        return
    view = FirstView(
        attendee=row_id,
        choice=chosen,
        why=state.typed(why)[: inputs.TEXT_LENGTH],
        contradicts=state.typed(against)[: inputs.TEXT_LENGTH],
    )
    state.put(give(state.meeting(), view))
    for key in (choice, why, against):
        st.session_state.pop(key, None)
    _close()


def _reveal() -> None:
    _close()
    state.put(reveal(state.meeting()))


def _again() -> None:
    _close()
    state.put(start_again(state.meeting()))


def _question(content: Content, attendee: Attendee) -> None:
    """The question for one person; nobody else's answer is on the screen."""
    name = attendee.function or "deze plaats"
    choice, why, against = _keys(attendee.id)
    st.header(f"Eerste blik van: {name}", anchor=False)
    labels = {str(item.id): item.label for item in content.outcomes.values()}
    st.radio(
        "Hoe zie jij het nu?",
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=choice,
        on_change="ignore",
    )
    st.text_area("Waarom?", key=why, max_chars=inputs.TEXT_LENGTH, height=80, on_change="ignore")
    st.text_area(
        "Wat spreekt dat tegen?",
        key=against,
        max_chars=inputs.TEXT_LENGTH,
        height=80,
        on_change="ignore",
    )
    with st.container(horizontal=True):
        st.button(
            "Leg vast en dek af",
            key=state.key("stil", "vast"),
            type="primary",
            on_click=_give,
            args=(attendee.id,),
        )
        st.button("Dek af zonder te kiezen", key=state.key("stil", "dek"), on_click=_close)


def _cover(content: Content) -> None:
    meeting = state.meeting()
    left = waiting(meeting)
    st.text(content.text("overleg-stil-uitleg"))
    with st.container(border=True, key="tw-dek"):
        if left:
            name = escape(left[0].function or "plaats")
            st.html(
                f'<p class="tw-kort"><strong>Nu: {name}</strong></p>'
                f"<p>{escape(content.text('overleg-stil-dek'))}</p>"
            )
        else:
            st.text(content.text("overleg-stil-klaar"))
        for number, attendee in enumerate(left):
            st.button(
                f"Ik ben {attendee.function or 'hier'}: laat de vraag zien",
                key=state.key("stil", attendee.id, "open"),
                type="primary" if number == 0 else "secondary",
                on_click=_open,
                args=(attendee.id,),
            )
    given = {view.attendee for view in meeting.views}
    done = [a for a in meeting.attendees if a.id in given]
    if done:
        st.text("Klaar: " + ", ".join(a.function or "plaats" for a in done))
        st.button(
            "Laat alles tegelijk zien",
            key=state.key("stil", "onthul"),
            type="secondary" if left else "primary",
            on_click=_reveal,
        )
        if left:
            st.text("Nog niet iedereen koos. Wie nog niets gaf, staat zo ook in de lijst.")


def show(content: Content) -> None:
    """Draw the part: the table, one question, or the cover."""
    meeting = state.meeting()
    if not meeting.attendees:
        st.header("Eerst stil, dan samen", anchor=False)
        st.text(content.text("overleg-stil-niemand"))
        return
    if meeting.revealed:
        st.header("Alles tegelijk", anchor=False)
        st.html(render.note(content.text("overleg-stil-gelijk")))
        st.html(render_meeting.first_views(content, shown(meeting)))
        with st.popover("Kijk opnieuw stil"):
            st.text("De eerste blikken zijn dan weg.")
            st.button("Ja, begin opnieuw", key=state.key("stil", "opnieuw"), on_click=_again)
        return
    opened = next((a for a in meeting.attendees if a.id == st.session_state.get(_OPEN)), None)
    if opened:
        _question(content, opened)
    else:
        st.header("Eerst stil, dan samen", anchor=False)
        _cover(content)
