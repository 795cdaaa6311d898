"""How many people can walk the route in one process, and what does each of them weigh?

    python -m benchmarks.sessions [--people 500] [--seconds 60] [--pause 17]

Each presses a button about every ``pause`` seconds: five minutes for eighteen questions. Beside it,
in the same run and one after the other, the same people on a bare Streamlit page with the same
questions and widgets. Coming in (over ``seconds``) does not count. The processor time per step says
what a machine can hold, also when others use it while this runs.
"""

import argparse
import asyncio
import json
import sys
from typing import Final

from benchmarks.bare import app_and_bare
from benchmarks.crowd import Size, median_and_p95, size, walk_all
from benchmarks.step_latency import BARE, steps, widgets
from tests.browser.harness import Server
from triggerfactors.content import load

BAR_MS: Final = 500


def _measure(
    server: Server, people: int, pause: float, seconds: float
) -> tuple[list[float], Size, float]:
    async def both() -> tuple[list[float], Size, float]:
        walking = asyncio.create_task(
            walk_all([server.url], people, pause=pause, seconds=seconds, arriving=seconds)
        )
        await asyncio.sleep(seconds)
        before = size(server.pid).cpu_seconds
        # The weight counts while everyone is half-way.
        await asyncio.sleep(seconds * 0.95)
        weight = size(server.pid)
        found = await walking
        return found, weight, (weight.cpu_seconds - before) * 1000 / max(1, len(found))

    return asyncio.run(both())


def main() -> int:
    """Measure and print; always 0, so a slow machine fails nothing."""
    parser = argparse.ArgumentParser(description="Veel mensen in een proces.")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=17)
    given = parser.parse_args()
    content = load()
    script = BARE.format(steps=json.dumps([widgets(content, visit) for visit in steps(content)]))
    print(
        f"{given.people} mensen, elk een knop per {given.pause:g} s; {given.seconds:g} s om binnen "
        f"te komen, daarna {given.seconds:g} s gemeten"
    )
    print(
        f"  {'':<14} {'stappen':>8} {'p50 ms':>8} {'p95 ms':>8} {'cpu ms':>8} {'MB leeg':>8}"
        f" {'kB pp':>8}"
    )
    late: dict[str, float] = {}
    weights: dict[str, float] = {}
    with app_and_bare(script) as (app, bare):
        for name, server in (("kaal", bare), ("Triggerwijzer", app)):
            # The first visitor warms up; only then the empty weight says something.
            asyncio.run(walk_all([server.url], 2, pause=0.05, seconds=2))
            empty = size(server.pid)
            found, full, spent = _measure(server, given.people, given.pause, given.seconds)
            middle, late[name] = median_and_p95(found)
            weights[name] = (full.megabytes - empty.megabytes) * 1024 / given.people
            print(
                f"  {name:<14} {len(found):>8} {middle:>8.1f} {late[name]:>8.1f}"
                f" {spent:>8.1f} {empty.megabytes:>8.0f} {weights[name]:>8.0f}"
            )
    ratio = late["Triggerwijzer"] / late["kaal"]
    heavier = weights["Triggerwijzer"] / weights["kaal"]
    verdict = "gehaald" if late["Triggerwijzer"] < BAR_MS else "NIET gehaald"
    print(f"  verhouding p95 {ratio:.2f}, gewicht {heavier:.2f} (lat {BAR_MS} ms: {verdict})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
