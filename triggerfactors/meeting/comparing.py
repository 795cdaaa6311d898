"""Two meetings on one case: what is new, changed or no longer there. No weighing, no count."""

from collections.abc import Mapping
from dataclasses import dataclass

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


def _voices(voices: tuple[Voices, ...]) -> dict[str, str]:
    return {v.text: ", ".join(v.who) for v in voices}


def _parts(content: Content, meeting: Meeting) -> dict[str, dict[str, str]]:
    """Section → name → words: everything of a meeting that can differ."""
    seen = table(content, meeting)
    fields = {
        field.title: meeting.text(field.id)
        for field in content.meeting_fields.values()
        if not field.only_chair and meeting.text(field.id)
    }
    outcomes = content.outcomes
    views = (
        {
            a.function or a.id: f"{outcomes[v.choice].label}. {v.why}".strip()  # type: ignore[index]
            for a in meeting.attendees
            for v in meeting.views
            if v.attendee == a.id and v.choice in outcomes
        }
        if meeting.revealed
        else {}
    )
    return {
        "Velden": fields,
        "Feiten": {fact.text: fact.who for fact in seen.facts},
        "Gebeurtenissen": {
            row.name: "; ".join(f"{a.who}: {STAND[a.stand].lower()}" for a in row.accounts)
            for row in seen.events
        },
        "Wat spreekt tegen": _voices(seen.contradicts),
        "Wat beschermt": _voices(seen.protective),
        "Andere verklaringen": _voices(seen.explanations),
        "Veiligheid": {risk.what: f"{risk.whom} {risk.urgent}".strip() for risk in meeting.risks},
        "Eerste blik": views,
        "Afwijkende meningen": {d.function: d.text for d in meeting.dissents},
        "Afspraken": {
            a.what: " – ".join(filter(None, (a.who, a.when, a.notice))) for a in meeting.agreements
        },
        "Wie hoort wat": {tell.whom: f"{tell.what} {tell.by}".strip() for tell in meeting.tells},
    }


def _key(name: str) -> str:
    return name.strip().casefold()


def _differences(
    section: str, before: Mapping[str, str], after: Mapping[str, str]
) -> list[Difference]:
    old = {_key(name): (name, text) for name, text in before.items() if name.strip()}
    new = {_key(name): (name, text) for name, text in after.items() if name.strip()}
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
