"""Casusoverleg: one team looks at one case together and leaves with one sheet."""

from triggerfactors.ui.meeting import page

page.show()
