"""The Wegwijzer without a case: who I am and what I want, all organisations, and mending them.

Everything here is a pure function of the content and of ids that may stand in a link.
"""

import unicodedata
from collections.abc import Iterable
from urllib.parse import quote

from triggerfactors.advice.contacts import (
    OWN_ORGANISATION,
    contact_view,
    own_first,
    route_contacts,
)
from triggerfactors.advice.trail import RULES
from triggerfactors.advice.views import ContactView, Correction, LinkChoice, Reason, Referral
from triggerfactors.content import Content
from triggerfactors.content.models import LocalContact, Organisation
from triggerfactors.content.vocabulary import Reach, Urgency

_URGENCIES = list(Urgency)


def read_link(content: Content, job: str | None, type_id: str | None) -> LinkChoice:
    """What a link asks for; ids that do not exist are left out and noted, never repeated."""
    known_job = job if job in content.professions else None
    known_type = type_id if type_id in content.situation_types else None
    broken = (bool(job) and known_job is None) or (bool(type_id) and known_type is None)
    return LinkChoice(job=known_job, type_id=known_type, broken=broken)


def referral(content: Content, job: str, type_id: str) -> Referral:
    """Whom to contact first, second and third, with the reason and what happens next.

    The own advice point of the local overlay comes first, also where the general route does not
    name the own organisation (practice, A9).
    """
    situation_type = content.situation_types[type_id]
    choice = f"{content.professions[job].name} – {situation_type.i_want}"
    found = route_contacts(content, type_id, job, choice)
    inside = content.local.inside_advice_point if content.local else None
    if inside and all(contact.id != OWN_ORGANISATION for contact in found):
        own = content.organisations[OWN_ORGANISATION]
        reason = Reason(answer=choice, rule=RULES["eigen-adviespunt"], item=own.id)
        found = (contact_view(content, own, job, situation_type.urgency, (reason,)), *found)
    return Referral(
        job=job,
        type_id=type_id,
        title=situation_type.title,
        i_want=situation_type.i_want,
        urgency=situation_type.urgency,
        reason=situation_type.reason,
        contacts=own_first(found),
    )


def _folded(text: str) -> str:
    """Lower case, without accents: ‘Conciërge’ is found with ‘concierge’."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def _haystack(content: Content, organisation: Organisation, view: ContactView) -> str:
    labels = (content.themes[theme].label for theme in organisation.themes)
    parts = (view.name, organisation.name, view.what, view.ask_locally, view.phone, *labels)
    return _folded(" ".join(part for part in parts if part))


def _local_view(contact: LocalContact) -> ContactView:
    """A contact that only the own municipality or organisation has."""
    return ContactView(
        id=contact.id,
        name=contact.name,
        what=contact.what,
        urgency=Urgency.ADVICE,
        phone=contact.phone,
        phone_alternative=None,
        email=contact.email,
        website=contact.website,
        hours=contact.hours,
        anonymous=contact.anonymous,
        after_contact=None,
        ask_locally=None,
        local=True,
        checked_on=contact.checked_on,
        checked_by=contact.checked_by,
        needs_check=True,
        sources=(),
        reasons=(),
    )


def organisations(
    content: Content,
    *,
    text: str = "",
    themes: Iterable[str] = (),
    reaches: Iterable[str] = (),
    urgencies: Iterable[str] = (),
) -> tuple[ContactView, ...]:
    """All organisations that may be shown and fit the filter, most urgent first.

    Who searches by name gets that organisation on top. Every word of ``text`` must occur; of the
    chosen themes, reaches and urgencies one is enough.
    """
    words = _folded(text).split()
    wanted_themes, wanted_reaches, wanted_urgencies = set(themes), set(reaches), set(urgencies)
    found: list[ContactView] = []
    for organisation in content.organisations.values():
        if not organisation.shown:
            continue
        view = contact_view(content, organisation, "", organisation.urgency, ())
        haystack = _haystack(content, organisation, view)
        if (
            all(word in haystack for word in words)
            and (not wanted_themes or wanted_themes & set(organisation.themes))
            and (not wanted_reaches or organisation.reach in wanted_reaches)
            and (not wanted_urgencies or organisation.urgency in wanted_urgencies)
        ):
            found.append(view)
    # A contact of their own has no theme; with a theme chosen it would only be noise.
    for contact in content.local.contacts if content.local and not wanted_themes else ():
        haystack = _folded(f"{contact.name} {contact.what}")
        if (
            contact.replaces is None
            and all(word in haystack for word in words)
            and (not wanted_reaches or Reach.LOCAL in wanted_reaches)
            and (not wanted_urgencies or Urgency.ADVICE in wanted_urgencies)
        ):
            found.append(_local_view(contact))

    def place(view: ContactView) -> tuple[bool, int, bool]:
        named = all(word in _folded(view.name) for word in words)
        return not named, _URGENCIES.index(view.urgency), not view.local

    return tuple(sorted(found, key=place))


def correction(content: Content, contact: ContactView) -> Correction:
    """A mail text about a contact that is wrong: only what the app shows, nothing of a case."""
    shown = (
        ("Naam", contact.name),
        ("Telefoon", contact.phone),
        ("Mail", contact.email),
        ("Site", contact.website),
        ("Tijden", contact.hours),
        ("Nagekeken op", contact.checked_on.isoformat() if contact.checked_on else "nog niet"),
    )
    lines = [f"{label}: {value or 'staat er niet'}" for label, value in shown]
    body = "\n".join(
        (
            content.text("klopt-niet-begin"),
            "",
            *lines,
            f"Code: {contact.id}, inhoud {content.version}",
            "",
            content.text("klopt-niet-vraag"),
            "",
        )
    )
    return Correction(subject=f"Klopt niet in de Wegwijzer: {contact.id}", body=body)


def mailto(address: str, mail: Correction) -> str:
    """A link that opens the own mail program with this text."""
    # RFC 6068: a new line is %0D%0A.
    body = quote(mail.body.replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(address, safe='@')}?subject={quote(mail.subject, safe='')}&body={body}"
