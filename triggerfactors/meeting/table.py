"""The views side by side: per event and per statement who says it, never added up or averaged.

Everything here is a pure function of content and meeting. Files stand in a fixed order, so the
order in which they came makes no difference.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from triggerfactors.content import Content
from triggerfactors.meeting.joining import job_of
from triggerfactors.meeting.values import Contribution, Meeting
from triggerfactors.situation import event_place
from triggerfactors.situation.answers import (
    ChoicesAnswer,
    ConfirmAnswer,
    EventAnswer,
    EventEffect,
    EventKnown,
    EventWhen,
    Fact,
    FactSource,
    TextAnswer,
    UnknownAnswer,
    Verdict,
)

_EVENT_LISTS = (
    "gebeurtenissen-persoonlijk",
    "gebeurtenissen-groep",
    "gebeurtenissen-samenleving",
)


class Stand(StrEnum):
    """How someone stands towards an event."""

    SEEN = "zelf"
    HEARD = "gehoord"
    SUSPECTED = "vermoed"
    DENIED = "spreekt-tegen"
    NAMED = "genoemd"


_STAND = {
    EventKnown.SELF: Stand.SEEN,
    EventKnown.YOUTH: Stand.HEARD,
    EventKnown.OTHER: Stand.HEARD,
    EventKnown.SUSPECTED: Stand.SUSPECTED,
    EventKnown.UNKNOWN: Stand.NAMED,
}


@dataclass(frozen=True)
class Account:
    """What one participant says about one event; ``sentence`` is what a "no" rests on."""

    who: str
    stand: Stand
    known: EventKnown | None = None
    when: EventWhen | None = None
    effect: EventEffect | None = None
    sentence: str = ""


@dataclass(frozen=True)
class EventRow:
    """One event with every account of it, and what is told differently in words."""

    factor_id: str
    name: str
    accounts: tuple[Account, ...]
    differs: tuple[str, ...]

    def of(self, stand: Stand) -> tuple[Account, ...]:
        """The accounts of one kind."""
        return tuple(a for a in self.accounts if a.stand is stand)


@dataclass(frozen=True)
class Told:
    """A fact with who told it and how it is known."""

    who: str
    text: str
    source: FactSource
    when: str = ""
    contradicts: bool = False


@dataclass(frozen=True)
class Voices:
    """One statement of a list, or own words, and who said it."""

    text: str
    who: tuple[str, ...]


@dataclass(frozen=True)
class Person:
    """What one file brings: facts beside the own reading of them."""

    contribution_id: str
    who: str
    facts: tuple[Told, ...]
    impression: str


@dataclass(frozen=True)
class Table:
    """All views of the meeting side by side."""

    people: tuple[Person, ...]
    events: tuple[EventRow, ...]
    facts: tuple[Told, ...]
    contradicts: tuple[Voices, ...]
    protective: tuple[Voices, ...]
    explanations: tuple[Voices, ...]
    needs: tuple[Voices, ...]
    motives: tuple[Voices, ...]
    safety: tuple[Voices, ...]
    unknown: tuple[Voices, ...]


def names(content: Content, meeting: Meeting) -> dict[str, str]:
    """Contribution id → the job in words; the second of a job gets a number."""
    jobs = [job_of(c) for c in meeting.contributions]
    named: dict[str, str] = {}
    seen: dict[str, int] = {}
    for entry, job in zip(meeting.contributions, jobs, strict=True):
        profession = content.professions.get(job)  # type: ignore[call-overload]
        name = profession.name if profession else "Werk niet ingevuld"
        seen[job] = seen.get(job, 0) + 1
        named[entry.id] = f"{name} ({seen[job]})" if jobs.count(job) > 1 else name
    return named


def _account(entry: Contribution, who: str, factor_id: str) -> Iterator[Account]:
    situation = entry.situation
    answer = situation.answer(event_place(factor_id))
    chosen = any(factor_id in situation.choices(place) for place in _EVENT_LISTS)
    if isinstance(answer, EventAnswer):
        yield Account(who, _STAND[answer.known], answer.known, answer.when, answer.effect)
    elif chosen:
        yield Account(who, Stand.NAMED)
    confirmed = situation.answer("herkend")
    if isinstance(confirmed, ConfirmAnswer):
        for decision in confirmed.decisions:
            if decision.factor_id != factor_id:
                continue
            if decision.verdict is Verdict.NO:
                yield Account(who, Stand.DENIED, sentence=decision.sentence)
            elif not chosen and not isinstance(answer, EventAnswer):
                yield Account(who, Stand.NAMED, sentence=decision.sentence)


def _differs(content: Content, accounts: tuple[Account, ...]) -> tuple[str, ...]:
    found = []
    stands = {a.stand for a in accounts}
    if Stand.DENIED in stands and stands - {Stand.DENIED}:
        found.append(content.text("overleg-verschil-tegenspraak"))
    whens = {a.when for a in accounts} - {None, EventWhen.UNKNOWN}
    if len(whens) > 1:
        found.append(content.text("overleg-verschil-wanneer"))
    effects = {a.effect for a in accounts} - {None, EventEffect.UNKNOWN}
    if len(effects) > 1:
        found.append(content.text("overleg-verschil-gevolg"))
    if Stand.SEEN not in stands:
        found.append(content.text("overleg-verschil-niet-zelf"))
    return tuple(found)


def _events(content: Content, meeting: Meeting, called: dict[str, str]) -> tuple[EventRow, ...]:
    rows = []
    for factor_id, factor in content.factors.items():
        accounts = tuple(
            account
            for entry in meeting.contributions
            for account in _account(entry, called[entry.id], factor_id)
        )
        if accounts:
            differs = _differs(content, accounts)
            rows.append(EventRow(factor_id, factor.event_label, accounts, differs))
    return tuple(rows)


def _told(fact: Fact, who: str) -> Told:
    return Told(who, fact.text, fact.source, fact.when)


def _person(entry: Contribution, who: str) -> Person:
    given = entry.situation.answer("indruk")
    impression = given.text if isinstance(given, TextAnswer) else ""
    facts = tuple(_told(fact, who) for fact in entry.situation.facts())
    return Person(entry.id, who, facts, impression)


def _voices(
    meeting: Meeting, called: dict[str, str], place: str, labels: dict[str, str]
) -> tuple[Voices, ...]:
    said: dict[str, list[str]] = {}
    own: list[Voices] = []
    for entry in meeting.contributions:
        answer = entry.situation.answer(place)
        if not isinstance(answer, ChoicesAnswer):
            continue
        for value in answer.values:
            said.setdefault(value, []).append(called[entry.id])
        if answer.note.strip():
            own.append(Voices(answer.note, (called[entry.id],)))
    chosen = [Voices(labels.get(v, v), tuple(said[v])) for v in labels if v in said]
    chosen += [Voices(v, tuple(said[v])) for v in sorted(set(said) - set(labels))]
    return (*chosen, *own)


def _unknown(content: Content, meeting: Meeting, called: dict[str, str]) -> tuple[Voices, ...]:
    said: dict[str, list[str]] = {}
    for entry in meeting.contributions:
        for given in entry.situation.answers:
            question = content.questions.get(given.place.partition(":")[0])
            if isinstance(given.answer, UnknownAnswer) and question:
                follow_up = question.unknown_follow_up or question.title
                who = said.setdefault(follow_up, [])
                if called[entry.id] not in who:
                    who.append(called[entry.id])
    return tuple(Voices(text, tuple(who)) for text, who in sorted(said.items()))


def _labels(items: object) -> dict[str, str]:
    return {str(item.id): item.label for item in items.values()}  # type: ignore[attr-defined]


def table(content: Content, meeting: Meeting) -> Table:
    """Everything the files and the team brought in, side by side."""
    called = names(content, meeting)
    people = tuple(_person(entry, called[entry.id]) for entry in meeting.contributions)
    own = tuple(
        Told(fact.by, fact.text, fact.source, contradicts=fact.contradicts)
        for fact in meeting.facts
        if fact.text.strip()
    )
    options = {o.id: o.label for o in content.questions["veiligheid"].options}
    return Table(
        people=people,
        events=_events(content, meeting, called),
        facts=(*(fact for person in people for fact in person.facts), *own),
        contradicts=_voices(meeting, called, "tegenspraak", _labels(content.countersigns)),
        protective=_voices(meeting, called, "beschermend", _labels(content.protective)),
        explanations=_voices(meeting, called, "verklaringen", _labels(content.explanations)),
        needs=_voices(meeting, called, "groeien", _labels(content.needs)),
        motives=_voices(meeting, called, "drijfveer", _labels(content.motives)),
        safety=_voices(meeting, called, "veiligheid", options),
        unknown=_unknown(content, meeting, called),
    )
