"""Whom to contact, in which order, and why.

Kinds of situations follow from the answers; each has a route per job. Routes are joined by
urgency and place in the route. The own organisation's contacts, from the local overlay,
take the place of the general ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from triggerfactors.advice.trail import RULES, answer_words
from triggerfactors.advice.views import ContactView, Reason
from triggerfactors.content import Content
from triggerfactors.content.models import LocalContact, Organisation, SituationType
from triggerfactors.content.vocabulary import Anonymous, Urgency
from triggerfactors.situation import Situation, chosen_events

OWN_ORGANISATION = "eigen-organisatie"
EMERGENCY_NUMBER = "noodnummer-112"
_URGENCIES = list(Urgency)


@dataclass(frozen=True)
class InPlay:
    """A kind of situation that the answers point at, with the answer."""

    type_id: str
    answer: str


def _from_options(content: Content, situation: Situation) -> Iterable[InPlay]:
    for question in content.questions.values():
        chosen = set(situation.choices(question.id)) | {situation.choice(question.id)}
        for option in question.options:
            if option.id in chosen:
                for type_id in option.situation_types:
                    yield InPlay(type_id, answer_words(content, question.id, option.id))


def situation_types(content: Content, situation: Situation) -> tuple[InPlay, ...]:
    """Kinds of situations in play. Thinking along with someone is always one of them."""
    if situation.choice("acuut") == "ja":
        return (InPlay("acute-dreiging", answer_words(content, "acuut", "ja")),)
    found = list(_from_options(content, situation))
    for factor_id in chosen_events(content, situation):
        factor = content.factors[factor_id]
        found += [InPlay(t, f"Gebeurtenis: {factor.name}") for t in factor.situation_types]
    for explanation_id in situation.choices("verklaringen"):
        explanation = content.explanations[explanation_id]
        words = answer_words(content, "verklaringen", explanation_id)
        found += [InPlay(t, words) for t in explanation.situation_types]
    found.append(InPlay("zorg-zonder-feiten", RULES["altijd"]))
    found.append(InPlay("professional-wil-sparren", RULES["altijd"]))
    return tuple(dict.fromkeys(found))


def _by_urgency(
    content: Content, in_play: tuple[InPlay, ...]
) -> tuple[tuple[SituationType, InPlay], ...]:
    pairs = [(content.situation_types[play.type_id], play) for play in in_play]
    return tuple(sorted(pairs, key=lambda pair: _URGENCIES.index(pair[0].urgency)))


def _local_for(content: Content, organisation_id: str, job: str) -> LocalContact | None:
    if content.local is None:
        return None
    if organisation_id == OWN_ORGANISATION:
        return content.local.inside_advice_point
    fitting = (
        contact
        for contact in content.local.contacts
        if contact.replaces == organisation_id
        and (not contact.professions or job in contact.professions)
    )
    return next(fitting, None)


def contact_view(
    content: Content,
    organisation: Organisation,
    job: str,
    urgency: Urgency,
    reasons: tuple[Reason, ...],
) -> ContactView:
    """A contact as shown; the own organisation's details where the local overlay gives them."""
    local = _local_for(content, organisation.id, job)
    shown: Organisation | LocalContact = local or organisation
    return ContactView(
        id=organisation.id,
        name=shown.name,
        what=shown.what,
        urgency=urgency,
        phone=shown.phone,
        phone_alternative=None if local else organisation.phone_alternative,
        email=shown.email,
        website=shown.website,
        hours=shown.hours,
        anonymous=local.anonymous
        if local and local.anonymous is not Anonymous.UNKNOWN
        else organisation.anonymous,
        after_contact=organisation.after_contact,
        ask_locally=None if local else organisation.ask_locally,
        local=local is not None,
        checked_on=shown.checked_on,
        checked_by=shown.checked_by,
        needs_check=local is not None or organisation.needs_check,
        sources=() if local else tuple(s.source for s in organisation.sources),
        reasons=reasons,
    )


def route_contacts(
    content: Content, type_id: str, job: str, answer: str = ""
) -> tuple[ContactView, ...]:
    """First, second and third contact for one kind of situation and one job, in route order.

    ``answer`` is what the kind of situation rests on: an answer on the way through, or the choice
    in the Wegwijzer. Contacts that this job does not use, or that ended, are left out.
    """
    situation_type = content.situation_types[type_id]
    hidden = content.professions[job].hidden_contacts
    return tuple(
        contact_view(
            content,
            content.organisations[step.organisation],
            job,
            situation_type.urgency,
            (
                Reason(
                    answer=answer,
                    rule=f"{situation_type.title}: {step.reason}",
                    item=step.organisation,
                    sources=situation_type.reason.sources,
                ),
            ),
        )
        for step in situation_type.routes[job].contacts
        if step.organisation not in hidden and content.organisations[step.organisation].shown
    )


def contacts(content: Content, situation: Situation, job: str) -> tuple[ContactView, ...]:
    """Contacts for this job in order: most urgent kind of situation first, then route order.

    The own organisation comes before every outside contact, except 112 (practice, A9).
    """
    found: dict[str, ContactView] = {}
    for situation_type, play in _by_urgency(content, situation_types(content, situation)):
        for contact in route_contacts(content, situation_type.id, job, play.answer):
            before = found.get(contact.id, contact)
            reasons = tuple(dict.fromkeys((*before.reasons, *contact.reasons)))
            found[contact.id] = before.model_copy(update={"reasons": reasons})
    return own_first(found.values())


def own_first(found: Iterable[ContactView]) -> tuple[ContactView, ...]:
    """112 first, then the own organisation; all others keep their order."""
    places = {EMERGENCY_NUMBER: 0, OWN_ORGANISATION: 1}
    return tuple(sorted(found, key=lambda contact: places.get(contact.id, 2)))
