"""What happens when a page fails: a calm Dutch message, and a log line without anyone's words."""

import logging
import traceback
from typing import Final

import streamlit as st

# Streamlit logs an uncaught exception with its message, and a message can quote an answer.
_STREAMLIT_LOGGER: Final = "streamlit.error_util"

_MESSAGE: Final = (
    "Er ging iets mis op deze pagina. Dat ligt niet aan jou. Wat je invulde, staat er nog. "
    "Ga naar een andere stap. Helpt dat niet? Laad de pagina opnieuw. Dan begin je opnieuw."
)


def show_failure(error: Exception) -> bool:
    """Show the Dutch message in place of Streamlit's own; ``True`` tells Streamlit so."""
    st.error(_MESSAGE)
    return True


class WithoutMessage(logging.Filter):
    """Keeps the kind and the place of an exception in the log, and drops its message."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite ``record`` in place; every record is kept."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "onbekende plek"
            record.msg = f"Fout op een pagina: {type(error).__name__} in {place}"
            record.args = ()
            record.exc_info = None
            record.exc_text = None
        return True


def keep_words_out_of_log() -> None:
    """Make Streamlit's log of failing pages free of messages; safe to call twice."""
    logger = logging.getLogger(_STREAMLIT_LOGGER)
    if not any(isinstance(item, WithoutMessage) for item in logger.filters):
        logger.addFilter(WithoutMessage())
