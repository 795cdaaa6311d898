"""The content as it is: complete, sourced, in plain words."""

import json
import re
import subprocess
import sys
from datetime import date

import pytest

from triggerfactors.content import Content, inspect
from triggerfactors.content.checks import without_source
from triggerfactors.content.coverage import coverage
from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import FactorId, Level, ProfessionId, Side, Step
from triggerfactors.content.walking import leaves, places

TODAY = date(2026, 11, 20)


def test_the_content_has_no_faults() -> None:
    assert [fault.line() for fault in inspect(today=TODAY).errors] == []


def test_there_are_fifteen_factors_on_three_levels_and_nine_jobs(content: Content) -> None:
    assert list(content.factors) == list(FactorId.__args__)
    levels = [f.level for f in content.factors.values()]
    assert [levels.count(level) for level in Level] == [6, 6, 3]
    assert list(content.professions) == list(ProfessionId.__args__)


def test_every_cell_of_event_job_and_step_has_advice(content: Content) -> None:
    cells = coverage(content)
    assert len(cells) == 15 * 9 * 3
    assert all(cell.filled for cell in cells)


def test_jobs_get_advice_of_their_own_for_most_events(content: Content) -> None:
    for factor in content.factors.values():
        own = [c for c in coverage(content) if c.factor_id == factor.id and c.specific]
        assert len(own) >= 16, f"{factor.id}: {len(own)}"


def test_the_general_line_of_each_job_sets_limits_and_supports(content: Content) -> None:
    for job in content.professions.values():
        assert {a.side for a in job.general.of(Step.FOLLOW_UP)} == set(Side), job.id


def test_nothing_is_without_a_source(content: Content) -> None:
    assert without_source(content) == ()


def test_every_expert_judgement_is_marked_as_such(content: Content) -> None:
    own = {"redactie-vakkennis", "redactie-afleiding"}
    for file, owner, _, path, value in places(content):
        if isinstance(value, Statement) and value.basis == "bron":
            assert not set(value.sources) <= own, f"{file} {owner}.{path}"


def test_the_wrong_number_of_the_anonymous_crime_line_is_nowhere(content: Content) -> None:
    for organisation in content.organisations.values():
        for text in organisation.model_dump(mode="json").values():
            if isinstance(text, str):
                assert not re.search(r"0800[ -]?700(?!\d)", text) or "fout" in text


def test_a_number_is_only_shown_with_a_source(content: Content) -> None:
    for organisation in content.organisations.values():
        if organisation.phone or organisation.email:
            assert organisation.sources, organisation.id


def test_routes_name_no_stopped_or_unsure_organisation(content: Content) -> None:
    for situation_type in content.situation_types.values():
        for route in situation_type.routes.values():
            assert all(content.organisations[s.organisation].shown for s in route.contacts)


def test_a_doctor_has_no_route_to_the_anonymous_crime_line(content: Content) -> None:
    for situation_type in content.situation_types.values():
        contacts = {s.organisation for s in situation_type.routes["ggz"].contacts}
        assert "meld-misdaad-anoniem" not in contacts


# Words that would make faith, origin or looks a sign. They may be named to say that they are not.
SINGLED_OUT = re.compile(
    r"\b(hoofddoek|baard|djellaba|moskee|moslim\w*|koran|islam\w*|joods\w*|christen\w*|marokka\w*"
    r"|turks\w*|syri\w*|kaalgeschoren|kleding)\b",
    re.IGNORECASE,
)


def test_what_one_ticks_never_asks_about_faith_origin_or_looks(content: Content) -> None:
    ticked = [f.event_label for f in content.factors.values()]
    ticked += [r.label for r in content.recognisable.values()]
    ticked += [q.title for q in content.questions.values()]
    ticked += [o.label for q in content.questions.values() for o in q.options]
    ticked += [p.label for p in content.protective.values()]
    assert [text for text in ticked if SINGLED_OUT.search(text)] == []


def test_the_label_stays_out_of_every_conversation(content: Content) -> None:
    said = [
        leaf for leaf in leaves(content) if re.search(r"talk\.(youth|parents)|openings", leaf.path)
    ]
    assert len(said) > 100
    label = re.compile(r"radical|extremis|terroris|jihad|ideolog|triggerfactor", re.IGNORECASE)
    assert [leaf.path for leaf in said if label.search(leaf.value)] == []


def test_the_check_reports_the_agreed_figures_as_json() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "triggerfactors", "check", "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(run.stdout)
    assert run.returncode == 0
    assert (report["factors"], report["professions"]) == (15, 9)
    assert report["cells_filled"] == report["cells"] == 405
    assert report["without_source"] == [] and report["errors"] == []


def test_the_list_for_experts_is_up_to_date(content: Content) -> None:
    from triggerfactors.content.loading import DATA
    from triggerfactors.content.review import review_list

    written = (DATA.parent / "docs" / "na-te-kijken.md").read_text(encoding="utf-8")
    assert written == review_list(content), "python -m triggerfactors review > docs/na-te-kijken.md"


@pytest.mark.parametrize("level", list(Level))
def test_each_level_has_recognisable_situations(content: Content, level: Level) -> None:
    suggested = {f for r in content.recognisable.values() for f in r.factors}
    assert {f.id for f in content.factors.values() if f.level is level} <= suggested
