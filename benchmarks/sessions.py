"""How many people can walk the route in one process, and what does each of them weigh?

    python -m benchmarks.sessions [--people 500] [--seconds 60] [--pause 17] [--arriving 17]

Each presses a button about every ``pause`` seconds: five minutes for eighteen questions. Beside it,
in the same run and one after the other, the same people on a bare Streamlit page with the same
questions and widgets. The steps while everyone comes in (over ``arriving`` seconds) stand apart
from those once all are there; both have the same bar. The processor time per step says what a
machine can hold, also when others use it while this runs.
"""

import argparse
import asyncio
import json
import sys
from dataclasses import dataclass
from typing import Final

from benchmarks.bare import app_and_bare
from benchmarks.crowd import Size, median_and_p95, size, walk_all
from benchmarks.step_latency import BARE, steps, widgets
from tests.browser.harness import Server
from triggerfactors.content import load

BAR_MS: Final = 500


@dataclass(frozen=True)
class Found:
    """What one server did: step times in seconds, its weight, and processor ms per step."""

    coming_in: list[float]
    walking: list[float]
    weight: Size
    cpu_ms: float


def _measure(server: Server, people: int, pause: float, seconds: float, arriving: float) -> Found:
    async def both() -> Found:
        coming_in: list[float] = []
        walking = asyncio.create_task(
            walk_all(
                [server.url],
                people,
                pause=pause,
                seconds=seconds,
                arriving=arriving,
                coming_in=coming_in,
            )
        )
        await asyncio.sleep(arriving)
        before = size(server.pid).cpu_seconds
        # The weight counts while everyone is half-way.
        await asyncio.sleep(seconds * 0.95)
        weight = size(server.pid)
        steps = await walking
        spent = (weight.cpu_seconds - before) * 1000 / max(1, len(steps))
        return Found(coming_in, steps, weight, spent)

    return asyncio.run(both())


def main() -> int:
    """Measure and print; always 0, so a slow machine fails nothing."""
    parser = argparse.ArgumentParser(description="Veel mensen in een proces.")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=17)
    parser.add_argument("--arriving", type=float, default=17)
    given = parser.parse_args()
    content = load()
    script = BARE.format(steps=json.dumps([widgets(content, visit) for visit in steps(content)]))
    print(
        f"{given.people} mensen, elk een knop per {given.pause:g} s; {given.arriving:g} s om "
        f"binnen te komen, daarna {given.seconds:g} s"
    )
    print(
        f"  {'':<14} {'stappen':>8} {'p50 ms':>8} {'p95 ms':>8} {'p95 binnenkomen':>16}"
        f" {'cpu ms':>8} {'MB leeg':>8} {'kB pp':>8}"
    )
    late: dict[str, tuple[float, float]] = {}
    weights: dict[str, float] = {}
    with app_and_bare(script) as (app, bare):
        for name, server in (("kaal", bare), ("Triggerwijzer", app)):
            # The first visitor warms up; only then the empty weight says something.
            asyncio.run(walk_all([server.url], 2, pause=0.05, seconds=2))
            empty = size(server.pid)
            found = _measure(server, given.people, given.pause, given.seconds, given.arriving)
            middle, walking = median_and_p95(found.walking)
            late[name] = (median_and_p95(found.coming_in)[1], walking)
            weights[name] = (found.weight.megabytes - empty.megabytes) * 1024 / given.people
            print(
                f"  {name:<14} {len(found.walking):>8} {middle:>8.1f} {walking:>8.1f}"
                f" {late[name][0]:>16.1f} {found.cpu_ms:>8.1f} {empty.megabytes:>8.0f}"
                f" {weights[name]:>8.0f}"
            )
    print(f"  gewicht {weights['Triggerwijzer'] / weights['kaal']:.2f} keer kaal")
    for when, own, floor in zip(
        ("bij binnenkomen", "als iedereen er is"), late["Triggerwijzer"], late["kaal"], strict=True
    ):
        verdict = "gehaald" if own < BAR_MS else "NIET gehaald"
        print(f"  {when}: p95 {own / floor:.2f} keer kaal (lat {BAR_MS} ms: {verdict})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
