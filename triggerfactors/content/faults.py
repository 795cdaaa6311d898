"""A fault in the content: where it is, what is wrong and what an editor can do about it."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the content from being used; a warning is a task for an editor."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, order=True)
class Fault:
    """One fault, in Dutch, for the editor who has to mend it."""

    file: str
    path: str
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR

    def line(self) -> str:
        """The fault as one readable line."""
        place = f"{self.file} › {self.path}" if self.path else self.file
        return f"[{self.severity.value}] {place}: {self.message} Doe dit: {self.remedy}"

    def as_dict(self) -> dict[str, str]:
        """The fault as plain values for JSON."""
        return asdict(self)


class ContentError(Exception):
    """The content cannot be used; ``faults`` holds every fault found, not only the first."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Hold all faults."""
        super().__init__(f"{len(faults)} fouten in de inhoud")
        self.faults = faults
