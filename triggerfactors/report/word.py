"""The overview as a DOCX for the official system, with real headings and tables."""

import re
from io import BytesIO

import docx as python_docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable

from triggerfactors.report import words
from triggerfactors.report.document import Bullets, Document, Entry, Heading, Paragraph, Table

# Characters that XML 1.0 cannot hold; someone may have pasted them.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _set_language(word: WordDocument) -> None:
    for style_name in ("Normal",):
        properties = word.styles[style_name].element.get_or_add_rPr()
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), "nl-NL")
        properties.append(language)


def _header_row(table: WordTable) -> None:
    # Marks the first row as a header, so a screen reader and the next page repeat it.
    properties = table.rows[0]._tr.get_or_add_trPr()
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    properties.append(repeat)


def _add_table(word: WordDocument, table: Table) -> None:
    word.add_paragraph(_clean(table.caption), style="Caption")
    grid = word.add_table(rows=1, cols=len(table.header), style="Table Grid")
    for cell, text in zip(grid.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(_clean(text)).bold = True
    for row in table.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = _clean(text)
    _header_row(grid)


def _add_entry(word: WordDocument, entry: Entry) -> None:
    paragraph = word.add_paragraph(style="List Bullet")
    if entry.side:
        paragraph.add_run(f"{words.SIDE[entry.side]}: ").bold = True
    paragraph.add_run(_clean(entry.text))
    if entry.small:
        note = _clean(entry.small)
        small = paragraph.add_run(f" ({note})" if entry.text else note)
        small.font.size = Pt(8.5)
        small.italic = True


def docx(document: Document) -> bytes:
    """The document as DOCX bytes, without the folded background."""
    word = python_docx.Document()
    _set_language(word)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    word.core_properties.title = document.title
    word.core_properties.author = "Triggerwijzer"
    word.core_properties.language = "nl-NL"
    word.add_heading(document.title, level=1)
    for block in document.blocks:
        if isinstance(block, Heading):
            word.add_heading(_clean(block.text), level=block.level)
        elif isinstance(block, Paragraph):
            word.add_paragraph(_clean(block.text), style="Intense Quote" if block.note else None)
        elif isinstance(block, Bullets):
            for entry in block.entries:
                _add_entry(word, entry)
        elif isinstance(block, Table):
            _add_table(word, block)
    out = BytesIO()
    word.save(out)
    return out.getvalue()
