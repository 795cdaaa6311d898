"""What may be chosen in a round, whether a vote is one, and what the room chose together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from triggerfactors.content import Content
from triggerfactors.content.workshop import Round, RoundOptions
from triggerfactors.workshop.room import Room

HANDS = "handen"


@dataclass(frozen=True)
class Vote:
    """What one phone chose in one turn of one round; the newest of a phone counts."""

    at: int
    turn: int
    job: str
    choices: tuple[str, ...]


def options(content: Content, room: Room, at: int | None = None) -> Mapping[str, str]:
    """The options of a round as id → label, in the order in which everyone sees them."""
    found = _round(content, room, at)
    if found.options_from is RoundOptions.FACTORS:
        # The short names: fifteen long sentences do not fit a wall.
        return {factor.id: factor.name for factor in content.factors.values()}
    if found.options_from is RoundOptions.EXPLANATIONS:
        # Those of the case among a few that fit many: the list itself must not give it away.
        case = content.cases[room.case_id]
        wanted = {one.explanation for one in case.explanations}
        common = {item.id for item in content.explanations.values() if item.always}
        spare = [item for item in content.explanations if item not in wanted | common]
        wanted |= common | set(spare[:: max(1, len(spare) // 4)][:4])
        return {i.id: i.label for i in content.explanations.values() if i.id in wanted}
    return {option.id: option.label for option in found.options}


def _round(content: Content, room: Room, at: int | None) -> Round:
    return content.workshop.round(room.rounds[room.at if at is None else at])


def fits(content: Content, room: Room, at: int, job: str, choices: tuple[str, ...]) -> bool:
    """Whether this is a vote one can cast in round ``at``: what a phone sends is not trusted."""
    if job not in content.professions or not 0 <= at < len(room.rounds):
        return False
    found = _round(content, room, at)
    known = options(content, room, at)
    if len(set(choices)) != len(choices) or not set(choices) <= set(known):
        return False
    return bool(choices) if found.multiple else len(choices) == 1


@dataclass(frozen=True)
class Tally:
    """How often each option was chosen, in all and per job; ``voters`` is how many took part."""

    voters: int
    total: Mapping[str, int]
    by_job: Mapping[str, Mapping[str, int]]


def tally(known: Iterable[str], votes: Iterable[Vote], hands: Mapping[str, int]) -> Tally:
    """Count votes and counted hands. Hands have no job; they stand in the total only.

    With counted hands, ``voters`` counts the phones and the hands of the fullest option.
    """
    ids = list(known)
    cast = list(votes)
    total = {one: hands.get(one, 0) for one in ids}
    by_job: dict[str, dict[str, int]] = {}
    for vote in cast:
        mine = by_job.setdefault(vote.job, dict.fromkeys(ids, 0))
        for choice in vote.choices:
            if choice in total:
                total[choice] += 1
                mine[choice] += 1
    return Tally(len(cast) + max(hands.values(), default=0), total, by_job)


def shift(first: Tally, second: Tally) -> Mapping[str, int]:
    """Per option how many more (or fewer) chose it the second time."""
    return {one: second.total[one] - first.total.get(one, 0) for one in second.total}
