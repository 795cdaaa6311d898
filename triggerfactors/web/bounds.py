"""Bounds on what a stranger may send, and a calm answer when something breaks.

The outermost middleware: a request that is too big is refused before anything reads it, and an
error inside never shows a trace.
"""

import asyncio
import logging
import time
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from triggerfactors import metrics
from triggerfactors.web import uploads

_LOG = logging.getLogger(__name__)

MOST_PATH: Final = 1024
MOST_QUERY: Final = 2048
MOST_HEADERS: Final = 100
MOST_HEADER_BYTES: Final = 16 * 1024
# The largest file is 2 MB (.streamlit/config.toml); a multipart form adds a little around it.
MOST_BODY: Final = 2 * 1024 * 1024 + 64 * 1024
BODY_SECONDS: Final = 60.0
# A page asks for its screen at once; a window that says nothing keeps a place from someone else.
FIRST_WORD_SECONDS: Final = 20.0

_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})

_TOO_BIG: Final = "Dit is te groot."
_TOO_SLOW: Final = "Dit duurde te lang. Probeer het opnieuw."
_BROKEN: Final = "Er ging iets mis. Dat ligt niet aan jou. Laad de pagina opnieuw. Gevaar? Bel 112."


class _TooBigError(Exception):
    """More came in than may come in."""


def _refusal(scope: Scope) -> tuple[int, str] | None:
    """Status and words for a request that is refused at sight, or nothing."""
    if len(scope["path"]) > MOST_PATH or len(scope.get("query_string", b"")) > MOST_QUERY:
        return 414, _TOO_BIG
    headers = scope["headers"]
    size = sum(len(name) + len(value) for name, value in headers)
    if len(headers) > MOST_HEADERS or size > MOST_HEADER_BYTES:
        return 431, _TOO_BIG
    if scope["type"] == "http" and scope["method"] not in _METHODS:
        return 405, "Dit kan hier niet."
    announced = dict(headers).get(b"content-length", b"0")
    if not announced.isdigit() or len(announced) > 12 or int(announced) > MOST_BODY:
        return 413, _TOO_BIG
    return None


def _from_elsewhere(scope: Scope) -> bool:
    """Whether a page of another site, or of another port here, asks for this websocket.

    Streamlit lets every page of this machine in. A program that is no browser names no origin, and
    has no account of a visitor to borrow either.
    """
    headers = dict(scope["headers"])
    origin = headers.get(b"origin")
    return origin is not None and urlsplit(origin).netloc != headers.get(b"host", b"")


class Bounds:
    """ASGI middleware that refuses too much, counts, and answers failures in Dutch."""

    def __init__(self, app: ASGIApp, most_sockets: int) -> None:
        """Wrap ``app``; at most ``most_sockets`` windows are connected at the same time."""
        self.app = app
        self._most_sockets = most_sockets
        self._sockets = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or websocket."""
        if scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["type"] == "http":
            await self._request(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        if _refusal(scope) or _from_elsewhere(scope) or self._sockets >= self._most_sockets:
            await send({"type": "websocket.close", "code": 1013})
            return
        self._sockets += 1
        metrics.socket_opened()
        try:
            await self.app(scope, _speaking(receive), send)
        finally:
            self._sockets -= 1
            metrics.socket_closed()

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = time.perf_counter()
        status = 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        refused = _refusal(scope) or uploads.refusal(scope["method"], scope["path"])
        if refused is None:
            try:
                await self.app(scope, _bounded(receive), noted)
            except _TooBigError:
                refused = (413, _TOO_BIG)
            except TimeoutError:
                refused = (408, _TOO_SLOW)
            except Exception:
                # The formatter of the log drops the message: it may hold someone's words.
                _LOG.exception("Een verzoek mislukte")
                refused = (500, _BROKEN)
        if refused is not None and not status:
            answer = PlainTextResponse(refused[1], refused[0], {"connection": "close"})
            await answer(scope, receive, noted)
        metrics.answered(scope["path"], status or 499, time.perf_counter() - start)


def _speaking(receive: Receive) -> Receive:
    """Receive as before, but whoever says nothing after connecting is taken to have left."""
    heard = 0

    async def patient() -> Message:
        nonlocal heard
        heard += 1
        # The first is the handshake itself.
        if heard != 2:
            return await receive()
        try:
            return await asyncio.wait_for(receive(), FIRST_WORD_SECONDS)
        except TimeoutError:
            return {"type": "websocket.disconnect", "code": 1001}

    return patient


def _bounded(receive: Receive) -> Receive:
    """Receive as before, until the body is larger or slower than it may be."""
    seen = 0
    whole = False
    deadline = time.monotonic() + BODY_SECONDS

    async def counted() -> Message:
        nonlocal seen, whole
        if whole:
            # Nothing more comes but the moment the visitor leaves; that may take long.
            return await receive()
        message = await asyncio.wait_for(receive(), max(0.0, deadline - time.monotonic()))
        seen += len(message.get("body", b"")) if message["type"] == "http.request" else 0
        if seen > MOST_BODY:
            raise _TooBigError
        whole = not message.get("more_body", False)
        return message

    return counted
