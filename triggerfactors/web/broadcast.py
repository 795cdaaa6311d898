"""Brings every change of a room to its screens by server-sent events.

One watcher per room looks at the store a few times a second, so a change made in another process
arrives just as well. A room without listeners is not watched.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.concurrency import run_in_threadpool

from triggerfactors.workshop import NoRoomError

LOOK_SECONDS: Final = 0.25
# Proxies and phones drop a connection on which nothing is said.
HEARTBEAT_SECONDS: Final = 15.0

View = Callable[[str], Mapping[str, Any]]
Counts = Mapping[str, int]
Version = Callable[[str], tuple[int, Counts]]


@dataclass
class _Watched:
    listeners: int = 0
    state: str = ""
    count: Counts = field(default_factory=dict)
    gone: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    counted: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    def wake(self, *, only_counting: bool = False) -> None:
        """Wake the screens; a count is for the wall alone, not for two hundred phones."""
        counted, self.counted = self.counted, asyncio.Event()
        counted.set()
        if not only_counting:
            changed, self.changed = self.changed, asyncio.Event()
            changed.set()


class Broadcast:
    """All rooms that someone is looking at in this process."""

    def __init__(self, version: Version, view: View) -> None:
        """``version`` is a cheap look, ``view`` the whole; both run outside the event loop."""
        self._version = version
        self._view = view
        self._rooms: dict[str, _Watched] = {}

    @property
    def listening(self) -> int:
        """How many screens are connected."""
        return sum(room.listeners for room in self._rooms.values())

    def listening_to(self, code: str) -> int:
        """How many screens of one room are connected."""
        room = self._rooms.get(code)
        return room.listeners if room else 0

    async def follow(self, code: str, *, counting: bool) -> AsyncIterator[bytes]:
        """The events for one screen: ``zaal`` with the room, ``aantal`` with the counts.

        Ends when the room is gone. ``counting`` is for the wall; phones get no counts.
        """
        room = self._rooms.setdefault(code, _Watched())
        room.listeners += 1
        if room.task is None:
            room.task = asyncio.create_task(self._watch(code, room))
        try:
            state = ""
            count: Counts = {}
            while True:
                event = room.counted if counting else room.changed
                if room.gone:
                    yield b"event: weg\ndata: {}\n\n"
                    return
                if room.state and room.state != state:
                    state = room.state
                    yield f"event: zaal\ndata: {state}\n\n".encode()
                if counting and room.count != count:
                    count = room.count
                    yield f"event: aantal\ndata: {json.dumps(count)}\n\n".encode()
                try:
                    await asyncio.wait_for(event.wait(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield b": nog hier\n\n"
        finally:
            room.listeners -= 1
            if room.listeners == 0:
                self._rooms.pop(code, None)
                if room.task:
                    room.task.cancel()

    async def _watch(self, code: str, room: _Watched) -> None:
        known: tuple[int, Counts] = (-1, {})
        while True:
            try:
                found = await run_in_threadpool(self._version, code)
                new = found[0] != known[0]
                if new:
                    view = await run_in_threadpool(self._view, code)
                    room.state = json.dumps(view, ensure_ascii=False)
                if found != known:
                    known, room.count = found, found[1]
                    room.wake(only_counting=not new)
            except NoRoomError:
                room.gone = True
                room.wake()
                return
            except Exception:
                # The database may be away for a moment; the screens keep what they have.
                await asyncio.sleep(1)
            await asyncio.sleep(LOOK_SECONDS)
