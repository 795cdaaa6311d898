"""One search box over everything one can read: pure, in memory, without a server."""

from triggerfactors.search.documents import Document, Kind, documents
from triggerfactors.search.finding import Hit, Piece, Results, index, search

__all__ = ["Document", "Hit", "Kind", "Piece", "Results", "documents", "index", "search"]
