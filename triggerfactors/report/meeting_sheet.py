"""The sheet of a case meeting, in the order of a report for the person-centred approach.

The sixteen parts follow praktijk.md §2.6; each has its heading, also when nobody filled it in.
"""

from datetime import date
from pathlib import Path

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side
from triggerfactors.meeting import (
    INFORMED,
    STAND,
    Agreement,
    Informed,
    Meeting,
    Table,
    Told,
    Voices,
    seal,
    shown,
    table,
)
from triggerfactors.report import words
from triggerfactors.report.calendar import empty_calendar, event
from triggerfactors.report.document import Block, Bullets, Document, Entry, Heading, Paragraph
from triggerfactors.report.document import Table as Grid
from triggerfactors.report.html import blocks, shell

TITLE = "Verslag van een casusoverleg"
REVIEW_SUMMARY = "Overleg: terugkijken"
_CONTEXT = "context"
_STYLE = (Path(__file__).parent / "meeting.css").read_text(encoding="utf-8")


def _field(content: Content, meeting: Meeting, field_id: str) -> str:
    field = content.meeting_fields[field_id]  # type: ignore[index]
    return meeting.text(field_id) or field.unfilled or words.NOT_FILLED_IN


def _own(text: str) -> Paragraph:
    return Paragraph(text, own_words=True)


def _informed(state: Informed, why: str) -> str:
    return " – ".join(filter(None, (INFORMED[state], why)))


def _head(content: Content, meeting: Meeting) -> list[Block]:
    purpose = content.meeting_purposes.get(meeting.purpose or "")
    kind = content.meeting_kinds.get(meeting.kind or "")
    people = ", ".join(a.function for a in meeting.attendees if a.function)
    rows = (
        ("Werknaam", meeting.codename or words.NOT_FILLED_IN),
        ("Dag van het overleg", words.day(meeting.day) if meeting.day else words.NOT_FILLED_IN),
        ("Doel", purpose.label if purpose else words.NOT_FILLED_IN),
        ("Soort overleg", kind.label if kind else words.NOT_FILLED_IN),
        ("Grondslag", _field(content, meeting, "grondslag")),
        ("Verantwoordelijk voor de gegevens", _field(content, meeting, "verantwoordelijke")),
        ("Aanwezig, met functie", people or words.NOT_FILLED_IN),
        ("Weet de jongere dit?", _informed(meeting.youth_informed, meeting.youth_why)),
        ("Weten de ouders dit?", _informed(meeting.parents_informed, meeting.parents_why)),
    )
    return [Grid("Over dit overleg", ("Wat", "Ingevuld"), rows)]


def _voice(content: Content, meeting: Meeting) -> list[Block]:
    by = meeting.text("stem-door")
    return [
        Heading(2, "1. Aanleiding"),
        _own(_field(content, meeting, "aanleiding")),
        Heading(2, "2. Stem van de jongere en de ouders"),
        Grid(
            f"Verteld door: {by or words.NOT_FILLED_IN.lower()}",
            ("Wie", "Wat zij willen"),
            (
                ("Jongere", _field(content, meeting, "stem-jongere")),
                ("Ouders of verzorgers", _field(content, meeting, "stem-ouders")),
            ),
        ),
    ]


def _told(fact: Told) -> str:
    small = [words.FACT_SOURCE[fact.source].lower(), fact.when]
    mark = "Spreekt de zorg tegen: " if fact.contradicts else ""
    return f"{mark}{fact.text} ({', '.join(filter(None, small))})"


def _facts(seen: Table) -> list[Block]:
    by_file = {person.who for person in seen.people}
    rows = [
        (
            person.who,
            "\n".join(map(_told, person.facts)) or words.NOT_FILLED_IN,
            person.impression or "–",
        )
        for person in seen.people
    ]
    at_table: dict[str, list[Told]] = {}
    for fact in seen.facts[sum(len(person.facts) for person in seen.people) :]:
        at_table.setdefault(fact.who or "Functie niet ingevuld", []).append(fact)
    for who, facts in at_table.items():
        name = f"{who} (aan tafel)" if who in by_file else who
        rows.append((name, "\n".join(map(_told, facts)), "–"))
    made: list[Block] = [Heading(2, "3. Feiten per partner, mening apart")]
    if not rows:
        return [*made, Paragraph(words.NOT_FILLED_IN)]
    header = ("Wie", "Wat iemand zag of hoorde", "Wat iemand ervan denkt")
    return [*made, Grid("Feiten naast meningen", header, tuple(rows))]


def _context(content: Content, meeting: Meeting) -> list[Block]:
    rows = tuple(
        (field.title, meeting.text(field.id) or words.NOT_FILLED_IN)
        for field in content.meeting_fields.values()
        if field.part == _CONTEXT
    )
    return [
        Heading(2, "4. Kaart van de omgeving"),
        Grid("Zes delen van een leven", ("Deel", "Wat we weten"), rows),
    ]


def _events(content: Content, meeting: Meeting, seen: Table) -> list[Block]:
    made: list[Block] = [Heading(2, "5. Gebeurtenissen")]
    notes = {note.factor: note for note in meeting.events}
    called = {row.factor_id: row for row in seen.events}
    rows = []
    for factor_id, factor in content.factors.items():
        row, note = called.get(factor_id), notes.get(factor_id)
        if not row and not note:
            continue
        accounts = [f"{a.who}: {STAND[a.stand].lower()}" for a in row.accounts] if row else []
        rows.append(
            (
                factor.event_label,
                "\n".join(accounts) or "Aan tafel genoemd",
                "\n".join(filter(None, (note.year, note.meaning))) if note else "–",
            )
        )
    if not rows:
        return [*made, Paragraph(words.NOT_FILLED_IN)]
    header = ("Gebeurtenis", "Wie zegt wat", "Jaar en betekenis")
    return [*made, Grid("Gebeurtenissen met jaar en betekenis", header, tuple(rows))]


def _voices(voices: tuple[Voices, ...], own: str) -> list[Block]:
    entries = [Entry(v.text, f"({', '.join(v.who)})") for v in voices]
    if own:
        entries.append(Entry(own, "(aan tafel)"))
    return [Bullets(tuple(entries))] if entries else [Paragraph(words.NOT_FILLED_IN)]


def _weighing(meeting: Meeting, seen: Table) -> list[Block]:
    return [
        Heading(2, "6. Wie en wat beschermt"),
        *_voices(seen.protective, meeting.text("beschermend")),
        Heading(2, "7. Andere verklaringen, en wat de zorg tegenspreekt"),
        Paragraph("Wat kan het nog meer zijn?"),
        *_voices(seen.explanations, meeting.text("verklaringen")),
        Paragraph("Wat spreekt de zorg tegen?"),
        *_voices(seen.contradicts, meeting.text("tegenspraak")),
        Heading(2, "8. Wat we nog niet weten"),
        *_voices(seen.unknown, meeting.text("onbekend")),
    ]


def _safety(meeting: Meeting, seen: Table) -> list[Block]:
    made: list[Block] = [Heading(2, "9. Veiligheid: voor wie, wat en hoe dringend")]
    if meeting.risks:
        rows = tuple(
            (
                risk.whom or "Nog niet bekend voor wie",
                risk.what or "–",
                risk.likely or "–",
                risk.urgent or "–",
            )
            for risk in meeting.risks
        )
        header = ("Voor wie", "Wat kan er gebeuren", "Hoe waarschijnlijk, volgens wie", "Hoe snel")
        made.append(Grid("Zorgen over veiligheid", header, rows))
    if seen.safety or not meeting.risks:
        made += _voices(seen.safety, "")
    return made


def _reading(content: Content, meeting: Meeting) -> list[Block]:
    made: list[Block] = [
        Heading(2, "10. Hoe wij dit samen lezen"),
        _own(_field(content, meeting, "duiding")),
        Grid(
            "Twee brillen op dezelfde feiten",
            ("Bril", "Wat je dan ziet"),
            (
                ("Zorg", meeting.text("bril-zorg") or words.NOT_FILLED_IN),
                ("Veiligheid", meeting.text("bril-veiligheid") or words.NOT_FILLED_IN),
            ),
        ),
    ]
    views = tuple(
        (
            attendee.function or "Functie niet ingevuld",
            content.outcomes[view.choice].label if view else "Gaf geen eerste blik",  # type: ignore[index]
            " ".join(filter(None, (view.why, view.contradicts))) or "–" if view else "–",
        )
        for attendee, view in shown(meeting)
    )
    if views:
        header = ("Wie", "Koos alleen", "Waarom, en wat spreekt tegen")
        made.append(Grid("Eerste blik, voor het gesprek", header, views))
    dissents = tuple(
        Entry(d.text, f"({d.function or 'functie niet ingevuld'})")
        for d in meeting.dissents
        if d.text
    )
    made.append(Paragraph("Wie ziet het anders?"))
    made.append(Bullets(dissents) if dissents else Paragraph("Niemand schreef iets op."))
    return made


def _agreed(rows: tuple[Agreement, ...], side: Side) -> list[Block]:
    own = tuple(
        (a.what or "–", a.who or "Nog kiezen", a.when or "Nog kiezen", a.notice or "Nog kiezen")
        for a in rows
        if a.side is side
    )
    if not own:
        return [Paragraph(f"{words.SIDE[side]}: {words.NOT_FILLED_IN.lower()}")]
    header = ("Wat", "Wie", "Wanneer", "Hoe merken we het")
    return [Grid(words.SIDE[side], header, own)]


def _decisions(content: Content, meeting: Meeting) -> list[Block]:
    tells = tuple((t.whom or "–", t.what or "–", t.by or "Nog kiezen") for t in meeting.tells)
    review = words.day(meeting.review) if meeting.review else "Nog niet gekozen"
    return [
        Heading(2, "11. Doelen in gewone taal"),
        _own(_field(content, meeting, "doelen")),
        Heading(2, "12. Afspraken"),
        *_agreed(meeting.agreements, Side.SUPPORT),
        *_agreed(meeting.agreements, Side.LIMIT),
        Paragraph(f"Dit doen we bewust niet: {_field(content, meeting, 'niet-doen')}"),
        Heading(2, "13. Wie leidt en wie is vast contact"),
        Grid(
            "Vaste mensen",
            ("Rol", "Functie"),
            (
                ("Casusregisseur", _field(content, meeting, "regisseur")),
                ("Contact voor jongere en ouders", _field(content, meeting, "contactpersoon")),
            ),
        ),
        Heading(2, "14. Wie hoort wat, ook de melder"),
        Grid("Wat we vertellen", ("Wie", "Wat", "Door wie"), tells)
        if tells
        else Paragraph(words.NOT_FILLED_IN),
        Heading(2, "15. Terugkijken, meer of minder doen, afsluiten"),
        Grid(
            "Vervolg",
            ("Wat", "Afgesproken"),
            (
                ("Dag om terug te kijken", review),
                ("Meer doen als", _field(content, meeting, "opschalen")),
                ("Minder doen als", _field(content, meeting, "afschalen")),
                ("Afsluiten als", _field(content, meeting, "afsluiten")),
            ),
        ),
        Heading(2, "16. Bewaren en wissen"),
        Paragraph(f"Het officiële stuk: {_field(content, meeting, 'officieel')}"),
        Paragraph(content.text("overleg-werkdocument"), note=True),
    ]


def meeting_document(content: Content, meeting: Meeting, made_on: date) -> Document:
    """The sheet as a document, dated ``made_on``; the chair's notes stay out."""
    seen = table(content, meeting)
    warning = Paragraph(
        f"{content.text('overleg-werkdocument')} Gemaakt op {words.day(made_on)}. "
        f"Inhoud: versie {content.version}.",
        note=True,
    )
    return Document(
        TITLE,
        (
            warning,
            *_head(content, meeting),
            *_voice(content, meeting),
            *_facts(seen),
            *_context(content, meeting),
            *_events(content, meeting, seen),
            *_weighing(meeting, seen),
            *_safety(meeting, seen),
            *_reading(content, meeting),
            *_decisions(content, meeting),
        ),
    )


def meeting_page(content: Content, meeting: Meeting, made_on: date) -> bytes:
    """The sheet as a page to read and print that also holds the meeting, to come back to.

    What only the chair may see is in neither.
    """
    kept = meeting
    for field in content.meeting_fields.values():
        if field.only_chair:
            kept = kept.with_text(field.id, "")
    if not kept.revealed:
        # Views given in silence are nobody's to read, in a file neither.
        kept = kept.but(views=())
    document = meeting_document(content, kept, made_on)
    sealed = seal(kept, content.version)
    return shell(document.title, blocks(document), sealed, _STYLE)


def review_reminder(meeting: Meeting) -> bytes | None:
    """The review day for a calendar, without a word about the case; ``None`` without a day."""
    if meeting.review is None:
        return None
    calendar = empty_calendar()
    calendar.add_component(event(REVIEW_SUMMARY, meeting.review))
    return calendar.to_ical()
