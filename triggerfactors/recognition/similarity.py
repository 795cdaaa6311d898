"""The second layer: which sentences that editors wrote is this sentence most like?

Plain retrieval, no training: a sentence is its words and the concepts found in it, each word or
concept weighs by how rare it is (the weight of BM25), and two sentences are alike by what they
share (0 to 1). The nearest sentences then say which event they stand for; sentences without an
event and counter-sentences speak too, so that a shared turn of phrase alone proposes nothing.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import mul
from typing import NamedTuple

# How many of the nearest sentences speak when they propose an event.
NEAREST = 6
# A pattern has words of its own to go on; of this many nearest sentences some must agree.
AROUND = 10
# A sentence that is the same but for a word needs no second voice.
SAME = 0.9
# A word that stands in more sentences than this says nothing about the event.
_COMMON = 0.1
_FEWEST_TERMS = 3
# Weight from which a word is rare: it stands in fewer than one in twenty-five sentences.
RARE = 3.2
# So many sentences are called up at most by their rarest terms (with doubles).
CALLED_UP = 200
# And so many of them, the likeliest so far (and what is as likely), are looked at with the commoner
# terms too.
LOOKED_AT = 100
_MANY = 60

Terms = frozenset[str]


class Example(NamedTuple):
    """A sentence of an editor: its event, or ``None`` for an ordinary or counter-sentence.

    ``words`` are its terms in order, each once: thousands of sets would weigh 20 MB more.
    ``against``: the event of which it is a counter-sentence.
    """

    factor: str | None
    words: tuple[str, ...]
    against: str | None = None

    @property
    def terms(self) -> Terms:
        """Its words and the concepts in it."""
        return frozenset(self.words)


def in_order(terms: Terms) -> tuple[str, ...]:
    """Terms as an :class:`Example` holds them."""
    return tuple(sorted(terms))


@dataclass(frozen=True)
class Near:
    """The sentences that one sentence is most like, the nearest first, with their likeness."""

    found: tuple[tuple[float, Example], ...]
    same: Example | None = None  # the sentence of an editor that this one is, but for a word
    rare: int = 0  # how many rare words and concepts the sentence itself has

    @cached_property
    def votes(self) -> Mapping[str | None, float]:
        """What the nearest sentences say together, per event or for none."""
        votes: dict[str | None, float] = defaultdict(float)
        for likeness, item in self.found[:NEAREST]:
            votes[item.factor] += likeness
        return votes

    def share(self, factor: str) -> float:
        """Which part of what the nearest sentences say is for this event, 0 to 1."""
        together = sum(self.votes.values())
        return self.votes.get(factor, 0.0) / together if together else 0.0

    def support(self, factor: str, least: float) -> bool:
        """Whether what is like this agrees with a pattern that found this event.

        ``least``: how much of what the nearest sentences say must be for it.
        """
        if self.same and self.same.factor is None and self.same.against in (None, factor):
            return False
        together = sum(likeness for likeness, _ in self.found)
        own = sum(likeness for likeness, item in self.found if item.factor == factor)
        return not self.found or own >= least * together

    def terms(self, factor: str) -> Terms:
        """All terms of the nearest sentences of an event."""
        return frozenset().union(*(i.words for _, i in self.found[:NEAREST] if i.factor == factor))


class Tables(NamedTuple):
    """How much every term weighs and where it stands: plain values only, so that it can be kept."""

    common: frozenset[str]  # weigh nothing
    unknown: float  # what a term weighs that no editor ever used
    weights: Mapping[str, float]
    norms: Sequence[float]  # per sentence
    postings: Mapping[str, Collection[int]]  # term → sentences


def weigh(items: Sequence[Example]) -> Tables:
    """Weigh every term of these sentences and note where it stands."""
    total = max(len(items), 1)
    count = Counter(chain.from_iterable(item.words for item in items))
    most = max(3, _COMMON * total)
    # A very common word weighs nothing; one that no editor ever used weighs most.
    common = frozenset(term for term, n in count.items() if n > most)
    weights = {term: math.log(1 + (total - n + 0.5) / (n + 0.5)) for term, n in count.items()}
    weights |= dict.fromkeys(common, 0.0)
    norms = []
    postings: dict[str, list[int]] = {term: [] for term in weights}
    for number, item in enumerate(items):
        own = sum(map(weights.__getitem__, item.words))
        norms.append(1 / math.sqrt(own) if own else 0.0)
        for term in item.words:
            postings[term].append(number)
    weights = {term: weight for term, weight in weights.items() if weight}
    # Of a common term only those already called up are asked for, which a set does at once.
    kept = {t: frozenset(p) if len(p) > _MANY else p for t, p in postings.items() if t in weights}
    return Tables(common, math.log(1 + total / 0.5), weights, norms, kept)


class Examples:
    """All sentences of editors, to look up by what a sentence shares with them."""

    def __init__(self, items: tuple[Example, ...], turning: Terms, tables: Tables) -> None:
        """Take the sentences with what :func:`weigh` says of them.

        ``turning``: words that turn a meaning around, such as ‘niet’ and ‘misschien’.
        """
        self.items = items
        self.turning = turning
        self.tables = tables
        self._weights, self._postings = tables.weights, tables.postings
        self._norms = tables.norms
        self._exact = {item.words: item for item in items}

    def near(self, terms: Terms, without: Terms | None = None) -> Near:
        """The sentences of editors that are most like a sentence with these terms.

        ``without`` leaves out a sentence with exactly these terms: to see whether an editor's
        sentence would be recognised if nobody had written it.
        """
        if len(terms) < _FEWEST_TERMS:
            same = self.exact(terms) if terms != without else None
            return Near((), same)
        weights = self._weights
        # A word no editor ever used makes a sentence less like any; a very common one is ignored.
        common, unknown = self.tables.common, self.tables.unknown
        own = sum(weights.get(t, 0.0 if t in common else unknown) for t in terms)
        if not own:
            return Near(())
        shared = self._sharing(terms)
        length = math.sqrt(own)
        # Far more than needed, so that leaving some out costs no second round.
        scores = self._scores(shared)
        found = []
        left_out = None if without is None else in_order(without)
        for number in _likeliest(scores, AROUND * 4):
            item = self.items[number]
            if item.words == left_out:
                continue
            # A sentence that denies is no voice against one that does not.
            if item.factor is None and not terms.issuperset(self.turning.intersection(item.words)):
                continue
            found.append((scores[number] / length, item))
            if len(found) == AROUND:
                break
        rare = sum(weights.get(term, 0.0) >= RARE for term in terms)
        return Near(tuple(found), self._same(terms, found, without), rare)

    def _sharing(self, terms: Terms) -> Mapping[int, float]:
        """Per sentence what it shares.

        The rarest terms call up the sentences to look at; of those, the commoner terms only add to
        what the likeliest share.
        """
        weights, postings = self._weights, self._postings
        # Terms are in no order: of two that weigh the same, the spelling says which is first.
        known = sorted((t for t in terms if t in weights), key=lambda t: (-weights[t], t))
        shared: dict[int, float] = defaultdict(float)
        commoner = iter(known)
        called = 0
        for term in commoner:
            weight, numbers = weights[term], postings[term]
            called += len(numbers)
            for number in numbers:
                shared[number] += weight
            if called >= CALLED_UP:
                break
        if len(shared) > LOOKED_AT:
            scores = self._scores(shared)
            least = sorted(scores.values())[-LOOKED_AT]
            shared = {number: shared[number] for number, s in scores.items() if s >= least}
        looked_at = frozenset(shared)
        for term in commoner:
            weight = weights[term]
            for number in looked_at.intersection(postings[term]):
                shared[number] += weight
        return shared

    def _scores(self, shared: Mapping[int, float]) -> dict[int, float]:
        """Per sentence what it shares for its length."""
        lengths = map(self._norms.__getitem__, shared)
        return dict(zip(shared, map(mul, shared.values(), lengths), strict=True))

    def _same(
        self, terms: Terms, found: Sequence[tuple[float, Example]], without: Terms | None
    ) -> Example | None:
        exact = self.exact(terms) if terms != without else None
        if exact:
            return exact
        if not found or found[0][0] < SAME:
            return None
        first = found[0][1]
        # ‘Niet’ is a common word and weighs nothing, but it makes another sentence.
        return None if (first.terms ^ terms) & self.turning else first

    def exact(self, terms: Terms) -> Example | None:
        """The sentence of an editor with exactly these terms."""
        return self._exact.get(in_order(terms))

    def telling(self, terms: Iterable[str], most: int = 3) -> frozenset[str]:
        """The rarest of these terms: the words that a likeness rests on."""
        weights = self._weights
        known = sorted((t for t in set(terms) if t in weights), key=lambda t: (-weights[t], t))
        return frozenset(known[:most])


def _likeliest(scores: Mapping[int, float], most: int) -> list[int]:
    """The sentences with the highest scores; of two that are alike the first written."""
    # Two quick sorts of numbers: the second leaves what is alike in the order of the first.
    numbers = sorted(scores)
    numbers.sort(key=scores.__getitem__, reverse=True)
    return numbers[:most]
