"""Keeps what was read from the editors' files beside the program, so that a start is quick.

They are read once for each version of the rules; the outcome is a file in ``var/``. It can
be thrown away at any time, and where it cannot be written all is read at every start.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import simplemma

from triggerfactors.recognition.similarity import Example

FOLDER: Final = Path(__file__).resolve().parents[2] / "var"
# Rises when what is kept changes its meaning.
_FORM: Final = 3
_CODE: Final = Path(__file__).parent


@dataclass(frozen=True)
class Kept:
    """The examples of the second layer, how often each word stands in them, and the rule files."""

    items: tuple[Example, ...]
    common: Mapping[str, int]
    plain: Mapping[str, Any]  # by the name of the file


def fingerprint(root: Path, names: frozenset[str]) -> str:
    """What the outcome depends on: every rule file, the names, this code and the word list."""
    digest = hashlib.sha256(f"{_FORM} {simplemma.__version__}".encode())
    for path in (*sorted(root.rglob("*.yaml")), *sorted(_CODE.glob("*.py"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    digest.update("\n".join(sorted(names)).encode())
    return digest.hexdigest()


def read(key: str, folder: Path = FOLDER) -> Kept | None:
    """What was kept under this key, or ``None``: not there, of another version, or damaged."""
    try:
        plain = json.loads((folder / "herkenning.json").read_bytes())
        if plain["key"] != key:
            return None
        words = plain["words"]
        items = tuple(
            Example(factor, tuple(map(words.__getitem__, terms)), against)
            for factor, against, terms in plain["items"]
        )
        rules = dict(plain["plain"])
        return Kept(items, {str(w): int(count) for w, count in plain["common"].items()}, rules)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def write(key: str, kept: Kept, folder: Path = FOLDER) -> None:
    """Keep it for the next start; a folder that cannot be written is no fault."""
    numbers: dict[str, int] = {}
    items = [
        [
            item.factor,
            item.against,
            [numbers.setdefault(term, len(numbers)) for term in item.words],
        ]
        for item in kept.items
    ]
    plain = {
        "key": key,
        "words": list(numbers),
        "items": items,
        "common": dict(kept.common),
        # A file that JSON would change, by a number as a key say, is read anew at every start.
        "plain": {n: v for n, v in kept.plain.items() if json.loads(json.dumps(v)) == v},
    }
    with suppress(OSError):
        folder.mkdir(exist_ok=True)
        # Whole or not at all: several processes may start together.
        with tempfile.NamedTemporaryFile(
            "w", dir=folder, prefix="herkenning-", suffix=".tijdelijk", delete=False
        ) as file:
            json.dump(plain, file, ensure_ascii=False, separators=(",", ":"))
        # An administrator's check writes it, the service reads it: it holds the editors' sentences.
        os.chmod(file.name, 0o644)
        os.replace(file.name, folder / "herkenning.json")
