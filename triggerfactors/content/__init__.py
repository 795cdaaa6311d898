"""All content: read once, checked as a whole, frozen."""

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from triggerfactors.content.checks import check
from triggerfactors.content.faults import ContentError, Fault, Severity
from triggerfactors.content.loading import DATA, Content, read
from triggerfactors.content.models import Local
from triggerfactors.live import Live

LOCAL_VARIABLE = "TRIGGERWIJZER_LOKAAL"


@dataclass(frozen=True)
class Report:
    """The outcome of a check: the content where it could be read, and every fault."""

    content: Content | None
    faults: tuple[Fault, ...]

    @property
    def errors(self) -> tuple[Fault, ...]:
        """Faults that keep the content from being used."""
        return tuple(f for f in self.faults if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Fault, ...]:
        """Tasks for editors that do not stop the app."""
        return tuple(f for f in self.faults if f.severity is Severity.WARNING)


def local_overlay() -> Path | None:
    """The file with the own contacts: ``TRIGGERWIJZER_LOKAAL`` or ``data/lokaal/lokaal.yaml``."""
    configured = os.environ.get(LOCAL_VARIABLE)
    if configured:
        return Path(configured)
    default = DATA / "lokaal" / "lokaal.yaml"
    return default if default.exists() else None


def inspect(root: Path = DATA, local: Path | None = None, today: date | None = None) -> Report:
    """Read and check the content below ``root``; never raises for a fault in the content."""
    content, faults = read(root, local)
    if content is None:
        return Report(None, tuple(sorted(faults)))
    return Report(content, check(content, faults, today or date.today()))


def _usable() -> Content:
    report = inspect(DATA, local_overlay())
    if report.content is None or report.errors:
        raise ContentError(report.errors)
    return report.content


LIVE = Live(_usable)


def load() -> Content:
    """The content this process serves, read at first use.

    Raises :class:`ContentError` with all errors when the content cannot be used.
    """
    return LIVE.get()


__all__ = [
    "DATA",
    "LIVE",
    "Content",
    "ContentError",
    "Fault",
    "Local",
    "Report",
    "Severity",
    "inspect",
    "load",
    "local_overlay",
]
