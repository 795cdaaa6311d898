"""The page of the case meeting: the parts of one hour, each on its own."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import Meeting
from triggerfactors.ui import blank, session, timer, wiping
from triggerfactors.ui.focus import announce
from triggerfactors.ui.meeting import (
    begin,
    decide,
    gather,
    inputs,
    later,
    silent,
    state,
    take_along,
    weigh,
)

TITLE: Final = "Casusoverleg"
_PART = "tw_overleg_deel"
PARTS: Final[Mapping[str, Callable[[Content], None]]] = {
    "Begin": begin.show,
    "Feiten": gather.show,
    "Stil kijken": silent.show,
    "Duiden": weigh.show,
    "Afspraken": decide.show,
    "Verslag": take_along.show,
    "Later": later.show,
}
_BIG: Final = (Path(__file__).parent / "big.css").read_text(encoding="utf-8")


def _tools(content: Content) -> None:
    with st.container(horizontal=True, key="tw-overleg-hulp", vertical_alignment="center"):
        state.show_big_toggle()
        blank.show(content.text("overleg-leeg"))
    if state.is_big():
        st.html(f"<style>{_BIG}</style>")
        st.html(f"<p><small>{content.text('overleg-groot')}</small></p>")
    with st.expander("Agenda van 60 minuten, met klok"):
        steps = content.meeting_steps.values()
        timer.show(
            [timer.TimedStep(s.title, s.minutes, s.speaks, s.do.text) for s in steps],
            "Klok van het overleg",
        )


def _footer(content: Content) -> None:
    if not state.is_big():
        with st.expander("Notities voor de voorzitter"):
            inputs.fields(content, "notities")
    wiping.foot(content)


def show() -> None:
    """Draw the page."""
    content = session.content()
    st.set_page_config(page_title=f"{TITLE} – Triggerwijzer")
    st.title(TITLE, anchor=False)
    session.show_message()
    if state.meeting() == Meeting():
        st.html(
            f"<p>{content.text('overleg-wat')}</p>"
            f"<p><small>{content.text('overleg-niet-bewaard')}</small></p>"
        )
    _tools(content)
    part = st.segmented_control(
        "Waar zijn jullie?", list(PARTS), default="Begin", key=_PART, required=True, width="stretch"
    )
    PARTS[part or "Begin"](content)
    _footer(content)
    announce(TITLE, str(part), key=f"casusoverleg-{part}")
