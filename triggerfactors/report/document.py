"""The overview as a document: headings, paragraphs, lists and tables in reading order.

HTML and DOCX are made from the same document, so both always say the same.
"""

from dataclasses import dataclass
from datetime import date

from triggerfactors.advice import ContactView, Overview, Point
from triggerfactors.advice.views import AdviceItem, Appointment, FactorView, StepAdvice
from triggerfactors.content import Content
from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import Side
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


@dataclass(frozen=True)
class Fold:
    """Background: folded on a screen, left out of print and of the file for the official system."""

    title: str
    blocks: "tuple[Block, ...]"


Block = Heading | Paragraph | Bullets | Table | Fold

# On paper a reader wants the few that help most; the rest stays in the fold.
SHORT = 3


@dataclass(frozen=True)
class Document:
    """A titled row of blocks."""

    title: str
    blocks: tuple[Block, ...]


class References:
    """Numbers the sources in the order in which the document names them first."""

    def __init__(self) -> None:
        """Start without any source named."""
        self._numbers: dict[str, int] = {}

    def number(self, source_id: str) -> int:
        """The number of a source; a new one gets the next."""
        return self._numbers.setdefault(source_id, len(self._numbers) + 1)

    def named(self) -> tuple[str, ...]:
        """The sources named so far, in order of their numbers."""
        return tuple(self._numbers)


def _basis(statement: Statement | AdviceItem | Point, references: References) -> str:
    numbers = ", ".join(str(references.number(source)) for source in statement.sources)
    return f"{words.BASIS[statement.basis]} [{numbers}]"


def _why(point: Point, references: References) -> str:
    because = "; ".join(dict.fromkeys(reason.answer for reason in point.reasons))
    return f"Waarom: {because}. {_basis(point, references)}"


def _statements(statements: tuple[Statement, ...], references: References) -> Bullets:
    return Bullets(tuple(Entry(s.text, _basis(s, references)) for s in statements))


def _points(points: tuple[Point, ...], references: References) -> Bullets:
    return Bullets(tuple(Entry(_titled(p), _why(p, references)) for p in points))


def _titled(point: Point) -> str:
    return f"{point.title}. {point.text}" if point.title else point.text


def _appointment(appointment: Appointment | None) -> str:
    if appointment is None:
        return words.NOT_FILLED_IN
    return words.appointment(appointment)


def _start(view: Overview) -> list[Block]:
    outcome = view.outcome.label if view.outcome else words.NOT_FILLED_IN
    rows = [
        ("Mijn werk", view.profession_name or words.NOT_FILLED_IN),
        ("Mijn eerste stap", _appointment(view.first_step)),
        ("Ik bespreek dit met", _appointment(view.together)),
        ("Wat ik nu denk", outcome),
    ]
    if view.plan:
        joining = [point.text for point in view.plan.joining]
        support = "; ".join(filter(None, (view.plan.support, *joining)))
        rows[3:3] = [
            ("Waar ik een grens stel", view.plan.limit or words.NOT_FILLED_IN),
            ("Hoe ik steun", support or words.NOT_FILLED_IN),
        ]
    if view.contacts:
        names = (" ".join(filter(None, (c.name, c.phone))) for c in view.contacts[:3])
        first = "\n".join(f"{number}. {name}" for number, name in enumerate(names, start=1))
        rows.insert(1, ("Wie ik als eerste bel", first))
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


def _factor(factor: FactorView, references: References) -> list[Block]:
    because = "; ".join(dict.fromkeys(reason.answer for reason in factor.reasons))

    def listed(title: str, items: tuple[Statement, ...]) -> tuple[Block, ...]:
        return (Paragraph(f"{title}:"), _statements(items, references)) if items else ()

    def folded(title: str, items: tuple[Statement, ...]) -> tuple[Block, ...]:
        # Background names no numbers: it would fill the printed list with what is not printed.
        rows = Bullets(tuple(Entry(s.text, words.BASIS[s.basis]) for s in items))
        return (Paragraph(f"{title}:"), rows) if items else ()

    more = (
        *folded("Meer gewone verklaringen", factor.ordinary_explanations[SHORT:]),
        *folded("Wat spreekt dit nog meer tegen", factor.contradicts[SHORT:]),
        *folded("Wat het is", factor.core),
        *folded("Hoe het kan werken", factor.mechanism),
        *folded("Het kan ook de andere kant op", factor.other_direction[1:]),
        *folded("Vragen aan ouders", factor.talk_parents),
        *folded("Liever niet", factor.talk_avoid),
        *folded("Hoe zeker is dit", factor.evidence),
    )
    return [
        Heading(3, factor.name),
        Paragraph(f"Je ziet dit, want: {because}.", note=True),
        *listed("Eerst dit", factor.first),
        *listed("Gewone verklaringen", factor.ordinary_explanations[:SHORT]),
        *listed("Wat spreekt dit tegen", factor.contradicts[:SHORT]),
        *listed("Het kan ook de andere kant op", factor.other_direction[:1]),
        Paragraph("Vragen aan de jongere:"),
        Bullets(tuple(Entry(f"“{s.text}”") for s in factor.talk_youth[: SHORT + 1])),
        Fold(f"Meer over: {factor.name}", more),
    ]


def _factors(content: Content, view: Overview, references: References) -> list[Block]:
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
        blocks += _factor(factor, references)
    return blocks


def _counterweight(view: Overview, references: References) -> list[Block]:
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
            blocks.append(_points(points, references))
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


def _advice_entry(item: AdviceItem, references: References) -> Entry:
    return Entry(item.text, _basis(item, references), item.side)


def _step(step: StepAdvice, references: References) -> list[Block]:
    blocks: list[Block] = [Heading(3, words.STEP[step.step])]
    groups = [(f"Omdat je aankruiste: {a.name}", a.items) for a in step.per_factor]
    groups.append(("Altijd in jouw werk", step.general))
    for title, items in groups:
        # Stable: within a side the order of the content stays.
        ordered = sorted(items, key=lambda item: list(Side).index(item.side) if item.side else 0)
        blocks.append(Paragraph(f"{title}:"))
        blocks.append(Bullets(tuple(_advice_entry(item, references) for item in ordered)))
    return blocks


def _job(view: Overview, references: References) -> list[Block]:
    if view.job is None:
        return [Heading(2, "Wat je kunt doen"), Paragraph(words.NO_JOB)]
    blocks: list[Block] = [
        Heading(2, f"Wat je kunt doen: {view.job.name}"),
        Paragraph(view.job.who_talks.text),
    ]
    if view.colleague_first:
        blocks.append(Paragraph(view.colleague_first.text, note=True))
    for step in view.job.steps:
        blocks += _step(step, references)
    blocks.append(Heading(3, "Zinnen om mee te beginnen"))
    blocks.append(Bullets(tuple(Entry(f"“{s.text}”") for s in view.job.openings)))
    blocks.append(Heading(3, "Let op in jouw werk"))
    blocks.append(_statements(view.job.attention, references))
    blocks.append(Heading(3, "Ouders"))
    blocks.append(_points(view.parents, references))
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
            contact.reasons[0].rule if contact.reasons else "",
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


def _sharing(view: Overview, references: References) -> list[Block]:
    if view.sharing is None:
        return []
    sharing = view.sharing
    blocks: list[Block] = [
        Heading(2, "Wat je mag delen"),
        Paragraph(sharing.regime.text),
        Paragraph("Dit mag meestal:"),
        _statements(sharing.may, references),
        Paragraph("Vraag dit eerst na:"),
        _statements(sharing.ask_first, references),
        Paragraph("Dit niet:"),
        _statements(sharing.never, references),
    ]
    if sharing.check:
        blocks.append(Paragraph(sharing.check, note=True))
    return blocks


def _end(content: Content, view: Overview, references: References) -> list[Block]:
    questions = tuple(Entry(q.text, f"Waarom: {q.reason.answer}") for q in view.open_questions)
    blocks: list[Block] = [Heading(2, "Wat we nog niet weten"), Bullets(questions)]
    if view.missing:
        blocks.append(Paragraph("Nog niet ingevuld: " + " · ".join(view.missing), note=True))
    blocks.append(Heading(2, "Zorg ook voor jezelf"))
    blocks.append(_statements(view.self_care, references))
    lines = (
        f"[{references.number(source.id)}] {source.author}: {source.title} ({words.year(source)}; "
        f"zekerheid {words.RELIABILITY[source.reliability]}). {source.url or 'Geen adres.'}"
        for source in (content.sources[source_id] for source_id in references.named())
    )
    blocks.append(Heading(2, "Bronnen"))
    blocks.append(Bullets(tuple(Entry("", line) for line in lines)))
    return blocks


def document(content: Content, view: Overview, made_on: date) -> Document:
    """The whole overview as a document, dated ``made_on``."""
    references = References()
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
    blocks += _factors(content, view, references)
    blocks += _counterweight(view, references)
    blocks += _readings(view)
    blocks += _job(view, references)
    blocks += _contacts(content, view)
    blocks += _sharing(view, references)
    blocks += _end(content, view, references)
    return Document(words.TITLE, tuple(blocks))
