"""One key that empties the screen: for when someone walks in while a case is on the wall."""

from pathlib import Path
from typing import Final

from triggerfactors.ui.assets import component

KEY: Final = "F9"


def show(message: str) -> None:
    """Draw the button and listen for the key; call it once per page."""
    component("blank", Path(__file__).parent)(
        key="blank",
        data={
            "key": KEY,
            "button": f"Maak het scherm leeg ({KEY})",
            "back": "Ga verder",
            "message": message,
        },
        height="content",
    )
