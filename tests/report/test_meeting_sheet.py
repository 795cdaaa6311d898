"""The sheet of a meeting: every part of a report, the same in page and Word file."""

from datetime import date
from io import BytesIO

import docx as python_docx
import pytest
from icalendar import Calendar

from tests.meeting.files import PREPARED, situation
from triggerfactors import privacy
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side
from triggerfactors.meeting import (
    Agreement,
    Attendee,
    FirstView,
    Informed,
    Meeting,
    contribution,
    join,
    meeting_texts,
)
from triggerfactors.report import docx, meeting_document, meeting_page, review_reminder

TODAY = date(2026, 11, 20)
# praktijk.md §2.6: the head and the sixteen parts of a report.
HEAD = (
    "Werknaam",
    "Dag van het overleg",
    "Soort overleg",
    "Grondslag",
    "Verantwoordelijk voor de gegevens",
    "Aanwezig, met functie",
    "Weet de jongere dit?",
    "Weten de ouders dit?",
)
PARTS = (
    "1. Aanleiding",
    "2. Stem van de jongere en de ouders",
    "3. Feiten per partner, mening apart",
    "4. Kaart van de omgeving",
    "5. Gebeurtenissen",
    "6. Wie en wat beschermt",
    "7. Andere verklaringen",
    "8. Wat we nog niet weten",
    "9. Veiligheid",
    "10. Hoe wij dit samen lezen",
    "11. Doelen in gewone taal",
    "12. Afspraken",
    "13. Wie leidt en wie is vast contact",
    "14. Wie hoort wat, ook de melder",
    "15. Terugkijken, meer of minder doen, afsluiten",
    "16. Bewaren en wissen",
)


@pytest.fixture
def meeting(content: Content) -> Meeting:
    made = Meeting(
        codename="Berk",
        day=TODAY,
        youth_informed=Informed.NO,
        youth_why="eerst met oma",
        attendees=(Attendee(id="r1", function="Mentor", job="onderwijs"),),
        views=(FirstView(attendee="r1", choice="andere-zorg", why="Ze eet slecht."),),
        revealed=True,
        agreements=(
            Agreement(id="r1", side=Side.SUPPORT, who="mentor", what="Elke week praten"),
            Agreement(id="r2", side=Side.LIMIT, who="decaan", what="Geen adressen tonen"),
        ),
        review=date(2027, 1, 8),
    )
    for plain in PREPARED.values():
        made = join(made, contribution(situation(content, plain)), same_young_person=True)
    return made


def words_of(data: bytes) -> str:
    word = python_docx.Document(BytesIO(data))
    cells = [c.text for t in word.tables for row in t.rows for c in row.cells]
    return "\n".join([p.text for p in word.paragraphs] + cells)


@pytest.mark.parametrize("filled", [False, True])
def test_the_sheet_has_every_part_of_a_report(
    content: Content, meeting: Meeting, filled: bool
) -> None:
    chosen = meeting if filled else Meeting()
    text = words_of(docx(meeting_document(content, chosen, TODAY)))
    page = meeting_page(content, chosen, TODAY).decode()
    for name in (*HEAD, *PARTS):
        assert name in text, name
        assert name in page, name
    for field in content.meeting_fields.values():
        if field.part == "context":
            assert field.title in text
    assert content.text("overleg-werkdocument") in text
    assert content.version in text and "20 november 2026" in text


def test_the_ground_says_that_its_status_is_unknown_until_someone_fills_it_in(
    content: Content,
) -> None:
    text = words_of(docx(meeting_document(content, Meeting(), TODAY)))
    assert "Status onbekend" in text
    filled = Meeting().with_text("grondslag", "Convenant van de regio")
    text = words_of(docx(meeting_document(content, filled, TODAY)))
    assert "Convenant van de regio" in text and "Status onbekend" not in text


def test_facts_stand_beside_impressions_and_both_sides_of_the_agreements(
    content: Content, meeting: Meeting
) -> None:
    word = python_docx.Document(BytesIO(docx(meeting_document(content, meeting, TODAY))))
    tables = {t.rows[0].cells[0].text + "|" + t.rows[0].cells[-1].text: t for t in word.tables}
    facts = tables["Wie|Wat iemand ervan denkt"]
    rows = [[cell.text for cell in row.cells] for row in facts.rows]
    teacher = next(r for r in rows if r[0] == content.professions["onderwijs"].name)
    assert "elke dag oorlog" in teacher[1] and "schrik" in teacher[2]
    assert "schrik" not in teacher[1]
    captions = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert "Ondersteunen" in captions and "Begrenzen" in captions


def test_both_lenses_stand_side_by_side(content: Content, meeting: Meeting) -> None:
    both = meeting.with_text("bril-zorg", "Ze is alleen.").with_text("bril-veiligheid", "Druk.")
    word = python_docx.Document(BytesIO(docx(meeting_document(content, both, TODAY))))
    lenses = next(t for t in word.tables if t.rows[0].cells[0].text == "Bril")
    rows = [[cell.text for cell in row.cells] for row in lenses.rows[1:]]
    assert rows == [["Zorg", "Ze is alleen."], ["Veiligheid", "Druk."]]


def test_views_that_are_not_revealed_are_not_on_the_sheet(
    content: Content, meeting: Meeting
) -> None:
    hidden = meeting.but(revealed=False)
    assert b"Ze eet slecht" not in meeting_page(content, hidden, TODAY)
    assert b"Ze eet slecht" in meeting_page(content, meeting, TODAY)


def test_typed_words_are_never_markup(content: Content, meeting: Meeting) -> None:
    hostile = meeting.with_text("duiding", "<img src=x onerror=alert(1)></script>")
    assert b"<img" not in meeting_page(content, hostile, TODAY)


def test_the_calendar_has_the_day_and_not_a_word_about_the_case(meeting: Meeting) -> None:
    made = review_reminder(meeting)
    assert made and b"Berk" not in made
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event.decoded("dtstart") == date(2027, 1, 8)
    assert review_reminder(Meeting()) is None


def bsn() -> str:
    """A number that passes the eleven test, built here so that none stands in the code."""
    for last in range(10):
        digits = f"12345678{last}"
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11 == 0:
            return digits
    raise AssertionError


def test_a_bsn_is_found_wherever_it_is_typed(content: Content, meeting: Meeting) -> None:
    number = bsn()
    spots = [
        meeting.but(codename=number),
        meeting.but(youth_why=number),
        meeting.but(attendees=(Attendee(id="r1", function=number),)),
        meeting.but(agreements=(Agreement(id="r1", side=Side.LIMIT, notice=number),)),
        meeting.but(views=(FirstView(attendee="r1", choice="acuut", contradicts=number),)),
        *(meeting.with_text(field, number) for field in content.meeting_fields),
    ]
    for spot in spots:
        found = privacy.find_in(meeting_texts(content, spot))
        assert privacy.blocks(tuple(at.finding for at in found))
