# Typographic quotes and letters of many languages are meant here.
"""Birth dates: any date after 'geboren', or a full date that can be somebody's birth date."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from triggerfactors.privacy.findings import Kind, Span
from triggerfactors.privacy.words import alternatives, words

# Without a word such as 'geboren', a date is a possible birth date between these ages. Younger
# dates in a note are nearly always appointments or incidents.
_YOUNGEST, _OLDEST = 7, 95

_YEAR_FIRST = re.compile(
    r"(?<![\w/.-])((?:19|20)[0-9]{2})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
    r"(?![\w/-]|\.[0-9])"
)
_DAY_FIRST = re.compile(
    r"(?<![\w/.-])([0-9]{1,2})([-/.]|[ ]-[ ])([0-9]{1,2})\2"
    r"((?:19|20)[0-9]{2}|['’]?[0-9]{2})(?![\w/-]|\.[0-9])"
)


@cache
def _written() -> re.Pattern[str]:
    months = alternatives(tuple(words().lists.months))
    return re.compile(
        rf"(?<![\w/.-])([0-9]{{1,2}})(?:e|ste|de)?[ ]({months})\b\.?"
        r"(?:[ ]((?:19|20)[0-9]{2}|['’][0-9]{2})(?!\w))?",
        re.IGNORECASE,
    )


@cache
def _before(kind: str) -> re.Pattern[str]:
    lists = words().lists
    cues = lists.birth_before if kind == "birth" else lists.other_date_before
    gap = (
        r"(?:[\s:,(=]{1,3}(?:op|is|te|in|datum|dd\.?|d\.d\.|\(|[A-Z][\w-]{1,20})){0,3}"
        r"[\s:,(=.]{0,3}$"
    )
    return re.compile(rf"(?<!\w)(?:{alternatives(cues)})" + gap, re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    cues = alternatives(words().lists.birth_after)
    return re.compile(rf"[\s,)]{{1,3}}(?:{cues})\b", re.IGNORECASE)


def dates(text: str, today: date) -> Iterator[Span]:
    """Birth dates in the text; ``today`` decides which years can be one."""
    for match in _YEAR_FIRST.finditer(text):
        yield from _judge(text, match.span(), match[1], match[3], match[4], today, False)
    for match in _DAY_FIRST.finditer(text):
        loose = match[2] == "." and len(match[4]) < 4
        yield from _judge(text, match.span(), match[4], match[3], match[1], today, loose)
    months = words().lists.months
    for match in _written().finditer(text):
        month = str(months[match[2].lower()])
        end = match.end() if match[3] else match.end(2)
        span = (match.start(), end)
        yield from _judge(text, span, match[3] or "", month, match[1], today, not match[3])


def _judge(
    text: str,
    span: tuple[int, int],
    year: str,
    month: str,
    day: str,
    today: date,
    needs_word: bool,
) -> Iterator[Span]:
    """One span if this is a birth date; ``needs_word``: only beside a word such as 'geboren'."""
    start, end = span
    moment = _as_date(year, month, day, today)
    if moment is None:
        return
    left = (text, max(0, start - 60), start)
    beside = bool(_before("birth").search(*left)) or bool(_after().match(text, end, end + 20))
    if not beside:
        age = today.year - moment.year
        if needs_word or not _YOUNGEST <= age <= _OLDEST:
            return
        if moment in words().lists.known_dates or _before("other").search(*left):
            return
    yield Span(Kind.GEBOORTEDATUM, start, end)


def _as_date(year: str, month: str, day: str, today: date) -> date | None:
    """The date, or None if there is no such day. Two digits mean the last hundred years."""
    digits = year.strip("'’")
    number = int(digits) if digits else 2000
    if len(digits) == 2:
        number += 2000 if 2000 + number <= today.year else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None
