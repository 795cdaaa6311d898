"""Keep and resume: the answers inside a readable page, and back."""

from triggerfactors.casefile.envelope import MAX_BYTES, seal, unseal
from triggerfactors.casefile.problems import CaseFileError, Problem

__all__ = ["MAX_BYTES", "CaseFileError", "Problem", "seal", "unseal"]
