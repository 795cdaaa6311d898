"""September beside November: new, changed, dropped, and never a score."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.meeting.files import POLICE, TEACHER, situation
from tests.meeting.strategies import meetings
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side
from triggerfactors.meeting import (
    Agreement,
    Change,
    Meeting,
    OtherCaseError,
    compare,
    contribution,
    join,
)


def agreement(number: int, what: str, when: str) -> Agreement:
    return Agreement(id=f"r{number}", side=Side.SUPPORT, what=what, when=when)


def test_what_is_new_changed_and_dropped(content: Content) -> None:
    september = Meeting(
        codename="Berk",
        agreements=(agreement(1, "Elke week praten", "1 oktober"), agreement(2, "Oma bellen", "")),
    )
    september = join(september, contribution(situation(content, TEACHER)), same_young_person=True)
    november = Meeting(
        codename="berk ",
        agreements=(agreement(1, "Elke week praten", "1 december"), agreement(3, "Stage", "")),
    ).with_text("doelen", "Een stage die past")
    november = join(november, contribution(situation(content, POLICE)), same_young_person=True)
    found = compare(content, september, november)
    told = {(d.change, d.name) for d in found}
    assert (Change.CHANGED, "Elke week praten") in told
    assert (Change.DROPPED, "Oma bellen") in told
    assert (Change.NEW, "Stage") in told
    assert (Change.DROPPED, content.factors["problemen-thuis"].event_label) in told
    assert (Change.NEW, content.meeting_fields["doelen"].title) in told


def test_sheets_with_different_code_names_are_not_compared(content: Content) -> None:
    with pytest.raises(OtherCaseError):
        compare(content, Meeting(codename="Berk"), Meeting(codename="Beuk"))


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_meeting_does_not_differ_from_itself_and_new_mirrors_dropped(
    content: Content, data: st.DataObject
) -> None:
    one = data.draw(meetings(content, max_files=2)).but(codename="")
    two = data.draw(meetings(content, max_files=2)).but(codename="")
    assert compare(content, one, one) == ()
    there, back = compare(content, one, two), compare(content, two, one)
    assert sorted(d.name.casefold() for d in there if d.change is Change.NEW) == sorted(
        d.name.casefold() for d in back if d.change is Change.DROPPED
    )
