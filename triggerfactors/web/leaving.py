"""What visitors who left still hold in memory really goes, also when nobody else comes.

Streamlit keeps a session that lost its window for a minute, so that a tunnel does no harm. But it
throws it away only when a next one leaves, and its loop holds on to the one it served last. On a
quiet evening what someone typed would lie there for hours. So the sessions of who left are kept
here, and one whose time is over is shut down and emptied, whoever may still hold on to it.
"""

import asyncio
import logging
import time
from collections.abc import Sequence
from typing import Final

from streamlit import config
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.session_manager import SessionInfo, SessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from triggerfactors.web import memory

_LOG = logging.getLogger(__name__)

EVERY_SECONDS: Final = 30.0


class Left(SessionStorage):
    """The sessions of visitors who left, for ``seconds``; then they cannot be taken up again."""

    def __init__(self, seconds: float) -> None:
        """Start empty."""
        self._seconds = seconds
        self._kept: dict[str, tuple[float, SessionInfo]] = {}

    def get(self, session_id: str) -> SessionInfo | None:
        """The session of someone who comes back in time."""
        until, info = self._kept.get(session_id, (0.0, None))
        return info if time.monotonic() < until else None

    def save(self, session_info: SessionInfo) -> None:
        """Keep the session of someone who just left."""
        until = time.monotonic() + self._seconds
        self._kept[session_info.session.id] = until, session_info

    def delete(self, session_id: str) -> None:
        """Stop keeping a session: someone came back, or closed it for good."""
        self._kept.pop(session_id, None)

    def list(self) -> list[SessionInfo]:
        """Every session that is kept."""
        return [info for _, info in self._kept.values()]

    def overdue(self) -> Sequence[AppSession]:
        """Stop keeping the sessions whose time is over, and give them."""
        now = time.monotonic()
        over = [name for name, (until, _) in self._kept.items() if until <= now]
        return [self._kept.pop(name)[1].session for name in over]


def _empty(session: AppSession) -> None:
    """Shut a session down and take out everything that someone typed, loaded or was shown."""
    session.shutdown()
    session.session_state.clear()
    # No public way: the values of the last click, and what was still to be sent.
    session._client_state = ClientState()
    session._browser_queue.clear()


def keep_here() -> WebsocketSessionManager:
    """From now on the running Streamlit keeps the sessions of who left in a :class:`Left`."""
    manager = Runtime.instance()._session_mgr
    if not isinstance(manager, WebsocketSessionManager):
        raise TypeError("Streamlit houdt zijn sessies anders bij dan deze versie verwacht.")
    manager._session_storage = Left(config.get_option("server.disconnectedSessionTTL"))
    return manager


def let_go(manager: WebsocketSessionManager) -> None:
    """Empty every session whose time is over, and take back its memory."""
    with manager._storage_lock:
        over = manager._session_storage.overdue()  # type: ignore[attr-defined]
    for session in over:
        _empty(session)
    if over:
        # What is left of a session is a circle of references.
        memory.give_back()


async def keep_letting_go(manager: WebsocketSessionManager) -> None:
    """Do so again and again, for as long as the process lives."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        try:
            let_go(manager)
        except Exception:
            _LOG.exception("Opruimen van vertrokken bezoekers mislukte")
