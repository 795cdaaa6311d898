"""What can be found: every kind of content as a title with passages.

A new kind needs one function here and one line in ``SOURCES``.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from triggerfactors.content import Content
from triggerfactors.content.models import Actions, Card, Factor, Module, Statement
from triggerfactors.content.vocabulary import Step


class Kind(StrEnum):
    """Kinds of things to find."""

    CARD = "kaart"
    MODULE = "module"
    FACTOR = "gebeurtenis"
    ADVICE = "advies"
    ORGANISATION = "organisatie"
    CASE = "casus"


@dataclass(frozen=True)
class Document:
    """Something to find; ``job`` is set for advice to one job."""

    kind: Kind
    id: str
    title: str
    passages: tuple[str, ...]
    job: str | None = None


def _texts(*groups: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(statement.text for group in groups for statement in group)


def _card_texts(card: Card) -> Iterator[str]:
    yield card.intro.text
    for section in card.sections:
        for statement in (*section.points, *section.say, *section.parents):
            yield f"{section.title}: {statement.text}"
        for lens in section.lenses:
            yield from _texts((lens.fact, lens.care, lens.safety))


def _cards(content: Content) -> Iterator[Document]:
    for card in content.cards.values():
        extra = {
            "zelfcheck": _texts(line.sentence for line in content.self_check.values()),
            "jaarplan": _texts(line.item for line in content.peacetime.values()),
            "intervisie": _texts(step.do for step in content.intervision.values()),
        }.get(card.tool or "", ())
        yield Document(Kind.CARD, card.id, card.title, (*_card_texts(card), *extra))


def _module_texts(module: Module) -> Iterator[str]:
    yield from _texts((module.goal,), module.read, module.remember)
    for scenario in module.scenarios:
        yield f"{scenario.situation.text} {scenario.question}"


def _modules(content: Content) -> Iterator[Document]:
    for module in content.modules.values():
        yield Document(Kind.MODULE, module.id, module.title, tuple(_module_texts(module)))


def _factor_texts(factor: Factor) -> tuple[str, ...]:
    return (
        factor.short,
        factor.event_label,
        *_texts(
            factor.core,
            factor.mechanism,
            factor.noticed,
            factor.other_direction,
            factor.ordinary_explanations,
            factor.contradicts,
            factor.questions,
            factor.talk.youth,
            factor.talk.parents,
        ),
    )


def _factors(content: Content) -> Iterator[Document]:
    for factor in content.factors.values():
        yield Document(Kind.FACTOR, factor.id, factor.name, _factor_texts(factor))


def _action_texts(actions: Actions) -> tuple[str, ...]:
    return tuple(action.text for step in Step for action in actions.of(step))


def _advice(content: Content) -> Iterator[Document]:
    for factor in content.factors.values():
        general = _action_texts(factor.actions.general)
        yield Document(Kind.ADVICE, factor.id, f"{factor.name}: wat iedereen kan doen", general)
        for job, actions in factor.actions.per_job.items():
            name = content.professions[job].name
            texts = _action_texts(actions)
            yield Document(Kind.ADVICE, factor.id, f"{factor.name}: advies voor {name}", texts, job)


def _jobs(content: Content) -> Iterator[Document]:
    for job in content.professions.values():
        sharing = job.sharing
        texts = (
            *_action_texts(job.general),
            *_texts(job.openings, job.attention),
            *_texts((sharing.regime,), sharing.may, sharing.ask_first, sharing.never),
        )
        yield Document(Kind.ADVICE, job.id, f"Algemeen advies voor {job.name}", texts, job.id)


def _organisations(content: Content) -> Iterator[Document]:
    # Only what is known to exist may ever be shown (design, must 7).
    for organisation in content.organisations.values():
        if organisation.shown:
            after = _texts((organisation.after_contact,) if organisation.after_contact else ())
            themes = " · ".join(theme.replace("-", " ") for theme in organisation.themes)
            passages = (organisation.what, *after, *((f"Voor: {themes}.",) if themes else ()))
            yield Document(Kind.ORGANISATION, organisation.id, organisation.name, passages)


def _cases(content: Content) -> Iterator[Document]:
    # The story and what to talk about; what comes later and what we expect stays with the trainer.
    for case in content.cases.values():
        yield Document(Kind.CASE, case.id, case.title, (*case.story, *case.questions))


SOURCES: tuple[Callable[[Content], Iterator[Document]], ...] = (
    _cards,
    _modules,
    _factors,
    _organisations,
    _advice,
    _jobs,
    _cases,
)


def documents(content: Content) -> tuple[Document, ...]:
    """Everything that can be found."""
    return tuple(document for source in SOURCES for document in source(content))
