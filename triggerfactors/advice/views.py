"""What the overview consists of: frozen values, each able to say why it is there.

Screens, files and the command line all show these same values. Nothing here is a number about
a young person, and nothing is added up (design, must 1).
"""

from datetime import date

from pydantic import BaseModel, ConfigDict

from triggerfactors.content.models import Statement
from triggerfactors.content.vocabulary import Anonymous, Basis, Level, Phase, Side, Step, Urgency
from triggerfactors.situation.answers import EventEffect, EventKnown, EventWhen, Fact, Moment


class View(BaseModel):
    """Base of the parts of the overview."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Reason(View):
    """One why-trail: the answer it rests on, the rule that used it, the item, its sources."""

    answer: str
    rule: str
    item: str
    sources: tuple[str, ...] = ()


class Point(View):
    """One text with why it is here; ``title`` is what was ticked, in words."""

    text: str
    title: str = ""
    basis: Basis
    sources: tuple[str, ...]
    reasons: tuple[Reason, ...]


class FactorView(View):
    """An event that may be in play, with both sides of it."""

    id: str
    name: str
    event_label: str
    level: Level
    when: EventWhen
    known: EventKnown
    effect: EventEffect
    reasons: tuple[Reason, ...]
    short: str
    core: tuple[Statement, ...]
    mechanism: tuple[Statement, ...]
    evidence: tuple[Statement, ...]
    first: tuple[Statement, ...]
    other_direction: tuple[Statement, ...]
    ordinary_explanations: tuple[Statement, ...]
    contradicts: tuple[Statement, ...]
    questions: tuple[Statement, ...]
    phases: tuple[Phase, ...]
    talk_youth: tuple[Statement, ...]
    talk_parents: tuple[Statement, ...]
    talk_avoid: tuple[Statement, ...]
    sources: tuple[str, ...]


class Reading(View):
    """One of three equal ways to read the same facts."""

    id: str
    title: str
    text: str
    fits: tuple[Point, ...]
    against: tuple[Point, ...]
    ask: tuple[Point, ...]


class AdviceItem(View):
    """Something to do, with the side it serves and why it is shown."""

    text: str
    side: Side | None
    contact: str | None
    basis: Basis
    sources: tuple[str, ...]
    reason: Reason


class FactorAdvice(View):
    """What one event adds to a step: for everyone, and for this job."""

    factor_id: str
    name: str
    items: tuple[AdviceItem, ...]


class StepAdvice(View):
    """One step: the general line of the job once, then what each event adds."""

    step: Step
    general: tuple[AdviceItem, ...]
    per_factor: tuple[FactorAdvice, ...]


class JobAdvice(View):
    """Action perspectives for one job in three steps."""

    profession_id: str
    name: str
    who_talks: Statement
    inside_contact: str
    steps: tuple[StepAdvice, ...]
    openings: tuple[Statement, ...]
    attention: tuple[Statement, ...]


class ContactView(View):
    """A contact at its place in the order, with every reason for it."""

    id: str
    name: str
    what: str
    urgency: Urgency
    phone: str | None
    phone_alternative: str | None
    email: str | None
    website: str | None
    hours: str | None
    anonymous: Anonymous
    after_contact: Statement | None
    ask_locally: str | None
    local: bool
    checked_on: date | None
    checked_by: str | None
    needs_check: bool
    sources: tuple[str, ...]
    reasons: tuple[Reason, ...]


class LinkChoice(View):
    """What a link to the Wegwijzer asks for, as far as it exists."""

    job: str | None
    type_id: str | None
    broken: bool


class Referral(View):
    """The contacts for one job and one kind of situation, in order."""

    job: str
    type_id: str
    title: str
    i_want: str
    urgency: Urgency
    reason: Statement
    contacts: tuple[ContactView, ...]


class Correction(View):
    """A mail to the people who keep this app, about a contact that is wrong."""

    subject: str
    body: str


class AdviceRequest(View):
    """What someone fills in to ask for advice by phone."""

    job: str | None = None
    saw: str = ""
    done: str = ""
    question: str = ""


class ReadOut(View):
    """The text to read out, how long it is and what it still needs."""

    text: str
    words: int
    too_many: int
    missing: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether it is complete and short enough to read out."""
        return not self.missing and not self.too_many


class OpenQuestion(View):
    """Something we do not know yet, with the way to find out."""

    text: str
    place: str | None
    reason: Reason


class SharingView(View):
    """What someone in this job may share, and what must be checked."""

    regime: Statement
    may: tuple[Statement, ...]
    ask_first: tuple[Statement, ...]
    never: tuple[Statement, ...]
    check: str | None


class Appointment(View):
    """A step with a person (by function) and a moment."""

    what: str
    who: str
    day: date | None
    moment: Moment | None


class Plan(View):
    """The two sides of what someone will do, and ways to let the young person join in.

    ``one_sided`` says kindly which side is still empty; it never blocks anything.
    """

    limit: str
    support: str
    joining: tuple[Point, ...]
    one_sided: str | None


class ChosenOutcome(View):
    """The professional's own choice, with the reason given."""

    id: str
    label: str
    what: Statement
    do: tuple[Statement, ...]
    reason: str


class Overview(View):
    """Everything a professional leaves with."""

    content_version: str
    profession_id: str | None
    profession_name: str | None
    stopped: bool
    stop_contacts: tuple[ContactView, ...]
    facts: tuple[Fact, ...]
    impression: str
    factors: tuple[FactorView, ...]
    growing_up: tuple[Point, ...]
    growing_up_note: str
    protective: tuple[Point, ...]
    protective_note: str
    contradictions: tuple[Point, ...]
    contradictions_note: str
    explanations: tuple[Point, ...]
    explanations_note: str
    motives: tuple[Point, ...]
    safety: tuple[Point, ...]
    safety_note: str
    readings: tuple[Reading, ...]
    colleague_first: Point | None
    job: JobAdvice | None
    brief: tuple[Point, ...]
    parents: tuple[Point, ...]
    contacts: tuple[ContactView, ...]
    sharing: SharingView | None
    open_questions: tuple[OpenQuestion, ...]
    missing: tuple[str, ...]
    together: Appointment | None
    first_step: Appointment | None
    plan: Plan | None
    outcome: ChosenOutcome | None
    self_care: tuple[Statement, ...]
    language_note: str
    source_ids: tuple[str, ...]
