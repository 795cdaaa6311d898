"""A broken content never runs half: its report is shown instead, for whoever runs the app."""

import streamlit as st

from triggerfactors import recognition
from triggerfactors.content import ContentError
from triggerfactors.ui import render, session


def found() -> tuple[str, ...]:
    """Every fault that keeps the content or the rules of recognition from being used, in Dutch."""
    try:
        session.content()
        recognition.load()
    except ContentError as error:
        return tuple(fault.line() for fault in error.faults)
    except recognition.RulesError as error:
        return tuple(f"herkenning/{p.file} › {p.path}: {p.message}" for p in error.problems)
    return ()


def stop_when_broken() -> None:
    """Show every fault and stop the page when the content cannot be used."""
    lines = found()
    if not lines:
        return
    title = "De inhoud van deze app heeft fouten"
    st.set_page_config(page_title=f"{title} – Triggerwijzer")
    st.title(title, anchor=False)
    st.html(
        "<p>Daarom werkt Triggerwijzer nu niet. Acuut gevaar? Bel 112.</p>"
        "<p>Beheer je deze app? Verbeter dan wat hieronder staat. "
        "Kijk daarna met <code>python -m triggerfactors check</code> of alles klopt.</p>"
        + render.faults_page(lines)
    )
    st.stop()
