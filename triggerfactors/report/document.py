"""The overview as a document: headings, paragraphs, lists and tables in reading order.

HTML and DOCX are made from the same document, so both always say the same.
"""

from dataclasses import dataclass
from datetime import date

from triggerfactors.advice import ContactView, Overview, Point
from triggerfactors.advice.views import AdviceItem, Appointment, FactorView, StepAdvice
from triggerfactors.content import Content
from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import Side, Step
from triggerfactors.report import words


@dataclass(frozen=True)
class Heading:
    """A heading; level 2 for a section, 3 for a part of it."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; a note is set apart, own words are shown as typed."""

    text: str
    note: bool = False
    own_words: bool = False


@dataclass(frozen=True)
class Entry:
    """A list entry with the small print under it: why it is here and on what it rests."""

    text: str
    small: str = ""
    side: Side | None = None


@dataclass(frozen=True)
class Bullets:
    """A list."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption and a header row; the first cell of a row names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True)
class Document:
    """A titled row of blocks."""

    title: str
    blocks: tuple[Block, ...]


def _basis(statement: Statement | AdviceItem | Point, numbers: dict[str, int]) -> str:
    references = ", ".join(str(numbers[s]) for s in statement.sources if s in numbers)
    return (
        f"{words.BASIS[statement.basis]} [{references}]"
        if references
        else words.BASIS[statement.basis]
    )


def _why(point: Point, numbers: dict[str, int]) -> str:
    because = "; ".join(dict.fromkeys(reason.answer for reason in point.reasons))
    return f"Waarom: {because}. {_basis(point, numbers)}"


def _statements(statements: tuple[Statement, ...], numbers: dict[str, int]) -> Bullets:
    return Bullets(tuple(Entry(s.text, _basis(s, numbers)) for s in statements))


def _points(points: tuple[Point, ...], numbers: dict[str, int]) -> Bullets:
    return Bullets(tuple(Entry(_titled(p), _why(p, numbers)) for p in points))


def _titled(point: Point) -> str:
    return f"{point.title}. {point.text}" if point.title else point.text


def _appointment(appointment: Appointment | None) -> str:
    if appointment is None:
        return words.NOT_FILLED_IN
    return words.appointment(appointment.what, appointment.who, appointment.day)


def _start(view: Overview) -> list[Block]:
    outcome = view.outcome.label if view.outcome else words.NOT_FILLED_IN
    rows = [
        ("Mijn werk", view.profession_name or words.NOT_FILLED_IN),
        ("Mijn eerste stap", _appointment(view.first_step)),
        ("Ik bespreek dit met", _appointment(view.together)),
        ("Wat ik nu denk", outcome),
    ]
    if view.outcome and view.outcome.reason:
        rows.append(("Omdat", view.outcome.reason))
    blocks: list[Block] = [
        Heading(2, "In het kort"),
        Table("Afspraken en keuze", ("Onderwerp", "Wat je koos"), tuple(rows)),
        Paragraph(view.language_note, note=True),
    ]
    if view.outcome:
        blocks.append(Bullets(tuple(Entry(s.text) for s in view.outcome.do)))
    return blocks


def _facts(view: Overview) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Wat je zag of hoorde")]
    if view.facts:
        rows = tuple((f.text, words.FACT_SOURCE[f.source], f.when or "–") for f in view.facts)
        blocks.append(Table("Feiten met bron", ("Feit", "Hoe je het weet", "Wanneer"), rows))
    else:
        blocks.append(Paragraph(words.NOT_FILLED_IN))
    blocks.append(Heading(3, "Wat je er zelf van denkt (geen feit)"))
    blocks.append(
        Paragraph(view.impression or words.NOT_FILLED_IN, own_words=bool(view.impression))
    )
    return blocks


def _factor(factor: FactorView, numbers: dict[str, int]) -> list[Block]:
    because = "; ".join(dict.fromkeys(reason.answer for reason in factor.reasons))
    return [
        Heading(3, factor.name),
        Paragraph(f"{factor.short} Je ziet dit, want: {because}.", note=True),
        Paragraph("Eerst dit:"),
        _statements(factor.first, numbers),
        Paragraph("Hoe het kan werken:"),
        _statements(factor.mechanism, numbers),
        Paragraph("Gewone verklaringen:"),
        _statements(factor.ordinary_explanations, numbers),
        Paragraph("Wat spreekt dit tegen?"),
        _statements(factor.contradicts, numbers),
        Paragraph("Het kan ook de andere kant op:"),
        _statements(factor.other_direction, numbers),
        Paragraph("Vragen die je kunt stellen:"),
        Bullets(tuple(Entry(s.text) for s in factor.talk_youth)),
        Paragraph("Liever niet:"),
        Bullets(tuple(Entry(s.text) for s in factor.talk_avoid)),
    ]


def _factors(content: Content, view: Overview, numbers: dict[str, int]) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Gebeurtenissen die misschien een rol spelen")]
    if not view.factors:
        return [*blocks, Paragraph(content.text("geen-gebeurtenissen"))]
    rows = tuple(
        (
            factor.name,
            words.LEVEL[factor.level],
            words.EVENT_WHEN[factor.when],
            words.EVENT_KNOWN[factor.known],
            words.EVENT_EFFECT[factor.effect],
        )
        for factor in view.factors
    )
    header = ("Gebeurtenis", "Waar", "Wanneer", "Hoe je het weet", "Wat het deed")
    blocks.append(Table("Gebeurtenissen naar plaats en tijd", header, rows))
    for factor in view.factors:
        blocks += _factor(factor, numbers)
    return blocks


def _counterweight(view: Overview, numbers: dict[str, int]) -> list[Block]:
    blocks: list[Block] = []
    sections = (
        ("Wat deze jongere nodig heeft om op te groeien", view.growing_up, view.growing_up_note),
        ("Wie en wat beschermt", view.protective, view.protective_note),
        ("Wat spreekt je zorg tegen", view.contradictions, view.contradictions_note),
        ("Wat het nog meer kan zijn", view.explanations, view.explanations_note),
        ("Wat de jongere misschien zoekt", view.motives, ""),
        ("Veiligheid: voor wie, wat en wanneer", view.safety, view.safety_note),
    )
    for title, points, note in sections:
        blocks.append(Heading(2, title))
        if points:
            blocks.append(_points(points, numbers))
        if note:
            blocks.append(Paragraph(note, own_words=True))
        if not points and not note:
            blocks.append(Paragraph(words.NOT_FILLED_IN))
    return blocks


def _readings(view: Overview) -> list[Block]:
    def lines(points: tuple[Point, ...]) -> str:
        return "\n".join(f"• {point.text}" for point in points) or "–"

    rows = (
        ("Kort", *(reading.text for reading in view.readings)),
        ("Wat hierbij past", *(lines(reading.fits) for reading in view.readings)),
        ("Wat hier niet bij past", *(lines(reading.against) for reading in view.readings)),
        ("Vraag je af", *(lines(reading.ask) for reading in view.readings)),
    )
    header = ("", *(reading.title for reading in view.readings))
    return [
        Heading(2, "Drie manieren om hetzelfde te lezen"),
        Table("Drie lezingen naast elkaar, even zwaar", header, rows),
    ]


def _advice_entry(item: AdviceItem, numbers: dict[str, int]) -> Entry:
    return Entry(item.text, f"{item.reason.rule} {_basis(item, numbers)}", item.side)


def _step(step: StepAdvice, numbers: dict[str, int]) -> list[Block]:
    blocks: list[Block] = [Heading(3, words.STEP[step.step])]
    groups = [("Voor jouw werk", step.general)]
    groups += [(f"Bij: {advice.name}", advice.items) for advice in step.per_factor]
    for title, items in groups:
        blocks.append(Paragraph(f"{title}:"))
        if step.step is not Step.FOLLOW_UP:
            blocks.append(Bullets(tuple(_advice_entry(item, numbers) for item in items)))
            continue
        for side in Side:
            on_side = tuple(_advice_entry(i, numbers) for i in items if i.side is side)
            if on_side:
                blocks.append(Paragraph(words.SIDE[side]))
                blocks.append(Bullets(on_side))
    return blocks


def _job(view: Overview, numbers: dict[str, int]) -> list[Block]:
    if view.job is None:
        return [Heading(2, "Wat je kunt doen"), Paragraph(words.NO_JOB)]
    blocks: list[Block] = [
        Heading(2, f"Wat je kunt doen: {view.job.name}"),
        Paragraph(view.job.who_talks.text),
    ]
    if view.colleague_first:
        blocks.append(Paragraph(view.colleague_first.text, note=True))
    for step in view.job.steps:
        blocks += _step(step, numbers)
    blocks.append(Heading(3, "Zinnen om mee te beginnen"))
    blocks.append(Bullets(tuple(Entry(f"“{s.text}”") for s in view.job.openings)))
    blocks.append(Heading(3, "Let op in jouw werk"))
    blocks.append(_statements(view.job.attention, numbers))
    blocks.append(Heading(3, "Ouders"))
    blocks.append(_points(view.parents, numbers))
    return blocks


def contact_lines(contact: ContactView) -> str:
    """How to reach a contact, one thing a line."""
    phones = " of ".join(filter(None, (contact.phone, contact.phone_alternative)))
    lines = [
        f"Bel {phones}" if phones else "",
        contact.email or "",
        contact.website or "",
        contact.hours or "",
        contact.ask_locally or "",
        words.ANONYMOUS[contact.anonymous],
        contact.after_contact.text if contact.after_contact else "",
        words.checked(contact),
    ]
    return "\n".join(line for line in lines if line)


def _contacts(content: Content, view: Overview) -> list[Block]:
    shown = view.stop_contacts if view.stopped else view.contacts
    rows = tuple(
        (
            f"{number}. {contact.name}",
            contact_lines(contact),
            "\n".join(dict.fromkeys(r.rule for r in contact.reasons)),
        )
        for number, contact in enumerate(shown, start=1)
    )
    blocks: list[Block] = [
        Heading(2, "Wie je kunt bellen, op volgorde"),
        Table("Contacten met reden", ("Wie", "Hoe", "Waarom"), rows),
    ]
    if content.local is None:
        blocks.append(Paragraph(content.text("geen-eigen-contacten"), note=True))
    return blocks


def _sharing(view: Overview, numbers: dict[str, int]) -> list[Block]:
    if view.sharing is None:
        return []
    sharing = view.sharing
    blocks: list[Block] = [
        Heading(2, "Wat je mag delen"),
        Paragraph(sharing.regime.text),
        Paragraph("Dit mag meestal:"),
        _statements(sharing.may, numbers),
        Paragraph("Vraag dit eerst na:"),
        _statements(sharing.ask_first, numbers),
        Paragraph("Dit niet:"),
        _statements(sharing.never, numbers),
    ]
    if sharing.check:
        blocks.append(Paragraph(sharing.check, note=True))
    return blocks


def _end(content: Content, view: Overview, numbers: dict[str, int]) -> list[Block]:
    questions = tuple(Entry(q.text, f"Waarom: {q.reason.answer}") for q in view.open_questions)
    blocks: list[Block] = [Heading(2, "Wat we nog niet weten"), Bullets(questions)]
    if view.missing:
        blocks.append(Paragraph("Nog niet ingevuld: " + " · ".join(view.missing), note=True))
    blocks.append(Heading(2, "Zorg ook voor jezelf"))
    blocks.append(_statements(view.self_care, numbers))
    rows = tuple(
        (
            str(numbers[source.id]),
            f"{source.author}: {source.title} ({words.year(source)})",
            source.url or "–",
            words.RELIABILITY[source.reliability],
        )
        for source in (content.sources[s] for s in view.source_ids)
    )
    blocks.append(Heading(2, "Bronnen"))
    blocks.append(Table("Bronnen", ("Nummer", "Bron", "Adres", "Hoe zeker"), rows))
    return blocks


def document(content: Content, view: Overview, made_on: date) -> Document:
    """The whole overview as a document, dated ``made_on``."""
    numbers = {source_id: number for number, source_id in enumerate(view.source_ids, start=1)}
    blocks: list[Block] = [
        Paragraph(
            f"{content.text('werkdocument')} Gemaakt op {words.day(made_on)}. "
            f"Inhoud: versie {view.content_version}.",
            note=True,
        )
    ]
    if view.stopped:
        blocks += [
            Heading(2, content.text("acuut-kop")),
            Paragraph(content.text("acuut-uitleg")),
            Paragraph(content.text("acuut-daarna")),
            *_contacts(content, view),
        ]
        return Document(words.TITLE, tuple(blocks))
    blocks += _start(view)
    blocks += _facts(view)
    blocks += _factors(content, view, numbers)
    blocks += _counterweight(view, numbers)
    blocks += _readings(view)
    blocks += _job(view, numbers)
    blocks += _contacts(content, view)
    blocks += _sharing(view, numbers)
    blocks += _end(content, view, numbers)
    return Document(words.TITLE, tuple(blocks))
