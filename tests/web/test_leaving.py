"""What a visitor typed and loaded is gone from memory some time after they left, on a quiet evening
too: nobody comes after them here.
"""

import asyncio
import json
import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.browser.harness import Server, served
from tests.threads import run
from tests.web.inside import MARK, SECONDS_KEPT
from tests.web.plain import upload
from tests.window import Window


@pytest.fixture(scope="module")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, with a look inside, where a session of who left is kept a few seconds."""
    log = tmp_path_factory.mktemp("stil") / "server.log"
    with served(log, module="tests.web.inside") as running:
        yield running


def inside(server: Server) -> dict[str, int]:
    """What sessions hold in that process now."""
    before = server.log().count(MARK)
    os.kill(server.pid, signal.SIGUSR1)
    deadline = time.monotonic() + 10
    while server.log().count(MARK) == before:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return json.loads(server.log().rpartition(MARK)[2].splitlines()[0])


def wait_until_empty(server: Server) -> dict[str, int]:
    deadline = time.monotonic() + 20
    while True:
        found = inside(server)
        if not (found["waarden"] or found["kliks"] or found["bestanden"]):
            return found
        assert time.monotonic() < deadline, found
        time.sleep(0.5)


def test_who_left_last_leaves_no_word_and_no_file_in_memory(quiet: Server) -> None:
    async def visit() -> None:
        async with Window(quiet.url, "/situatie") as window:
            window.choose("Leraar, mentor of docent")
            await window.press("Verder")
            window.choose("Nee, nu niet")
            await window.press("Verder")
            assert (await asyncio.to_thread(upload, quiet, window.session)).status == 204

    run(visit())
    held = inside(quiet)
    assert held["waarden"] and held["bestanden"] == 1
    wait_until_empty(quiet)


def test_who_comes_back_in_time_finds_the_answers(quiet: Server) -> None:
    async def away_and_back() -> None:
        async with Window(quiet.url, "/situatie") as window:
            first = window.heading()
            window.choose("Leraar, mentor of docent")
            await window.press("Verder")
            screen, session = window.heading(), window.session
        async with Window(quiet.url, "/situatie", resume=session) as again:
            assert again.session == session
            assert again.heading() == screen != first

    run(away_and_back())
    wait_until_empty(quiet)


def test_who_comes_back_too_late_begins_anew(quiet: Server) -> None:
    async def too_late() -> tuple[str, str]:
        async with Window(quiet.url, "/situatie") as window:
            session = window.session
        await asyncio.sleep(SECONDS_KEPT + 1.5)
        async with Window(quiet.url, "/situatie", resume=session) as window:
            return session, window.session

    before, after = run(too_late())
    assert before and after and before != after
