"""Every external link in the content, with where it is used."""

import re
from collections import defaultdict
from dataclasses import dataclass

from triggerfactors.content.loading import Content
from triggerfactors.content.models import Source
from triggerfactors.content.walking import file_of, places

_ADDRESS = re.compile(r"https?://[^\s\"'<>)\]]+")
_STOPS = ".,;:"


@dataclass(frozen=True, order=True)
class Link:
    """One address: what it belongs to and every place that shows it or rests on it."""

    address: str
    owner: str
    used: tuple[str, ...]


def links(content: Content) -> tuple[Link, ...]:
    """All addresses in order; one that nothing uses has no places."""
    cited: dict[str, set[str]] = defaultdict(set)
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file, owner, item, path, value in places(content):
        if not isinstance(value, str):
            continue
        field = re.sub(r"\[\d+\]$", "", path).rpartition(".")[2]
        if field in ("source", "sources") and value in content.sources:
            cited[value].add(f"{file} › {owner}")
        elif not isinstance(item, Source):
            for address in _ADDRESS.findall(value):
                found[address.rstrip(_STOPS), owner].add(f"{file} › {owner}.{path}")
    for source in content.sources.values():
        if source.url:
            place = f"{file_of('sources', source.id)} › {source.id}"
            found[source.url, source.id] |= cited[source.id] or {f"{place} (alleen in de lijst)"}
    if content.local:
        contacts = filter(None, (content.local.inside_advice_point, *content.local.contacts))
        for contact in contacts:
            if contact.website:
                found[contact.website, contact.id].add(f"lokaal › {contact.id}.website")
    return tuple(
        sorted(
            Link(address, owner, tuple(sorted(used))) for (address, owner), used in found.items()
        )
    )


def link_list(content: Content) -> str:
    """All links as text: the address, whose it is, and a line for each place."""
    lines = []
    for link in links(content):
        lines.append(f"{link.address}  ({link.owner})")
        lines += [f"    {place}" for place in link.used]
    return "\n".join([*lines, f"{len({link.address for link in links(content)})} adressen."]) + "\n"
