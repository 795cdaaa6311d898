"""Numbers that point to one person: BSN, telephone, bank account, licence plate.

Rules: BSN by the eleven test (``stdnum.nl.bsn``), IBAN by its check digits (``stdnum.iban``),
telephone by the numbering plan (``phonenumbers``), plates by the Dutch series (RDW).
"""

import re
from collections.abc import Iterator
from functools import cache

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum import iban
from stdnum.nl import bsn

from triggerfactors.privacy.findings import Kind, Span
from triggerfactors.privacy.words import words

# Groups of digits with one mark between them. Possessive: no backtracking over long runs.
_DIGIT_RUN = re.compile(r"(?<![0-9])[0-9]++(?:[ .\-\u00a0][0-9]++)*+")
_GROUP = re.compile(r"[0-9]+")
_BSN_LABEL = re.compile(
    r"(?:bsn|burger\W?service\W?nummer|sofi\W?nummer)\W{0,3}(?:nummer|nr)?(?:\s(?:is|van\s\w{1,20}))?"
    r"\W{0,5}$",
    re.IGNORECASE,
)
_BSN_SHAPES = {(3, 3, 3), (4, 2, 3), (2, 3, 4), (3, 2, 4), (4, 3, 2)}

_PHONE_START = re.compile(r"(?<![\w.,-])(?:\+|\(\+?0|0)[0-9 ().\-/\u00a0]{7,24}")
_PUBLIC_TYPES = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
}

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{2}[0-9]{2}(?:[ \u00a0]?[A-Za-z0-9]){11,30}+")

_PLATE = re.compile(
    r"(?<![\w-])(?:"
    r"[A-Z]{2}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[A-Z]{2}|[0-9]{2}-[A-Z]{2}-[0-9]{2}"
    r"|[A-Z]{2}-[0-9]{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-[0-9]{2}|[0-9]{2}-[A-Z]{2}-[A-Z]{2}"
    r"|[0-9]{2}-[A-Z]{3}-[0-9]|[0-9]-[A-Z]{3}-[0-9]{2}|[A-Z]{2}-[0-9]{3}-[A-Z]"
    r"|[A-Z]-[0-9]{3}-[A-Z]{2}|[A-Z]{3}-[0-9]{2}-[A-Z]|[A-Z]-[0-9]{2}-[A-Z]{3}"
    r"|[0-9]-[A-Z]{2}-[0-9]{3}|[0-9]{3}-[A-Z]{2}-[0-9]"
    r")(?![\w-])"
)
_PLATE_LABELLED = re.compile(
    r"(?:kenteken|nummerbord|nummerplaat)(?:\s(?:is|was|met))?[\s:]{1,3}"
    r"((?=[A-Z0-9 \-]{0,8}[0-9])(?=[A-Z0-9 \-]{0,8}[A-Z])"
    r"[A-Z0-9]{1,3}[ \-]?[A-Z0-9]{1,3}[ \-]?[A-Z0-9]{1,3})(?![\w-])",
    re.IGNORECASE,
)


def numbers(text: str) -> Iterator[Span]:
    """All numbers in the text that point to a person, overlaps among other kinds included.

    A BSN stands, unless it is part of a longer valid telephone number or IBAN.
    """
    ibans = list(_ibans(text))
    phones = list(_phones(text))
    longer = [span for span in (*ibans, *phones) if _digits(text, span) > 9]
    covered = sorted((span.start, span.end) for span in longer)
    position = 0
    for start, end, labelled in _bsns(text):
        while position < len(covered) and covered[position][1] <= start:
            position += 1
        inside = position < len(covered) and covered[position][0] <= start < covered[position][1]
        if labelled or not inside:
            yield Span(Kind.BSN, start, end)
    yield from ibans
    yield from phones
    yield from _plates(text)


def _digits(text: str, span: Span) -> int:
    return sum(c.isdigit() for c in text[span.start : span.end])


def _bsns(text: str) -> Iterator[tuple[int, int, bool]]:
    """Start, end and whether a label ('BSN') stands before it, in text order.

    Nine digits in one group, or in groups as people write them when the same mark does not go on.
    Eight digits (a leading zero left out) only after a label: many other numbers have eight.
    """
    for run in _DIGIT_RUN.finditer(text):
        if run.end() - run.start() < 8:
            continue
        groups = [match.span() for match in _GROUP.finditer(text, run.start(), run.end())]
        index = 0
        while index < len(groups):
            taken = _bsn_at(text, groups, index)
            if taken is None:
                index += 1
                continue
            count, labelled = taken
            yield groups[index][0], groups[index + count - 1][1], labelled
            index += count


def _bsn_at(text: str, groups: list[tuple[int, int]], index: int) -> tuple[int, bool] | None:
    """How many groups from ``index`` form a BSN, and whether it has a label; None if none do."""
    start = groups[index][0]
    labelled = bool(_BSN_LABEL.search(text, max(0, start - 45), start))
    sizes: tuple[int, ...] = ()
    for count in range(1, min(5, len(groups) - index) + 1):
        first, last = groups[index + count - 1]
        sizes += (last - first,)
        total = sum(sizes)
        if total > 9:
            return None
        if total < 8 or (total == 8 and not labelled):
            continue
        if count > 1 and not labelled and not _stands_alone(text, groups, index, count, sizes):
            continue
        digits = "".join(text[a:b] for a, b in groups[index : index + count])
        if bsn.is_valid(digits.zfill(9)):
            return count, labelled
    return None


def _stands_alone(
    text: str,
    groups: list[tuple[int, int]],
    index: int,
    count: int,
    sizes: tuple[int, ...],
) -> bool:
    """Groups in a usual shape, one and the same mark between them, and not before or after."""
    if sizes not in _BSN_SHAPES:
        return False
    marks = {text[groups[i][1]] for i in range(index, index + count - 1)}
    around = set()
    if index > 0:
        around.add(text[groups[index - 1][1]])
    if index + count < len(groups):
        around.add(text[groups[index + count - 1][1]])
    return len(marks) == 1 and not marks & around


@cache
def _public_numbers() -> frozenset[str]:
    return frozenset(re.sub(r"\D", "", item) for item in words().lists.public_numbers)


def _phones(text: str) -> Iterator[Span]:
    """Telephone numbers; numbers everybody may call (0800, 0900, 14 0xx, help lines) are not."""
    position = 0
    for candidate in _PHONE_START.finditer(text):
        if candidate.start() < position:
            continue
        if sum(c.isdigit() for c in candidate.group()) < 9:
            continue
        piece = text[candidate.start() : candidate.end()]
        for match in PhoneNumberMatcher(piece, "NL", leniency=Leniency.VALID, max_tries=8):
            raw = match.raw_string.rstrip()
            digits = re.sub(r"\D", "", raw)
            public = number_type(match.number) in _PUBLIC_TYPES or digits in _public_numbers()
            position = candidate.start() + match.start + len(raw)
            if not public and raw[0] in "+0(" and len(digits) >= 9:
                yield Span(Kind.TELEFOON, candidate.start() + match.start, position)


def _ibans(text: str) -> Iterator[Span]:
    """IBANs, with or without spaces; the longest valid beginning of each candidate."""
    for candidate in _IBAN.finditer(text):
        piece = candidate.group()
        ends = [i + 1 for i, char in enumerate(piece) if not char.isspace()]
        for end in reversed(ends[14:34]):
            follows = candidate.start() + end
            if follows < len(text) and text[follows].isalnum():
                continue
            if iban.is_valid(piece[:end].replace("\u00a0", " "), check_country=False):
                yield Span(Kind.IBAN, candidate.start(), follows)
                break


def _plates(text: str) -> Iterator[Span]:
    for match in _PLATE.finditer(text):
        yield Span(Kind.KENTEKEN, *match.span())
    for match in _PLATE_LABELLED.finditer(text):
        if sum(c.isalnum() for c in match.group(1)) in (5, 6):
            yield Span(Kind.KENTEKEN, *match.span(1))
