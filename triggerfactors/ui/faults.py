"""A broken content never runs half: its report is shown instead, for whoever runs the app."""

import streamlit as st

from triggerfactors.content import ContentError
from triggerfactors.ui import render, session


def stop_when_broken() -> None:
    """Show every fault and stop the page when the content cannot be used."""
    try:
        session.content()
    except ContentError as error:
        title = "De inhoud van deze app heeft fouten"
        st.set_page_config(page_title=f"{title} – Triggerwijzer")
        st.title(title, anchor=False)
        st.html(
            "<p>Daarom werkt Triggerwijzer nu niet. Acuut gevaar? Bel 112.</p>"
            "<p>Beheer je deze app? Verbeter dan wat hieronder staat. "
            "Kijk daarna met <code>python -m triggerfactors check</code> of alles klopt.</p>"
            + render.faults_page([fault.line() for fault in error.faults])
        )
        st.stop()
