"""The rules in ``data/herkenning/``, read and compiled once.

``begrippen/<subject>.yaml`` hold concepts, ``bereik.yaml`` the words that deny or move away,
``taal.yaml`` small words and spelling, ``maskers.yaml`` what is masked, ``patronen/<factor>.yaml``
the patterns.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triggerfactors.recognition import keeping
from triggerfactors.recognition.keeping import fingerprint
from triggerfactors.recognition.masking import CAPITALS, Masker
from triggerfactors.recognition.matching import Found, Network
from triggerfactors.recognition.phrases import PhraseError, concepts_in, parse_all, words_in
from triggerfactors.recognition.reading import Grammar
from triggerfactors.recognition.reading import read as read_text
from triggerfactors.recognition.similarity import Example, Examples, Terms
from triggerfactors.recognition.words import Wording, fold

RULES = Path(__file__).resolve().parents[2] / "data" / "herkenning"

NEGATIONS = ("clause", "near", "off")
SUBJECTS = ("self", "kin", "any")


@dataclass(frozen=True, slots=True)
class Pattern:
    """When an event is proposed: a phrase that matches, and what may not or must be near it."""

    id: str
    factor: str
    node: str
    unless: str | None
    context: str | None
    negation: str
    subject: str
    past: bool
    hypothetical: bool
    weak: bool


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
    anchors: Mapping[str, Pattern]
    subjects: Mapping[int, str]  # node → concept that says what a sentence is about
    anchor_nodes: frozenset[int]
    silent: frozenset[str]  # names and words for a side, which the second layer does not see

    def terms(self, found: Found, within: frozenset[int] | None = None) -> Terms:
        """What a sentence is, for the second layer: its lemmas and the concepts found in it.

        ``within`` keeps to some of its words, by number.
        """
        return _terms(found, self.subjects, self.silent, within)

    @property
    def factors(self) -> tuple[str, ...]:
        """The events that have patterns, by id."""
        return tuple(dict.fromkeys(p.factor for p in self.patterns))


@dataclass(frozen=True)
class Problem:
    """Something wrong in the rules: file, place and what, in Dutch."""

    file: str
    path: str
    message: str


class RulesError(Exception):
    """The rules cannot be used; ``problems`` holds every one found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Hold all problems."""
        super().__init__("; ".join(f"{p.file} {p.path}: {p.message}" for p in problems))
        self.problems = problems


def read(path: Path) -> Any:
    """The plain value of a YAML file."""
    # The C loader is safe and makes start-up ten times faster.
    return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@dataclass(frozen=True)
class Source:
    """The rules as they stand in the files, before they are compiled."""

    concepts: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]  # phrases, exceptions
    places: Mapping[str, str]  # concept → file
    patterns: tuple[Pattern, ...]
    matches: Mapping[str, tuple[str, ...]]  # pattern node → phrases
    anchors: Mapping[str, Pattern]  # event → what must stand in a sentence that looks alike
    sentences: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]  # recognise, counter
    ordinary: tuple[str, ...]  # sentences without any event
    language: Mapping[str, Any]
    masks: Mapping[str, Any]
    problems: tuple[Problem, ...]
    root: Path


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def _concepts(
    file: str, plain: Any, problems: list[Problem]
) -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    if not isinstance(plain, dict):
        problems.append(Problem(file, "", "Dit bestand heeft geen begrippen."))
        return
    for name, value in plain.items():
        words = value.get("words") if isinstance(value, dict) else value
        exceptions = value.get("not", []) if isinstance(value, dict) else []
        phrases = _texts(words)
        if not phrases:
            problems.append(Problem(file, str(name), "Dit begrip is leeg."))
        yield str(name), (phrases, _texts(exceptions))


# Concepts of small words say how something is said, not what it is about.
_HOW = ("begrippen/algemeen.yaml", "bereik.yaml")
ORDINARY = "gewoon"
ANCHOR = "lijkt-op-zin"
_KEYS = frozenset(
    ["id", "match", "unless", "context", "negation", "subject", "past", "hypothetical", "weak"]
)


def _patterns(
    file: str, plain: Any, problems: list[Problem]
) -> Iterator[tuple[Pattern, dict[str, tuple[str, ...]]]]:
    if not isinstance(plain, dict) or not plain.get("factor") or not plain.get("patterns"):
        problems.append(Problem(file, "", "Dit bestand heeft geen ‘factor’ of geen ‘patterns’."))
        return
    factor = str(plain["factor"])
    defaults = {k: plain.get(k) for k in _KEYS if k in plain}
    seen: set[str] = set()
    anchor = {"id": ANCHOR, "match": plain.get("anchors") or [], "weak": True}
    entries = [*plain["patterns"], anchor] if anchor["match"] else plain["patterns"]
    for number, entry in enumerate(entries, start=1):
        place = f"patterns[{number}]"
        if not isinstance(entry, dict):
            problems.append(Problem(file, place, "Een patroon heeft een ‘id’ en een ‘match’."))
            continue
        fields = defaults | entry
        name = str(fields.get("id") or "")
        match = _texts(fields.get("match"))
        for key in sorted(set(entry) - _KEYS):
            problems.append(Problem(file, place, f"Het veld ‘{key}’ bestaat niet."))
        if not name or name in seen:
            problems.append(Problem(file, place, "Een patroon heeft een eigen ‘id’ nodig."))
        if not match:
            problems.append(Problem(file, place, "Dit patroon is leeg."))
            continue
        negation = fields.get("negation", "clause")
        # YAML reads a bare `off` as false.
        negation = "off" if negation is False else str(negation)
        subject = str(fields.get("subject", "self"))
        if negation not in NEGATIONS or subject not in SUBJECTS:
            problems.append(
                Problem(file, place, "‘negation’ of ‘subject’ heeft een vreemde waarde.")
            )
        seen.add(name)
        base = f"{factor}/{name}"
        nodes = {f"#{base}": match}
        for key in ("unless", "context"):
            if fields.get(key):
                nodes[f"#{base}#{key}"] = _texts(fields[key])
        yield (
            Pattern(
                id=base,
                factor=factor,
                node=f"#{base}",
                unless=f"#{base}#unless" if fields.get("unless") else None,
                context=f"#{base}#context" if fields.get("context") else None,
                negation=negation,
                subject=subject,
                past=bool(fields.get("past", True)),
                hypothetical=bool(fields.get("hypothetical", True)),
                weak=bool(fields.get("weak", False)),
            ),
            nodes,
        )


def source(root: Path = RULES) -> Source:
    """Read all files; faults are gathered in ``problems`` and do not stop the reading."""
    problems: list[Problem] = []

    def plain(name: str) -> Any:
        try:
            return read(root / name)
        except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
            mark = getattr(error, "problem_mark", None)
            place = f"regel {mark.line + 1}" if mark else ""
            problems.append(Problem(name, place, "Dit bestand is niet te lezen als YAML."))
            return {}

    concepts: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    places: dict[str, str] = {}
    subjects = (f"begrippen/{path.name}" for path in sorted((root / "begrippen").glob("*.yaml")))
    for file in (*subjects, "bereik.yaml"):
        for name, value in _concepts(file, plain(file), problems):
            if name in concepts:
                problems.append(Problem(file, name, "Dit begrip bestaat al."))
            concepts[name], places[name] = value, file
    patterns: list[Pattern] = []
    matches: dict[str, tuple[str, ...]] = {}
    for path in sorted((root / "patronen").glob("*.yaml")):
        file = f"patronen/{path.name}"
        for pattern, nodes in _patterns(file, plain(file), problems):
            patterns.append(pattern)
            matches |= nodes
    anchors = {p.factor: p for p in patterns if p.id.endswith(f"/{ANCHOR}")}
    patterns = [p for p in patterns if p.factor not in anchors or p is not anchors[p.factor]]
    sentences: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    ordinary: tuple[str, ...] = ()
    for path in sorted((root / "zinnen").glob("*.yaml")):
        file = f"zinnen/{path.name}"
        value = plain(file)
        if path.stem == ORDINARY and isinstance(value, dict):
            ordinary = _texts(value.get("ordinary"))
            continue
        if not isinstance(value, dict) or not value.get("factor"):
            problems.append(Problem(file, "", "Dit bestand noemt geen ‘factor’."))
            continue
        both = (_texts(value.get("recognise")), _texts(value.get("counter")))
        sentences[str(value["factor"])] = both
    everything = {**{n: p for n, (p, _) in concepts.items()}, **matches}
    for name, phrases in everything.items():
        file = places.get(name) or f"patronen/{name.split('/')[0].lstrip('#')}.yaml"
        for text in phrases:
            try:
                used = {c for phrase in parse_all([text]) for c in concepts_in(phrase)}
            except PhraseError as error:
                problems.append(Problem(file, name.lstrip("#"), str(error)))
                continue
            for concept in sorted(used - concepts.keys()):
                message = f"Het begrip ‘{concept}’ bestaat niet."
                problems.append(Problem(file, name.lstrip("#"), message))
    return Source(
        concepts,
        places,
        tuple(patterns),
        matches,
        anchors,
        sentences,
        ordinary,
        plain("taal.yaml") or {},
        plain("maskers.yaml") or {},
        tuple(problems),
        root,
    )


def _written(found: Source) -> Iterator[tuple[str | None, str | None, str]]:
    """Every sentence of the editors with its event, or with the event it is a counter to."""
    for factor, (recognised, counter) in found.sentences.items():
        yield from ((factor, None, text) for text in recognised)
        yield from ((None, factor, text) for text in counter)
    yield from ((None, None, text) for text in found.ordinary)


def _terms(
    found: Found,
    subjects: Mapping[int, str],
    silent: frozenset[str],
    within: frozenset[int] | None = None,
) -> Terms:
    words = found.sentence.words
    if within is None:
        lemmas = [word.keys[-1] for word in words]
        about = [subjects[node] for node in found.nodes & subjects.keys()]
    else:
        lemmas = [words[n].keys[-1] for n in within]
        about = [
            subjects[node]
            for node in found.nodes & subjects.keys()
            if any(within.issuperset(match) for match in found.matches(node))
        ]
    # Who someone is may not make a sentence more or less like another.
    kept = (lemma for lemma in lemmas if lemma and lemma[0] != "~" and lemma not in silent)
    return frozenset((*kept, *about))


# What may turn the meaning of a sentence around: denial, imagination, the past, someone else.
_TURNING = ("ontkenning", "denkbeeldig", "voorwaarde_begin", "vroeger", "fictie")


def _turning(found: Source, wording: Wording) -> frozenset[str]:
    words = (w for name in _TURNING for w in found.concepts.get(name, ((), ()))[0])
    single = (fold(w) for w in words if w.isalpha())
    return frozenset(wording.keys(word)[-1] for word in single)


def _folded(values: Any) -> frozenset[str]:
    return frozenset(fold(str(v)) for v in values or ())


def compile_rules(found: Source, first_names: frozenset[str] = frozenset()) -> Rules:
    """The compiled rules; raises :class:`RulesError` with every problem in the files."""
    if found.problems:
        raise RulesError(found.problems)
    language, masks = found.language, found.masks
    equal = {fold(str(k)): fold(str(v)) for k, v in (masks.get("equal") or {}).items()}
    lemmas = {fold(str(k)): fold(str(v)) for k, v in (language.get("lemmas") or {}).items()}
    network = Network()
    phrases = {n: p for n, (p, _) in found.concepts.items()} | dict(found.matches)
    try:
        network.compile(phrases, equal)
    except ValueError as error:
        raise RulesError((Problem("begrippen", "", str(error)),)) from error
    for name, (_, exceptions) in found.concepts.items():
        for word in exceptions:
            network.lexicon.exclude(equal.get(word, word), network.names[name])
    network.fillers = network.names.get("vulwoord", -1)
    network.closers = network.names.get("na_deeltje", -1)
    by_node: dict[int, list[Pattern]] = {}
    for pattern in found.patterns:
        by_node.setdefault(network.names[pattern.node], []).append(pattern)
    groups = {
        fold(str(w)): f"~{kind}" for kind, ws in (masks.get("words") or {}).items() for w in ws
    }
    endings = [
        (fold(str(w)), f"~{kind}") for kind, ws in (masks.get("endings") or {}).items() for w in ws
    ]
    spoken = network.lexicon.words | set(lemmas) | set(equal)
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
        for name, number in network.names.items()
        if name in found.places and found.places[name] not in _HOW
    }
    silent = first_names | _folded(masks.get("silent"))
    key = fingerprint(found.root, first_names)
    kept = keeping.read(key)
    if kept is None:
        written = [
            (factor, against, sentence)
            for factor, against, text in _written(found)
            for sentence in read_text(text, wording, masker, grammar)
        ]
        common = Counter(k for _, _, s in written for w in s.words for k in w.keys)
        network.arrange(common)
        kept = keeping.Kept(
            tuple(
                Example(factor, _terms(Found(network, sentence), subjects, silent), against)
                for factor, against, sentence in written
            ),
            common,
        )
        if found.root == RULES:
            keeping.write(key, kept)
    else:
        network.arrange(kept.common)
    return Rules(
        network=network,
        patterns=found.patterns,
        by_node={node: tuple(found) for node, found in by_node.items()},
        wording=wording,
        masker=masker,
        grammar=grammar,
        examples=Examples(kept.items, _turning(found, wording)),
        anchors=found.anchors,
        subjects=subjects,
        anchor_nodes=frozenset(network.names[a.node] for a in found.anchors.values()),
        silent=silent,
    )


def first_names(path: Path) -> frozenset[str]:
    """The list of first names, one a line; lines with # are remarks."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and line[0] != "#")


__all__ = [
    "Pattern",
    "Problem",
    "Rules",
    "RulesError",
    "Source",
    "compile_rules",
    "source",
    "words_in",
]
