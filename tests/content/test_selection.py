"""Which events pass a filter, and what an address may ask for."""

import pytest

from triggerfactors.content import Content
from triggerfactors.content.selection import Address, Selection, read_address, select
from triggerfactors.content.vocabulary import Level, Motive, Phase, Step


def ids(content: Content, selection: Selection) -> set[str]:
    return {factor.id for factor in select(content, selection)}


def test_without_a_filter_all_fifteen_are_there_in_their_own_order(content: Content) -> None:
    assert [f.order for f in select(content, Selection())] == list(range(1, 16))


@pytest.mark.parametrize("level", Level)
def test_a_level_leaves_only_its_own_events(content: Content, level: Level) -> None:
    found = select(content, Selection(levels=frozenset({level})))
    assert found
    assert {f.level for f in found} == {level}


def test_more_choices_in_one_part_give_more_and_in_another_part_less(content: Content) -> None:
    action, sensation = frozenset({Phase.ACTION}), frozenset({Motive.SENSATION})
    one = ids(content, Selection(phases=action))
    two = ids(content, Selection(phases=action | {Phase.SENSITIVE}))
    both = ids(content, Selection(phases=action, motives=sensation))
    assert both < one < two
    assert all(Motive.SENSATION in content.factors[factor].motives for factor in both)


def test_a_job_with_a_step_leaves_the_events_with_own_advice_there(content: Content) -> None:
    found = select(content, Selection(job="leidinggevende", steps=frozenset({Step.TALK})))
    assert found
    assert len(found) < 15
    assert all(f.actions.per_job["leidinggevende"].talk for f in found)


def test_an_address_names_an_event_and_a_job(content: Content) -> None:
    asked = {"factor": "detentie", "beroep": "politie", "iets": "anders"}
    assert read_address(content, asked) == Address("detentie", "politie")
    assert read_address(content, {}) == Address()


@pytest.mark.parametrize(
    "asked",
    [
        {"factor": "bestaat-niet", "beroep": "politie"},
        {"factor": "detentie", "beroep": "<script>"},
        {"factor": ""},
    ],
)
def test_half_a_good_address_is_no_address(content: Content, asked: dict[str, str]) -> None:
    address = read_address(content, asked)
    assert address.unknown
    assert address.factor is None
    assert address.job is None
