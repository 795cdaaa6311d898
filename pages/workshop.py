"""Workshop: a trainer leads a room on an invented case."""

from triggerfactors.ui import workshop_page

workshop_page.show()
