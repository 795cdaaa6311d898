"""Over: what the app is and is not, and the sources with their status."""

from triggerfactors.ui import about

about.show()
