"""The second layer: is a sentence almost one of the recognition sentences that editors wrote?

Plain retrieval (BM25 with sentences as documents, words counted once, divided by the larger of
the two full scores), no training. It only speaks when a concept of the event stands in the sentence
too, so that a shared turn of phrase alone never proposes anything.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from triggerfactors.recognition.reading import Sentence

THRESHOLD = 0.55
# A word that stands in more sentences than this says nothing about the event.
_COMMON = 0.12
_FEWEST_WORDS = 2


def terms(sentence: Sentence) -> frozenset[str]:
    """The lemmas of a sentence."""
    return frozenset(word.keys[-1] for word in sentence.words)


@dataclass(frozen=True)
class Examples:
    """The recognition sentences as an index: word → sentences, with the weight of each word."""

    factors: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    totals: tuple[float, ...]
    weights: Mapping[str, float]
    postings: Mapping[str, tuple[int, ...]]
    unknown: float

    def nearest(self, sentence: Sentence, turning: frozenset[str]) -> dict[str, float]:
        """Per event the likeness (0 to 1) of the nearest recognition sentence, if near enough.

        ``turning`` are the words of this sentence that may turn its meaning (‘niet’, ‘als’,
        ‘zijn broer’); a recognition sentence without them is not alike, however many it shares.
        """
        words = terms(sentence)
        if len(words) < _FEWEST_WORDS:
            return {}
        own = sum(self.weights.get(word, self.unknown) for word in words)
        shared: dict[int, float] = defaultdict(float)
        for word in words:
            for number in self.postings.get(word, ()):
                shared[number] += self.weights[word]
        found: dict[str, float] = {}
        for number, score in shared.items():
            likeness = score / max(own, self.totals[number], 1e-9)
            factor = self.factors[number]
            if likeness < THRESHOLD or not turning <= self.words[number]:
                continue
            if likeness > found.get(factor, 0.0):
                found[factor] = likeness
        return found


def index(examples: Iterable[tuple[str, Sentence]]) -> Examples:
    """An index over (event, sentence) pairs."""
    pairs = [(factor, terms(sentence)) for factor, sentence in examples]
    count: Counter[str] = Counter(word for _, words in pairs for word in words)
    total = max(len(pairs), 1)
    weights = {
        word: math.log(1 + (total - n + 0.5) / (n + 0.5)) if n <= max(3, _COMMON * total) else 0.0
        for word, n in count.items()
    }
    postings: dict[str, list[int]] = defaultdict(list)
    for number, (_, words) in enumerate(pairs):
        for word in words:
            if weights[word]:
                postings[word].append(number)
    return Examples(
        factors=tuple(factor for factor, _ in pairs),
        words=tuple(words for _, words in pairs),
        totals=tuple(sum(weights[word] for word in words) for _, words in pairs),
        weights=weights,
        postings={word: tuple(numbers) for word, numbers in postings.items()},
        unknown=math.log(1 + total / 0.5),
    )
