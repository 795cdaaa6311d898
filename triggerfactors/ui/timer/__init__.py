"""A clock for steps with a time: intervision, a workshop, a meeting. It runs in the browser."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from triggerfactors.ui.assets import component


@dataclass(frozen=True)
class TimedStep:
    """One step on the clock: how long it takes, who speaks (may be empty) and what to mind."""

    title: str
    minutes: int
    speaks: str
    do: str


def show(steps: Iterable[TimedStep], label: str, memory: str = "") -> None:
    """Draw the clock under a name; call it once per page. Nothing is sent to the server.

    With ``memory`` the clock goes on where it was when someone leaves the page and comes back, as
    long as the window is not loaded anew.
    """
    component("timer", Path(__file__).parent)(
        key="timer",
        data={
            "label": label,
            "memory": memory,
            "steps": [
                {
                    "title": step.title,
                    "seconds": step.minutes * 60,
                    "speaks": step.speaks,
                    "do": step.do,
                }
                for step in steps
            ],
        },
        height="content",
    )
