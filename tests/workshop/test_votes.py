"""What counts as a vote, and what the room chose together."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triggerfactors.content import Content
from triggerfactors.workshop import Room, Vote, fits, new_room, options, shift, tally

IDS = ["a", "b", "c"]
JOBS = ["onderwijs", "politie"]
VOTES = st.lists(
    st.builds(
        Vote,
        at=st.just(0),
        turn=st.just(1),
        job=st.sampled_from(JOBS),
        choices=st.lists(st.sampled_from(IDS), unique=True).map(tuple),
    ),
    max_size=30,
)


# --- hands and work of few people -------------------------------------------------------------


def test_hands_for_one_answer_are_added_and_for_more_answers_not() -> None:
    one = tally(IDS, [], {"a": 30, "b": 10}, multiple=False)
    more = tally(IDS, [], {"a": 30, "b": 10}, multiple=True)
    assert (one.voters, one.hands, one.phones) == (40, 40, 0)
    assert more.voters == 30


@given(st.lists(st.sampled_from(["onderwijs", "politie", "jeugdhulp", "ggz"]), max_size=20))
def test_no_result_per_job_points_at_fewer_than_three(jobs: list[str]) -> None:
    found = tally(IDS, [Vote(0, 1, job, ("a",)) for job in jobs], {})
    assert all(counts["a"] >= 3 for counts in found.by_job.values())
    assert bool(found.by_job) is (len(jobs) >= 3)


@pytest.fixture
def room(content: Content) -> Room:
    return new_room("bilal", 1, content.workshop.plan("kort"))


def test_the_options_are_the_fifteen_events_in_a_fixed_order(content: Content, room: Room) -> None:
    assert list(options(content, room)) == list(content.factors)


def test_the_other_explanations_do_not_give_the_case_away(content: Content) -> None:
    for case in content.cases.values():
        found = options(content, new_room(case.id, 1, content.workshop.plan("kort")), 1)
        own = {one.explanation for one in case.explanations}
        assert own < set(found) and len(found) >= len(own) + 3


@pytest.mark.parametrize(
    ("job", "choices"),
    [
        ("onderwijs", ()),
        ("onderwijs", ("verzonnen",)),
        ("onderwijs", ("training", "training")),
        ("tovenaar", ("training",)),
        ("", ("training",)),
    ],
)
def test_what_is_not_on_the_list_is_not_a_vote(
    content: Content, room: Room, job: str, choices: tuple[str, ...]
) -> None:
    assert not fits(content, room, 0, job, choices)


def test_how_sure_one_is_takes_one_answer(content: Content, room: Room) -> None:
    assert fits(content, room, 2, "politie", ("zeker",))
    assert not fits(content, room, 2, "politie", ("zeker", "onzeker"))
    assert not fits(content, room, 99, "politie", ("zeker",))


@given(VOTES, st.dictionaries(st.sampled_from(IDS), st.integers(0, 40)))
def test_every_choice_is_counted_once_and_the_jobs_add_up(
    votes: list[Vote], hands: dict[str, int]
) -> None:
    found = tally(IDS, votes, hands)
    wanted = Counter(choice for vote in votes for choice in vote.choices)
    for one in IDS:
        assert found.total[one] == wanted[one] + hands.get(one, 0)
        if found.by_job:
            assert sum(counts[one] for counts in found.by_job.values()) == wanted[one]
    assert found.voters >= len(votes)


@given(VOTES, VOTES)
def test_the_shift_is_what_moved_between_the_two_votes(
    before: list[Vote], after: list[Vote]
) -> None:
    first, second = tally(IDS, before, {}), tally(IDS, after, {})
    moved = shift(first, second)
    assert all(first.total[one] + moved[one] == second.total[one] for one in IDS)
