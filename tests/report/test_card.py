"""A card to print: everything on it, with its sources, and nothing that someone typed."""

from datetime import date

import pytest

from triggerfactors.content import Content
from triggerfactors.report import card_document, reading_page, words

DAY = date(2026, 11, 26)


@pytest.mark.parametrize("card_id", ["teamoverleg", "twee-brillen", "gesprek-met-ouders"])
def test_a_printed_card_holds_every_line_and_every_source(content: Content, card_id: str) -> None:
    card = content.cards[card_id]
    text = reading_page(card_document(content, card, DAY)).decode()
    from html import escape

    for section in card.sections:
        for item in (*section.points, *section.say, *section.parents):
            assert escape(item.text) in text
            for source in item.sources:
                assert escape(content.sources[source].title) in text
    assert "26 november 2026" in text


class Contact:
    needs_check = True
    checked_by = "beheerder"

    def __init__(self, on: date) -> None:
        self.checked_on = on


def test_a_check_of_more_than_a_year_ago_says_so() -> None:
    old = words.checked(Contact(date(2025, 11, 1)), DAY)
    assert "langer dan een jaar geleden" in old
    assert "langer" not in words.checked(Contact(date(2026, 1, 1)), DAY)
