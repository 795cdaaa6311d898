"""Files to take along: a readable page, a DOCX, a reminder, a poster and a hand-out."""

from triggerfactors.report.calendar import reminder
from triggerfactors.report.document import Document, document
from triggerfactors.report.handout import handout
from triggerfactors.report.html import page
from triggerfactors.report.poster import Paper, poster
from triggerfactors.report.word import docx

__all__ = ["Document", "Paper", "document", "docx", "handout", "page", "poster", "reminder"]
