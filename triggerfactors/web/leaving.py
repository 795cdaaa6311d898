"""What visitors who left still hold in memory really goes, also when nobody else comes.

Streamlit keeps a session that lost its window for a minute, so that a tunnel does no harm. But it
only throws such a session away when a next one leaves, and Python only takes its memory back when
it happens to collect. On a quiet evening what someone typed would lie there for hours.
"""

import asyncio
import gc
import logging
import time
from typing import Final

from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionManager
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

_LOG = logging.getLogger(__name__)

EVERY_SECONDS: Final = 30.0
# Nobody is served while memory is taken back: 0.3 s with 500 people. At most this part of the time
# goes to it; but what someone typed never lies longer than this for want of a quiet moment.
_PART: Final = 1 / 100
LONGEST_SECONDS: Final = 300.0


def rest_after(spent: float) -> float:
    """How long to wait for the next round, in seconds, after one that took ``spent`` seconds."""
    return min(LONGEST_SECONDS, max(EVERY_SECONDS, spent / _PART))


def let_go(manager: SessionManager) -> None:
    """Throw away every session whose time is over, and take back its memory."""
    if isinstance(manager, WebsocketSessionManager):
        # No public way: the store of sessions is a cache that looks at the clock when it is used.
        cache = getattr(manager._session_storage, "_cache", None)
        if hasattr(cache, "expire"):
            with manager._storage_lock:
                cache.expire()
    # A session has an event loop in a circle of references, with three open files.
    gc.collect()


async def keep_letting_go() -> None:
    """Do so again and again, for as long as the process lives."""
    rest = EVERY_SECONDS
    while True:
        await asyncio.sleep(rest)
        start = time.perf_counter()
        try:
            let_go(Runtime.instance()._session_mgr)
        except Exception:
            _LOG.exception("Opruimen van vertrokken bezoekers mislukte")
        rest = rest_after(time.perf_counter() - start)
