"""Start: what this is, what happens with what you fill in, begin or continue."""

from triggerfactors.ui import start

start.show()
