"""Ask the app something without a browser, also what no browser would ask."""

import http.client
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from tests.browser.harness import Server


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    fields: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")


def ask(
    server: Server,
    path: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes | None = None,
) -> Answer:
    """Send one request and read the whole answer."""
    connection = http.client.HTTPConnection(server.host, timeout=20)
    try:
        connection.request(method, path, body=body, headers=dict(headers or {}))
        answer = connection.getresponse()
        fields = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, fields, answer.read())
    finally:
        connection.close()


def shout(server: Server, raw: bytes, *, most: int = 4096, seconds: float = 10) -> bytes:
    """Send raw bytes and return what comes back until the server closes, or nothing."""
    host, port = server.host.split(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as line:
        try:
            line.sendall(raw)
            got = b""
            while len(got) < most and (piece := line.recv(4096)):
                got += piece
        except (ConnectionError, TimeoutError):
            pass
        return got
