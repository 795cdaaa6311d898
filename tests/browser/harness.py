"""Helpers for tests in a real browser: is it settled, is it accessible, what did it ask for."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import axe_playwright_python
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket

ROOT = Path(__file__).resolve().parents[2]

CHROMIUM_ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 800}

WCAG_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]

# Streamlit's protobuf library probes for WebAssembly, is refused, and goes on without it.
KNOWN_REPORTS = ("wasm-eval", "WebAssembly", "'wasm-unsafe-eval'")

# Runs before any script of the page. It notes when the page last asked something of the server and
# when the last answer came, and every report of the content security policy.
WATCH = """
window.__watch = { sent: 0, received: 0, refused: [] };
addEventListener("securitypolicyviolation", (report) => {
  window.__watch.refused.push(`${report.effectiveDirective} ${report.blockedURI}`);
});
const Original = window.WebSocket;
window.WebSocket = class extends Original {
  constructor(...args) {
    super(...args);
    this.addEventListener("message", () => { window.__watch.received = performance.now(); });
  }
  send(data) {
    window.__watch.sent = performance.now();
    super.send(data);
  }
};
"""

# True when the server answered the last question, the script is done, no element is left over from
# the run before, and nothing came in for a while.
SETTLED = """(quiet) => {
  const app = document.querySelector("[data-testid='stApp']");
  const { sent, received } = window.__watch;
  return app !== null
    && app.dataset.testScriptState === "notRunning"
    && app.dataset.testConnectionState === "CONNECTED"
    && received > 0 && received >= sent && performance.now() - received > quiet
    && document.querySelector("[data-stale='true'], [data-testid='stSkeleton']") === null;
}"""


def chromium_path() -> str | None:
    """Return the system's Chromium: ``TRIGGERWIJZER_CHROMIUM``, or the first one on the path."""
    chosen = os.environ.get("TRIGGERWIJZER_CHROMIUM")
    if chosen:
        return chosen
    return next(
        (path for name in ("chromium", "chromium-browser", "google-chrome")
         if (path := shutil.which(name))),
        None,
    )  # fmt: skip


def settled(page: Page, *, quiet_ms: int = 100, timeout_ms: float = 20_000) -> None:
    """Wait until Streamlit has finished the rerun that the last action asked for."""
    page.wait_for_function(SETTLED, arg=quiet_ms, timeout=timeout_ms, polling=25)


@contextmanager
def rerun(page: Page) -> Iterator[None]:
    """Do something that asks the server for a new screen, and wait until that screen stands.

    A click is sent a little later than it is made; without waiting for that, the old screen would
    look settled.
    """
    before = page.evaluate("() => window.__watch.sent")
    yield
    page.wait_for_function("(before) => window.__watch.sent > before", arg=before)
    settled(page)


def visit(page: Page, url: str) -> None:
    """Open ``url`` and wait until the page stands."""
    page.goto(url)
    settled(page)


@cache
def _axe_source() -> str:
    found = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js"))
    return found.read_text(encoding="utf-8")


def axe(page: Page, *, context: str | None = None) -> list[str]:
    """Return the WCAG 2.2 A and AA violations, one readable line per element; empty is good.

    The script is evaluated by the browser's debugger, so the content security policy stays strict.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {_axe_source()} }}")
    with _whole_page_in_view(page):
        found: dict[str, Any] = page.evaluate(
            """([context, tags]) => axe.run(context ?? document,
                 { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })""",
            [context, WCAG_TAGS],
        )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary']}\n    {node['html'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@contextmanager
def _whole_page_in_view(page: Page) -> Iterator[None]:
    """Make the window as high as the page: axe skips contrast of what is scrolled out of sight.

    Streamlit scrolls inside ``main``, so for axe all that is below the fold is simply hidden.
    """
    size = page.viewport_size
    height = page.evaluate(
        """() => { const main = document.querySelector("[data-testid='stMain']");
          return Math.max(main?.scrollHeight ?? 0, document.documentElement.scrollHeight); }"""
    )
    if size is None or height <= size["height"]:
        yield
        return
    page.set_viewport_size({"width": size["width"], "height": height + 50})
    page.wait_for_timeout(100)
    try:
        yield
    finally:
        page.set_viewport_size(size)


def refused(page: Page) -> list[str]:
    """Return what the content security policy refused on this page, the known probe aside."""
    reports: list[str] = page.evaluate("() => window.__watch.refused")
    return [report for report in reports if not any(known in report for known in KNOWN_REPORTS)]


@dataclass
class Recorder:
    """What a browser context asked for and complained about."""

    host: str
    expected: tuple[str, ...] = ()  # parts of errors that the test itself brings about
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Record everything the pages of ``context`` do from now on."""
        context.add_init_script(WATCH)
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("page", self._on_page)

    def _on_page(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(f"pageerror: {error}"))
        page.on("websocket", self._on_websocket)

    def _on_websocket(self, websocket: WebSocket) -> None:
        self.sockets.append(websocket.url)
        self._note_host(websocket.url)

    def _on_request(self, request: Request) -> None:
        self._note_host(request.url)

    def _on_console(self, message: ConsoleMessage) -> None:
        known = (*KNOWN_REPORTS, *self.expected)
        if message.type == "error" and not any(part in message.text for part in known):
            self.errors.append(message.text)

    def _note_host(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob", "about", "file"} and parts.netloc != self.host:
            self.foreign.append(url)


@dataclass(frozen=True)
class Server:
    """A running Triggerwijzer: where it is and what it logs."""

    url: str
    log_file: Path
    pid: int

    @property
    def host(self) -> str:
        """Host and port, as in a URL."""
        return urlsplit(self.url).netloc

    def log(self) -> str:
        """Return everything the process wrote so far."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")


@contextmanager
def served(
    log_file: Path,
    script: Path | None = None,
    module: str = "triggerfactors.web",
    root: Path = ROOT,
    settings: Mapping[str, str] | None = None,
    port: int | None = None,
) -> Iterator[Server]:
    """Start the ASGI entry on a free loopback port; ``script`` replaces ``app.py``.

    ``module`` is what Python runs; a benchmark wraps the entry to look inside the process.
    ``root`` is the folder of the program, for a test that changes a copy of it; ``settings`` are
    variables for this process alone. ``port``: where others were told to find it.
    """
    port = port or free_port()
    environment = {
        **os.environ,
        "TRIGGERWIJZER_HOST": "127.0.0.1",
        "TRIGGERWIJZER_PORT": str(port),
        "PYTHONUNBUFFERED": "1",
        **(settings or {}),
    }
    environment.pop("TRIGGERWIJZER_SCRIPT", None)
    if script is not None:
        environment["TRIGGERWIJZER_SCRIPT"] = str(script)
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", module],
            cwd=root,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    server = Server(url=f"http://127.0.0.1:{port}", log_file=log_file, pid=process.pid)
    try:
        wait_until_healthy(server, process)
        yield server
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def copy_of_the_program(folder: Path) -> None:
    """Put what a server needs in ``folder``, for a test that changes its texts or settings."""
    for name in ("triggerfactors", "pages", "data", ".streamlit"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", folder)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server stopped: {server.log()}")
        try:
            with urllib.request.urlopen(f"{server.url}/gezond", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"The server does not answer: {server.log()}")
