"""Words nearby in sound or spelling, for typing errors.

Two steps, both looked up and not computed per word: words that sound alike in Dutch share a key
(``ei`` and ``ij``, ``c`` and ``k``), and keys one letter apart share a form with a letter left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

# The order matters: longer spellings first.
_SOUNDS = (
    ("sch", "sg"), ("tie", "si"), ("cht", "gt"), ("ch", "g"), ("ck", "k"), ("ph", "f"),
    ("th", "t"), ("qu", "kw"), ("x", "ks"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("ij", "ei"),
    ("ou", "au"), ("ie", "i"), ("y", "i"), ("z", "s"), ("v", "f"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")
# Shorter words, among them most first names, have a neighbour by chance.
_MIN_LENGTH = 5
_LONG = 8
_MOST = 3


def sound(form: str) -> str:
    """A key that words with the same sound in Dutch share."""
    for written, heard in _SOUNDS:
        form = form.replace(written, heard)
    form = re.sub(r"dt?$", "t", form)
    return _TWICE.sub(r"\1", form)


def _left_out(key: str) -> Iterator[str]:
    yield key
    for place in range(len(key)):
        yield key[:place] + key[place + 1 :]


def distance(one: str, other: str) -> int:
    """Letters to add, drop, change or swap to go from one word to the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]


class Nearby:
    """Finds the words of a fixed list that a mistyped word may mean."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Take the words that are right."""
        self._near: dict[str, list[str]] = defaultdict(list)
        self._sound: dict[str, str] = {}
        for form in forms:
            if len(form) < _MIN_LENGTH:
                continue
            key = self._sound[form] = sound(form)
            for part in set(_left_out(key)):
                self._near[part].append(form)

    def words(self, typed: str) -> tuple[str, ...]:
        """The words nearest to what was typed, the nearest first; none if all are far."""
        if not _MIN_LENGTH <= len(typed) <= 40:
            return ()
        key = sound(typed)
        candidates = {form for part in _left_out(key) for form in self._near.get(part, ())}
        limit = 2 if len(typed) >= _LONG else 1
        ranked = sorted(
            (distance(key, self._sound[form]), distance(typed, form), form) for form in candidates
        )
        near = [(far, form) for far, _, form in ranked if far <= limit]
        return tuple(form for far, form in near if far == near[0][0])[:_MOST]
