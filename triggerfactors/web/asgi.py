"""The ASGI entry: Streamlit, our own plain routes and the middleware, in one process.

Start it with ``python -m triggerfactors.web``. ``streamlit run app.py`` also works, but without
these headers, bounds and the Dutch shell.
"""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Final

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from streamlit import net_util
from streamlit.runtime.pages_manager import PagesManager

from triggerfactors import recognition
from triggerfactors.content import ContentError
from triggerfactors.content import load as load_content
from triggerfactors.settings import Settings
from triggerfactors.web import accent, leaving, renewal, status, uploads, voting
from triggerfactors.web.bounds import MOST_BODY, Bounds
from triggerfactors.web.failure import show_failure
from triggerfactors.web.headers import SecurityHeaders
from triggerfactors.web.shell import DutchShell
from triggerfactors.workshop import shared

_LOG = logging.getLogger(__name__)

# Absolute, so that the server may be started from any directory.
SCRIPT: Final = Path(__file__).resolve().parents[2] / "app.py"

# Every screen makes thousands of objects. Python's own (700, 10, 10) walked all open sessions every
# two seconds with 500 people: 0.4 s in which nobody is served.
_COLLECT_AFTER: Final = (10_000, 10, 10)


def _lifespan(content_seconds: int) -> Callable[[st.App], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def started(app: st.App) -> AsyncIterator[None]:
        _read_content()
        # What is loaded by now lives as long as the process: no collection needs to walk it again.
        gc.collect()
        gc.freeze()
        gc.set_threshold(*_COLLECT_AFTER)
        tasks = [
            asyncio.create_task(_erase_old_rooms()),
            asyncio.create_task(leaving.keep_letting_go(leaving.keep_here())),
        ]
        if content_seconds:
            tasks.append(asyncio.create_task(renewal.watch(content_seconds)))
        yield
        for task in tasks:
            task.cancel()
        if shared.opened():
            shared.store().close()

    return started


async def _erase_old_rooms() -> None:
    """At the start and every quarter of an hour: rooms of more than 24 hours ago go, with all
    votes in them, also when nobody has opened a workshop since a restart."""
    if not shared.can_keep():
        _LOG.error("Workshops kunnen nergens bewaard worden. Zet TRIGGERWIJZER_DATABASE_URL.")
    while True:
        if shared.opened() or shared.holds_rooms():
            try:
                await run_in_threadpool(lambda: shared.store().erase_expired())
            except SQLAlchemyError:
                _LOG.error(
                    "De opslag van workshops is niet te bereiken. Zie TRIGGERWIJZER_DATABASE_URL.",
                    exc_info=True,
                )
        await asyncio.sleep(900)


def _read_content() -> None:
    """Read content and rules before anyone comes, so that the first visitor does not wait."""
    # Broken content does not stop the process: every page then shows the report of its faults.
    for read in (lambda: accent.use(load_content()), recognition.load):
        try:
            read()
        except (ContentError, recognition.RulesError) as error:
            for line in renewal.faults(error):
                _LOG.error("De inhoud heeft een fout: %s", line)


def _find_out_nothing_elsewhere() -> None:
    # To judge a foreign websocket, Streamlit asks a third party for the address of this machine.
    # Such a websocket is refused all the same without that question.
    net_util.get_external_ip = lambda: None


def build(script: Path, settings: Settings) -> st.App:
    """Return the ASGI app that serves ``script``; tests pass a small script of their own."""
    # Until the first st.navigation of a process, Streamlit takes a folder called "pages" for its
    # old way of having pages: a first visitor on /situatie would get that file alone, without the
    # acute bar.
    PagesManager.uses_pages_directory = False
    _find_out_nothing_elsewhere()
    uploads.keep_off_disk(MOST_BODY)
    return st.App(
        script,
        routes=[*status.routes(settings.metrics_token), *voting.ROUTES],
        # The outermost comes first: headers must also reach refusals and what the shell rewrote.
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(Bounds, most_sockets=settings.most_windows),
            Middleware(DutchShell),
        ],
        lifespan=_lifespan(settings.content_seconds),
        on_script_error=show_failure,
    )
