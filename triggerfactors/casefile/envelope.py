"""The part of a case file that is read back: bounded, checked JSON inside a readable page.

The JSON stands in a script element of a type that no browser runs. It carries a format name,
a version and a checksum, so that another, newer, cut or changed file is told apart.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from triggerfactors.casefile.problems import CaseFileError, Problem
from triggerfactors.situation import Situation

FORMAT = "triggerwijzer-situatie"
VERSION = 1
MAX_BYTES = 1_000_000
MAX_DEPTH = 12

_OPEN = '<script type="application/json" id="triggerwijzer-bewaarbestand">'
_CLOSE = "</script>"


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(_canonical(body).encode("utf-8", "surrogatepass")).hexdigest()


def wrap(body: dict[str, Any]) -> str:
    """The script element that holds a body with its checksum; typed words cannot end it."""
    text = json.dumps({**body, "check": _checksum(body)}, ensure_ascii=True)
    # Inside a script element only "<" could end it; ">" and "&" go too, for strict readers.
    for character, escape in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        text = text.replace(character, escape)
    return f"{_OPEN}{text}{_CLOSE}"


def seal(situation: Situation, content_version: str) -> str:
    """The script element to put in the page: the answers, ready to be read back."""
    return wrap(
        {
            "format": FORMAT,
            "version": VERSION,
            "content": content_version,
            "situation": situation.model_dump(mode="json"),
        }
    )


def _depth(text: str) -> int:
    """The deepest nesting of brackets outside strings, in one pass."""
    depth = deepest = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _parse(text: str) -> dict[str, Any]:
    if _depth(text) > MAX_DEPTH:
        raise CaseFileError(Problem.TOO_DEEP)
    try:
        value = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):
        raise CaseFileError(Problem.DAMAGED) from None
    if not isinstance(value, dict):
        raise CaseFileError(Problem.DAMAGED)
    return value


def _cut_out(text: str) -> str:
    start = text.find(_OPEN)
    if start < 0:
        # A file of ours that stops early still has our name in its head.
        is_ours = 'content="Triggerwijzer"' in text[:2000]
        raise CaseFileError(Problem.CUT if is_ours else Problem.FOREIGN)
    end = text.find(_CLOSE, start)
    if end < 0:
        raise CaseFileError(Problem.CUT)
    if text.find(_OPEN, end) >= 0:
        raise CaseFileError(Problem.CHANGED)
    return text[start + len(_OPEN) : end]


def unwrap(data: bytes, versions: Mapping[str, int], max_bytes: int = MAX_BYTES) -> dict[str, Any]:
    """The body in a file of one of these formats, with the newest version we know of each.

    Takes the bytes of the file; raises :class:`CaseFileError` for a file that is too large, not
    text, not ours, cut, damaged, changed or newer. Nothing in the file is ever run.
    """
    if len(data) > max_bytes:
        raise CaseFileError(Problem.TOO_LARGE)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CaseFileError(Problem.NOT_TEXT) from None
    body = _parse(_cut_out(text))
    newest = versions.get(str(body.get("format")))
    if newest is None:
        raise CaseFileError(Problem.FOREIGN)
    version = body.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CaseFileError(Problem.DAMAGED)
    if version > newest:
        raise CaseFileError(Problem.NEWER)
    check = body.pop("check", None)
    if check != _checksum(body):
        raise CaseFileError(Problem.CHANGED)
    return body


def situation_in(body: dict[str, Any]) -> Situation:
    """The situation in a body of format ``FORMAT``."""
    try:
        return Situation.model_validate(body.get("situation"), strict=False)
    except (ValidationError, RecursionError):
        raise CaseFileError(Problem.DAMAGED) from None


def unseal(data: bytes) -> Situation:
    """The situation in a case file; raises :class:`CaseFileError` like :func:`unwrap`."""
    return situation_in(unwrap(data, {FORMAT: VERSION}))
