"""Proposals of events: what the professional may want to tick, never ticked without their word.

They come from the recognisable situations, and from the sentences in the own text that the
professional confirmed. What they rejected stays out.
"""

from collections.abc import Callable
from dataclasses import dataclass

from triggerfactors.content import Content
from triggerfactors.situation.answers import ConfirmAnswer, Decision, Situation, Verdict

CONFIRM_PLACE = "herkend"


@dataclass(frozen=True)
class Proposal:
    """An event that may fit, with the words it rests on and the place they were given."""

    factor_id: str
    place: str
    because: str


Proposer = Callable[[Content, Situation], tuple[Proposal, ...]]


def decisions(situation: Situation) -> tuple[Decision, ...]:
    """Verdicts on sentences that still stand in the text; a changed text makes them void."""
    answer = situation.answer(CONFIRM_PLACE)
    if not isinstance(answer, ConfirmAnswer):
        return ()
    texts = [fact.text for fact in situation.facts()]
    return tuple(d for d in answer.decisions if any(d.sentence in text for text in texts))


def from_own_words(content: Content, situation: Situation) -> tuple[Proposal, ...]:
    """Events found in the own text and confirmed."""
    return tuple(
        Proposal(decision.factor_id, CONFIRM_PLACE, decision.sentence)
        for decision in decisions(situation)
        if decision.verdict is Verdict.YES and decision.factor_id in content.factors
    )


def from_recognisable(content: Content, situation: Situation) -> tuple[Proposal, ...]:
    """Events that go with the recognisable situations chosen."""
    return tuple(
        Proposal(factor_id, "herkenbaar", content.recognisable[chosen].label)
        for chosen in situation.choices("herkenbaar")
        if chosen in content.recognisable
        for factor_id in content.recognisable[chosen].factors
    )


PROPOSERS: tuple[Proposer, ...] = (from_own_words, from_recognisable)


def rejected(situation: Situation) -> frozenset[str]:
    """Events of which the professional said that they do not fit."""
    return frozenset(d.factor_id for d in decisions(situation) if d.verdict is Verdict.NO)


def confirmed(content: Content, situation: Situation) -> frozenset[str]:
    """Events confirmed from the own text: they stand ticked until the person changes that."""
    return frozenset(p.factor_id for p in from_own_words(content, situation))


def proposals(content: Content, situation: Situation) -> tuple[Proposal, ...]:
    """All proposals but the rejected ones, in the order of the model."""
    order = list(content.factors)
    out = rejected(situation)
    found = [p for proposer in PROPOSERS for p in proposer(content, situation)]
    kept = [p for p in dict.fromkeys(found) if p.factor_id not in out]
    return tuple(sorted(kept, key=lambda p: order.index(p.factor_id)))
