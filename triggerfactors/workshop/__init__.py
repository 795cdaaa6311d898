"""The workshop: rooms in which people vote on an invented case, hidden until the trainer reveals.

Only invented cases live here and nothing anyone typed; real cases never touch this part.
"""

from triggerfactors.workshop.room import MOVES, Phase, Room, go_to_round, new_room
from triggerfactors.workshop.store import (
    DoorShutError,
    FullError,
    Kept,
    NoRoomError,
    NotTheTrainerError,
    Store,
    Taken,
)
from triggerfactors.workshop.votes import Tally, Vote, fits, options, shift, tally

__all__ = [
    "MOVES",
    "DoorShutError",
    "FullError",
    "Kept",
    "NoRoomError",
    "NotTheTrainerError",
    "Phase",
    "Room",
    "Store",
    "Taken",
    "Tally",
    "Vote",
    "fits",
    "go_to_round",
    "new_room",
    "options",
    "shift",
    "tally",
]
