"""Where corrections go: the mail address of whoever runs this app, if one is set."""

import os
from typing import Final

from triggerfactors.settings import MAIL_ADDRESS

VARIABLE: Final = "TRIGGERWIJZER_BEHEER_MAIL"


def address() -> str | None:
    """The configured address, or nothing when it is not set or not an address."""
    configured = os.environ.get(VARIABLE, "").strip()
    return configured if MAIL_ADDRESS.fullmatch(configured) else None
