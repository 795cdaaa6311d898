"""All detectors together: one text in, findings in text order out, no overlaps."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from triggerfactors.privacy.accounts import accounts
from triggerfactors.privacy.dates import dates
from triggerfactors.privacy.findings import Finding, Kind, Located, Span
from triggerfactors.privacy.names import names
from triggerfactors.privacy.numbers import numbers
from triggerfactors.privacy.places import places

MAX_LENGTH = 50_000

# The more specific kind wins where two overlap. A BSN comes first: it must never slip through.
_ORDER = (
    Kind.BSN,
    Kind.IBAN,
    Kind.EMAIL,
    Kind.TELEFOON,
    Kind.KENTEKEN,
    Kind.GEBOORTEDATUM,
    Kind.ADRES,
    Kind.POSTCODE,
    Kind.ACCOUNT,
    Kind.NAAM,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def find(text: str, *, today: date | None = None) -> tuple[Finding, ...]:
    """Find traceable data in free text, on this machine, by fixed rules.

    In: any text; only the first 50,000 characters are read, so that work stays bounded. ``today``
    decides which dates can be a birth date (default: the date of the computer). Out: findings in
    text order without overlap; where kinds overlap the more specific one stays. Never raises on
    any text. It is a warning, not proof: a name can be missed. Source: praktijk.md §3.5, rule 3.
    """
    read = text[:MAX_LENGTH]
    day = today or date.today()
    spans = chain(numbers(read), accounts(read), dates(read, day), places(read), names(read))
    return tuple(
        Finding(span.kind, span.start, span.end, read[span.start : span.end], span.kind is Kind.BSN)
        for span in _without_overlap(spans, len(read))
    )


def find_in(pairs: Iterable[tuple[str, str]]) -> tuple[Located, ...]:
    """Find in more than one text: pairs of (place in Dutch, text), findings with their place."""
    return tuple(Located(place, finding) for place, text in pairs for finding in find(text))


def _without_overlap(spans: Iterable[Span], length: int) -> list[Span]:
    """Keep spans by rank, then the longer; linear in the text by marking characters."""
    taken = bytearray(length)
    kept = []
    for span in sorted(spans, key=lambda s: (_RANK[s.kind], s.start - s.end, s.start)):
        if span.start < span.end and not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
