"""The checker on broken content: every fault at once, with file, place and remedy, in Dutch."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from triggerfactors.content import DATA, LIVE, ContentError, Fault, Severity, inspect
from triggerfactors.content.language import average_words, sentences

TODAY = date(2026, 11, 20)
Change = Callable[[Any], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the content that may be broken."""
    root = tmp_path / "data"
    shutil.copytree(DATA, root)
    return root


def change(root: Path, file: str, how: Change) -> None:
    path = root / file
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    how(value)
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")


def faults(root: Path) -> tuple[Fault, ...]:
    return inspect(root, today=TODAY).errors


FACTOR = "triggerfactoren/problemen-thuis.yaml"


def _first(value: Any, **fields: Any) -> None:
    value[0].update(fields)


def _question(value: Any, question_id: str) -> Any:
    return next(question for question in value if question["id"] == question_id)


BROKEN: dict[str, tuple[str, Change, str]] = {
    "a lesson of more than forty words": (
        "lessen.yaml",
        lambda v: v[0].update(text="woord " * 41),
        "les-te-lang",
    ),
    "two lessons at one part of the route": (
        "lessen.yaml",
        lambda v: v[1].update(part=v[0]["part"]),
        "les-dubbel",
    ),
    "an unknown source": (
        FACTOR,
        lambda v: v["core"][0].update(sources=["bestaat-niet"]),
        "onbekend-id",
    ),
    "no source at all": (FACTOR, lambda v: v["core"][0].update(sources=[]), "veld-too_short"),
    "a field that does not exist": (FACTOR, lambda v: v.update(score=3), "veld-extra_forbidden"),
    "a missing field": (FACTOR, lambda v: v.pop("contradicts"), "veld-missing"),
    "an unknown level": (FACTOR, lambda v: v.update(level="wereld"), "veld-enum"),
    "an empty text": (FACTOR, lambda v: v["core"][0].update(text=""), "veld-string_too_short"),
    "an unknown explanation": (FACTOR, lambda v: v.update(explanations=["x", "y"]), "onbekend-id"),
    "a sentence that is too long": (
        FACTOR,
        lambda v: v["core"][0].update(text="Dit " + "is erg " * 14 + "lang."),
        "zin-te-lang",
    ),
    "a forbidden word": (
        FACTOR,
        lambda v: v["core"][0].update(text="Dit is een risicojongere."),
        "verboden-woord",
    ),
    "the label in a conversation": (
        FACTOR,
        lambda v: v["talk"]["youth"][0].update(text="Ben je aan het radicaliseren?"),
        "verboden-woord",
    ),
    "the formal you": (
        FACTOR,
        lambda v: v["core"][0].update(text="Kijk wat u ziet."),
        "verboden-woord",
    ),
    "a claim of a source without one": (
        FACTOR,
        lambda v: v["core"][0].update(basis="bron", sources=["redactie-vakkennis"]),
        "basis-klopt-niet",
    ),
    "a follow-up without a side": (
        FACTOR,
        lambda v: v["actions"]["general"]["follow_up"][0].pop("side"),
        "kant-ontbreekt",
    ),
    "the same advice twice": (
        FACTOR,
        lambda v: v["actions"]["general"]["talk"].append(v["actions"]["general"]["talk"][0]),
        "herhaling",
    ),
    "the same id twice": ("bronnen.yaml", lambda v: v.append(v[0]), "dubbel-id"),
    "a job that is gone": ("beroepen.yaml", lambda v: v.pop(), "ontbreekt"),
    "the wrong number of the crime line": (
        "organisaties.yaml",
        lambda v: next(o for o in v if o["id"] == "meld-misdaad-anoniem").update(phone="0800-700"),
        "fout-nummer",
    ),
    "a number without a source": (
        "organisaties.yaml",
        lambda v: next(o for o in v if o["id"] == "lse").update(sources=[]),
        "nummer-zonder-bron",
    ),
    "half a check": (
        "organisaties.yaml",
        lambda v: _first(v, checked_on=date(2026, 11, 1)),
        "controle-half",
    ),
    "a stopped organisation in a route": (
        "routes.yaml",
        lambda v: v[0]["routes"]["onderwijs"]["contacts"][0].update(organisation="sektesignaal"),
        "contact-gestopt",
    ),
    "the crime line for a doctor": (
        "routes.yaml",
        lambda v: v[0]["routes"]["ggz"]["contacts"][0].update(organisation="meld-misdaad-anoniem"),
        "contact-verborgen",
    ),
    "a route that is gone": ("routes.yaml", lambda v: v[0]["routes"].pop("politie"), "lege-cel"),
    "a question that goes nowhere": (
        "vragen.yaml",
        lambda v: _question(v, "indruk").update(next=[]),
        "doodlopend",
    ),
    "a question that goes to an unknown one": (
        "vragen.yaml",
        lambda v: _question(v, "indruk").update(next=[{"to": "nergens"}]),
        "onbekend-id",
    ),
    "a question that cannot be reached": (
        "vragen.yaml",
        lambda v: _question(v, "indruk").update(next=[{"to": "tussenstand"}]),
        "onbereikbaar",
    ),
    "a circle": (
        "vragen.yaml",
        lambda v: _question(v, "samen").update(next=[{"to": "rol"}]),
        "kring",
    ),
    "a choice without options": (
        "vragen.yaml",
        lambda v: _question(v, "leeftijd").pop("options"),
        "leeg",
    ),
    "a question without a follow-up for not knowing": (
        "vragen.yaml",
        lambda v: _question(v, "leeftijd").pop("unknown_follow_up"),
        "ontbreekt",
    ),
    "an unknown condition": (
        "vragen.yaml",
        lambda v: _question(v, "acuut")["next"][0].update(when="als-het-regent"),
        "veld-literal_error",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_found_and_says_what_to_do(copy: Path, name: str) -> None:
    file, how, code = BROKEN[name]
    change(copy, file, how)
    found = [fault for fault in faults(copy) if fault.code == code]
    assert found, [fault.line() for fault in faults(copy)][:5]
    assert found[0].message.endswith(".") and found[0].remedy.endswith(".")
    assert found[0].file.startswith(file.split("/")[0].split(".")[0])


def test_all_faults_are_named_at_once(copy: Path) -> None:
    change(copy, FACTOR, lambda v: v["core"][0].update(text="Dit is een risicojongere."))
    change(copy, "routes.yaml", lambda v: v[0]["routes"].pop("politie"))
    (copy / "tegensignalen.yaml").unlink()
    (copy / "drijfveren.yaml").write_text("a: [1, 2", encoding="utf-8")
    (copy / "verklaringen.yaml").write_bytes(b"\xff\xfe\x00")
    found = {fault.file for fault in faults(copy)}
    assert {
        FACTOR,
        "routes.yaml",
        "tegensignalen.yaml",
        "drijfveren.yaml",
        "verklaringen.yaml",
    } <= found


@pytest.mark.parametrize(
    "text",
    [
        "- !!python/object/apply:os.system ['echo kwaad']",
        "- &a [*a]",
        "- {id: x, id: y}",
        "- " + "[" * 3000 + "]" * 3000,
        "geen lijst",
        "- 5",
        "",
    ],
)
def test_hostile_yaml_is_a_fault_and_never_runs(copy: Path, text: str) -> None:
    (copy / "drijfveren.yaml").write_text(text, encoding="utf-8")
    assert any(fault.file == "drijfveren.yaml" for fault in faults(copy))


def test_an_overdue_review_is_a_warning_and_no_error(copy: Path) -> None:
    report = inspect(copy, today=date(2031, 1, 1))
    assert not report.errors
    overdue = [w for w in report.warnings if w.code == "nakijken"]
    assert overdue and all(w.severity is Severity.WARNING for w in overdue)


def test_a_contact_that_nobody_checked_is_a_warning(copy: Path) -> None:
    assert any(w.code == "niet-nagekeken" for w in inspect(copy, today=TODAY).warnings)


def test_a_local_overlay_with_an_unknown_contact_is_a_fault(copy: Path, tmp_path: Path) -> None:
    own = tmp_path / "lokaal.yaml"
    own.write_text(
        "organisation: School\ncontacts:\n"
        "  - {id: a, name: Wij, what: Ons punt., replaces: nergens}\n",
        encoding="utf-8",
    )
    assert any(f.file == "lokaal" for f in inspect(copy, own, TODAY).errors)


def test_the_example_overlay_loads() -> None:
    report = inspect(DATA, DATA / "lokaal" / "voorbeeld.yaml", TODAY)
    assert not report.errors
    assert report.content and report.content.local and report.content.local.inside_advice_point


def test_sentences_end_at_stops_and_line_breaks_but_not_in_abbreviations() -> None:
    assert [s.words for s in sentences("Bel nu. Vraag dan wie.\nDoe bijv. dit.")] == [2, 3, 3]
    assert average_words(["Een twee drie. Vier vijf."]) == 2.5
    assert average_words([]) == 0


def test_a_file_that_may_not_be_read_is_a_fault_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "organisaties.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(ContentError) as caught:
        LIVE.fresh()
    assert [f.file for f in caught.value.faults if f.code == "rechten"] == ["organisaties.yaml"]
