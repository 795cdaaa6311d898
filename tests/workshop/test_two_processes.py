"""Two processes on one PostgreSQL: what one closes, the other may not vote in any more."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import create_engine, text

from triggerfactors.content import Content
from triggerfactors.workshop import MOVES, Store, Taken, new_room

TOKEN = "a" * 32


@pytest.fixture
def two(postgres_url: str) -> Iterator[tuple[Store, Store]]:
    one, other = Store(postgres_url), Store(postgres_url)
    yield one, other
    one.close()
    other.close()


def test_a_vote_that_waits_for_a_move_elsewhere_is_judged_after_it(
    two: tuple[Store, Store], postgres_url: str, content: Content
) -> None:
    one, other = two
    case = next(iter(content.cases.values()))
    plan = content.workshop.plan("kort")
    code, secret = one.open_room(new_room(case.id, len(case.layers), plan))
    opened = one.change(code, secret, MOVES["open"])
    other.join(code, TOKEN, "politie").result(timeout=10)
    closed = MOVES["sluit"](opened.room)

    # Another process is in the middle of closing: it holds the room and has not committed.
    engine = create_engine(postgres_url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as closing:
        closing.execute(text("SELECT 1 FROM zaal WHERE code = :c FOR UPDATE"), {"c": code})
        waiting = other.cast(code, TOKEN, 0, 1, ("propaganda",))
        deadline = time.monotonic() + 0.5
        while not waiting.done() and time.monotonic() < deadline:
            time.sleep(0.02)
        closing.execute(
            text("UPDATE zaal SET room = :r, version = version + 1 WHERE code = :c"),
            {"r": closed.model_dump_json(), "c": code},
        )
    engine.dispose()

    assert waiting.result(timeout=10) is Taken.CLOSED
    assert one.votes(code, 0, 1) == ()


def test_a_move_in_one_process_is_seen_and_obeyed_in_the_other(
    two: tuple[Store, Store], content: Content
) -> None:
    one, other = two
    case = next(iter(content.cases.values()))
    plan = content.workshop.plan("kort")
    code, secret = one.open_room(new_room(case.id, len(case.layers), plan))
    other.join(code, TOKEN, "politie").result(timeout=10)
    one.change(code, secret, MOVES["open"])
    assert other.cast(code, TOKEN, 0, 1, ("propaganda",)).result(timeout=10) is Taken.KEPT
    other.change(code, secret, MOVES["onthul"])
    assert one.cast(code, TOKEN, 0, 1, ("training",)).result(timeout=10) is Taken.CLOSED
    assert [vote.choices for vote in one.votes(code, 0, 1)] == [("propaganda",)]


def _fresh(name: str, request: pytest.FixtureRequest) -> str:
    if name == "sqlite":
        return str(request.getfixturevalue("sqlite_url"))
    url: str = request.getfixturevalue("postgres_url").replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE leeg"))
    engine.dispose()
    return url.replace("+psycopg", "").replace("/postgres", "/leeg")


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_processes_that_start_together_on_an_empty_store_all_start(
    request: pytest.FixtureRequest, kind: str
) -> None:
    url = _fresh(kind, request)
    start = threading.Barrier(8)

    def begin(_: int) -> Store:
        start.wait(timeout=20)
        return Store(url)

    with ThreadPoolExecutor(8) as many:
        stores = list(many.map(begin, range(8)))
    assert [store.count_rooms() for store in stores] == [0] * 8
    for store in stores:
        store.close()
