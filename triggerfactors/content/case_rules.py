"""Rules for the fictional cases: known ids, words that are really there, and nobody real."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from triggerfactors.content.cases import Case, Certainty
from triggerfactors.content.faults import Fault, Severity
from triggerfactors.content.loading import DATA, Content
from triggerfactors.content.vocabulary import FactorId, ProfessionId
from triggerfactors.content.walking import file_of, walk

# Every title has this form, so that no title gives away what kind of case it is.
TITLE = re.compile(r"[A-ZÀ-Ý][\w'’-]+, \d{1,2} jaar")
_CAPITAL = r"[A-ZÀ-Ý][\w'’-]+"
_PAIR = re.compile(
    rf"(?<![\w'’-])({_CAPITAL})\s+(?:(?:van|de|den|der|ten|ter|te|el|al|la|le|'t)\s+)*({_CAPITAL})"
)
# What the group reads or hears; the other fields are for the trainer.
_TOLD = re.compile(r"(title|reporter|heads_up|story\[\d+\]|layers\[\d+\]\.text)$")
_TRACEABLE = re.compile(
    r"https?://|www\.|[\w.+-]+@\w|(?<!\w)@\w|\b\d{4}\s?[A-Z]{2}\b|\b\d{6,}\b|\b(?:19|20)\d\d\b"
)


def _fault(case: Case, path: str, code: str, message: str, remedy: str) -> Fault:
    return Fault(file_of("cases", case.id), f"{case.id}.{path}", code, message, remedy)


@lru_cache(maxsize=1)
def _first_names() -> frozenset[str]:
    names = (DATA / "voornamen.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(name.strip().casefold() for name in names if not name.startswith("#"))


def _options(content: Content, question: str) -> Collection[str]:
    found = content.questions.get(question)
    return {option.id for option in found.options} if found else ()


def _unknown_ids(content: Content, case: Case) -> Iterator[Fault]:
    safety = _options(content, "veiligheid")
    named: Mapping[str, tuple[Collection[str], Collection[str], str]] = {
        "age": ([case.age], _options(content, "leeftijd"), "vragen.yaml › leeftijd"),
        "safety": (case.safety, safety, "vragen.yaml › veiligheid"),
        "layers.safety": (
            [one for layer in case.layers for one in layer.safety],
            safety,
            "vragen.yaml › veiligheid",
        ),
        "protective": (
            [one.protective for one in case.protective],
            content.protective,
            "beschermend.yaml",
        ),
        "explanations": (
            [one.explanation for one in case.explanations],
            content.explanations,
            "verklaringen.yaml",
        ),
        "needs": (case.needs, content.needs, "groeibehoeften.yaml"),
        "countersigns": (case.countersigns, content.countersigns, "tegensignalen.yaml"),
        "beside": (case.beside, set(content.cases) - {case.id}, "casussen/"),
    }
    for path, (used, known, where) in named.items():
        for one in used:
            if one not in known:
                yield _fault(
                    case,
                    path,
                    "onbekend-id",
                    f"'{one}' staat niet in {where}.",
                    f"Kies een id uit {where}.",
                )


def _twice(case: Case) -> Iterator[Fault]:
    groups = {
        "factors": [one.factor for one in case.factors],
        "protective": [one.protective for one in case.protective],
        "explanations": [one.explanation for one in case.explanations],
        "professions": list(case.professions),
    }
    for path, ids in groups.items():
        for one, times in Counter(ids).items():
            if times > 1:
                yield _fault(
                    case,
                    path,
                    "dubbel-id",
                    f"'{one}' staat er {times} keer.",
                    "Noem elk id één keer.",
                )


def _evidence(case: Case) -> Iterator[Fault]:
    layers = tuple(layer.text for layer in case.layers)
    places: Mapping[Certainty, tuple[tuple[str, ...], str]] = {
        Certainty.CERTAIN: (case.story, "het verhaal"),
        Certainty.POSSIBLE: ((*case.story, *layers), "het verhaal of een laag"),
        Certainty.AFTER_LAYER: (layers, "een laag"),
    }
    for index, expected in enumerate(case.factors):
        texts, where = places[expected.certainty]
        if not any(expected.evidence in text for text in texts):
            yield _fault(
                case,
                f"factors[{index}].evidence",
                "bewijs-ontbreekt",
                f"Deze woorden staan niet letterlijk in {where}.",
                f"Neem de woorden precies over uit {where}, of kies een andere certainty.",
            )


def _nobody_real(content: Content, case: Case) -> Iterator[Fault]:
    own = case.title.split(",")[0]
    texts = [(path, value) for path, value in walk(case) if isinstance(value, str)]
    for path, value in texts:
        for found in _PAIR.finditer(value):
            # "Wil Noor" opens a question about Noor: her own name is no surname.
            if found.group(1).casefold() in _first_names() and found.group(2) != own:
                yield _fault(
                    case,
                    path,
                    "volledige-naam",
                    f"'{found.group(0)}' lijkt de naam van een echt mens.",
                    "Gebruik alleen een voornaam, of meneer of mevrouw met een achternaam.",
                )
        if found := _TRACEABLE.search(value):
            yield _fault(
                case,
                path,
                "herleidbaar",
                f"'{found.group(0)}' kan naar iemand of iets echts verwijzen.",
                "Laat adressen, nummers, accounts en jaartallen weg uit een casus.",
            )
    real = {re.split(r" *[(,:]", one.name)[0] for one in content.organisations.values()}
    for path, value in texts:
        if not _TOLD.match(path):
            continue
        for rule in content.language.forbidden_in_cases:
            if match := rule.regex.search(value):
                yield _fault(
                    case,
                    path,
                    "verboden-woord",
                    f"Het woord '{match.group(0)}' hoort niet in een verhaal. {rule.why}",
                    f"Schrijf: {rule.instead}.",
                )
        for name in sorted(real):
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", value):
                yield _fault(
                    case,
                    path,
                    "echte-organisatie",
                    f"'{name}' is een echte organisatie.",
                    "Verzin een plek of schrijf wat voor plek het is.",
                )


def _form(case: Case) -> Iterator[Fault]:
    if not TITLE.fullmatch(case.title):
        yield _fault(
            case,
            "title",
            "titel",
            "Een titel zegt alleen wie het is, anders verraadt hij de casus.",
            "Schrijf: voornaam, leeftijd jaar. Bijvoorbeeld: Noor, 16 jaar.",
        )
    elif case.id != case.title.split(",")[0].casefold():
        yield _fault(
            case,
            "id",
            "titel",
            "Het id is niet de voornaam uit de titel.",
            "Noem het bestand en het id naar de voornaam; zo zegt de volgorde niets.",
        )


def case_faults(content: Content) -> Iterator[Fault]:
    """Every fault in the cases, and a task for each event or job that no case is about."""
    for case in content.cases.values():
        yield from _unknown_ids(content, case)
        yield from _twice(case)
        yield from _evidence(case)
        yield from _nobody_real(content, case)
        yield from _form(case)
    factors, jobs = cases_per(content)
    for name, counts in (("gebeurtenis", factors), ("beroep", jobs)):
        for one, times in counts.items():
            if not times:
                yield Fault(
                    "casussen/",
                    one,
                    "geen-casus",
                    f"Geen enkele casus gaat over deze {name}."
                    if name == "gebeurtenis"
                    else f"Geen enkele casus past bij dit {name}.",
                    "Voeg een casus toe of pas een casus aan.",
                    Severity.WARNING,
                )


def cases_per(content: Content) -> tuple[dict[str, int], dict[str, int]]:
    """How many cases there are for each event (certain or after a layer) and for each job."""
    sure = (Certainty.CERTAIN, Certainty.AFTER_LAYER)
    events = Counter(one for case in content.cases.values() for one in case.with_certainty(*sure))
    jobs = Counter(job for case in content.cases.values() for job in case.professions)
    return (
        {one: events[one] for one in FactorId.__args__},  # type: ignore[attr-defined]
        {one: jobs[one] for one in ProfessionId.__args__},  # type: ignore[attr-defined]
    )
