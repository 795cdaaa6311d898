"""Which nodes a word belongs to. A node is a concept, or the alternatives at one place in a phrase.

Every exact word is one look-up; jokers are tried once per different word and then remembered.
"""

from collections import defaultdict
from collections.abc import Iterable, Set

from triggerfactors.recognition.masking import CAPITALS

_CACHE_LIMIT = 50_000
_SHORTEST_JOKER = 3


class Lexicon:
    """Words and jokers with the nodes they belong to, and the exceptions of each node."""

    def __init__(self) -> None:
        """Start empty; ``add`` and ``exclude`` fill it while the rules are compiled."""
        self._exact: dict[str, set[int]] = defaultdict(set)
        self._starts: dict[str, set[int]] = defaultdict(set)
        self._ends: dict[str, set[int]] = defaultdict(set)
        self._holds: dict[str, set[int]] = defaultdict(set)
        self._excluded: dict[int, set[str]] = defaultdict(set)
        self._cache: dict[tuple[str, ...], frozenset[int]] = {}
        self._lengths: tuple[tuple[int, ...], ...] = ()

    def add(self, word: str, node: int) -> None:
        """Let a word or joker belong to a node."""
        if len(word) > 1 and word.isupper():
            word = word.lower() + CAPITALS
        core = word.strip("-")
        if word.startswith("-") and word.endswith("-"):
            self._holds[core].add(node)
        elif word.endswith("-"):
            self._starts[core].add(node)
        elif word.startswith("-"):
            self._ends[core].add(node)
        else:
            self._exact[word].add(node)
        self._lengths = ()

    def exclude(self, word: str, node: int) -> None:
        """Keep a word out of a node, whatever joker fits it."""
        self._excluded[node].add(word)

    @property
    def words(self) -> frozenset[str]:
        """The exact words."""
        return frozenset(self._exact)

    def exact(self) -> Iterable[tuple[str, Set[int]]]:
        """The exact words, each with its nodes."""
        return self._exact.items()

    def nodes(self, keys: tuple[str, ...]) -> frozenset[int]:
        """The nodes of a word with these keys."""
        found = self._cache.get(keys)
        if found is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[keys] = self._find(keys)
        return found

    def _find(self, keys: tuple[str, ...]) -> frozenset[int]:
        if not self._lengths:
            jokers = (self._starts, self._ends, self._holds)
            self._lengths = tuple(tuple(sorted({len(w) for w in words})) for words in jokers)
        starts, ends, holds = self._lengths
        found: set[int] = set()
        for key in keys:
            found |= self._exact.get(key, frozenset())
            if key.startswith("~") or len(key) > 60:
                continue
            # A joker stands for a longer word, but the bare word itself fits as well.
            for size in starts:
                found |= self._starts.get(key[:size], frozenset())
            for size in ends:
                found |= self._ends.get(key[-size:], frozenset())
            for size in holds:
                for place in range(len(key) - size + 1):
                    if key[place : place + size] in self._holds:
                        found |= self._holds[key[place : place + size]]
        return (
            frozenset(n for n in found if not self._excluded[n].intersection(keys))
            if found
            else frozenset()
        )
