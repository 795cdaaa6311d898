"""A text as the rules read it: sentences, clauses and words with their place in the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from triggerfactors.recognition.masking import Masker
from triggerfactors.recognition.words import Wording, fold

# Longer than any sentence people write; without this a text without full stops is one sentence.
MAX_SENTENCE_WORDS = 160
MAX_CLAUSE_WORDS = 60
_WRAPPED_LINE = 55

_WORD = re.compile(
    r"(?:[^\W_]|[\u0300-\u036f])+(?:['’‘´`\-‑](?:[^\W_]|[\u0300-\u036f])+)*|['’‘][tmnsr]\b"
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|\n+")
_BEFORE_DOT = re.compile(r"(\S{1,12})\.$")
_BREAK = re.compile(r"[,;:()\[\]/|•→>=+]|\s[-–—]+\s|[\"“”„«»]")
_BULLET = re.compile(r"[ \t]*(?:[-*•–·>]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where it stands, its keys for the rules, and whether a new clause starts here."""

    start: int
    end: int
    form: str
    keys: tuple[str, ...]
    pause: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place in the text, its words, and the number of the clause of each."""

    start: int
    end: int
    words: tuple[Word, ...]
    clauses: tuple[int, ...]


@dataclass(frozen=True)
class Grammar:
    """The small words that shape a sentence (``data/herkenning/taal.yaml``)."""

    abbreviations: frozenset[str]
    subordinate: frozenset[str]
    relative: frozenset[str]
    prepositions: frozenset[str]
    coordinate: frozenset[str]
    conditional: frozenset[str]
    subjects: frozenset[str]
    openers: frozenset[str]


def _sentence_ends(text: str, grammar: Grammar) -> Iterator[int]:
    line = 0
    for match in _END.finditer(text):
        if match[0][0] == "\n":
            rest = text[match.end() : match.end() + 8].lstrip(" \t")
            short = match.start() - line < _WRAPPED_LINE
            new = len(match[0]) > 1 or short or rest[:1].isupper() or _BULLET.match(rest)
            line = match.end()
            if new:
                yield match.start()
        elif match[0] == ".":
            before = _BEFORE_DOT.search(text, max(0, match.end() - 14), match.end())
            word = before[1].lower().lstrip("(\"'‘“") if before else ""
            single = len(word) == 1 and word.isalpha()
            if not (
                single
                or word in grammar.abbreviations
                or word.replace(".", "") in grammar.abbreviations
            ):
                yield match.end()
        else:
            yield match.end()
    yield len(text)


def _spans(text: str, grammar: Grammar) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _sentence_ends(text, grammar):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        bullet = _BULLET.match(text, left, right)
        if bullet:
            left = bullet.end()
        if left < right:
            yield left, right
        start = end


def _clauses(words: list[Word], grammar: Grammar) -> tuple[int, ...]:
    numbers: list[int] = []
    current, size = 0, 0
    for i, word in enumerate(words):
        following = {w.form for w in words[i + 1 : i + 3]}
        joins = word.form in grammar.coordinate and following & grammar.openers
        # ‘de man die slaat’ opens a clause, ‘bij die club’ does not.
        before = words[i - 1].form if i else ""
        joins = joins or (word.form in grammar.relative and before not in grammar.prepositions)
        if size and (
            word.pause or word.form in grammar.subordinate or joins or size >= MAX_CLAUSE_WORDS
        ):
            current, size = current + 1, 0
        numbers.append(current)
        size += 1
    return tuple(numbers)


def read(text: str, wording: Wording, masker: Masker, grammar: Grammar) -> list[Sentence]:
    """Split a text into sentences with masked words; takes time in proportion to its length."""
    sentences: list[Sentence] = []
    for start, end in _spans(text, grammar):
        words: list[Word] = []
        before = start
        first = True
        for match in _WORD.finditer(text, start, end):
            written = match[0]
            pause = bool(words) and bool(_BREAK.search(text, before, match.start()))
            form, keys = masker.mask(written, fold(written), first or pause)
            before = match.end()
            if words and form == "~naam" and not pause and words[-1].form == "~naam":
                last = words[-1]
                words[-1] = Word(last.start, match.end(), form, last.keys, last.pause)
                continue
            first = False
            words.append(Word(match.start(), match.end(), form, keys or wording.keys(form), pause))
        for piece in range(0, max(1, len(words)), MAX_SENTENCE_WORDS):
            part = words[piece : piece + MAX_SENTENCE_WORDS]
            if not part:
                continue
            left = start if piece == 0 else part[0].start
            right = end if piece + MAX_SENTENCE_WORDS >= len(words) else part[-1].end
            sentences.append(Sentence(left, right, tuple(part), _clauses(part, grammar)))
    return sentences
