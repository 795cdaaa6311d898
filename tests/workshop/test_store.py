"""What the store keeps and for how long, on SQLite and on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from triggerfactors.content import Content
from triggerfactors.workshop import (
    MOVES,
    DoorShutError,
    FullError,
    NoRoomError,
    NotTheTrainerError,
    Phase,
    Room,
    Store,
    Taken,
    codes,
    new_room,
)

PHONE = "telefoon00000001"


@pytest.fixture
def room(content: Content) -> Room:
    return new_room("bilal", 1, content.workshop.plan("kort"))


def vote(store: Store, code: str, *choices: str, at: int = 0, turn: int = 1) -> Taken:
    return store.cast(code, PHONE, at, turn, choices).result()


def join(store: Store, code: str, token: str = PHONE, job: str = "onderwijs") -> None:
    store.join(code, token, job).result()


def test_a_room_comes_back_as_it_was_left(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    assert store.find(code).room == room
    moved = store.change(code, secret, MOVES["open"])
    assert store.find(code) == moved and moved.room.phase is Phase.OPEN and moved.version == 2


def test_only_the_secret_moves_a_room(store: Store, room: Room) -> None:
    code, _ = store.open_room(room)
    for move in MOVES.values():
        with pytest.raises(NotTheTrainerError):
            store.change(code, "geraden", move)
    with pytest.raises(NotTheTrainerError):
        store.erase(code, "geraden")
    with pytest.raises(NotTheTrainerError):
        store.count_hands(code, "geraden", 0, 1, {"training": 5})
    assert store.find(code).room == room and not store.is_trainer(code, "geraden")


def test_a_secret_copied_by_hand_fits_in_any_way_of_writing(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    assert len(secret) == 20 and set(secret) <= set(codes.ALPHABET)
    shown = codes.shown_secret(secret)
    for typed in (secret, shown, shown.lower(), f" {shown.replace('-', ' ')} "):
        assert store.is_trainer(code, typed)
    assert not store.is_trainer(code, secret[:-1]) and not store.is_trainer(code, "")


def test_the_newest_vote_of_a_phone_counts_once(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])
    join(store, code)
    for choices in (("training",), ("training",), ("propaganda",)):
        assert vote(store, code, *choices) is Taken.KEPT
    assert [one.choices for one in store.votes(code, 0, 1)] == [("propaganda",)]
    assert store.mine(code, PHONE, 0, 1) == ("propaganda",)


def test_a_vote_outside_the_open_turn_is_not_taken(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    assert vote(store, code, "training") is Taken.NOT_IN
    join(store, code)
    assert vote(store, code, "training") is Taken.CLOSED
    store.change(code, secret, MOVES["open"])
    assert vote(store, code, "training", turn=2) is Taken.CLOSED
    assert vote(store, code, "training", at=1) is Taken.CLOSED
    assert vote(store, "3467CDFG", "training") is Taken.NO_ROOM
    refused = store.cast(code, PHONE, 0, 1, ("training",), lambda *_: False).result()
    assert refused is Taken.IMPOSSIBLE
    store.change(code, secret, MOVES["sluit"])
    assert vote(store, code, "training") is Taken.CLOSED
    assert store.votes(code, 0, 1) == ()


def test_two_hundred_phones_at_once_lose_no_vote_and_double_none(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])

    def phone(number: int) -> bool:
        token = f"telefoon{number:08d}"
        join(store, code, token, "politie")
        taps = [store.cast(code, token, 0, 1, ("training",)) for _ in range(2)]
        return all(tap.result() is Taken.KEPT for tap in taps)

    with ThreadPoolExecutor(40) as pool:
        assert all(pool.map(phone, range(200)))
    assert len(store.votes(code, 0, 1)) == 200 and store.phones(code) == {"politie": 200}


def test_the_store_holds_no_token_secret_or_word_of_anyone(room: Room, sqlite_url: str) -> None:
    store = Store(sqlite_url)
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])
    join(store, code)
    vote(store, code, "training")
    store.close()
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent
    kept = b"".join(path.read_bytes() for path in folder.iterdir())
    assert secret.encode() not in kept and PHONE.encode() not in kept and b"training" in kept


def test_a_room_is_gone_after_a_day_with_everything_in_it(room: Room, sqlite_url: str) -> None:
    now = [datetime(2026, 11, 26, 9, tzinfo=UTC)]
    store = Store(sqlite_url, clock=lambda: now[0])
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])
    join(store, code)
    vote(store, code, "training")
    now[0] += timedelta(hours=23)
    assert store.erase_expired() == 0 and store.find(code)
    now[0] += timedelta(hours=2)
    with pytest.raises(NoRoomError):
        store.find(code)
    assert store.erase_expired() == 1
    assert store.votes(code, 0, 1) == () and store.count_rooms() == 0
    store.close()


def test_an_erased_room_leaves_nothing_in_the_file(room: Room, sqlite_url: str) -> None:
    store = Store(sqlite_url)
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])
    join(store, code)
    vote(store, code, "training")
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent

    def on_disk() -> bytes:
        return b"".join(path.read_bytes() for path in folder.iterdir())

    assert code.encode() in on_disk()
    store.erase(code, secret)
    assert code.encode() not in on_disk() and b"training" not in on_disk()
    store.close()


def test_counted_hands_stand_beside_the_votes(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    kept = store.count_hands(code, secret, 0, 1, {"training": 5, "propaganda": 0})
    assert kept.hands == {"0.1": {"training": 5}}


def test_another_process_sees_the_same_room(store: Store, room: Room, sqlite_url: str) -> None:
    code, secret = store.open_room(room)
    other = Store(store._engine.url.render_as_string(hide_password=False))
    other.change(code, secret, MOVES["open"])
    assert store.find(code).room.phase is Phase.OPEN
    other.close()


def test_a_shut_door_lets_no_new_phone_in_and_keeps_who_is_in(store: Store, room: Room) -> None:
    code, secret = store.open_room(room)
    join(store, code)
    store.change(code, secret, MOVES["deur"])
    with pytest.raises(DoorShutError):
        join(store, code, "telefoon00000002")
    join(store, code, job="politie")
    assert store.phones(code) == {"politie": 1}


def test_there_is_an_end_to_the_number_of_rooms(
    store: Store, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triggerfactors.workshop.store.MOST_ROOMS", store.count_rooms() + 1)
    store.open_room(room)
    with pytest.raises(FullError):
        store.open_room(room)


def test_an_older_process_can_read_a_room_in_which_nothing_new_was_used(
    store: Store, room: Room
) -> None:
    code, secret = store.open_room(room)
    store.change(code, secret, MOVES["open"])
    with store._engine.connect() as connection:
        written = text("SELECT room FROM zaal WHERE code = :code")
        kept = connection.execute(written, {"code": code}).scalar_one()
    assert "open" in kept and "door_shut" not in kept


def test_codes_hold_no_vowels_and_read_back_from_what_people_type() -> None:
    code = codes.new_code()
    assert codes.clean(f" {code[:4].lower()}-{code[4:]} ") == code
    assert not set(code) & set("AEIOU01258LSZBV")
    for typed in ("", "ABC", "AAAAAAAA", "3467CDF", "’; DROP TABLE", "3467CDFG9"):
        assert codes.clean(typed) is None
