"""Case files come to the table: what each one is, and joining only what the team says belongs.

A case file holds no name and no number, so no program can see for sure that two files are about
the same young person. Joining therefore always takes a word of the team.
"""

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from triggerfactors.meeting.values import MAX_FILES, Contribution, Meeting
from triggerfactors.situation import Situation
from triggerfactors.situation.answers import TextAnswer

# A file also holds what someone chose and plans alone. That stays with the person: it would
# colour the silent view, and the team makes its own plan.
STAYS_WITH_PERSON = frozenset(
    {"acuut", "eerste-stap", "herkenbaar", "ouders", "plan", "samen", "tussenstand", "uitkomst"}
)
_AGE = "leeftijd"
_JOB = "rol"


class FileKind(StrEnum):
    """What a file is, beside those already on the table."""

    NEW = "nieuw"
    DUPLICATE = "dubbel"
    OTHER_VERSION = "andere-versie"
    OTHER_CASE = "andere-casus"
    FULL = "vol"


@dataclass(frozen=True)
class Offer:
    """A file that is read but not yet on the table; ``against`` is the one it was compared with."""

    kind: FileKind
    contribution: Contribution
    against: str | None = None
    danger_now: bool = False


def shared(situation: Situation) -> Situation:
    """The part of the answers that goes to the table."""
    return Situation(
        answers=tuple(g for g in situation.answers if g.place not in STAYS_WITH_PERSON)
    )


def contribution(situation: Situation) -> Contribution:
    """The shared part of a file with its fingerprint: equal answers give equal contributions."""
    part = shared(situation)
    text = json.dumps(part.model_dump(mode="json"), sort_keys=True, ensure_ascii=True)
    return Contribution(id=hashlib.sha256(text.encode()).hexdigest()[:16], situation=part)


def job_of(entry: Contribution) -> str:
    """The job of who wrote it; empty when not chosen."""
    return entry.situation.choice(_JOB) or ""


def _texts(situation: Situation) -> set[str]:
    found = {fact.text.strip().casefold() for fact in situation.facts()}
    impression = situation.answer("indruk")
    if isinstance(impression, TextAnswer):
        found.add(impression.text.strip().casefold())
    return found - {""}


def offer(meeting: Meeting, situation: Situation) -> Offer:
    """Look at a file beside the table, without changing anything.

    The same answers again are a duplicate. The same job with a text in common is another version
    of one file. Another age group is a sign of another case. The rest is new.
    """
    new = contribution(situation)
    danger = situation.choice("acuut") == "ja"
    age = situation.choice(_AGE)
    for known in meeting.contributions:
        if known.id == new.id:
            return Offer(FileKind.DUPLICATE, new, known.id, danger)
    for known in meeting.contributions:
        known_age = known.situation.choice(_AGE)
        if age and known_age and age != known_age:
            return Offer(FileKind.OTHER_CASE, new, known.id, danger)
    for known in meeting.contributions:
        if job_of(known) == job_of(new) and _texts(known.situation) & _texts(situation):
            return Offer(FileKind.OTHER_VERSION, new, known.id, danger)
    if len(meeting.contributions) >= MAX_FILES:
        return Offer(FileKind.FULL, new, None, danger)
    return Offer(FileKind.NEW, new, None, danger)


def join(
    meeting: Meeting, new: Contribution, *, same_young_person: bool, instead_of: str | None = None
) -> Meeting:
    """The meeting with this file on the table, in an order that does not depend on who came first.

    Raises:
        ValueError: when nobody said that it is about the same young person, or the table is full.
    """
    if not same_young_person:
        raise ValueError("Nobody said that this file is about the same young person.")
    rest = [c for c in meeting.contributions if c.id not in (new.id, instead_of)]
    if len(rest) >= MAX_FILES:
        raise ValueError("The table is full.")
    both = sorted([*rest, new], key=lambda c: (job_of(c), c.id))
    return meeting.but(contributions=tuple(both))


def take_off(meeting: Meeting, contribution_id: str) -> Meeting:
    """The meeting without this file."""
    rest = tuple(c for c in meeting.contributions if c.id != contribution_id)
    return meeting.but(contributions=rest)


def is_on_table(meeting: Meeting, contribution_id: str) -> bool:
    """Whether this file is on the table."""
    return any(c.id == contribution_id for c in meeting.contributions)
