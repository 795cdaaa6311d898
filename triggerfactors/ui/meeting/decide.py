"""Afspraken: who does what, when, and how we notice; who hears what; when we look back."""

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side
from triggerfactors.meeting import Agreement, Tell
from triggerfactors.report import words
from triggerfactors.ui import render
from triggerfactors.ui.meeting import inputs, state

_CELLS = (
    inputs.Cell("what", "Wat?", long=True),
    inputs.Cell("who", "Wie? (functie)"),
    inputs.Cell("when", "Wanneer?"),
    inputs.Cell("notice", "Hoe merken we dat het helpt?", long=True),
)
_CALLED = {Side.SUPPORT: "steun", Side.LIMIT: "grens"}


def _agreements(side: Side) -> None:
    st.subheader(words.SIDE[side], anchor=False)
    inputs.rows(
        "agreements",
        _CALLED[side],
        _CELLS,
        lambda row_id: Agreement(id=row_id, side=side),
        only=lambda row: row.side is side,
        place=side.value,
    )


def show(content: Content) -> None:
    """Draw the part."""
    st.header("Doelen", anchor=False)
    inputs.field(content, "doelen")
    st.header("Afspraken", anchor=False)
    st.text(content.text("overleg-afspraken"))
    st.text(content.text("overleg-koppel"))
    for column, side in zip(st.columns(2), (Side.SUPPORT, Side.LIMIT), strict=True):
        with column:
            _agreements(side)
    sides = {agreement.side for agreement in state.meeting().agreements}
    if sides == {Side.LIMIT}:
        st.html(render.note(content.text("overleg-zonder-steun")))
    elif sides == {Side.SUPPORT}:
        st.html(render.note(content.text("overleg-zonder-grens")))
    inputs.field(content, "niet-doen")
    st.header("Wie leidt en wie belt", anchor=False)
    for field_id in ("regisseur", "contactpersoon"):
        inputs.field(content, field_id)
    st.header("Wie hoort wat?", anchor=False)
    st.html(render.note(content.text("overleg-melder")))
    inputs.rows(
        "tells",
        "bericht",
        (
            inputs.Cell("whom", "Wie hoort iets?"),
            inputs.Cell("what", "Wat vertellen we?", long=True),
            inputs.Cell("by", "Wie vertelt het? (functie)"),
        ),
        lambda row_id: Tell(id=row_id),
    )
    st.header("Terugkijken", anchor=False)
    st.text(content.text("overleg-terugkijkdag"))
    inputs.day("Dag om terug te kijken (dag-maand-jaar)", "review")
    for field_id in ("opschalen", "afschalen", "afsluiten", "officieel"):
        inputs.field(content, field_id)
