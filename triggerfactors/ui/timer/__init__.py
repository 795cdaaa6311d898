"""A clock for intervision: one step after the other, with who speaks. It runs in the browser."""

from collections.abc import Iterable
from pathlib import Path

from triggerfactors.content.models import IntervisionStep
from triggerfactors.ui.assets import component


def show(steps: Iterable[IntervisionStep]) -> None:
    """Draw the clock; call it once per page. Nothing is sent to the server."""
    component("timer", Path(__file__).parent)(
        key="timer",
        data={
            "steps": [
                {
                    "title": step.title,
                    "seconds": step.minutes * 60,
                    "speaks": step.speaks,
                    "do": step.do.text,
                }
                for step in steps
            ],
        },
        height="content",
    )
