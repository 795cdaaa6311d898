"""Duiden: the same facts through two lenses, the context, what we do not know, one reading."""

from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import Dissent, EventNote, Risk, new_id, table
from triggerfactors.ui import render
from triggerfactors.ui.meeting import inputs, render_meeting, state


def _add_event(factor_id: str) -> None:
    rows = state.meeting().events
    state.change(events=(*rows, EventNote(id=new_id(rows), factor=factor_id)))


def _events(content: Content) -> None:
    meeting = state.meeting()
    st.header("Gebeurtenissen: jaar en betekenis", anchor=False)
    cells = (
        inputs.Cell("year", "In welk jaar?"),
        inputs.Cell("meaning", "Wat betekende dit voor de jongere?", long=True),
    )
    for note in meeting.events:
        name = content.factors[note.factor].event_label  # type: ignore[index]
        with st.container(border=True):
            st.html(f"<h3>{escape(name)}</h3>")
            for cell in cells:
                inputs.cell_input("events", note, cell, name)
    noted = {note.factor for note in meeting.events}
    named = [row.factor_id for row in table(content, meeting).events]
    with st.expander("Zet een gebeurtenis erbij"):
        for factor_id in dict.fromkeys([*named, *content.factors]):
            if factor_id in noted:
                continue
            st.button(
                content.factors[factor_id].event_label,  # type: ignore[index]
                key=state.key("events", factor_id),
                on_click=_add_event,
                args=(factor_id,),
                width="stretch",
            )


def show(content: Content) -> None:
    """Draw the part."""
    seen = table(content, state.meeting())
    st.header("Wat ligt er op tafel?", anchor=False)
    st.html(render_meeting.board(seen))
    st.html(
        '<div class="tw-compare">'
        + render_meeting.voices("Nodig om op te groeien", seen.needs)
        + render_meeting.voices("Kan ook iets anders zijn", seen.explanations)
        + "</div>"
    )
    for field_id in ("tegenspraak", "beschermend", "verklaringen", "onbekend"):
        inputs.field(content, field_id)
    st.header("Twee brillen", anchor=False)
    st.text(content.text("overleg-brillen"))
    for column, field_id in zip(st.columns(2), ("bril-zorg", "bril-veiligheid"), strict=True):
        with column:
            inputs.field(content, field_id, height=160)
    st.header("Kaart van de omgeving", anchor=False)
    inputs.fields(content, "context", height=80)
    _events(content)
    st.header("Veiligheid, zo precies mogelijk", anchor=False)
    if seen.safety:
        st.html(render_meeting.voices("Uit de bestanden", seen.safety))
    inputs.rows(
        "risks",
        "zorg",
        (
            inputs.Cell("whom", "Voor wie is er gevaar?"),
            inputs.Cell("what", "Wat kan er gebeuren?", long=True),
            inputs.Cell("likely", "Hoe waarschijnlijk is dat, volgens wie en waarom?", long=True),
            inputs.Cell("urgent", "Hoe snel moet er iets gebeuren?"),
        ),
        lambda row_id: Risk(id=row_id),
    )
    st.header("Wat denken we samen?", anchor=False)
    inputs.field(content, "duiding", height=140)
    st.header("Ziet iemand het anders?", anchor=False)
    st.html(render.note(content.text("overleg-afwijkend")))
    inputs.rows(
        "dissents",
        "andere mening",
        (
            inputs.Cell("function", "Wie? (functie)"),
            inputs.Cell("text", "Wat ziet deze persoon anders, en waarom?", long=True),
        ),
        lambda row_id: Dissent(id=row_id),
    )
