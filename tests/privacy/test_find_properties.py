"""What must hold for every text, however odd."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn

from triggerfactors.privacy import Kind, blocks, find

SNIPPETS = st.sampled_from(
    [
        "Jan de Vries", "Ngozi Okafor", "zijn moeder Fatima", "06-12345678", "+31 6 12345678",
        "123456782", "NL91 ABNA 0417 1643 00", "a@b.nl", "@wolf_88", "1234 AB 12", "12-03-2009",
        "geb. 1/2/09", "AB-123-C", "Dorpsstraat 12", "discord: x_1", "heet", "van der", "B.",
        "dhr.", "en", "'t", "Roos", "(", "@", "#1234", ".", "\n", "İ", "e\u0301", "0", "1 ", "-",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(SNIPPETS, max_size=40).map(" ".join),
    st.lists(SNIPPETS, max_size=40).map("".join),
)
NO_DIGITS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Nd", "Nl", "No")), max_size=200
)


def _completed(head: int) -> str:
    """Eight free digits and the ninth that makes the eleven test come out.

    Where no digit does (the weighted sum is ten too many), the next head is taken: building the
    number instead of searching for one keeps every example that is drawn.
    """
    digits = f"{head:08d}"
    check = sum(int(d) * weight for d, weight in zip(digits, range(9, 1, -1), strict=True)) % 11
    return digits + str(check) if check < 10 else _completed(head - 1)


def _valid_bsns() -> st.SearchStrategy[str]:
    return st.integers(min_value=1_000_001, max_value=99_999_999).map(_completed)


def test_the_numbers_of_these_tests_are_valid() -> None:
    assert all(bsn.is_valid(_completed(head)) for head in range(1_000_001, 1_002_000))


@given(TEXTS)
def test_findings_lie_inside_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for item in find(text):
        assert end <= item.start < item.end <= len(text)
        assert text[item.start : item.end] == item.text
        end = item.end


@given(TEXTS)
def test_the_same_text_gives_the_same_findings(text: str) -> None:
    assert find(text) == find(text)


@given(TEXTS)
def test_a_finding_blocks_exactly_when_it_is_a_bsn(text: str) -> None:
    found = find(text)
    assert all(item.blocks == (item.kind is Kind.BSN) for item in found)
    assert blocks(found) == any(item.kind is Kind.BSN for item in found)


@given(_valid_bsns(), NO_DIGITS, NO_DIGITS)
@settings(max_examples=300)
def test_a_valid_bsn_is_found_in_any_surrounding_text(number: str, left: str, right: str) -> None:
    text = left + number + right
    assert (Kind.BSN, number) in {(item.kind, item.text) for item in find(text)}


@given(_valid_bsns(), st.sampled_from([". ", " ", "-", "."]))
def test_a_valid_bsn_in_groups_is_found_after_its_label(number: str, mark: str) -> None:
    mark = mark.strip() or " "
    shown = mark.join((number[:3], number[3:6], number[6:]))
    assert (Kind.BSN, shown) in {(f.kind, f.text) for f in find(f"BSN {shown} (zoon)")}


@pytest.mark.parametrize(
    "unit",
    ["(", "@", "1", "1 ", "0", "06 ", "06-12345678 ", "A", "A ", "Aa ", "Jan ", "de ", "Van ",
     "a.", "a@", "a-", "'", "NL91", "NL91 ", "1-", "12-", "12-03-", "heet ", "B. ", "#1", "x#",
     "-A", "@a.", "t.me/", "discord:", "(0", "+", "\n", "\u0301", "Dorpsstraat ", "1234 AB "],
)  # fmt: skip
def test_a_megabyte_of_one_mark_never_hangs(unit: str) -> None:
    """Bounded work: only the first 50,000 characters are read, in linear time."""
    text = unit * (1_000_000 // len(unit))
    find(text[:100])
    start = time.perf_counter()
    find(text)
    assert time.perf_counter() - start < 3.0


def test_a_long_note_is_read_while_typing() -> None:
    """Twenty thousand characters, best of five runs, in well under a tenth of a second."""
    note = "Zijn moeder Fatima belde gisteren vanaf 06-12345678. Op 16 maart was het rustig. "
    text = (note * 250)[:20_000]
    find(text)
    took = []
    for _ in range(5):
        start = time.process_time()
        find(text)
        took.append(time.process_time() - start)
    assert min(took) < 0.1
