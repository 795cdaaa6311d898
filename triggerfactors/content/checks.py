"""Rules between content items, each a small function that yields faults.

``check`` runs them all and returns every fault at once, so an editor mends in one go.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from triggerfactors.content import language as plain
from triggerfactors.content.faults import Fault, Severity
from triggerfactors.content.graph import graph_faults
from triggerfactors.content.loading import LAYOUT, SEARCH_WORDS, Content
from triggerfactors.content.models import (
    Action,
    Actions,
    Factor,
    Organisation,
    Profession,
    Route,
    Source,
    Statement,
)
from triggerfactors.content.vocabulary import FactorId, ProfessionId, Side, SituationTypeId, Step

Rule = Callable[[Content], Iterator[Fault]]

# A number that went round by mistake for Meld Misdaad Anoniem (dossier organisaties-notes.md, A).
WRONG_NUMBERS = ("0800700",)

# Fields whose words a user reads; other strings are ids, names of organisations or notes.
READ_FIELDS = frozenset(
    [
        "text",
        "short",
        "what",
        "reason",
        "label",
        "event_label",
        "title",
        "i_want",
        "why",
        "help",
        "example",
        "hint",
        "note_label",
        "unknown_follow_up",
        "ask_locally",
        "who",
        "question",
        "speaks",
    ]
)
# An average over a few sentences says little; smaller items are taken together per file.
MIN_SENTENCES = 8
_CONVERSATION = re.compile(r"talk\.(youth|parents)|openings|sections\[\d+\]\.(say|parents)")


@dataclass(frozen=True)
class Leaf:
    """A string in the content with the place where it stands."""

    file: str
    owner: str
    path: str
    field: str
    value: str


def file_of(field: str, item_id: str) -> str:
    """The file in which an item of this kind stands."""
    place = LAYOUT[field][0]
    return f"{place}{item_id}.yaml" if place.endswith("/") else place


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every model, value and list below a value, depth first, with its path."""
    yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), f"{path}.{name}" if path else name)
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from walk(entry, f"{path}.{key}" if path else str(key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from walk(entry, f"{path}[{index}]")


def all_items(content: Content) -> Iterator[tuple[str, str, BaseModel]]:
    """Every item as (file, id, item)."""
    for field in LAYOUT:
        for item_id, item in getattr(content, field).items():
            yield file_of(field, item_id), item_id, item


@lru_cache(maxsize=2)
def places(content: Content) -> tuple[tuple[str, str, BaseModel, str, Any], ...]:
    """Every value in the content as (file, id, item, path, value), walked once for all rules."""
    return tuple(
        (file, owner, item, path, value)
        for file, owner, item in all_items(content)
        for path, value in walk(item)
    )


def leaves(content: Content) -> Iterator[Leaf]:
    """Every string that a user reads."""
    for file, owner, item, path, value in places(content):
        if not isinstance(value, str) or isinstance(item, Source):
            continue
        field = path.rpartition(".")[2]
        if field in READ_FIELDS:
            yield Leaf(file, owner, f"{owner}.{path}", field, value)


def _known_ids(content: Content) -> Iterator[Fault]:
    targets: tuple[tuple[str, Mapping[str, Any], str], ...] = (
        ("sources", content.sources, "bronnen.yaml"),
        ("source", content.sources, "bronnen.yaml"),
        ("contact", content.organisations, "organisaties.yaml"),
        ("organisation", content.organisations, "organisaties.yaml"),
        ("hidden_contacts", content.organisations, "organisaties.yaml"),
        ("merged_into", content.organisations, "organisaties.yaml"),
        ("explanations", content.explanations, "verklaringen.yaml"),
        ("themes", content.themes, "themas.yaml"),
        ("cards", content.cards, "kennis/"),
        ("modules", content.modules, "modules/"),
    )
    for file, owner, _, path, value in places(content):
        if not isinstance(value, str):
            continue
        field = re.split(r"[.\[]", re.sub(r"\[\d+\]$", "", path))[-1]
        for name, known, where in targets:
            if field == name and value not in known:
                yield Fault(
                    file,
                    f"{owner}.{path}",
                    "onbekend-id",
                    f"'{value}' staat niet in {where}.",
                    f"Verbeter het id of voeg het toe aan {where}.",
                )


def _complete(content: Content) -> Iterator[Fault]:
    wanted: tuple[tuple[str, Any, Mapping[str, Any]], ...] = (
        ("triggerfactoren/", FactorId, content.factors),
        ("beroepen.yaml", ProfessionId, content.professions),
        ("routes.yaml", SituationTypeId, content.situation_types),
    )
    for file, literal, present in wanted:
        for item_id in sorted(set(literal.__args__) - set(present)):
            yield Fault(
                file,
                item_id,
                "ontbreekt",
                f"'{item_id}' ontbreekt of is niet te lezen.",
                "Voeg dit item toe.",
            )
    for type_id, situation_type in content.situation_types.items():
        for job in sorted(set(ProfessionId.__args__) - set(situation_type.routes)):  # type: ignore[attr-defined]
            yield Fault(
                "routes.yaml",
                f"{type_id}.routes.{job}",
                "lege-cel",
                "Voor dit beroep is er geen route.",
                "Voeg een route met drie contacten toe.",
            )


@dataclass(frozen=True)
class Cell:
    """One cell of the coverage table: what advice there is for event × job × step."""

    factor_id: str
    profession_id: str
    step: Step
    specific: int
    event: int
    job: int

    @property
    def filled(self) -> bool:
        """Whether there is any advice at all."""
        return bool(self.specific + self.event + self.job)


def actions_for(
    factor: Factor, profession: Profession, step: Step
) -> tuple[tuple[Action, ...], tuple[Action, ...], tuple[Action, ...]]:
    """Advice for a cell in three layers: this job at this event, this event, this job."""
    own = factor.actions.per_job.get(profession.id, Actions())
    return own.of(step), factor.actions.general.of(step), profession.general.of(step)


def coverage(content: Content) -> tuple[Cell, ...]:
    """The coverage table, one cell for each event × job × step."""
    return tuple(
        Cell(factor.id, job.id, step, *map(len, actions_for(factor, job, step)))
        for factor in content.factors.values()
        for job in content.professions.values()
        for step in Step
    )


def _cells(content: Content) -> Iterator[Fault]:
    for cell in coverage(content):
        file = file_of("factors", cell.factor_id)
        place = f"actions.per_job.{cell.profession_id}.{cell.step}"
        if not cell.filled:
            yield Fault(
                file,
                place,
                "lege-cel",
                "Hier is geen enkel advies.",
                "Vul deze cel of de algemene lijn van het beroep.",
            )
    for factor in content.factors.values():
        for job in content.professions.values():
            layers = actions_for(factor, job, Step.FOLLOW_UP)
            sides = {action.side for layer in layers for action in layer}
            for side in Side:
                if side not in sides:
                    yield Fault(
                        file_of("factors", factor.id),
                        f"actions.per_job.{job.id}.follow_up",
                        "een-kant",
                        f"Er is geen vervolgstap om te {side.value}.",
                        "Voeg er een toe: begrenzen en ondersteunen horen samen.",
                    )


def _follow_up_sides(content: Content) -> Iterator[Fault]:
    for file, owner, _, path, value in places(content):
        if isinstance(value, Action) and "follow_up" in path and value.side is None:
            yield Fault(
                file,
                f"{owner}.{path}",
                "kant-ontbreekt",
                "Deze vervolgstap zegt niet of hij begrenst of ondersteunt.",
                "Zet er side: begrenzen of side: ondersteunen bij.",
            )


def _repeated(content: Content) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for file, owner, _, path, value in places(content):
        if not isinstance(value, Action):
            continue
        words = " ".join(re.findall(r"\w+", value.text.casefold()))
        place = f"{owner}.{path}"
        if words in seen:
            yield Fault(
                file,
                place,
                "herhaling",
                f"Dit advies staat ook bij {seen[words]}.",
                "Laat de algemene zin een keer staan en schrijf hier alleen wat eigen is.",
            )
        seen.setdefault(words, place)


def _contacts(content: Content) -> Iterator[Fault]:
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


def _local(content: Content) -> Iterator[Fault]:
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


def _groups(by_owner: Mapping[tuple[str, str], list[str]]) -> dict[tuple[str, str], list[str]]:
    """Item groups for the average: an item with enough sentences, else its file as a whole."""
    groups: dict[tuple[str, str], list[str]] = {}
    for (file, owner), texts in by_owner.items():
        long_enough = sum(len(plain.sentences(text)) for text in texts) >= MIN_SENTENCES
        groups.setdefault((file, owner if long_enough else ""), []).extend(texts)
    return groups


def _language(content: Content) -> Iterator[Fault]:
    rules = content.language
    by_owner: dict[tuple[str, str], list[str]] = {}
    for leaf in leaves(content):
        by_owner.setdefault((leaf.file, leaf.owner), []).append(leaf.value)
        for sentence in plain.too_long(leaf.value, rules):
            yield Fault(
                leaf.file,
                leaf.path,
                "zin-te-lang",
                f"Deze zin (“{sentence.text[:60]}…”) heeft {sentence.words} woorden.",
                f"Maak er twee zinnen van, elk onder {rules.max_words_per_sentence} woorden.",
            )
        in_conversation = bool(_CONVERSATION.search(leaf.path))
        found = plain.forbidden_words(
            leaf.value, rules, conversation=in_conversation, place=leaf.path
        )
        for word, rule in found:
            yield Fault(
                leaf.file,
                leaf.path,
                "verboden-woord",
                f"Het woord '{word}' gebruiken we niet. {rule.why}",
                f"Schrijf: {rule.instead}.",
            )
    for (file, owner), texts in _groups(by_owner).items():
        average = plain.average_words(texts)
        if average > rules.max_average_words:
            yield Fault(
                file,
                owner,
                "zinnen-te-lang",
                f"De zinnen hebben gemiddeld {average:.1f} woorden.",
                f"Maak ze korter: gemiddeld hoogstens {rules.max_average_words:g}.",
            )


def _editorial_marks(content: Content) -> Iterator[Fault]:
    own = {"redactie-vakkennis", "redactie-afleiding"}
    for file, owner, _, path, value in places(content):
        if not isinstance(value, Statement):
            continue
        if value.basis == "bron" and set(value.sources) <= own:
            yield Fault(
                file,
                f"{owner}.{path}",
                "basis-klopt-niet",
                "De tekst zegt dat er een bron is, maar noemt alleen de redactie.",
                "Noem de bron of zet basis op vakkennis of afgeleid.",
            )


def _advice_lines(content: Content) -> Iterator[Fault]:
    for index, organisation_id in enumerate(content.search_words.advice_lines):
        organisation = content.organisations.get(organisation_id)
        if organisation is None or not organisation.shown:
            yield Fault(
                SEARCH_WORDS,
                f"advice_lines[{index}]",
                "onbekend-id" if organisation is None else "contact-gestopt",
                f"'{organisation_id}' is geen contact dat we tonen.",
                "Kies een contact uit organisaties.yaml met status actief.",
            )


def _knowledge(content: Content) -> Iterator[Fault]:
    for field in ("cards", "modules"):
        items = list(getattr(content, field).values())
        orders = [item.order for item in items]
        for item in items:
            if orders.count(item.order) > 1:
                yield Fault(
                    file_of(field, item.id),
                    f"{item.id}.order",
                    "dubbele-volgorde",
                    f"De plaats {item.order} komt vaker voor.",
                    "Geef elke kaart en elke module een eigen plaats.",
                )
    for card in content.cards.values():
        for index, section in enumerate(card.sections):
            if not (section.points or section.say or section.parents or section.lenses):
                yield Fault(
                    file_of("cards", card.id),
                    f"{card.id}.sections[{index}]",
                    "leeg-deel",
                    "Dit deel van de kaart is leeg.",
                    "Vul points, say, parents of lenses, of haal het deel weg.",
                )
        if card.as_of and card.as_of > card.reviewed:
            yield Fault(
                file_of("cards", card.id),
                f"{card.id}.as_of",
                "datum-klopt-niet",
                "De stand is nieuwer dan de dag van nakijken.",
                "Kijk de kaart na en zet beide datums goed.",
            )
    for module in content.modules.values():
        for group in (module.scenarios, *(scenario.choices for scenario in module.scenarios)):
            ids = [entry.id for entry in group]
            for double in sorted({one for one in ids if ids.count(one) > 1}):
                yield Fault(
                    file_of("modules", module.id),
                    f"{module.id}.{double}",
                    "dubbel-id",
                    f"Het id '{double}' komt hier twee keer voor.",
                    "Geef elke vraag en elke keuze een eigen id.",
                )


def _reviews(content: Content, today: date) -> Iterator[Fault]:
    for file, owner, item in all_items(content):
        before = getattr(item, "review_before", None)
        if before and before < today:
            yield Fault(
                file,
                owner,
                "nakijken",
                f"Dit moest voor {before.isoformat()} zijn nagekeken.",
                "Kijk het na en zet een nieuwe datum.",
                Severity.WARNING,
            )
    for organisation in content.organisations.values():
        if not organisation.shown or not organisation.needs_check:
            continue
        if organisation.checked_on is None:
            yield Fault(
                "organisaties.yaml",
                organisation.id,
                "niet-nagekeken",
                "Niemand heeft dit contact nog nagekeken.",
                "Kijk op de eigen site en vul checked_on en checked_by in.",
                Severity.WARNING,
            )
        elif (today - organisation.checked_on).days > 365:
            yield Fault(
                "organisaties.yaml",
                organisation.id,
                "controle-oud",
                f"Dit contact is voor het laatst nagekeken op {organisation.checked_on}.",
                "Kijk het opnieuw na.",
                Severity.WARNING,
            )


def without_source(content: Content) -> tuple[str, ...]:
    """Places of statements without any source, and of shown contacts without one."""
    missing = [
        f"{file} › {owner}.{path}"
        for file, owner, _, path, value in places(content)
        if hasattr(value, "sources") and hasattr(value, "text") and not value.sources
    ]
    missing += [
        f"organisaties.yaml › {organisation.id}"
        for organisation in content.organisations.values()
        if organisation.shown and not organisation.sources and organisation.basis == "bron"
    ]
    return tuple(missing)


RULES: tuple[Rule, ...] = (
    _complete,
    _known_ids,
    _cells,
    _follow_up_sides,
    _repeated,
    _contacts,
    _local,
    _language,
    _editorial_marks,
    _advice_lines,
    _knowledge,
    graph_faults,
)


def check(content: Content, read_faults: Iterable[Fault], today: date) -> tuple[Fault, ...]:
    """All faults: those found while reading, between items, and the tasks for editors."""
    found = list(read_faults)
    for rule in RULES:
        found.extend(rule(content))
    found.extend(_reviews(content, today))
    return tuple(sorted(set(found)))
