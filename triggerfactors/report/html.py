"""The overview as one readable page: opens in any browser, prints on A4, loads back."""

from html import escape
from pathlib import Path

from triggerfactors.casefile import seal
from triggerfactors.report import words
from triggerfactors.report.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Fold,
    Heading,
    Paragraph,
    Table,
)
from triggerfactors.report.sheet import self_contained
from triggerfactors.situation import Situation

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")


def _entry(entry: Entry) -> str:
    side = f'<span class="side">{words.SIDE[entry.side]}: </span>' if entry.side else ""
    small = f' <span class="small">{escape(entry.small)}</span>' if entry.small else ""
    return f"<li>{side}{escape(entry.text)}{small}</li>"


def _table(table: Table) -> str:
    head = "".join(
        f'<th scope="col">{escape(cell)}</th>' if cell else "<td></td>" for cell in table.header
    )
    rows = "".join(
        "<tr>"
        + f'<th scope="row">{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    # A wide table scrolls by itself on a narrow screen; the keyboard must be able to reach it.
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(table.caption)}">'
        f"<table><caption>{escape(table.caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"<h{block.level}>{escape(block.text)}</h{block.level}>"
    if isinstance(block, Bullets):
        return f"<ul>{''.join(map(_entry, block.entries))}</ul>" if block.entries else ""
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Fold):
        inside = "".join(map(_block, block.blocks))
        return f"<details><summary>{escape(block.title)}</summary>{inside}</details>"
    return _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    kind = "note" if paragraph.note else "own" if paragraph.own_words else ""
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{escape(paragraph.text)}</p>"


def shell(title: str, body: str, after: str = "", style: str = "") -> bytes:
    """A self-contained page in the style of the overview, around a body that is already HTML.

    ``style`` comes after the common style and may change it.
    """
    main = f"<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n{after}"
    return self_contained(title, _STYLE + style, main)


def blocks(document: Document) -> str:
    """The blocks of a document as HTML."""
    return "\n".join(map(_block, document.blocks))


def page(document: Document, situation: Situation, content_version: str) -> bytes:
    """The document as a self-contained page that also holds the answers."""
    return shell(document.title, blocks(document), seal(situation, content_version))


def reading_page(document: Document) -> bytes:
    """The document as a self-contained page to read and print; nothing can be loaded from it."""
    return shell(document.title, blocks(document))
