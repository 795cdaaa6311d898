"""docs/beveiliging.md names tests; each of them is really there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_each_measure_against_misuse_names_tests_that_exist() -> None:
    lines = (ROOT / "docs" / "beveiliging.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ")][1:]
    assert len(rows) > 20
    for row in rows:
        named = NAMED.findall(row)
        assert named or "geen test: " in row, row
        for file, function in named:
            tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
            names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            assert function in names, f"{file}::{function}"


def test_every_locked_library_has_a_licence_in_the_list() -> None:
    locked = re.findall(
        r"^([a-z0-9][a-z0-9._-]*)==([^ \\]+)", (ROOT / "requirements.txt").read_text(), re.MULTILINE
    )
    listed = re.findall(
        r"^\| (\S+) \| (\S+) \| (.+) \|$",
        (ROOT / "docs" / "licenties.md").read_text(),
        re.MULTILINE,
    )
    named = {(name, version): licence for name, version, licence in listed}
    assert locked and set(locked) <= set(named), "make licenties"
    assert all("onbekend" not in named[one] for one in locked)
    # A licence that would ask the app itself to change its own.
    assert not [one for one in locked if re.search(r"(?<!L)GPL|AGPL", named[one])]
