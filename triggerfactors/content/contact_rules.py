"""Rules for contacts: numbers have a source, routes name only who may be called."""

import re
from collections.abc import Iterator

from triggerfactors.content.faults import Fault
from triggerfactors.content.loading import Content
from triggerfactors.content.models import Action, Organisation, Route
from triggerfactors.content.vocabulary import ProfessionId
from triggerfactors.content.walking import places

# A number that went round by mistake for Meld Misdaad Anoniem (dossier organisaties-notes.md, A).
WRONG_NUMBERS = ("0800700",)


def contact_faults(content: Content) -> Iterator[Fault]:
    """Numbers without source, the wrong number, and routes or advice to whom one may not call."""
    for organisation in content.organisations.values():
        yield from _contact_faults(organisation)
    for type_id, situation_type in content.situation_types.items():
        for job, route in situation_type.routes.items():
            yield from _route_faults(content, type_id, job, route)
    hidden = {
        (job.id, hidden) for job in content.professions.values() for hidden in job.hidden_contacts
    }
    for file, owner, _, path, value in places(content):
        contact = getattr(value, "contact", None) if isinstance(value, Action) else None
        if not contact or contact not in content.organisations:
            continue
        if not content.organisations[contact].shown:
            yield Fault(
                file,
                f"{owner}.{path}.contact",
                "contact-gestopt",
                f"'{contact}' wordt niet getoond.",
                "Noem een contact dat nog bestaat.",
            )
        job = next((part for part in ProfessionId.__args__ if f".{part}." in path), owner)  # type: ignore[attr-defined]
        if (job, contact) in hidden:
            yield Fault(
                file,
                f"{owner}.{path}.contact",
                "contact-verborgen",
                f"'{contact}' hoort niet bij dit beroep.",
                "Noem een ander contact.",
            )


def _contact_faults(organisation: Organisation) -> Iterator[Fault]:
    numbers = [n for n in (organisation.phone, organisation.phone_alternative) if n]
    for number in numbers:
        if re.sub(r"\D", "", number) in WRONG_NUMBERS:
            yield Fault(
                "organisaties.yaml",
                f"{organisation.id}.phone",
                "fout-nummer",
                f"Het nummer {number} is fout.",
                "Voor Meld Misdaad Anoniem is het 0800-7000.",
            )
    reachable = numbers + [value for value in (organisation.email,) if value]
    if reachable and not organisation.sources:
        yield Fault(
            "organisaties.yaml",
            f"{organisation.id}.sources",
            "nummer-zonder-bron",
            "Hier staat een nummer of mailadres zonder bron.",
            "Noem de bron of haal het nummer weg.",
        )
    if not organisation.sources and organisation.basis == "bron":
        yield Fault(
            "organisaties.yaml",
            f"{organisation.id}.basis",
            "zonder-bron",
            "Er is geen bron, maar de tekst zegt van wel.",
            "Zet basis op vakkennis of noem de bron.",
        )
    if bool(organisation.checked_on) != bool(organisation.checked_by):
        yield Fault(
            "organisaties.yaml",
            f"{organisation.id}.checked_on",
            "controle-half",
            "Een controle heeft een datum en een naam.",
            "Vul checked_on en checked_by allebei in.",
        )


def _route_faults(content: Content, type_id: str, job: str, route: Route) -> Iterator[Fault]:
    hidden = content.professions[job].hidden_contacts if job in content.professions else ()
    seen: set[str] = set()
    for index, step in enumerate(route.contacts):
        place = f"{type_id}.routes.{job}.contacts[{index}]"
        organisation = content.organisations.get(step.organisation)
        if organisation and not organisation.shown:
            yield Fault(
                "routes.yaml",
                place,
                "contact-gestopt",
                f"'{step.organisation}' bestaat niet meer of is onzeker.",
                "Kies een contact met status actief.",
            )
        if step.organisation in hidden:
            yield Fault(
                "routes.yaml",
                place,
                "contact-verborgen",
                f"'{step.organisation}' hoort niet bij dit beroep.",
                "Kies een ander contact.",
            )
        if step.organisation in seen:
            yield Fault(
                "routes.yaml",
                place,
                "dubbel",
                "Dit contact staat er twee keer.",
                "Haal er een weg.",
            )
        seen.add(step.organisation)


def local_faults(content: Content) -> Iterator[Fault]:
    """Own contacts that take the place of an organisation that does not exist."""
    if content.local is None:
        return
    for contact in content.local.contacts:
        if contact.replaces and contact.replaces not in content.organisations:
            yield Fault(
                "lokaal",
                contact.id,
                "onbekend-id",
                f"'{contact.replaces}' staat niet in organisaties.yaml.",
                "Verbeter het id achter replaces.",
            )
