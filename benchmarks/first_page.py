"""How heavy is the first page? Bytes, requests and imports, next to a bare Streamlit page.

    python -m benchmarks.first_page [/pad]

Prints a table and asserts nothing. The bars: at most 1.2 times the bytes of the bare page, and no
plotly, pandas or pyarrow in the process.
"""

import os
import signal
import sys
import time
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser

from benchmarks.bare import LINE, app_and_bare, chromium
from benchmarks.loaded import MARK
from tests.browser.harness import DESKTOP, WATCH, Server, visit

BAR: Final = 1.2
HEAVY: Final = ("plotly", "pandas", "pyarrow", "numpy", "altair", "PIL")


@dataclass
class Weight:
    """What one cold visit costs."""

    bytes_sent: int = 0
    requests: int = 0
    seconds: float = 0.0
    heavy: tuple[str, ...] = ()


def weigh(browser: Browser, server: Server, path: str) -> Weight:
    """Visit ``path`` with an empty cache; websocket messages count as bytes too."""
    weight = Weight()
    context = browser.new_context(viewport=DESKTOP)
    context.add_init_script(WATCH)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")

    def on_finished(event: dict[str, Any]) -> None:
        weight.bytes_sent += int(event["encodedDataLength"])
        weight.requests += 1

    def on_frame(event: dict[str, Any]) -> None:
        # The payload of a binary message is written in base64.
        weight.bytes_sent += len(event["response"]["payloadData"]) * 3 // 4

    devtools.on("Network.loadingFinished", on_finished)
    devtools.on("Network.webSocketFrameReceived", on_frame)
    start = time.perf_counter()
    visit(page, server.url + path)
    weight.seconds = time.perf_counter() - start
    page.wait_for_load_state("networkidle")
    context.close()
    modules = loaded_modules(server)
    weight.heavy = tuple(n for n in (*HEAVY, "onbekend") if n in modules)
    return weight


def loaded_modules(server: Server) -> set[str]:
    """The top-level modules a server started with ``benchmarks.loaded`` has imported by now."""
    before = _marks(server)
    os.kill(server.pid, signal.SIGUSR1)
    for _ in range(50):
        lines = _marks(server)
        if len(lines) > len(before):
            return set(lines[-1].removeprefix(MARK).split())
        time.sleep(0.05)
    return {"onbekend"}


def _marks(server: Server) -> list[str]:
    return [line for line in server.log().splitlines() if line.startswith(MARK)]


def main() -> int:
    """Measure and print."""
    path = sys.argv[1] if len(sys.argv) > 1 else "/"
    with app_and_bare(LINE, module="benchmarks.loaded") as (app, bare), chromium() as browser:
        ours, theirs = weigh(browser, app, path), weigh(browser, bare, "/")
    ratio = ours.bytes_sent / theirs.bytes_sent
    rows = [
        ("kB over de lijn", f"{theirs.bytes_sent / 1000:.0f}", f"{ours.bytes_sent / 1000:.0f}"),
        ("verzoeken", str(theirs.requests), str(ours.requests)),
        ("seconden tot klaar", f"{theirs.seconds:.2f}", f"{ours.seconds:.2f}"),
        ("zwaar en geladen", _words(theirs.heavy), _words(ours.heavy)),
    ]
    print(f"Eerste pagina {path}, lege cache")
    print(f"  {'':<20} {'kaal':>12} {'Triggerwijzer':>16}")
    for label, bare_value, our_value in rows:
        print(f"  {label:<20} {bare_value:>12} {our_value:>16}")
    verdict = "gehaald" if ratio <= BAR else "NIET gehaald"
    print(f"  verhouding bytes {ratio:.2f} (lat {BAR}: {verdict})")
    return 0


def _words(names: tuple[str, ...]) -> str:
    return ", ".join(names) or "niets"


if __name__ == "__main__":
    sys.exit(main())
