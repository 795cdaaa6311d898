"""Files to take along, opened again and read back."""

import re
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx as python_docx
import pytest
import yaml
from icalendar import Calendar

from triggerfactors.advice import Overview, overview
from triggerfactors.casefile import unseal
from triggerfactors.content import Content
from triggerfactors.report import Document, document, docx, page, reminder
from triggerfactors.situation import Situation, from_plain
from triggerfactors.situation.answers import Fact, FactsAnswer, FactSource, TextAnswer

EXAMPLE = Path(__file__).parents[1] / "advice" / "voorbeeld.yaml"
TODAY = date(2026, 11, 20)
HOSTILE = '<script>alert(1)</script><img src="https://kwaad.example/x.png" onerror=alert(2)>'


@pytest.fixture(scope="module")
def situation(content: Content) -> Situation:
    return from_plain(content, yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def view(content: Content, situation: Situation) -> Overview:
    return overview(content, situation)


@pytest.fixture(scope="module")
def made(content: Content, view: Overview) -> Document:
    return document(content, view, TODAY)


def test_the_page_is_dutch_self_contained_and_loads_back(
    content: Content, made: Document, situation: Situation
) -> None:
    data = page(made, situation, content.version)
    text = data.decode()
    assert text.startswith('<!doctype html>\n<html lang="nl">')
    assert "default-src 'none'" in text
    assert not re.search(r'(src|href)="https?:', text)
    assert unseal(data) == situation


def test_the_page_names_its_purpose_date_and_version(content: Content, made: Document) -> None:
    text = page(made, Situation(), content.version).decode()
    assert "Werkdocument" in text and "20 november 2026" in text and content.version in text


def test_typed_words_stay_words(content: Content) -> None:
    hostile = Situation().with_answer("indruk", TextAnswer(text=HOSTILE))
    hostile = hostile.with_answer(
        "gezien", FactsAnswer(facts=(Fact(text=HOSTILE, source=FactSource.SELF, when=HOSTILE),))
    )
    made = document(content, overview(content, hostile), TODAY)
    text = page(made, hostile, content.version).decode()
    assert "<script>alert" not in text and "<img" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_headings_never_skip_a_level(
    content: Content, made: Document, situation: Situation
) -> None:
    levels = [int(n) for n in re.findall(r"<h(\d)", page(made, situation, "x").decode())]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_word_file_holds_the_same_headings_and_tables(made: Document) -> None:
    word = python_docx.Document(BytesIO(docx(made)))
    headings = [p.text for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert headings[0] == made.title
    for wanted in ("In het kort", "Wat je zag of hoorde", "Wie je kunt bellen, op volgorde"):
        assert wanted in headings
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Kwam drie keer niet op training." in cells
    assert word.core_properties.language == "nl-NL"


def test_the_word_file_survives_characters_that_xml_cannot_hold(content: Content) -> None:
    odd = Situation().with_answer("indruk", TextAnswer(text="a\x00b\x0bc\ufffe"))
    made = document(content, overview(content, odd), TODAY)
    assert "abc" in "\n".join(p.text for p in python_docx.Document(BytesIO(docx(made))).paragraphs)


def test_the_reminder_has_the_date_and_not_a_word_about_the_case(view: Overview) -> None:
    data = reminder(view)
    assert data is not None
    events = Calendar.from_ical(data).walk("VEVENT")
    assert {e.decoded("dtstart") for e in events} == {date(2026, 11, 24), date(2026, 11, 23)}
    text = data.decode()
    assert "Vragen hoe het gaat" not in text and "zorgcoördinator" not in text


def test_without_a_date_there_is_no_reminder(content: Content) -> None:
    assert reminder(overview(content, Situation())) is None


def test_danger_now_gives_a_page_with_only_the_phone(content: Content) -> None:
    stopped = from_plain(content, {"rol": "onderwijs", "acuut": "ja"})
    text = page(document(content, overview(content, stopped), TODAY), stopped, "x").decode()
    assert "Bel nu 112" in text and "Drie manieren" not in text


def test_an_empty_situation_still_makes_every_file(content: Content) -> None:
    made = document(content, overview(content, Situation()), TODAY)
    assert page(made, Situation(), "x") and docx(made)
