"""Three readings of the same facts, side by side and of equal weight.

Growing up, another kind of care, or a worry about radicalisation: each with what fits, what
speaks against it and what to ask. No reading is put first by the answers.
"""

from collections.abc import Iterable

from triggerfactors.advice.trail import RULES, point, ticked, ticked_points
from triggerfactors.advice.views import Point, Reading, Reason
from triggerfactors.content import Content
from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import Level
from triggerfactors.situation import Situation, chosen_events


def _event_points(
    content: Content, factor_ids: Iterable[str], field: str, limit: int
) -> tuple[Point, ...]:
    points = []
    for factor_id in factor_ids:
        factor = content.factors[factor_id]
        reason = Reason(
            answer=f"Gebeurtenis: {factor.event_label}",
            rule=RULES["gebeurtenis"],
            item=factor_id,
            sources=factor.sources,
        )
        statements: tuple[Statement, ...] = getattr(factor, field)
        points += [point(statement, reason) for statement in statements[:limit]]
    return tuple(points)


def _labels(content: Content, situation: Situation, place: str) -> tuple[Point, ...]:
    items = {"tegenspraak": content.countersigns, "beschermend": content.protective}[place]
    return tuple(
        Point(
            text=items[chosen].label,
            basis=items[chosen].statement.basis,
            sources=items[chosen].statement.sources,
            reasons=(ticked(content, place, chosen, chosen, items[chosen].statement.sources),),
        )
        for chosen in situation.choices(place)
        if chosen in items
    )


def _explanation_questions(content: Content, situation: Situation) -> tuple[Point, ...]:
    return tuple(
        point(statement, ticked(content, "verklaringen", chosen, chosen, statement.sources))
        for chosen in situation.choices("verklaringen")
        for statement in content.explanations[chosen].ask[:1]
    )


def readings(content: Content, situation: Situation) -> tuple[Reading, ...]:
    """The three readings, always in the same order."""
    events = chosen_events(content, situation)
    outside = tuple(f for f in events if content.factors[f].level is not Level.PERSONAL)
    counter = _labels(content, situation, "tegenspraak")
    protects = _labels(content, situation, "beschermend")
    explanations = ticked_points(
        content,
        situation,
        "verklaringen",
        {e.id: e.statement for e in content.explanations.values()},
    )
    ordinary = _event_points(content, events, "ordinary_explanations", 1)
    mechanisms = _event_points(content, outside or events, "mechanism", 1)
    contradicts = _event_points(content, events, "contradicts", 1)
    return (
        Reading(
            id="opgroeien",
            title=content.text("lezing-opgroeien-titel"),
            text=content.text("lezing-opgroeien"),
            fits=(*counter, *protects, *ordinary),
            against=mechanisms,
            ask=(_named(content, "lezing-opgroeien-vraag"),),
        ),
        Reading(
            id="iets-anders",
            title=content.text("lezing-iets-anders-titel"),
            text=content.text("lezing-iets-anders"),
            fits=explanations or ordinary,
            against=counter,
            ask=(
                *_explanation_questions(content, situation),
                _named(content, "lezing-iets-anders-vraag"),
            ),
        ),
        Reading(
            id="radicalisering",
            title=content.text("lezing-radicalisering-titel"),
            text=content.text("lezing-radicalisering"),
            fits=mechanisms,
            against=(*counter, *protects, *contradicts),
            ask=(_named(content, "lezing-radicalisering-vraag"),),
        ),
    )


def _named(content: Content, text_id: str) -> Point:
    text = content.texts[text_id]
    reason = Reason(
        answer=RULES["altijd"], rule=RULES["altijd"], item=text_id, sources=text.sources
    )
    return point(text, reason)
