"""What does a second process bring? Steps per second behind nginx, with one and with two.

    python -m benchmarks.scale [--people 60] [--seconds 15] [--share 0.3]

People press on without a pause. On two cores the load generator, nginx and both processes would
fight for the same cores, and the ratio would say something about the fight. So each process gets a
fixed share of a core (it is halted the rest of the time, fifty times a second), as if it had a
small machine of its own; ``--share 1`` leaves that out. Beside it the same for a bare page.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from benchmarks.crowd import walk_all
from benchmarks.step_latency import BARE, steps, widgets
from tests.browser.harness import Server, served
from tests.scale.nginx import NoNginxError, nginx
from triggerfactors.content import load

BAR: Final = 1.7


PERIOD: Final = 0.02


@contextmanager
def _held_to(share: float, servers: list[Server]) -> Iterator[None]:
    """Let each server run for ``share`` of the time, one after the other."""
    over = threading.Event()

    def hold(pid: int) -> None:
        while not over.is_set():
            os.kill(pid, signal.SIGCONT)
            time.sleep(PERIOD * share)
            os.kill(pid, signal.SIGSTOP)
            time.sleep(PERIOD * (1 - share))
        os.kill(pid, signal.SIGCONT)

    holders = [threading.Thread(target=hold, args=(one.pid,)) for one in servers if share < 1]
    for number, holder in enumerate(holders):
        holder.start()
        time.sleep(PERIOD * share if number == 0 else 0)
    try:
        yield
    finally:
        over.set()
        for holder in holders:
            holder.join()


def _cookies(url: str, count: int, processes: int) -> list[str]:
    """As many places on each process: the ratio should not depend on the luck of a hash."""
    found: dict[str, list[str]] = {}
    while len(found) < processes or min(map(len, found.values())) < count // processes:
        with urllib.request.urlopen(url + "/gezond") as answer:
            cookie = str(answer.headers["set-cookie"]).partition(";")[0]
            found.setdefault(answer.headers["x-proces"], []).append(cookie)
    return [one for group in zip(*found.values(), strict=False) for one in group][:count]


def _push(url: str, people: int, seconds: float, cookies: list[str]) -> int:
    return len(asyncio.run(walk_all([url], people, pause=0, seconds=seconds, cookies=cookies)))


def _rate(servers: list[Server], people: int, seconds: float, share: float, folder: Path) -> float:
    ports = [urlsplit(server.url).port or 0 for server in servers]
    with nginx(folder, ports) as url:
        cookies = _cookies(url, people, len(servers))
        # Neighbours in the list are on different processes, so each generator reaches both.
        half = people // 2
        halves = [(url, half, seconds, cookies[n * half : (n + 1) * half]) for n in range(2)]
        with multiprocessing.get_context("spawn").Pool(2) as pool:
            pool.starmap(_push, [(url, half, 3, one[3]) for one in halves])
            with _held_to(share, servers):
                return sum(pool.starmap(_push, halves)) / seconds


def main() -> int:
    """Measure and print; always 0, as the ratio depends on the cores that are free."""
    parser = argparse.ArgumentParser(description="Een en twee processen achter nginx.")
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=15)
    parser.add_argument("--share", type=float, default=0.3)
    given = parser.parse_args()
    content = load()
    text = BARE.format(steps=json.dumps([widgets(content, visit) for visit in steps(content)]))
    print(
        f"{given.people} mensen zonder pauze achter nginx, {os.cpu_count()} kernen, "
        f"elk proces {given.share:g} kern"
    )
    try:
        with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
            folder = Path(name)
            script = folder / "bare.py"
            script.write_text(text, encoding="utf-8")
            for kind, what in (("kaal", script), ("Triggerwijzer", None)):
                servers = [
                    stack.enter_context(served(folder / f"{kind}{n}.log", what)) for n in range(2)
                ]
                one = _rate(servers[:1], given.people, given.seconds, given.share, folder)
                two = _rate(servers, given.people, given.seconds, given.share, folder)
                print(
                    f"  {kind:<14} 1 proces {one:>6.1f}/s   2 processen {two:>6.1f}/s"
                    f"   verhouding {two / one:.2f}"
                )
            verdict = "gehaald" if two / one >= BAR else "NIET gehaald"
            print(f"  lat {BAR}: {verdict}")
    except NoNginxError as error:
        print(f"  overgeslagen: {error}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
