"""The HTML shell: what a browser gets before Streamlit draws the first page.

Streamlit ships one English ``index.html``. A screen reader picks its voice from ``lang`` in that
file, and the title is read before any script runs, so both have to be right in the first bytes.
"""

import re
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

TITLE: Final = "Triggerwijzer"

_NOSCRIPT: Final = (
    "<noscript><p>Triggerwijzer werkt met JavaScript. Zet JavaScript aan in je browser en laad de "
    'pagina opnieuw.</p><p>Acuut gevaar? Bel <a href="tel:112">112</a>.</p></noscript>'
)

# A host that serves the app below a path sets that path in "server.baseUrlPath".
_WHERE_SERVER_IS: Final = (
    "<script>window.prerenderReady = false;"
    "window.__streamlit = { BACKEND_BASE_URL: location.origin };</script>"
)

# Requests below these paths never answer with the shell. They keep caching, ranges and compression.
_ASSET_PREFIXES: Final = ("/static/", "/_stcore/", "/media/", "/component/")

# A rewritten page is not the file on disk, so a validator or range for that file means nothing.
# Without accept-encoding the page arrives uncompressed, ready to be rewritten.
_DROPPED_REQUEST_HEADERS: Final = frozenset(
    {b"if-none-match", b"if-modified-since", b"if-range", b"range", b"accept-encoding"}
)
_DROPPED_RESPONSE_HEADERS: Final = frozenset(
    {b"content-length", b"etag", b"last-modified", b"accept-ranges"}
)

_REWRITES: Final = (
    (re.compile(r'<html lang="en">'), '<html lang="nl">'),
    (re.compile(r"<title>.*?</title>", re.DOTALL), f"<title>{TITLE}</title>"),
    (re.compile(r"<noscript>.*?</noscript>", re.DOTALL), _NOSCRIPT),
    # The theme uses the fonts of the device: this preload would fetch 200 kB for nothing.
    (re.compile(r'<link\s+rel="preload"[^>]*as="font"[^>]*>'), ""),
    # Streamlit looks for its server below the page's own address first: two failing requests on
    # every page but the first. One line tells it where the server is.
    (re.compile(r"<script>\s*window\.prerenderReady = false\s*</script>"), _WHERE_SERVER_IS),
    # The agent API is closed (see headers.py), so the page does not point at it.
    (re.compile(r'<link\s+rel="service-desc"[^>]*>'), ""),
    (re.compile(r"<!--.*?-->\s*", re.DOTALL), ""),
)


def rewrite(html: str) -> str:
    """Return Streamlit's shell page with Dutch language, title and fallback text.

    Pages of our own pass through unchanged, except that their HTML comments go.
    """
    for pattern, replacement in _REWRITES:
        html = pattern.sub(replacement, html)
    return html.lstrip()


class DutchShell:
    """ASGI middleware that rewrites HTML answers; everything else streams through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; websockets and lifespan events pass straight through."""
        if scope["type"] != "http" or scope["path"].startswith(_ASSET_PREFIXES):
            await self.app(scope, receive, send)
            return
        headers = [pair for pair in scope["headers"] if pair[0] not in _DROPPED_REQUEST_HEADERS]
        rewriter = _Rewriter(send, head_only=scope["method"] == "HEAD")
        await self.app({**scope, "headers": headers}, receive, rewriter.send)


class _Rewriter:
    """Holds back one HTML answer until it is complete, so its new length can be announced."""

    def __init__(self, send: Send, *, head_only: bool) -> None:
        self._send = send
        self._head_only = head_only
        self._start: Message | None = None
        self._body = bytearray()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        elif message["type"] == "http.response.body":
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        body = rewrite(self._body.decode("utf-8")).encode("utf-8")
        headers = [pair for pair in start["headers"] if pair[0] not in _DROPPED_RESPONSE_HEADERS]
        # An answer to HEAD has no body here, so its true length is unknown and stays out.
        if not self._head_only:
            headers.append((b"content-length", str(len(body)).encode("ascii")))
        await self._send({**start, "headers": headers})
        await self._send({"type": "http.response.body", "body": body})


def _is_html(start: Message) -> bool:
    names = dict(start["headers"])
    return names.get(b"content-type", b"").startswith(b"text/html") and (
        b"content-encoding" not in names
    )
