"""The rules of recognition, compiled once from their files into something that can be matched."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from triggerfactors.recognition.leaning import Documents, count
from triggerfactors.recognition.masking import CAPITALS, Masker
from triggerfactors.recognition.matching import Found
from triggerfactors.recognition.network import Compiler, Network
from triggerfactors.recognition.reading import Grammar
from triggerfactors.recognition.reading import read as read_text
from triggerfactors.recognition.rulefiles import Pattern, Problem, Source
from triggerfactors.recognition.similarity import Example, Examples, Terms, in_order, weigh
from triggerfactors.recognition.words import Wording, fold

# Concepts of small words say how something is said, not what it is about.
_HOW = ("begrippen/algemeen.yaml", "bereik.yaml")


@dataclass(frozen=True)
class Silent:
    """What the second layer does not see: names, and words for who someone is or stands for."""

    names: frozenset[str]
    words: frozenset[str]
    # Of these words: what someone eats or wears, which calls up no concept either.
    unseen: frozenset[str]


@dataclass(frozen=True, eq=False)
class Rules:
    """Everything needed to recognise events; never changes after loading."""

    network: Network
    patterns: tuple[Pattern, ...]
    by_node: Mapping[int, tuple[Pattern, ...]]
    wording: Wording
    masker: Masker
    grammar: Grammar
    examples: Examples
    documents: Documents
    anchors: Mapping[str, Pattern]
    subjects: Mapping[int, str]  # node → concept that says what a sentence is about
    silent: Silent

    def terms(self, found: Found, within: frozenset[int] | None = None) -> Terms:
        """What a sentence is, for the second layer: its lemmas and the concepts found in it.

        ``within`` keeps to some of its words, by number.
        """
        return _terms(found, self.subjects, self.silent, within)

    @property
    def factors(self) -> tuple[str, ...]:
        """The events that have patterns, by id."""
        return tuple(dict.fromkeys(p.factor for p in self.patterns))


class RulesError(Exception):
    """The rules cannot be used; ``problems`` holds every one found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold all problems."""
        super().__init__("; ".join(f"{p.file} {p.path}: {p.message}" for p in problems))
        self.problems = problems


def _written(found: Source) -> Iterator[tuple[str | None, str | None, str]]:
    """Every sentence of the editors with its event, or with the event it is a counter to."""
    for factor, (recognised, counter) in found.sentences.items():
        yield from ((factor, None, text) for text in recognised)
        yield from ((None, factor, text) for text in counter)
    yield from ((None, None, text) for text in found.ordinary)


def _terms(
    found: Found,
    subjects: Mapping[int, str],
    silent: Silent,
    within: frozenset[int] | None = None,
) -> Terms:
    words = found.sentence.words
    numbers = range(len(words)) if within is None else within
    nodes = found.nodes & subjects.keys()
    seen = frozenset(n for n in numbers if silent.unseen.isdisjoint(words[n].keys))
    if len(seen) < len(words):
        # A concept counts by words that count: not by the headscarf someone wears.
        nodes = frozenset(n for n in nodes if any(seen.issuperset(m) for m in found.matches(n)))
    lemmas = (words[n].keys[-1] for n in seen if silent.words.isdisjoint(words[n].keys))
    # A name only by its lemma: ‘wil’ is a name too, but ‘hij wil’ is ‘willen’.
    kept = (one for one in lemmas if one and one[0] != "~" and one not in silent.names)
    return frozenset((*kept, *(subjects[node] for node in nodes)))


# What may turn the meaning of a sentence around: denial, imagination, the past, someone else.
_TURNING = ("ontkenning", "denkbeeldig", "voorwaarde_begin", "vroeger", "fictie")


def _turning(found: Source, wording: Wording) -> frozenset[str]:
    words = (w for name in _TURNING for w in found.concepts.get(name, ((), ()))[0])
    single = (fold(w) for w in words if w.isalpha())
    return frozenset(wording.keys(word)[-1] for word in single)


def by_node(
    patterns: Iterable[Pattern], names: Mapping[str, int]
) -> Mapping[int, tuple[Pattern, ...]]:
    """The patterns by the number of the node that must match; ``names`` holds those numbers."""
    found: dict[int, tuple[Pattern, ...]] = {}
    for pattern in patterns:
        node = names[pattern.node]
        found[node] = (*found.get(node, ()), pattern)
    return found


def _folded(values: Any) -> frozenset[str]:
    return frozenset(fold(str(v)) for v in values or ())


def compile_rules(found: Source, first_names: frozenset[str] = frozenset()) -> Rules:
    """The compiled rules; raises :class:`RulesError` with every problem in the files."""
    if found.problems:
        raise RulesError(found.problems)
    language, masks = found.language, found.masks
    equal = {fold(str(k)): fold(str(v)) for k, v in (masks.get("equal") or {}).items()}
    lemmas = {fold(str(k)): fold(str(v)) for k, v in (language.get("lemmas") or {}).items()}
    compiler = Compiler()
    phrases = {n: p for n, (p, _) in found.concepts.items()} | dict(found.matches)
    try:
        compiler.compile(phrases, equal)
    except ValueError as error:
        raise RulesError((Problem("begrippen", "", str(error)),)) from error
    for name, (_, exceptions) in found.concepts.items():
        for word in exceptions:
            compiler.lexicon.exclude(equal.get(word, word), compiler.names[name])
    groups = {
        fold(str(w)): f"~{kind}" for kind, ws in (masks.get("words") or {}).items() for w in ws
    }
    endings = [
        (fold(str(w)), f"~{kind}") for kind, ws in (masks.get("endings") or {}).items() for w in ws
    ]
    spoken = {*compiler.lexicon.exact, *lemmas, *equal}
    grammar = Grammar(
        abbreviations=frozenset(
            str(a).rstrip(".").lower() for a in language.get("abbreviations", ())
        ),
        subordinate=_folded(language.get("subordinate")),
        relative=_folded(language.get("relative")),
        prepositions=_folded(language.get("prepositions")),
        coordinate=_folded(language.get("coordinate")),
        conditional=_folded(language.get("conditional")),
        subjects=_folded(language.get("subjects")),
        openers=_folded(language.get("openers")) | _folded(language.get("subjects")),
    )
    wording = Wording(lemmas, equal)
    ends = tuple(sorted(endings, key=lambda e: -len(e[0])))
    capitals = frozenset(w.rstrip(CAPITALS) for w in spoken if w.endswith(CAPITALS))
    masker = Masker(groups, ends, first_names, frozenset(spoken), capitals)
    subjects = {
        number: f"<{name}>"
        for name, number in compiler.names.items()
        if name in found.places and found.places[name] not in _HOW
    }
    quiet, unseen = (
        _folded(word for group in masks.get(key) or () for word in group)
        for key in ("silent", "unseen")
    )
    silent = Silent(first_names, quiet | unseen, unseen)
    written = [
        (factor, against, sentence)
        for factor, against, text in _written(found)
        for sentence in read_text(text, wording, masker, grammar)
    ]
    network = compiler.arranged(Counter(k for _, _, s in written for w in s.words for k in w.keys))
    items = tuple(
        # One string for each term, however many sentences have it.
        Example(factor, tuple(map(sys.intern, in_order(terms))), against)
        for factor, against, sentence in written
        # ‘Aantek.’ or a name alone says nothing.
        if (terms := _terms(Found(network, sentence), subjects, silent))
    )
    return Rules(
        network=network,
        patterns=found.patterns,
        by_node=by_node(found.patterns, network.names),
        wording=wording,
        masker=masker,
        grammar=grammar,
        examples=Examples(items, _turning(found, wording), weigh(items)),
        documents=Documents(count(items)),
        anchors=found.anchors,
        subjects=subjects,
        silent=silent,
    )
