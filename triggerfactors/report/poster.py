"""The poster: all fifteen events on one sheet for a wall, in A3 or A4."""

from datetime import date
from enum import StrEnum
from html import escape
from pathlib import Path

from triggerfactors.content import Content
from triggerfactors.content.models import Factor
from triggerfactors.content.vocabulary import Level
from triggerfactors.report import words
from triggerfactors.report.sheet import self_contained

_STYLE = (Path(__file__).parent / "poster.css").read_text(encoding="utf-8")
_TITLE = "Vijftien gebeurtenissen die kunnen meespelen"
_MODEL_SOURCES = ("feddes-2015", "ess-meer-over-triggerfactoren-context")


class Paper(StrEnum):
    """The paper it is made for; the one is the other enlarged."""

    A3 = "A3"
    A4 = "A4"


# Everything on the sheet is measured in rem, so this one size makes it fit its paper.
_TYPE_SIZE = {Paper.A3: "11.9pt", Paper.A4: "8.35pt"}


def _event(factor: Factor) -> str:
    return (
        f"<li><h3>{escape(factor.name)}</h3><p>{escape(factor.short)}</p>"
        f"<p><b>Ook gewoon:</b> {escape(factor.ordinary_explanations[0].text)}</p></li>"
    )


def _column(content: Content, level: Level, after: str = "") -> str:
    events = "".join(_event(f) for f in content.factors.values() if f.level is level)
    title = f'<span aria-hidden="true">{words.LEVEL_MARK[level]}</span> {words.LEVEL[level]}'
    return f"<section><h2>{title}</h2><ul>{events}</ul>{after}</section>"


def poster(content: Content, paper: Paper, made_on: date) -> bytes:
    """The poster as one HTML file, dated ``made_on``."""
    beside = (
        f'<div class="use"><h2>Wat je ermee doet</h2><p>{escape(content.text("blad-let-op"))}</p>'
        f"<p>{escape(content.text('blad-samen'))}</p>"
        f"<p>{escape(content.text('infographic-grens'))}</p>"
        f'<p class="danger">{escape(content.text("blad-gevaar"))}</p></div>'
    )
    # The level with the fewest events leaves room for what to do with it.
    columns = "".join(
        _column(content, level, beside if level is Level.SOCIETY else "") for level in Level
    )
    sources = "; ".join(
        f"{source.author}: {source.title} ({words.year(source)})"
        for source in (content.sources[source_id] for source_id in _MODEL_SOURCES)
    )
    made = f"Triggerwijzer, {words.day(made_on)}, inhoud {content.version}."
    body = (
        f"<main><h1>{_TITLE}</h1><p>{escape(content.text('over-model'))}</p>"
        f'<div class="columns">{columns}</div>'
        f"<footer>Namen en plaats: {escape(sources)}. Een deel van de teksten is vakkennis en nog "
        f"na te kijken. {made}</footer></main>"
    )
    size = (
        f"@page{{size:{paper} landscape;margin:8mm}}"
        f"@media print{{html{{font-size:{_TYPE_SIZE[paper]}}}}}"
    )
    return self_contained(f"{_TITLE} ({paper})", _STYLE + size, body)
