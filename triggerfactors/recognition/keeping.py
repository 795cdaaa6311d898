"""Keeps the compiled rules beside the program, so that a start reads and compiles nothing.

They are made once for each version of the editors' files and of this code. The file holds plain
values only, as Python writes its own compiled modules (``marshal``): quick to read, and nothing in
it can be run. It is never read before its seal and its key were found right.
"""

import marshal
from dataclasses import fields
from itertools import starmap
from pathlib import Path
from typing import Any, Final

import simplemma

from triggerfactors.recognition import storing
from triggerfactors.recognition.leaning import Counts, Documents
from triggerfactors.recognition.lexicon import Lexicon
from triggerfactors.recognition.masking import Masker
from triggerfactors.recognition.network import Network
from triggerfactors.recognition.reading import Grammar
from triggerfactors.recognition.rulefiles import Pattern
from triggerfactors.recognition.rules import Rules, Silent, by_node
from triggerfactors.recognition.similarity import Example, Examples, Tables
from triggerfactors.recognition.words import Wording

_CODE: Final = Path(__file__).parent
_NAME: Final = "herkenning.bin"


def fingerprint(root: Path, names: frozenset[str]) -> bytes:
    """What the rules depend on: every rule file, the names, this code and the word list."""
    parts: list[str | bytes] = [str(marshal.version), simplemma.__version__]
    for path in (*sorted(root.rglob("*.yaml")), *sorted(_CODE.glob("*.py"))):
        parts += (path.name, path.read_bytes())
    return storing.key(*parts, "\n".join(sorted(names)))


def read(key: bytes, folder: Path = storing.FOLDER) -> Rules | None:
    """The rules kept under this key, or ``None``: not there, of another version, or damaged."""
    held = storing.load(folder / _NAME, key)
    return None if held is None else _made(*marshal.loads(held))


def write(key: bytes, rules: Rules, folder: Path = storing.FOLDER) -> None:
    """Keep the rules for the next start; a folder that cannot be written is no fault."""
    storing.store(folder / _NAME, key, lambda: marshal.dumps(_plain(rules)))


def _values(record: Any) -> tuple[Any, ...]:
    """What stands in the fields of a record, in their order."""
    return tuple(getattr(record, field.name) for field in fields(record))


def _plain(rules: Rules) -> tuple[Any, ...]:
    """The rules as plain values: exactly what :func:`_made` takes."""
    lexicon, *network = _values(rules.network)
    return (
        (_values(lexicon), *network),
        [_values(pattern) for pattern in rules.patterns],
        [_values(pattern) for pattern in rules.anchors.values()],
        (rules.wording.lemmas, rules.wording.equal),
        _values(rules.masker),
        _values(rules.grammar),
        _values(rules.silent),
        rules.subjects,
        rules.examples.turning,
        [tuple(item) for item in rules.examples.items],
        tuple(rules.examples.tables),
        tuple(rules.documents.counts),
    )


def _made(
    network: tuple[Any, ...],
    patterns: list[tuple[Any, ...]],
    anchors: list[tuple[Any, ...]],
    wording: tuple[dict[str, str], dict[str, str]],
    masker: tuple[Any, ...],
    grammar: tuple[frozenset[str], ...],
    silent: tuple[frozenset[str], ...],
    subjects: dict[int, str],
    turning: frozenset[str],
    items: list[tuple[Any, ...]],
    tables: tuple[Any, ...],
    counts: tuple[Any, ...],
) -> Rules:
    """The rules again, from their plain values."""
    lexicon, *rest = network
    again = Network(Lexicon(*lexicon), *rest)
    all_patterns = tuple(starmap(Pattern, patterns))
    return Rules(
        network=again,
        patterns=all_patterns,
        by_node=by_node(all_patterns, again.names),
        wording=Wording(*wording),
        masker=Masker(*masker),
        grammar=Grammar(*grammar),
        examples=Examples(tuple(starmap(Example, items)), turning, Tables(*tables)),
        documents=Documents(Counts(*counts)),
        anchors={pattern.factor: pattern for pattern in starmap(Pattern, anchors)},
        subjects=subjects,
        silent=Silent(*silent),
    )
