"""Files to take along: a readable page, a DOCX and a reminder."""

from triggerfactors.report.calendar import reminder
from triggerfactors.report.document import Document, document
from triggerfactors.report.html import page
from triggerfactors.report.word import docx

__all__ = ["Document", "document", "docx", "page", "reminder"]
