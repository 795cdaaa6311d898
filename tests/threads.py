"""Run something in a thread of its own.

The browser of the other tests keeps an event loop running in this thread, so neither a second loop
nor a second browser can be started in it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def apart(work: Callable[[], T]) -> T:
    """Call ``work`` in a new thread and wait for what it gives or raises."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def run(talk: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in a loop of its own."""
    return apart(lambda: asyncio.run(talk))
