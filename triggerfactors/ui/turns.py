"""Screens are drawn one at a time, in order of asking.

Each window draws in its own thread. With dozens at once they only hold each other up: Python runs
one of them at a time, everyone waits for the slowest, and the thread that talks to the browsers
stands in the same queue.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

AT_ONCE: Final = 1
# Whoever waited this long goes on anyway: a store that hangs must not hold up the other pages.
PATIENCE_SECONDS: Final = 1.0

_places: Final = threading.Semaphore(AT_ONCE)


@contextmanager
def one_by_one() -> Iterator[None]:
    """Wait for a place to draw, never longer than ``PATIENCE_SECONDS``, and give it back."""
    mine = _places.acquire(timeout=PATIENCE_SECONDS)
    try:
        yield
    finally:
        if mine:
            _places.release()
