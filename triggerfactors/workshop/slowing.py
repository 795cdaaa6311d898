"""Guessing codes is slowed down. A phone that is already in never waits: a whole school may share
one address."""

import ipaddress
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
# From then on the questions of this address take turns, right or wrong: an answer at once would
# tell which code was right.
TURN_SECONDS: Final = 0.2
LONGEST_TURN_SECONDS: Final = 10.0
MOST_ADDRESSES: Final = 10_000


def _network(address: str) -> str:
    """Whoever has an IPv6 address has a whole /64 to choose from."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network(f"{found}/64", strict=False)) if found.version == 6 else address


class Slowing:
    """Counts wrong codes per address over ten minutes."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Start without any wrong code; ``clock`` gives seconds."""
        self._clock = clock
        self._wrong: dict[str, deque[float]] = {}
        self._next: dict[str, float] = {}

    def turn(self, address: str) -> float | None:
        """Seconds before a question of this address is looked at; ``None`` when too many wait.

        Zero for an address that did not guess too often.
        """
        address, now = _network(address), self._clock()
        tries = self._wrong.get(address)
        if tries is None or len(tries) <= REFUSED_AFTER or now - tries[-1] > WINDOW_SECONDS:
            self._next.pop(address, None)
            return 0.0
        wait = max(0.0, self._next.get(address, now) - now)
        if wait > LONGEST_TURN_SECONDS:
            return None
        self._next[address] = now + wait + TURN_SECONDS
        return wait

    def wrong(self, address: str) -> float | None:
        """Note a wrong code; gives the seconds to wait, or ``None`` when it is refused."""
        address, now = _network(address), self._clock()
        if len(self._wrong) >= MOST_ADDRESSES and address not in self._wrong:
            oldest = next(iter(self._wrong))
            del self._wrong[oldest]
            self._next.pop(oldest, None)
        tries = self._wrong.setdefault(address, deque(maxlen=REFUSED_AFTER + 1))
        while tries and now - tries[0] > WINDOW_SECONDS:
            tries.popleft()
        tries.append(now)
        if len(tries) > REFUSED_AFTER:
            return None
        return min(LONGEST_SECONDS, max(0, len(tries) - FREE_TRIES) * STEP_SECONDS)
