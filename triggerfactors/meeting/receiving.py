"""Files that come in together: each is told what it is; a bad one never stops the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from triggerfactors.casefile import CaseFileError
from triggerfactors.content import Content
from triggerfactors.meeting.joining import FileKind, Offer, offer
from triggerfactors.meeting.saving import open_file
from triggerfactors.meeting.values import MAX_FILES, Meeting
from triggerfactors.situation import Situation, usable

_TEXTS = {
    FileKind.NEW: "overleg-bestand-nieuw",
    FileKind.DUPLICATE: "overleg-bestand-dubbel",
    FileKind.OTHER_VERSION: "overleg-bestand-andere-versie",
    FileKind.OTHER_CASE: "overleg-bestand-andere-casus",
    FileKind.FULL: "overleg-bestand-vol",
}


@dataclass(frozen=True)
class Received:
    """One file: what to say about it, and the offer when it may come on the table.

    ``left_out`` names questions whose answer does not fit this content any more.
    """

    message: str
    offer: Offer | None = None
    left_out: tuple[str, ...] = ()


def receive(content: Content, meeting: Meeting, data: bytes) -> Received:
    """Look at one file beside the meeting; the meeting itself never changes here."""
    try:
        found = open_file(data)
    except CaseFileError as error:
        return Received(str(error))
    if not isinstance(found, Situation):
        return Received(content.text("overleg-is-verslag"))
    situation, left_out = usable(content, found)
    made = offer(meeting, situation)
    titles = (content.questions.get(place.partition(":")[0]) for place in left_out)
    gone = tuple(dict.fromkeys(q.title for q in titles if q))
    return Received(content.text(_TEXTS[made.kind]), made, gone)


def receive_all(
    content: Content, meeting: Meeting, files: Iterable[bytes]
) -> tuple[tuple[Received, ...], bool]:
    """The first twelve files, each once, and whether there were more.

    The same file twice in one load is a duplicate too.
    """
    found: list[Received] = []
    seen: set[str] = set()
    more = False
    for number, data in enumerate(files):
        if number >= MAX_FILES:
            more = True
            break
        received = receive(content, meeting, data)
        made = received.offer
        if made and made.kind is not FileKind.DUPLICATE and made.contribution.id in seen:
            received = Received(content.text(_TEXTS[FileKind.DUPLICATE]))
        elif made:
            seen.add(made.contribution.id)
        found.append(received)
    return tuple(found), more
