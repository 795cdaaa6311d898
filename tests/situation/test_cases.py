"""Each fictional case walks the route: to an overview in every job it suits, and to the stop."""

import pytest

from triggerfactors.advice import overview
from triggerfactors.content import DATA, Content
from triggerfactors.content.cases import Certainty
from triggerfactors.content.vocabulary import OVERVIEW, STOP
from triggerfactors.situation import case_answers, chosen_events, fits, missing, unknown, walk

CASES = sorted(path.stem for path in (DATA / "casussen").glob("*.yaml"))


@pytest.mark.parametrize("case_id", CASES)
def test_a_case_reaches_an_overview_in_each_job_it_suits(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    assert len(case.professions) >= 2
    for job in case.professions:
        for layers in range(len(case.layers) + 1):
            situation = case_answers(content, case, job, layers)
            assert walk(content, situation).end == OVERVIEW
            assert all(fits(content, given.place, given.answer) for given in situation.answers)
            assert not missing(content, situation)
            assert unknown(content, situation), "a story never tells everything"
            assert overview(content, situation).model_dump_json()


@pytest.mark.parametrize("case_id", CASES)
def test_only_what_was_told_is_ticked(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    job = next(one for one in case.professions if not content.professions[one].short_route)
    before = chosen_events(content, case_answers(content, case, job))
    after = chosen_events(content, case_answers(content, case, job, len(case.layers)))
    late = set(case.with_certainty(Certainty.AFTER_LAYER))
    assert set(before) == set(case.with_certainty(Certainty.CERTAIN))
    assert set(after) - set(before) == late


@pytest.mark.parametrize("case_id", CASES)
def test_a_case_with_danger_ends_at_the_stop_card(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    situation = case_answers(content, case, case.professions[0], danger=True)
    assert walk(content, situation).end == STOP


def test_the_short_route_is_walked_too(content: Content) -> None:
    jobs = {job for case in content.cases.values() for job in case.professions}
    assert any(content.professions[job].short_route for job in jobs)
