"""What one word is for the rules: its plain form, its lemma and its likely spelling.

Form and lemma are both kept, because the lemma list has known traps (``leden`` → ``lijden``,
``op_pakken``); ``Wording.lemmas`` in ``data/herkenning/taal.yaml`` mends those by hand.
"""

import unicodedata
from collections.abc import Container, Iterator, Mapping
from functools import cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from triggerfactors.recognition.wordlist import KeptFactory

LANGUAGE = "nl"
LONGEST = 40
_CACHE_LIMIT = 50_000
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'"})
_HYPHENS = str.maketrans("", "", "-‑–")


def fold(word: str) -> str:
    """The word in lower case, without accents and hyphens: ``"Extreem-Rechts"`` is one word."""
    if word.isascii():
        return word.lower().replace("-", "")
    spread = unicodedata.normalize("NFKD", word.lower().translate(_APOSTROPHES))
    return "".join(c for c in spread if not unicodedata.combining(c)).translate(_HYPHENS)


_FACTORY = KeptFactory()
_LEMMATIZER = Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=_FACTORY))


@cache
def _dictionary() -> Container[str]:
    # The same list that the lemmatizer uses; asking it directly is twenty times faster.
    return _FACTORY.get_dictionary(LANGUAGE)


def known(form: str) -> bool:
    """Whether the Dutch word list has this form."""
    return len(form) <= LONGEST and form in _dictionary()


def lemma(form: str) -> str:
    """The lemma of a folded form by the Dutch word list; separable verbs as one word."""
    if len(form) > LONGEST or not form.isalpha():
        return form
    return fold(_LEMMATIZER.lemmatize(form, lang=LANGUAGE)).replace("_", "")


# Sounds that are written in two ways, both directions tried.
_SWAPS = (
    ("cht", "gt"), ("gt", "cht"), ("g", "ch"), ("ch", "g"), ("ei", "ij"), ("ij", "ei"),
    ("au", "ou"), ("ou", "au"), ("z", "s"), ("s", "z"), ("v", "f"), ("f", "v"), ("c", "k"),
    ("k", "c"), ("pt", "bt"), ("ie", "i"), ("i", "ie"), ("pies", "pjes"), ("kies", "kjes"),
    ("ks", "x"), ("th", "t"), ("dt", "d"), ("dt", "t"), ("sg", "sch"), ("ee", "e"), ("oo", "o"),
    ("aa", "a"), ("uu", "u"), ("e", "ee"), ("o", "oo"), ("y", "ij"), ("a", "aa"),
)  # fmt: skip
_ENDINGS = (("", "n"), ("", "t"), ("", "en"), ("t", "d"), ("d", "t"), ("te", "ten"), ("s", "st"))


def spellings(form: str) -> Iterator[str]:
    """Nearby spellings of a form that is not in the word list, the likeliest first."""
    for end, better in _ENDINGS:
        if form.endswith(end):
            yield form[: len(form) - len(end)] + better
    for written, meant in _SWAPS:
        place = form.find(written)
        while place >= 0:
            yield form[:place] + meant + form[place + len(written) :]
            place = form.find(written, place + 1)
    if len(form) < 6:
        return
    for place in range(1, len(form)):
        yield form[:place] + form[place - 1] + form[place:]
    for place in range(len(form) - 1):
        yield form[:place] + form[place + 1] + form[place] + form[place + 2 :]
        yield form[:place] + form[place + 1 :]


class Wording:
    """Gives the keys of a word: every plain form and lemma under which a rule may find it."""

    def __init__(self, lemmas: Mapping[str, str], equal: Mapping[str, str]) -> None:
        """Take lemmas mended by hand and words of one gender with the word they equal."""
        self.lemmas = lemmas
        self.equal = equal
        self._keys: dict[str, tuple[str, ...]] = {}

    def even(self, word: str) -> str:
        """The word under which both genders are known: ``"zus"`` → ``"broer"``."""
        return self.equal.get(word, word)

    def keys(self, form: str) -> tuple[str, ...]:
        """The keys of a folded form, the form itself first."""
        found = self._keys.get(form)
        if found is None:
            if len(self._keys) >= _CACHE_LIMIT:
                self._keys.clear()
            found = self._keys[form] = self._find(form)
        return found

    def _lemma(self, form: str) -> str:
        return self.lemmas.get(form) or lemma(form)

    def _find(self, form: str) -> tuple[str, ...]:
        forms = [form]
        if not 4 <= len(form) <= LONGEST or form in self.lemmas or form in self.equal:
            pass
        elif not known(form):
            forms += self._better(form)
        elif form.endswith("e") and known(form + "n"):
            forms.append(form + "n")
        found = dict.fromkeys(self.even(one) for one in forms)
        for one in forms:
            found.setdefault(self.even(self._lemma(one)))
        return tuple(found)

    def _better(self, form: str) -> list[str]:
        # A compound is seldom in the list; its own lemma shows that the list can make sense of it.
        if lemma(form) != form:
            return []
        for candidate in spellings(form):
            if len(candidate) >= 3 and (candidate in self.lemmas or known(candidate)):
                return [candidate]
        return []
