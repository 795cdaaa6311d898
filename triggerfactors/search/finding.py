"""Find documents by words: form, lemma, compound, same meaning, typing error; in that order."""

import math
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from triggerfactors.content import Content
from triggerfactors.content.language import sentences
from triggerfactors.recognition.words import fold, lemma
from triggerfactors.search.documents import Document, Kind, documents
from triggerfactors.search.spelling import Nearby

# What is searched is bounded: a query is a few words, not a page.
MAX_QUERY = 120
MAX_WORDS = 8
MAX_HITS = 10
# Advice exists for every event and job; more of it would push all else away.
MAX_ADVICE = 4
_MAX_PASSAGE = 320

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_EXACT, _LEMMA, _SAME, _PART, _TYPO = 1.0, 0.85, 0.6, 0.45, 0.8
_TITLE = 3.0
_KIND_WEIGHT = {
    Kind.CARD: 1.3,
    Kind.FACTOR: 1.15,
    Kind.MODULE: 1.0,
    Kind.ORGANISATION: 0.9,
    Kind.ADVICE: 0.8,
    # An invented story never comes before real help.
    Kind.CASE: 0.5,
}


@dataclass(frozen=True)
class Piece:
    """A stretch of a passage; ``found`` where it is one of the words searched for."""

    text: str
    found: bool


@dataclass(frozen=True)
class Hit:
    """A document with the passage in which it was found."""

    document: Document
    passage: tuple[Piece, ...]


@dataclass(frozen=True)
class Results:
    """What was found. ``read_as``: a word as typed with the words it was taken for."""

    query: str
    hits: tuple[Hit, ...] = ()
    read_as: tuple[tuple[str, tuple[str, ...]], ...] = ()


def _forms(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _WORD.finditer(text):
        yield fold(match.group()), match.start(), match.end()


@dataclass(frozen=True)
class _Place:
    document: int
    passage: int  # -1 is the title
    words: int


class Index:
    """All words of all documents, made once for a content."""

    def __init__(self, content: Content) -> None:
        """Read every document once."""
        self.documents = documents(content)
        self._places: list[_Place] = []
        found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for number, document in enumerate(self.documents):
            for passage, text in enumerate((document.title, *document.passages), start=-1):
                forms = [form for form, _, _ in _forms(text)]
                place = len(self._places)
                self._places.append(_Place(number, passage, len(forms)))
                for form in forms:
                    found[form][place] += 1
        self._own_form = frozenset(fold(word) for word in content.search_words.own_form)
        self._by_form = {form: tuple(places) for form, places in found.items()}
        self._by_lemma: dict[str, list[str]] = defaultdict(list)
        for form in self._by_form:
            for base in self._bases(form):
                self._by_lemma[base].append(form)
        self._sorted = sorted(self._by_form)
        self._backwards = sorted(form[::-1] for form in self._by_form)
        self._ignore = frozenset(fold(word) for word in content.search_words.ignore)
        self._same = _same_words(content.search_words.same)
        known = (form for form in self._by_form if form.isalpha() and form not in self._ignore)
        self._nearby = Nearby((*known, *self._same))

    def search(self, query: str) -> Results:
        """The documents that fit a query, the best first."""
        query = " ".join(query[:MAX_QUERY].split())
        typed = list(dict.fromkeys(form for form, _, _ in _forms(query)))
        wanted = [form for form in typed if form not in self._ignore][:MAX_WORDS]
        read_as: list[tuple[str, tuple[str, ...]]] = []
        matched: list[Mapping[str, float]] = []
        for word in wanted:
            forms, meant = self._meant(word)
            matched.append(forms)
            if meant:
                read_as.append((word, meant))
        return Results(query, self._rank(matched), tuple(read_as))

    def _meant(self, word: str) -> tuple[dict[str, float], tuple[str, ...]]:
        """Words of the texts that count for a typed word; what it was read as, if mistyped."""
        forms = self._known(word)
        if forms:
            return forms, ()
        ending = self._ending(word)
        if ending:
            return {form: weight * _PART for form, weight in self._known(ending).items()}, ()
        near = self._nearby.words(word)
        for other in near:
            for form, weight in self._known(other).items():
                forms[form] = max(forms.get(form, 0.0), weight * _TYPO)
        return forms, near if forms else ()

    def _known(self, word: str) -> dict[str, float]:
        weights: dict[str, float] = {}

        def add(forms: Iterable[str], weight: float) -> None:
            for form in forms:
                weights[form] = max(weights.get(form, 0.0), weight)

        add([word] if word in self._by_form else (), _EXACT)
        bases = self._bases(word)
        for base in bases:
            add(self._by_lemma.get(base, ()), _LEMMA)
        for base in (word, *bases):
            for other in self._same.get(base, ()):
                add([other] if other in self._by_form else (), _SAME)
                add(self._compounds(other), _SAME * _PART)
                for other_base in self._bases(other):
                    add(self._by_lemma.get(other_base, ()), _SAME)
        add(self._compounds(word), _PART)
        return weights

    def _compounds(self, word: str) -> Iterator[str]:
        if len(word) >= 4:
            yield from _starting(self._sorted, word)
        if len(word) >= 5:
            # A Dutch compound may end with the word: “groepsdruk” for “druk”.
            yield from (form[::-1] for form in _starting(self._backwards, word[::-1]))

    def _ending(self, word: str) -> str:
        """The longest known word a compound ends with: “kindermishandeling” → “mishandeling”."""
        ends = (word[start:] for start in range(2, len(word) - 4))
        return next((end for end in ends if end in self._by_form), "")

    def _bases(self, form: str) -> tuple[str, ...]:
        return (form,) if form in self._own_form else _bases(form)

    def _rank(self, matched: list[Mapping[str, float]]) -> tuple[Hit, ...]:
        scores: dict[int, float] = defaultdict(float)
        weights: dict[int, float] = defaultdict(float)
        per_passage: dict[int, float] = defaultdict(float)
        asked = 0.0
        for forms in matched:
            places = self._weighed(forms)
            asked += max(places.values(), default=math.log(1 + len(self._places)))
            best: dict[int, tuple[float, float]] = {}
            for at, weight in places.items():
                where = self._places[at]
                near = _TITLE if where.passage < 0 else 1 / (1 + where.words / 60)
                per_passage[at] += weight * near
                old = best.get(where.document, (0.0, 0.0))
                best[where.document] = (max(old[0], weight * near), max(old[1], weight))
            for number, (score, weight) in best.items():
                scores[number] += score
                weights[number] += weight
        passages: dict[int, int] = {}
        for at in sorted(per_passage, key=per_passage.__getitem__):
            if self._places[at].passage >= 0:
                passages[self._places[at].document] = at
        # A document with the rare words asked for goes before one with only the common ones.
        ranked = sorted(
            scores,
            key=lambda number: (
                -(
                    scores[number]
                    * (weights[number] / asked)
                    * _KIND_WEIGHT[self.documents[number].kind]
                )
            ),
        )
        found = frozenset(form for forms in matched for form in forms)
        return tuple(self._hits(ranked, passages, found))

    def _weighed(self, forms: Mapping[str, float]) -> dict[int, float]:
        """Where any of these words stands, with its weight: rare words weigh more."""
        weighed: dict[int, float] = {}
        for form, weight in forms.items():
            places = self._by_form[form]
            rare = weight * math.log(1 + len(self._places) / len(places))
            for at in places:
                weighed[at] = max(weighed.get(at, 0.0), rare)
        return weighed

    def _hits(
        self, ranked: list[int], passages: Mapping[int, int], found: frozenset[str]
    ) -> Iterator[Hit]:
        given = advice = 0
        for number in ranked:
            document = self.documents[number]
            advice += document.kind is Kind.ADVICE
            if document.kind is Kind.ADVICE and advice > MAX_ADVICE:
                continue
            place = passages.get(number)
            text = document.passages[self._places[place].passage] if place is not None else ""
            yield Hit(document, _marked(text or document.passages[0], found))
            given += 1
            if given == MAX_HITS:
                return


def _starting(words: list[str], start: str) -> Iterator[str]:
    """The words of a sorted list that start with ``start``."""
    at = bisect_left(words, start)
    while at < len(words) and words[at].startswith(start):
        yield words[at]
        at += 1


# The lemma of a lemma: “ouders” → “ouder” → “oud”, so that all of them meet.
@lru_cache(maxsize=32768)
def _bases(form: str) -> tuple[str, ...]:
    first = lemma(form)
    return tuple(dict.fromkeys((form, first, lemma(first))))


def _same_words(groups: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    same: dict[str, tuple[str, ...]] = {}
    for group in groups:
        words = [fold(word) for word in group]
        for word in words:
            same[word] = tuple(dict.fromkeys((*same.get(word, ()), *words)))
    return same


def _marked(text: str, found: frozenset[str]) -> tuple[Piece, ...]:
    """The passage, or its sentences around the first word found, with those words marked."""
    text = _around(text, found)
    pieces: list[Piece] = []
    done = 0
    for form, start, end in _forms(text):
        if form in found:
            pieces += [Piece(text[done:start], found=False), Piece(text[start:end], found=True)]
            done = end
    pieces.append(Piece(text[done:], found=False))
    return tuple(piece for piece in pieces if piece.text)


def _around(text: str, found: frozenset[str]) -> str:
    if len(text) <= _MAX_PASSAGE:
        return text
    parts = [sentence.text for sentence in sentences(text)]
    at = next(
        (i for i, part in enumerate(parts) if any(form in found for form, _, _ in _forms(part))), 0
    )
    kept = " ".join(parts[at : at + 2])
    return ("… " if at else "") + kept + (" …" if at + 2 < len(parts) else "")


@lru_cache(maxsize=2)
def index(content: Content) -> Index:
    """The index of a content, made at the first search."""
    return Index(content)


def search(content: Content, query: str) -> Results:
    """Find what fits a few words; nothing about the query is kept."""
    return index(content).search(query)
