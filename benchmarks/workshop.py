"""A full room: 200 phones that join, receive and vote in the same second, six rounds.

    python -m benchmarks.workshop [--phones 200] [--rounds 6] [--walkers 20] [--processes 1]

While they vote, people walk the main route in the same process. With ``--processes 2`` two
processes share a private PostgreSQL and the phones are spread over both. Counts votes lost or
doubled, prints p95 of a vote, how long a reveal takes to reach every phone, and the memory used.
Everything stays on this machine.
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from benchmarks.walker import Walker
from tests.browser.harness import Server, served
from tests.workshop.postgres import NoPostgresError, private_postgres
from triggerfactors.content import Content, load
from triggerfactors.workshop import MOVES, Store, go_to_round, new_room, options

BAR_VOTE_MS = 300
BAR_REVEAL_S = 1.0
PAUSE_S = 2.0


@dataclass
class Phone:
    """One phone: a connection for events, and short requests beside it."""

    server: Server
    code: str
    number: int
    seen: dict[tuple[int, int, str], float] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def token(self) -> str:
        """A token as a phone would draw it."""
        return f"{self.number:032x}"

    async def ask(self, path: str, body: Any = None) -> tuple[int, Any]:
        """One request on a connection of its own, as a browser on bad wifi would."""
        host = urlsplit(self.server.url)
        reader, writer = await asyncio.open_connection(host.hostname, host.port)
        data = json.dumps(body).encode() if body is not None else b""
        method = "POST" if data else "GET"
        head = (
            f"{method} {path} HTTP/1.1\r\nhost: {host.netloc}\r\nx-telefoon: {self.token}\r\n"
            f"content-type: application/json\r\ncontent-length: {len(data)}\r\n"
            "connection: close\r\n\r\n"
        )
        writer.write(head.encode() + data)
        answer = await reader.read()
        writer.close()
        top, _, rest = answer.partition(b"\r\n\r\n")
        status = int(top.split(b" ", 2)[1])
        return status, json.loads(rest) if b"application/json" in top else rest

    async def follow(self) -> None:
        """Read events until cancelled; remembers when each state of the room arrived."""
        host = urlsplit(self.server.url)
        reader, writer = await asyncio.open_connection(host.hostname, host.port, limit=2**20)
        writer.write(
            f"GET /mee/{self.code}/stroom HTTP/1.1\r\nhost: {host.netloc}\r\n\r\n".encode()
        )
        while line := await reader.readline():
            if line.startswith(b"data: {") and b'"phase"' in line:
                room = json.loads(line[6:])
                self.seen.setdefault((room["at"], room["turn"], room["phase"]), time.perf_counter())
                self.changed.set()
                self.changed = asyncio.Event()

    async def wait_for(self, key: tuple[int, int, str]) -> float:
        """When this state arrived here; waits at most ten seconds."""
        async with asyncio.timeout(10):
            while key not in self.seen:
                await self.changed.wait()
        return self.seen[key]


def _memory_mb(pid: int) -> float:
    text = Path(f"/proc/{pid}/status").read_text()
    return int(next(line for line in text.splitlines() if "VmRSS" in line).split()[1]) / 1024


@contextmanager
def _servers(processes: int) -> Iterator[tuple[list[Server], str]]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if processes > 1:
            url = stack.enter_context(private_postgres())
        else:
            url = f"sqlite:///{folder}/zaal.sqlite3"
        os.environ["TRIGGERWIJZER_DATABASE_URL"] = url
        yield (
            [stack.enter_context(served(folder / f"{n}.log")) for n in range(processes)],
            url,
        )


async def _walkers(servers: list[Server], count: int, stop: asyncio.Event) -> list[float]:
    jobs = [job.name for job in load().professions.values() if not job.short_route]

    async def one(number: int) -> list[float]:
        steps: list[float] = []
        # People do not begin in the same instant, and read for a while on every screen.
        await asyncio.sleep(number * PAUSE_S / count)
        address = servers[number % len(servers)].url.replace("http", "ws", 1)
        async with Walker(address) as walker:
            await walker.walk(jobs[number % len(jobs)], pause=PAUSE_S, until=stop)
            steps += walker.steps
        return steps

    found = await asyncio.gather(*(one(number) for number in range(count)))
    return [step for steps in found for step in steps]


async def _room(
    content: Content, store: Store, servers: list[Server], settings: argparse.Namespace
) -> bool:
    code, secret = store.open_room(new_room("bilal", 1, content.workshop.plan("lang")))
    phones = [
        Phone(servers[number % len(servers)], code, number) for number in range(settings.phones)
    ]
    stop = asyncio.Event()
    walking = asyncio.create_task(_walkers(servers, settings.walkers, stop))
    # The walkers are on their way before the room fills.
    await asyncio.sleep(2 * PAUSE_S if settings.walkers else 0)
    jobs = list(content.professions)
    begin = time.perf_counter()
    joined = await asyncio.gather(
        *(p.ask(f"/mee/{code}/in", {"werk": jobs[p.number % len(jobs)]}) for p in phones)
    )
    print(f"  allen binnen in {time.perf_counter() - begin:.2f} s")
    following = [asyncio.create_task(phone.follow()) for phone in phones]
    await asyncio.gather(*(phone.wait_for((0, 1, "wachten")) for phone in phones))
    votes, spread, lost, doubled = [], [], 0, 0
    for at in range(settings.rounds):
        store.change(code, secret, lambda room, at=at: go_to_round(room, at))
        kept = store.change(code, secret, MOVES["open"])
        known = list(options(content, kept.room))
        await asyncio.gather(*(phone.wait_for((at, 1, "open")) for phone in phones))

        async def cast(phone: Phone, at: int = at, known: list[str] = known) -> float:
            start = time.perf_counter()
            body = {"at": at, "turn": 1, "keuzes": [known[phone.number % len(known)]]}
            status, _ = await phone.ask(f"/mee/{code}/stem", body)
            return time.perf_counter() - start if status == 200 else -1.0

        times = await asyncio.gather(*(cast(phone) for phone in phones))
        votes += [one * 1000 for one in times if one >= 0]
        there = store.votes(code, at, 1)
        lost += len(phones) - len(there)
        doubled += max(0, len(there) - len(phones))
        store.change(code, secret, MOVES["sluit"])
        shown = time.perf_counter()
        store.change(code, secret, MOVES["onthul"])
        arrived = await asyncio.gather(*(p.wait_for((at, 1, "onthuld")) for p in phones))
        spread.append(max(arrived) - shown)
    stop.set()
    for task in following:
        task.cancel()
    steps = await walking
    p95 = statistics.quantiles(votes, n=20)[-1]
    refused = sum(status != 200 for status, _ in joined)
    print(f"  stemmen: {len(votes)}, verloren {lost}, dubbel {doubled}, niet binnen {refused}")
    print(f"  stem p50 {statistics.median(votes):.0f} ms, p95 {p95:.0f} ms (lat {BAR_VOTE_MS})")
    print(f"  onthullen: bij allen binnen {max(spread):.2f} s (lat {BAR_REVEAL_S})")
    if steps:
        late = statistics.quantiles(steps, n=20)[-1] * 1000
        print(f"  {settings.walkers} lopers: {len(steps)} stappen, p95 {late:.0f} ms")
    print("  geheugen: " + ", ".join(f"{_memory_mb(one.pid):.0f} MB" for one in servers))
    return not (lost or doubled or refused) and p95 < BAR_VOTE_MS and max(spread) < BAR_REVEAL_S


def main() -> int:
    """Measure and print; 1 when a bar is not met."""
    parser = argparse.ArgumentParser(description="Een volle zaal.")
    parser.add_argument("--phones", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=6, choices=range(1, 7))
    parser.add_argument("--walkers", type=int, default=20)
    parser.add_argument("--processes", type=int, default=1)
    settings = parser.parse_args()
    content = load()
    print(
        f"{settings.phones} telefoons, {settings.rounds} rondes, {settings.processes} proces(sen)"
    )
    try:
        with _servers(settings.processes) as (servers, url):
            store = Store(url)
            met = asyncio.run(_room(content, store, servers, settings))
            store.close()
    except NoPostgresError as error:
        print(f"  overgeslagen: {error}")
        return 0
    print("  gehaald" if met else "  NIET gehaald")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
