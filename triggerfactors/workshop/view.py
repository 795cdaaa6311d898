"""What everyone in the room may see now: phones, wall and trainer read the same view.

Results are in it only while they are revealed, so a phone cannot show them early.
"""

from collections.abc import Mapping
from typing import Any

from triggerfactors.content import Content
from triggerfactors.workshop.room import Phase
from triggerfactors.workshop.store import Kept, Store
from triggerfactors.workshop.votes import (
    OTHER_JOBS,
    OTHER_JOBS_NAME,
    Tally,
    asked_round,
    options,
    shift,
    tally,
)


def turn_tally(content: Content, store: Store, kept: Kept, at: int, turn: int) -> Tally:
    """What was chosen in one turn of a round, hands included."""
    return tally(
        options(content, kept.room, at),
        store.votes(kept.code, at, turn),
        kept.hands.get(f"{at}.{turn}", {}),
        multiple=asked_round(content, kept.room, at).multiple,
    )


def _results(content: Content, store: Store, kept: Kept) -> Mapping[str, Any]:
    room = kept.room
    first = turn_tally(content, store, kept, room.at, 1)
    shown: dict[str, Any] = {"first": _counts(first)}
    if room.turn == 2:
        second = turn_tally(content, store, kept, room.at, 2)
        shown["second"] = _counts(second)
        shown["shift"] = dict(shift(first, second))
    return shown


def _counts(found: Tally) -> Mapping[str, Any]:
    return {
        "voters": found.voters,
        "total": dict(found.total),
        "jobs": {job: dict(counts) for job, counts in found.by_job.items()},
    }


def public_view(content: Content, store: Store, kept: Kept) -> Mapping[str, Any]:
    """The room as plain values for JSON. A dark room holds nothing but that it is dark."""
    room = kept.room
    if room.blank:
        return {"v": kept.version, "blank": True}
    case = content.cases[room.case_id]
    found = content.workshop.round(room.round_id)
    view: dict[str, Any] = {
        "v": kept.version,
        "blank": False,
        "case": case.title,
        "reporter": case.reporter,
        "heads_up": case.heads_up or "",
        "story": list(case.story),
        "layers": [layer.text for layer in case.layers[: room.layers]],
        "at": room.at,
        "of": len(room.rounds),
        "turn": room.turn,
        "begun": bool(room.asked),
        "phase": room.phase.value,
    }
    if room.phase is not Phase.WAITING:
        view["round"] = {
            "title": found.title,
            "help": found.help,
            "multiple": found.multiple,
            "options": [[one, label] for one, label in options(content, room).items()],
        }
    if room.phase is Phase.REVEALED:
        view["results"] = _results(content, store, kept)
        view["split"] = room.split
        view["jobs"] = {job.id: job.name for job in content.professions.values()} | {
            OTHER_JOBS: OTHER_JOBS_NAME
        }
    return view
