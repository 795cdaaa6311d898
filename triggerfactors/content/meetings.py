"""Content of the case meeting: choices, fields, agenda and who speaks first."""

from typing import Literal

from pydantic import Field

from triggerfactors.content.models import Item, Label, Slug, SourceIds, Statement, Text
from triggerfactors.content.vocabulary import Basis, ProfessionId

MeetingPart = Literal["begin", "feiten", "duiden", "bril", "context", "afspraken", "notities"]

# The fields of a report as praktijk.md §2.6 names them; rows and choices are not fields.
MeetingFieldId = Literal[
    "grondslag",
    "verantwoordelijke",
    "stem-jongere",
    "stem-ouders",
    "stem-door",
    "aanleiding",
    "context-gezin",
    "context-school-werk",
    "context-vrienden-online",
    "context-gezondheid",
    "context-geld-wonen",
    "context-zingeving",
    "bril-zorg",
    "bril-veiligheid",
    "tegenspraak",
    "beschermend",
    "verklaringen",
    "onbekend",
    "duiding",
    "doelen",
    "niet-doen",
    "regisseur",
    "contactpersoon",
    "opschalen",
    "afschalen",
    "afsluiten",
    "officieel",
    "notities",
]


class MeetingChoice(Statement):
    """A purpose or a kind of meeting: a short label, and in ``text`` what it means."""

    id: Slug
    label: Label


class MeetingField(Item):
    """One field the team fills in; ``line`` is one line, ``only_chair`` never leaves the session.

    ``unfilled`` is what the sheet says when nobody wrote anything.
    """

    id: MeetingFieldId
    part: MeetingPart
    title: Label
    help: Text
    line: bool = False
    only_chair: bool = False
    unfilled: Text | None = None
    basis: Basis
    sources: SourceIds


class SpeakingTurn(Item):
    """Where a job speaks in the round; the lowest order first. The team may change it."""

    id: ProfessionId
    order: int = Field(ge=1, le=20)
    why: Text
    basis: Basis
    sources: SourceIds
