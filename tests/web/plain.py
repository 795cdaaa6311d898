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


def upload(server: Server, session: str, name: str = "een", data: bytes = b"een zorg") -> Answer:
    """Load a file into a session, as the browser does."""
    head, body = upload_parts(server, data)
    return ask(server, f"/_stcore/upload_file/{session}/{name}", "PUT", head, body)


def upload_parts(server: Server, data: bytes) -> tuple[Mapping[str, str], bytes]:
    """The headers, with the token that the server asks back, and the form around a file."""
    cookie = ask(server, "/_stcore/health").fields["set-cookie"].split(";")[0]
    head = {
        "Content-Type": "multipart/form-data; boundary=x",
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2],
    }
    name = b'--x\r\nContent-Disposition: form-data; name="f"; filename="zorg.json"\r\n\r\n'
    return head, name + data + b"\r\n--x--\r\n"


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
