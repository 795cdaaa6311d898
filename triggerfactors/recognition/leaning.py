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
from operator import add
from typing import Final

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


class Documents:
    """The sentences of each event as one document, and the ordinary ones as another."""

    def __init__(self, items: Sequence[Example]) -> None:
        """Count once in how many sentences of each event a term stands."""
        self._total = max(1, len(items))
        sizes = Counter(item.factor for item in items)
        self.factors = tuple(sorted(factor for factor in sizes if factor is not None))
        # The last document is the one of sentences without an event, counter-sentences too.
        self._sizes = [max(1, sizes[name]) for name in (*self.factors, None)]
        self._place = {name: number for number, name in enumerate((*self.factors, None))}
        each = [
            Counter(chain.from_iterable(item.words for item in items if item.factor == name))
            for name in self._place
        ]
        counts = {term: [found[term] for found in each] for term in set().union(*each)}
        most = _COMMON * self._total
        self._counts = {term: found for term, found in counts.items() if sum(found) <= most}
        self._rows: dict[str, tuple[float, ...]] = {}
        concepts = {term: found for term, found in counts.items() if term[0] == "<"}
        self._own = {
            factor: frozenset(
                term for term, found in concepts.items() if self._belongs(found, number)
            )
            for number, factor in enumerate(self.factors)
        }

    def _belongs(self, found: Sequence[int], number: int) -> bool:
        usual = sum(found) / self._total
        often = found[number] / self._sizes[number]
        return found[number] >= _FEWEST and often >= _OFTENER * usual

    def has_concept(self, factor: str, terms: Terms) -> bool:
        """Whether a concept that editors use for this event stands in the sentence."""
        return not self._own.get(factor, frozenset()).isdisjoint(terms)

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
        scores = [0.0] * len(self._sizes)
        for term in sorted(terms):
            row = self._row(term)
            if row and without is not None and term in without.words:
                row = self._less(term, without)
            if row:
                scores = list(map(add, scores, row))
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
