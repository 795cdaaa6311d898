"""Rules between content items, each a small function that yields faults.

``check`` runs them all and returns every fault at once, so an editor mends in one go.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from triggerfactors.content import language as plain
from triggerfactors.content.case_rules import case_faults
from triggerfactors.content.colour import colour_faults
from triggerfactors.content.contact_rules import contact_faults, local_faults
from triggerfactors.content.coverage import empty_cells, missing_sides, repeated_advice
from triggerfactors.content.faults import Fault, Severity
from triggerfactors.content.graph import graph_faults
from triggerfactors.content.loading import SEARCH_WORDS, Content
from triggerfactors.content.meeting_rules import meeting_faults
from triggerfactors.content.models import (
    Statement,
)
from triggerfactors.content.vocabulary import FactorId, ProfessionId, SituationTypeId
from triggerfactors.content.walking import all_items, file_of, leaves, places

Rule = Callable[[Content], Iterator[Fault]]

# An average over a few sentences says little; smaller items are taken together per file.
MIN_SENTENCES = 8
# "Bij elke stap hoogstens één les van ten hoogste 40 woorden" (praktijk.md §1.3, A1).
MAX_LESSON_WORDS = 40
_CONVERSATION = re.compile(r"talk\.(youth|parents)|openings|sections\[\d+\]\.(say|parents)")


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


def _lessons(content: Content) -> Iterator[Fault]:
    seen: set[str] = set()
    for lesson in content.lessons.values():
        if len(lesson.text.split()) > MAX_LESSON_WORDS:
            yield Fault(
                "lessen.yaml",
                f"{lesson.id}.text",
                "les-te-lang",
                f"Deze les heeft meer dan {MAX_LESSON_WORDS} woorden.",
                "Maak de les korter.",
            )
        if lesson.part in seen:
            yield Fault(
                "lessen.yaml",
                f"{lesson.id}.part",
                "les-dubbel",
                "Dit deel van de route heeft al een les.",
                "Houd per deel één les over.",
            )
        seen.add(lesson.part)


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
    empty_cells,
    missing_sides,
    repeated_advice,
    contact_faults,
    local_faults,
    colour_faults,
    _language,
    _editorial_marks,
    _advice_lines,
    _knowledge,
    _lessons,
    graph_faults,
    case_faults,
    meeting_faults,
)


def check(content: Content, read_faults: Iterable[Fault], today: date) -> tuple[Fault, ...]:
    """All faults: those found while reading, between items, and the tasks for editors."""
    found = list(read_faults)
    for rule in RULES:
        found.extend(rule(content))
    found.extend(_reviews(content, today))
    return tuple(sorted(set(found)))
