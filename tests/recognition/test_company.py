"""What else a text says weighs: an event that stands alone, and one that stands beside another."""

import pytest

from triggerfactors.recognition import load, recognise


def proposed(text: str) -> set[str]:
    """The events of a text, with no sentence as its own example."""
    return {p.factor_id for p in recognise(load(), text, own=False).proposals}


@pytest.mark.parametrize(
    "text",
    [
        "Hij bouwt in Minecraft een gevangenis met een slotgracht en sluit daar zijn pleegbroer in "
        "op. Ze liggen er dubbel om.",
        "Ze is explorer bij scouting en gaat in juli op kamp naar de Ardennen. Ze leren er vuur "
        "maken en knopen. Ze heeft haar belofte afgelegd bij de vlag en draagt trots haar insigne.",
        "In het schooltoneel speelt ze een soldaat die overloopt. Ze heeft een houten geweer en "
        "een scène waarin ze sterft. De zaal zat vol en haar opa moest huilen.",
    ],
)
def test_one_word_that_sounds_like_it_is_no_event_in_a_text_about_something_else(text: str) -> None:
    assert proposed(text) == set()


def test_what_is_said_plainly_counts_also_when_it_is_all_there_is() -> None:
    text = "Hij is ontslagen bij de bakker. Morgen gaat hij vissen met zijn opa."
    assert proposed(text) == {"verlies-school-werk"}


def test_beside_another_event_less_will_do() -> None:
    event = (
        "Ze heeft haar opleiding dierverzorging in Barneveld afgebroken omdat daar volgens haar "
        "met moordenaars wordt samengewerkt. "
    )
    plain = "Ze heeft een nieuwe fiets gekregen van haar oma. "
    sign = (
        "Elke avond kijkt ze naar compilaties van slachterijen met eronder de tekst dat een "
        "slager ook een keel heeft."
    )
    assert proposed(event) == {"verlies-school-werk"}
    assert proposed(event + sign) == {"verlies-school-werk", "propaganda"}
    assert proposed(plain + sign) == set()
