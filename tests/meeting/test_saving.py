"""Keep a meeting and come back: the same meeting, and no file can stop it."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.meeting.files import POLICE, TEACHER, YOUTH_WORKER, case_file, situation
from tests.meeting.strategies import meetings
from triggerfactors import casefile
from triggerfactors.casefile.envelope import _checksum
from triggerfactors.content import Content
from triggerfactors.meeting import (
    MAX_BYTES,
    Attendee,
    FirstView,
    Meeting,
    contribution,
    join,
    open_file,
    receive_all,
    seal,
    usable_meeting,
)
from triggerfactors.meeting.saving import FORMAT
from triggerfactors.report import meeting_page
from triggerfactors.situation import Situation

SLOW = settings(
    deadline=None,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
OPEN = casefile.seal(Situation(), "x").partition(">")[0] + ">"


def wrapped(text: str) -> bytes:
    return f'<meta content="Triggerwijzer">{text}'.encode()


def body(name: str, value: object, *, version: object = 1, kind: str = FORMAT) -> bytes:
    plain = {"format": kind, "version": version, "content": "x", name: value}
    text = json.dumps({**plain, "check": _checksum(plain)}).replace("<", "\\u003c")
    return wrapped(f"{OPEN}{text}</script>")


@SLOW
@given(data=st.data())
def test_a_saved_meeting_comes_back_as_it_was(content: Content, data: st.DataObject) -> None:
    meeting = data.draw(meetings(content))
    assert open_file(wrapped(seal(meeting, "v1"))) == meeting
    assert usable_meeting(content, meeting) == (meeting, ())


@SLOW
@given(data=st.data())
def test_the_sheet_itself_brings_back_all_but_what_was_secret(
    content: Content, data: st.DataObject
) -> None:
    meeting = data.draw(meetings(content)).with_text("notities", "alleen voorzitter")
    page = meeting_page(content, meeting, date(2026, 11, 20))
    assert b"alleen voorzitter" not in page
    expected = meeting.with_text("notities", "")
    assert open_file(page) == (expected if expected.revealed else expected.but(views=()))


def bad_files(content: Content) -> dict[str, bytes]:
    good = case_file(content, POLICE)
    empty = Meeting().model_dump(mode="json")
    rows = [{"id": "r1", "side": "steunen-en-grenzen"}]
    attendee = {"attendee": "r1", "choice": "opgroeien", "score": 5}
    return {
        "nothing at all": b"",
        "a picture": b"\x89PNG\r\n\x1a\n\xff\xfe\x00",
        "a Word file": b"PK\x03\x04\xff\xff",
        "another page": b"<html><script>alert(1)</script></html>",
        "far too large": b"a" * (MAX_BYTES + 1),
        "stopped half way": good[:-60],
        "stopped in the head": wrapped("")[:28],
        "one word changed": good.replace(b"afspraken met de politie", b"ruzie met de politie"),
        "two files in one": good + good,
        "a script for answers": wrapped(f"{OPEN}alert(1)</script>"),
        "a list for answers": wrapped(f"{OPEN}[]</script>"),
        "nested too deep": wrapped(f"{OPEN}{'[' * 5000}{']' * 5000}</script>"),
        "a key twice": wrapped(f'{OPEN}{{"a":1,"a":2}}</script>'),
        "no number": wrapped(f'{OPEN}{{"a":NaN}}</script>'),
        "another program": body("x", {}, kind="iets-anders"),
        "a newer meeting": body("meeting", empty, version=2),
        "a version that is yes": body("meeting", empty, version=True),
        "no meeting in it": body("meeting", None),
        "unknown fields": body("meeting", {**empty, "score": 9}),
        "a side we do not know": body("meeting", {**empty, "agreements": rows}),
        "a view with a score": body("meeting", {**empty, "views": [attendee]}),
        "thirteen files inside": body("meeting", {**empty, "contributions": [{}] * 13}),
        "a text without end": body("meeting", {**empty, "codename": "a" * 201}),
        "answers of an unknown kind": body(
            "situation",
            {"answers": [{"place": "rol", "answer": {"kind": "boos"}}]},
            kind=casefile.FORMAT,
        ),
    }


def test_there_are_twenty_bad_files_or_more(content: Content) -> None:
    assert len(bad_files(content)) >= 20


def test_each_bad_file_gets_a_message_and_none_stops_the_meeting(content: Content) -> None:
    meeting = join(
        Meeting(codename="Berk"), contribution(situation(content, TEACHER)), same_young_person=True
    )
    good = case_file(content, YOUTH_WORKER)
    for name, bad in bad_files(content).items():
        (first, second), more = receive_all(content, meeting, [bad, good])
        assert first.offer is None, name
        assert first.message.startswith(("Dit", "Een deel", "De inhoud")), name
        assert first.message.endswith("Wat je al had ingevuld, is er nog."), name
        assert second.offer is not None and second.offer.kind == "nieuw", name
        assert not more
    assert meeting.codename == "Berk" and len(meeting.contributions) == 1


def test_the_same_file_twice_in_one_load_and_a_thirteenth(content: Content) -> None:
    good = case_file(content, POLICE)
    received, more = receive_all(content, Meeting(), [good] * 13)
    assert more and len(received) == 12
    assert [r.offer is not None for r in received] == [True] + [False] * 11
    assert received[1].message == content.text("overleg-bestand-dubbel")


def test_a_sheet_among_the_files_is_told_apart(content: Content) -> None:
    sheet = meeting_page(content, Meeting(), date(2026, 11, 20))
    (received,), _ = receive_all(content, Meeting(), [sheet])
    assert received.message == content.text("overleg-is-verslag")


def test_a_meeting_of_another_content_keeps_what_fits(content: Content) -> None:
    odd = Meeting(purpose="bestaat-niet", codename="Berk", revealed=True).but(
        views=(FirstView(attendee="r9", choice="opgroeien"),)
    )
    kept, changed = usable_meeting(content, odd.with_text("weg", "tekst"))
    assert kept == Meeting(codename="Berk", revealed=True)
    assert set(changed) == {"purpose", "views", "texts"}


def test_a_row_or_file_that_stands_twice_in_a_sheet_comes_back_once(content: Content) -> None:
    twice = (Attendee(id="r1", job="bestaat-niet"), Attendee(id="r1", function="Mentor"))
    file = contribution(situation(content, TEACHER))
    kept, changed = usable_meeting(content, Meeting(attendees=twice, contributions=(file, file)))
    assert [a.function for a in kept.attendees] == ["Mentor"]
    assert kept.contributions == (file,)
    assert set(changed) == {"attendees", "contributions"}
    other = (Attendee(id="r1", job="bestaat-niet"), Attendee(id="r1", job="bestaat-niet"))
    kept, _ = usable_meeting(content, Meeting(attendees=other))
    assert kept.attendees == (Attendee(id="r1"),)


@settings(deadline=None, max_examples=200)
@given(data=st.binary(max_size=2000))
def test_no_bytes_at_all_do_more_than_give_a_message(data: bytes) -> None:
    for attempt in (data, wrapped(OPEN) + data):
        with pytest.raises(casefile.CaseFileError):
            open_file(attempt)
