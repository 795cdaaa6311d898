"""The named conditions a route may use. Each reads as a question about the situation."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import ConditionId
from triggerfactors.situation.answers import Situation

Condition = Callable[[Content, Situation], bool]


def acute_now(content: Content, situation: Situation) -> bool:
    """Is there danger now? Then the route stops (design, must 5)."""
    return situation.choice("acuut") == "ja"


def short_route(content: Content, situation: Situation) -> bool:
    """Does this job get the short route of five questions?"""
    profession = content.professions.get(situation.choice("rol") or "")
    return profession is not None and profession.short_route


def has_facts(content: Content, situation: Situation) -> bool:
    """Did the professional write anything down? Then there is text to recognise events in."""
    return any(fact.text.strip() for fact in situation.facts())


CONDITIONS: Mapping[ConditionId, Condition] = MappingProxyType(
    {
        "acuut-nu": acute_now,
        "korte-route": short_route,
        "heeft-feiten": has_facts,
    }
)
