"""Infographic: all fifteen events in one figure, and each of them with what a job can do."""

from triggerfactors.ui import infographic

infographic.show()
