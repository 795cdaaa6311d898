"""Kennis: search, cards to read and things to do in quiet times."""

from triggerfactors.ui import knowledge

knowledge.show()
