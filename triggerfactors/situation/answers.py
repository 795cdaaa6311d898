"""The answers of one professional about one young person: one frozen value, easy to save.

An answer belongs to a *place*: a question id, or ``gebeurtenis:<factor id>`` for the question
that is asked once for each event.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MAX_FACTS = 20
MAX_CHOICES = 60
EVENT_QUESTION = "gebeurtenis"

FreeText = Annotated[str, StringConstraints(max_length=2000)]
Line = Annotated[str, StringConstraints(max_length=200)]
ChoiceId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Place = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9-]+)?$", max_length=120)
]


class Frozen(BaseModel):
    """Base of all answers: cannot be changed, unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class FactSource(StrEnum):
    """How the professional knows a fact."""

    SELF = "zelf"
    YOUTH = "jongere"
    OTHER = "ander"
    ONLINE = "online"
    UNKNOWN = "weet-niet"


class EventWhen(StrEnum):
    """How long ago an event was; recency changes its weight (ESS tool, context)."""

    MONTH = "maand"
    YEAR = "jaar"
    EARLIER = "eerder"
    UNKNOWN = "weet-niet"


class EventKnown(StrEnum):
    """How an event is known: fact and suspicion stay apart."""

    SELF = "zelf-gezien"
    YOUTH = "van-jongere"
    OTHER = "van-ander"
    SUSPECTED = "vermoeden"
    UNKNOWN = "weet-niet"


class EventEffect(StrEnum):
    """What the event did, in either direction."""

    HEAVIER = "zwaarder"
    NOTHING = "niets"
    BETTER = "beter"
    UNKNOWN = "weet-niet"


class Fact(Frozen):
    """Something seen or heard, with its source and moment."""

    text: FreeText
    source: FactSource = FactSource.UNKNOWN
    when: Line = ""


class ChoiceAnswer(Frozen):
    """One option chosen."""

    kind: Literal["choice"] = "choice"
    value: ChoiceId


class ChoicesAnswer(Frozen):
    """Any number of options, none included, with room for own words."""

    kind: Literal["choices"] = "choices"
    values: Annotated[tuple[ChoiceId, ...], Field(max_length=MAX_CHOICES)] = ()
    note: FreeText = ""


class TextAnswer(Frozen):
    """Own words."""

    kind: Literal["text"] = "text"
    text: FreeText


class FactsAnswer(Frozen):
    """Facts, apart from what one thinks of them."""

    kind: Literal["facts"] = "facts"
    facts: Annotated[tuple[Fact, ...], Field(max_length=MAX_FACTS)] = ()


class EventAnswer(Frozen):
    """What is known about one event."""

    kind: Literal["event"] = "event"
    when: EventWhen = EventWhen.UNKNOWN
    known: EventKnown = EventKnown.UNKNOWN
    effect: EventEffect = EventEffect.UNKNOWN


class Verdict(StrEnum):
    """What the professional says of an event found in their own words."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "weet-niet"


class Decision(Frozen):
    """The verdict on one event found, with the literal sentence it rests on."""

    factor_id: ChoiceId
    verdict: Verdict
    sentence: FreeText


class ConfirmAnswer(Frozen):
    """Verdicts on what was found in the text; nothing found gives none."""

    kind: Literal["confirm"] = "confirm"
    decisions: Annotated[tuple[Decision, ...], Field(max_length=20)] = ()


class Moment(StrEnum):
    """How soon a step is taken, for who has no date yet (praktijk.md §1.3, B3)."""

    TODAY = "vandaag"
    THIS_WEEK = "deze-week"
    LATER = "later"


class AppointmentAnswer(Frozen):
    """A step with a person (by function) and a moment: a date, or roughly how soon."""

    kind: Literal["appointment"] = "appointment"
    what: Line = ""
    who: Line = ""
    day: date | None = None
    moment: Moment | None = None


class PlanAnswer(Frozen):
    """The two sides of what one does: set limits and support, and ways to let someone join in."""

    kind: Literal["plan"] = "plan"
    limit: FreeText = ""
    support: FreeText = ""
    joining: Annotated[tuple[ChoiceId, ...], Field(max_length=MAX_CHOICES)] = ()


class OutcomeAnswer(Frozen):
    """The professional's own choice out of equal ones, with the reason."""

    kind: Literal["outcome"] = "outcome"
    value: ChoiceId
    reason: FreeText = ""


class UnknownAnswer(Frozen):
    """ "Weet ik niet": always an answer, and it yields a question to follow up."""

    kind: Literal["unknown"] = "unknown"


class SkippedAnswer(Frozen):
    """Skipped on purpose; the overview names it as missing."""

    kind: Literal["skipped"] = "skipped"


class ReadAnswer(Frozen):
    """A summary that was read."""

    kind: Literal["read"] = "read"


Answer = Annotated[
    ChoiceAnswer
    | ChoicesAnswer
    | TextAnswer
    | FactsAnswer
    | ConfirmAnswer
    | EventAnswer
    | AppointmentAnswer
    | PlanAnswer
    | OutcomeAnswer
    | UnknownAnswer
    | SkippedAnswer
    | ReadAnswer,
    Field(discriminator="kind"),
]


class Given(Frozen):
    """An answer with the place it belongs to."""

    place: Place
    answer: Answer


class Situation(Frozen):
    """All answers, one per place, ordered by place so that equal answers are equal values."""

    answers: Annotated[tuple[Given, ...], Field(max_length=200)] = ()

    def answer(self, place: str) -> Answer | None:
        """The answer at a place, or ``None``."""
        return next((given.answer for given in self.answers if given.place == place), None)

    def with_answer(self, place: str, answer: Answer) -> "Situation":
        """A new situation in which only this answer differs."""
        rest = [given for given in self.answers if given.place != place]
        both = sorted([*rest, Given(place=place, answer=answer)], key=lambda given: given.place)
        return Situation(answers=tuple(both))

    def without(self, place: str) -> "Situation":
        """A new situation without an answer at this place."""
        return Situation(answers=tuple(given for given in self.answers if given.place != place))

    def choice(self, place: str) -> str | None:
        """The chosen option at a place, if one was chosen."""
        answer = self.answer(place)
        return answer.value if isinstance(answer, ChoiceAnswer | OutcomeAnswer) else None

    def choices(self, place: str) -> tuple[str, ...]:
        """The chosen options at a place; empty when skipped or unknown."""
        answer = self.answer(place)
        return answer.values if isinstance(answer, ChoicesAnswer) else ()

    def note(self, place: str) -> str:
        """The own words beside the options at a place."""
        answer = self.answer(place)
        return answer.note if isinstance(answer, ChoicesAnswer) else ""

    def facts(self) -> tuple[Fact, ...]:
        """The facts written down."""
        answer = self.answer("gezien")
        return answer.facts if isinstance(answer, FactsAnswer) else ()


def event_place(factor_id: str) -> str:
    """The place of the question about one event."""
    return f"{EVENT_QUESTION}:{factor_id}"
