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
    Dissent,
    Meeting,
    OtherCaseError,
    Risk,
    TableFact,
    Tell,
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


def test_two_dissents_of_one_function_or_of_none_are_both_compared(content: Content) -> None:
    september = Meeting(
        dissents=(
            Dissent(id="r1", function="Docent", text="Ik zie vooral verdriet"),
            Dissent(id="r2", function="Docent", text="Ik zie een ruzie thuis"),
            Dissent(id="r3", text="Ik maak me meer zorgen"),
        )
    )
    november = september.but(dissents=september.dissents[1:2])
    changed, dropped = compare(content, september, november)
    assert (changed.change, dropped.change) == (Change.CHANGED, Change.DROPPED)
    assert "Ik zie vooral verdriet" in changed.before
    assert changed.after == "Ik zie een ruzie thuis"
    assert dropped.before == "Ik maak me meer zorgen"


def test_who_no_longer_tells_a_fact_that_another_still_tells_is_a_change(content: Content) -> None:
    facts = tuple(
        TableFact(id=f"r{n}", text="Hij komt te laat", by=by)
        for n, by in enumerate(("Mentor", "Wijkagent"), start=1)
    )
    (changed,) = compare(content, Meeting(facts=facts), Meeting(facts=facts[1:]))
    assert (changed.change, changed.before) == (Change.CHANGED, "Mentor; Wijkagent")
    assert changed.after == "Wijkagent"


def test_a_risk_and_an_agreement_of_which_only_half_is_filled_in_still_count(
    content: Content,
) -> None:
    later = Meeting(
        risks=(Risk(id="r1", whom="Zusje", urgent="Deze week"),),
        agreements=(Agreement(id="r1", side=Side.SUPPORT, who="Mentor", when="Maandag"),),
        tells=(Tell(id="r1", what="Dat wij overleggen", by="Mentor"),),
    )
    found = compare(content, Meeting(), later)
    assert {d.section for d in found} == {"Veiligheid", "Afspraken", "Wie hoort wat"}
    assert {d.change for d in found} == {Change.NEW}


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
