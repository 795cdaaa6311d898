"""Situatie: from a worry to an overview."""

from triggerfactors.ui import route

route.show()
