"""Parts of the infographic as HTML text: pure functions, everything escaped."""

from collections.abc import Sequence
from html import escape

from triggerfactors.content import Content
from triggerfactors.content.models import Factor
from triggerfactors.report import words
from triggerfactors.ui import render


def phases(factor: Factor) -> str:
    """The phases in which the event may weigh more, as words."""
    return ", ".join(words.PHASE[phase] for phase in factor.phases.ids)


def all_as_table(content: Content, shown: Sequence[Factor]) -> str:
    """All fifteen events in words: what the picture shows, whatever the filter leaves out."""
    inside = {factor.id for factor in shown}
    filtered = len(inside) < len(content.factors)
    header = ["Gebeurtenis", "Waar", "Fase, als achtergrond", "Wat een jongere kan zoeken"]
    if filtered:
        header.append("Past bij je filter")

    def row(factor: Factor) -> list[str]:
        motives = ", ".join(content.motives[motive].label.lower() for motive in factor.motives)
        cells = [factor.name, words.LEVEL[factor.level], phases(factor), motives or "–"]
        return [*cells, "ja" if factor.id in inside else "nee"] if filtered else cells

    return render.table(
        "Alle vijftien gebeurtenissen in woorden",
        header,
        [row(factor) for factor in content.factors.values()],
    )


def _card(title: str, body: str, *, is_open: bool = False) -> str:
    unfolded = " open" if is_open else ""
    return f'<details class="tw-card"{unfolded}><summary>{escape(title)}</summary>{body}</details>'


def where(content: Content, factor: Factor) -> str:
    """Level, phases and motives of an event in one calm line each."""
    motives = ", ".join(content.motives[motive].label.lower() for motive in factor.motives)
    lines = (
        ("Waar", f"{words.LEVEL_MARK[factor.level]} {words.LEVEL[factor.level]}"),
        ("Fase", f"{phases(factor)}. {content.text('infographic-fasen')}"),
        ("Wat een jongere kan zoeken", motives or "niet genoemd"),
    )
    items = "".join(f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in lines)
    return f'<dl class="tw-answers">{items}</dl>'


def explanation(content: Content, factor: Factor) -> str:
    """What the event is, how it may work and be noticed, and everything that weighs against it."""
    talk = (
        "<h3>Vragen aan jezelf en je collega’s</h3>"
        + render.statements(content, factor.questions)
        + "<h3>Vragen aan de jongere</h3>"
        + render.quotes(factor.talk.youth)
        + "<h3>Vragen aan ouders</h3>"
        + render.quotes(factor.talk.parents)
        + "<h3>Liever niet</h3>"
        + render.statements(content, factor.talk.avoid)
    )
    noticed = f"<p>{escape(content.text('infographic-voorbeelden'))}</p>" + render.statements(
        content, factor.noticed
    )
    return (
        _card("Wat het is", render.statements(content, factor.core), is_open=True)
        + _card(
            "Gewone verklaringen",
            render.statements(content, factor.ordinary_explanations),
            is_open=True,
        )
        + _card("Eerst dit", render.statements(content, factor.first))
        + _card("Hoe het kan werken", render.statements(content, factor.mechanism))
        + _card("Hoe je het kunt merken", noticed)
        + _card("Wat spreekt dit tegen?", render.statements(content, factor.contradicts))
        + _card(
            "De weg terug: het kan ook de andere kant op",
            render.statements(content, factor.other_direction),
        )
        + _card("Vragen", talk)
        + _card("Waar en wanneer dit meespeelt", where(content, factor))
        + _card("Hoe zeker is dit?", render.statements(content, factor.evidence))
        + render.folded_sources(content, "Alle bronnen bij deze gebeurtenis", factor.sources)
    )
