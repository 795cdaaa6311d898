"""Rules for the content of the case meeting."""

from collections.abc import Iterator
from typing import Any

from triggerfactors.content.faults import Fault
from triggerfactors.content.loading import Content
from triggerfactors.content.meetings import MeetingFieldId
from triggerfactors.content.vocabulary import ProfessionId

AGENDA_MINUTES = 60


def _missing(file: str, wanted: Any, present: Any) -> Iterator[Fault]:
    for item_id in sorted(set(wanted.__args__) - set(present)):
        yield Fault(file, item_id, "ontbreekt", f"'{item_id}' ontbreekt.", "Voeg dit item toe.")


def meeting_faults(content: Content) -> Iterator[Fault]:
    """Every field and job is there, there is something to choose, and the agenda is an hour."""
    yield from _missing("overleg/velden.yaml", MeetingFieldId, content.meeting_fields)
    yield from _missing("overleg/spreekvolgorde.yaml", ProfessionId, content.speaking_turns)
    for file, items in (
        ("overleg/doelen.yaml", content.meeting_purposes),
        ("overleg/soorten.yaml", content.meeting_kinds),
    ):
        if not items:
            yield Fault(file, "", "leeg", "Er is niets om te kiezen.", "Voeg een keuze toe.")
    minutes = sum(step.minutes for step in content.meeting_steps.values())
    if minutes != AGENDA_MINUTES:
        yield Fault(
            "overleg/agenda.yaml",
            "",
            "agenda-duur",
            f"De agenda duurt {minutes} minuten.",
            f"Verdeel de minuten opnieuw: samen {AGENDA_MINUTES}.",
        )
    orders = [turn.order for turn in content.speaking_turns.values()]
    for double in sorted({one for one in orders if orders.count(one) > 1}):
        yield Fault(
            "overleg/spreekvolgorde.yaml",
            str(double),
            "dubbele-volgorde",
            f"De plaats {double} komt vaker voor.",
            "Geef elk beroep een eigen plaats.",
        )
