"""The plain pages and routes of a workshop: joining and voting by phone, and the wall.

Not Streamlit: two hundred phones in one second need pages of a few kilobytes (streamlit-feiten).
A phone sends a random token, a job and choices from closed lists, and nothing else.
"""

import asyncio
import json
from functools import cache, lru_cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NoReturn

import segno
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from triggerfactors.content import load
from triggerfactors.web.broadcast import Broadcast
from triggerfactors.workshop import (
    DoorShutError,
    FullError,
    Kept,
    NoRoomError,
    Room,
    Taken,
    codes,
    fits,
)
from triggerfactors.workshop.shared import store
from triggerfactors.workshop.slowing import Slowing
from triggerfactors.workshop.store import MOST_PHONES
from triggerfactors.workshop.view import public_view

_FILES: Final = Path(__file__).parent / "phone"
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
MOST_BYTES: Final = 4_096
# Lines that stay open: of a whole process, and of one room (its phones and a few walls).
MOST_STREAMS: Final = 2_000
MOST_OF_A_ROOM: Final = MOST_PHONES + 24
TOKEN: Final = "x-telefoon"

_slowing = Slowing()


class _RefusedError(Exception):
    """An answer other than 200, with words for the person at the phone."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words

    def answer(self) -> JSONResponse:
        return JSONResponse({"melding": self.words}, self.status)


def _text(text_id: str) -> str:
    return load().texts[text_id].text


@cache
def _page(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")


def _filled(name: str, **words: str) -> HTMLResponse:
    page = _page(name)
    for key, value in words.items():
        page = page.replace("{{" + key + "}}", value)
    return HTMLResponse(page)


async def phone_page(request: Request) -> Response:
    """The page of a phone; without a code it asks for one. Joining checks the code."""
    content = await run_in_threadpool(load)
    code = codes.clean(request.path_params.get("code", "")) or ""
    jobs = "".join(
        f'<label><input type="radio" name="werk" value="{job.id}"> {escape(job.name)}</label>'
        for job in content.professions.values()
    )
    return _filled(
        "mee.html",
        code=codes.shown(code) if code else "",
        werk=jobs,
        privacy=escape(content.text("mee-privacy")),
    )


async def wall_page(request: Request) -> Response:
    """The wall: big type, no notes, nothing to press but one key for a dark screen."""
    try:
        kept = await _room(request)
    except _RefusedError as refused:
        return HTMLResponse(
            '<!doctype html><html lang="nl"><title>Geen zaal</title>'
            f"<main><h1>{escape(refused.words)}</h1></main></html>",
            refused.status,
        )
    address = f"{request.url.scheme}://{request.url.netloc}{request.scope.get('root_path', '')}/mee"
    return _filled(
        "wand.html",
        code=codes.shown(kept.code),
        adres=escape(address.split("://", 1)[1]),
        qr=qr(f"{address}/{kept.code}"),
    )


def qr(address: str) -> str:
    """A QR code as inline SVG, with a name for who cannot see it."""
    out = BytesIO()
    segno.make(address, error="m").save(
        out,
        kind="svg",
        xmldecl=False,
        svgns=False,
        omitsize=True,
        border=2,
        title="Code om mee te doen",
    )
    return out.getvalue().decode("utf-8")


async def asset(request: Request) -> Response:
    """A script or style of these pages."""
    path = _FILES / Path(request.path_params["name"]).name
    kind = _TYPES.get(path.suffix)
    if kind is None or not path.is_file():
        return Response("Niet gevonden", 404)
    return Response(
        _page(path.name), media_type=kind, headers={"cache-control": "public, max-age=600"}
    )


async def _room(request: Request) -> Kept:
    """The room that the address names; a wrong code waits, and is refused when it goes on."""
    code = await _code(request)
    try:
        return await run_in_threadpool(store().find, code)
    except NoRoomError:
        return await _refuse(request)


async def _code(request: Request) -> str:
    code = codes.clean(request.path_params["code"]) or await _refuse(request)
    wait = _slowing.turn(_address(request))
    if wait != 0 and not await run_in_threadpool(_is_in, code, request.headers.get(TOKEN, "")):
        if wait is None:
            raise _RefusedError(429, _text("mee-te-vaak"))
        await asyncio.sleep(wait)
    return code


def _is_in(code: str, token: str) -> bool:
    """Whether this phone joined: nobody guesses a code and a token together."""
    return len(token) in codes.TOKEN_LENGTH and store().job_of(code, token) is not None


def _address(request: Request) -> str:
    return request.client.host if request.client else "?"


async def _refuse(request: Request) -> NoReturn:
    """There is no such room: wait a little longer each time, then say so."""
    wait = _slowing.wrong(_address(request))
    if wait is None:
        raise _RefusedError(429, _text("mee-te-vaak"))
    await asyncio.sleep(wait)
    raise _RefusedError(404, _text("mee-geen-zaal"))


async def _body(request: Request) -> dict[str, Any]:
    # JSON only: a form on another site cannot send that without being asked first.
    if not request.headers.get("content-type", "").startswith("application/json"):
        raise _RefusedError(415, _text("mee-fout"))
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > MOST_BYTES:
            raise _RefusedError(413, _text("mee-fout"))
    try:
        value = json.loads(received)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(400, _text("mee-fout")) from error
    if not isinstance(value, dict):
        raise _RefusedError(400, _text("mee-fout"))
    return value


def _token(request: Request) -> str:
    token = request.headers.get(TOKEN, "")
    if len(token) not in codes.TOKEN_LENGTH or not token.isascii() or not token.isalnum():
        raise _RefusedError(400, _text("mee-fout"))
    return token


async def join(request: Request) -> Response:
    """A phone comes in with a job from the list."""
    code = await _code(request)
    token, body = _token(request), await _body(request)
    job = body.get("werk")
    if not isinstance(job, str) or job not in load().professions:
        raise _RefusedError(422, _text("mee-kies-werk"))
    try:
        await asyncio.wrap_future(store().join(code, token, job))
    except NoRoomError:
        await _refuse(request)
    except FullError as error:
        raise _RefusedError(409, _text("mee-vol")) from error
    except DoorShutError as error:
        raise _RefusedError(409, _text("mee-deur-dicht")) from error
    return JSONResponse(await _own(code, token))


async def state(request: Request) -> Response:
    """The room as this phone may see it, with what it chose itself: to go on after sleep."""
    kept = await _room(request)
    token = _token(request) if TOKEN in request.headers else None
    return JSONResponse(await _own(kept.code, token))


async def _own(code: str, token: str | None) -> dict[str, Any]:
    def look() -> dict[str, Any]:
        found = store().find(code)
        answer: dict[str, Any] = {"zaal": _seen(code, found.version)}
        if token is not None:
            room = found.room
            answer["werk"] = store().job_of(code, token)
            answer["mijn"] = list(store().mine(code, token, room.at, room.turn))
        return answer

    return await run_in_threadpool(look)


async def vote(request: Request) -> Response:
    """Cast or change a vote. The answer 200 means: it is kept."""
    code = await _code(request)
    token, body = _token(request), await _body(request)
    at, turn, choices = body.get("at"), body.get("turn"), body.get("keuzes")
    if (
        not isinstance(at, int)
        or isinstance(at, bool)
        or turn not in (1, 2)
        or isinstance(turn, bool)
        or not isinstance(choices, list)
        or len(choices) > 40
        or not all(isinstance(choice, str) for choice in choices)
    ):
        raise _RefusedError(422, _text("mee-fout"))

    content = load()

    def possible(room: Room, job: str, chosen: tuple[str, ...]) -> bool:
        return fits(content, room, at, job, chosen)

    # No thread waits for the database: the writer tells this request when its vote is kept.
    waiting = store().cast(code, token, at, turn, tuple(choices), possible)
    taken = await asyncio.wrap_future(waiting)
    if taken is Taken.NO_ROOM:
        await _refuse(request)
    if taken is not Taken.KEPT:
        status, text_id = _NOT_TAKEN[taken]
        raise _RefusedError(status, _text(text_id))
    return JSONResponse({"binnen": True})


_NOT_TAKEN: Final = {
    Taken.CLOSED: (409, "mee-gesloten"),
    Taken.NOT_IN: (403, "mee-kies-werk"),
    Taken.IMPOSSIBLE: (422, "mee-fout"),
}


def _view(code: str) -> Any:
    return _seen(code, store().find(code).version)


@lru_cache(maxsize=64)
def _seen(code: str, version: int) -> Any:
    """The view of one version of a room: two hundred phones ask for the same one."""
    # Votes only come in while a round is open, and then nothing of them is in the view.
    return public_view(load(), store(), store().find(code))


def _version(code: str) -> tuple[int, dict[str, int]]:
    version, voted, joined = store().version(code)
    return version, {"voted": voted, "joined": joined}


broadcast = Broadcast(_version, _view)


async def stream(request: Request) -> Response:
    """Server-sent events: every change of the room."""
    kept = await _room(request)
    if broadcast.listening >= MOST_STREAMS or broadcast.listening_to(kept.code) >= MOST_OF_A_ROOM:
        raise _RefusedError(503, _text("mee-vol"))
    counting = request.query_params.get("wand") == "1"
    return StreamingResponse(
        broadcast.follow(kept.code, counting=counting),
        media_type="text/event-stream",
        headers={"cache-control": "no-store", "x-accel-buffering": "no"},
    )


def _told(handler: Any) -> Any:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except _RefusedError as refused:
            return refused.answer()

    return answer


ROUTES: Final = [
    Route("/mee", phone_page),
    Route("/mee/bestand/{name}", asset),
    Route("/mee/{code}", phone_page),
    Route("/wand/{code}", wall_page),
    Route("/mee/{code}/zaal", _told(state)),
    Route("/mee/{code}/stroom", _told(stream)),
    Route("/mee/{code}/in", _told(join), methods=["POST"]),
    Route("/mee/{code}/stem", _told(vote), methods=["POST"]),
]
