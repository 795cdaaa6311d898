"""Which nodes a word belongs to. A node is a concept, or the alternatives at one place in a phrase.

Every exact word is one look-up; jokers are tried once per different word and then remembered.
"""

from dataclasses import dataclass, field
from functools import cached_property

from triggerfactors.recognition.masking import CAPITALS

_CACHE_LIMIT = 50_000
_LONGEST = 60
_NONE: frozenset[int] = frozenset()


@dataclass
class Lexicon:
    """Words and jokers with the nodes they belong to, and the exceptions of each node.

    ``onward``: the nodes that take over whatever a node matches, however far. ``add`` and
    ``exclude`` fill it while the rules are compiled; after the first question it is finished.
    """

    exact: dict[str, set[int]] = field(default_factory=dict)
    starts: dict[str, set[int]] = field(default_factory=dict)
    ends: dict[str, set[int]] = field(default_factory=dict)
    holds: dict[str, set[int]] = field(default_factory=dict)
    excluded: dict[int, set[str]] = field(default_factory=dict)
    onward: dict[int, set[int]] = field(default_factory=dict)

    def add(self, word: str, node: int) -> None:
        """Let a word or joker belong to a node."""
        if len(word) > 1 and word.isupper():
            word = word.lower() + CAPITALS
        core = word.strip("-")
        if word.startswith("-") and word.endswith("-"):
            table = self.holds
        elif word.endswith("-"):
            table = self.starts
        elif word.startswith("-"):
            table = self.ends
        else:
            table, core = self.exact, word
        table.setdefault(core, set()).add(node)

    def exclude(self, word: str, node: int) -> None:
        """Keep a word out of a node, whatever joker fits it."""
        self.excluded.setdefault(node, set()).add(word)

    @cached_property
    def _cache(self) -> dict[tuple[str, ...], frozenset[int]]:
        return {}

    @cached_property
    def _lengths(self) -> tuple[tuple[int, ...], ...]:
        jokers = (self.starts, self.ends, self.holds)
        return tuple(tuple(sorted({len(w) for w in words})) for words in jokers)

    def nodes(self, keys: tuple[str, ...]) -> frozenset[int]:
        """The nodes of a word with these keys."""
        found = self._cache.get(keys)
        if found is None:
            if len(self._cache) >= _CACHE_LIMIT:
                self._cache.clear()
            found = self._cache[keys] = self._find(keys)
        return found

    def _find(self, keys: tuple[str, ...]) -> frozenset[int]:
        starts, ends, holds = self._lengths
        found: set[int] = set()
        for key in keys:
            found |= self.exact.get(key, _NONE)
            if key.startswith("~") or len(key) > _LONGEST:
                continue
            # A joker stands for a longer word, but the bare word itself fits as well.
            for size in starts:
                found |= self.starts.get(key[:size], _NONE)
            for size in ends:
                found |= self.ends.get(key[-size:], _NONE)
            for size in holds:
                for place in range(len(key) - size + 1):
                    found |= self.holds.get(key[place : place + size], _NONE)
        excluded = self.excluded.keys() & found
        found.difference_update([n for n in excluded if self.excluded[n] & set(keys)])
        return frozenset(found.union(*(self.onward[n] for n in self.onward.keys() & found)))
