"""The small language of the rules, from text to something that can be matched.

A phrase is words in a row. ``<naaste>`` names a concept; ``a|b`` is either, ``(a b|c)`` are
alternatives of more words; ``woord?`` may be left out; ``moord-`` begins so, ``-moord`` ends so,
``-moord-`` holds it; ``op_pakken`` is a verb that splits; ``ME`` only counts in capitals.

Between words: nothing (side by side, small filler words may stand between), ``..`` (up to three
words between), ``~`` (up to eight, same clause). Between parts: ``+`` (same clause, any order),
``&`` (same sentence, any order).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

_GROUP = re.compile(r"\(([^()]*)\)")
GAPS = {"..": 3, "~": 8}
PARTICLE = "!"


class PhraseError(ValueError):
    """A phrase that cannot be read; the message is for an editor, in Dutch."""


class Item(NamedTuple):
    """One place in a phrase: alternatives, and how many words may stand before it (-1: filler)."""

    options: tuple[str, ...]
    gap: int = -1


Row = tuple[Item, ...]  # words in order
Clause = tuple[Row, ...]  # rows in one clause, any order
Phrase = tuple[Clause, ...]  # clauses in one sentence, any order


def concepts_in(phrase: Phrase) -> Iterator[str]:
    """The names of the concepts that a phrase uses."""
    for clause in phrase:
        for row in clause:
            for item in row:
                yield from (o[1:-1] for o in item.options if o.startswith("<"))


def words_in(phrase: Phrase) -> Iterator[str]:
    """The words, with or without joker, that a phrase uses."""
    for clause in phrase:
        for row in clause:
            for item in row:
                yield from (o for o in item.options if not o.startswith("<"))


def _row_variants(text: str, whole: str) -> list[Row]:
    """All readings of a row: with and without words that may be left out, verbs split or not."""
    choices: list[list[tuple[Item, ...]]] = []
    gap = -1
    for part in text.split():
        if part in GAPS:
            gap = GAPS[part]
            continue
        optional = part.endswith("?")
        options = tuple(o for o in part.rstrip("?").split("|") if o)
        if not options:
            raise PhraseError(f"In ‘{whole}’ staat een leeg woord.")
        for option in options:
            if option.startswith("<") != option.endswith(">"):
                raise PhraseError(f"In ‘{whole}’ is ‘{option}’ geen woord en geen begrip.")
        joined = tuple(o if o.startswith("<") else o.replace("_", "") for o in options)
        variants: list[tuple[Item, ...]] = [(Item(joined, gap),)]
        for option in options:
            if "_" in option and not option.startswith("<"):
                particle, verb = option.split("_", 1)
                variants.append((Item((verb,), gap), Item((particle + PARTICLE,), GAPS["~"])))
                variants.append((Item((particle,), gap), Item(("te",)), Item((verb,))))
        if optional:
            variants.append(())
        choices.append(variants)
        gap = -1
    rows = []
    for chosen in product(*choices):
        row = tuple(item for items in chosen for item in items)
        if row:
            rows.append(row)
    if not rows:
        raise PhraseError(f"‘{whole}’ is leeg.")
    return rows


def _ungrouped(text: str) -> list[str]:
    """The text without brackets: single words together, each longer alternative on its own."""
    group = _GROUP.search(text)
    if not group:
        if "(" in text or ")" in text:
            raise PhraseError(f"In ‘{text}’ mist een haakje.")
        return [text]
    options = [option.strip() for option in group[1].split("|") if option.strip()]
    singles = "|".join(option for option in options if " " not in option)
    longer = [option for option in options if " " in option]
    chosen = ([singles] if singles else []) + longer
    found = []
    for option in chosen:
        found += _ungrouped(text[: group.start()] + option + text[group.end() :])
    return found


@lru_cache(maxsize=20_000)
def parse(text: str) -> tuple[Phrase, ...]:
    """All readings of one phrase; raises :class:`PhraseError` for one that is empty or broken."""
    if text.isalpha():
        # Half of all phrases are one plain word.
        return ((((Item((text,)),),),),)
    return tuple(phrase for plain in _ungrouped(text) for phrase in _parse(plain))


def _parse(text: str) -> list[Phrase]:
    clauses: list[list[Clause]] = []
    for part in text.split(" & "):
        rows = [_row_variants(row, text) for row in part.split(" + ")]
        clauses.append([tuple(chosen) for chosen in product(*rows)])
    return [tuple(chosen) for chosen in product(*clauses)]


def parse_all(texts: Iterable[str]) -> list[Phrase]:
    """All readings of several phrases."""
    return [phrase for text in texts for phrase in parse(text)]
