"""What may be chosen in a round, whether a vote is one, and what the room chose together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from triggerfactors.content import Content
from triggerfactors.content.workshop import Round, RoundOptions
from triggerfactors.workshop.room import Room

HANDS = "handen"
# Where fewer than three people do the same work, a result per job would point at one of them.
FEWEST_OF_A_JOB = 3
OTHER_JOBS = "ander-werk"
OTHER_JOBS_NAME = "Ander werk"


@dataclass(frozen=True)
class Vote:
    """What one phone chose in one turn of one round; the newest of a phone counts."""

    at: int
    turn: int
    job: str
    choices: tuple[str, ...]


def options(content: Content, room: Room, at: int | None = None) -> Mapping[str, str]:
    """The options of a round as id → label, in the order in which everyone sees them."""
    found = asked_round(content, room, at)
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


def asked_round(content: Content, room: Room, at: int | None = None) -> Round:
    """The round at a place in the plan of this room; the present one when none is given."""
    return content.workshop.round(room.rounds[room.at if at is None else at])


def fits(content: Content, room: Room, at: int, job: str, choices: tuple[str, ...]) -> bool:
    """Whether this is a vote one can cast in round ``at``: what a phone sends is not trusted."""
    if job not in content.professions or not 0 <= at < len(room.rounds):
        return False
    found = asked_round(content, room, at)
    known = options(content, room, at)
    if len(set(choices)) != len(choices) or not set(choices) <= set(known):
        return False
    return bool(choices) if found.multiple else len(choices) == 1


@dataclass(frozen=True)
class Tally:
    """How often each option was chosen, in all and per job.

    ``voters`` is how many took part: ``phones`` and ``hands`` together. In ``by_job`` jobs of
    fewer than three people stand together as ``OTHER_JOBS``.
    """

    voters: int
    total: Mapping[str, int]
    by_job: Mapping[str, Mapping[str, int]]
    phones: int = 0
    hands: int = 0


def tally(
    known: Iterable[str], votes: Iterable[Vote], hands: Mapping[str, int], *, multiple: bool = True
) -> Tally:
    """Count votes and counted hands. Hands have no job; they stand in the total only.

    Where one chooses one answer, every hand is someone. Where one may choose more (``multiple``),
    the hands of the fullest option are the fewest people there can be.
    """
    ids = list(known)
    cast = list(votes)
    total = {one: hands.get(one, 0) for one in ids}
    by_job: dict[str, dict[str, int]] = {}
    group = _groups(cast)
    for vote in cast:
        mine = by_job.setdefault(group.get(vote.job, vote.job), dict.fromkeys(ids, 0))
        for choice in vote.choices:
            if choice in total:
                total[choice] += 1
                mine[choice] += 1
    raised = max(hands.values(), default=0) if multiple else sum(hands.values())
    if len(cast) < FEWEST_OF_A_JOB:
        by_job = {}
    return Tally(len(cast) + raised, total, by_job, len(cast), raised)


def _groups(cast: Sequence[Vote]) -> Mapping[str, str]:
    """The jobs that go together as other work.

    The smallest next job joins them when they are too few by themselves: what is left of the
    total would be theirs alone.
    """
    sizes = Counter(vote.job for vote in cast)
    together: list[str] = []
    people = 0
    for job, size in sorted(sizes.items(), key=lambda one: (one[1], one[0])):
        if size >= FEWEST_OF_A_JOB and (not together or people >= FEWEST_OF_A_JOB):
            break
        together.append(job)
        people += size
    return dict.fromkeys(together, OTHER_JOBS)


def shift(first: Tally, second: Tally) -> Mapping[str, int]:
    """Per option how many more (or fewer) chose it the second time."""
    return {one: second.total[one] - first.total.get(one, 0) for one in second.total}
