"""Fictional cases: material for the workshop, a demonstration and a test in one file each.

A case is invented as a whole, so its mark and sources stand once at the top; only what it says
about the law and the weighing carries its own. Rules between the fields are in ``case_rules``.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from triggerfactors.content.models import (
    Item,
    Label,
    Slug,
    SourceIds,
    Statements,
    Text,
)
from triggerfactors.content.vocabulary import Basis, FactorId, OutcomeId, ProfessionId

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]
Outcomes = Annotated[tuple[OutcomeId, ...], Field(min_length=1)]


class Certainty(StrEnum):
    """How an expected event stands in a case; a point to talk about, never a right answer.

    ``zeker``: in the story. ``mogelijk``: one may see it so, or not. ``na-laag``: only a layer
    tells it.
    """

    CERTAIN = "zeker"
    POSSIBLE = "mogelijk"
    AFTER_LAYER = "na-laag"


class CaseFactor(Item):
    """An event expected in a case; ``evidence`` stands literally in the story or in a layer."""

    factor: FactorId
    certainty: Certainty
    why: Text
    evidence: Text


class CaseProtective(Item):
    """Who or what protects this invented young person."""

    protective: Slug
    what: Text


class CaseExplanation(Item):
    """What else could be the matter, and what in the case points that way."""

    explanation: Slug
    what: Text


class Layer(Item):
    """Something the group hears later, what it changes and what it does not change.

    ``outcomes`` are those one can defend from here on; ``safety`` are options of the question
    about safety that this layer adds.
    """

    text: Text
    changes: Text
    outcomes: Outcomes
    safety: tuple[Slug, ...] = ()


class Case(Item):
    """One invented young person, as one professional hears about them.

    ``professions``: jobs the case suits, first the job that tells it. ``age``, ``safety``,
    ``needs`` and ``countersigns`` are ids of the route, so that a case can be walked as answers.
    ``heads_up`` is said before the story where it can touch someone in the room.
    """

    id: Slug
    title: Label
    reporter: Label
    professions: Annotated[tuple[ProfessionId, ...], Field(min_length=2)]
    age: Slug
    basis: Basis
    sources: SourceIds
    heads_up: Text | None = None
    story: Texts
    layers: Annotated[tuple[Layer, ...], Field(min_length=1, max_length=3)]
    factors: Annotated[tuple[CaseFactor, ...], Field(min_length=1)]
    protective: Annotated[tuple[CaseProtective, ...], Field(min_length=2)]
    explanations: Annotated[tuple[CaseExplanation, ...], Field(min_length=2)]
    needs: Annotated[tuple[Slug, ...], Field(min_length=1)]
    countersigns: tuple[Slug, ...] = ()
    safety: tuple[Slug, ...] = ()
    outcomes: Outcomes
    unknowns: Texts
    questions: Annotated[tuple[Text, ...], Field(min_length=3, max_length=6)]
    questions_after_layer: tuple[Text, ...] = ()
    consideration: Statements
    trainer: Texts
    privacy: Statements
    beside: tuple[Slug, ...] = ()
    reviewed: date
    review_before: date

    @property
    def text(self) -> str:
        """The story as one text."""
        return "\n\n".join(self.story)

    def told(self, layers: int = 0) -> str:
        """The story with the first ``layers`` layers, as the group knows it by then."""
        return "\n\n".join((*self.story, *(layer.text for layer in self.layers[:layers])))

    def with_certainty(self, *certainties: Certainty) -> tuple[FactorId, ...]:
        """The events expected with one of these certainties, in the order of the file."""
        return tuple(one.factor for one in self.factors if one.certainty in certainties)
