"""Many people at once, by protocol: what the benchmarks of sessions, soak and scale share."""

import asyncio
import os
import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.walker import Walker

JOB: Final = "Leraar, mentor of docent"


def median_and_p95(seconds: Sequence[float]) -> tuple[float, float]:
    """Both in milliseconds."""
    return statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000


@dataclass(frozen=True)
class Size:
    """What a process holds at one moment."""

    megabytes: float
    threads: int
    files: int
    cpu_seconds: float


def size(pid: int) -> Size:
    """Look at a process from outside."""
    status = Path(f"/proc/{pid}/status").read_text()
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return Size(
        int(lines["VmRSS"].split()[0]) / 1024,
        int(lines["Threads"]),
        len(os.listdir(f"/proc/{pid}/fd")),
        sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
        / os.sysconf("SC_CLK_TCK"),
    )


async def walk_all(
    urls: Sequence[str],
    people: int,
    *,
    pause: float,
    seconds: float,
    arriving: float = 0,
    coming_in: list[float] | None = None,
    cookies: Sequence[str] = (),
) -> list[float]:
    """Let ``people`` walk the route for a while, each at their own pace; gives the step times.

    They come in over ``arriving`` seconds; the steps of that time go to ``coming_in``. Who reaches
    the end begins again in a new window, as a next visitor would.
    """
    until = asyncio.Event()
    chance = random.Random(1)
    starts = [chance.random() * (arriving or max(pause, 0.5)) for _ in range(people)]
    steps: list[list[float]] = []
    paces = [pause * (0.5 + chance.random()) for _ in range(people)]

    async def one(number: int) -> None:
        await asyncio.sleep(starts[number])
        address = urls[number % len(urls)].replace("http", "ws", 1)
        while not until.is_set():
            cookie = cookies[number % len(cookies)] if cookies else ""
            async with Walker(address, cookie=cookie) as walker:
                steps.append(walker.steps)
                await walker.walk(JOB, pause=paces[number], until=until)

    async def clock() -> None:
        await asyncio.sleep(arriving)
        for taken in steps:
            if coming_in is not None:
                coming_in.extend(taken)
            taken.clear()
        await asyncio.sleep(seconds)
        until.set()

    # A group, so that a fault in one stops the rest instead of letting them walk for ever.
    async with asyncio.TaskGroup() as group:
        group.create_task(clock())
        for number in range(people):
            group.create_task(one(number))
    return [step for taken in steps for step in taken]
