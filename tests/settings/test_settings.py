"""Settings: good ones start the app, wrong ones are all named at once, and the table is true."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triggerfactors.settings import SettingsError, read, table

ROOT = Path(__file__).parents[2]

WRONG = {
    "TRIGGERWIJZER_PORT": "veel",
    "TRIGGERWIJZER_HOST": "geen adres",
    "TRIGGERWIJZER_LOKAAL": "/bestaat/niet.yaml",
    "TRIGGERWIJZER_BEHEER_MAIL": "a@b.nl,c@d.nl",
    "TRIGGERWIJZER_DATABASE_URL": "mysql://u:heel-geheim@h/d",
    "TRIGGERWIJZER_PROXY": "127.0.0.1,overal",
    "TRIGGERWIJZER_METING_SLEUTEL": "te-kort-geheim",
    "TRIGGERWIJZER_INHOUD_SECONDEN": "-1",
    "TRIGGERWIJZER_VENSTERS": "1",
    "TRIGGERWIJZER_AANMELDEN": "misschien",
    "TRIGGERWIJZER_POORT": "8501",
}


def test_nothing_set_serves_this_computer_only() -> None:
    settings = read({})
    assert (settings.host, settings.port, settings.sign_in) == ("127.0.0.1", 8501, False)
    assert settings.metrics_token is None


def test_every_fault_is_named_at_once_and_no_secret_is_shown() -> None:
    with pytest.raises(SettingsError) as caught:
        read(WRONG)
    named = {line.partition(":")[0] for line in caught.value.lines}
    assert named == set(WRONG)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("name", WRONG)
def test_each_fault_is_found_on_its_own(name: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read({name: WRONG[name]})
    assert [line.partition(":")[0] for line in caught.value.lines] == [name]


def test_an_empty_value_is_no_value() -> None:
    assert read({"TRIGGERWIJZER_PORT": "", "TRIGGERWIJZER_LOKAAL": ""}) == read({})


def test_a_file_that_the_app_may_not_read_is_a_fault_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "lokaal.yaml"
    own.write_text("organisation: A")

    def refused(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(SettingsError) as caught:
        read({"TRIGGERWIJZER_LOKAAL": str(own), "TRIGGERWIJZER_AANMELDEN": "ja"})
    assert len(caught.value.lines) == 2
    assert all("niet lezen" in line for line in caught.value.lines)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("", "redirect_uri"),
        ("[auth]\nredirect_uri = 'https://a/oauth2callback'\n", "client_secret"),
        ("[auth\n", "TOML"),
    ],
)
def test_signing_in_without_all_that_it_needs_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, named: str
) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(words)
    monkeypatch.setattr("triggerfactors.settings.reading._SECRETS", secrets)
    with pytest.raises(SettingsError) as caught:
        read({"TRIGGERWIJZER_AANMELDEN": "ja"})
    assert len(caught.value.lines) == 1 and named in caught.value.lines[0]


def test_a_secret_does_not_show_when_the_settings_are_printed() -> None:
    secret = "x" * 30
    settings = read(
        {
            "TRIGGERWIJZER_METING_SLEUTEL": secret,
            "TRIGGERWIJZER_DATABASE_URL": f"postgresql://u:{secret}@h/d",
        }
    )
    assert secret not in repr(settings) + str(settings)


@given(st.dictionaries(st.sampled_from(sorted(WRONG)), st.text(max_size=60)))
def test_any_value_gives_settings_or_a_list_of_faults(values: dict[str, str]) -> None:
    try:
        read(values)
    except SettingsError as error:
        assert error.lines


def test_the_app_does_not_start_with_wrong_settings_and_says_which() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "triggerfactors.web"],
        cwd=ROOT,
        env={**os.environ, "TRIGGERWIJZER_PORT": "veel", "TRIGGERWIJZER_POORT": "1"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2
    assert "TRIGGERWIJZER_PORT:" in done.stderr and "TRIGGERWIJZER_POORT:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("place", ["docs/beheer.md"])
def test_the_table_in_the_docs_is_the_table_of_the_program(place: str) -> None:
    text = (ROOT / place).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `TRIGGERWIJZER_")]
    assert rows == [f"| {r['naam']} | {r['standaard']} | {r['betekenis']} |" for r in table()]
