"""A year plan for quiet times: a document for page and DOCX, and a calendar with reminders."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from triggerfactors.content.models import PeaceItem
from triggerfactors.content.vocabulary import PeaceFor
from triggerfactors.report import words
from triggerfactors.report.calendar import empty_calendar, event
from triggerfactors.report.document import Document, Paragraph, Table

TITLE = "Jaarplan voor rustige tijd"
DONE = words.PLAN_STATE[0]


@dataclass(frozen=True)
class PlanLine:
    """One line of the checklist as a team filled it in."""

    item: PeaceItem
    state: str
    owner: str
    on: date | None


def proposed_day(month: int, today: date) -> date:
    """The first working day of the coming ``month``, as a proposal to change."""
    year = today.year if month > today.month else today.year + 1
    first = date(year, month, 1)
    return first.replace(day=1 + (7 - first.weekday()) % 7 if first.weekday() > 4 else 1)


def plan_document(whom: PeaceFor, lines: Sequence[PlanLine], today: date) -> Document:
    """The plan in the order of its dates; lines without one come last."""
    ordered = sorted(lines, key=lambda line: (line.on is None, line.on or today, line.item.order))
    rows = tuple(
        (
            line.item.item.text,
            line.state or "Nog kiezen",
            "Is geregeld" if line.state == DONE else line.item.first_step.text,
            line.owner or "Nog kiezen",
            words.day(line.on) if line.on else "Nog kiezen",
        )
        for line in ordered
    )
    return Document(
        title=f"{TITLE}: {words.PEACE_FOR[whom].lower()}",
        blocks=(
            Paragraph(f"Gemaakt op {words.day(today)}. Zet namen alleen in je eigen systeem."),
            Table(
                "Wat we regelen",
                ("Wat", "Geregeld?", "Eerste stap", "Wie (functie)", "Wanneer"),
                rows,
            ),
            Paragraph("Kijk over een jaar opnieuw. Vier ook wat al goed gaat.", note=True),
        ),
    )


def plan_calendar(lines: Sequence[PlanLine]) -> bytes | None:
    """Reminders for what is not arranged yet, or ``None`` without a date."""
    open_lines = [line for line in lines if line.on and line.state != DONE]
    if not open_lines:
        return None
    calendar = empty_calendar()
    for line in open_lines:
        owner = f" ({line.owner})" if line.owner else ""
        calendar.add_component(event(f"{line.item.first_step.text}{owner}", line.on or date.max))
    return calendar.to_ical()
