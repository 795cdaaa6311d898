"""The Dutch word list of simplemma, kept so that a start need not unpack it.

Unpacked it is 370,000 pairs of words, half a second and 60 MB. Here it is one row of bytes in small
heaps: a word says by its checksum in which heap it must stand, and only that heap is searched.
"""

from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from zlib import crc32

import simplemma
from simplemma.strategies.dictionaries.dictionary_factory import (
    CachingDictionaryFactory,
    DecodedStrMapping,
    DefaultDictionaryFactory,
)

from triggerfactors.recognition import storing

# Rises when what is kept changes its form.
_FORM: Final = "1"
_HEAPS: Final = 1 << 17
# Around a word and its lemma; these bytes stand in no text.
_WORD, _LEMMA, _END = b"\xfd", b"\xfe", b"\xff"


def packed(words: Mapping[str, str]) -> bytes:
    """Words with their lemmas as one row of bytes, for :class:`WordList`."""
    heaps: list[list[bytes]] = [[] for _ in range(_HEAPS)]
    for word, lemma in words.items():
        plain = word.encode()
        heaps[crc32(plain) % _HEAPS] += (_WORD, plain, _LEMMA, lemma.encode(), _END)
    starts = array("I", [0])
    row = bytearray()
    for heap in heaps:
        row += b"".join(heap)
        starts.append(len(row))
    return starts.tobytes() + bytes(row)


class WordList(DecodedStrMapping):
    """Words with their lemmas, searched as they were packed."""

    __slots__ = ("_row", "_starts")

    def __init__(self, held: bytes | memoryview) -> None:
        """Take what :func:`packed` gave."""
        self._starts = array("I")
        size = (_HEAPS + 1) * self._starts.itemsize
        self._starts.frombytes(held[:size])
        self._row = bytes(held[size:])

    def _lookup(self, key: str) -> str | None:
        plain = key.encode()
        heap = crc32(plain) % _HEAPS
        last = self._starts[heap + 1]
        place = self._row.find(_WORD + plain + _LEMMA, self._starts[heap], last)
        if place < 0:
            return None
        begin = place + len(plain) + 2
        return self._row[begin : self._row.find(_END, begin, last)].decode()

    def __contains__(self, key: object) -> bool:
        """Whether it is a word of the list."""
        return isinstance(key, str) and self._lookup(key) is not None

    def __iter__(self) -> Iterator[str]:
        """All words."""
        for pair in self._row.split(_END)[:-1]:
            yield pair[1:].partition(_LEMMA)[0].decode()

    def __len__(self) -> int:
        """How many words there are."""
        return self._row.count(_END)


class KeptFactory(CachingDictionaryFactory):
    """Gives the word list as it was kept; the first time it is unpacked and kept."""

    __slots__ = ("_folder",)

    def __init__(self, folder: Path = storing.FOLDER) -> None:
        """Keep it in this folder."""
        super().__init__()
        self._folder = folder

    def _get_dictionary_uncached(self, lang: str) -> Mapping[str, str]:
        path = self._folder / f"woorden-{lang}.bin"
        key = storing.key(_FORM, simplemma.__version__, lang)
        held = storing.load(path, key)
        if held is not None:
            return WordList(held)
        words = DefaultDictionaryFactory().get_dictionary(lang)
        storing.store(path, key, lambda: packed(words))
        return words
