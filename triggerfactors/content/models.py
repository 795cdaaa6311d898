"""What a content item is: frozen pydantic models, one for each kind of file in ``data/``.

A model only says which fields an item has and of what kind; whether items fit together
(known ids, full cells, plain language) is checked over the whole in ``checks``.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from triggerfactors.content.vocabulary import (
    AboutKind,
    Anonymous,
    Basis,
    CardGroup,
    CardTool,
    ChainGroup,
    ConditionId,
    Domain,
    FactorId,
    Level,
    Motive,
    OptionSource,
    OutcomeId,
    Part,
    PeaceFor,
    Phase,
    ProfessionId,
    QuestionKind,
    Reach,
    Reliability,
    Side,
    SituationTypeId,
    Status,
    Step,
    Urgency,
)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=1200)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=160)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Word = Annotated[str, StringConstraints(pattern=r"^[^\W_]+([-'’][^\W_]+)*$", max_length=40)]
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
SourceIds = Annotated[tuple[Slug, ...], Field(min_length=1)]


class Item(BaseModel):
    """Base of all content: cannot be changed, unknown fields are a fault."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Item):
    """One source in the register: who says it, since when, what it supports, how reliable."""

    id: Slug
    title: Label
    author: Label
    year: int | None = Field(default=None, ge=1990, le=2100)
    year_note: str | None = None
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")
    supports: Text
    reliability: Reliability
    note: str | None = None


class Statement(Item):
    """One piece of text with its basis and sources (design, must 7)."""

    text: Text
    basis: Basis
    sources: SourceIds


class Action(Statement):
    """Something a professional can do. ``side`` is set for every follow-up."""

    side: Side | None = None
    contact: Slug | None = None


Statements = Annotated[tuple[Statement, ...], Field(min_length=1)]


class Actions(Item):
    """Actions in the three steps; a step may be empty where a general line already covers it."""

    talk: tuple[Action, ...] = ()
    assess: tuple[Action, ...] = ()
    follow_up: tuple[Action, ...] = ()

    def of(self, step: Step) -> tuple[Action, ...]:
        """The actions of one step, in the order of the file."""
        return getattr(self, step.value)


class Phases(Item):
    """Phases in which the event may weigh more, as context."""

    ids: Annotated[tuple[Phase, ...], Field(min_length=1)]
    basis: Basis
    sources: SourceIds


class Talk(Item):
    """Conversation help: questions for the young person and the parents, and what to avoid."""

    youth: Statements
    parents: Statements
    avoid: Statements


class FactorActions(Item):
    """What this event adds to the general line: for everyone, and for a job in particular."""

    general: Actions
    per_job: dict[ProfessionId, Actions] = {}


class Factor(Item):
    """One triggerfactor (event) with everything a reader needs, and both sides of it."""

    id: FactorId
    order: int = Field(ge=1, le=15)
    name: Label
    level: Level
    event_label: Label
    short: Label
    core: Statements
    mechanism: Statements
    evidence: Statements
    noticed: Statements
    phases: Phases
    motives: tuple[Motive, ...] = ()
    other_direction: Statements
    first: Statements
    ordinary_explanations: Statements
    explanations: Annotated[tuple[Slug, ...], Field(min_length=2)]
    contradicts: Statements
    questions: Statements
    talk: Talk
    actions: FactorActions
    situation_types: tuple[SituationTypeId, ...] = ()
    sources: SourceIds
    reviewed: date
    review_before: date


class Sharing(Item):
    """What someone in this job may share, and what is unsure about that."""

    regime: Statement
    may: Statements
    ask_first: Statements
    never: Statements
    check_with_privacy_officer: bool


class Profession(Item):
    """A job: its general line per step, its inside route and its rules for sharing."""

    id: ProfessionId
    order: int = Field(ge=1, le=20)
    name: Label
    examples: Label
    youth_word: Label
    short_route: bool = False
    inside_contact: Label
    who_talks: Statement
    general: Actions
    openings: Statements
    attention: Statements
    sharing: Sharing
    hidden_contacts: tuple[Slug, ...] = ()
    reviewed: date
    review_before: date


class Protective(Item):
    """A protective factor with what a professional can do with it."""

    id: Slug
    domain: Domain
    label: Label
    statement: Statement
    use: Statement
    reviewed: date
    review_before: date


class Explanation(Item):
    """An ordinary explanation: another reading of what one saw."""

    id: Slug
    label: Label
    statement: Statement
    looks_like: Statements
    ask: Statements
    help: Statement
    situation_types: tuple[SituationTypeId, ...] = ()
    # Named when nobody chose anything: other readings must always be in view.
    always: bool = False
    reviewed: date
    review_before: date


class MotiveItem(Item):
    """What a young person may be looking for, and what else could give that."""

    id: Motive
    label: Label
    question: Statement
    alternatives: Statements
    reviewed: date
    review_before: date


class ContactSource(Item):
    """What a source confirms about an organisation."""

    source: Slug
    confirms: Text
    year_note: str


class Organisation(Item):
    """An organisation to contact. A number without a source does not load (see checks)."""

    id: Slug
    name: Label
    what: Text
    after_contact: Statement | None = None
    professions: tuple[ProfessionId, ...] = ()
    themes: tuple[Slug, ...] = ()
    phone: str | None = None
    phone_alternative: str | None = None
    email: str | None = None
    website: str | None = Field(default=None, pattern=r"^https?://\S+$")
    hours: str | None = None
    reach: Reach
    urgency: Urgency
    anonymous: Anonymous
    status: Status
    merged_into: Slug | None = None
    confidence: Reliability
    sources: tuple[ContactSource, ...] = ()
    ask_locally: Text | None = None
    remarks: str | None = None
    checked_on: date | None = None
    checked_by: str | None = None
    # 112 and contacts without details of their own need no check on the site of an organisation.
    needs_check: bool = True
    basis: Basis = Basis.SOURCE

    @property
    def shown(self) -> bool:
        """Only organisations known to exist may be shown (design, must 7)."""
        return self.status is Status.ACTIVE


class RouteStep(Item):
    """One contact in a route with the reason for its place."""

    organisation: Slug
    reason: Text


class Route(Item):
    """For one job: first, second and third contact."""

    basis: Basis
    contacts: Annotated[tuple[RouteStep, ...], Field(min_length=3, max_length=5)]


class SituationType(Item):
    """A kind of situation with the order of contacts per job."""

    id: SituationTypeId
    title: Label
    i_want: Label
    urgency: Urgency
    reason: Statement
    routes: dict[ProfessionId, Route]
    reviewed: date
    review_before: date


class Theme(Item):
    """A subject an organisation helps with, in words; organisations name its id."""

    id: Slug
    label: Label
    basis: Basis
    sources: SourceIds


class ChainParty(Item):
    """Someone in the chain around a young person: the task, and what to mind."""

    id: Slug
    group: ChainGroup
    name: Label
    professions: tuple[ProfessionId, ...] = ()
    task: Statement
    mind: Statement | None = None


class ChainStep(Item):
    """One step from a worry to a plan, with who takes it."""

    id: Slug
    name: Label
    who: Label
    statement: Statement


class LocalContact(Item):
    """A contact of the own organisation or municipality, from the local overlay."""

    id: Slug
    name: Label
    what: Text
    replaces: Slug | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = Field(default=None, pattern=r"^https?://\S+$")
    hours: str | None = None
    anonymous: Anonymous = Anonymous.UNKNOWN
    professions: tuple[ProfessionId, ...] = ()
    checked_on: date | None = None
    checked_by: str | None = None


class Local(Item):
    """The local overlay: own name, colour, advice point, contacts and words on responsibility.

    ``accent`` is for the light theme, ``accent_dark`` for the dark one.
    """

    organisation: Label
    accent: Colour | None = None
    accent_dark: Colour | None = None
    privacy_contact: Label | None = None
    legal_ground: Text | None = None
    dpia: Text | None = None
    inside_advice_point: LocalContact | None = None
    contacts: tuple[LocalContact, ...] = ()


class Recognisable(Item):
    """A recognisable situation in everyday words; choosing it only *suggests* events to tick."""

    id: Slug
    group: Label
    label: Label
    factors: Annotated[tuple[FactorId, ...], Field(min_length=1)]
    explanations: Annotated[tuple[Slug, ...], Field(min_length=1)]
    basis: Basis
    sources: SourceIds


class Countersign(Item):
    """Something that argues against the worry, to tick where the professional saw it."""

    id: Slug
    label: Label
    statement: Statement


class Need(Item):
    """What a young person may need to grow up; asked before the question about danger."""

    id: Slug
    label: Label
    basis: Basis
    sources: SourceIds


class NamedText(Statement):
    """A text that a screen or file shows by its id, such as self-care."""

    id: Slug


class Lesson(Statement):
    """One short lesson at the start of a part of the route (at most 40 words, see checks)."""

    id: Slug
    part: Part


class OutcomeItem(Item):
    """One of the five equal outcomes among which the professional chooses."""

    id: OutcomeId
    label: Label
    what: Statement
    do: Statements


class Option(Item):
    """One possible answer; may point at kinds of situations for which there is a route."""

    id: Slug
    label: Label
    hint: Text | None = None
    situation_types: tuple[SituationTypeId, ...] = ()
    colleague_first: bool = False


class Onward(Item):
    """Where the route goes next; ``when`` names a condition in ``situation.conditions``."""

    to: Slug
    when: ConditionId | None = None


class Question(Item):
    """One question on one screen."""

    id: Slug
    part: Part
    kind: QuestionKind
    title: Label
    why: Text
    help: Text | None = None
    example: Text | None = None
    options: tuple[Option, ...] = ()
    options_from: OptionSource | None = None
    level: Level | None = None
    exclusive: tuple[Slug, ...] = ()
    note_label: Label | None = None
    required: bool = False
    unknown_follow_up: Text | None = None
    # Also followed up on a route that does not ask it, such as the short one.
    follow_up_unasked: bool = False
    next: tuple[Onward, ...] = ()


class Lens(Item):
    """One fact as two partners may read it: care first, or safety first."""

    fact: Statement
    care: Statement
    safety: Statement


class CardSection(Item):
    """A part of a card: points, or sentences to say to a young person or to parents."""

    title: Label
    ordered: bool = False
    points: tuple[Statement, ...] = ()
    say: tuple[Statement, ...] = ()
    parents: tuple[Statement, ...] = ()
    lenses: tuple[Lens, ...] = ()


class Card(Item):
    """A short card to read without a case. ``as_of`` is set where the facts change quickly."""

    id: Slug
    order: int = Field(ge=1, le=99)
    group: CardGroup
    title: Label
    intro: Statement
    as_of: date | None = None
    sections: Annotated[tuple[CardSection, ...], Field(min_length=1)]
    tool: CardTool | None = None
    cards: tuple[Slug, ...] = ()
    modules: tuple[Slug, ...] = ()
    reviewed: date
    review_before: date


class SelfCheckLine(Item):
    """A sentence to recognise oneself in, with one suggestion; there is nothing to add up.

    ``turned``: not recognising it is what calls for the suggestion.
    """

    id: Slug
    sentence: Statement
    turned: bool = False
    suggestion: Statement


class AgendaStep(Item):
    """One step of intervision or of a case meeting, with its time and who speaks."""

    id: Slug
    order: int = Field(ge=1, le=20)
    title: Label
    minutes: int = Field(ge=1, le=60)
    speaks: Label
    do: Statement


class PeaceItem(Item):
    """Something to arrange while nothing is the matter, with a first step and a usual month."""

    id: Slug
    order: int = Field(ge=1, le=99)
    whom: PeaceFor
    item: Statement
    first_step: Statement
    month: int = Field(ge=1, le=12)


class Choice(Item):
    """One thing someone could do in a scenario, and what may follow; none is marked as wrong."""

    id: Slug
    label: Label
    feedback: Statement


class Scenario(Item):
    """An invented situation with a question and what one could do."""

    id: Slug
    situation: Statement
    question: Label
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=4)]


class Module(Item):
    """A learning module of about five minutes. There is no score: every choice is explained."""

    id: Slug
    order: int = Field(ge=1, le=99)
    title: Label
    minutes: int = Field(ge=1, le=10)
    goal: Statement
    read: Statements
    scenarios: Annotated[tuple[Scenario, ...], Field(min_length=4, max_length=6)]
    remember: Statements
    cards: tuple[Slug, ...] = ()
    reviewed: date
    review_before: date


class SearchWords(Item):
    """Words for the search box: what to skip, what means the same, whom to offer if all fails.

    ``own_form``: words whose plain form in the word list means something else.
    """

    ignore: tuple[Word, ...]
    own_form: tuple[Word, ...] = ()
    same: tuple[Annotated[tuple[Word, ...], Field(min_length=2)], ...]
    advice_lines: Annotated[tuple[Slug, ...], Field(min_length=1)]


class AboutPart(Statement):
    """A piece of the privacy, accessibility or algorithm statement on the page Over."""

    id: Slug
    part: AboutKind
    order: int = Field(ge=1, le=99)
    title: Label
