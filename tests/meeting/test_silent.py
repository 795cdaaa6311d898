"""First alone, then all at once."""

import pytest

from triggerfactors.content import Content
from triggerfactors.meeting import (
    Attendee,
    FirstView,
    Meeting,
    give,
    in_speaking_order,
    moved,
    reveal,
    shown,
    start_again,
    waiting,
)

PEOPLE = (
    Attendee(id="r1", function="Wijkagent", job="politie"),
    Attendee(id="r2", function="Mentor", job="onderwijs"),
    Attendee(id="r3", function="Gast"),
    Attendee(id="r4", function="Jeugdhulp", job="jeugdhulp"),
)
MEETING = Meeting(attendees=PEOPLE)


def view(attendee: str, choice: str = "andere-zorg") -> FirstView:
    return FirstView(attendee=attendee, choice=choice, why="omdat")


def test_care_and_education_speak_first_and_the_police_after_them(content: Content) -> None:
    assert [a.id for a in in_speaking_order(content, PEOPLE)] == ["r4", "r2", "r1", "r3"]
    first = [turn.id for turn in content.speaking_turns.values()][:3]
    assert first == ["jeugdhulp", "ggz", "onderwijs"]
    assert list(content.speaking_turns)[-1] == "politie"


def test_the_team_may_choose_another_order() -> None:
    assert [a.id for a in moved(PEOPLE, "r3", -2)] == ["r3", "r1", "r2", "r4"]
    assert [a.id for a in moved(PEOPLE, "r4", 5)] == ["r1", "r2", "r3", "r4"]
    assert moved(PEOPLE, "r9", 1) == PEOPLE


def test_no_view_is_seen_before_the_reveal() -> None:
    meeting = give(give(MEETING, view("r1")), view("r2"))
    assert shown(meeting) == ()
    assert [a.id for a in waiting(meeting)] == ["r3", "r4"]
    seen = shown(reveal(meeting))
    assert [(a.id, v is not None) for a, v in seen] == [
        ("r1", True),
        ("r2", True),
        ("r3", False),
        ("r4", False),
    ]


def test_a_view_can_be_given_again_until_the_reveal_and_not_after() -> None:
    meeting = give(give(MEETING, view("r1")), view("r1", "opgroeien"))
    assert [v.choice for v in meeting.views] == ["opgroeien"]
    with pytest.raises(ValueError):
        give(reveal(meeting), view("r2"))
    with pytest.raises(ValueError):
        give(MEETING, view("r9"))
    assert start_again(reveal(meeting)).views == ()


def test_there_is_nothing_to_reveal_without_a_view() -> None:
    assert not reveal(MEETING).revealed
