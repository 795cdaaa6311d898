"""Verslag: first what could point to someone, then the sheet. A number of a citizen stops it."""

from datetime import date

import streamlit as st

from triggerfactors import privacy
from triggerfactors.content import Content
from triggerfactors.meeting import meeting_texts
from triggerfactors.report import docx, meeting_document, meeting_page, review_reminder
from triggerfactors.ui import render
from triggerfactors.ui.meeting import state

FILE_NAME = "triggerwijzer-casusoverleg"
_FIRM = ("regisseur", "contactpersoon", "duiding", "doelen", "niet-doen", "afsluiten", "officieel")


def _missing(content: Content) -> list[str]:
    meeting = state.meeting()
    fields = content.meeting_fields
    missing = [] if meeting.purpose else ["Doel van dit overleg"]
    missing += [fields[f].title for f in _FIRM if not meeting.text(f)]  # type: ignore[index]
    missing += [] if meeting.agreements else ["Afspraken"]
    missing += [] if meeting.tells else ["Wie hoort wat"]
    return missing + ([] if meeting.review else ["Dag om terug te kijken"])


def _traceable(content: Content) -> bool:
    """List what was found; gives whether it stops the sheet."""
    found = privacy.find_in(meeting_texts(content, state.meeting()))
    if found:
        with st.container(border=True):
            st.markdown("**Kijk dit eerst na**")
            st.text(content.text("overleg-herleidbaar"))
            lines = dict.fromkeys(
                f"{at.place}: “{at.finding.text}”. {privacy.message(at.finding.kind)}"
                for at in found
            )
            st.text("\n".join(lines))
    if privacy.blocks(tuple(located.finding for located in found)):
        st.error(content.text("overleg-bsn"))
        return True
    return False


def show(content: Content) -> None:
    """Draw the part."""
    meeting = state.meeting()
    st.header("Neem het verslag mee", anchor=False)
    st.html(render.note(content.text("overleg-lees-mee")))
    if _traceable(content):
        return
    missing = _missing(content)
    if missing:
        st.html(render.note("Nog niet ingevuld, dat mag: " + " · ".join(missing)))
    today = date.today()
    with st.container(horizontal=True):
        st.download_button(
            "Bewaar het verslag om te lezen en te printen",
            lambda: meeting_page(content, meeting, today),
            file_name=f"{FILE_NAME}.html",
            mime="text/html",
            type="primary",
            on_click="ignore",
            key="tw_o_html",
        )
        st.download_button(
            "Bewaar het verslag als Word-bestand",
            lambda: docx(meeting_document(content, meeting, today)),
            file_name=f"{FILE_NAME}.docx",
            mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            on_click="ignore",
            key="tw_o_docx",
        )
        calendar = review_reminder(meeting)
        if calendar:
            st.download_button(
                "Zet de dag om terug te kijken in de agenda",
                calendar,
                file_name="triggerwijzer-terugkijken.ics",
                mime="text/calendar",
                on_click="ignore",
                key="tw_o_ics",
            )
    st.text(content.text("overleg-werkdocument"))
