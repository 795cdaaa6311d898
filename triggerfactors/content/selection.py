"""Which of the fifteen events someone wants to see, and what an address may ask for.

Only an event and a job may stand in an address (design, must 3); anything else in it is ignored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from triggerfactors.content.loading import Content
from triggerfactors.content.models import Actions, Factor
from triggerfactors.content.vocabulary import Level, Motive, Phase, Step

FACTOR_PARAMETER = "factor"
JOB_PARAMETER = "beroep"


@dataclass(frozen=True)
class Address:
    """What an address asks for, and the values in it that do not exist."""

    factor: str | None = None
    job: str | None = None
    unknown: tuple[str, ...] = ()


def read_address(content: Content, parameters: Mapping[str, str]) -> Address:
    """Read the event and the job from an address; a job only counts when it exists too."""
    factor = parameters.get(FACTOR_PARAMETER)
    job = parameters.get(JOB_PARAMETER)
    asked = ((FACTOR_PARAMETER, factor, content.factors), (JOB_PARAMETER, job, content.professions))
    unknown = tuple(
        name for name, value, known in asked if value is not None and value not in known
    )
    if unknown:
        # Half an address would show something else than the sender meant: better the overview.
        return Address(unknown=unknown)
    return Address(factor, job)


@dataclass(frozen=True)
class Selection:
    """A filter; an empty part lets everything through, within a part any match will do."""

    levels: frozenset[Level] = frozenset()
    phases: frozenset[Phase] = frozenset()
    motives: frozenset[Motive] = frozenset()
    job: str | None = None
    steps: frozenset[Step] = frozenset()

    def takes(self, factor: Factor) -> bool:
        """Whether an event passes every part of the filter."""
        return (
            (not self.levels or factor.level in self.levels)
            and (not self.phases or not self.phases.isdisjoint(factor.phases.ids))
            and (not self.motives or not self.motives.isdisjoint(factor.motives))
            and (self.job is None or self._has_own_advice(factor))
        )

    def _has_own_advice(self, factor: Factor) -> bool:
        own = factor.actions.per_job.get(self.job, Actions())  # type: ignore[call-overload]
        return any(own.of(step) for step in self.steps or Step)


def select(content: Content, selection: Selection) -> tuple[Factor, ...]:
    """The events that pass, in their own order."""
    return tuple(factor for factor in content.factors.values() if selection.takes(factor))
