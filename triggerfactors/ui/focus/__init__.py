"""Move focus to a new step and say so, for people who do not see the screen change.

Streamlit leaves focus on the button that was pressed and announces nothing. This component does
both, from a script that is served as a file of our own host.
"""

from pathlib import Path

from triggerfactors.ui.assets import component


def announce(heading_id_or_text: str, message: str, key: str) -> None:
    """Focus a heading and fill the status line, once for every new step.

    Call it once per page, with the same place in the page each time; the end is a good one.

    Args:
        heading_id_or_text: the anchor or the full text of the h1 or h2 of this step.
        message: what the status line says, such as ``"Stap 2 van 7"``. Plain text.
        key: which step this is. Focus moves when it differs from the last one announced, on this
            page or another; a rerun with the same key does nothing. The very first page someone
            opens keeps its focus too.
    """
    component("focus", Path(__file__).parent)(
        key="focus",
        data={"heading": heading_id_or_text, "message": message, "step": key},
        height="content",
    )
