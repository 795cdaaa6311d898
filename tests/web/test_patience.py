"""A client that is slow on purpose is cut off; one that is merely late is served."""

import asyncio
from contextlib import suppress

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.threads import run
from triggerfactors.web.bounds import Bounds
from triggerfactors.web.protocol import PatientProtocol


class Hurried(PatientProtocol):
    patience = 0.3


async def _said(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def _served(talk) -> None:  # type: ignore[no-untyped-def]
    app = Starlette(
        routes=[Route("/", _said, methods=["GET", "POST"])],
        middleware=[Middleware(Bounds, most_sockets=5)],
    )
    config = uvicorn.Config(app, port=0, http=Hurried, lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    try:
        await talk(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        await running


def test_a_head_that_never_ends_is_cut_off() -> None:
    async def talk(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        for _ in range(10):
            writer.write(b"a")
            await asyncio.sleep(0.1)
        with suppress(ConnectionError):
            assert await asyncio.wait_for(reader.read(), 5) == b""
        assert writer.transport.is_closing() or reader.at_eof()
        writer.close()

    run(_served(talk))


def test_a_second_question_on_the_same_line_gets_its_own_time() -> None:
    async def talk(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n")
            await asyncio.sleep(0.15)
            writer.write(b"\r\n")
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 5)
            assert head.startswith(b"HTTP/1.1 200")
            await reader.readexactly(1)
        writer.write(b"GET / HT")
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()

    run(_served(talk))


def test_a_body_larger_than_allowed_is_refused_also_when_nobody_announced_it() -> None:
    async def talk(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        try:
            for _ in range(40):
                writer.write(b"10000\r\n" + b"a" * 0x10000 + b"\r\n")
                await writer.drain()
        except ConnectionError:
            pass
        assert (await asyncio.wait_for(reader.read(12), 5)) == b"HTTP/1.1 413"
        writer.close()

    run(_served(talk))


def test_a_head_that_keeps_growing_is_cut_off() -> None:
    async def talk(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\nHost: a\r\n")
        with suppress(ConnectionError):
            for _ in range(200):
                writer.write(b"X-A: " + b"a" * 1000 + b"\r\n")
                await writer.drain()
            assert await asyncio.wait_for(reader.read(), 5) == b""
        assert writer.transport.is_closing() or reader.at_eof()
        writer.close()

    run(_served(talk))
