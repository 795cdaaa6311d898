"""``python -m triggerfactors recognise``: JSON lines in, JSON lines out (design §5)."""

import io
import json
from pathlib import Path

import pytest

from triggerfactors.__main__ import main


def test_lines_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.jsonl"
    text = "Er is geen ruzie thuis. Hij is ontslagen bij de bakker."
    path.write_text(json.dumps({"id": "a", "text": text}) + "\n\n", encoding="utf-8")
    assert main(["recognise", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": "a",
        "labels": ["verlies-school-werk"],
        "evidence": {"verlies-school-werk": "Hij is ontslagen bij de bakker."},
        "denied": {"problemen-thuis": "ontkend"},
    }


def test_without_a_file_it_reads_the_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = json.dumps({"id": 1, "text": "Mooi weer."}).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["recognise"]) == 0
    assert json.loads(capsys.readouterr().out)["labels"] == []


def test_a_bad_line_is_named_and_the_rest_is_still_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "in.jsonl"
    good = json.dumps({"id": 4, "text": "Hij is geschorst."}).encode()
    path.write_bytes(b"geen json\n[]\n\xff\xfe\n" + good + b"\n")
    assert main(["recognise", str(path)]) == 1
    printed = capsys.readouterr()
    assert [line.split(":")[0] for line in printed.err.splitlines()] == [
        "Regel 1",
        "Regel 2",
        "Regel 3",
    ]
    assert json.loads(printed.out)["id"] == 4


def test_a_missing_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recognise", "/bestaat/niet.jsonl"]) == 1
    assert "niet te openen" in capsys.readouterr().err
