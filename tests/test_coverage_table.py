"""The coverage table: a row for every wish, and every test it names is really there."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "dekking.md"
IDS = [f"A{number}" for number in range(1, 14)] + [f"B{number}" for number in range(1, 31)]
STATES = ("klaar", "deels", "volgt")
NO_TEST = "nog geen test"
NAMED = re.compile(r"`([^`\s]+)::([^`\s]+)`")
MISSING_PART = re.compile(r"deels: \S+")
LATER_PART = re.compile(r"volgt: (Workshop|Casusoverleg)\b")


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells if re.fullmatch(r"[AB]\d+", row[0])]


ROWS = _rows()
NAMES = [row[0] for row in ROWS]


@cache
def _functions(file: str) -> frozenset[str]:
    path = ROOT / file
    if not (file.startswith("tests/") and path.is_file()):
        return frozenset()
    body = ast.parse(path.read_text(encoding="utf-8")).body
    return frozenset(node.name for node in body if isinstance(node, ast.FunctionDef))


def _places(cell: str) -> Iterator[str]:
    # Only what looks like a path of this repository: a folder, or a file with an ending.
    for name in re.findall(r"`([^`]+)`", cell):
        if "/" in name:
            yield name


def test_every_wish_has_exactly_one_row() -> None:
    assert NAMES == IDS


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_a_row_is_complete_and_honest_about_its_state(row: list[str]) -> None:
    assert len(row) == 5 and all(row)
    _, _, _, tests, state = row
    assert re.match(rf"({'|'.join(STATES)})\b", state)
    assert bool(NAMED.search(tests)) is not (tests == NO_TEST)
    if state.startswith("klaar"):
        assert tests != NO_TEST
    elif state.startswith("deels"):
        assert MISSING_PART.match(state)
    else:
        assert LATER_PART.match(state)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_every_named_test_and_place_exists(row: list[str]) -> None:
    _, _, places, tests, _ = row
    named = NAMED.findall(tests)
    assert len(named) == tests.count("::")
    for file, function in named:
        assert function.startswith("test_") and function in _functions(file), f"{file}::{function}"
    for place in _places(places):
        assert (ROOT / place).exists(), place
