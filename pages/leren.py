"""Leren: modules of five minutes."""

from triggerfactors.ui import learn

learn.show()
