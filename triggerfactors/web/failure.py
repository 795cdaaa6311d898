"""What a visitor sees when a page fails: a calm Dutch message; the log gets no words (logs.py)."""

from typing import Final

import streamlit as st

_MESSAGE: Final = (
    "Er ging iets mis op deze pagina. Dat ligt niet aan jou. Wat je invulde, staat er nog. "
    "Ga naar een andere stap. Helpt dat niet? Laad de pagina opnieuw. Dan begin je opnieuw."
)


def show_failure(error: Exception) -> bool:
    """Show the Dutch message in place of Streamlit's own; ``True`` tells Streamlit so."""
    st.error(_MESSAGE)
    return True
