"""What is counted for whoever runs the app, and nothing about a visitor or a case."""

from triggerfactors.metrics.counting import (
    REGISTRY,
    answered,
    page_run,
    reloaded,
    socket_closed,
    socket_opened,
    text,
    workshop,
)

__all__ = [
    "REGISTRY",
    "answered",
    "page_run",
    "reloaded",
    "socket_closed",
    "socket_opened",
    "text",
    "workshop",
]
