# Typographic quotes and letters of many languages are meant here.
"""E-mail addresses, @-names, profile addresses and account names."""

import re
from collections.abc import Iterator
from functools import cache

from triggerfactors.privacy.findings import Kind, Span
from triggerfactors.privacy.words import alternatives, plain, words

_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?=\w)[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[^\W\d_]{2,24}(?![\w-])"
)
_HANDLE = re.compile(r"(?<![\w@./+-])@([^\W_](?:[\w.]{0,38}\w)|_\w{1,39})(?![\w@])")
_TAG = re.compile(r"(?<![\w.#])([^\W_][\w.]{1,31})#[0-9]{4}(?![\w#])")
_PROFILE = re.compile(
    r"(?<![\w@.-])(?:https?://)?(?:www\.|m\.)?(?:"
    r"(?:instagram|facebook|twitter|x|threads)\.com/"
    r"(?!p/|reels?/|stories/|watch|groups/|events/|hashtag|i/|explore)@?"
    r"|tiktok\.com/@|snapchat\.com/add/|youtube\.com/(?:@|c/|channel/|user/)"
    r"|t\.me/|discord\.(?:gg|com)/(?:invite/|users/)?|twitch\.tv/|reddit\.com/u(?:ser)?/"
    r"|steamcommunity\.com/(?:id|profiles)/|roblox\.com/users/|linkedin\.com/in/"
    r")[\w.%\-]{1,60}(?<=\w)/?",
    re.IGNORECASE,
)


@cache
def _labelled() -> re.Pattern[str]:
    labels = alternatives(words().lists.account_labels)
    return re.compile(
        rf"(?<![\w-])(?:{labels})(?:[ -]?(?:account|naam|id))?"
        r"(?P<mark>[ ]?[:=]|[ ](?:is|heet|als)\b|[ ](?=['\"‘“]))"
        r"[ ]{0,2}['\"‘“]?(?P<value>[\w][\w.\-#]{1,32}\w)(?P<after>['\"’”]?[ ]*(?:[,.;)\n]|$))?",
        re.IGNORECASE,
    )


def accounts(text: str) -> Iterator[Span]:
    """E-mail addresses of persons and names of accounts; general mailboxes (info@) are left."""
    lists = words().lists
    for match in _EMAIL.finditer(text):
        if plain(match.group().split("@")[0]) not in lists.public_mailboxes:
            yield Span(Kind.EMAIL, *match.span())
    for match in _HANDLE.finditer(text):
        if plain(match[1]) not in lists.public_handles:
            yield Span(Kind.ACCOUNT, *match.span())
    for match in _TAG.finditer(text):
        if plain(match[1]) not in lists.number_labels:
            yield Span(Kind.ACCOUNT, *match.span())
    for match in _PROFILE.finditer(text):
        yield Span(Kind.ACCOUNT, *match.span())
    for match in _labelled().finditer(text):
        if _is_account_name(match):
            yield Span(Kind.ACCOUNT, *match.span("value"))


def _is_account_name(match: re.Match[str]) -> bool:
    """Made up like an account name (digits, _ or .), or standing alone after 'account:'."""
    value = match["value"]
    if plain(value) in words().lists.account_values:
        return False
    if re.search(r"[0-9_#]|\w\.\w", value):
        return True
    return match["mark"].strip() in (":", "=") and match["after"] is not None and len(value) >= 4
