"""Finds concepts and phrases in one sentence.

Nodes are numbered; a node's matches are groups of word numbers. A sentence has hundreds of nodes
and few are ever asked for, so the matches of a node are looked up at the first question.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from itertools import islice

from triggerfactors.recognition.network import Clauses, Network, Steps
from triggerfactors.recognition.reading import Sentence

# Enough for any sentence people write, and a ceiling on the work for one that nobody writes.
MAX_PER_ROW = 6
MAX_PER_NODE = 40
MAX_FILLERS = 2

Match = tuple[int, ...]  # numbers of the matched words, ascending


class Found:
    """The matches of all nodes in one sentence."""

    def __init__(self, network: Network, sentence: Sentence) -> None:
        """Match every node of the network in the sentence."""
        self.sentence = sentence
        self._network = network
        self._nodes = [network.lexicon.nodes(word.keys) for word in sentence.words]
        self._known: set[int] = set().union(*self._nodes)
        # Tuples, so that one node can share those of another.
        self._matches: dict[int, tuple[Match, ...]] = {}
        self._starting: dict[int, dict[int, list[Match]]] = {}
        known = self._known
        # Of the hundreds of nodes of a sentence, few have a phrase waiting for them.
        awaited = set(network.awaited.intersection(known))
        phrased: set[int] = set()
        for passing, level in zip(network.passing, network.waiting, strict=True):
            # In order of their numbers, so that matches come in an order of their own.
            for node in sorted(passing.keys() & phrased):
                for target in passing[node]:
                    for match in self.matches(node):
                        self._put(target, match)
                phrased.update(passing[node])
            awaited |= phrased
            for node in sorted(level.keys() & awaited):
                for target, clauses, needs in level[node]:
                    if needs <= known:
                        for match in self._phrase(clauses):
                            self._put(target, match)
                            phrased.add(target)

    def _put(self, node: int, match: Match) -> None:
        # A node's own level is higher than what it needs, so nobody has looked for more of it yet.
        found = self.matches(node)
        if len(found) < MAX_PER_NODE and match not in found:
            self._matches[node] = (*found, match)
            self._known.add(node)

    def _starts(self, node: int) -> dict[int, list[Match]]:
        starting = self._starting.get(node)
        if starting is None:
            starting = self._starting[node] = {}
            for match in self.matches(node):
                starting.setdefault(match[0], []).append(match)
        return starting

    @property
    def nodes(self) -> Set[int]:
        """The numbers of all nodes that match somewhere in the sentence; not to be changed."""
        return self._known

    def of(self, name: str) -> tuple[Match, ...]:
        """The matches of a named node, in the order found."""
        node = self._network.names.get(name)
        return self.matches(node) if node is not None else ()

    def matches(self, node: int) -> tuple[Match, ...]:
        """The matches of a node by its number: single words first, then those of phrases."""
        if node not in self._known:
            return ()
        found = self._matches.get(node)
        if found is None:
            words = enumerate(self._nodes)
            found = self._matches[node] = tuple([(n,) for n, nodes in words if node in nodes])
        return found

    def at(self, name: str, number: int) -> bool:
        """Whether a word is by itself a match of the named node."""
        return self._network.names.get(name) in self._nodes[number]

    def _is_particle(self, number: int) -> bool:
        after = number + 1
        words, clauses = self.sentence.words, self.sentence.clauses
        if after >= len(words) or clauses[after] != clauses[number]:
            return True
        return self._network.closers in self._nodes[after]

    def _row(self, row: Steps) -> Iterator[Match]:
        found = self.matches(row[0][0])
        if len(row) == 1:
            return iter(found)
        return (longer for match in found for longer in self._extend(row, 1, match))

    def _extend(self, row: Steps, place: int, so_far: Match) -> Iterator[Match]:
        node, gap, particle = row[place]
        starting = self._starts(node)
        if not starting:
            return
        clauses = self.sentence.clauses
        last = so_far[-1]
        clause = clauses[last]
        reach = MAX_FILLERS if gap < 0 else gap
        ends = place + 1 == len(row)
        for number in range(last + 1, min(last + 2 + reach, len(clauses))):
            if clauses[number] != clause:
                return
            for match in starting.get(number, ()):
                if particle and not self._is_particle(number):
                    continue
                if ends:
                    yield so_far + match
                else:
                    yield from self._extend(row, place + 1, so_far + match)
            if gap < 0 and self._network.fillers not in self._nodes[number]:
                return

    def _rows(self, rows: tuple[Steps, ...]) -> Iterator[Match]:
        return self._row(rows[0]) if len(rows) == 1 else self._any_order(rows)

    def _any_order(self, rows: tuple[Steps, ...]) -> Iterator[Match]:
        clauses = self.sentence.clauses
        per_clause: list[dict[int, list[Match]]] = []
        for row in rows:
            found: dict[int, list[Match]] = defaultdict(list)
            for match in self._row(row):
                here = found[clauses[match[0]]]
                if len(here) < MAX_PER_ROW:
                    here.append(match)
            if not found:
                return
            per_clause.append(found)
        for clause in per_clause[0]:
            if all(clause in found for found in per_clause):
                yield from _disjoint([found[clause] for found in per_clause])

    def _phrase(self, clauses: Clauses) -> Iterable[Match]:
        if len(clauses) == 1:
            return self._rows(clauses[0])
        parts: list[list[Match]] = []
        for rows in clauses:
            found = list(islice(self._rows(rows), MAX_PER_ROW))
            if not found:
                return ()
            parts.append(found)
        return _disjoint(parts)


def _disjoint(parts: list[list[Match]]) -> Iterator[Match]:
    """One match per part without a word used twice; the nearest words first."""

    def combine(place: int, used: frozenset[int]) -> Iterator[frozenset[int]]:
        if place == len(parts):
            yield used
            return
        for match in parts[place]:
            if used.isdisjoint(match):
                yield from combine(place + 1, used | frozenset(match))

    found = []
    for number, used in enumerate(combine(0, frozenset())):
        found.append(tuple(sorted(used)))
        if number >= MAX_PER_ROW * 4:
            break
    found.sort(key=lambda match: (match[-1] - match[0], match))
    yield from found[:MAX_PER_ROW]
