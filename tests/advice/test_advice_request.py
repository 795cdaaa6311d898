"""The text to read out on the phone: short, complete, and never cut off by itself."""

from hypothesis import given
from hypothesis import strategies as st

from triggerfactors.advice import MAX_WORDS, AdviceRequest, facts_to_reuse, read_out
from triggerfactors.advice.advice_request import count_words
from triggerfactors.content import Content
from triggerfactors.situation.answers import Fact

FULL = AdviceRequest(
    job="onderwijs",
    saw="Kwam drie keer niet",
    done="Ik praatte met de mentor.",
    question="Wat is een goede eerste stap?",
)


def test_the_text_says_role_what_was_seen_what_was_done_and_the_question(content: Content) -> None:
    made = read_out(content, FULL)
    assert made.ready and made.words <= MAX_WORDS
    order = ("leraar, mentor of docent", "Kwam drie keer niet.", "met de mentor.", "eerste stap?")
    places = [made.text.index(part) for part in order]
    assert places == sorted(places)


def test_the_fixed_words_leave_most_of_the_room_to_the_person(content: Content) -> None:
    assert read_out(content, AdviceRequest()).words <= 25


def test_what_was_done_may_stay_empty_and_is_then_left_out(content: Content) -> None:
    made = read_out(content, FULL.model_copy(update={"done": "  "}))
    assert made.ready
    assert content.text("advies-gedaan") not in made.text


def test_what_is_missing_is_named(content: Content) -> None:
    made = read_out(content, AdviceRequest(job="bestaat-niet"))
    assert made.missing == ("je werk", "wat je zag of hoorde", "je vraag")
    assert not made.ready


def test_too_long_says_how_much_and_cuts_nothing(content: Content) -> None:
    made = read_out(content, FULL.model_copy(update={"saw": "woord " * 200}))
    assert not made.ready
    assert made.too_many == made.words - MAX_WORDS
    assert made.text.count("woord") == 200


def test_a_text_of_exactly_the_limit_is_ready(content: Content) -> None:
    room = MAX_WORDS - read_out(content, FULL.model_copy(update={"saw": "x"})).words + 1
    assert read_out(content, FULL.model_copy(update={"saw": "woord " * room})).words == MAX_WORDS
    assert read_out(content, FULL.model_copy(update={"saw": "woord " * room})).ready
    assert read_out(content, FULL.model_copy(update={"saw": "woord " * (room + 1)})).too_many == 1


def test_words_are_counted_as_they_are_read() -> None:
    assert count_words("Een 16-jarige zei: ‘foto’s zijn nep’.") == 6
    assert count_words(" \n – … ") == 0


def test_only_whole_facts_that_fit_are_taken_over() -> None:
    facts = [
        Fact(text="Kwam niet", when="maandag"),
        Fact(text="woord " * 80),
        Fact(text="Was stil."),
    ]
    text, left_out = facts_to_reuse(facts)
    assert text == "maandag: Kwam niet. Was stil."
    assert left_out == 1
    assert facts_to_reuse([]) == ("", 0)


@given(saw=st.text(max_size=400), done=st.text(max_size=400), question=st.text(max_size=400))
def test_any_text_gives_a_text_and_a_ready_one_is_short_enough(
    content: Content, saw: str, done: str, question: str
) -> None:
    made = read_out(content, AdviceRequest(job="politie", saw=saw, done=done, question=question))
    assert made.text.startswith(content.text("advies-begin"))
    assert not made.ready or count_words(made.text) <= MAX_WORDS
