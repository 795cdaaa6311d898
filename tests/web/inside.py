"""The ASGI entry, with a look inside: SIGUSR1 writes what sessions are in memory to its log.

Sessions of who left go within seconds here, so that a test need not wait for minutes.
"""

import gc
import json
import signal
import sys
from types import FrameType

from streamlit.runtime import Runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

from triggerfactors.web import leaving
from triggerfactors.web.__main__ import main

MARK = "sessies: "
SECONDS_KEPT = 3

_keep_here = leaving.keep_here


def _keep_here_shortly() -> WebsocketSessionManager:
    manager = _keep_here()
    manager._session_storage = leaving.Left(SECONDS_KEPT)
    return manager


def _write_sessions(number: int, frame: FrameType | None) -> None:
    known = [one for one in gc.get_objects() if isinstance(one, AppSession)]
    files = Runtime.instance().uploaded_file_mgr.file_storage  # type: ignore[attr-defined]
    found = {
        "sessies": len(known),
        "waarden": sum(len(one.session_state.filtered_state) for one in known),
        "kliks": sum(len(one._client_state.widget_states.widgets) for one in known),
        "bestanden": sum(map(len, files.values())),
    }
    print(MARK + json.dumps(found), flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _write_sessions)
    leaving.EVERY_SECONDS = 0.5  # type: ignore[misc]
    leaving.keep_here = _keep_here_shortly
    sys.exit(main())
