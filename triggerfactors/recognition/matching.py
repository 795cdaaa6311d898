"""Finds concepts and phrases in one sentence.

Nodes are numbered; a node's matches are groups of word numbers. Compiled phrases wait at their
rarest node, so a sentence only costs what its own words call up.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from triggerfactors.recognition.lexicon import Lexicon
from triggerfactors.recognition.phrases import PARTICLE, Clause, Item, Phrase, Row, parse_all
from triggerfactors.recognition.reading import Sentence

# Enough for any sentence people write, and a ceiling on the work for one that nobody writes.
MAX_PER_ROW = 6
MAX_PER_NODE = 40
MAX_FILLERS = 2

Match = tuple[int, ...]  # numbers of the matched words, ascending


class Step(NamedTuple):
    """One place in a compiled row: its node, the words allowed before it, particle or not."""

    node: int
    gap: int
    particle: bool


class Compiled(NamedTuple):
    """A phrase ready to match, the node it serves, and every node it needs."""

    target: int
    clauses: tuple[tuple[tuple[Step, ...], ...], ...]
    needs: frozenset[int]


@dataclass
class Network:
    """All nodes and phrases of the rules."""

    lexicon: Lexicon = field(default_factory=Lexicon)
    names: dict[str, int] = field(default_factory=dict)
    waiting: list[dict[int, list[Compiled]]] = field(default_factory=list)
    passing: list[dict[int, list[int]]] = field(default_factory=list)
    awaited: frozenset[int] = frozenset()
    fillers: int = -1
    closers: int = -1
    size: int = 0
    _alternatives: dict[tuple[str, ...], int] = field(default_factory=dict)
    _later: list["Compiled"] = field(default_factory=list)
    _depths: dict[int, int] = field(default_factory=dict)

    def node(self, name: str | None = None) -> int:
        """A new node, or the one that has this name."""
        if name is not None and name in self.names:
            return self.names[name]
        number = self.size
        self.size += 1
        if name is not None:
            self.names[name] = number
        return number

    def _item_node(self, item: Item, even: Mapping[str, str]) -> tuple[int, bool]:
        options = item.options
        particle = options[0].endswith(PARTICLE)
        options = tuple(sorted(o.rstrip(PARTICLE) for o in options))
        if len(options) == 1 and options[0].startswith("<"):
            return self.node(options[0][1:-1]), particle
        number = self._alternatives.get(options)
        if number is None:
            number = self._alternatives[options] = self.node()
            for option in options:
                if option.startswith("<"):
                    inner = self.node(option[1:-1])
                    step = Step(inner, -1, False)
                    self._later.append(Compiled(number, (((step,),),), frozenset([inner])))
                else:
                    self.lexicon.add(even.get(option, option), number)
        return number, particle

    def compile(self, phrases: Mapping[str, Iterable[str]], even: Mapping[str, str]) -> None:
        """Compile the phrases of every named node and order them by what they need."""
        for name, texts in phrases.items():
            target = self.node(name)
            for phrase in parse_all(texts):
                self._add(target, phrase, even)
        self._depths = self._order()

    def arrange(self, common: Mapping[str, int]) -> None:
        """Let each phrase wait at the node that a text calls up least often.

        ``common`` says how often a word stands in ordinary sentences.
        """
        levels = self._depths
        weight: dict[int, float] = defaultdict(float)
        for word, nodes in self.lexicon.exact():
            for node in nodes:
                weight[node] += common.get(word, 0) + 0.01
        ordered = sorted(self._later, key=lambda c: levels[c.target])
        for compiled in ordered:
            weight[compiled.target] += min(weight[n] for n in compiled.needs) * 0.5
        depth = max(levels.values(), default=0) + 1
        self.waiting = [defaultdict(list) for _ in range(depth)]
        self.passing = [defaultdict(list) for _ in range(depth)]
        for compiled in ordered:
            level = levels[compiled.target]
            if compiled.clauses == (((Step(min(compiled.needs), -1, False),),),):
                # ‘<dood>’ alone: what matches there matches here, and most phrases are so.
                self.passing[level][min(compiled.needs)].append(compiled.target)
                continue
            rarest = min(compiled.needs, key=lambda n: (weight[n], n))
            self.waiting[level][rarest].append(compiled)
        self.awaited = frozenset(node for level in (*self.waiting, *self.passing) for node in level)

    def _add(self, target: int, phrase: Phrase, even: Mapping[str, str]) -> None:
        single = len(phrase) == len(phrase[0]) == len(phrase[0][0]) == 1
        if single and not any(o.startswith("<") for o in phrase[0][0][0].options):
            for option in phrase[0][0][0].options:
                self.lexicon.add(even.get(option, option), target)
            return

        def row(items: Row) -> tuple[Step, ...]:
            steps = []
            for item in items:
                node, particle = self._item_node(item, even)
                steps.append(Step(node, item.gap, particle))
            return tuple(steps)

        def clause(rows: Clause) -> tuple[tuple[Step, ...], ...]:
            return tuple(row(r) for r in rows)

        clauses = tuple(clause(c) for c in phrase)
        needs = frozenset(s.node for c in clauses for r in c for s in r)
        self._later.append(Compiled(target, clauses, needs))

    def _order(self) -> dict[int, int]:
        """The level of each node: one above the highest it needs. Circles raise ``ValueError``."""
        needs: dict[int, set[int]] = defaultdict(set)
        for compiled in self._later:
            needs[compiled.target] |= compiled.needs
        levels: dict[int, int] = {}
        busy: set[int] = set()

        def level(node: int) -> int:
            if node in levels:
                return levels[node]
            if node in busy:
                name = next((n for n, i in self.names.items() if i == node), "?")
                raise ValueError(f"Begrip ‘{name}’ verwijst in een kring naar zichzelf.")
            busy.add(node)
            below = [level(n) for n in needs.get(node, ())]
            busy.discard(node)
            levels[node] = max(below) + 1 if below else 0
            return levels[node]

        for node in range(self.size):
            level(node)
        return levels


class Found:
    """The matches of all nodes in one sentence."""

    def __init__(self, network: Network, sentence: Sentence) -> None:
        """Match every node of the network in the sentence."""
        self.sentence = sentence
        # Tuples, so that the nodes of one word can share theirs.
        self._matches: dict[int, tuple[Match, ...]] = {}
        self._starting: dict[int, dict[int, list[Match]]] = {}
        self._network = network
        self._nodes = [network.lexicon.nodes(word.keys) for word in sentence.words]
        matches = self._matches
        for number, nodes in enumerate(self._nodes):
            alone = ((number,),)
            earlier = {node: matches[node] for node in matches.keys() & nodes}
            matches |= dict.fromkeys(nodes, alone)
            for node, found in earlier.items():
                matches[node] = found + alone
        known = matches.keys()
        # Of the hundreds of nodes of a sentence, few have a phrase waiting for them.
        awaited = set(network.awaited.intersection(matches))
        for passing, level in zip(network.passing, network.waiting, strict=True):
            for node in passing.keys() & awaited:
                for target in passing[node]:
                    if target in known:
                        for match in matches[node]:
                            self._put(target, match)
                    else:
                        matches[target] = matches[node][:MAX_PER_NODE]
                    awaited.add(target)
            for node in level.keys() & awaited:
                for compiled in level[node]:
                    if compiled.needs <= known:
                        for match in self._phrase(compiled.clauses):
                            self._put(compiled.target, match)
                            awaited.add(compiled.target)

    def _put(self, node: int, match: Match) -> None:
        # A node's own level is higher than what it needs, so nobody has looked it up yet.
        found = self._matches.get(node, ())
        if len(found) < MAX_PER_NODE and match not in found:
            self._matches[node] = (*found, match)

    def _starts(self, node: int) -> dict[int, list[Match]]:
        starting = self._starting.get(node)
        if starting is None:
            starting = self._starting[node] = {}
            for match in self._matches.get(node, ()):
                starting.setdefault(match[0], []).append(match)
        return starting

    @property
    def nodes(self) -> set[int]:
        """The numbers of all nodes that match somewhere in the sentence."""
        return set(self._matches)

    def of(self, name: str) -> tuple[Match, ...]:
        """The matches of a named node, in the order found."""
        node = self._network.names.get(name)
        return self._matches.get(node, ()) if node is not None else ()

    def matches(self, node: int) -> tuple[Match, ...]:
        """The matches of a node by its number."""
        return self._matches.get(node, ())

    def at(self, name: str, number: int) -> bool:
        """Whether a word is by itself a match of the named node."""
        return self._network.names.get(name) in self._nodes[number]

    def _is_particle(self, number: int) -> bool:
        after = number + 1
        words, clauses = self.sentence.words, self.sentence.clauses
        if after >= len(words) or clauses[after] != clauses[number]:
            return True
        return self._network.closers in self._nodes[after]

    def _row(self, row: tuple[Step, ...]) -> Iterator[Match]:
        first = row[0]
        for match in self._matches.get(first.node, ()):
            yield from self._extend(row, 1, match)

    def _extend(self, row: tuple[Step, ...], place: int, so_far: Match) -> Iterator[Match]:
        if place == len(row):
            yield so_far
            return
        step = row[place]
        starting = self._starts(step.node)
        if not starting:
            return
        clauses = self.sentence.clauses
        last = so_far[-1]
        clause = clauses[last]
        reach = MAX_FILLERS if step.gap < 0 else step.gap
        for number in range(last + 1, min(last + 2 + reach, len(clauses))):
            if clauses[number] != clause:
                return
            for match in starting.get(number, ()):
                if not step.particle or self._is_particle(number):
                    yield from self._extend(row, place + 1, so_far + match)
            if step.gap < 0 and self._network.fillers not in self._nodes[number]:
                return

    def _rows(self, rows: tuple[tuple[Step, ...], ...]) -> Iterator[Match]:
        if len(rows) == 1:
            yield from self._row(rows[0])
            return
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

    def _phrase(self, clauses: tuple[tuple[tuple[Step, ...], ...], ...]) -> Iterator[Match]:
        if len(clauses) == 1:
            yield from self._rows(clauses[0])
            return
        parts: list[list[Match]] = []
        for rows in clauses:
            found: list[Match] = []
            for match in self._rows(rows):
                found.append(match)
                if len(found) >= MAX_PER_ROW:
                    break
            if not found:
                return
            parts.append(found)
        yield from _disjoint(parts)


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
