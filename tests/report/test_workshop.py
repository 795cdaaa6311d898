"""What a trainer prints and takes along: complete, on invented stories only, without anyone."""

import csv
from datetime import date

from triggerfactors.content import Content
from triggerfactors.report import counts_csv, reading_page
from triggerfactors.report.workshop import Asked, case_sheet, handout, vote_cards

ASKED = [
    Asked("Wat zie je?", 1, 3, {"Training": 2, "Detentie": 0}, {"Politie": {"Training": 2}}),
    Asked("Wat zie je?", 2, 3, {"Training": 1, "Detentie": 2}, {}),
]


def test_the_story_sheet_gives_nothing_away(content: Content) -> None:
    for case in content.cases.values():
        text = reading_page(case_sheet(case)).decode()
        assert case.title in text
        assert not any(layer.text in text for layer in case.layers)
        assert not any(one.why in text for one in case.factors)
        assert "laag" not in text.split("<body", 1)[1].replace("omlaag", "")


def test_every_option_has_a_card_with_its_own_letter() -> None:
    text = vote_cards("Wat zie je?", ["Training", "Detentie & cel"]).decode()
    assert text.count('class="stemkaart"') == 2
    assert "Detentie &amp; cel" in text and ">A<" in text and ">B<" in text


def test_the_sheet_for_afterwards_holds_counts_and_no_one(content: Content) -> None:
    text = reading_page(
        handout(content, content.cases["bilal"], ASKED, date(2026, 11, 26))
    ).decode()
    assert "3 mensen stemden" in text
    assert "tweede keer" in text and "Training" in text and "goed antwoord" in text
    assert "telefoon" not in text.lower()


def test_the_counts_come_as_a_table_that_a_spreadsheet_reads() -> None:
    rows = list(csv.reader(counts_csv(ASKED).decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0] == ["vraag", "beurt", "keuze", "werk", "aantal"]
    assert ["Wat zie je?", "1", "Training", "samen", "2"] in rows
    assert ["Wat zie je?", "1", "Training", "Politie", "2"] in rows
    assert ["Wat zie je?", "2", "Detentie", "samen", "2"] in rows
