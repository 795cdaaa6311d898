"""What a visitor typed is gone from memory some time after they left, also on a quiet evening."""

import threading
import weakref
from types import SimpleNamespace

from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from triggerfactors.web.leaving import EVERY_SECONDS, LONGEST_SECONDS, let_go, rest_after


class Session:
    """As a session: in a circle with what it made, so only a collection frees it."""

    def __init__(self) -> None:
        self.id = "een"
        self.words = "merkwoord"
        self.circle = self


def manager(seconds: float) -> WebsocketSessionManager:
    made = WebsocketSessionManager.__new__(WebsocketSessionManager)
    made._session_storage = MemorySessionStorage(ttl_seconds=seconds)  # type: ignore[arg-type]
    made._storage_lock = threading.Lock()
    return made


def kept_after(seconds: float) -> bool:
    at = manager(seconds)
    session = Session()
    at._session_storage.save(SimpleNamespace(session=session))  # type: ignore[arg-type]
    seen = weakref.ref(session)
    del session
    let_go(at)
    return seen() is not None


def test_a_session_whose_time_is_over_leaves_the_memory() -> None:
    assert not kept_after(0)


def test_a_session_that_may_still_come_back_stays() -> None:
    assert kept_after(60)


def test_a_quiet_process_lets_go_every_half_minute_and_a_full_one_at_least_every_five() -> None:
    assert rest_after(0.01) == EVERY_SECONDS == 30
    assert EVERY_SECONDS < rest_after(1.0) < LONGEST_SECONDS
    assert rest_after(9.0) == LONGEST_SECONDS == 300
