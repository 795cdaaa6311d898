"""What an editor reads when a rule or a sentence is wrong, on a small set of rules."""

from pathlib import Path

import pytest

from triggerfactors.content.vocabulary import FactorId
from triggerfactors.recognition.checks import faults

CONCEPTS = """
vulwoord: [nu, de]
na_deeltje: [bij, met]
cel: [cel, gevangenis]
radicaal: [strijder]
"""
PATTERN = """
factor: detentie
patterns:
  - id: vast
    match: ["zitten ~ <cel>"]
"""
SENTENCES = """
factor: detentie
recognise:
  - Hij zit al weken in de gevangenis.
counter:
  - De cel van een plant is klein.
"""
TEXTS = {
    "begrippen/algemeen.yaml": CONCEPTS,
    "bereik.yaml": "ontkenning: [niet]",
    "taal.yaml": "abbreviations: [bijv]",
    "maskers.yaml": "words: {groep: [moslim, marokkaan, links], voorganger: [imam]}",
    "patronen/detentie.yaml": PATTERN,
    "zinnen/detentie.yaml": SENTENCES,
}
# A small set has only one event and few sentences; that is not what is tested here.
OF_A_SMALL_SET = ("Deze gebeurtenis heeft geen patronen.", "is het minste.")


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def lines(root: Path) -> list[str]:
    return [
        f.line() for f in faults(root) if not any(f.message.endswith(m) for m in OF_A_SMALL_SET)
    ]


def one_line(root: Path) -> str:
    found = lines(root)
    assert len(found) == 1, found
    return found[0]


def test_a_small_sound_set_has_no_faults(rules: Path) -> None:
    assert lines(rules) == []


def test_each_event_needs_patterns(rules: Path) -> None:
    missing = {f.path for f in faults(rules) if f.message == OF_A_SMALL_SET[0]}
    assert missing == set(FactorId.__args__) - {"detentie"}


def test_an_unknown_concept_is_named(rules: Path) -> None:
    change(rules / "patronen/detentie.yaml", "<cel>", "<kelder>")
    assert "Het begrip ‘kelder’ bestaat niet." in one_line(rules)


def test_an_unknown_event_is_named(rules: Path) -> None:
    change(rules / "patronen/detentie.yaml", "factor: detentie", "factor: vakantie")
    assert any("De gebeurtenis ‘vakantie’ bestaat niet." in line for line in lines(rules))


def test_an_empty_pattern_is_named(rules: Path) -> None:
    change(
        rules / "patronen/detentie.yaml", "patterns:\n", "patterns:\n  - {id: leeg, match: []}\n"
    )
    assert "Dit patroon is leeg." in one_line(rules)


def test_an_empty_concept_is_named(rules: Path) -> None:
    change(
        rules / "begrippen/algemeen.yaml",
        "cel: [cel, gevangenis]",
        "cel: [cel, gevangenis]\nleeg: []",
    )
    assert "Dit begrip is leeg." in one_line(rules)


def test_a_field_that_does_not_exist_is_named(rules: Path) -> None:
    change(rules / "patronen/detentie.yaml", "    match:", "    behalve: x\n    match:")
    assert "Het veld ‘behalve’ bestaat niet." in one_line(rules)


def test_a_sentence_that_is_not_recognised_is_shown_with_the_reason(rules: Path) -> None:
    change(rules / "zinnen/detentie.yaml", "Hij zit al", "Hij zit niet")
    line = one_line(rules)
    assert "Hij zit niet weken in de gevangenis." in line and "ontkend" in line


def test_a_counter_sentence_keeps_itself_out(rules: Path) -> None:
    change(rules / "zinnen/detentie.yaml", "De cel van een plant", "Hij zit in een cel, die")
    assert lines(rules) == []


def test_a_sentence_that_stands_on_both_sides_is_told(rules: Path) -> None:
    both = "Mooi weer vandaag hoor. Hij zit al weken in de gevangenis."
    change(rules / "zinnen/detentie.yaml", "De cel van een plant is klein.", both)
    assert "Deze zin wordt niet herkend" in one_line(rules)


@pytest.mark.parametrize("word", ["moslim", "Marokkaan", "links", "imam", "vrouw", "~groep"])
def test_no_faith_origin_side_or_gender_in_a_radical_concept(rules: Path, word: str) -> None:
    change(rules / "begrippen/algemeen.yaml", "radicaal: [", f"radicaal: [{word}, ")
    assert "mag niet in ‘radicaal’ staan" in one_line(rules)


def test_broken_yaml_is_told_with_its_line(rules: Path) -> None:
    (rules / "bereik.yaml").write_text("een: [nu, toen\ntwee: [", encoding="utf-8")
    assert "niet te lezen" in one_line(rules)


def test_a_circle_of_concepts_is_told(rules: Path) -> None:
    change(
        rules / "begrippen/algemeen.yaml", "cel: [", 'een: ["<twee> x"]\ntwee: ["<een> y"]\ncel: ['
    )
    assert "kring" in one_line(rules)
