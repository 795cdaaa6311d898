"""A knowledge card as a document to print or take along."""

from datetime import date

from triggerfactors.content import Content
from triggerfactors.content.models import Card, CardSection, Statement
from triggerfactors.report import words
from triggerfactors.report.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Paragraph,
    Table,
)


def _entries(items: tuple[Statement, ...], *, quoted: bool = False) -> Bullets:
    return Bullets(
        tuple(
            Entry(f"“{item.text}”" if quoted else item.text, words.BASIS[item.basis])
            for item in items
        )
    )


def _section(section: CardSection) -> list[Block]:
    blocks: list[Block] = [Heading(2, section.title)]
    if section.points:
        blocks.append(_entries(section.points))
    if section.say:
        blocks.append(_entries(section.say, quoted=True))
    if section.parents:
        blocks += [Paragraph("Tegen ouders:"), _entries(section.parents, quoted=True)]
    if section.lenses:
        rows = tuple((lens.fact.text, lens.care.text, lens.safety.text) for lens in section.lenses)
        blocks.append(Table(section.title, ("Feit", "Bril van zorg", "Bril van veiligheid"), rows))
    return blocks


def card_document(content: Content, card: Card, made_on: date) -> Document:
    """The card with its sources, dated ``made_on``; it holds nothing that someone typed."""
    blocks: list[Block] = [
        Paragraph(card.intro.text),
        Paragraph(
            f"Kaart uit Triggerwijzer. Gemaakt op {words.day(made_on)}. "
            f"Nagekeken op {words.day(card.reviewed)}.",
            note=True,
        ),
    ]
    statements = [card.intro]
    for section in card.sections:
        blocks += _section(section)
        statements += [*section.points, *section.say, *section.parents]
        statements += [s for lens in section.lenses for s in (lens.fact, lens.care, lens.safety)]
    used = dict.fromkeys(source for statement in statements for source in statement.sources)
    lines = (content.sources[source_id] for source_id in used)
    blocks.append(Heading(2, "Bronnen"))
    blocks.append(
        Bullets(
            tuple(
                Entry(f"{s.author}: {s.title} ({words.year(s)}). {s.url or 'Geen adres.'}")
                for s in lines
            )
        )
    )
    return Document(card.title, tuple(blocks))
