"""Guessing codes is slowed down. Someone with the right code never waits: a whole school may share
one address."""

import time
from collections import deque
from collections.abc import Callable
from typing import Final

WINDOW_SECONDS: Final = 600.0
FREE_TRIES: Final = 5
# Each wrong code after the free ones waits a little longer; past the last it is refused outright.
STEP_SECONDS: Final = 0.1
LONGEST_SECONDS: Final = 2.0
REFUSED_AFTER: Final = 60
MOST_ADDRESSES: Final = 10_000


class Slowing:
    """Counts wrong codes per address over ten minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start without any wrong code; ``clock`` gives seconds."""
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}

    def wrong(self, address: str) -> float | None:
        """Note a wrong code; gives the seconds to wait, or ``None`` when it is refused."""
        now = self._clock()
        if len(self._wrong) >= MOST_ADDRESSES and address not in self._wrong:
            self._wrong.pop(next(iter(self._wrong)))
        tries = self._wrong.setdefault(address, deque(maxlen=REFUSED_AFTER + 1))
        while tries and now - tries[0] > WINDOW_SECONDS:
            tries.popleft()
        tries.append(now)
        if len(tries) > REFUSED_AFTER:
            return None
        return min(LONGEST_SECONDS, max(0, len(tries) - FREE_TRIES) * STEP_SECONDS)
