"""The second layer: which sentences that editors wrote is this sentence most like?

Plain retrieval, no training: a sentence is its words and the concepts found in it, each word or
concept weighs by how rare it is (the weight of BM25), and two sentences are alike by what they
share (0 to 1). The nearest sentences then say which event they stand for; sentences without an
event and counter-sentences speak too, so that a shared turn of phrase alone proposes nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

# How many of the nearest sentences speak, how much of what they say must be for the event, and how
# near they must be. Chosen on texts in tests/recognition/ontwikkeling (docs/herkenning.md).
NEAREST = 6
SHARE = 0.5
ENOUGH = 0.6
# A sentence that is the same but for a word needs no second voice.
SAME = 0.9
# A word that stands in more sentences than this says nothing about the event.
_COMMON = 0.15
_FEWEST_TERMS = 3

Terms = frozenset[str]


@dataclass(frozen=True)
class Example:
    """A sentence of an editor: its event, or ``None`` for an ordinary or counter-sentence."""

    factor: str | None
    terms: Terms


@dataclass(frozen=True)
class Examples:
    """All sentences of editors, to look up by what a sentence shares with them."""

    items: tuple[Example, ...]

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        count: Counter[str] = Counter(term for item in self.items for term in item.terms)
        total = max(len(self.items), 1)
        most = max(3, _COMMON * total)
        return {
            term: math.log(1 + (total - n + 0.5) / (n + 0.5))
            for term, n in count.items()
            if n <= most
        }

    @cached_property
    def _unknown(self) -> float:
        return math.log(1 + max(len(self.items), 1) / 0.5)

    @cached_property
    def _totals(self) -> Sequence[float]:
        weights = self._weights
        return [sum(weights.get(term, 0.0) for term in item.terms) for item in self.items]

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        weights = self._weights
        for number, item in enumerate(self.items):
            for term in item.terms:
                if term in weights:
                    found[term].append(number)
        return found

    def nearest(self, terms: Terms, without: Terms | None = None) -> dict[str, float]:
        """The events that the nearest sentences stand for, each with how near they are together.

        ``without`` leaves out a sentence with exactly these terms: to see whether an editor's
        sentence would be recognised if nobody had written it.
        """
        if len(terms) < _FEWEST_TERMS:
            return {}
        weights, totals, postings = self._weights, self._totals, self._postings
        # A word no editor ever used makes a sentence less like any; a very common one is ignored.
        own = sum(weights.get(t, 0.0 if t in self._common else self._unknown) for t in terms)
        shared: dict[int, float] = defaultdict(float)
        for term in terms:
            weight = weights.get(term)
            if weight:
                for number in postings[term]:
                    shared[number] += weight
        near = sorted(
            (
                (score / math.sqrt(own * totals[number]), number)
                for number, score in shared.items()
                if without is None or self.items[number].terms != without
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )[:NEAREST]
        votes: dict[str | None, float] = defaultdict(float)
        for likeness, number in near:
            votes[self.items[number].factor] += likeness
        together = sum(votes.values())
        found = {
            factor: vote
            for factor, vote in votes.items()
            if factor is not None and vote >= ENOUGH and vote >= SHARE * together
        }
        if near and near[0][0] >= SAME:
            first = self.items[near[0][1]].factor
            return {first: near[0][0]} if first is not None else {}
        return found

    @cached_property
    def _common(self) -> frozenset[str]:
        every = {term for item in self.items for term in item.terms}
        return frozenset(every - self._weights.keys())


def examples(items: Iterable[Example]) -> Examples:
    """The sentences as something to look up in."""
    return Examples(tuple(items))
