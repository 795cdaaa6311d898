"""Things to do on a card: the self-check, the clock for intervision and the year plan.

Nothing is kept: the values are widgets of this session and go when the card is left.
"""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.models import PeaceItem
from triggerfactors.content.vocabulary import CardTool, PeaceFor
from triggerfactors.report import PlanLine, docx, plan_calendar, plan_document, reading_page, words
from triggerfactors.report.yearplan import proposed_day
from triggerfactors.ui import idle, render_knowledge, timer

_NOT, _SOMETIMES, _YES = "Klopt niet", "Soms", "Klopt"
_MAX_OWNER = 60
_PLAN_FILE = "triggerwijzer-jaarplan"


def _self_check(content: Content) -> None:
    st.header("De zinnen", anchor=False)
    for line in content.self_check.values():
        answer = st.radio(
            line.sentence.text,
            (_NOT, _SOMETIMES, _YES),
            index=None,
            horizontal=True,
            key=f"tw_zelf_{line.id}",
        )
        if answer == (_NOT if line.turned else _YES):
            st.html(render_knowledge.suggestion(line))
    # A shared computer must not keep this on its screen.
    idle.watch(content)


def _intervision(content: Content) -> None:
    steps = tuple(content.intervision.values())
    st.header("De klok", anchor=False)
    timer.show(
        [timer.TimedStep(s.title, s.minutes, s.speaks, s.do.text) for s in steps],
        "Klok voor intervisie",
    )
    st.html(render_knowledge.intervision_steps(steps))


def _year_plan(content: Content) -> None:
    today = date.today()
    st.header("Maak je jaarplan", anchor=False)
    whom = st.radio(
        "Voor wie maak je een plan?",
        list(PeaceFor),
        format_func=words.PEACE_FOR.__getitem__,
        key="tw_plan_voor",
    )
    whom = PeaceFor(whom or PeaceFor.TEAM)
    items = [item for item in content.peacetime.values() if item.whom is whom]
    st.html(f"<p>{content.text('jaarplan-datum')}</p>")
    lines = [_plan_line(item, today) for item in items]
    made = f"tw_plan_klaar_{whom}"
    if st.button("Maak het jaarplan", type="primary", key="tw_plan_maak"):
        st.session_state[made] = True
    if st.session_state.get(made):
        _plan_files(content, whom, lines, today)


def _plan_line(item: PeaceItem, today: date) -> PlanLine:
    st.html(render_knowledge.peace_item(item))
    state = st.radio(
        f"Is dit geregeld? {item.item.text}",
        words.PLAN_STATE,
        index=None,
        horizontal=True,
        label_visibility="collapsed",
        key=f"tw_plan_{item.id}_stand",
        on_change="ignore",
    )
    with st.container(horizontal=True):
        owner = st.text_input(
            "Wie pakt dit op? (functie)",
            key=f"tw_plan_{item.id}_wie",
            max_chars=_MAX_OWNER,
            autocomplete="off",
            on_change="ignore",
        )
        on = st.date_input(
            "Wanneer? (dag-maand-jaar)",
            proposed_day(item.month, today),
            key=f"tw_plan_{item.id}_wanneer",
            format="DD-MM-YYYY",
            on_change="ignore",
        )
    return PlanLine(item, state or "", (owner or "").strip(), on if isinstance(on, date) else None)


def _plan_files(content: Content, whom: PeaceFor, lines: list[PlanLine], today: date) -> None:
    document = plan_document(whom, lines, today)
    st.success(content.text("jaarplan-klaar"))
    with st.container(horizontal=True):
        st.download_button(
            "Bewaar als leesbaar bestand",
            lambda: reading_page(document),
            file_name=f"{_PLAN_FILE}.html",
            mime="text/html",
            on_click="ignore",
            key="tw_plan_html",
        )
        st.download_button(
            "Bewaar als Word-bestand",
            lambda: docx(document),
            file_name=f"{_PLAN_FILE}.docx",
            mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            on_click="ignore",
            key="tw_plan_docx",
        )
        calendar = plan_calendar(lines)
        if calendar:
            st.download_button(
                "Zet in mijn agenda",
                calendar,
                file_name=f"{_PLAN_FILE}.ics",
                mime="text/calendar",
                on_click="ignore",
                key="tw_plan_ics",
            )


_TOOLS: Mapping[CardTool, Callable[[Content], None]] = {
    CardTool.SELF_CHECK: _self_check,
    CardTool.INTERVISION: _intervision,
    CardTool.YEAR_PLAN: _year_plan,
}


def show(content: Content, tool: CardTool) -> None:
    """Draw the tool of a card."""
    _TOOLS[tool](content)
