"""Keep and resume: the answers inside a readable page, and back."""

from triggerfactors.casefile.envelope import (
    FORMAT,
    MAX_BYTES,
    VERSION,
    seal,
    situation_in,
    unseal,
    unwrap,
    wrap,
)
from triggerfactors.casefile.problems import CaseFileError, Problem

__all__ = [
    "FORMAT",
    "MAX_BYTES",
    "VERSION",
    "CaseFileError",
    "Problem",
    "seal",
    "situation_in",
    "unseal",
    "unwrap",
    "wrap",
]
