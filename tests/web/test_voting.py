"""The routes for phones: hostile values, guessing, and a process killed while people vote."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.browser.harness import ROOT, Server, free_port, wait_until_healthy
from triggerfactors.content import Content
from triggerfactors.workshop import MOVES, Store, new_room

TOKEN = "telefoon00000001"


class Process:
    """The app on a port of its own, to be killed and started again on the same store."""

    def __init__(self, folder: Path) -> None:
        self.url = f"sqlite:///{folder}/zaal.sqlite3"
        self.folder = folder
        self.port = free_port()
        self.start()

    def start(self) -> None:
        environment = {
            **os.environ,
            "TRIGGERWIJZER_PORT": str(self.port),
            "TRIGGERWIJZER_HOST": "127.0.0.1",
            "TRIGGERWIJZER_DATABASE_URL": self.url,
        }
        self.log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "triggerfactors.web"],
            cwd=ROOT,
            env=environment,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        server = Server(f"http://127.0.0.1:{self.port}", self.folder / "server.log", 0)
        wait_until_healthy(server, self.process)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def ask(
        self, path: str, body: Any = None, token: str = TOKEN, **headers: str
    ) -> tuple[int, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode() if body else None
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=data,
            headers={"content-type": "application/json", "x-telefoon": token, **headers},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    process = Process(tmp_path_factory.mktemp("stemmen"))
    yield process
    process.kill()


@pytest.fixture
def room(running: Process, content: Content) -> Iterator[tuple[str, str, Store]]:
    store = Store(running.url)
    code, secret = store.open_room(new_room("bilal", 1, content.workshop.plan("kort")))
    store.change(code, secret, MOVES["open"])
    yield code, secret, store
    store.close()


Room = tuple[str, str, Store]


def test_a_phone_comes_in_votes_and_is_told_that_it_is_kept(running: Process, room: Room) -> None:
    code, _, store = room
    assert running.ask(f"/mee/{code}/in", {"werk": "politie"})[0] == 200
    vote = {"at": 0, "turn": 1, "keuzes": ["training"]}
    assert running.ask(f"/mee/{code}/stem", vote) == (200, {"binnen": True})
    assert [one.choices for one in store.votes(code, 0, 1)] == [("training",)]
    status, answer = running.ask(f"/mee/{code}/zaal")
    assert status == 200 and answer["mijn"] == ["training"] and answer["werk"] == "politie"


def test_nothing_of_the_votes_is_sent_before_the_trainer_reveals(
    running: Process, room: Room
) -> None:
    code, secret, store = room
    running.ask(f"/mee/{code}/in", {"werk": "politie"})
    running.ask(f"/mee/{code}/stem", {"at": 0, "turn": 1, "keuzes": ["training"]})
    assert "results" not in running.ask(f"/mee/{code}/zaal")[1]["zaal"]
    store.change(code, secret, MOVES["sluit"])
    assert "results" not in running.ask(f"/mee/{code}/zaal")[1]["zaal"]
    store.change(code, secret, MOVES["onthul"])
    shown = running.ask(f"/mee/{code}/zaal")[1]["zaal"]["results"]
    assert shown["first"]["total"]["training"] == 1


HOSTILE: list[Any] = [
    {},
    [],
    "tekst",
    {"at": 0, "turn": 1, "keuzes": []},
    {"at": 0, "turn": 1, "keuzes": ["bestaat-niet"]},
    {"at": 0, "turn": 1, "keuzes": ["training", "training"]},
    {"at": 0, "turn": 3, "keuzes": ["training"]},
    {"at": 0, "turn": True, "keuzes": ["training"]},
    {"at": -1, "turn": 1, "keuzes": ["training"]},
    {"at": 10**30, "turn": 1, "keuzes": ["training"]},
    {"at": "0", "turn": 1, "keuzes": ["training"]},
    {"at": 0, "turn": 1, "keuzes": "training"},
    {"at": 0, "turn": 1, "keuzes": [{"a": 1}]},
    {"at": 0, "turn": 1, "keuzes": ["training'; DROP TABLE stem; --"]},
    {"at": 0, "turn": 1, "keuzes": ["<script>alert(1)</script>"]},
    {"at": 0, "turn": 1, "keuzes": ["training"] * 41},
    b"{",
    b"\xff\xfe",
    b"[" * 4000,
    b'{"at": 0, "turn": 1, "keuzes": ["' + b"x" * 5000 + b'"]}',
]


@pytest.mark.parametrize("body", HOSTILE, ids=range(len(HOSTILE)))
def test_a_vote_that_is_none_is_refused_and_the_process_lives(
    running: Process, room: Room, body: Any
) -> None:
    code, _, store = room
    running.ask(f"/mee/{code}/in", {"werk": "politie"})
    status, _ = running.ask(f"/mee/{code}/stem", body or b"null")
    assert 400 <= status < 500
    assert store.votes(code, 0, 1) == ()


@pytest.mark.parametrize("job", ["", "tovenaar", None, 5, ["politie"], "<b>politie</b>"])
def test_a_job_that_is_not_on_the_list_is_refused(running: Process, room: Room, job: Any) -> None:
    code, _, store = room
    status, _ = running.ask(f"/mee/{code}/in", {"werk": job})
    assert status == 422 and store.phones(code) == {}


@pytest.mark.parametrize("token", ["", "kort", "x" * 65, "telefoon 0000001", "é" * 20])
def test_a_token_that_is_none_is_refused(running: Process, room: Room, token: str) -> None:
    code, _, _ = room
    quoted = token.encode("utf-8").decode("latin-1")
    assert running.ask(f"/mee/{code}/in", {"werk": "politie"}, token=quoted)[0] == 400


def test_a_form_of_another_site_is_refused(running: Process, room: Room) -> None:
    code, _, _ = room
    headers = {"content-type": "text/plain"}
    assert running.ask(f"/mee/{code}/in", b'{"werk": "politie"}', **headers)[0] == 415


def test_a_stranger_with_the_code_votes_but_moves_nothing(running: Process, room: Room) -> None:
    code, _, store = room
    before = store.find(code)
    for path in ("open", "sluit", "onthul", "laag", "wis"):
        assert running.ask(f"/mee/{code}/{path}", {"secret": "x"})[0] in (404, 405)
    assert store.find(code) == before


def test_no_new_phone_comes_in_once_the_door_is_shut(running: Process, room: Room) -> None:
    code, secret, store = room
    assert running.ask(f"/mee/{code}/in", {"werk": "politie"})[0] == 200
    store.change(code, secret, MOVES["deur"])
    status, words = running.ask(f"/mee/{code}/in", {"werk": "politie"}, token="y" * 20)
    assert status == 409 and "niemand meer binnen" in words
    # Who was in may still change job and vote.
    assert running.ask(f"/mee/{code}/in", {"werk": "onderwijs"})[0] == 200
    vote = {"at": 0, "turn": 1, "keuzes": ["training"]}
    assert running.ask(f"/mee/{code}/stem", vote)[0] == 200
    store.change(code, secret, MOVES["deur"])
    assert running.ask(f"/mee/{code}/in", {"werk": "politie"}, token="y" * 20)[0] == 200


def test_the_file_of_the_workshops_is_for_the_own_user_only(running: Process) -> None:
    running.ask("/mee/3467CDFG/zaal")
    found = list(running.folder.glob("zaal.sqlite3*"))
    assert found and not [path for path in found if path.stat().st_mode & 0o077]


def test_a_thousand_wrong_codes_are_slowed_and_find_nothing(running: Process, room: Room) -> None:
    code, _, _ = room
    assert running.ask(f"/mee/{code}/in", {"werk": "politie"})[0] == 200
    wrong = [
        f"{number:08d}".translate(str.maketrans("0123456789", "3467CDFGHJ"))
        for number in range(1000)
    ]
    assert code not in wrong
    begin = time.monotonic()
    with ThreadPoolExecutor(150) as pool:
        found = list(pool.map(lambda one: running.ask(f"/mee/{one}/zaal")[0], wrong))
    assert set(found) <= {404, 429} and found.count(429) >= 900
    assert time.monotonic() - begin > 1.0
    # A phone that is in does not wait for the one who guesses from the same address.
    with ThreadPoolExecutor(40) as pool:
        others = [
            pool.submit(running.ask, f"/mee/{one}/zaal", token="x" * 20) for one in wrong[:40]
        ]
        time.sleep(0.3)
        begin = time.monotonic()
        assert running.ask(f"/mee/{code}/zaal")[0] == 200
        assert time.monotonic() - begin < 2.0
        # Whoever is not in takes a turn, also with the right code: the time tells nothing.
        assert running.ask(f"/mee/{code}/zaal", token="y" * 20)[0] in (200, 429)
        assert time.monotonic() - begin > 2.0
        for one in others:
            one.result()


def test_every_confirmed_vote_survives_a_process_that_is_killed(
    tmp_path: Path, content: Content
) -> None:
    process = Process(tmp_path)
    store = Store(process.url)
    code, secret = store.open_room(new_room("bilal", 1, content.workshop.plan("kort")))
    store.change(code, secret, MOVES["open"])
    confirmed: set[str] = set()
    stop = threading.Event()

    def phone(number: int) -> None:
        token = f"telefoon{number:08d}"
        vote = {"at": 0, "turn": 1, "keuzes": ["training"]}
        try:
            process.ask(f"/mee/{code}/in", {"werk": "politie"}, token=token)
            if process.ask(f"/mee/{code}/stem", vote, token=token)[0] == 200:
                confirmed.add(token)
        except (OSError, http.client.HTTPException):
            # Killed before an answer, or halfway through one.
            stop.set()

    with ThreadPoolExecutor(16) as pool:
        waiting = [pool.submit(phone, number) for number in range(400)]
        while len(confirmed) < 60 and not all(one.done() for one in waiting):
            time.sleep(0.005)
        process.kill()
        for one in waiting:
            one.result()
    assert stop.is_set(), "the process was killed after the last vote"
    kept = len(store.votes(code, 0, 1))
    assert all(store.mine(code, token, 0, 1) == ("training",) for token in confirmed)
    process.start()
    assert kept >= len(confirmed) >= 60
    assert process.ask(f"/mee/{code}/zaal")[0] == 200
    process.kill()
    store.close()


def test_a_phone_loads_less_than_thirty_kilobytes_in_all() -> None:
    folder = ROOT / "triggerfactors" / "web" / "phone"
    assert sum(path.stat().st_size for path in folder.glob("mee.*")) < 30_000
