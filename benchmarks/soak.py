"""Does anything stay behind? 200 people walk, leave, and the process should be as it was.

    python -m benchmarks.soak [--people 200] [--minutes 10] [--pause 4]

Before the count everyone walks the whole route once, so that what is loaded at first use, and the
room that many people at once need, do not look like a leak.
Beside it the same on a bare Streamlit page with the same widgets, for a tenth of the time.
Prints memory, threads and open files. Bar: memory within 15 % of the start.
"""

import argparse
import asyncio
import json
import sys
import time
from typing import Final

from benchmarks.bare import app_and_bare
from benchmarks.crowd import Size, median_and_p95, size, walk_all
from benchmarks.step_latency import BARE, steps, widgets
from tests.browser.harness import Server
from triggerfactors.content import load

BAR: Final = 1.15
# A session that was left is kept for a minute (.streamlit/config.toml), and then swept.
LEFT_SECONDS: Final = 150
# Eighteen questions, at two seconds each, and the overview.
FIRST_SECONDS: Final = 60


def _row(name: str, at: Size) -> None:
    print(f"  {name:<24} {at.megabytes:>7.0f} MB {at.threads:>5} draden {at.files:>5} bestanden")


def _soak(name: str, server: Server, people: int, pause: float, seconds: float) -> float:
    asyncio.run(walk_all([server.url], people, pause=min(pause, 2), seconds=FIRST_SECONDS))
    time.sleep(LEFT_SECONDS)
    before = size(server.pid)
    _row(f"{name}: begin", before)
    found = asyncio.run(walk_all([server.url], people, pause=pause, seconds=seconds))
    middle, late = median_and_p95(found)
    _row(f"{name}: na {len(found)} stappen", size(server.pid))
    time.sleep(LEFT_SECONDS)
    after = size(server.pid)
    _row(f"{name}: iedereen weg", after)
    ratio = after.megabytes / before.megabytes
    print(f"    geheugen {ratio:.2f} × het begin; stap p50 {middle:.0f} ms, p95 {late:.0f} ms")
    return ratio


def main() -> int:
    """Measure and print; always 0."""
    parser = argparse.ArgumentParser(description="Blijft er iets achter?")
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--pause", type=float, default=4)
    given = parser.parse_args()
    content = load()
    script = BARE.format(steps=json.dumps([widgets(content, visit) for visit in steps(content)]))
    print(f"{given.people} mensen, {given.minutes:g} minuten")
    with app_and_bare(script) as (app, bare):
        _soak("kaal", bare, given.people, given.pause, given.minutes * 6)
        ratio = _soak("Triggerwijzer", app, given.people, given.pause, given.minutes * 60)
    print(f"  lat {BAR}: {'gehaald' if ratio <= BAR else 'NIET gehaald'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
