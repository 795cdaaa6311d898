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
from triggerfactors.situation import Situation

_STYLE = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")

# The file itself may load nothing and run nothing, whatever someone typed into it.
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)


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


def shell(title: str, body: str, after: str = "") -> bytes:
    """A self-contained UTF-8 page around a body that is already HTML."""
    text = (
        '<!doctype html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="generator" content="Triggerwijzer">\n'
        '<meta name="robots" content="noindex">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{body}\n</main>\n"
        f"{after}\n</body>\n</html>\n"
    )
    return text.encode("utf-8", "replace")


def blocks(document: Document) -> str:
    """The blocks of a document as HTML."""
    return "\n".join(map(_block, document.blocks))


def page(document: Document, situation: Situation, content_version: str) -> bytes:
    """The document as a self-contained page that also holds the answers."""
    return shell(document.title, blocks(document), seal(situation, content_version))


def reading_page(document: Document) -> bytes:
    """The document as a self-contained page to read and print; nothing can be loaded from it."""
    return shell(document.title, blocks(document))
