"""Walk through all content: every value with its place, once for all rules that look at it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from triggerfactors.content.loading import LAYOUT, WORKSHOP, Content
from triggerfactors.content.models import Source

# Fields whose words a user reads; other strings are ids, names of organisations or notes.
READ_FIELDS = frozenset(
    [
        "text",
        "short",
        "what",
        "reason",
        "label",
        "event_label",
        "title",
        "i_want",
        "why",
        "help",
        "example",
        "hint",
        "note_label",
        "unknown_follow_up",
        "ask_locally",
        "who",
        "question",
        "speaks",
        "reporter",
        "heads_up",
        "story",
        "changes",
        "unknowns",
        "questions",
        "trainer",
        "unfilled",
    ]
)


@dataclass(frozen=True)
class Leaf:
    """A string in the content with the place where it stands."""

    file: str
    owner: str
    path: str
    field: str
    value: str


def file_of(field: str, item_id: str) -> str:
    """The file in which an item of this kind stands."""
    place = LAYOUT[field][0]
    return f"{place}{item_id}.yaml" if place.endswith("/") else place


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every model, value and list below a value, depth first, with its path."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from walk(entry, f"{path}.{key}" if path else str(key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from walk(entry, f"{path}[{index}]")


def all_items(content: Content) -> Iterator[tuple[str, str, BaseModel]]:
    """Every item as (file, id, item)."""
    for field in LAYOUT:
        for item_id, item in getattr(content, field).items():
            yield file_of(field, item_id), item_id, item
    yield WORKSHOP, "workshop", content.workshop


@lru_cache(maxsize=2)
def places(content: Content) -> tuple[tuple[str, str, BaseModel, str, Any], ...]:
    """Every value in the content as (file, id, item, path, value), walked once for all rules."""
    return tuple(
        (file, owner, item, path, value)
        for file, owner, item in all_items(content)
        for path, value in walk(item)
    )


def leaves(content: Content) -> Iterator[Leaf]:
    """Every string that a user reads."""
    for file, owner, item, path, value in places(content):
        if not isinstance(value, str) or isinstance(item, Source):
            continue
        field = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
        if field in READ_FIELDS:
            yield Leaf(file, owner, f"{owner}.{path}", field, value)
