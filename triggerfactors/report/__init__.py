"""Files to take along: pages, DOCX, calendars, a poster, hand-outs and a proof."""

from triggerfactors.report.calendar import reminder
from triggerfactors.report.card import card_document
from triggerfactors.report.document import Document, document
from triggerfactors.report.handout import handout
from triggerfactors.report.html import page, reading_page
from triggerfactors.report.meeting_sheet import meeting_document, meeting_page, review_reminder
from triggerfactors.report.poster import Paper, poster
from triggerfactors.report.proof import proof
from triggerfactors.report.word import docx
from triggerfactors.report.workshop import counts_csv
from triggerfactors.report.yearplan import PlanLine, plan_calendar, plan_document

__all__ = [
    "Document",
    "Paper",
    "PlanLine",
    "card_document",
    "counts_csv",
    "document",
    "docx",
    "handout",
    "meeting_document",
    "meeting_page",
    "page",
    "plan_calendar",
    "plan_document",
    "poster",
    "proof",
    "reading_page",
    "reminder",
    "review_reminder",
]
