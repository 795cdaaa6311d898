# Typographic quotes and letters of many languages are meant here.
"""The word lists and messages in ``data/privacy.yaml`` and ``data/voornamen.txt``, read once.

Everything an editor may want to change is in those two files. Words are compared in their plain
form (see ``plain``), so that accents, capitals and Turkish dotless i make no difference.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from triggerfactors.privacy.findings import Kind

DATA = Path(__file__).resolve().parents[2] / "data"

_FOLD = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})


def plain(word: str) -> str:
    """The word in lower case without accents: ``"Yılmaz"`` and ``"yilmaz"`` compare equal."""
    if word.isascii():
        return word.lower()
    spread = unicodedata.normalize("NFKD", word.lower()).replace("’", "'").replace("‘", "'")
    return "".join(c for c in spread if not unicodedata.combining(c)).translate(_FOLD)


# Spelling variants of one sound, whatever the language the name was first written in.
_SOUNDS = (
    ("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("tj", "k"), ("dj", "j"), ("dzh", "j"), ("oe", "u"), ("ou", "u"), ("oo", "u"),
    ("ie", "i"), ("ee", "i"), ("ij", "i"), ("ii", "i"), ("y", "i"), ("q", "k"), ("c", "k"),
    ("x", "ks"), ("w", "v"), ("z", "s"), ("j", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=[a-z])h(?![aeiou])|(?<=[a-z]{3})e$")


def sound(key: str) -> str:
    """A plain word as it roughly sounds: ``"soenil"`` and ``"sunil"`` give the same."""
    for written, heard in _SOUNDS:
        key = key.replace(written, heard)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", key))


class _Lists(BaseModel):
    """The shape of ``data/privacy.yaml``; an unknown or missing field is a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    messages: dict[Kind, str]
    public_numbers: tuple[str, ...]
    public_mailboxes: tuple[str, ...]
    public_handles: tuple[str, ...]
    known_dates: tuple[date, ...]
    birth_before: tuple[str, ...]
    birth_after: tuple[str, ...]
    other_date_before: tuple[str, ...]
    counted_things: tuple[str, ...]
    account_labels: tuple[str, ...]
    account_values: tuple[str, ...]
    number_labels: tuple[str, ...]
    particles: tuple[str, ...]
    title_cues: tuple[str, ...]
    person_cues: tuple[str, ...]
    naming_cues: tuple[str, ...]
    naming_things: tuple[str, ...]
    person_verbs: tuple[str, ...]
    common_verbs: tuple[str, ...]
    contact_words: tuple[str, ...]
    meeting_verbs: tuple[str, ...]
    clause_words: tuple[str, ...]
    anonymous_before: tuple[str, ...]
    never_person_before: tuple[str, ...]
    organisation_before: tuple[str, ...]
    organisation_after: tuple[str, ...]
    articles: tuple[str, ...]
    sentence_openers: tuple[str, ...]
    also_words: tuple[str, ...]
    stop_words: tuple[str, ...]
    stop_endings: tuple[str, ...]
    stop_phrases: tuple[str, ...]
    months: dict[str, int] = Field(min_length=12)

    @model_validator(mode="after")
    def _every_kind_has_a_message(self) -> "_Lists":
        missing = [kind.value for kind in Kind if kind not in self.messages]
        if missing:
            raise ValueError(f"In data/privacy.yaml mist een bericht voor: {', '.join(missing)}.")
        return self


@dataclass(frozen=True)
class Words:
    """The lists in plain form, ready to look up."""

    lists: _Lists
    first_names: frozenset[str]

    def _set(self, words: tuple[str, ...]) -> frozenset[str]:
        return frozenset(plain(word) for word in words)

    @cached_property
    def particles(self) -> frozenset[str]:
        """Words inside a surname: van, der, el, ben."""
        return self._set(self.lists.particles)

    @cached_property
    def title_cues(self) -> frozenset[str]:
        """Words before a surname: meneer, mevrouw, dhr."""
        return self._set(self.lists.title_cues)

    @cached_property
    def person_cues(self) -> frozenset[str]:
        """Words before a person's name: moeder, mentor, vriend."""
        return self._set(self.lists.person_cues)

    @cached_property
    def naming_cues(self) -> frozenset[str]:
        """Words that give a name: heet, genaamd."""
        return self._set(self.lists.naming_cues)

    @cached_property
    def naming_things(self) -> frozenset[str]:
        """Things that also 'heten': groep, kanaal, app."""
        return self._set(self.lists.naming_things)

    @cached_property
    def person_verbs(self) -> frozenset[str]:
        """What people do and organisations seldom: vertelde, huilt, appte."""
        return self._set(self.lists.person_verbs)

    @cached_property
    def common_verbs(self) -> frozenset[str]:
        """Verbs that follow a person at the start of a sentence: heeft, komt, wil."""
        return self._set(self.lists.common_verbs) | self.person_verbs

    @cached_property
    def contact_words(self) -> frozenset[str]:
        """Words before 'met X' or 'over X' when X is a person: gesprek, zorgen, ruzie."""
        return self._set(self.lists.contact_words)

    @cached_property
    def meeting_verbs(self) -> frozenset[str]:
        """Verbs right before a person: stond, sprak, zag (ik)."""
        return self._set(self.lists.meeting_verbs)

    @cached_property
    def clause_words(self) -> frozenset[str]:
        """Words that open a clause and are often followed by a person: dat, omdat, toen."""
        return self._set(self.lists.clause_words)

    @cached_property
    def name_sounds(self) -> frozenset[str]:
        """First names as they sound, so that Soenil is found where the list has Sunil."""
        return frozenset(sound(name) for name in self.first_names if len(name) > 3)

    @cached_property
    def anonymous_before(self) -> frozenset[str]:
        """Words before a letter that hides a name: leerling B."""
        return self._set(self.lists.anonymous_before)

    @cached_property
    def never_person_before(self) -> frozenset[str]:
        """Words after which no private person follows: profeet, sint, codenaam."""
        return self._set(self.lists.never_person_before)

    @cached_property
    def organisation_before(self) -> frozenset[str]:
        """Words before the name of an organisation: stichting, basisschool."""
        return self._set(self.lists.organisation_before)

    @cached_property
    def organisation_after(self) -> frozenset[str]:
        """Words that end the name of an organisation: college, lyceum."""
        return self._set(self.lists.organisation_after)

    @cached_property
    def articles(self) -> frozenset[str]:
        """Words before a thing: de, het, een."""
        return self._set(self.lists.articles)

    @cached_property
    def openers(self) -> frozenset[str]:
        """Ordinary words that often open a sentence and are no name."""
        return self._set(self.lists.sentence_openers) | self.particles | self.articles

    @cached_property
    def also_words(self) -> frozenset[str]:
        """First names that are also ordinary words: no name at the start of a sentence."""
        return self._set(self.lists.also_words) | self.openers

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words with a capital that are never a private person."""
        return self._set(self.lists.stop_words)

    @cached_property
    def stop_endings(self) -> tuple[str, ...]:
        """Endings of peoples, languages and organisations; first names are exempt."""
        return tuple(plain(ending) for ending in self.lists.stop_endings)

    @cached_property
    def stop_phrases(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """Names of more than one word that are no private person, by their first word."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for phrase in self.lists.stop_phrases:
            parts = tuple(plain(part) for part in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", phrase))
            found.setdefault(parts[0], set()).add(parts)
        return {first: frozenset(phrases) for first, phrases in found.items()}


@cache
def words() -> Words:
    """Read both files once.

    Raises ``pydantic.ValidationError`` for a wrong field and ``OSError`` for a missing file.
    """
    lists = _Lists.model_validate(
        yaml.safe_load((DATA / "privacy.yaml").read_text(encoding="utf-8"))
    )
    lines = (DATA / "voornamen.txt").read_text(encoding="utf-8").splitlines()
    names = frozenset(plain(line.strip()) for line in lines if line and not line.startswith("#"))
    return Words(lists, names)


def message(kind: Kind) -> str:
    """What was found and what to write instead, in Dutch (``data/privacy.yaml``)."""
    return words().lists.messages[kind]


def alternatives(items: tuple[str, ...]) -> str:
    """A regex alternation of literal words, the longest first."""
    return "|".join(re.escape(item) for item in sorted(items, key=len, reverse=True))
