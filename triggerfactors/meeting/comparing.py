"""Two meetings on one case: what is new, changed or no longer there. No weighing, no count."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from triggerfactors.content import Content
from triggerfactors.meeting.table import Voices, table
from triggerfactors.meeting.values import Meeting
from triggerfactors.meeting.words import STAND, Change


@dataclass(frozen=True)
class Difference:
    """One difference, with the words of then and now."""

    change: Change
    section: str
    name: str
    before: str = ""
    after: str = ""


class OtherCaseError(ValueError):
    """Two sheets with different code names are not compared."""


# What stands where a name was left empty, as on the sheet.
_NO_FUNCTION: Final = "Functie niet ingevuld"
_NO_WORDS: Final = "–"

Named = tuple[str, str]


def _voices(voices: tuple[Voices, ...]) -> Iterable[Named]:
    return ((v.text, ", ".join(v.who)) for v in voices)


def _words(*parts: str, between: str = " ") -> str:
    return between.join(part for part in parts if part)


def _parts(content: Content, meeting: Meeting) -> dict[str, Iterable[Named]]:
    """Section → names with their words: everything of a meeting that can differ."""
    seen = table(content, meeting)
    fields = (
        (field.title, meeting.text(field.id))
        for field in content.meeting_fields.values()
        if not field.only_chair and meeting.text(field.id)
    )
    outcomes = content.outcomes
    views = (
        (a.function or _NO_FUNCTION, _words(f"{outcomes[v.choice].label}.", v.why))  # type: ignore[index]
        for a in meeting.attendees
        for v in meeting.views
        if meeting.revealed and v.attendee == a.id and v.choice in outcomes
    )
    return {
        "Velden": fields,
        "Feiten": ((fact.text, fact.who) for fact in seen.facts),
        "Gebeurtenissen": (
            (row.name, "; ".join(f"{a.who}: {STAND[a.stand].lower()}" for a in row.accounts))
            for row in seen.events
        ),
        "Wat spreekt tegen": _voices(seen.contradicts),
        "Wat beschermt": _voices(seen.protective),
        "Andere verklaringen": _voices(seen.explanations),
        "Veiligheid": (
            (risk.what or _NO_WORDS, _words(risk.whom, risk.urgent)) for risk in meeting.risks
        ),
        "Eerste blik": views,
        "Afwijkende meningen": ((d.function or _NO_FUNCTION, d.text) for d in meeting.dissents),
        "Afspraken": (
            (a.what or _NO_WORDS, _words(a.who, a.when, a.notice, between=" – "))
            for a in meeting.agreements
        ),
        "Wie hoort wat": (
            (tell.whom or _NO_WORDS, _words(tell.what, tell.by)) for tell in meeting.tells
        ),
    }


def _key(name: str) -> str:
    return name.strip().casefold()


def _together(pairs: Iterable[Named]) -> dict[str, Named]:
    """Key → name and words; what stands under one name twice stands there together."""
    told: dict[str, tuple[str, list[str]]] = {}
    for name, text in pairs:
        if name.strip():
            told.setdefault(_key(name), (name, []))[1].append(text)
    return {at: (name, "; ".join(filter(None, texts))) for at, (name, texts) in told.items()}


def _differences(section: str, before: Iterable[Named], after: Iterable[Named]) -> list[Difference]:
    old, new = _together(before), _together(after)
    found = [
        Difference(Change.NEW, section, name, "", text)
        for at, (name, text) in new.items()
        if at not in old
    ]
    found += [
        Difference(Change.CHANGED, section, name, old[at][1], text)
        for at, (name, text) in new.items()
        if at in old and _key(old[at][1]) != _key(text)
    ]
    found += [
        Difference(Change.DROPPED, section, name, text, "")
        for at, (name, text) in old.items()
        if at not in new
    ]
    return found


def compare(content: Content, before: Meeting, after: Meeting) -> tuple[Difference, ...]:
    """What differs between two meetings on one case, in the order of the sheet.

    Raises:
        OtherCaseError: when both have a code name and these differ.
    """
    names = {m.codename.strip().casefold() for m in (before, after)} - {""}
    if len(names) > 1:
        raise OtherCaseError
    old, new = _parts(content, before), _parts(content, after)
    return tuple(d for section in new for d in _differences(section, old[section], new[section]))
