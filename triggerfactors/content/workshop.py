"""Rounds and plans of the workshop (praktijk.md §7.2, §7.3): nothing in them is right or wrong."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from triggerfactors.content.models import Item, Label, Slug, SourceIds, Text
from triggerfactors.content.vocabulary import Basis


class RoundOptions(StrEnum):
    """Where the options of a round come from."""

    FACTORS = "triggerfactoren"
    EXPLANATIONS = "verklaringen"
    OWN = "eigen"


class RoundOption(Item):
    """One thing to vote for."""

    id: Slug
    label: Label


class Round(Item):
    """One question to the room."""

    id: Slug
    title: Label
    help: Text
    options_from: RoundOptions
    multiple: bool
    options: tuple[RoundOption, ...] = ()


class PlanStep(Item):
    """One step of a plan: minutes, what the trainer minds, and the rounds that belong to it."""

    title: Label
    minutes: int = Field(ge=1, le=60)
    note: Text
    rounds: tuple[Slug, ...] = ()


class Plan(Item):
    """A workshop from beginning to end."""

    id: Slug
    title: Label
    steps: Annotated[tuple[PlanStep, ...], Field(min_length=3)]

    @property
    def minutes(self) -> int:
        """The length of the whole."""
        return sum(step.minutes for step in self.steps)

    @property
    def rounds(self) -> tuple[str, ...]:
        """The ids of the rounds, in the order in which the plan comes to them."""
        return tuple(one for step in self.steps for one in step.rounds)


class Workshop(Item):
    """Everything in ``workshop.yaml``."""

    rounds: Annotated[tuple[Round, ...], Field(min_length=1)]
    plans: Annotated[tuple[Plan, ...], Field(min_length=1)]
    basis: Basis
    sources: SourceIds
    reviewed: date
    review_before: date

    @model_validator(mode="after")
    def _fits_together(self) -> "Workshop":
        known = {one.id for one in self.rounds}
        for plan in self.plans:
            unknown = set(plan.rounds) - known
            if unknown:
                raise ValueError(f"ronde bestaat niet: {', '.join(sorted(unknown))}")
        for one in self.rounds:
            if (one.options_from is RoundOptions.OWN) != bool(one.options):
                raise ValueError(f"ronde {one.id}: options horen alleen bij 'eigen'")
        return self

    def round(self, round_id: str) -> Round:
        """The round with this id; raises ``KeyError``."""
        return {one.id: one for one in self.rounds}[round_id]

    def plan(self, plan_id: str) -> Plan:
        """The plan with this id; raises ``KeyError``."""
        return {one.id: one for one in self.plans}[plan_id]
