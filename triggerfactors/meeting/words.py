"""Dutch words for the closed lists of a meeting, shared by screen, sheet and comparison."""

from enum import StrEnum

from triggerfactors.meeting.table import Stand
from triggerfactors.meeting.values import Informed


class Change(StrEnum):
    """What happened between two meetings."""

    NEW = "nieuw"
    CHANGED = "veranderd"
    DROPPED = "vervallen"


STAND = {
    Stand.SEEN: "Zelf gezien of gehoord",
    Stand.HEARD: "Gehoord van een ander",
    Stand.SUSPECTED: "Vermoed",
    Stand.DENIED: "Zegt dat dit niet speelt",
    Stand.NAMED: "Genoemd, niet bekend hoe",
}
INFORMED = {
    Informed.YES: "Ja",
    Informed.NO: "Nee",
    Informed.UNKNOWN: "Nog niet bekend",
}
CHANGE = {Change.NEW: "Nieuw", Change.CHANGED: "Veranderd", Change.DROPPED: "Vervallen"}
