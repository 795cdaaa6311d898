"""Files to take along: readable pages, DOCX, calendars and a proof of participation."""

from triggerfactors.report.calendar import reminder
from triggerfactors.report.document import Document, document
from triggerfactors.report.html import page, reading_page
from triggerfactors.report.proof import proof
from triggerfactors.report.word import docx
from triggerfactors.report.yearplan import PlanLine, plan_calendar, plan_document

__all__ = [
    "Document",
    "PlanLine",
    "document",
    "docx",
    "page",
    "plan_calendar",
    "plan_document",
    "proof",
    "reading_page",
    "reminder",
]
