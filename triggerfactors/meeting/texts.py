"""Every text someone typed for a meeting, with a Dutch name for the place where it stands."""

from collections.abc import Iterator

from triggerfactors.content import Content
from triggerfactors.meeting.table import names
from triggerfactors.meeting.values import Meeting
from triggerfactors.situation.answers import Frozen
from triggerfactors.situation.texts import own_texts

_LISTS = {
    "attendees": "Wie is hier",
    "facts": "Feit aan tafel",
    "views": "Eerste blik",
    "events": "Betekenis van een gebeurtenis",
    "risks": "Veiligheid",
    "dissents": "Afwijkende mening",
    "agreements": "Afspraak",
    "tells": "Wie hoort wat",
}
_NOT_TYPED = frozenset({"id", "attendee", "choice", "factor", "job", "side", "source"})


def _typed(row: Frozen) -> Iterator[str]:
    for name in type(row).model_fields:
        value = getattr(row, name)
        if name not in _NOT_TYPED and isinstance(value, str) and value:
            yield value


def meeting_texts(content: Content, meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Pairs of place and text: all that a sheet or a saved meeting could hold."""
    yield "Werknaam", meeting.codename
    yield "Weet de jongere dit?", meeting.youth_why
    yield "Weten de ouders dit?", meeting.parents_why
    for written in meeting.texts:
        field = content.meeting_fields.get(written.field)  # type: ignore[call-overload]
        yield field.title if field else written.field, written.text
    for name, place in _LISTS.items():
        for number, row in enumerate(getattr(meeting, name), start=1):
            for text in _typed(row):
                yield f"{place} {number}", text
    called = names(content, meeting)
    for entry in meeting.contributions:
        for place, text in own_texts(content, entry.situation):
            yield f"Bestand van {called[entry.id]}: {place}", text
