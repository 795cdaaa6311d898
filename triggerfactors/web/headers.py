"""Security headers on every answer, and the Streamlit endpoints that stay closed.

The content security policy is the technical side of "0 requests to third parties": even a mistake
elsewhere (a user's words rendered as Markdown, say) cannot make the browser call another host.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

import streamlit
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from triggerfactors.web.shell import rewrite

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)

# Statistics about the process, and an API that drives the app without a browser: nobody needs
# them here, and the first tells outsiders how busy the app is.
_CLOSED: Final = re.compile(r"/_stcore/(metrics|agent)(/|$)")

_NOT_STORED: Final = "no-store"

# Two years, as browsers ask. Only over https: over http it means nothing, and "localhost" must
# stay reachable for whoever tries the app on their own computer.
_ALWAYS_HTTPS: Final = (b"strict-transport-security", b"max-age=63072000; includeSubDomains")


def shell_page() -> str:
    """Return the rewritten shell of the installed Streamlit, as a browser receives it."""
    index = Path(streamlit.__file__).parent / "static" / "index.html"
    return rewrite(index.read_text(encoding="utf-8"))


def script_hashes(html: str) -> list[str]:
    """Return a CSP source (``'sha256-…'``) for every inline script in ``html``."""
    digests = (hashlib.sha256(code.encode("utf-8")) for code in _INLINE_SCRIPT.findall(html))
    return [f"'sha256-{base64.b64encode(digest.digest()).decode('ascii')}'" for digest in digests]


def content_security_policy(html: str) -> str:
    """Return the policy for the page ``html``: our own host only, its inline scripts by hash.

    Styles may be inline because Streamlit's styling writes them from JavaScript.
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *script_hashes(html)],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "manifest-src": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def security_headers(html: str) -> dict[str, str]:
    """Return the headers that go on every answer, with the policy for shell page ``html``."""
    return {
        "content-security-policy": content_security_policy(html),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": (
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
            "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()"
        ),
        "x-robots-tag": "noindex",
    }


class SecurityHeaders:
    """ASGI middleware that adds the headers and answers 404 on the closed endpoints."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap ``app``; the policy is computed once, from the installed shell."""
        self.app = app
        self._headers = [
            (name.encode("ascii"), value.encode("ascii"))
            for name, value in security_headers(shell_page()).items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; websockets and lifespan events pass straight through."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self._extended(scope, message["headers"])}
            await send(message)

        if _CLOSED.search(scope["path"]):
            closed = PlainTextResponse("Niet gevonden", status_code=404)
            await closed(scope, receive, send_with_headers)
            return
        await self.app(scope, receive, send_with_headers)

    def _extended(
        self, scope: Scope, headers: list[tuple[bytes, bytes]]
    ) -> list[tuple[bytes, bytes]]:
        """Return ``headers`` with ours added and, for pages and downloads, no caching."""
        ours = {name for name, _ in self._headers}
        kept = [pair for pair in headers if pair[0].lower() not in ours]
        if _must_not_be_stored(scope["path"], headers):
            kept = [pair for pair in kept if pair[0].lower() != b"cache-control"]
            kept.append((b"cache-control", _NOT_STORED.encode("ascii")))
        if scope["scheme"] == "https":
            kept = [(name, _over_https(name, value)) for name, value in kept]
            kept.append(_ALWAYS_HTTPS)
        return kept + self._headers


def _over_https(name: bytes, value: bytes) -> bytes:
    # Streamlit knows of TLS only when it holds the certificate itself.
    if name.lower() == b"set-cookie" and b"secure" not in value.lower():
        return value + b"; Secure"
    return value


def _must_not_be_stored(path: str, headers: list[tuple[bytes, bytes]]) -> bool:
    # Downloads travel over /media/ and may hold a whole case.
    if path.startswith("/media/"):
        return True
    types = [value for name, value in headers if name.lower() == b"content-type"]
    return any(value.startswith(b"text/html") for value in types)
