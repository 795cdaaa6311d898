"""The list of everything an expert must check, made from the content itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from triggerfactors.content.loading import Content
from triggerfactors.content.models import Profession, Statement
from triggerfactors.content.vocabulary import Basis, Reliability
from triggerfactors.content.walking import file_of, places, walk


@dataclass(frozen=True)
class Task:
    """One thing to check, with the place where it stands."""

    file: str
    path: str
    what: str


def unsure_statements(content: Content) -> Iterator[Task]:
    """Texts that are inferred or general knowledge, not found in a source."""
    for file, owner, _, path, value in places(content):
        if isinstance(value, Statement) and value.basis is not Basis.SOURCE:
            yield Task(file, f"{owner}.{path}".rstrip("."), f"({value.basis.value}) {value.text}")


def weak_sources(content: Content) -> Iterator[Task]:
    """Texts that rest only on sources of low reliability."""
    for file, owner, _, path, value in places(content):
        if not isinstance(value, Statement) or value.basis is not Basis.SOURCE:
            continue
        known = [content.sources[s] for s in value.sources if s in content.sources]
        if known and all(source.reliability is Reliability.LOW for source in known):
            yield Task(file, f"{owner}.{path}".rstrip("."), value.text)


def unchecked_contacts(content: Content) -> Iterator[Task]:
    """Contacts that nobody has checked yet."""
    for organisation in content.organisations.values():
        waiting = organisation.needs_check and organisation.checked_on is None
        if organisation.shown and waiting:
            number = organisation.phone or organisation.website or "geen nummer"
            what = f"{organisation.name}: {number} (zekerheid {organisation.confidence.value})"
            yield Task(file_of("organisations", organisation.id), organisation.id, what)


def legal_statements(content: Content) -> Iterator[Task]:
    """Texts about sharing information: a lawyer or privacy officer must confirm each."""
    for profession in content.professions.values():
        for path, value in walk(profession.sharing):
            if isinstance(value, Statement):
                yield Task(*_sharing(profession, path), value.text)
    for case in content.cases.values():
        for index, statement in enumerate(case.privacy):
            file = file_of("cases", case.id)
            yield Task(file, f"{case.id}.privacy[{index}]", statement.text)


def _sharing(profession: Profession, path: str) -> tuple[str, str]:
    return file_of("professions", profession.id), f"{profession.id}.sharing.{path}"


def inferred_routes(content: Content) -> Iterator[Task]:
    """Orders of contacts that are an editorial translation."""
    for situation_type in content.situation_types.values():
        for job, route in situation_type.routes.items():
            if route.basis is not Basis.SOURCE:
                order = " → ".join(step.organisation for step in route.contacts)
                yield Task("routes.yaml", f"{situation_type.id}.routes.{job}", order)


def invented_cases(content: Content) -> Iterator[Task]:
    """Cases, each to be read as a whole: the story and what we expect of it are our own."""
    for case in content.cases.values():
        jobs = ", ".join(content.professions[job].name for job in case.professions)
        yield Task(file_of("cases", case.id), case.id, f"({case.basis.value}) {case.title}: {jobs}")


SECTIONS = (
    ("Contacten die niemand heeft nagekeken", unchecked_contacts),
    ("Teksten over delen van informatie (jurist of privacyfunctionaris)", legal_statements),
    ("Routes: de volgorde is een vertaling van de redactie", inferred_routes),
    ("Casussen: lees elk bestand in zijn geheel, met iemand uit elk beroep", invented_cases),
    ("Teksten die alleen op zwakke bronnen rusten", weak_sources),
    ("Afgeleid of vakkennis: niet letterlijk in een bron gevonden", unsure_statements),
)


def review_list(content: Content) -> str:
    """The whole list as Markdown, by kind and file."""
    lines = [
        "# Na te kijken door een deskundige",
        "",
        "Gemaakt uit de inhoud met `python -m triggerfactors review`. Pas dit bestand niet met de",
        "hand aan: verbeter de inhoud in `data/` en maak de lijst opnieuw.",
    ]
    for title, tasks in SECTIONS:
        found = sorted(tasks(content), key=lambda task: task.file)
        lines += ["", f"## {title}", "", f"{len(found)} regels.", ""]
        last_file = ""
        for task in found:
            if task.file != last_file:
                lines += ["", f"### data/{task.file}", ""]
                last_file = task.file
            lines.append(f"- [ ] `{task.path}` {task.what}")
    text = "\n".join(lines) + "\n"
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text
