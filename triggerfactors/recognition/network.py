"""The concepts and phrases of the rules as numbered nodes, compiled once.

Each phrase waits at the node that a text calls up least often, so that a sentence only costs what
its own words call up. A :class:`Network` holds plain values only, so that it can be kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from triggerfactors.recognition.lexicon import Lexicon
from triggerfactors.recognition.phrases import PARTICLE, Clause, Item, Phrase, Row, parse_all

# One place in a row: its node, how many words may stand before it, particle or not.
Step = tuple[int, int, bool]
Steps = tuple[Step, ...]
Clauses = tuple[tuple[Steps, ...], ...]
# A phrase ready to match: the node it serves, its clauses, and every node it needs.
Compiled = tuple[int, Clauses, frozenset[int]]


@dataclass(frozen=True)
class Network:
    """All nodes and phrases of the rules.

    ``waiting`` holds, per level, the phrases that wait at a node; ``passing`` the nodes whose
    matches are matches of other nodes too, for what phrases matched: of single words the lexicon
    knows it. ``awaited``: every node that has a phrase waiting.
    """

    lexicon: Lexicon
    names: Mapping[str, int]
    waiting: Sequence[Mapping[int, Sequence[Compiled]]]
    passing: Sequence[Mapping[int, Sequence[int]]]
    awaited: frozenset[int]
    fillers: int
    closers: int


class Compiler:
    """Makes a network of phrases, step by step: ``compile``, then ``arranged``."""

    def __init__(self) -> None:
        """Start without any node."""
        self.lexicon = Lexicon()
        self.names: dict[str, int] = {}
        self._size = 0
        self._alternatives: dict[tuple[str, ...], int] = {}
        self._later: list[Compiled] = []
        self._levels: dict[int, int] = {}

    def node(self, name: str | None = None) -> int:
        """A new node, or the one that has this name."""
        if name is not None and name in self.names:
            return self.names[name]
        number = self._size
        self._size += 1
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
                    self._later.append((number, _alone(inner), frozenset([inner])))
                else:
                    self.lexicon.add(even.get(option, option), number)
        return number, particle

    def compile(self, phrases: Mapping[str, Iterable[str]], even: Mapping[str, str]) -> None:
        """Compile the phrases of every named node and order them by what they need.

        ``even``: words that count as another word. A circle of concepts raises ``ValueError``.
        """
        for name, texts in phrases.items():
            target = self.node(name)
            for phrase in parse_all(texts):
                self._add(target, phrase, even)
        self._levels = self._order()

    def arranged(self, common: Mapping[str, int]) -> Network:
        """The network, with each phrase waiting at the node that a text calls up least often.

        ``common`` says how often a word stands in ordinary sentences.
        """
        levels = self._levels
        weight: dict[int, float] = defaultdict(float)
        for word, nodes in self.lexicon.exact.items():
            for node in nodes:
                weight[node] += common.get(word, 0) + 0.01
        ordered = sorted(self._later, key=lambda compiled: levels[compiled[0]])
        for target, _, needs in ordered:
            weight[target] += min(weight[n] for n in needs) * 0.5
        depth = max(levels.values(), default=0) + 1
        waiting: list[dict[int, list[Compiled]]] = [{} for _ in range(depth)]
        passing: list[dict[int, list[int]]] = [{} for _ in range(depth)]
        for compiled in ordered:
            target, clauses, needs = compiled
            level = levels[target]
            first = min(needs)
            if clauses == _alone(first):
                # ‘<dood>’ alone: what matches there matches here, and most phrases are so.
                passing[level].setdefault(first, []).append(target)
                continue
            rarest = min(needs, key=lambda n: (weight[n], n))
            waiting[level].setdefault(rarest, []).append(compiled)
        # From the top down, so that what takes over from a node knows already who does from it.
        for level_passing in reversed(passing):
            for node, targets in level_passing.items():
                onward = self.lexicon.onward.setdefault(node, set())
                for target in targets:
                    onward |= {target, *self.lexicon.onward.get(target, ())}
        return Network(
            self.lexicon,
            self.names,
            waiting,
            passing,
            frozenset(node for level in waiting for node in level),
            self.names.get("vulwoord", -1),
            self.names.get("na_deeltje", -1),
        )

    def _add(self, target: int, phrase: Phrase, even: Mapping[str, str]) -> None:
        single = len(phrase) == len(phrase[0]) == len(phrase[0][0]) == 1
        if single and not any(o.startswith("<") for o in phrase[0][0][0].options):
            for option in phrase[0][0][0].options:
                self.lexicon.add(even.get(option, option), target)
            return

        def row(items: Row) -> Steps:
            steps = []
            for item in items:
                node, particle = self._item_node(item, even)
                steps.append((node, item.gap, particle))
            return tuple(steps)

        def clause(rows: Clause) -> tuple[Steps, ...]:
            return tuple(row(r) for r in rows)

        clauses = tuple(clause(c) for c in phrase)
        needs = frozenset(node for c in clauses for r in c for node, _, _ in r)
        self._later.append((target, clauses, needs))

    def _order(self) -> dict[int, int]:
        """The level of each node: one above the highest it needs. Circles raise ``ValueError``."""
        below_of: dict[int, set[int]] = defaultdict(set)
        for target, _, needs in self._later:
            below_of[target] |= needs
        levels: dict[int, int] = {}
        busy: set[int] = set()

        def level(node: int) -> int:
            if node in levels:
                return levels[node]
            if node in busy:
                name = next((n for n, i in self.names.items() if i == node), "?")
                raise ValueError(f"Begrip ‘{name}’ verwijst in een kring naar zichzelf.")
            busy.add(node)
            below = [level(n) for n in below_of.get(node, ())]
            busy.discard(node)
            levels[node] = max(below) + 1 if below else 0
            return levels[node]

        for node in range(self._size):
            level(node)
        return levels


def _alone(node: int) -> Clauses:
    """A phrase of one node and nothing else."""
    return ((((node, -1, False),),),)
