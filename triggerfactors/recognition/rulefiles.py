"""The rules as they stand in ``data/herkenning/``, read but not yet compiled.

``begrippen/<subject>.yaml`` hold concepts, ``bereik.yaml`` the words that deny or move away,
``taal.yaml`` small words and spelling, ``maskers.yaml`` what is masked, ``patronen/<factor>.yaml``
the patterns and ``zinnen/<factor>.yaml`` the sentences.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from triggerfactors.recognition.phrases import PhraseError, concepts_in, parse_all
from triggerfactors.recognition.words import fold

RULES = Path(__file__).resolve().parents[2] / "data" / "herkenning"

NEGATIONS = ("clause", "near", "off")
SUBJECTS = ("self", "kin", "any")
ORDINARY = "gewoon"
ANCHOR = "lijkt-op-zin"
_KEYS = frozenset(
    ["id", "match", "unless", "context", "negation", "subject", "past", "hypothetical", "weak"]
)


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


@dataclass(frozen=True)
class Problem:
    """Something wrong in the rules: file, place and what, in Dutch."""

    file: str
    path: str
    message: str


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
    if plain.get("core"):
        anchor["context"] = plain["core"]
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
        # What keeps every pattern of an event away stands once, at the head of its file.
        unless = tuple(dict.fromkeys((*_texts(plain.get("unless")), *_texts(entry.get("unless")))))
        context = _texts(fields.get("context"))
        for key, texts in (("unless", unless), ("context", context)):
            if texts:
                nodes[f"#{base}#{key}"] = texts
        yield (
            Pattern(
                id=base,
                factor=factor,
                node=f"#{base}",
                unless=f"#{base}#unless" if unless else None,
                context=f"#{base}#context" if context else None,
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


def first_names(path: Path) -> frozenset[str]:
    """The list of first names, one a line; lines with # are remarks."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line.strip()) for line in lines if line.strip() and line[0] != "#")
