"""Take along, resume and wipe. Nothing is kept here: a file goes to the person, or nothing."""

from datetime import date

import streamlit as st

from triggerfactors import privacy
from triggerfactors.advice import Overview
from triggerfactors.casefile import MAX_BYTES, CaseFileError, unseal
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import OVERVIEW, STOP
from triggerfactors.report import document, docx, page, reminder
from triggerfactors.situation import Situation, usable
from triggerfactors.situation.texts import own_texts
from triggerfactors.ui import idle, session, wiping

FILE_NAME = "triggerwijzer-overzicht"


def traceable(content: Content, situation: Situation) -> tuple[privacy.Located, ...]:
    """Traceable data in everything someone typed, each with the place."""
    return privacy.find_in(own_texts(content, situation))


def show_export(content: Content, situation: Situation, view: Overview) -> None:
    """Warn about traceable data, then offer the files; a BSN blocks them."""
    st.text(content.text("bewaren-uitleg"))
    found = traceable(content, situation)
    if found:
        _warn(content, found)
    if privacy.blocks(tuple(located.finding for located in found)):
        st.error(content.text("privacy-bsn"))
        return
    today = date.today()
    made = document(content, view, today)
    with st.container(horizontal=True):
        st.download_button(
            "Bewaar als leesbaar bestand",
            lambda: page(made, situation, content.version),
            file_name=f"{FILE_NAME}.html",
            mime="text/html",
            type="primary",
            on_click="ignore",
            key="tw_html",
        )
        st.download_button(
            "Bewaar als Word-bestand",
            lambda: docx(made),
            file_name=f"{FILE_NAME}.docx",
            mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            on_click="ignore",
            key="tw_docx",
        )
        calendar = reminder(view)
        if calendar:
            st.download_button(
                "Zet mijn afspraak in de agenda",
                calendar,
                file_name="triggerwijzer-afspraak.ics",
                mime="text/calendar",
                on_click="ignore",
                key="tw_ics",
            )
    if not calendar:
        st.text("Vul een datum in bij je eerste stap. Dan kun je die in je agenda zetten.")


def _warn(content: Content, found: tuple[privacy.Located, ...]) -> None:
    with st.container(border=True):
        st.markdown("**Kijk dit eerst na**")
        st.text(content.text("privacy-let-op"))
        lines = dict.fromkeys(
            f"{at.place}: “{at.finding.text}”. {privacy.message(at.finding.kind)}" for at in found
        )
        st.text("\n".join(lines))
        st.button("Verander mijn antwoorden", on_click=session.go_to, args=(session.REVIEW,))


def _load() -> None:
    upload = st.session_state.get("tw_bestand")
    if upload is None:
        return
    content = session.content()
    try:
        # Read one byte more than allowed: the check on size is the file's own, not the browser's.
        loaded = unseal(upload.getvalue()[: MAX_BYTES + 1])
    except CaseFileError as error:
        session.tell(str(error), is_error=True)
        return
    situation, left_out = usable(content, loaded)
    session.set_situation(situation)
    text = "Je bestand is geladen. Je gaat verder waar je was."
    if left_out:
        text += f" {len(left_out)} antwoorden pasten niet meer bij de vragen en zijn leeg."
    session.tell(text)
    st.session_state["tw_geladen"] = True


def show_resume() -> None:
    """Let someone continue from a file made here."""
    st.file_uploader(
        "Kies je bewaarbestand (eindigt op .html)",
        key="tw_bestand",
        on_change=_load,
        max_upload_size=1,
    )


def show_footer(content: Content, situation: Situation, place: str) -> None:
    """What is always at hand on a case screen: answers, overview, wipe."""
    if not situation.answers:
        return
    idle.watch(content)
    st.divider()
    with st.container(horizontal=True, key="tw-onder"):
        if place not in (session.REVIEW, STOP):
            st.button(
                "Bekijk mijn antwoorden",
                key="tw_antwoorden",
                on_click=session.go_to,
                args=(session.REVIEW,),
            )
        if place not in (OVERVIEW, STOP, session.REVIEW):
            st.button(
                "Naar het overzicht",
                key="tw_naar_overzicht",
                on_click=session.go_to,
                args=(OVERVIEW,),
            )
        wiping.popover()
