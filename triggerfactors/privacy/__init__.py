"""Traceable data in free text: found locally, with a kind warning; only a BSN blocks an export.

No network, no storage, no learned model: fixed rules in this package and word lists in
``data/privacy.yaml`` and ``data/voornamen.txt``. The rules never look at origin; names are found
by their place in the sentence and by one list for everybody (design, must 2).
"""

from triggerfactors.privacy.detect import MAX_LENGTH, find, find_in
from triggerfactors.privacy.findings import Finding, Kind, Located, blocks
from triggerfactors.privacy.words import message

__all__ = ["MAX_LENGTH", "Finding", "Kind", "Located", "blocks", "find", "find_in", "message"]
