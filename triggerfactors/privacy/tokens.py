# Typographic quotes and letters of many languages are meant here.
"""Words of a text with what matters for names: capital, place in the sentence, known or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from triggerfactors.privacy.words import Words, plain

WORD = re.compile(r"[^\W\d_](?:[\w\u0300-\u036f]|['’\-](?=[^\W\d_])){0,60}")
_SENTENCE_MARK = re.compile(r"[.!?…:;\n\r\t•|\"“”„«»]|(?:^|\s)['‘’]|^\s*[-–*]\s")
_JOIN = frozenset({" ", "\u00a0", "  "})
_JOIN_SHORT = frozenset({" '", " ’", " ‘", " `"})
_POSSESSIVE = re.compile(r"['’]s$")
_BRAND = re.compile(r"^(?!(?:Mc|Mac|De|Di|Du|La|Le|El|Al|Van|Fitz)[A-Z])\w*[^\W\d_A-Z][A-Z]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word: its place, how it is written, and whether a name list knows it."""

    start: int
    end: int
    text: str
    key: str
    gap: str
    capital: bool
    opens: bool
    known: bool
    stop: bool

    @property
    def upper(self) -> bool:
        """Written in capitals only, as a heading or an abbreviation is."""
        return len(self.text) > 1 and self.text.isupper()


def tokens_of(text: str, lists: Words) -> list[Token]:
    """The words of a text in order, each with what the rules for names look at."""
    raw = list(WORD.finditer(text))
    keys = [plain(_POSSESSIVE.sub("", match.group())) for match in raw]
    in_phrase = _in_phrase(raw, keys, lists)
    tokens = []
    end = 0
    for index, match in enumerate(raw):
        start = match.start()
        gap = text[end:start] if start - end <= 12 else text[start - 12 : start] + "\n"
        word, key = match.group(), keys[index]
        capital = _is_capital(word, lists)
        known = capital and _is_known(word, key, lists)
        stop = index in in_phrase or (capital and _is_stop(word, key, known, lists))
        tokens.append(
            Token(
                start=start,
                end=match.end(),
                text=word,
                key=key,
                gap=gap,
                capital=capital,
                opens=index == 0 or _opens(gap, keys[index - 1], lists),
                known=known and index not in in_phrase,
                stop=stop,
            )
        )
        end = match.end()
    return tokens


def _in_phrase(raw: Sequence[re.Match[str]], keys: Sequence[str], lists: Words) -> set[int]:
    """Places of words that belong to a name of more than one word that is no private person."""
    inside: set[int] = set()
    for index, key in enumerate(keys):
        phrases = lists.stop_phrases.get(key)
        if not phrases or not raw[index].group()[0].isupper():
            continue
        for phrase in phrases:
            if tuple(keys[index : index + len(phrase)]) == phrase:
                inside.update(range(index, index + len(phrase)))
    return inside


def _opens(gap: str, before: str, lists: Words) -> bool:
    """Whether a word with this gap before it opens a sentence; 'dhr. ' does not end one."""
    if gap.strip() == "." and before in lists.title_cues:
        return False
    return bool(_SENTENCE_MARK.search(gap))


def _parts(word: str) -> list[str]:
    return re.split(r"['’\-]", word)


def _is_capital(word: str, lists: Words) -> bool:
    """Written as a name: each part has a capital, but for a particle (El-Amrani, d'Souza)."""
    if not any(char.isupper() for char in word) or any(
        char.isdigit() or char == "_" for char in word
    ):
        return False
    parts = [part for part in _parts(_POSSESSIVE.sub("", word)) if part]
    return any(part[0].isupper() for part in parts) and all(
        part[0].isupper() or plain(part) in lists.particles or plain(part) in lists.first_names
        for part in parts
    )


def _is_known(word: str, key: str, lists: Words) -> bool:
    if word.isupper() and len(word) < 4:
        return False
    if key in lists.first_names or (
        len(key) > 4 and key[-1] == "s" and key[:-1] in lists.first_names
    ):
        return True
    return "-" in key and any(part in lists.first_names for part in key.split("-"))


def _is_stop(word: str, key: str, known: bool, lists: Words) -> bool:
    """Never a private person; a first name that is also a stop word needs a surname after it."""
    if key in lists.stop_words or any(part in lists.stop_words for part in key.split("-")):
        return True
    if known:
        return False
    return (word.isupper() or key.endswith(lists.stop_endings) or bool(_BRAND.match(word))) and len(
        word
    ) > 1


def is_joined(token: Token) -> bool:
    """Whether this word follows the one before it with only a space."""
    return token.gap in _JOIN or (token.gap in _JOIN_SHORT and token.key in ("t", "s"))
