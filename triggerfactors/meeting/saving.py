"""Keep a meeting and come back to it: the same kind of file as a case file, another format."""

from typing import Final

from pydantic import ValidationError

from triggerfactors import casefile
from triggerfactors.casefile import CaseFileError, Problem
from triggerfactors.content import Content
from triggerfactors.meeting.joining import contribution
from triggerfactors.meeting.values import Meeting
from triggerfactors.situation import Situation, usable

FORMAT = "triggerwijzer-casusoverleg"
VERSION = 1
# Twelve files together fit with room to spare; Streamlit takes uploads of two megabytes.
MAX_BYTES = 2_000_000


def seal(meeting: Meeting, content_version: str) -> str:
    """The script element to put in the sheet: the meeting, ready to be read back."""
    return casefile.wrap(
        {
            "format": FORMAT,
            "version": VERSION,
            "content": content_version,
            "meeting": meeting.model_dump(mode="json"),
        }
    )


def open_file(data: bytes) -> Situation | Meeting:
    """What is in a file: the answers of one professional, or a whole meeting.

    Raises :class:`CaseFileError` for everything else; nothing in the file is ever run.
    """
    known = {casefile.FORMAT: casefile.VERSION, FORMAT: VERSION}
    body = casefile.unwrap(data, known, MAX_BYTES)
    if body["format"] == casefile.FORMAT:
        return casefile.situation_in(body)
    try:
        return Meeting.model_validate(body.get("meeting"), strict=False)
    except (ValidationError, RecursionError):
        raise CaseFileError(Problem.DAMAGED) from None


# Lists of which every row has an id of its own: the screen keeps a row's inputs under it.
_LISTS: Final = (
    "attendees",
    "contributions",
    "facts",
    "events",
    "risks",
    "dissents",
    "agreements",
    "tells",
)


def _fits(content: Content, meeting: Meeting) -> dict[str, object]:
    """The fields of which something does not fit this content, with only what fits."""
    known = {
        "attendees": tuple(
            a if a.job in content.professions else a.model_copy(update={"job": None})
            for a in meeting.attendees
        ),
        "views": tuple(
            v
            for v in meeting.views
            if v.choice in content.outcomes and v.attendee in {a.id for a in meeting.attendees}
        ),
        "events": tuple(e for e in meeting.events if e.factor in content.factors),
        "texts": tuple(t for t in meeting.texts if t.field in content.meeting_fields),
        "purpose": meeting.purpose if meeting.purpose in content.meeting_purposes else None,
        "kind": meeting.kind if meeting.kind in content.meeting_kinds else None,
        "contributions": tuple(
            contribution(usable(content, c.situation)[0]) for c in meeting.contributions
        ),
    }
    return {name: value for name, value in known.items() if value != getattr(meeting, name)}


def usable_meeting(content: Content, meeting: Meeting) -> tuple[Meeting, tuple[str, ...]]:
    """The meeting with only what fits this content, and the names of the fields that changed.

    A file of an older content may name choices that are gone; a file made by hand anything.
    """
    changes = _fits(content, meeting)
    fitting = meeting.but(**changes)
    # After fitting: two files that differed only in what is gone are one file now.
    unique = {
        name: tuple({row.id: row for row in getattr(fitting, name)}.values()) for name in _LISTS
    }
    doubles = {name: rows for name, rows in unique.items() if rows != getattr(fitting, name)}
    return fitting.but(**doubles), tuple(sorted({*changes, *doubles}))
