"""What a finding is: a kind, a place in the text, and whether it blocks an export."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of traceable data (praktijk.md §3.5, rule 3)."""

    BSN = "bsn"
    TELEFOON = "telefoon"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADRES = "adres"
    GEBOORTEDATUM = "geboortedatum"
    ACCOUNT = "account"
    NAAM = "naam"
    KENTEKEN = "kenteken"
    IBAN = "iban"


@dataclass(frozen=True)
class Finding:
    """One piece of traceable data; ``text`` is the literal ``source[start:end]``."""

    kind: Kind
    start: int
    end: int
    text: str
    blocks: bool


@dataclass(frozen=True)
class Located:
    """A finding with the place it was found in, in words the user knows (Dutch)."""

    place: str
    finding: Finding


@dataclass(frozen=True)
class Span:
    """A candidate: kind and place, before overlaps are resolved."""

    kind: Kind
    start: int
    end: int


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether an export must wait: only a BSN blocks (UAVG art. 46; praktijk.md §3.5)."""
    return any(finding.blocks for finding in findings)
