"""Drawing in turns: never more than a few at once, nobody waits for ever, no place gets lost."""

import threading
import time

import pytest

from triggerfactors.ui import turns


@pytest.fixture(autouse=True)
def _a_queue_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_places", threading.Semaphore(turns.AT_ONCE))


def test_never_more_screens_are_drawn_at_once_than_there_are_places() -> None:
    lock, busy, most, drawn = threading.Lock(), 0, 0, 0

    def draw() -> None:
        nonlocal busy, most, drawn
        with turns.one_by_one():
            with lock:
                busy += 1
                most = max(most, busy)
            time.sleep(0.01)
            with lock:
                busy -= 1
                drawn += 1

    windows = [threading.Thread(target=draw) for _ in range(12)]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    assert (most, drawn) == (turns.AT_ONCE, 12)


def test_whoever_stops_halfway_gives_the_place_back() -> None:
    for _ in range(turns.AT_ONCE + 1):
        with pytest.raises(RuntimeError), turns.one_by_one():
            raise RuntimeError("halverwege weggegaan")
    assert all(turns._places.acquire(blocking=False) for _ in range(turns.AT_ONCE))


def test_pages_that_hang_do_not_hold_up_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", 0.05)
    stuck = [turns.one_by_one() for _ in range(turns.AT_ONCE)]
    for page in stuck:
        page.__enter__()
    for _ in range(3):
        with turns.one_by_one():
            pass
    for page in stuck:
        page.__exit__(None, None, None)
    assert all(turns._places.acquire(blocking=False) for _ in range(turns.AT_ONCE))
    assert not turns._places.acquire(blocking=False)
