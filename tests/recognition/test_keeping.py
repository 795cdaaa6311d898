"""What was read from the sentences is kept for the next start, and never trusted blindly."""

from pathlib import Path

import pytest

from triggerfactors.recognition import LIVE, RulesError, keeping, load
from triggerfactors.recognition.rulefiles import RULES, source
from triggerfactors.recognition.similarity import Example

KEPT = keeping.Kept(
    (
        Example("detentie", ("cel", "zitten")),
        Example(None, ("plant",), "detentie"),
    ),
    {"cel": 2},
    {"bereik.yaml": {"ontkenning": ["niet"]}},
)


def test_what_is_kept_comes_back_the_same(tmp_path: Path) -> None:
    keeping.write("sleutel", KEPT, tmp_path)
    assert keeping.read("sleutel", tmp_path) == KEPT


def test_a_rule_file_that_json_would_change_is_not_kept(tmp_path: Path) -> None:
    plain = {"een.yaml": {"a": ["b"]}, "twee.yaml": {1: "c"}}
    keeping.write("sleutel", keeping.Kept(KEPT.items, KEPT.common, plain), tmp_path)
    again = keeping.read("sleutel", tmp_path)
    assert again and again.plain == {"een.yaml": {"a": ["b"]}}


def test_what_was_kept_of_the_rule_files_says_the_same_as_the_files() -> None:
    read = source(RULES)
    again = source(RULES, kept=read.plain)
    assert read.plain and not again.sentences
    assert (again.concepts, again.patterns, again.matches) == (
        read.concepts,
        read.patterns,
        read.matches,
    )
    assert (again.language, again.masks, again.problems) == (read.language, read.masks, ())


def test_another_version_of_the_rules_reads_anew(tmp_path: Path) -> None:
    keeping.write("sleutel", KEPT, tmp_path)
    assert keeping.read("andere-sleutel", tmp_path) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"key": "sleutel"}',
        '{"key":"sleutel","words":[],"items":[["a",null,[9]]],"common":{}}',
    ],
)
def test_a_damaged_file_is_read_anew(tmp_path: Path, text: str) -> None:
    (tmp_path / "herkenning.json").write_text(text, encoding="utf-8")
    assert keeping.read("sleutel", tmp_path) is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    keeping.write("sleutel", KEPT, tmp_path / "bestand")
    assert keeping.read("sleutel", tmp_path / "bestand") is None


def test_the_rules_of_this_process_are_the_same_with_and_without_what_was_kept() -> None:
    items = load().examples.items
    assert len(items) > 1000 and all(item.terms for item in items)


def test_a_rule_file_that_may_not_be_read_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "bereik.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(RulesError) as caught:
        LIVE.fresh()
    (problem,) = caught.value.problems
    assert problem.file == "bereik.yaml" and "niet lezen" in problem.message
