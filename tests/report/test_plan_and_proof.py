"""The year plan and the proof of participation: made on the spot and safe to open."""

from datetime import date
from io import BytesIO

import docx as python_docx
from icalendar import Calendar

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import PeaceFor
from triggerfactors.report import PlanLine, docx, plan_calendar, plan_document, proof, reading_page
from triggerfactors.report.yearplan import proposed_day

TODAY = date(2026, 11, 20)


def lines(content: Content) -> list[PlanLine]:
    team = [item for item in content.peacetime.values() if item.whom is PeaceFor.TEAM]
    return [
        PlanLine(team[0], "Ja", "teamleider", date(2027, 9, 1)),
        PlanLine(team[1], "Bezig", "<b>mentor</b>", date(2027, 2, 1)),
        PlanLine(team[2], "", "", None),
    ]


def test_the_plan_stands_in_the_order_of_its_dates(content: Content) -> None:
    page = reading_page(plan_document(PeaceFor.TEAM, lines(content), TODAY)).decode()
    assert page.index("1 februari 2027") < page.index("1 september 2027") < page.index("Nog kiezen")
    assert '<html lang="nl">' in page
    assert "&lt;b&gt;mentor" in page
    assert "<script" not in page


def test_what_is_arranged_gets_no_reminder(content: Content) -> None:
    made = plan_calendar(lines(content))
    assert made is not None
    events = list(Calendar.from_ical(made).walk("VEVENT"))
    assert [event["dtstart"].dt for event in events] == [date(2027, 2, 1)]


def test_a_plan_without_dates_has_no_calendar(content: Content) -> None:
    assert plan_calendar([lines(content)[2]]) is None


def test_the_plan_as_docx_has_a_table(content: Content) -> None:
    word = python_docx.Document(BytesIO(docx(plan_document(PeaceFor.TEAM, lines(content), TODAY))))
    assert len(word.tables[0].rows) == 4
    assert "mijn team" in word.paragraphs[0].text


def test_a_proposed_day_lies_ahead_and_is_no_weekend() -> None:
    for month in range(1, 13):
        day = proposed_day(month, TODAY)
        assert day > TODAY
        assert day.month == month
        assert day.weekday() < 5


def test_the_proof_lets_one_fill_in_the_name_in_the_file_itself(content: Content) -> None:
    module = content.modules["feit-of-indruk"]
    page = proof(module, TODAY).decode()
    assert '<label for="naam">Naam</label><input id="naam"' in page
    assert "20 november 2026" in page
    assert module.title in page
    assert "geen score" in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert "form-action 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
