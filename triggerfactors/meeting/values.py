"""What a case meeting is: one frozen value, easy to save.

People are named by function, the young person by a made-up code name. Nothing here is a score.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints

from triggerfactors.content.vocabulary import Side
from triggerfactors.situation import Situation
from triggerfactors.situation.answers import ChoiceId, FactSource, FreeText, Frozen, Line

MAX_FILES = 12
MAX_ROWS = 30

RowId = Annotated[str, StringConstraints(pattern=r"^r[0-9]{1,4}$")]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Informed(StrEnum):
    """Whether someone knows about this meeting; "not yet asked" is the start."""

    UNKNOWN = "weet-niet"
    YES = "ja"
    NO = "nee"


class Row(Frozen):
    """A line of a list; its id stays the same while the words change."""

    id: RowId


AnyRow = TypeVar("AnyRow", bound=Row)


class Attendee(Row):
    """Someone at the table, by function; the job decides whose turn it is to speak."""

    function: Line = ""
    job: ChoiceId | None = None


class TableFact(Row):
    """A fact brought in at the table, for who came without a file."""

    text: FreeText = ""
    by: Line = ""
    source: FactSource = FactSource.UNKNOWN
    contradicts: bool = False


class EventNote(Row):
    """What an event meant, according to the table, with the year."""

    factor: ChoiceId
    year: Line = ""
    meaning: FreeText = ""


class Risk(Row):
    """A concern about safety made concrete: for whom, what, how likely says who, how urgent."""

    whom: Line = ""
    what: FreeText = ""
    likely: FreeText = ""
    urgent: Line = ""


class Dissent(Row):
    """Someone who reads the facts differently, by function."""

    function: Line = ""
    text: FreeText = ""


class Agreement(Row):
    """Who does what, when, and how we notice that it helped."""

    side: Side
    who: Line = ""
    what: FreeText = ""
    when: Line = ""
    notice: FreeText = ""


class Tell(Row):
    """What we tell whom, and who does it."""

    whom: Line = ""
    what: FreeText = ""
    by: Line = ""


class FirstView(Frozen):
    """What one participant thought before talking: an equal choice with its reason."""

    attendee: RowId
    choice: ChoiceId
    why: FreeText = ""
    contradicts: FreeText = ""


class Contribution(Frozen):
    """The shared part of one case file; ``id`` is a fingerprint of exactly that part."""

    id: Fingerprint
    situation: Situation


class Written(Frozen):
    """The words in one field."""

    field: ChoiceId
    text: FreeText


class Meeting(Frozen):
    """Everything of one meeting. Lists keep the order of the team, contributions their own."""

    codename: Line = ""
    day: date | None = None
    purpose: ChoiceId | None = None
    kind: ChoiceId | None = None
    youth_informed: Informed = Informed.UNKNOWN
    youth_why: Line = ""
    parents_informed: Informed = Informed.UNKNOWN
    parents_why: Line = ""
    attendees: tuple[Attendee, ...] = Field(default=(), max_length=MAX_ROWS)
    contributions: tuple[Contribution, ...] = Field(default=(), max_length=MAX_FILES)
    facts: tuple[TableFact, ...] = Field(default=(), max_length=MAX_ROWS)
    views: tuple[FirstView, ...] = Field(default=(), max_length=MAX_ROWS)
    revealed: bool = False
    events: tuple[EventNote, ...] = Field(default=(), max_length=MAX_ROWS)
    risks: tuple[Risk, ...] = Field(default=(), max_length=MAX_ROWS)
    dissents: tuple[Dissent, ...] = Field(default=(), max_length=MAX_ROWS)
    agreements: tuple[Agreement, ...] = Field(default=(), max_length=MAX_ROWS)
    tells: tuple[Tell, ...] = Field(default=(), max_length=MAX_ROWS)
    review: date | None = None
    texts: tuple[Written, ...] = Field(default=(), max_length=MAX_ROWS * 2)

    def text(self, field: str) -> str:
        """The words in a field; empty when nobody wrote anything."""
        return next((written.text for written in self.texts if written.field == field), "")

    def with_text(self, field: str, text: str) -> "Meeting":
        """A meeting in which only this field differs; an empty text takes the field away."""
        rest = [written for written in self.texts if written.field != field]
        if text:
            rest.append(Written(field=field, text=text))
        return self.but(texts=tuple(sorted(rest, key=lambda w: w.field)))

    def but(self, **changes: object) -> "Meeting":
        """A meeting with other values for these fields, checked like any other."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return Meeting(**{**fields, **changes})


def new_id(rows: tuple[Row, ...]) -> str:
    """An id that no row of this list has."""
    return f"r{max((int(row.id[1:]) for row in rows), default=0) + 1}"


def without_row(rows: tuple[AnyRow, ...], row_id: str) -> tuple[AnyRow, ...]:
    """The rows but this one."""
    return tuple(row for row in rows if row.id != row_id)
