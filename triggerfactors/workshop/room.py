"""A room as one frozen value, and every move a trainer can make in it.

Nothing here knows who is in the room or where it is kept. A move that makes no sense leaves the
room as it is, so a double click or an old window does no harm.
"""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from triggerfactors.content.workshop import Plan

LONGEST_HISTORY = 25


class Phase(StrEnum):
    """Where a round stands; results are only ever seen in ``onthuld``."""

    WAITING = "wachten"
    OPEN = "open"
    CLOSED = "gesloten"
    REVEALED = "onthuld"


class Room(BaseModel):
    """The room: which case and plan, and where it is now.

    ``at`` is the number of the round in the plan, ``turn`` the first or second vote in it,
    ``layers`` how many layers of the case were told, ``blank`` a dark screen for everyone,
    ``split`` shows results per job, ``door_shut`` lets no new phone in,
    ``asked`` the rounds that were opened, as (number, turn).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    case_id: str
    plan_id: str
    rounds: tuple[str, ...]
    layer_count: int
    at: int = 0
    turn: int = Field(default=1, ge=1, le=2)
    phase: Phase = Phase.WAITING
    layers: int = 0
    blank: bool = False
    split: bool = False
    door_shut: bool = False
    asked: tuple[tuple[int, int], ...] = ()
    history: tuple["Room", ...] = ()

    @property
    def round_id(self) -> str:
        """The id of the round in view."""
        return self.rounds[self.at]


def new_room(case_id: str, layer_count: int, plan: Plan) -> Room:
    """A room in which nothing has happened yet."""
    return Room(case_id=case_id, plan_id=plan.id, rounds=plan.rounds, layer_count=layer_count)


def _moved(room: Room, **change: object) -> Room:
    past = room.model_copy(update={"history": ()})
    history = (*room.history, past)[-LONGEST_HISTORY:]
    return room.model_copy(update={**change, "history": history})


def open_vote(room: Room) -> Room:
    """Let the room vote; what was chosen stays hidden."""
    if room.phase is Phase.OPEN:
        return room
    here = (room.at, room.turn)
    asked = room.asked if here in room.asked else (*room.asked, here)
    return _moved(room, phase=Phase.OPEN, asked=asked)


def close_vote(room: Room) -> Room:
    """Stop voting; nothing is shown yet."""
    return _moved(room, phase=Phase.CLOSED) if room.phase is Phase.OPEN else room


def reveal(room: Room) -> Room:
    """Show what was chosen; closes the vote first."""
    if room.phase in (Phase.WAITING, Phase.REVEALED):
        return room
    return _moved(room, phase=Phase.REVEALED)


def hide(room: Room) -> Room:
    """Hide the results again."""
    return _moved(room, phase=Phase.CLOSED) if room.phase is Phase.REVEALED else room


def vote_again(room: Room) -> Room:
    """Open the second vote of this round, after people have talked. The first stays kept."""
    if room.turn == 2 or room.phase is Phase.WAITING:
        return room
    asked = (*room.asked, (room.at, 2))
    return _moved(room, turn=2, phase=Phase.OPEN, asked=tuple(dict.fromkeys(asked)))


def go_to_round(room: Room, at: int) -> Room:
    """Go to another round of the plan, ready to open; one that was asked shows as closed."""
    if at == room.at or not 0 <= at < len(room.rounds):
        return room
    turn = 2 if (at, 2) in room.asked else 1
    phase = Phase.CLOSED if (at, 1) in room.asked else Phase.WAITING
    # Per job is a choice for one question: the next one starts with everyone together.
    return _moved(room, at=at, turn=turn, phase=phase, split=False)


def tell_layer(room: Room) -> Room:
    """Tell the next layer of the case."""
    if room.layers >= room.layer_count:
        return room
    return _moved(room, layers=room.layers + 1)


def switch_blank(room: Room) -> Room:
    """Make every screen dark, or light again."""
    return _moved(room, blank=not room.blank)


def switch_split(room: Room) -> Room:
    """Show the results per job, or together again."""
    return _moved(room, split=not room.split)


def switch_door(room: Room) -> Room:
    """Let no new phone in, or let phones in again. Who is in stays in."""
    return _moved(room, door_shut=not room.door_shut)


def undo(room: Room) -> Room:
    """One step back. Votes that came in since are kept: they belong to a round, not to a screen."""
    if not room.history:
        return room
    return room.history[-1].model_copy(update={"history": room.history[:-1]})


def last_step(room: Room) -> str:
    """What :func:`undo` would undo, in words; empty when there is nothing."""
    if not room.history:
        return ""
    before = room.history[-1]
    if room.blank != before.blank:
        return "schermen donker" if room.blank else "schermen licht"
    if room.door_shut != before.door_shut:
        return "deur dicht" if room.door_shut else "deur open"
    if room.at != before.at:
        return "volgende vraag" if room.at > before.at else "vorige vraag"
    if room.layers != before.layers:
        return "laag verteld"
    if room.turn != before.turn:
        return "opnieuw stemmen"
    if room.split != before.split:
        return "per werk" if room.split else "samen"
    if room.phase is Phase.CLOSED:
        return "verbergen" if before.phase is Phase.REVEALED else "vraag dicht"
    return {Phase.OPEN: "vraag open", Phase.REVEALED: "laten zien"}.get(room.phase, "")


MOVES = {
    "open": open_vote,
    "sluit": close_vote,
    "onthul": reveal,
    "verberg": hide,
    "tweede": vote_again,
    "laag": tell_layer,
    "donker": switch_blank,
    "werk": switch_split,
    "deur": switch_door,
    "terug": undo,
}
