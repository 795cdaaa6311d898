"""Whatever someone pastes: no fault, no endless work, and evidence that stands in their text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from triggerfactors.recognition import MAX_CHARACTERS, load, recognise

PIECES = st.sampled_from(
    [
        "Hij is niet ontslagen. ",
        "vader ",
        "dood ",
        "(",
        "😀",
        "\x00",
        "als ",
        "geen ",
        "\n",
        "‘",
        "…",
        "zijn broer zit vast, ",
        "filmpjes over aanslagen ",
        "مرحبا ",
        "汉字",
        "\u0301",
        "a.b.c. ",
        "- ",
    ]
)
TEXTS = st.one_of(st.text(max_size=600), st.lists(PIECES, max_size=80).map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_evidence_is_a_slice_and_the_outcome_is_the_same_twice(text: str) -> None:
    found = recognise(load(), text)
    assert found == recognise(load(), text)
    for one in (*found.proposals, *found.denied):
        assert text[one.start : one.end] == one.sentence
    for proposal in found.proposals:
        assert proposal.words and all(word in proposal.sentence for word in proposal.words)
    starts = [proposal.start for proposal in found.proposals]
    assert starts == sorted(starts)
    assert len({proposal.factor_id for proposal in found.proposals}) == len(found.proposals)


LONG = (
    "(",
    "a",
    "😀",
    "\x00",
    "vader dood ",
    "niet ",
    "als hij, ",
    "\n",
    "مرحبا ",
    "moord & ",
    "‘’",
)


@pytest.mark.parametrize("piece", LONG, ids=repr)
def test_a_long_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    whole = (piece * MAX_CHARACTERS)[:MAX_CHARACTERS]
    half = whole[: MAX_CHARACTERS // 2]

    def spent(text: str) -> float:
        times = []
        for _ in range(3):
            begin = time.process_time()
            recognise(load(), text)
            times.append(time.process_time() - begin)
        return min(times)

    spent(half)
    assert spent(whole) < 3 * spent(half) + 0.05


def test_a_text_that_is_too_long_is_read_in_part_and_says_so() -> None:
    text = "Hij is ontslagen. " + "x" * 1_000_000
    found = recognise(load(), text)
    assert found.truncated
    assert [proposal.factor_id for proposal in found.proposals] == ["verlies-school-werk"]
    assert not recognise(load(), text[:100]).truncated


def test_nothing_in_nothing_out() -> None:
    found = recognise(load(), "")
    assert (found.proposals, found.denied, found.truncated) == ((), (), False)
