"""Keep a heavy library out of the process until the one page that needs it is opened.

Streamlit imports plotly while it is imported itself, as soon as plotly is installed: 0.1 s and
the memory of it for every process, also when nobody opens the infographic. While Streamlit loads,
plotly therefore looks as if it were not installed; Streamlit is made for that.
"""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_HEAVY: Final = "plotly"


@contextmanager
def _held_back(name: str) -> Iterator[None]:
    """Make ``import name`` fail for a while; a library that is already there stays there."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # Python's own way to refuse an import
    try:
        yield
    finally:
        del sys.modules[name]


def import_streamlit() -> None:
    """Import Streamlit without plotly."""
    with _held_back(_HEAVY):
        importlib.import_module("streamlit")
