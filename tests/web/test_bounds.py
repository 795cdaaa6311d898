"""What one visitor can keep from the others: places, files in memory, lines that stay open."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette

from tests.browser.harness import Server
from tests.threads import run
from tests.web.plain import upload
from tests.window import Window
from triggerfactors.web import bounds, uploads, voting
from triggerfactors.web.bounds import Bounds


def test_a_window_that_says_nothing_loses_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "FIRST_WORD_SECONDS", 0.1)
    heard: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        while (message := await receive())["type"] != "websocket.disconnect":
            heard.append(message["type"])

    async def visitor(*says: str) -> None:
        waiting = list(says)

        async def receive() -> dict[str, str]:
            if waiting:
                return {"type": waiting.pop(0)}
            await asyncio.sleep(0.4 if "websocket.receive" in says else 60)
            return {"type": "websocket.disconnect"}

        scope = {"type": "websocket", "path": "/", "query_string": b"", "headers": []}
        async with asyncio.timeout(5):
            await Bounds(app, most_sockets=1)(scope, receive, lambda _: asyncio.sleep(0))

    run(visitor("websocket.connect"))
    assert heard == ["websocket.connect"]
    # Who did ask for a screen may be silent for as long as reading it takes.
    run(visitor("websocket.connect", "websocket.receive"))
    assert heard[1:] == ["websocket.connect", "websocket.receive"]


def test_one_window_cannot_fill_the_memory_with_files(server: Server) -> None:
    async def visit() -> list[int]:
        async with Window(server.url, "/casusoverleg") as window:
            one = [
                upload(server, window.session, f"bestand{number}").status
                for number in range(uploads.MOST_FILES + 3)
            ]
        async with Window(server.url, "/casusoverleg") as window:
            return [*one, upload(server, window.session).status]

    statuses = run(visit())
    assert statuses == [204] * uploads.MOST_FILES + [413] * 3 + [204]


def test_the_lines_of_one_room_and_of_a_process_have_an_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def room(request: Any) -> Any:
        return SimpleNamespace(code="ABC")

    monkeypatch.setattr(voting, "_room", room)

    async def status(listening: int, in_room: int) -> int:
        now = SimpleNamespace(listening=listening, listening_to=lambda code: in_room)
        monkeypatch.setattr(voting, "broadcast", now)
        way = ASGITransport(Starlette(routes=voting.ROUTES))
        async with AsyncClient(transport=way, base_url="http://zaal") as client:
            return (await client.get("/mee/ABC/stroom")).status_code

    assert run(status(0, voting.MOST_OF_A_ROOM)) == 503
    assert run(status(voting.MOST_STREAMS, 0)) == 503
