"""Hostile input on every entrance: nothing runs, nothing leaks, and the process lives."""

import asyncio
import random
import socket
import threading
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.browser.harness import Server
from tests.threads import run
from tests.web.plain import ask, shout
from tests.window import Window

LEAKS = ("Traceback", ".py", "site-packages", "/work", "/home", "Streamlit")


def alive(server: Server) -> None:
    assert ask(server, "/gezond").status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%5c..%5cwindows",
        "/static/../../../app.py",
        "/static/%2e%2e/%2e%2e/app.py",
        "/component/triggerwijzer-focus.focus/../../../app.py",
        "/component/onbekend/x.js",
        "/media/../../data/privacy.yaml",
        "/media/" + "a" * 64,
        "/_stcore/upload_file/x/y",
        "/_stcore/script-health-check",
        "/_stcore/onbekend",
        "/app/static/x",
        "/data/privacy.yaml",
        "/.streamlit/secrets.toml",
        "/%00",
        "/<script>alert(1)</script>",
        "//voorbeeld.invalid/",
        "/\\voorbeeld.invalid",
        "/situatie/../over",
    ],
)
def test_no_path_leads_to_a_file_a_trace_or_another_site(server: Server, path: str) -> None:
    for method in ("GET", "POST", "DELETE", "PUT"):
        answer = ask(server, path, method, body=b"x" if method != "GET" else None)
        assert answer.status < 500
        assert "voorbeeld.invalid" not in answer.fields.get("location", "")
        assert "root:" not in answer.text and "alert(1)" not in answer.text
        if "html" not in answer.fields.get("content-type", ""):
            assert not any(leak in answer.text for leak in LEAKS), answer.text[:200]
    alive(server)


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 40_000 + b"\r\n\r\n", b"431|400"),
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"A: b\r\n" * 200 + b"\r\n", b"431"),
        (b"GET /" + b"a" * 3000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"414"),
        (b"GET /?" + b"a" * 3000 + b" HTTP/1.1\r\nHost: a\r\n\r\n", b"414"),
        (b"TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", b"405"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n", b"413"),
        (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n", b"400"),
        (
            b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n"
            b"Connection: close\r\n\r\n0\r\n\r\n",
            b"400|405",
        ),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: a\x00b\r\n\r\n", b"400"),
    ],
    ids=["tls", "header", "headers", "path", "query", "trace", "body", "minus", "smuggle", "nul"],
)
def test_a_request_that_is_too_much_or_malformed_is_refused(
    server: Server, raw: bytes, wanted: bytes
) -> None:
    first = shout(server, raw, most=12)[:12]
    assert first.startswith(b"HTTP/1.1 ") and first[9:12] in wanted.split(b"|"), first
    alive(server)


def test_a_body_that_keeps_coming_is_cut_off(server: Server) -> None:
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    head = (
        b"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: a\r\n"
        b"Content-Type: multipart/form-data; boundary=x\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    shout(server, head + chunk * 60, most=64)
    alive(server)


@pytest.mark.parametrize(
    "query",
    [
        "factor=<script>alert(1)</script>",
        "factor=../../etc/passwd&beroep=' OR 1=1 --",
        "beroep=" + "%F0%9F%92%A9" * 100,
        "factor=%00&factor=%ff%fe",
        "casus=merkwoord-in-adres&rol=onderwijs&rol=politie",
    ],
)
def test_any_query_gives_an_ordinary_page(server: Server, query: str) -> None:
    async def look(page: str) -> str:
        async with Window(server.url, page) as window:
            message = BackMsg()
            message.rerun_script.query_string = query
            message.rerun_script.page_name = page.strip("/")
            await window.send(message.SerializeToString())
            await window.again()
            return window.texts()

    for page in ("/", "/infographic", "/kennis", "/wegwijzer"):
        words = run(look(page))
        assert "Er ging iets mis" not in words and "merkwoord-in-adres" not in words
    alive(server)


def test_messages_no_browser_sends_end_that_window_at_most(server: Server) -> None:
    chance = random.Random(7)

    async def bother(raw: bytes | str) -> None:
        async with Window(server.url) as window:
            try:
                await window._socket.send(raw)  # type: ignore[union-attr]
                await window.again()
            except (ConnectionClosed, TimeoutError):
                pass

    shut_down, drop = BackMsg(), BackMsg()
    shut_down.debug_shutdown_runtime = True
    drop.debug_disconnect_websocket = True
    kinds: list[bytes | str] = [
        b"",
        "tekst in plaats van bytes",
        chance.randbytes(5000),
        b"\x00" * 100_000,
        b"a" * 3_000_000,
        shut_down.SerializeToString(),
        drop.SerializeToString(),
        *(chance.randbytes(chance.randint(1, 200)) for _ in range(10)),
    ]

    async def all_of_them() -> None:
        for raw in kinds:
            await bother(raw)
        async with Window(server.url, "/over") as window:
            assert "Over" in window.heading()

    run(all_of_them())
    alive(server)
    assert "Traceback" not in server.log()


def test_forged_answers_of_widgets_are_not_taken_over(server: Server) -> None:
    lies: list[dict[str, Any]] = [
        {"string_value": "Geheim agent <img src=x>"},
        {"int_value": 10**6},
        {"json_value": '{"__class__": "os.system"}'},
        {"bytes_value": b"\xff" * 1000},
    ]

    async def forge() -> None:
        for lie in lies:
            async with Window(server.url, "/situatie") as window:
                radio = next(window._of("radio"))
                verder = next(b for b in window._of("button") if b.label == "Verder")
                await window.forge(
                    WidgetState(id=radio.id, **lie),
                    WidgetState(id="$$ID-onbekend", trigger_value=True),
                    WidgetState(id=verder.id, trigger_value=True),
                )
                # The same question again, or the calm message; never the next question.
                calm = "Er ging iets mis op deze pagina" in window.texts()
                assert window.heading() == "Wat is je werk?" or calm
                assert "Geheim agent" not in window.texts()

    run(forge())
    alive(server)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://voorbeeld.invalid"},
        {"Origin": "null"},
        {"Host": "voorbeeld.invalid", "Origin": "http://voorbeeld.invalid:1"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "https://localhost"},
        {"Origin": "null"},
    ],
)
def test_a_window_of_another_site_gets_no_connection(
    server: Server, headers: dict[str, str]
) -> None:
    async def try_it() -> None:
        async with Window(server.url, headers=headers):
            pass

    with pytest.raises(InvalidStatus):
        run(try_it())


def test_an_upload_without_the_token_or_session_is_refused(server: Server) -> None:
    form = (
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nhallo\r\n--x--\r\n'
    )
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    assert ask(server, "/_stcore/upload_file/a/b", "PUT", kind, form).status == 403
    cookie = {"Cookie": "_streamlit_xsrf=2|aa|bb|1", "X-Xsrftoken": "2|aa|cc|1"}
    assert ask(server, "/_stcore/upload_file/a/b", "PUT", kind | cookie, form).status in {400, 403}
    alive(server)


def test_headers_of_a_stranger_change_nothing(server: Server) -> None:
    lies = {
        "X-Forwarded-Host": "voorbeeld.invalid",
        "X-Original-URL": "/meting",
        "X-Rewrite-URL": "/meting",
        "X-Forwarded-For": "' OR 1=1 --",
        "Accept-Language": "x" * 500,
        "Range": "bytes=0-1,2-3,4-5" + ",6-7" * 300,
        "Cookie": "_streamlit_user=" + "a" * 3000,
    }
    answer = ask(server, "/", headers=lies)
    assert answer.status == 200
    assert "voorbeeld.invalid" not in answer.text + str(answer.fields)
    alive(server)


def test_three_hundred_clients_that_never_finish_their_question_keep_nobody_out(
    server: Server,
) -> None:
    host, port = server.host.split(":")
    lines = [socket.create_connection((host, int(port)), timeout=5) for _ in range(300)]
    try:
        for line in lines:
            line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nX-Traag: ")
        answer = ask(server, "/gezond")
        assert answer.status == 200

        async def look() -> str:
            async with Window(server.url, "/situatie") as window:
                return window.heading()

        assert run(look()) == "Wat is je werk?"
    finally:
        for line in lines:
            line.close()
    alive(server)


def test_a_flood_of_requests_and_windows_passes(server: Server) -> None:
    statuses: list[int] = []

    def flood() -> None:
        for _ in range(40):
            statuses.append(ask(server, "/gezond").status)

    threads = [threading.Thread(target=flood) for _ in range(10)]
    for thread in threads:
        thread.start()

    async def many() -> list[str]:
        async def one() -> str:
            async with Window(server.url) as window:
                return window.heading()

        return await asyncio.gather(*(one() for _ in range(40)))

    headings = run(many())
    for thread in threads:
        thread.join()
    assert set(statuses) == {200} and len(statuses) == 400
    assert len(set(headings)) == 1
    alive(server)
