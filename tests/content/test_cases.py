"""The fictional cases: complete, invented, and without giving away what kind of case it is."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from triggerfactors.__main__ import main
from triggerfactors.content import DATA, Content, Severity, inspect
from triggerfactors.content.case_rules import cases_per
from triggerfactors.content.cases import (
    Case,
    CaseExplanation,
    CaseFactor,
    CaseProtective,
    Certainty,
    Layer,
)
from triggerfactors.content.walking import walk

TODAY = date(2026, 11, 20)
CASES = sorted(path.stem for path in (DATA / "casussen").glob("*.yaml"))
FILE = "casussen/jurre.yaml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    return root


def change(root: Path, how: Callable[[Any], None]) -> None:
    path = root / FILE
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    how(value)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _story(value: Any, text: str) -> None:
    value["story"].append(text)


BROKEN: dict[str, tuple[Callable[[Any], None], str]] = {
    "an unknown event": (lambda v: v["factors"][0].update(factor="ruzie"), "veld-literal_error"),
    "an unknown certainty": (lambda v: v["factors"][0].update(certainty="vast"), "veld-enum"),
    "an unknown protective factor": (
        lambda v: v["protective"][0].update(protective="hond"),
        "onbekend-id",
    ),
    "an unknown explanation": (
        lambda v: v["explanations"][0].update(explanation="weer"),
        "onbekend-id",
    ),
    "an unknown need": (lambda v: v.update(needs=["geluk"]), "onbekend-id"),
    "an unknown countersign": (lambda v: v.update(countersigns=["lach"]), "onbekend-id"),
    "an unknown age": (lambda v: v.update(age="jong"), "onbekend-id"),
    "an unknown kind of danger": (lambda v: v.update(safety=["draak"]), "onbekend-id"),
    "an unknown kind of danger in a layer": (
        lambda v: v["layers"][0].update(safety=["draak"]),
        "onbekend-id",
    ),
    "an unknown case to put beside it": (lambda v: v.update(beside=["niemand"]), "onbekend-id"),
    "itself beside it": (lambda v: v.update(beside=["jurre"]), "onbekend-id"),
    "an unknown source": (lambda v: v.update(sources=["verzonnen"]), "onbekend-id"),
    "no layer": (lambda v: v.update(layers=[]), "veld-too_short"),
    "an empty layer": (lambda v: v["layers"][0].update(text=""), "veld-string_too_short"),
    "a score": (lambda v: v.update(score=3), "veld-extra_forbidden"),
    "a right answer": (lambda v: v.update(answer="acuut"), "veld-extra_forbidden"),
    "an event twice": (lambda v: v["factors"].append(v["factors"][0]), "dubbel-id"),
    "evidence that is not in the story": (
        lambda v: v["factors"][0].update(evidence="Hij kreeg ruzie."),
        "bewijs-ontbreekt",
    ),
    "evidence of a layer in the story only": (
        lambda v: v["factors"][0].update(certainty="na-laag"),
        "bewijs-ontbreekt",
    ),
    "a full name": (lambda v: _story(v, "Zijn mentor heet Joris van Dalen."), "volledige-naam"),
    "a full name without a particle": (
        lambda v: v["trainer"].append("Dit lijkt op Samira Bouali."),
        "volledige-naam",
    ),
    "a year": (lambda v: _story(v, "Dat was in 2019."), "herleidbaar"),
    "an account": (lambda v: _story(v, "Hij heet daar @polderjongen."), "herleidbaar"),
    "a postcode": (lambda v: _story(v, "Hij woont op 1234 AB."), "herleidbaar"),
    "a real organisation": (lambda v: _story(v, "Hij belde Veilig Thuis."), "echte-organisatie"),
    "a real platform": (lambda v: _story(v, "Hij zit op Discord."), "verboden-woord"),
    "the label in the story": (lambda v: _story(v, "Hij is radicaal."), "verboden-woord"),
    "the label in a layer": (
        lambda v: v["layers"][0].update(text="Hij is extremist."),
        "verboden-woord",
    ),
    "a forbidden word in the notes": (
        lambda v: v["trainer"].append("Dit is een risicojongere."),
        "verboden-woord",
    ),
    "a long sentence in the story": (
        lambda v: _story(v, "Dit " + "is erg " * 14 + "lang."),
        "zin-te-lang",
    ),
    "a long sentence in a question": (
        lambda v: v["questions"].__setitem__(0, "Dit " + "is erg " * 14 + "lang?"),
        "zin-te-lang",
    ),
    "a title that tells too much": (
        lambda v: v.update(title="Jurre en de radicale chat"),
        "titel",
    ),
    "an id that is not the first name": (lambda v: v.update(id="casus-een"), "titel"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_in_a_case_is_found_and_says_what_to_do(copy: Path, name: str) -> None:
    how, code = BROKEN[name]
    change(copy, how)
    errors = inspect(copy, today=TODAY).errors
    found = [fault for fault in errors if fault.code == code]
    assert found, [fault.line() for fault in errors][:5]
    assert found[0].message.endswith(".") and found[0].remedy.endswith(".")


def test_an_event_without_a_case_is_a_task_and_no_error(copy: Path) -> None:
    for path in (copy / "casussen").glob("*.yaml"):
        path.unlink()
    report = inspect(copy, today=TODAY)
    assert not report.errors
    found = [fault for fault in report.warnings if fault.code == "geen-casus"]
    assert len(found) == 15 + 9
    assert all(fault.severity is Severity.WARNING for fault in found)


def test_titles_and_order_say_nothing_about_the_kind_of_case(content: Content) -> None:
    assert list(content.cases) == sorted(content.cases)
    for case in content.cases.values():
        assert re.fullmatch(r"\w+, \d\d jaar", case.title)
        first = case.title.split(",")[0]
        assert case.story[0].startswith(first)


@pytest.mark.parametrize("case_id", CASES)
def test_a_case_can_be_talked_about_from_both_sides(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    assert len(case.outcomes) > 1, "one outcome would be a right answer"
    assert case.with_certainty(Certainty.POSSIBLE), "something to disagree about"
    assert len(case.protective) >= 3 and len(case.explanations) >= 3
    assert 4 <= len(case.questions) <= 6
    assert 600 <= len(case.text) <= 1800


def test_the_twelve_cases_are_about_every_event_and_suit_every_job(content: Content) -> None:
    assert len(content.cases) >= 12
    factors, jobs = cases_per(content)
    assert all(factors.values()) and set(factors) == set(content.factors)
    assert all(jobs.values()) and set(jobs) == set(content.professions)


def test_the_number_of_events_says_nothing(content: Content) -> None:
    """A case in which growing up fits may hold more events than one that is about danger."""

    def told(case_id: str) -> int:
        return len(content.cases[case_id].with_certainty(Certainty.CERTAIN))

    assert told("yousef") > told("thijmen")
    assert "acuut" in content.cases["thijmen"].layers[0].outcomes
    assert "acuut" not in content.cases["yousef"].outcomes


@pytest.mark.parametrize("case_id", CASES)
def test_no_case_has_a_grade_or_names_one_outcome_as_right(content: Content, case_id: str) -> None:
    words = re.compile(r"\b(score|punten|percentage|niveau \d|goed antwoord|fout antwoord)\b")
    for _, value in walk(content.cases[case_id]):
        assert not (isinstance(value, str) and words.search(value)), value


def test_check_tells_how_far_the_cases_reach(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    line = f"{len(content.cases)} verzonnen casussen: over 15 van 15 gebeurtenissen"
    assert line in capsys.readouterr().out


def test_the_guide_for_editors_names_every_field_of_a_case() -> None:
    guide = (DATA.parent / "docs" / "inhoud-maken.md").read_text(encoding="utf-8")
    part = guide.split("## Een casus toevoegen")[1].split("\n## ")[0]
    for model in (Case, CaseFactor, CaseProtective, CaseExplanation, Layer):
        for field in model.model_fields:
            assert f"`{field}`" in part, field
