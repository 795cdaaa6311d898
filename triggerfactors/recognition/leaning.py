"""To which event do the words of a sentence lean, when all sentences of an event speak together?

The nearest sentences say what was once said almost so. This looks wider: how often each word and
concept stands in the sentences of an event, beside how often it stands in ordinary ones. Plain
retrieval, no training: the sentences of one event are one document, scored by query likelihood with
Jelinek-Mercer smoothing (Ponte and Croft 1998; Zhai and Lafferty 2004).
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple

from triggerfactors.recognition.similarity import Example, Terms

# How much of what is expected of a word comes from all sentences together. Chosen on the texts in
# tests/recognition (docs/herkenning.md), as are the bounds in recognising.py.
SMOOTHING: Final = 0.1
# A word in more sentences than this says nothing about the event.
_COMMON: Final = 0.05
# A concept belongs to an event when editors use it there so many times, and so much oftener.
_FEWEST: Final = 3
_OFTENER: Final = 1.5


@dataclass(frozen=True)
class Leaning:
    """Scores per event, in natural logarithms of a ratio of likelihoods."""

    _toward: Mapping[str, float]
    _lead: Mapping[str, float]

    def toward(self, factor: str) -> float:
        """How much likelier these words are for the event than in ordinary sentences."""
        return self._toward.get(factor, 0.0)

    @property
    def strongest(self) -> float:
        """How much these words lean to the event they lean to most."""
        return max(self._toward.values(), default=0.0)

    def lead(self, factor: str) -> float:
        """How much likelier they are there than at the next event, or in ordinary sentences."""
        return self._lead.get(factor, 0.0)


class Counts(NamedTuple):
    """How often each term stands in the sentences of each event: plain values only."""

    total: int
    factors: tuple[str, ...]
    sizes: Sequence[int]  # per event, and last the sentences without one
    counts: Mapping[str, Sequence[int]]  # per term, in the same order
    own: Mapping[str, frozenset[str]]  # event → the concepts that editors use for it


def count(items: Sequence[Example]) -> Counts:
    """Count in how many sentences of each event a term stands."""
    total = max(1, len(items))
    found = Counter(item.factor for item in items)
    factors = tuple(sorted(factor for factor in found if factor is not None))
    # The last document is the one of sentences without an event, counter-sentences too.
    places = (*factors, None)
    sizes = [max(1, found[name]) for name in places]
    each = [
        Counter(chain.from_iterable(item.words for item in items if item.factor == name))
        for name in places
    ]
    # In the order of the sentences, so that the same files give the same file to keep.
    terms = dict.fromkeys(chain.from_iterable(each))
    counts = {term: tuple(document[term] for document in each) for term in terms}

    def belongs(term: str, number: int) -> bool:
        here, usual = counts[term][number], sum(counts[term]) / total
        return here >= _FEWEST and here / sizes[number] >= _OFTENER * usual

    concepts = [term for term in counts if term[0] == "<"]
    own = {
        factor: frozenset(term for term in concepts if belongs(term, number))
        for number, factor in enumerate(factors)
    }
    most = _COMMON * total
    telling = {term: found for term, found in counts.items() if sum(found) <= most}
    return Counts(total, factors, sizes, telling, own)


class Documents:
    """The sentences of each event as one document, and the ordinary ones as another."""

    def __init__(self, counts: Counts) -> None:
        """Take what :func:`count` gave."""
        self.counts = counts
        self.factors = counts.factors
        self._total, self._sizes, self._counts = counts.total, counts.sizes, counts.counts
        self._place = {name: number for number, name in enumerate((*counts.factors, None))}
        self._rows: dict[str, tuple[float, ...]] = {}

    def has_concept(self, factor: str, terms: Terms) -> bool:
        """Whether a concept that editors use for this event stands in the sentence."""
        return not self.counts.own.get(factor, frozenset()).isdisjoint(terms)

    def _row(self, term: str) -> tuple[float, ...]:
        """What a term adds to the score of each document; nothing for a word nobody used."""
        row = self._rows.get(term)
        if row is None:
            found = self._counts.get(term)
            row = self._rows[term] = self._scored(found, self._sizes) if found else ()
        return row

    def _scored(self, counts: Sequence[int], sizes: Sequence[int]) -> tuple[float, ...]:
        usual = sum(counts) / self._total
        return tuple(
            math.log((1 - SMOOTHING) * count / size / usual + SMOOTHING)
            for count, size in zip(counts, sizes, strict=True)
        )

    def leaning(self, terms: Terms, without: Example | None = None) -> Leaning:
        """Where these terms lean to; ``without`` leaves out what that sentence itself adds."""
        rows: list[Sequence[float]] = [[0.0] * len(self._sizes)]
        for term in sorted(terms):
            row = self._row(term)
            if row and without is not None and term in without.words:
                row = self._less(term, without)
            if row:
                rows.append(row)
        scores = list(map(sum, zip(*rows, strict=True)))
        best = sorted(scores, reverse=True)[:2]
        plain = scores[-1]
        # Of two that are alike neither leads.
        others = [best[1] if score == best[0] else best[0] for score in scores]
        return Leaning(
            {factor: scores[n] - plain for n, factor in enumerate(self.factors)},
            {factor: scores[n] - others[n] for n, factor in enumerate(self.factors)},
        )

    def _less(self, term: str, item: Example) -> tuple[float, ...]:
        here = self._place[item.factor]
        counts = list(self._counts[term])
        counts[here] -= 1
        if not any(counts):
            return ()
        sizes = list(self._sizes)
        sizes[here] = max(1, sizes[here] - 1)
        return self._scored(counts, sizes)

    def telling(self, factor: str, terms: Terms, most: int = 3) -> frozenset[str]:
        """The terms that lean most to this event."""
        number = self._place[factor]
        weights = {term: row[number] - row[-1] for term in terms if (row := self._row(term))}
        first = sorted((t for t, w in weights.items() if w > 0), key=lambda t: (-weights[t], t))
        return frozenset(first[:most])
