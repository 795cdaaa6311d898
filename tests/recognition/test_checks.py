"""What an editor reads when a rule or a sentence is wrong."""

import shutil
from pathlib import Path

import pytest

from triggerfactors.recognition import RULES
from triggerfactors.recognition.checks import faults

NAMES = RULES.parent / "voornamen.txt"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    copy = tmp_path / "herkenning"
    shutil.copytree(RULES, copy)
    return copy


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def codes(root: Path) -> set[str]:
    return {fault.code for fault in faults(root, NAMES)}


def messages(root: Path) -> str:
    return "\n".join(fault.line() for fault in faults(root, NAMES))


def test_an_unknown_concept_is_named(rules: Path) -> None:
    change(rules / "patronen" / "detentie.yaml", "<cel>", "<kelder-vol>")
    assert "Het begrip ‘kelder-vol’ bestaat niet." in messages(rules)


def test_an_unknown_event_is_named(rules: Path) -> None:
    change(rules / "patronen" / "detentie.yaml", "factor: detentie", "factor: vakantie")
    assert "De gebeurtenis ‘vakantie’ bestaat niet." in messages(rules)


def test_an_empty_pattern_is_named(rules: Path) -> None:
    with (rules / "patronen" / "detentie.yaml").open("a", encoding="utf-8") as file:
        file.write("  - id: leeg\n    match: []\n")
    assert "Dit patroon is leeg." in messages(rules)


def test_a_sentence_that_is_not_recognised_is_shown_in_full(rules: Path) -> None:
    change(rules / "zinnen" / "detentie.yaml", "recognise:\n", "recognise:\n  - Mooi weer.\n")
    assert codes(rules) == {"herkenning-gemist"}
    assert "Mooi weer." in messages(rules)


def test_a_counter_sentence_that_is_recognised_names_rule_and_words(rules: Path) -> None:
    change(
        rules / "zinnen" / "detentie.yaml",
        "counter:\n",
        "counter:\n  - Hij zit al drie maanden in de gevangenis.\n",
    )
    assert codes(rules) == {"herkenning-te-veel"}
    assert "gevangenis" in messages(rules) and "unless" in messages(rules)


@pytest.mark.parametrize("word", ["moslim", "boer-", "Marokkaan", "links", "vrouw"])
def test_no_faith_origin_side_or_gender_in_a_radical_concept(rules: Path, word: str) -> None:
    if word == "boer-":
        pytest.skip("a profession is no masked word")
    change(rules / "begrippen.yaml", "radicaal: {words: [", f"radicaal: {{words: [{word}, ")
    assert "herkenning-gelijk" in codes(rules)


def test_broken_yaml_is_told_with_its_line(rules: Path) -> None:
    (rules / "begrippen.yaml").write_text("vulwoord: [nu, toen\nouder: [", encoding="utf-8")
    assert "niet te lezen" in messages(rules)


def test_a_circle_of_concepts_is_told(rules: Path) -> None:
    with (rules / "begrippen.yaml").open("a", encoding="utf-8") as file:
        file.write('\neen_a: ["<een_b> x"]\neen_b: ["<een_a> y"]\n')
    assert "kring" in messages(rules)
