"""Keep and resume: what comes back is what went in, and nothing else is ever accepted."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from triggerfactors.casefile import MAX_BYTES, CaseFileError, Problem, seal, unseal
from triggerfactors.casefile.envelope import FORMAT, _checksum
from triggerfactors.casefile.problems import KEPT, MESSAGES, REMEDIES
from triggerfactors.content import Content
from triggerfactors.situation import Situation, from_plain
from triggerfactors.situation.answers import TextAnswer

EXAMPLE = Path(__file__).parents[1] / "advice" / "voorbeeld.yaml"


@pytest.fixture(scope="module")
def situation(content: Content) -> Situation:
    return from_plain(content, yaml.safe_load(EXAMPLE.read_text(encoding="utf-8")))


def page_with(text: str) -> bytes:
    return f'<meta name="generator" content="Triggerwijzer"><body>{text}</body>'.encode()


def sealed_body(**changes: object) -> bytes:
    body = {
        "format": FORMAT,
        "version": 1,
        "content": "x",
        "situation": Situation().model_dump(mode="json"),
        **changes,
    }
    text = json.dumps({**body, "check": _checksum(body)})
    opening = seal(Situation(), "x").partition(">")[0] + ">"
    return page_with(f"{opening}{text}</script>")


def problem_of(data: bytes) -> Problem:
    with pytest.raises(CaseFileError) as error:
        unseal(data)
    assert KEPT in str(error.value)
    return error.value.problem


def test_what_was_saved_is_what_is_loaded(situation: Situation) -> None:
    assert unseal(page_with(seal(situation, "v1"))) == situation


def test_typed_words_cannot_end_the_script_element() -> None:
    hostile = TextAnswer(text="</script><script>alert(1)</script><!-- & ]]> \u2028")
    text = seal(Situation().with_answer("indruk", hostile), "v1")
    assert text.count("<") == 2 and text.endswith("</script>")
    assert unseal(page_with(text)).answer("indruk") == hostile


def deep(depth: int) -> str:
    return "[" * depth + "]" * depth


OPENING = seal(Situation(), "x").partition(">")[0] + ">"
WHOLE = page_with(seal(Situation(), "x"))

BAD_FILES = {
    "a file larger than the limit": (b"a" * (MAX_BYTES + 1), Problem.TOO_LARGE),
    "a picture": (b"\x89PNG\r\n\x1a\n\xff\xfe\x00", Problem.NOT_TEXT),
    "an empty file": (b"", Problem.FOREIGN),
    "another web page": (b"<html><script>alert(1)</script></html>", Problem.FOREIGN),
    "a page of ours that stops before the answers": (page_with("")[:60], Problem.CUT),
    "a page of ours that stops inside the answers": (WHOLE[:-40], Problem.CUT),
    "answers twice": (WHOLE + WHOLE, Problem.CHANGED),
    "one letter changed": (WHOLE.replace(b'"content": "x"', b'"content": "y"'), Problem.CHANGED),
    "no checksum": (WHOLE.replace(b'"check"', b'"chekc"'), Problem.CHANGED),
    "a script instead of answers": (page_with(f"{OPENING}alert(1)</script>"), Problem.DAMAGED),
    "a list instead of answers": (page_with(f"{OPENING}[1]</script>"), Problem.DAMAGED),
    "not a number": (page_with(f'{OPENING}{{"a": NaN}}</script>'), Problem.DAMAGED),
    "a key twice": (page_with(f'{OPENING}{{"a": 1, "a": 2}}</script>'), Problem.DAMAGED),
    "a huge number": (page_with(f'{OPENING}{{"a": {"9" * 9000}}}</script>'), Problem.DAMAGED),
    "nested a little too deep": (page_with(f"{OPENING}{deep(13)}</script>"), Problem.TOO_DEEP),
    "nested far too deep": (page_with(f"{OPENING}{deep(200_000)}</script>"), Problem.TOO_DEEP),
    "another format": (sealed_body(format="iets-anders"), Problem.FOREIGN),
    "a newer version": (sealed_body(version=2), Problem.NEWER),
    "a version that is no number": (sealed_body(version="1"), Problem.DAMAGED),
    "a version that is true": (sealed_body(version=True), Problem.DAMAGED),
    "answers of an unknown kind": (
        sealed_body(situation={"answers": [{"place": "rol", "answer": {"kind": "boos"}}]}),
        Problem.DAMAGED,
    ),
    "a place that is a path": (
        sealed_body(situation={"answers": [{"place": "../x", "answer": {"kind": "unknown"}}]}),
        Problem.DAMAGED,
    ),
    "extra fields": (sealed_body(situation={"answers": [], "naam": "x"}), Problem.DAMAGED),
    "too many answers": (
        sealed_body(
            situation={
                "answers": [
                    {"place": f"vraag-{n}", "answer": {"kind": "unknown"}} for n in range(201)
                ]
            }
        ),
        Problem.DAMAGED,
    ),
    "a text that is too long": (
        sealed_body(
            situation={
                "answers": [{"place": "indruk", "answer": {"kind": "text", "text": "a" * 2001}}]
            }
        ),
        Problem.DAMAGED,
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_its_own_message(name: str) -> None:
    data, expected = BAD_FILES[name]
    assert problem_of(data) is expected


def test_every_problem_says_what_is_wrong_and_what_to_do() -> None:
    assert set(MESSAGES) == set(REMEDIES) == set(Problem)
    assert all(re.match(r"[A-Z].+\.$", text) for text in (*MESSAGES.values(), *REMEDIES.values()))


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=3000))
def test_no_bytes_at_all_do_more_than_give_a_message(data: bytes) -> None:
    for attempt in (data, page_with(OPENING) + data, WHOLE[: len(data) % len(WHOLE)] + data):
        try:
            unseal(attempt)
        except CaseFileError as error:
            assert error.problem in Problem
