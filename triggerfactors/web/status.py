"""Plain routes for whoever runs the app: is it healthy, is it ready, what was counted."""

import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress

from pydantic import SecretStr
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from triggerfactors import metrics
from triggerfactors.content import LIVE, ContentError
from triggerfactors.web.voting import broadcast
from triggerfactors.workshop import shared

METRICS_PATH = "/meting"


def _version() -> str | None:
    # Content that cannot be used is read anew each time: not in the thread that serves everyone.
    try:
        return LIVE.get().version
    except ContentError:
        return None


async def healthy(request: Request) -> JSONResponse:
    """The process serves (always 200 here), has usable content or not, and which."""
    version = await run_in_threadpool(_version)
    return JSONResponse({"gezond": True, "klaar": version is not None, "inhoud": version})


async def ready(request: Request) -> JSONResponse:
    """For a load balancer: 200 when visitors may come, 503 when the content cannot be used."""
    klaar = await run_in_threadpool(_version) is not None
    return JSONResponse({"klaar": klaar}, status_code=200 if klaar else 503)


def _counted(token: SecretStr | None) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        given = request.headers.get("authorization", "").encode()
        wanted = f"Bearer {token.get_secret_value()}".encode() if token else b""
        if not wanted or not secrets.compare_digest(given, wanted):
            # The same answer without a key and with a wrong one: nothing tells that it exists.
            return PlainTextResponse("Niet gevonden", status_code=404)
        if shared.opened():
            # Without the database the other counts are wanted all the more.
            with suppress(SQLAlchemyError):
                rooms = await run_in_threadpool(shared.store().count_rooms)
                metrics.workshop(rooms=rooms, screens=broadcast.listening)
        return PlainTextResponse(metrics.text(), media_type="text/plain; version=0.0.4")

    return answer


def routes(token: SecretStr | None) -> list[Route]:
    """The routes; ``token`` opens the metrics, without one they do not exist."""
    return [
        Route("/gezond", healthy),
        Route("/gezond/klaar", ready),
        Route(METRICS_PATH, _counted(token)),
    ]
