"""Any meeting a team could have, for property tests."""

from datetime import date
from functools import reduce

from hypothesis import strategies as st

from tests.situation.strategies import situations
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Side
from triggerfactors.meeting import (
    Agreement,
    Attendee,
    Dissent,
    EventNote,
    FirstView,
    Informed,
    Meeting,
    Risk,
    TableFact,
    Tell,
    contribution,
    join,
)
from triggerfactors.situation.answers import FactSource

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def _list(row: object, **fields: object) -> st.SearchStrategy[tuple]:
    rows = st.lists(st.builds(row, id=st.just("r1"), **fields), max_size=3)
    return rows.map(
        lambda made: tuple(
            one.model_copy(update={"id": f"r{n}"}) for n, one in enumerate(made, start=1)
        )
    )


@st.composite
def meetings(draw: st.DrawFn, content: Content, max_files: int = 3) -> Meeting:
    """A meeting with files, rows, texts and views."""
    attendees = draw(
        _list(
            Attendee, function=WORDS, job=st.none() | st.sampled_from(sorted(content.professions))
        )
    )
    factors = draw(st.lists(st.sampled_from(sorted(content.factors)), max_size=2, unique=True))
    meeting = Meeting(
        codename=draw(WORDS),
        day=draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))),
        purpose=draw(st.none() | st.sampled_from(sorted(content.meeting_purposes))),
        kind=draw(st.none() | st.sampled_from(sorted(content.meeting_kinds))),
        youth_informed=draw(st.sampled_from(Informed)),
        youth_why=draw(WORDS),
        attendees=attendees,
        views=tuple(
            FirstView(
                attendee=a.id, choice=draw(st.sampled_from(sorted(content.outcomes))), why="x"
            )
            for a in attendees
            if draw(st.booleans())
        ),
        revealed=draw(st.booleans()),
        facts=draw(
            _list(
                TableFact,
                text=WORDS,
                by=WORDS,
                source=st.sampled_from(FactSource),
                contradicts=st.booleans(),
            )
        ),
        events=tuple(
            EventNote(id=f"r{n}", factor=factor, year="2026", meaning=draw(WORDS))
            for n, factor in enumerate(factors, start=1)
        ),
        risks=draw(_list(Risk, whom=WORDS, what=WORDS, likely=WORDS, urgent=WORDS)),
        dissents=draw(_list(Dissent, function=WORDS, text=WORDS)),
        agreements=draw(
            _list(
                Agreement,
                side=st.sampled_from(Side),
                who=WORDS,
                what=WORDS,
                when=WORDS,
                notice=WORDS,
            )
        ),
        tells=draw(_list(Tell, whom=WORDS, what=WORDS, by=WORDS)),
        review=draw(st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1))),
    )
    for field in draw(st.lists(st.sampled_from(sorted(content.meeting_fields)), max_size=5)):
        meeting = meeting.with_text(field, draw(WORDS))
    files = draw(st.lists(situations(content, max_steps=20), max_size=max_files))
    return reduce(lambda m, s: join(m, contribution(s), same_young_person=True), files, meeting)
