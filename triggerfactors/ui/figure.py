"""The picture of the infographic, drawn with plotly: each event on the phases where it may weigh.

The only place in the app that uses plotly. It is imported when a picture is made, never before:
it costs every process memory, and its script is as heavy as the rest of the app together
(docs/besluiten/006-infographic.md). All that the picture says also stands in buttons and a table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final

from triggerfactors.content.models import Factor
from triggerfactors.content.vocabulary import Level, Phase
from triggerfactors.report import words

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Form first, colour second: the same three forms as in the words (● ◆ ▲).
_FORM: Final = {
    Level.PERSONAL: "circle",
    Level.GROUP: "diamond",
    Level.SOCIETY: "triangle-up",
}
_PHASES: Final = list(Phase)


@dataclass(frozen=True)
class Look:
    """How the picture looks: theme and size. The text colours hold 4.5 to 1 on their ground."""

    dark: bool = False
    wall: bool = False

    @property
    def text(self) -> str:
        """Colour of words."""
        return "#f1ede6" if self.dark else "#21252b"

    @property
    def grid(self) -> str:
        """Colour of the lines between phases."""
        return "#55524a" if self.dark else "#c9c4b8"

    @property
    def ground(self) -> str:
        """Colour of the page, behind words that a line would run through."""
        return "#17191c" if self.dark else "#fdfcf9"

    @property
    def colours(self) -> dict[Level, str]:
        """A colour per level, none of them red, amber or green: nothing here is graded."""
        if self.dark:
            return {Level.PERSONAL: "#9fd0ea", Level.GROUP: "#d9b8f2", Level.SOCIETY: "#e6d3a3"}
        return {Level.PERSONAL: "#1b5a78", Level.GROUP: "#6a3d8f", Level.SOCIETY: "#6b5000"}

    @property
    def type_size(self) -> int:
        """Size of words in pixels."""
        return 21 if self.wall else 14


def figure(factors: Sequence[Factor], look: Look, note: str) -> go.Figure:
    """A row for each event with a mark at each phase; a click on a mark names the event.

    ``note`` says what a phase is and is not; it stands above the names.
    """
    import plotly.graph_objects as go

    made = go.Figure()
    for level in Level:
        on_level = [(row, f) for row, f in enumerate(factors) if f.level is level]
        if on_level:
            made.add_trace(go.Scatter(**_marks(on_level, level, look)))
    made.update_layout(**_layout(factors, look, note))
    return made


def _marks(rows: Sequence[tuple[int, Factor]], level: Level, look: Look) -> dict[str, Any]:
    x: list[int | None] = []
    y: list[int | None] = []
    ids: list[str | None] = []
    hover: list[str | None] = []
    for row, factor in rows:
        for phase in factor.phases.ids:
            x.append(_PHASES.index(phase))
            y.append(row)
            ids.append(factor.id)
            hover.append(f"<b>{factor.name}</b><br>{'<br>'.join(wrap(factor.short, 48))}")
        # A gap: the line of one event does not run on into the next.
        x.append(None)
        y.append(None)
        ids.append(None)
        hover.append(None)
    colour = look.colours[level]
    return {
        "x": x,
        "y": y,
        "customdata": ids,
        "hovertext": hover,
        "hoverinfo": "text",
        "mode": "lines+markers",
        "name": f"{words.LEVEL_MARK[level]} {words.LEVEL[level]}",
        "marker": {"symbol": _FORM[level], "size": 20 if look.wall else 18, "color": colour},
        "line": {"width": 4, "color": colour},
        # A click leads to the event itself, so nothing needs to fade.
        "unselected": {"marker": {"opacity": 1}},
    }


def _name(row: int, factor: Factor, look: Look) -> dict[str, Any]:
    name = f"{words.LEVEL_MARK[factor.level]} {factor.name}"
    place: dict[str, Any] = (
        {"x": 0, "xanchor": "right", "xshift": -12, "text": name, "yanchor": "middle"}
        if look.wall
        else {"x": 0, "xanchor": "left", "text": "<br>".join(wrap(name, 38)), "yshift": 11}
        | {"yanchor": "bottom"}
    )
    return {
        "xref": "x domain",
        "y": row,
        "showarrow": False,
        "align": "left",
        "bgcolor": look.ground,
        "font": {"size": look.type_size, "color": look.text},
        **place,
    }


def _note(note: str, look: Look) -> dict[str, Any]:
    return {
        "xref": "x domain",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "right",
        "yanchor": "bottom",
        "xshift": -12,
        "yshift": 6,
        "align": "right",
        "showarrow": False,
        "text": "<br>".join(wrap(note, 42)),
        "font": {"size": look.type_size - 2, "color": look.text},
    }


def _layout(factors: Sequence[Factor], look: Look, note: str) -> dict[str, Any]:
    row_height = 30 if look.wall else 64
    names = [_name(row, factor, look) for row, factor in enumerate(factors)]
    if look.wall:
        names.append(_note(note, look))
    return {
        "height": len(factors) * row_height + (72 if look.wall else 66),
        "margin": {"l": 680 if look.wall else 4, "r": 8, "t": 60 if look.wall else 50, "b": 8},
        "showlegend": False,
        "dragmode": False,
        "clickmode": "event+select",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "system-ui, sans-serif", "size": look.type_size, "color": look.text},
        "annotations": names,
        "xaxis": {
            "tickmode": "array",
            "tickvals": list(range(len(_PHASES))),
            "ticktext": ["<br>".join(wrap(words.PHASE[p], 14)) for p in _PHASES],
            "tickfont": {"size": look.type_size - (2 if look.wall else 1), "color": look.text},
            "side": "top",
            "range": [-0.5, len(_PHASES) - 0.5],
            "gridcolor": look.grid,
            "zeroline": False,
            "fixedrange": True,
        },
        "yaxis": {
            "range": [len(factors) - 0.5, -0.5 if look.wall else -0.85],
            "visible": False,
            "fixedrange": True,
        },
    }
