"""Plain-language rules over a text: sentence length and words we do not use.

The rules themselves stand in ``data/taal.yaml`` (B1: average at most 12 words, none over 25).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pydantic import Field

from triggerfactors.content.models import Item, Label, Text

_ABBREVIATION = re.compile(
    r"\b(bijv|bv|m\.b\.v|o\.a|t/m|dr|mr|nr|tel|ca|enz|evt)\.\s", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?…:])[\"'’”)]*\s+(?=[\"'‘“(]*[A-Z0-9À-Ý])|\n+")
_WORD = re.compile(r"[\w’'-]*\w", re.UNICODE)


class ForbiddenWord(Item):
    """A word or word beginning (``*``) that texts avoid, with what to write instead."""

    pattern: str = Field(min_length=1)
    instead: Label
    why: Text
    except_for: tuple[str, ...] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern as a whole-word, case-insensitive expression."""
        stem = re.escape(self.pattern.rstrip("*"))
        tail = r"\w*" if self.pattern.endswith("*") else ""
        return re.compile(rf"(?<![\w-]){stem}{tail}(?![\w-])", re.IGNORECASE)


class LanguageRules(Item):
    """All plain-language rules."""

    max_words_per_sentence: int = Field(ge=5, le=40)
    max_average_words: float = Field(ge=5, le=40)
    forbidden: tuple[ForbiddenWord, ...]
    forbidden_in_conversation: tuple[ForbiddenWord, ...]
    forbidden_in_cases: tuple[ForbiddenWord, ...] = ()

    @cached_property
    def any_forbidden(self) -> re.Pattern[str]:
        """All forbidden words in one expression: most texts hold none and need one look."""
        rules = (*self.forbidden, *self.forbidden_in_conversation)
        return re.compile("|".join(rule.regex.pattern for rule in rules), re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """One sentence and its number of words."""

    text: str
    words: int


# The same text is looked at for its longest and its average sentence.
@lru_cache(maxsize=16384)
def sentences(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences; a colon before a capital and a line break also end one."""
    shielded = _ABBREVIATION.sub(lambda match: match.group(0).replace(". ", ".\u00a0"), text)
    parts = (part.strip() for part in _SENTENCE_END.split(shielded))
    return tuple(Sentence(part, len(_WORD.findall(part))) for part in parts if part)


def average_words(texts: Iterable[str]) -> float:
    """Average number of words per sentence over all texts; 0 without sentences."""
    counts = [sentence.words for text in texts for sentence in sentences(text) if sentence.words]
    return sum(counts) / len(counts) if counts else 0.0


def too_long(text: str, rules: LanguageRules) -> tuple[Sentence, ...]:
    """Sentences with more words than the rules allow."""
    return tuple(s for s in sentences(text) if s.words > rules.max_words_per_sentence)


def forbidden_words(
    text: str, rules: LanguageRules, *, conversation: bool, place: str
) -> Iterator[tuple[str, ForbiddenWord]]:
    """Words in the text that we do not use, each with its rule.

    ``place`` is the path of field names; a rule's ``except_for`` names fields it skips.
    """
    if not rules.any_forbidden.search(text):
        return
    fields = set(re.split(r"[.\[\]]+", place))
    groups = (rules.forbidden, rules.forbidden_in_conversation if conversation else ())
    for rule in (rule for group in groups for rule in group):
        if fields & set(rule.except_for):
            continue
        match = rule.regex.search(text)
        if match:
            yield match.group(0), rule
