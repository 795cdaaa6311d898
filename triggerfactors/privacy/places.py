# Typographic quotes and letters of many languages are meant here.
"""Postal codes and addresses."""

import re
from collections.abc import Iterator
from functools import cache

from triggerfactors.privacy.findings import Kind, Span
from triggerfactors.privacy.words import alternatives, words

# PostNL: four digits not starting with 0, two letters, never SA, SD or SS.
_POSTCODE = re.compile(
    r"(?<![\w.,\-])[1-9][0-9]{3}[ \u00a0]?(?!S[ADS])(?:[A-Z]{2}|(?<![ \u00a0])[a-z]{2})(?![\w-])"
    r"(?P<number>[ ,]{1,3}(?:huisnummer |nr\.? ?|nummer )?[1-9][0-9]{0,4}"
    r"(?:[ \-]?[A-Za-z]|-[0-9]{1,4})?(?!\w))?"
)
# The strong endings are nearly always a street; the weak ones only with a capital.
_STRONG = "straat|laan|plein|gracht|kade|plantsoen|singel|dreef|steeg"
_WEAK = (
    "weg|dijk|hof|pad|park|ring|markt|burg|baan|erf|hoek|kamp|veld|oord|wal|haven|brink|weide"
    "|kwartier"
)


@cache
def _street() -> re.Pattern[str]:
    counted = alternatives(words().lists.counted_things)
    return re.compile(
        r"(?<![\w'’-])"
        r"(?P<lead>(?:[A-Z][\w'’\-]{1,20}\.?[ ]){0,3})"
        rf"(?P<street>[A-Z][\w'’\-]{{0,30}}(?<=\w)(?:{_STRONG}|{_WEAK})|[a-z]{{2,30}}?(?:{_STRONG})"
        rf"|(?:{_STRONG.title()}))"
        r"[ ](?:huisnummer |nr\.? ?|nummer )?"
        r"[1-9][0-9]{0,4}(?:[ \-]?[A-Za-z](?![\w'’])|-[0-9]{1,4})?(?![\w.,/:-]*[0-9])(?!\w)"
        rf"(?![ ](?:{counted})\b)"
    )


def places(text: str) -> Iterator[Span]:
    """Addresses (street or postal code with a house number) and postal codes alone."""
    for match in _POSTCODE.finditer(text):
        if match["number"]:
            yield Span(Kind.ADRES, *match.span())
        yield Span(
            Kind.POSTCODE, match.start(), match.start("number") if match["number"] else match.end()
        )
    for match in _street().finditer(text):
        yield Span(Kind.ADRES, match.start(), match.end())
