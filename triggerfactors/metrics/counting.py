"""Counters in a registry of our own, written as Prometheus text.

Every label comes from a short fixed list, so no address, id, word or answer can become one.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

REGISTRY: Final = CollectorRegistry(auto_describe=True)
ProcessCollector(registry=REGISTRY)

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
# More pages than this would mean that a name comes from a visitor.
_MOST_PAGES: Final = 50

_PAGES: Final = Histogram(
    "triggerwijzer_pagina_seconden",
    "Tijd die het proces rekent aan een scherm, en hoe vaak.",
    ["pagina"],
    registry=REGISTRY,
    buckets=_SECONDS,
)
_ANSWERS: Final = Histogram(
    "triggerwijzer_verzoek_seconden",
    "Tijd van een gewoon verzoek, naar soort en groep van statuscodes.",
    ["soort", "status"],
    registry=REGISTRY,
    buckets=_SECONDS,
)
_SOCKETS: Final = Gauge(
    "triggerwijzer_open_vensters",
    "Vensters die nu met dit proces verbonden zijn.",
    registry=REGISTRY,
)
_ROOMS: Final = Gauge(
    "triggerwijzer_zalen",
    "Workshops in de opslag; alle processen samen.",
    registry=REGISTRY,
)
_SCREENS: Final = Gauge(
    "triggerwijzer_workshop_schermen",
    "Telefoons en wandschermen die nu aan dit proces hangen.",
    registry=REGISTRY,
)
_RELOADS: Final = Counter(
    "triggerwijzer_inhoud_vernieuwd",
    "Keren dat nieuwe inhoud live ging of geweigerd werd.",
    ["uitkomst"],
    registry=REGISTRY,
)
for _outcome in ("live", "geweigerd"):
    _RELOADS.labels(_outcome)

# The start of a path → its kind; what is not named here is a page.
_KINDS: Final = (
    ("/static/", "bestand"),
    ("/component/", "bestand"),
    ("/media/", "download"),
    ("/_stcore/upload_file", "upload"),
    ("/_stcore/", "streamlit"),
    ("/mee", "workshop"),
    ("/wand/", "workshop"),
    ("/gezond", "gezond"),
    ("/meting", "meting"),
)
# A line that stays open for a whole workshop says nothing about speed.
_LONG: Final = "/stroom"
_seen_pages: Final[set[str]] = set()


@contextmanager
def page_run(page: str) -> Iterator[None]:
    """Time one run of a page; ``page`` is its fixed name in the navigation."""
    name = page or "start"
    if name not in _seen_pages:
        name = name if len(_seen_pages) < _MOST_PAGES else "anders"
        _seen_pages.add(name)
    start = time.perf_counter()
    try:
        yield
    finally:
        _PAGES.labels(name).observe(time.perf_counter() - start)


def answered(path: str, status: int, seconds: float) -> None:
    """Count one plain request; only the kind of path is kept."""
    if path.endswith(_LONG):
        return
    kind = next((kind for start, kind in _KINDS if path.startswith(start)), "pagina")
    _ANSWERS.labels(kind, f"{status // 100}xx").observe(seconds)


def socket_opened() -> None:
    """Count a window that connects."""
    _SOCKETS.inc()


def socket_closed() -> None:
    """Count a window that leaves."""
    _SOCKETS.dec()


def workshop(*, rooms: int, screens: int) -> None:
    """Note how many rooms and screens there are now."""
    _ROOMS.set(rooms)
    _SCREENS.set(screens)


def reloaded(*, live: bool) -> None:
    """Count new content that went live, or was refused."""
    _RELOADS.labels("live" if live else "geweigerd").inc()


def text() -> bytes:
    """Everything counted, in the Prometheus text format."""
    return generate_latest(REGISTRY)
