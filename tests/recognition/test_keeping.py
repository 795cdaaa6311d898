"""What was made of the editors' files is kept for the next start, and never trusted blindly."""

import os
import stat
from pathlib import Path

import pytest
from simplemma.strategies import DefaultDictionaryFactory

from triggerfactors.recognition import LIVE, RulesError, keeping, load, recognise, storing
from triggerfactors.recognition.rulefiles import RULES, first_names, source
from triggerfactors.recognition.rules import compile_rules
from triggerfactors.recognition.wordlist import KeptFactory, WordList, packed

KEY = storing.key("sleutel")
NAME = "herkenning.bin"
TEXT = (
    "Zijn broer zit vast en thuis is er elke dag ruzie. Hij is van school gestuurd omdat hij een "
    "docent sloeg. Hij trekt op met een man die zegt dat ongelovigen dood moeten. Opgepakt is hij "
    "nooit."
)


def test_what_is_kept_recognises_the_same(tmp_path: Path) -> None:
    keeping.write(KEY, load(), tmp_path)
    again = keeping.read(KEY, tmp_path)
    assert again is not None
    assert recognise(again, TEXT) == recognise(load(), TEXT)
    assert recognise(again, TEXT).proposals and recognise(again, TEXT).denied
    assert (again.patterns, again.anchors) == (load().patterns, load().anchors)
    assert again.examples.items == load().examples.items
    # Who could write the file does not decide who may read it.
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o644


def test_what_is_kept_says_the_same_as_the_files(tmp_path: Path) -> None:
    made = compile_rules(source(RULES), first_names(RULES.parent / "voornamen.txt"))
    keeping.write(KEY, made, tmp_path)
    again = keeping.read(KEY, tmp_path)
    assert again is not None
    assert recognise(again, TEXT) == recognise(made, TEXT)
    assert len(again.examples.items) > 1000 and all(item.terms for item in again.examples.items)


def test_another_version_of_the_rules_reads_anew(tmp_path: Path) -> None:
    keeping.write(KEY, load(), tmp_path)
    assert keeping.read(storing.key("andere sleutel"), tmp_path) is None


def test_a_changed_rule_file_or_name_gives_another_key(tmp_path: Path) -> None:
    file = tmp_path / "bereik.yaml"
    file.write_text("ontkenning: [niet]\n", encoding="utf-8")
    before = keeping.fingerprint(tmp_path, frozenset(["anna"]))
    assert keeping.fingerprint(tmp_path, frozenset(["anna"])) == before
    assert keeping.fingerprint(tmp_path, frozenset(["bram"])) != before
    file.write_text("ontkenning: [geen]\n", encoding="utf-8")
    assert keeping.fingerprint(tmp_path, frozenset(["anna"])) != before


def test_a_damaged_file_is_read_anew(tmp_path: Path) -> None:
    keeping.write(KEY, load(), tmp_path)
    whole = (tmp_path / NAME).read_bytes()
    middle = len(whole) // 2
    changed = whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :]
    for damaged in (b"", b"{", whole[:-1], whole[:70], changed, whole + b"x"):
        (tmp_path / NAME).write_bytes(damaged)
        assert keeping.read(KEY, tmp_path) is None


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    keeping.write(KEY, load(), tmp_path / "bestand")
    assert keeping.read(KEY, tmp_path / "bestand") is None


def test_a_file_is_there_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storing.store(tmp_path / NAME, KEY, lambda: b"eerst")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    storing.store(tmp_path / NAME, KEY, lambda: b"later")
    held = storing.load(tmp_path / NAME, KEY)
    assert held is not None and bytes(held) == b"eerst"
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_the_word_list_that_is_kept_says_the_same_as_the_list_itself(tmp_path: Path) -> None:
    words = DefaultDictionaryFactory().get_dictionary("nl")
    KeptFactory(tmp_path).get_dictionary("nl")
    again = KeptFactory(tmp_path).get_dictionary("nl")
    assert isinstance(again, WordList)
    assert len(again) == len(words)
    assert dict(again) == dict(words)
    assert "geenwoord" not in again and again.get("geenwoord") is None
    assert 1 not in again


def test_a_word_is_found_whole_and_not_as_part_of_another() -> None:
    few = WordList(packed({"cel": "cel", "cellen": "cel", "één": "een"}))
    assert (few["cellen"], few["één"], len(few)) == ("cel", "een", 3)
    assert "ce" not in few and "elle" not in few and "" not in few


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
