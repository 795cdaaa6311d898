"""``python -m triggerfactors.web``: serve Triggerwijzer on one address.

``TRIGGERWIJZER_HOST`` (default ``127.0.0.1``: only this computer) and ``TRIGGERWIJZER_PORT``
(default ``8501``) choose the address. ``TRIGGERWIJZER_SCRIPT`` serves another script in the same
frame; the browser tests use it.
"""

import os
import sys
from pathlib import Path
from typing import Final

import uvicorn

from triggerfactors.web.asgi import SCRIPT, app, build

# A message from the browser holds answers, not files: 2 MB is plenty.
_LARGEST_MESSAGE: Final = 2 * 1024 * 1024


def main() -> int:
    """Serve until interrupted; returns the exit code."""
    host = os.environ.get("TRIGGERWIJZER_HOST", "127.0.0.1")
    port = os.environ.get("TRIGGERWIJZER_PORT", "8501")
    if not port.isdecimal() or int(port) > 65535:
        print(f"TRIGGERWIJZER_PORT is '{port}'. Kies een getal tot 65535.", file=sys.stderr)
        return 2
    script = Path(os.environ.get("TRIGGERWIJZER_SCRIPT", SCRIPT)).resolve()
    shown = "localhost" if host in {"127.0.0.1", "0.0.0.0"} else host
    print(f"Triggerwijzer staat op http://{shown}:{port} (stoppen: Ctrl+C)", flush=True)
    uvicorn.run(
        app if script == SCRIPT else build(script),
        host=host,
        port=int(port),
        # The access log would hold addresses of visitors and ids of sessions.
        access_log=False,
        log_level="warning",
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=_LARGEST_MESSAGE,
        ws_per_message_deflate=False,
        # A page that stays open must not keep the server from stopping.
        timeout_graceful_shutdown=2,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
