"""The fictional cases through recognition: nothing that one cannot defend, words that are there.

What is missed is never asserted, only a floor far below what holds: rules may find more.
``python -m benchmarks.cases`` prints the table.
"""

import pytest

from triggerfactors.content import DATA, Content, load
from triggerfactors.content.cases import Certainty
from triggerfactors.recognition import Recognition, recognise
from triggerfactors.recognition import load as load_rules

CASES = sorted(path.stem for path in (DATA / "casussen").glob("*.yaml"))
FLOOR = 15  # of the 53 events told; 22 were found when this was written

# Proposals that are wrong, known, and waiting for a better rule. One that is gone is no fault.
KNOWN_FALSE = {
    # "Overleven" is a course in a weekend here, not a narrow escape.
    ("dion", "confrontatie-dood"),
    # The pet of another child.
    ("fenna", "confrontatie-dood"),
    # A stranger calls him a soldier; no group takes him in.
    ("jurre", "toetreding-groep"),
}


def found(case_id: str, layers: int) -> Recognition:
    return recognise(load_rules(), load().cases[case_id].told(layers))


@pytest.mark.parametrize("case_id", CASES)
def test_no_event_is_proposed_that_the_case_does_not_hold(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    for layers in range(len(case.layers) + 1):
        allowed = set(case.with_certainty(Certainty.CERTAIN, Certainty.POSSIBLE))
        if layers:
            allowed |= set(case.with_certainty(Certainty.AFTER_LAYER))
        proposed = {(case_id, p.factor_id): p for p in found(case_id, layers).proposals}
        wrong = proposed.keys() - {(case_id, factor) for factor in allowed} - KNOWN_FALSE
        assert not wrong, [proposed[one].sentence for one in wrong]


@pytest.mark.parametrize("case_id", CASES)
def test_the_evidence_stands_literally_in_what_was_told(content: Content, case_id: str) -> None:
    case = content.cases[case_id]
    for layers in range(len(case.layers) + 1):
        told = case.told(layers)
        for proposal in found(case_id, layers).proposals:
            assert proposal.sentence == told[proposal.start : proposal.end]
            assert all(word in proposal.sentence for word in proposal.words)


def test_what_is_found_stays_above_the_floor(content: Content) -> None:
    hits = 0
    for case in content.cases.values():
        told = set(case.with_certainty(Certainty.CERTAIN, Certainty.AFTER_LAYER))
        hits += len(told & {p.factor_id for p in found(case.id, len(case.layers)).proposals})
    assert hits >= FLOOR


def test_known_faults_name_real_cases_and_events(content: Content) -> None:
    for case_id, factor in KNOWN_FALSE:
        assert factor in content.factors
        assert factor not in {one.factor for one in content.cases[case_id].factors}
