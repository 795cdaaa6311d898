# Typographic quotes and letters of many languages are meant here.
"""Likely names of people: by their place in the sentence first, by a list of first names second.

Place comes first because it treats every origin alike: two words with a capital inside a sentence,
a word with a capital after 'moeder', 'mentor' or 'heet', or before 'vertelde'. The list of first
names adds names that stand alone. A name found once is found again in the rest of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from triggerfactors.privacy.findings import Kind, Span
from triggerfactors.privacy.tokens import WORD, Token, is_joined, tokens_of
from triggerfactors.privacy.words import Words, alternatives, plain, sound, words

_CUE_GAP = re.compile(r"[ \u00a0]{1,2}['\"‘“„(]?")
_BEFORE_MONTH = frozenset({"in", "sinds", "vanaf", "eind", "begin", "half", "tot", "maand", "per"})
_BEFORE_PLACE = frozenset({"uit", "in", "te", "naar", "op"})
_SUBJECTS = frozenset({"ik", "we", "wij", "hij", "zij", "ze"})
_MAX_PARTS = 5
_HEADLINE = 4  # this many capitals in a row without a known first name is a heading


@dataclass(frozen=True, slots=True)
class _Name:
    """From word ``first`` up to and including word ``last``."""

    first: int
    last: int


def names(text: str) -> Iterator[Span]:
    """Likely names of private people; public figures, places and organisations are left out."""
    lists = words()
    tokens = tokens_of(text, lists)
    found = list(_by_place_or_list(tokens, lists))
    found += _beside_and(tokens, found, lists)
    found += _seen_before(tokens, found, lists)
    for name in found:
        last = tokens[name.last]
        dot = len(last.text) == 1 and text[last.end : last.end + 1] == "."
        yield Span(Kind.NAAM, tokens[name.first].start, last.end + dot)
    yield from _with_initials(text, lists)


def _by_place_or_list(tokens: Sequence[Token], lists: Words) -> Iterator[_Name]:
    ordinary = {token.key for token in tokens if not token.capital}
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.capital:
            if _named_in_small_letters(tokens, index, lists):
                yield _Name(index, index)
            index += 1
            continue
        caps = _row(tokens, index, lists)
        last = caps[-1]
        if _of_something_else(tokens, index, last, lists):
            index = last + 1
            continue
        first = _cued_from(tokens, index, lists)
        if first is not None and _may_follow_a_cue(tokens, caps, lists):
            yield _Name(first, last)
        elif _stands_as_name(tokens, caps, ordinary, lists):
            yield _Name(index, last)
        else:
            index += 1
            continue
        index = last + 1


def _row(tokens: Sequence[Token], index: int, lists: Words) -> list[int]:
    """Words with a capital in a row from ``index``, with particles between them."""
    row = [index]
    at = index
    while len(row) < _MAX_PARTS:
        step = at + 1
        while step < len(tokens) and step <= at + 3 and is_joined(tokens[step]):
            if tokens[step].key not in lists.particles:
                break
            step += 1
        if (
            step >= len(tokens)
            or not is_joined(tokens[step])
            or not _is_part(tokens[step], tokens[index])
        ):
            break
        row.append(step)
        at = step
        if len(tokens[step].text) == 1:
            break
    return row


def _is_part(token: Token, head: Token) -> bool:
    """Whether this word can be the next part of a name that starts with ``head``."""
    if head.upper != token.upper and len(token.text) > 1:
        return False
    if not token.capital:
        return False
    return head.upper or not token.stop or (token.known and head.known)


def _of_something_else(tokens: Sequence[Token], first: int, last: int, lists: Words) -> bool:
    """The name of an organisation, a street or a public figure: 'Stichting X', 'X College'."""
    head = tokens[first]
    dated = any(char.isdigit() for char in head.gap)
    dated = dated or (first > 0 and tokens[first - 1].key in _BEFORE_MONTH)
    if dated and head.key in lists.lists.months:
        return True
    if first > 0 and (
        is_joined(tokens[first]) or tokens[first].gap in (" '", " ‘", ' "', " “", "-")
    ):
        before = tokens[first - 1].key
        if before in lists.never_person_before or before in lists.organisation_before:
            return True
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return bool(
        after
        and is_joined(after)
        and after.capital
        and (after.key in lists.organisation_after or after.key.endswith(("school", "college")))
    )


def _cued_from(tokens: Sequence[Token], index: int, lists: Words) -> int | None:
    """The first word of the name if a cue stands before it ('mentor', 'heet', 'mevrouw de')."""
    first = index
    while first > 0 and first > index - 3 and is_joined(tokens[first]):
        before = tokens[first - 1]
        if before.capital or before.key not in lists.particles:
            break
        first -= 1
    if first > 0 and tokens[first - 1].key in lists.title_cues and tokens[first].gap in (" ", ". "):
        return first
    if index == 0 or not _CUE_GAP.fullmatch(tokens[index].gap):
        return None
    before = tokens[index - 1].key
    if before in lists.person_cues:
        return index
    if before == "is" and index > 1 and tokens[index - 2].key == "naam":
        return index
    if before in lists.naming_cues:
        earlier = {token.key for token in tokens[max(0, index - 8) : index - 1]}
        return None if earlier & lists.naming_things else index
    return None


def _may_follow_a_cue(tokens: Sequence[Token], caps: Sequence[int], lists: Words) -> bool:
    head = tokens[caps[0]]
    if len(head.text) == 1:
        return False
    if head.stop:
        return head.known and len(caps) > 1
    if head.key in lists.particles:
        return len(caps) > 1
    return head.known or head.key not in lists.openers


def _stands_as_name(
    tokens: Sequence[Token], caps: Sequence[int], ordinary: set[str], lists: Words
) -> bool:
    """Without a cue: a known first name, two capitals in a row, or a person's verb after it."""
    head = tokens[caps[0]]
    if len(head.text) == 1:
        return False
    if head.known:
        return _known_stands(tokens, caps, lists)
    if head.stop or head.upper:
        return False
    if len(caps) == 1:
        return _lone_stands(tokens, caps[0], ordinary, lists)
    if any(tokens[i].key in lists.openers for i in caps[1:]):
        return False
    if head.opens:
        word = head.key in lists.also_words or head.key in ordinary
        word = word or head.key in lists.person_cues or head.key in lists.title_cues
        return not word and (len(caps) < _HEADLINE or any(tokens[i].known for i in caps))
    if any(tokens[i].known for i in caps[1:]):
        return head.key not in lists.openers
    if len(caps) >= _HEADLINE or head.key in lists.articles or len(tokens[caps[1]].text) == 1:
        return False
    return not (caps[0] > 0 and is_joined(head) and tokens[caps[0] - 1].key in lists.articles)


def _known_stands(tokens: Sequence[Token], caps: Sequence[int], lists: Words) -> bool:
    head = tokens[caps[0]]
    if head.upper and head.key in lists.also_words:
        return False
    if len(caps) == 1:
        return not head.stop and not (head.opens and head.key in lists.also_words)
    verb_first = head.opens and head.key in lists.openers  # 'Wil Bilal hulp?'
    return not (verb_first and tokens[caps[1]].known)


def _lone_stands(tokens: Sequence[Token], index: int, ordinary: set[str], lists: Words) -> bool:
    """One unlisted word: spelt like a listed name, or in a place where people stand."""
    token = tokens[index]
    if token.key in lists.also_words or len(token.text) < 3:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    verb = after.key if after and is_joined(after) and not after.capital else ""
    if token.opens:
        alike = len(token.key) > 4 and sound(token.key) in lists.name_sounds
        return alike and verb in lists.common_verbs and token.key not in ordinary
    before = tokens[index - 1].key if is_joined(token) else ""
    if before in lists.articles or before in _BEFORE_PLACE:
        return False
    return (
        verb in lists.person_verbs
        or _sounds_listed(token.key, lists)
        or _where_people_stand(tokens, index, lists)
    )


def _sounds_listed(key: str, lists: Words) -> bool:
    """A spelling variant of a listed name, or two listed names in one (Nurgül, Yuting)."""
    whole = key.replace("-", "")
    if len(whole) > 3 and sound(whole) in lists.name_sounds:
        return True
    return 5 <= len(whole) <= 16 and any(
        whole[:cut] in lists.first_names and whole[cut:] in lists.first_names
        for cut in range(2, len(whole) - 1)
    )


def _where_people_stand(tokens: Sequence[Token], index: int, lists: Words) -> bool:
    """'gesprek met X', 'zorgen over X', 'stond X', 'zag ik X', 'omdat X'."""
    if not is_joined(tokens[index]):
        return False
    keys = [token.key for token in tokens[max(0, index - 5) : index]]
    if keys[-1] in lists.clause_words or keys[-1] in lists.meeting_verbs:
        return True
    if keys[-1] in ("met", "over", "tegen"):
        return any(key in lists.contact_words for key in keys[:-1])
    return len(keys) > 1 and keys[-1] in _SUBJECTS and keys[-2] in lists.meeting_verbs


def _named_in_small_letters(tokens: Sequence[Token], index: int, lists: Words) -> bool:
    """'De jongen heet bilal': only right after a naming word, only a listed name."""
    token = tokens[index]
    return (
        index > 0
        and tokens[index - 1].key in lists.naming_cues
        and bool(_CUE_GAP.fullmatch(token.gap))
        and token.key in lists.first_names
        and token.key not in lists.also_words
        and token.key not in lists.stop_words
    )


def _beside_and(tokens: Sequence[Token], found: Sequence[_Name], lists: Words) -> list[_Name]:
    """'Bilal en Tzvorak': what is joined to a name by 'en' or 'of' is a name too."""
    extra = []
    for name in found:
        beside = name.last + 2
        if beside < len(tokens) and tokens[beside - 1].key in ("en", "of"):
            row = _row(tokens, beside, lists)
            joined = is_joined(tokens[beside]) and is_joined(tokens[beside - 1])
            if (
                joined
                and _free(tokens[beside], lists)
                and not _of_something_else(tokens, beside, row[-1], lists)
            ):
                extra.append(_Name(beside, row[-1]))
        beside = name.first - 2
        if (
            beside >= 0
            and tokens[beside + 1].key in ("en", "of")
            and is_joined(tokens[beside + 1])
            and is_joined(tokens[name.first])
            and not tokens[beside].opens
            and _free(tokens[beside], lists)
        ):
            extra.append(_Name(beside, beside))
    return extra


def _free(token: Token, lists: Words) -> bool:
    """A capital with nothing against it: no stop word, no ordinary word, more than a letter."""
    return (
        token.capital
        and not token.stop
        and not token.upper
        and len(token.text) > 1
        and token.key not in lists.openers
    )


def _seen_before(tokens: Sequence[Token], found: Sequence[_Name], lists: Words) -> list[_Name]:
    """The same word with a capital elsewhere in the text, once it has been found as a name."""
    taken: set[int] = set()
    keys: set[str] = set()
    for name in found:
        taken.update(range(name.first, name.last + 1))
        keys.update(
            token.key
            for token in tokens[name.first : name.last + 1]
            if _free(token, lists) and len(token.key) > 2
        )
    return [
        _Name(index, index)
        for index, token in enumerate(tokens)
        if token.key in keys
        and index not in taken
        and _free(token, lists)
        and not (token.opens and token.key in lists.also_words)
        and not _of_something_else(tokens, index, index, lists)
    ]


@cache
def _initials() -> re.Pattern[str]:
    particles = alternatives(words().lists.particles)
    return re.compile(
        r"(?<![\w.])(?P<letters>(?:[^\W\d_]\.[ ]?){1,4}+)"
        rf"(?P<particles>(?:(?i:{particles})[ ]['’]?){{0,3}})(?P<surname>[^\W\d_][\w'’\-]{{1,40}})"
    )


def _with_initials(text: str, lists: Words) -> Iterator[Span]:
    """'J. de Vries', 'A.B. Yılmaz'; not 'leerling B. Komt te laat'."""
    for match in _initials().finditer(text):
        surname = match["surname"]
        key = plain(surname)
        if not match["letters"].replace(" ", "").replace(".", "").isupper():
            continue
        if not surname[0].isupper() or key in lists.openers or key in lists.stop_words:
            continue
        before = WORD.findall(text[max(0, match.start() - 30) : match.start()])
        if before and plain(before[-1]) in lists.anonymous_before:
            continue
        if surname.isupper() or key.endswith(lists.stop_endings):
            continue
        yield Span(Kind.NAAM, *match.span())
