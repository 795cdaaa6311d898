"""Where corrections go: the mail address of whoever runs this app, if one is set."""

import os
import re
from typing import Final

VARIABLE: Final = "TRIGGERWIJZER_BEHEER_MAIL"
# One plain address: nothing that could add a second one or a header to the mail.
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def address() -> str | None:
    """The configured address, or nothing when it is not set or not an address."""
    configured = os.environ.get(VARIABLE, "").strip()
    return configured if _ADDRESS.fullmatch(configured) else None
