"""Proposals of events: what the professional may want to tick, never ticked by itself.

Today they come from the recognisable situations. Free text joins here as one more proposer
that gives the same kind of value.
"""

from collections.abc import Callable
from dataclasses import dataclass

from triggerfactors.content import Content
from triggerfactors.situation.answers import Situation


@dataclass(frozen=True)
class Proposal:
    """An event that may fit, with the words it rests on and the place they were given."""

    factor_id: str
    place: str
    because: str


Proposer = Callable[[Content, Situation], tuple[Proposal, ...]]


def from_recognisable(content: Content, situation: Situation) -> tuple[Proposal, ...]:
    """Events that go with the recognisable situations chosen."""
    return tuple(
        Proposal(factor_id, "herkenbaar", content.recognisable[chosen].label)
        for chosen in situation.choices("herkenbaar")
        if chosen in content.recognisable
        for factor_id in content.recognisable[chosen].factors
    )


PROPOSERS: tuple[Proposer, ...] = (from_recognisable,)


def proposals(content: Content, situation: Situation) -> tuple[Proposal, ...]:
    """All proposals, in the order of the model."""
    order = list(content.factors)
    found = [p for proposer in PROPOSERS for p in proposer(content, situation)]
    return tuple(sorted(dict.fromkeys(found), key=lambda p: order.index(p.factor_id)))
