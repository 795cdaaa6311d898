"""``python -m triggerfactors.web``: serve Triggerwijzer on one address.

Everything that can be set stands in ``triggerfactors.settings``; wrong settings are all named, and
then nothing starts.
"""

import os
import sys
from typing import Final

import uvicorn

from triggerfactors.settings import SettingsError, read
from triggerfactors.web.asgi import SCRIPT, build
from triggerfactors.web.logs import write_json_lines
from triggerfactors.web.protocol import PatientProtocol
from triggerfactors.web.voting import MOST_STREAMS

# A message from the browser holds answers, not files: 2 MB is plenty.
_LARGEST_MESSAGE: Final = 2 * 1024 * 1024


def main() -> int:
    """Serve until interrupted; returns the exit code."""
    try:
        settings = read()
    except SettingsError as error:
        print("Triggerwijzer start niet. Verbeter deze instellingen:", file=sys.stderr)
        for line in error.lines:
            print(f"  {line}", file=sys.stderr)
        return 2
    shown = "localhost" if settings.host in {"127.0.0.1", "0.0.0.0"} else settings.host
    print(f"Triggerwijzer staat op http://{shown}:{settings.port} (stoppen: Ctrl+C)", flush=True)
    write_json_lines()
    # What this process writes, such as the file of the workshops, is for nobody else.
    os.umask(0o077)
    uvicorn.run(
        build(settings.script or SCRIPT, settings),
        host=settings.host,
        port=settings.port,
        http=PatientProtocol,
        # Only the own proxy may say that a request came over https.
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=list(settings.proxies),
        # Each window and each screen of a workshop holds a connection; the rest is for pages, files
        # and whoever is slow.
        limit_concurrency=settings.most_windows + MOST_STREAMS + 500,
        # uvicorn's own set-up of the log would put its lines beside ours.
        log_config=None,
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
