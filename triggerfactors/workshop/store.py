"""Rooms and votes in a database: SQLite by itself, PostgreSQL for several processes.

A vote counts as cast when its transaction is committed, and not before. All writes of a process
go through one thread that commits what is waiting together: two hundred phones in one second are
a handful of commits. Nothing personal is kept: a phone is the hash of a random token and a job.
"""

import json
import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar

from sqlalchemy import (
    Column,
    Connection,
    DateTime,
    Engine,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    delete,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.pool import QueuePool

from triggerfactors.workshop import sqlite_file
from triggerfactors.workshop.codes import hashed, new_code, new_secret, same
from triggerfactors.workshop.room import Phase, Room
from triggerfactors.workshop.votes import Vote

KEPT_FOR: Final = timedelta(hours=24)
MOST_PHONES: Final = 1_000
# Together, in one day: far more than there are trainers, few enough for a small disk.
MOST_ROOMS: Final = 10_000
_BATCH: Final = 400
_TABLES_LOCK: Final = 20_150_415  # any number, as long as every process takes the same

_META = MetaData()
_ROOMS = Table(
    "zaal",
    _META,
    Column("code", String(8), primary_key=True),
    Column("secret", String(64), nullable=False),
    Column("room", Text, nullable=False),
    Column("hands", Text, nullable=False, default="{}"),
    Column("version", Integer, nullable=False, default=1),
    Column("expires", DateTime(timezone=True), nullable=False, index=True),
)
_PHONES = Table(
    "telefoon",
    _META,
    Column("code", ForeignKey("zaal.code", ondelete="CASCADE"), primary_key=True),
    Column("token", String(64), primary_key=True),
    Column("job", String(40), nullable=False),
)
_VOTES = Table(
    "stem",
    _META,
    Column("code", ForeignKey("zaal.code", ondelete="CASCADE"), primary_key=True),
    Column("at", Integer, primary_key=True),
    Column("turn", Integer, primary_key=True),
    Column("token", String(64), primary_key=True),
    Column("job", String(40), nullable=False),
    Column("choices", Text, nullable=False),
)

T = TypeVar("T")


class NoRoomError(LookupError):
    """There is no such room, or no longer."""


class NotTheTrainerError(PermissionError):
    """The secret is not the one of this room."""


class FullError(RuntimeError):
    """The room holds as many phones as it may, or the store as many rooms."""


class DoorShutError(RuntimeError):
    """The trainer lets no new phone in."""


@dataclass(frozen=True)
class Kept:
    """A room as it is kept: the room, the version that rises with every change, counted hands."""

    code: str
    room: Room
    version: int
    hands: Mapping[str, Mapping[str, int]]
    expires: datetime


class Taken(StrEnum):
    """What became of a vote; only ``KEPT`` is a vote."""

    KEPT = "binnen"
    CLOSED = "dicht"
    NO_ROOM = "geen-zaal"
    NOT_IN = "niet-binnen"
    IMPOSSIBLE = "past-niet"


Fits = Callable[[Room, str, tuple[str, ...]], bool]


@dataclass(frozen=True)
class _Cast:
    """A vote on its way, of the phone with this hashed token."""

    code: str
    token: str
    at: int
    turn: int
    choices: tuple[str, ...]
    fits: Fits

    def judge(self, room: Room, job: str | None) -> Taken:
        if job is None:
            return Taken.NOT_IN
        if (room.at, room.turn) != (self.at, self.turn) or room.phase is not Phase.OPEN:
            return Taken.CLOSED
        return Taken.KEPT if self.fits(room, job, self.choices) else Taken.IMPOSSIBLE


@dataclass(frozen=True)
class _Waiting:
    """Something to write, and whom to tell when it is kept."""

    work: _Cast | Callable[[Connection], Any]
    future: Future[Any]


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


class Store:
    """Rooms, phones and votes behind one database address.

    ``url`` is ``sqlite:///path`` or ``postgresql://user@host/name``.
    """

    def __init__(self, url: str, clock: Callable[[], datetime] | None = None) -> None:
        """Open the database and make its tables; raises SQLAlchemy's error when it cannot."""
        self._clock = clock or (lambda: datetime.now(UTC))
        self._sqlite = url.startswith("sqlite")
        # The plain name that hosts hand out, with the driver that we bring.
        url = url.replace("postgresql://", "postgresql+psycopg://", 1)
        pool = {} if self._sqlite else {"pool_pre_ping": True}
        self._engine: Engine = create_engine(
            url, poolclass=QueuePool, pool_size=8, max_overflow=32, **pool
        )
        if self._sqlite:
            event.listen(self._engine, "connect", sqlite_file.prepare)
            # The driver would begin a transaction of its own, too late for a savepoint.
            event.listen(self._engine, "begin", sqlite_file.begin)
        self._writing = self._engine.execution_options(writes=True)
        self._make_tables()
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="workshop-writer", daemon=True)
        self._writer.start()

    def _make_tables(self) -> None:
        """Make what is missing, one process at a time: several may start together."""
        with self._writing.begin() as connection:
            if not self._sqlite:
                connection.execute(select(func.pg_advisory_xact_lock(_TABLES_LOCK)))
            _META.create_all(connection)

    # --- writing: one thread, many at once -----------------------------------------------------

    def _write(self) -> None:
        while True:
            batch: list[_Waiting] = []
            first = self._queue.get()
            while first is not None:
                batch.append(first)
                if len(batch) >= _BATCH:
                    break
                try:
                    first = self._queue.get_nowait()
                except queue.Empty:
                    break
            if batch:
                self._commit(batch)
            if first is None:
                return

    def _commit(self, batch: list[_Waiting]) -> None:
        done: list[tuple[Future[Any], Any]] = []
        failed: list[tuple[Future[Any], Exception]] = []
        try:
            with self._writing.begin() as connection:
                casts = [one for one in batch if isinstance(one.work, _Cast)]
                done += self._take(connection, casts)
                for one in batch:
                    if isinstance(one.work, _Cast):
                        continue
                    try:
                        # A fault in one write undoes that one alone.
                        with connection.begin_nested():
                            done.append((one.future, one.work(connection)))
                    except Exception as error:
                        failed.append((one.future, error))
        except Exception as error:
            failed = [(one.future, error) for one in batch]
            done = []
        for future, value in done:
            future.set_result(value)
        for future, error in failed:
            future.set_exception(error)

    def _take(
        self, connection: Connection, casts: Sequence[_Waiting]
    ) -> list[tuple[Future[Any], Any]]:
        """Check and keep all votes that wait, room by room, each room in one statement."""
        done: list[tuple[Future[Any], Any]] = []
        rooms: dict[str, list[tuple[_Cast, Future[Any]]]] = {}
        for one in casts:
            assert isinstance(one.work, _Cast)
            rooms.setdefault(one.work.code, []).append((one.work, one.future))
        # Always in the same order, so that two processes never wait for each other.
        for code, waiting in sorted(rooms.items()):
            try:
                # Held until the commit: a vote cannot slip in behind a move of another process.
                room = self._find(connection, code, hold=True).room
            except NoRoomError:
                done += [(future, Taken.NO_ROOM) for _, future in waiting]
                continue
            tokens = {cast.token for cast, _ in waiting}
            known = connection.execute(
                select(_PHONES.c.token, _PHONES.c.job).where(
                    _PHONES.c.code == code, _PHONES.c.token.in_(tokens)
                )
            )
            jobs = {token: job for token, job in known}
            # By phone: of two taps that wait together the last one counts.
            rows: dict[str, Mapping[str, Any]] = {}
            for cast, future in waiting:
                taken = cast.judge(room, jobs.get(cast.token))
                done.append((future, taken))
                if taken is Taken.KEPT:
                    rows[cast.token] = {
                        "code": code,
                        "at": cast.at,
                        "turn": cast.turn,
                        "token": cast.token,
                        "job": jobs[cast.token],
                        "choices": json.dumps(cast.choices),
                    }
            if rows:
                keys = ["code", "at", "turn", "token"]
                statement = self._upsert(_VOTES, keys, ["job", "choices"])
                connection.execute(statement, [rows[token] for token in sorted(rows)])
        return done

    def _queued(self, work: "_Cast | Callable[[Connection], Any]") -> Future[Any]:
        future: Future[Any] = Future()
        self._queue.put(_Waiting(work, future))
        return future

    def _do(self, work: Callable[[Connection], T]) -> T:
        value: T = self._queued(work).result(timeout=30)
        return value

    def close(self) -> None:
        """Finish what is waiting and let go of the database."""
        self._queue.put(None)
        self._writer.join(timeout=10)
        self._engine.dispose()

    # --- rooms ---------------------------------------------------------------------------------

    def open_room(self, room: Room) -> tuple[str, str]:
        """Keep a new room; gives its code and the trainer's secret, which is not kept itself.

        Raises :class:`FullError` when there are :data:`MOST_ROOMS` already.
        """
        if self.count_rooms() >= MOST_ROOMS:
            raise FullError
        secret = new_secret()
        for _ in range(5):
            code = new_code()
            row = {
                "code": code,
                "secret": hashed(secret),
                "room": _written(room),
                "hands": "{}",
                "version": 1,
                "expires": self._clock() + KEPT_FOR,
            }
            try:
                self._do(lambda connection, row=row: connection.execute(insert(_ROOMS).values(row)))
            except IntegrityError:
                continue
            return code, secret
        raise RuntimeError("no free code found")

    def find(self, code: str) -> Kept:
        """The room with this code; raises :class:`NoRoomError`."""
        with self._engine.connect() as connection:
            return self._find(connection, code)

    def _find(self, connection: Connection, code: str, *, hold: bool = False) -> Kept:
        wanted = select(_ROOMS).where(_ROOMS.c.code == code)
        if hold:
            wanted = wanted.with_for_update(read=True)
        row = connection.execute(wanted).one_or_none()
        if row is None or _utc(row.expires) <= self._clock():
            raise NoRoomError(code)
        return Kept(code, _parsed(row.room), row.version, json.loads(row.hands), _utc(row.expires))

    def version(self, code: str) -> tuple[int, int, int]:
        """How often the room changed, how many votes its present turn has, and phones; cheap."""
        with self._engine.connect() as connection:
            kept = self._find(connection, code)
            here = (_VOTES.c.code == code, _VOTES.c.at == kept.room.at)
            voted = select(func.count()).where(*here, _VOTES.c.turn == kept.room.turn)
            joined = select(func.count()).where(_PHONES.c.code == code)
            both = select(voted.scalar_subquery(), joined.scalar_subquery())
            return kept.version, *connection.execute(both).one()

    def is_trainer(self, code: str, secret: str) -> bool:
        """Whether this secret controls this room."""
        with self._engine.connect() as connection:
            kept = connection.execute(
                select(_ROOMS.c.secret).where(_ROOMS.c.code == code)
            ).scalar_one_or_none()
        return kept is not None and same(kept, secret)

    def change(self, code: str, secret: str, move: Callable[[Room], Room]) -> Kept:
        """Make a move in a room; raises :class:`NoRoomError` or :class:`NotTheTrainerError`."""

        def work(connection: Connection) -> Kept:
            kept = self._trained(connection, code, secret)
            moved = move(kept.room)
            if moved == kept.room:
                return kept
            connection.execute(
                update(_ROOMS)
                .where(_ROOMS.c.code == code)
                .values(room=_written(moved), version=_ROOMS.c.version + 1)
            )
            return self._find(connection, code)

        return self._do(work)

    def _trained(self, connection: Connection, code: str, secret: str) -> Kept:
        lock = select(_ROOMS.c.secret).where(_ROOMS.c.code == code).with_for_update()
        kept_secret = connection.execute(lock).scalar_one_or_none()
        if kept_secret is None:
            raise NoRoomError(code)
        if not same(kept_secret, secret):
            raise NotTheTrainerError(code)
        return self._find(connection, code)

    def count_hands(
        self, code: str, secret: str, at: int, turn: int, counted: Mapping[str, int]
    ) -> Kept:
        """Keep hands that the trainer counted in the room, for when phones fail."""

        def work(connection: Connection) -> Kept:
            kept = self._trained(connection, code, secret)
            hands = {**kept.hands, f"{at}.{turn}": {k: n for k, n in counted.items() if n > 0}}
            connection.execute(
                update(_ROOMS)
                .where(_ROOMS.c.code == code)
                .values(hands=json.dumps(hands), version=_ROOMS.c.version + 1)
            )
            return self._find(connection, code)

        return self._do(work)

    def erase(self, code: str, secret: str) -> None:
        """Erase a room with everything in it."""

        def work(connection: Connection) -> None:
            self._trained(connection, code, secret)
            self._erase(connection, [code])

        self._do(work)
        self._forget_log()

    def erase_expired(self) -> int:
        """Erase rooms past their 24 hours; gives how many."""

        def work(connection: Connection) -> int:
            old = list(
                connection.execute(select(_ROOMS.c.code).where(_ROOMS.c.expires <= self._clock()))
                .scalars()
                .all()
            )
            self._erase(connection, old)
            return len(old)

        gone = self._do(work)
        if gone:
            self._forget_log()
        return gone

    def _forget_log(self) -> None:
        """Let SQLite's log of writes go, in which erased votes still stand."""
        if self._sqlite:
            raw = self._engine.raw_connection()
            try:
                # Not inside a transaction. A reader may hold it up: the next time does it then.
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()

    @staticmethod
    def _erase(connection: Connection, codes: list[str]) -> None:
        for table in (_VOTES, _PHONES, _ROOMS):
            connection.execute(delete(table).where(table.c.code.in_(codes)))

    def count_rooms(self) -> int:
        """How many rooms are open now."""
        with self._engine.connect() as connection:
            alive = select(func.count()).where(_ROOMS.c.expires > self._clock())
            return int(connection.execute(alive).scalar_one())

    # --- phones and votes ----------------------------------------------------------------------

    def join(self, code: str, token: str, job: str) -> Future[None]:
        """Let a phone in with the job its owner chose; once more only changes the job.

        The future raises :class:`NoRoomError`, :class:`FullError` or :class:`DoorShutError`.
        """
        row = {"code": code, "token": hashed(token), "job": job}

        def work(connection: Connection) -> None:
            room = self._find(connection, code).room
            present = select(func.count()).where(_PHONES.c.code == code)
            known = select(_PHONES.c.token).where(
                _PHONES.c.code == code, _PHONES.c.token == row["token"]
            )
            is_new = connection.execute(known).one_or_none() is None
            if is_new and room.door_shut:
                raise DoorShutError(code)
            if is_new and connection.execute(present).scalar_one() >= MOST_PHONES:
                raise FullError(code)
            connection.execute(self._upsert(_PHONES, ["code", "token"], ["job"]), row)

        return self._queued(work)

    def cast(
        self,
        code: str,
        token: str,
        at: int,
        turn: int,
        choices: tuple[str, ...],
        fits: Fits = lambda *_: True,
    ) -> Future[Taken]:
        """Cast or change a vote; the future is there when it is safely kept, or says why not.

        ``fits(room, job, choices)`` decides whether the choices are possible in the open round.
        """
        return self._queued(_Cast(code, hashed(token), at, turn, choices, fits))

    def _upsert(self, table: Table, keys: list[str], rest: list[str]) -> Any:
        statement = (sqlite if self._sqlite else postgresql).insert(table)
        return statement.on_conflict_do_update(
            index_elements=keys, set_={name: getattr(statement.excluded, name) for name in rest}
        )

    def phones(self, code: str) -> Mapping[str, int]:
        """How many phones joined, per job."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(_PHONES.c.job, func.count())
                .where(_PHONES.c.code == code)
                .group_by(_PHONES.c.job)
            )
            return {job: count for job, count in rows}

    def votes(self, code: str, at: int, turn: int) -> tuple[Vote, ...]:
        """The votes in one turn of one round."""
        with self._engine.connect() as connection:
            rows = connection.execute(
                select(_VOTES.c.job, _VOTES.c.choices)
                .where(_VOTES.c.code == code, _VOTES.c.at == at, _VOTES.c.turn == turn)
                .order_by(_VOTES.c.token)
            )
            return tuple(Vote(at, turn, job, tuple(json.loads(text))) for job, text in rows)

    def mine(self, code: str, token: str, at: int, turn: int) -> tuple[str, ...]:
        """What this phone chose in a turn, so that it can go on after sleep."""
        with self._engine.connect() as connection:
            text = connection.execute(
                select(_VOTES.c.choices).where(
                    _VOTES.c.code == code,
                    _VOTES.c.at == at,
                    _VOTES.c.turn == turn,
                    _VOTES.c.token == hashed(token),
                )
            ).scalar_one_or_none()
        return tuple(json.loads(text)) if text else ()

    def job_of(self, code: str, token: str) -> str | None:
        """The job this phone chose, or ``None`` when it has not joined."""
        with self._engine.connect() as connection:
            return connection.execute(
                select(_PHONES.c.job).where(
                    _PHONES.c.code == code, _PHONES.c.token == hashed(token)
                )
            ).scalar_one_or_none()


def _written(room: Room) -> str:
    # Without what is as usual: during an update an older process reads it too, and knows no news.
    return room.model_dump_json(exclude_defaults=True)


@lru_cache(maxsize=512)
def _parsed(text: str) -> Room:
    # Frozen, and asked for with every vote.
    return Room.model_validate_json(text)


__all__ = [
    "KEPT_FOR",
    "DoorShutError",
    "FullError",
    "Kept",
    "NoRoomError",
    "NotTheTrainerError",
    "OperationalError",
    "Store",
    "Taken",
]
