"""The organisation's own file: name, colour and words; hostile or unreadable values are refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triggerfactors.content import DATA, Content, inspect
from triggerfactors.content.colour import DARK, LEAST, LIGHT, contrast, is_red
from triggerfactors.content.loading import read_yaml
from triggerfactors.content.vocabulary import AboutKind


def faults(folder: Path, text: str) -> set[str]:
    own = folder / "eigen.yaml"
    own.write_text(text, encoding="utf-8")
    return {fault.code for fault in inspect(DATA, own).errors}


def test_the_example_is_good_and_names_colours_one_can_read() -> None:
    report = inspect(DATA, DATA / "lokaal" / "voorbeeld.yaml")
    assert report.errors == ()
    assert report.content is not None and report.content.local is not None
    assert report.content.local.accent == "#2f4f3e"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("accent: '#9fd0ea'", "contrast"),
        ("accent_dark: '#1b5a78'", "contrast"),
        ("accent: '#a01010'", "rood"),
        ("accent: red", "veld-string_pattern_mismatch"),
        ("accent: '#123456; } body { background: url(//x) '", "veld-string_pattern_mismatch"),
        ("accent: !!python/object/apply:os.system ['true']", "yaml"),
        ("organisation: Nog een", "yaml"),
        ("script: alert(1)", "veld-extra_forbidden"),
        ("a: &a [1,1]\nb: [*a,*a]", "veld-extra_forbidden"),
        ("contacts: " + "[" * 5000, "yaml"),
        ("legal_ground: " + "x" * 5000, "veld-string_too_long"),
    ],
)
def test_a_wrong_or_hostile_line_is_refused_with_its_kind(
    tmp_path: Path, line: str, code: str
) -> None:
    assert code in faults(tmp_path, f"organisation: School de Brug\n{line}\n")


def test_a_file_that_unfolds_into_millions_of_lines_stays_small(tmp_path: Path) -> None:
    bomb = "\n".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert faults(tmp_path, f"organisation: Brug\na: &a [x]\n{bomb}\n")


def test_a_file_of_more_than_two_megabytes_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "groot.yaml"
    large.write_text("#" * 2_000_001)
    assert read_yaml(large, "groot.yaml")[1][0].code == "te-groot"


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_contrast_is_the_same_both_ways_and_one_of_both_themes_always_reads(colour: str) -> None:
    assert contrast(colour, "#ffffff") == contrast("#ffffff", colour) >= 1
    # 21 : 1 between black and white leaves no colour that is unreadable on both.
    assert max(contrast(colour, "#ffffff"), contrast(colour, "#000000")) >= LEAST


def test_the_colours_of_the_app_itself_pass() -> None:
    assert min(contrast("#1b5a78", ground) for ground in LIGHT) >= LEAST
    assert min(contrast("#4f9cc4", ground) for ground in DARK) >= LEAST
    assert is_red("#b3261e") and not is_red("#1b5a78") and not is_red("#555555")


def test_the_statements_say_what_an_organisation_has_to_publish(content: Content) -> None:
    by_kind = {
        kind: [part.id for part in content.about.values() if part.part is kind]
        for kind in AboutKind
    }
    assert {"toegankelijk-status", "toegankelijk-getest", "toegankelijk-afwijking"} <= set(
        by_kind[AboutKind.ACCESSIBILITY]
    )
    for wanted in ("doel", "werking", "gegevens", "mens", "risico"):
        assert f"algoritme-{wanted}" in by_kind[AboutKind.ALGORITHM]
    for wanted in ("wat", "waar", "bestand", "workshop", "koekjes", "derden"):
        assert f"privacy-{wanted}" in by_kind[AboutKind.PRIVACY]
