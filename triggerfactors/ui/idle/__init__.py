"""Wipe what someone filled in when nobody is there any more, after asking first.

A shared computer in a staff room must not keep a case on its screen (design, must 3). WCAG 2.2.1
asks for a warning and a simple way to stay.
"""

from pathlib import Path
from typing import Final

from triggerfactors.content import Content
from triggerfactors.ui.assets import component

WARN_AFTER_MINUTES: Final = 25
WIPE_AFTER_MINUTES: Final = 30
# The start page reads this from its address, says so once and takes it away again.
WIPED_PARAMETER: Final = "melding"
WIPED_VALUE: Final = "tijd"


def watch(content: Content) -> None:
    """Watch for quiet on this screen; call it once on every screen that shows a case."""
    component("idle", Path(__file__).parent)(
        key="idle",
        data={
            "warnAfter": WARN_AFTER_MINUTES * 60_000,
            "wipeAfter": WIPE_AFTER_MINUTES * 60_000,
            "words": {
                "title": content.text("tijd-titel"),
                "question": content.text("tijd-vraag"),
                "stay": content.text("tijd-blijf"),
            },
        },
        height="content",
    )
