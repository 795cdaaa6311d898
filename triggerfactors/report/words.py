"""Dutch words for the values of closed lists, shared by screens and files."""

from datetime import date
from typing import Protocol

from triggerfactors.content.models import Source
from triggerfactors.content.vocabulary import (
    Anonymous,
    Basis,
    CardGroup,
    Domain,
    Level,
    PeaceFor,
    Phase,
    Reliability,
    Side,
    Step,
    Urgency,
)
from triggerfactors.situation.answers import (
    EventEffect,
    EventKnown,
    EventWhen,
    FactSource,
    Moment,
)

TITLE = "Overzicht van een zorg over een jongere"
NOT_FILLED_IN = "Nog niet ingevuld"
NO_JOB = "Je hebt nog geen werk gekozen. Kies je werk om advies te zien."

BASIS = {
    Basis.SOURCE: "Uit een bron",
    Basis.INFERRED: "Afgeleid, nog na te kijken",
    Basis.EXPERTISE: "Vakkennis, nog na te kijken",
}
RELIABILITY = {Reliability.HIGH: "hoog", Reliability.MEDIUM: "midden", Reliability.LOW: "laag"}
LEVEL = {
    Level.PERSONAL: "Eigen leven",
    Level.GROUP: "Vrienden en groep",
    Level.SOCIETY: "Wereld en samenleving",
}
# Levels differ by form as well as by word, never by colour alone.
LEVEL_MARK = {Level.PERSONAL: "●", Level.GROUP: "◆", Level.SOCIETY: "▲"}
DOMAIN = {
    Domain.PERSON: "De jongere zelf",
    Domain.FAMILY: "Thuis",
    Domain.FRIENDS: "Vrienden",
    Domain.SCHOOL: "School of werk",
    Domain.ONLINE: "Online",
    Domain.COMMUNITY: "Buurt en samenleving",
}
PHASE = {
    Phase.SENSITIVE: "zoekend en gevoelig",
    Phase.GROUP: "aansluiting bij een groep",
    Phase.ACTION: "bereid tot actie",
}
STEP = {
    Step.TALK: "Ga in gesprek",
    Step.ASSESS: "Schat in met anderen",
    Step.FOLLOW_UP: "Neem vervolgstappen",
}
MOMENT = {Moment.TODAY: "Vandaag", Moment.THIS_WEEK: "Deze week", Moment.LATER: "Later"}
SIDE = {Side.LIMIT: "Begrenzen", Side.SUPPORT: "Ondersteunen"}
URGENCY = {
    Urgency.EMERGENCY: "Bij spoed",
    Urgency.URGENT: "Deze dag of week",
    Urgency.ADVICE: "Voor advies",
    Urgency.KNOWLEDGE: "Voor kennis",
}
ANONYMOUS = {
    Anonymous.YES: "Vragen kan zonder naam",
    Anonymous.NO: "Niet zonder naam",
    Anonymous.UNKNOWN: "Vraag zelf of het zonder naam kan",
}
FACT_SOURCE = {
    FactSource.SELF: "Zelf gezien of gehoord",
    FactSource.YOUTH: "Van de jongere zelf",
    FactSource.OTHER: "Van iemand anders",
    FactSource.ONLINE: "Online gezien",
    FactSource.UNKNOWN: "Weet ik niet",
}
EVENT_WHEN = {
    EventWhen.MONTH: "De laatste maand",
    EventWhen.YEAR: "Het laatste jaar",
    EventWhen.EARLIER: "Langer geleden",
    EventWhen.UNKNOWN: "Weet ik niet",
}
EVENT_KNOWN = {
    EventKnown.SELF: "Zelf gezien of gehoord",
    EventKnown.YOUTH: "Van de jongere zelf",
    EventKnown.OTHER: "Van iemand anders",
    EventKnown.SUSPECTED: "Ik vermoed het",
    EventKnown.UNKNOWN: "Weet ik niet",
}
EVENT_EFFECT = {
    EventEffect.HEAVIER: "Sindsdien gaat het moeilijker",
    EventEffect.NOTHING: "Er is weinig te merken",
    EventEffect.BETTER: "Sindsdien gaat het beter",
    EventEffect.UNKNOWN: "Weet ik niet",
}
CARD_GROUP = {
    CardGroup.NOW: "Nu nodig",
    CardGroup.TALKING: "Praten",
    CardGroup.UNDERSTANDING: "Begrijpen",
    CardGroup.SHARING: "Samen en delen",
    CardGroup.YOURSELF: "Zorg voor jezelf",
    CardGroup.PEACETIME: "In rustige tijd",
}
PEACE_FOR = {
    PeaceFor.TEAM: "Mijn team",
    PeaceFor.ORGANISATION: "Onze organisatie",
    PeaceFor.SCHOOL: "Onze school",
    PeaceFor.MUNICIPALITY: "Onze gemeente",
    PeaceFor.DISTRICT_TEAM: "Ons wijkteam",
    PeaceFor.SCHOOL_AND_AREA: "School, wijk en jongerenwerk samen",
    PeaceFor.AFTERWARDS: "Na een spanning",
}
# The same year after which ``check`` asks an editor to look again.
CHECK_HOLDS_DAYS = 365
PLAN_STATE = ("Ja", "Bezig", "Nee", "Weet ik niet")
_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def day(moment: date) -> str:
    """A date in words: 20 november 2026."""
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


class Appointed(Protocol):
    """Anything with a step, a person and a moment."""

    @property
    def what(self) -> str:
        """What will be done."""

    @property
    def who(self) -> str:
        """With whom, by function."""

    @property
    def day(self) -> date | None:
        """The date, if one was chosen."""

    @property
    def moment(self) -> Moment | None:
        """Roughly how soon, where there is no date."""


def appointment(found: Appointed) -> str:
    """What, with whom and when, in one line."""
    if found.day:
        when = day(found.day)
    else:
        when = MOMENT[found.moment].lower() if found.moment else "moment nog kiezen"
    return " – ".join(part for part in (found.what, found.who, when) if part)


def year(source: Source) -> str:
    """The year of a source, or what is known about it."""
    return str(source.year) if source.year else (source.year_note or "geen jaar gezien")


class Checked(Protocol):
    """Anything with a last check."""

    @property
    def checked_on(self) -> date | None:
        """The day of the last check."""

    @property
    def needs_check(self) -> bool:
        """Whether there is anything to check."""

    @property
    def checked_by(self) -> str | None:
        """Who did the last check."""


def checked(contact: Checked, today: date | None = None) -> str:
    """When and by whom a contact was last checked, or that nobody has yet; empty for 112.

    A check of more than a year ago says so (``today`` is the day of reading).
    """
    if not contact.needs_check:
        return ""
    if contact.checked_on is None:
        return "Nog door niemand nagekeken"
    line = f"Nagekeken op {day(contact.checked_on)} door {contact.checked_by}"
    if ((today or date.today()) - contact.checked_on).days > CHECK_HOLDS_DAYS:
        return f"{line}. Dat is langer dan een jaar geleden: kijk het na voor je belt"
    return line
