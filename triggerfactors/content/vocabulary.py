"""Closed vocabularies of the content: ids are Dutch, names are English.

Levels and phases follow Feddes, Nickolson & Doosje (2015) and Doosje et al. (2016); the
professions, steps and outcomes follow the design. Nothing outside these lists loads.
"""

from enum import StrEnum
from typing import Literal


class Level(StrEnum):
    """Where an event takes place: in the own life, in a group, in society."""

    PERSONAL = "persoonlijk"
    GROUP = "groep"
    SOCIETY = "samenleving"


class Phase(StrEnum):
    """Phase in which an event may weigh more: context for the reader, never an outcome."""

    SENSITIVE = "gevoelig"
    GROUP = "groep"
    ACTION = "actie"


class Step(StrEnum):
    """The three steps of an action perspective."""

    TALK = "talk"
    ASSESS = "assess"
    FOLLOW_UP = "follow_up"


class Side(StrEnum):
    """The two sides of an action: set limits, or support."""

    LIMIT = "begrenzen"
    SUPPORT = "ondersteunen"


class Basis(StrEnum):
    """How sure we are of a statement.

    ``bron``: found in the named source. ``afgeleid``: concluded from sources, not found as such
    (dossier mark A). ``vakkennis``: general knowledge, not found in a source (marks D and L).
    """

    SOURCE = "bron"
    INFERRED = "afgeleid"
    EXPERTISE = "vakkennis"


class Reliability(StrEnum):
    """Our label for a source: official text read (hoog), press or partial (midden), weak (laag)."""

    HIGH = "hoog"
    MEDIUM = "midden"
    LOW = "laag"


class Urgency(StrEnum):
    """How soon to make contact; the order of the members is the order on the screen."""

    EMERGENCY = "spoed"
    URGENT = "dringend"
    ADVICE = "advies"
    KNOWLEDGE = "kennis"


class Status(StrEnum):
    """Whether an organisation still exists; only ``actief`` is ever shown."""

    ACTIVE = "actief"
    STOPPED = "gestopt"
    MERGED = "opgegaan"
    UNSURE = "onzeker"


class Reach(StrEnum):
    """The area an organisation works for."""

    NATIONAL = "landelijk"
    REGIONAL = "regionaal"
    LOCAL = "lokaal"


class Anonymous(StrEnum):
    """Whether one can ask without a name."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"


class Motive(StrEnum):
    """What a young person may be looking for: context, never a type of person."""

    IDENTITY = "identiteit"
    MEANING = "betekenis"
    JUSTICE = "rechtvaardigheid"
    SENSATION = "sensatie"


class Domain(StrEnum):
    """Domains in which protective factors are ordered."""

    PERSON = "individu"
    FAMILY = "gezin"
    FRIENDS = "leeftijdgenoten"
    SCHOOL = "school-werk"
    ONLINE = "online"
    COMMUNITY = "gemeenschap"


class ChainGroup(StrEnum):
    """Where someone stands in the chain; the order of the members is the order in the picture."""

    OWN = "eigen-organisatie"
    SOCIAL = "sociaal-domein"
    CARE = "zorg"
    SAFETY = "veiligheid"
    CONNECTS = "verbindt"
    NATIONAL = "landelijk"


FactorId = Literal[
    "confrontatie-dood",
    "problemen-thuis",
    "verlies-school-werk",
    "discriminatie-uitsluiting",
    "aanvaring-autoriteiten",
    "detentie",
    "verbreken-bindingen",
    "ontmoeting-radicaal",
    "toetreding-groep",
    "relatie-radicaal",
    "training",
    "propaganda",
    "aanval-eigen-groep",
    "oproep-actie",
    "overheidsbeleid",
]

ProfessionId = Literal[
    "onderwijs",
    "jongerenwerk",
    "jeugdhulp",
    "ggz",
    "politie",
    "gemeente",
    "ondersteunend",
    "vrijwilliger",
    "leidinggevende",
]

SituationTypeId = Literal[
    "acute-dreiging",
    "zorg-zonder-feiten",
    "ervaren-discriminatie",
    "wervingscontact",
    "reis-wapen-actieplan",
    "problemen-thuis",
    "psychische-crisis",
    "conflict-polarisatie",
    "online-inhoud",
    "familie-vraagt-hulp",
    "professional-wil-sparren",
    "na-incident",
    "uitbuiting",
    "schooluitval-werk",
    "gesloten-groep",
]

OutcomeId = Literal[
    "opgroeien",
    "andere-zorg",
    "niet-duidelijk",
    "zorg-radicalisering",
    "acuut",
]


class QuestionKind(StrEnum):
    """What kind of answer a question takes."""

    CHOICE = "choice"
    CHOICES = "choices"
    FACTS = "facts"
    TEXT = "text"
    CONFIRM = "confirm"
    EVENT = "event"
    SUMMARY = "summary"
    APPOINTMENT = "appointment"
    OUTCOME = "outcome"
    PLAN = "plan"


class Part(StrEnum):
    """Parts of the way through, in order; progress is told in parts."""

    ROLE = "rol"
    ACUTE = "acuut"
    SEEN = "gezien"
    EVENTS = "gebeurtenissen"
    COUNTERWEIGHT = "tegenwicht"
    TOGETHER = "samen"
    OVERVIEW = "overzicht"


class OptionSource(StrEnum):
    """Content lists that a question can offer as options."""

    PROFESSIONS = "beroepen"
    RECOGNISABLE = "herkenbaar"
    FACTORS = "triggerfactoren"
    PROTECTIVE = "beschermend"
    COUNTERSIGNS = "tegensignalen"
    EXPLANATIONS = "verklaringen"
    MOTIVES = "drijfveren"
    NEEDS = "groeibehoeften"
    OUTCOMES = "uitkomsten"
    JOINING = "meedoen"


class CardGroup(StrEnum):
    """Groups of knowledge cards, in the order of the index."""

    NOW = "nu"
    TALKING = "praten"
    UNDERSTANDING = "begrijpen"
    SHARING = "delen"
    YOURSELF = "jezelf"
    PEACETIME = "rustige-tijd"


class CardTool(StrEnum):
    """Something to do on a card, beside reading."""

    SELF_CHECK = "zelfcheck"
    INTERVISION = "intervisie"
    YEAR_PLAN = "jaarplan"


class PeaceFor(StrEnum):
    """For whom an item of the peacetime checklist is."""

    TEAM = "team"
    ORGANISATION = "organisatie"
    SCHOOL = "school"
    MUNICIPALITY = "gemeente"
    DISTRICT_TEAM = "wijkteam"
    SCHOOL_AND_AREA = "school-wijk"
    AFTERWARDS = "na-spanning"


# Conditions a route may name; each is a small function in ``situation.conditions``.
ConditionId = Literal["acuut-nu", "korte-route", "heeft-feiten"]

# Ends of the route: places, not questions.
OVERVIEW = "overzicht"
STOP = "stop"
ENDS = frozenset({OVERVIEW, STOP})


class AboutKind(StrEnum):
    """The statements on the page Over, in the order in which they stand."""

    PRIVACY = "privacy"
    ACCESSIBILITY = "toegankelijkheid"
    ALGORITHM = "algoritme"
