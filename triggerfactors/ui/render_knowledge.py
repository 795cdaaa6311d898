"""Cards, modules and search results as HTML text: pure functions, everything escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from triggerfactors.content import Content
from triggerfactors.content.models import (
    AgendaStep,
    Card,
    CardSection,
    Lens,
    Module,
    PeaceItem,
    Scenario,
    SelfCheckLine,
    Statement,
)
from triggerfactors.content.vocabulary import Basis
from triggerfactors.report import words
from triggerfactors.search import Hit, Kind, Piece
from triggerfactors.ui import render

KIND = {
    Kind.CARD: "Kaart",
    Kind.MODULE: "Leermodule",
    Kind.FACTOR: "Gebeurtenis",
    Kind.ADVICE: "Wat je kunt doen",
    Kind.ORGANISATION: "Organisatie",
    Kind.CASE: "Verzonnen verhaal",
}


def _sources(content: Content, items: Iterable[Statement]) -> str:
    """One fold with all sources of a card: a fold after every line would be restless."""
    used = dict.fromkeys(source for item in items for source in item.sources)
    rows = "".join(
        f"<li>{render.source_line(content.sources[source])}</li>"
        for source in used
        if source in content.sources
    )
    return (
        '<details class="tw-card tw-sources"><summary>Bronnen bij deze tekst</summary>'
        f"<ul>{rows}</ul></details>"
    )


def _mark(item: Statement) -> str:
    # What is not found in a source says so (design, must 7), in one quiet letter and a legend.
    if item.basis is Basis.SOURCE:
        return ""
    name, letter = ("afgeleid", "a") if item.basis is Basis.INFERRED else ("vakkennis", "v")
    return f' <abbr class="tw-basis" title="{name}">{letter}</abbr>'


LEGEND = (
    '<p class="tw-legend"><small>Zonder letter: uit een bron. '
    '<span class="tw-basis">a</span> afgeleid en <span class="tw-basis">v</span> vakkennis: '
    "een deskundige moet dit nog nakijken. Een letter bij een kop geldt voor dat hele deel."
    "</small></p>"
)


def _shared(items: Sequence[Statement]) -> str:
    """One mark for a whole list that rests on the same; a mark in every line is restless."""
    return _mark(items[0]) if len({item.basis for item in items}) == 1 else ""


def _rows(items: Sequence[Statement], before: str = "", after: str = "") -> str:
    shared = _shared(items)
    return "".join(
        f"<li>{before}{escape(item.text)}{after}{'' if shared else _mark(item)}</li>"
        for item in items
    )


def _list(items: Sequence[Statement], *, ordered: bool) -> str:
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{_rows(items)}</{tag}>" if items else ""


def _quotes(items: Sequence[Statement]) -> str:
    return f'<ul class="tw-quotes">{_rows(items, "“", "”")}</ul>' if items else ""


def _lens(lens: Lens) -> str:
    return (
        f'<div class="tw-lens"><p><strong>{escape(lens.fact.text)}</strong>{_mark(lens.fact)}</p>'
        '<div class="tw-sides">'
        "<section><h3>Bril van de zorg</h3>"
        f"<p>{escape(lens.care.text)}{_mark(lens.care)}</p></section>"
        "<section><h3>Bril van de veiligheid</h3>"
        f"<p>{escape(lens.safety.text)}{_mark(lens.safety)}</p></section></div></div>"
    )


def _section(section: CardSection) -> str:
    # A section holds one kind of list, so one mark at its heading speaks for all of it.
    items = section.points or section.say or section.parents
    return (
        f"<h2>{escape(section.title)}{_shared(items) if items else ''}</h2>"
        + _list(section.points, ordered=section.ordered)
        + _quotes(section.say)
        + _quotes(section.parents)
        + "".join(map(_lens, section.lenses))
    )


def _card_statements(card: Card) -> Iterable[Statement]:
    yield card.intro
    for section in card.sections:
        yield from (*section.points, *section.say, *section.parents)
        for lens in section.lenses:
            yield from (lens.fact, lens.care, lens.safety)


def card_intro(card: Card) -> str:
    """The first words of a card, with the day its facts were true."""
    as_of = f'<p class="tw-asof">Stand van {words.day(card.as_of)}</p>' if card.as_of else ""
    return f'{as_of}<p class="tw-intro">{escape(card.intro.text)}{_mark(card.intro)}</p>'


def card_body(card: Card) -> str:
    """The parts of a card."""
    return "".join(map(_section, card.sections))


def card_foot(content: Content, card: Card) -> str:
    """How sure a card is, its sources and the day of reading over."""
    reviewed = f"Nagelezen door de redactie op {words.day(card.reviewed)}."
    return LEGEND + _sources(content, _card_statements(card)) + f"<p><small>{reviewed}</small></p>"


def suggestion(line: SelfCheckLine) -> str:
    """The one suggestion that goes with a sentence."""
    return render.note(line.suggestion.text)


def intervision_steps(steps: Sequence[AgendaStep]) -> str:
    """All steps in one table: the clock shows only one at a time."""
    total = sum(step.minutes for step in steps)
    rows = [(s.title, f"{s.minutes} min.", s.speaks, s.do.text) for s in steps]
    return render.table(
        f"De stappen, samen {total} minuten", ("Stap", "Tijd", "Aan het woord", "Wat je doet"), rows
    )


def peace_item(item: PeaceItem) -> str:
    """One line of the checklist with its first step."""
    return (
        f"<h3>{escape(item.item.text)}{_mark(item.item)}</h3>"
        f"<p>Eerste stap: {escape(item.first_step.text)}{_mark(item.first_step)}</p>"
    )


def module_start(content: Content, module: Module) -> str:
    """What a module is about, before its questions."""
    statements = (module.goal, *module.read)
    return (
        f'<p class="tw-intro">{escape(module.goal.text)}{_mark(module.goal)}</p>'
        f"<p>Ongeveer {module.minutes} minuten, {len(module.scenarios)} vragen. "
        "De situaties zijn verzonnen. Er is geen score en we bewaren niets.</p>"
        f"<h2>Lees eerst dit{_shared(module.read)}</h2>{_list(module.read, ordered=False)}"
        f"{LEGEND}{_sources(content, statements)}"
    )


def scenario(found: Scenario) -> str:
    """An invented situation."""
    return (
        '<p class="tw-legend"><small>Verzonnen situatie</small></p>'
        f'<p class="tw-note">{escape(found.situation.text)}</p>'
    )


def feedback(content: Content, found: Scenario, chosen: str | None) -> str:
    """What may follow from every choice, the own one first and none called wrong."""
    ordered = sorted(found.choices, key=lambda choice: choice.id != chosen)
    rows = "".join(
        f"<section><h3>{escape(choice.label)}</h3>"
        + ('<p><span class="tw-mark">Jouw keuze</span></p>' if choice.id == chosen else "")
        + f"<p>{escape(choice.feedback.text)}{_mark(choice.feedback)}</p></section>"
        for choice in ordered
    )
    return (
        f'<div class="tw-choices">{rows}</div>{LEGEND}'
        f"{_sources(content, (choice.feedback for choice in found.choices))}"
    )


def module_end(content: Content, module: Module) -> str:
    """What to take along from a module."""
    shared = _shared(module.remember)
    mark = f"<p><small>Hele lijst:{shared}</small></p>" if shared else ""
    return (
        _list(module.remember, ordered=False) + mark + LEGEND + _sources(content, module.remember)
    )


def passage(pieces: Sequence[Piece]) -> str:
    """A passage with the words found in it marked."""
    return "".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.found else escape(piece.text)
        for piece in pieces
    )


def hit(found: Hit, *, titled: bool) -> str:
    """A search result; ``titled`` where no link above it already gives its title."""
    title = f"<h3>{escape(found.document.title)}</h3>" if titled else ""
    return (
        f'<div class="tw-hit">{title}<p><span class="tw-mark">{KIND[found.document.kind]}</span> '
        f"{passage(found.passage)}</p></div>"
    )
