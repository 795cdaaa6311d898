"""Read ``data/`` into one frozen :class:`Content`, or into a list of every fault in it.

Nothing here knows the rules between items; those are in ``checks``.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError

from triggerfactors.content import models
from triggerfactors.content.cases import Case
from triggerfactors.content.faults import Fault
from triggerfactors.content.language import LanguageRules
from triggerfactors.content.meetings import (
    MeetingChoice,
    MeetingField,
    SpeakingTurn,
)
from triggerfactors.content.workshop import Workshop

DATA = Path(__file__).resolve().parents[2] / "data"
SEARCH_WORDS = "zoeken.yaml"
WORKSHOP = "workshop.yaml"
MAX_FILE_BYTES = 2_000_000

T = TypeVar("T")
M = TypeVar("M", bound=models.Item)
Items = Mapping[str, T]


@dataclass(frozen=True, eq=False)
class Content:
    """All content, by kind and id, in the order of the files. Compared by identity."""

    factors: Items[models.Factor]
    professions: Items[models.Profession]
    questions: Items[models.Question]
    recognisable: Items[models.Recognisable]
    protective: Items[models.Protective]
    countersigns: Items[models.Countersign]
    explanations: Items[models.Explanation]
    motives: Items[models.MotiveItem]
    needs: Items[models.Need]
    joining: Items[models.Need]
    outcomes: Items[models.OutcomeItem]
    organisations: Items[models.Organisation]
    situation_types: Items[models.SituationType]
    themes: Items[models.Theme]
    chain_parties: Items[models.ChainParty]
    chain_steps: Items[models.ChainStep]
    advice_questions: Items[models.NamedText]
    sources: Items[models.Source]
    self_care: Items[models.NamedText]
    lessons: Items[models.Lesson]
    texts: Items[models.NamedText]
    cards: Items[models.Card]
    modules: Items[models.Module]
    self_check: Items[models.SelfCheckLine]
    intervision: Items[models.AgendaStep]
    peacetime: Items[models.PeaceItem]
    about: Items[models.AboutPart]
    cases: Items[Case]
    workshop: Workshop
    meeting_purposes: Items[MeetingChoice]
    meeting_kinds: Items[MeetingChoice]
    meeting_fields: Items[MeetingField]
    meeting_steps: Items[models.AgendaStep]
    speaking_turns: Items[SpeakingTurn]
    language: LanguageRules
    search_words: models.SearchWords
    local: models.Local | None
    version: str

    def text(self, text_id: str) -> str:
        """The words of a named text; ids are checked when content is loaded."""
        return self.texts[text_id].text


# Field of Content → (file or folder, model). One line per kind of content.
LAYOUT: Mapping[str, tuple[str, type[models.Item]]] = MappingProxyType(
    {
        "factors": ("triggerfactoren/", models.Factor),
        "professions": ("beroepen.yaml", models.Profession),
        "questions": ("vragen.yaml", models.Question),
        "recognisable": ("herkenbaar.yaml", models.Recognisable),
        "protective": ("beschermend.yaml", models.Protective),
        "countersigns": ("tegensignalen.yaml", models.Countersign),
        "explanations": ("verklaringen.yaml", models.Explanation),
        "motives": ("drijfveren.yaml", models.MotiveItem),
        "needs": ("groeibehoeften.yaml", models.Need),
        "joining": ("meedoen.yaml", models.Need),
        "outcomes": ("uitkomsten.yaml", models.OutcomeItem),
        "organisations": ("organisaties.yaml", models.Organisation),
        "situation_types": ("routes.yaml", models.SituationType),
        "themes": ("themas.yaml", models.Theme),
        "chain_parties": ("keten.yaml", models.ChainParty),
        "chain_steps": ("ketenstappen.yaml", models.ChainStep),
        "advice_questions": ("adviesvragen.yaml", models.NamedText),
        "sources": ("bronnen.yaml", models.Source),
        "self_care": ("zelfzorg.yaml", models.NamedText),
        "lessons": ("lessen.yaml", models.Lesson),
        "texts": ("teksten.yaml", models.NamedText),
        "cards": ("kennis/", models.Card),
        "modules": ("modules/", models.Module),
        "self_check": ("zelfcheck.yaml", models.SelfCheckLine),
        "intervision": ("intervisie.yaml", models.AgendaStep),
        "peacetime": ("vredestijd.yaml", models.PeaceItem),
        "about": ("verantwoording.yaml", models.AboutPart),
        "cases": ("casussen/", Case),
        "meeting_purposes": ("overleg/doelen.yaml", MeetingChoice),
        "meeting_kinds": ("overleg/soorten.yaml", MeetingChoice),
        "meeting_fields": ("overleg/velden.yaml", MeetingField),
        "meeting_steps": ("overleg/agenda.yaml", models.AgendaStep),
        "speaking_turns": ("overleg/spreekvolgorde.yaml", SpeakingTurn),
    }
)


class _UniqueKeyLoader(yaml.CSafeLoader):
    """YAML's safe loader that refuses a key written twice instead of keeping the last one."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(
                    None, None, f"de sleutel '{key}' staat er twee keer", node.start_mark
                )
        return super().construct_mapping(node, deep)


def read_yaml(path: Path, shown: str) -> tuple[Any, list[Fault]]:
    """Read one YAML file; gives the plain value, or ``None`` and the faults."""
    try:
        raw = path.read_bytes()
        if len(raw) > MAX_FILE_BYTES:
            return None, [
                Fault(shown, "", "te-groot", "Het bestand is te groot.", "Splits het bestand.")
            ]
        # The loader derives from CSafeLoader, so no object can be made from YAML tags.
        return yaml.load(raw.decode("utf-8"), Loader=_UniqueKeyLoader), []
    except FileNotFoundError:
        return None, [
            Fault(shown, "", "ontbreekt", "Het bestand is er niet.", "Zet het bestand terug.")
        ]
    except PermissionError:
        remedy = "Geef de gebruiker van de app leesrecht, ook op de map."
        return None, [Fault(shown, "", "rechten", "De app mag dit bestand niet lezen.", remedy)]
    except UnicodeDecodeError:
        return None, [
            Fault(shown, "", "tekens", "Het bestand is geen UTF-8.", "Bewaar het als UTF-8.")
        ]
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f"regel {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", None) or "de opbouw klopt niet"
        message = f"De YAML is niet te lezen: {problem}."
        remedy = "Kijk naar spaties aan het begin van de regel, dubbele punten en aanhalingstekens."
        return None, [Fault(shown, place, "yaml", message, remedy)]


_REMEDIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "missing": ("Dit veld ontbreekt.", "Vul het veld in."),
        "extra_forbidden": ("Dit veld kent de app niet.", "Haal het veld weg of verbeter de naam."),
        "string_type": ("Hier hoort tekst te staan.", "Zet tekst tussen aanhalingstekens."),
        "string_too_short": ("Deze tekst is leeg of te kort.", "Schrijf de tekst."),
        "string_too_long": ("Deze tekst is te lang.", "Maak de tekst korter of splits hem."),
        "string_pattern_mismatch": (
            "De vorm klopt niet.",
            "Gebruik kleine letters, cijfers en streepjes; een adres begint met https://.",
        ),
        "literal_error": ("Deze waarde staat niet in de lijst.", "Kies een waarde uit de lijst."),
        "enum": ("Deze waarde staat niet in de lijst.", "Kies een waarde uit de lijst."),
        "too_short": ("Deze lijst is te kort.", "Vul de lijst aan."),
        "too_long": ("Deze lijst is te lang.", "Maak de lijst korter."),
        "date_from_datetime_parsing": ("Dit is geen datum.", "Schrijf jaar-maand-dag."),
        "date_type": ("Dit is geen datum.", "Schrijf de datum als 2026-11-20."),
    }
)


def _place(location: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).lstrip(".")


def model_faults(error: ValidationError, shown: str, owner: str) -> Iterator[Fault]:
    """Turn pydantic's errors into faults in Dutch."""
    for problem in error.errors(include_url=False):
        message, remedy = _REMEDIES.get(
            problem["type"], ("De waarde klopt niet.", "Vergelijk met een ander item.")
        )
        expected = problem.get("ctx", {}).get("expected")
        if expected:
            remedy = f"{remedy} Mogelijk: {expected}."
        path = ".".join(filter(None, (owner, _place(problem["loc"]))))
        yield Fault(shown, path, f"veld-{problem['type']}", message, remedy)


def _items(
    entries: list[tuple[str, Any]], model: type[models.Item], faults: list[Fault]
) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for shown, entry in entries:
        if not isinstance(entry, dict):
            faults.append(
                Fault(
                    shown, "", "vorm", "Hier hoort een item met velden.", "Vergelijk met een ander."
                )
            )
            continue
        owner = str(entry.get("id", "zonder id"))
        try:
            item: Any = model(**entry)
        except (ValidationError, TypeError) as error:
            if isinstance(error, ValidationError):
                faults.extend(model_faults(error, shown, owner))
            else:
                faults.append(
                    Fault(shown, owner, "vorm", "Een veldnaam is geen tekst.", "Verbeter de naam.")
                )
            continue
        if item.id in found:
            faults.append(
                Fault(
                    shown, owner, "dubbel-id", f"Het id '{owner}' bestaat al.", "Geef een eigen id."
                )
            )
            continue
        found[str(item.id)] = item
    return found


def _entries(root: Path, place: str, faults: list[Fault]) -> list[tuple[str, Any]]:
    if place.endswith("/"):
        entries = []
        for path in sorted((root / place).glob("*.yaml")):
            shown = f"{place}{path.name}"
            value, problems = read_yaml(path, shown)
            faults.extend(problems)
            if not problems:
                entries.append((shown, value))
        return entries
    value, problems = read_yaml(root / place, place)
    faults.extend(problems)
    if problems:
        return []
    if not isinstance(value, list):
        faults.append(
            Fault(
                place, "", "vorm", "Dit bestand is geen lijst.", "Begin elk item met een streepje."
            )
        )
        return []
    return [(place, entry) for entry in value]


def _single(path: Path, shown: str, model: type[M], faults: list[Fault]) -> M | None:
    value, problems = read_yaml(path, shown)
    faults.extend(problems)
    if problems:
        return None
    if not isinstance(value, dict):
        faults.append(Fault(shown, "", "vorm", "Dit bestand heeft geen velden.", "Vul het aan."))
        return None
    try:
        return model(**value)
    except ValidationError as error:
        faults.extend(model_faults(error, shown, ""))
        return None


def content_version(root: Path) -> str:
    """Short fingerprint of all content files: changes when any text changes."""
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.yaml")):
        digest.update(path.relative_to(root).as_posix().encode())
        # A file that cannot be read is a fault that reading the content names.
        with suppress(PermissionError):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def read(root: Path = DATA, local: Path | None = None) -> tuple[Content | None, tuple[Fault, ...]]:
    """Read everything below ``root`` and the local overlay file, if one is given.

    Gives the content, or ``None`` when a file or field is broken, with every fault found.
    Items that could not be read are left out, so that the faults between the other items can
    still be found by the caller.
    """
    faults: list[Fault] = []
    parts: dict[str, Any] = {}
    for field, (place, model) in LAYOUT.items():
        found = _items(_entries(root, place, faults), model, faults)
        # Python's sort keeps the order of the file for kinds without an order of their own.
        ordered = dict(sorted(found.items(), key=lambda pair: getattr(pair[1], "order", 0)))
        parts[field] = MappingProxyType(ordered)
    language = _single(root / "taal.yaml", "taal.yaml", LanguageRules, faults)
    search = _single(root / SEARCH_WORDS, SEARCH_WORDS, models.SearchWords, faults)
    workshop = _single(root / WORKSHOP, WORKSHOP, Workshop, faults)
    overlay = _single(local, f"lokaal/{local.name}", models.Local, faults) if local else None
    if language is None or search is None or workshop is None:
        return None, tuple(faults)
    content = Content(
        **parts,
        workshop=workshop,
        language=language,
        search_words=search,
        local=overlay,
        version=content_version(root),
    )
    return content, tuple(faults)
