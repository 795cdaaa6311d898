"""Begin: purpose and ground, who is here, does the young person know, whose voice is heard."""

from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import INFORMED, Attendee, leave, moved, seat
from triggerfactors.ui import render
from triggerfactors.ui.meeting import inputs, state


def _seat(content: Content, job: str | None) -> None:
    state.put(seat(content, state.meeting(), job))


def _move(row_id: str, by: int) -> None:
    state.change(attendees=moved(state.meeting().attendees, row_id, by))


def _leave(row_id: str) -> None:
    state.put(leave(state.meeting(), row_id))


def _choice(content: Content, label: str, name: str, items: dict) -> None:
    inputs.radio(label, name, {item.id: item.label for item in items.values()})
    chosen = items.get(getattr(state.meeting(), name))
    if chosen:
        st.html(render.note(chosen.text))


def _person(content: Content, attendee: Attendee, number: int, last: int) -> None:
    with st.container(border=True):
        cell = inputs.Cell("function", "Functie")
        inputs.cell_input("attendees", attendee, cell, f"plaats {number}")
        turn = content.speaking_turns.get(attendee.job or "")  # type: ignore[call-overload]
        if turn and not state.is_big():
            st.html(f"<p><small>{escape(turn.why)}</small></p>")
        with st.container(horizontal=True):
            for label, by, off in (("eerder", -1, number == 1), ("later", 1, number == last)):
                st.button(
                    f"Plaats {number} {label}",
                    key=state.key("attendees", attendee.id, label),
                    on_click=_move,
                    args=(attendee.id, by),
                    disabled=off,
                )
            st.button(
                f"Haal plaats {number} weg",
                key=state.key("attendees", attendee.id, "weg"),
                on_click=_leave,
                args=(attendee.id,),
            )


def _people(content: Content) -> None:
    st.header("Wie zit er aan tafel?", anchor=False)
    st.text("Zorg en onderwijs spreken eerst. Jullie mogen de volgorde veranderen.")
    people = state.meeting().attendees
    for number, attendee in enumerate(people, start=1):
        _person(content, attendee, number, len(people))
    with st.expander("Zet iemand aan tafel", expanded=not people):
        for job in content.speaking_turns:
            st.button(
                content.professions[job].name,
                key=state.key("erbij", job),
                on_click=_seat,
                args=(content, job),
                width="stretch",
            )
        st.button(
            "Iemand met een andere functie",
            key=state.key("erbij", "anders"),
            on_click=_seat,
            args=(content, None),
            width="stretch",
        )


def show(content: Content) -> None:
    """Draw the part."""
    st.header("Waarvoor komen jullie bij elkaar?", anchor=False)
    _choice(content, "Doel van dit overleg", "purpose", dict(content.meeting_purposes))
    _choice(content, "Soort overleg", "kind", dict(content.meeting_kinds))
    inputs.day("Dag van dit overleg (dag-maand-jaar)", "day")
    inputs.line("Werknaam voor de jongere", "codename", content.text("overleg-werknaam-help"))
    for field_id in ("grondslag", "verantwoordelijke"):
        inputs.field(content, field_id)
        unfilled = content.meeting_fields[field_id].unfilled  # type: ignore[index]
        if not state.meeting().text(field_id) and unfilled:
            st.html(render.note(f"Op het verslag staat nu: {unfilled}"))
    _people(content)
    st.header("De stem van de jongere en de ouders", anchor=False)
    inputs.radio("Weet de jongere van dit overleg?", "youth_informed", INFORMED)
    inputs.line("Waarom wel of niet? (jongere)", "youth_why")
    inputs.radio("Weten de ouders van dit overleg?", "parents_informed", INFORMED)
    inputs.line("Waarom wel of niet? (ouders)", "parents_why")
    for field_id in ("stem-jongere", "stem-ouders", "stem-door"):
        inputs.field(content, field_id)
