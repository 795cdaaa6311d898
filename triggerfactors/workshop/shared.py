"""The one store of this process, opened when the first workshop needs it."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Final

from triggerfactors.workshop.store import Store

URL_VARIABLE: Final = "TRIGGERWIJZER_DATABASE_URL"
_DEFAULT: Final = Path(__file__).resolve().parents[2] / "var" / "workshop.sqlite3"


def database_url() -> str:
    """Where rooms are kept: ``TRIGGERWIJZER_DATABASE_URL``, or a file beside the program."""
    url = os.environ.get(URL_VARIABLE, "")
    if not url:
        _DEFAULT.parent.mkdir(exist_ok=True)
        return f"sqlite:///{_DEFAULT}"
    return url


@lru_cache(maxsize=1)
def store() -> Store:
    """The store; rooms of more than 24 hours ago go at once."""
    opened = Store(database_url())
    opened.erase_expired()
    return opened


def can_keep() -> bool:
    """Whether there is an address, or a place beside the program where a file may be made."""
    if os.environ.get(URL_VARIABLE):
        return True
    folder = _DEFAULT.parent if _DEFAULT.parent.exists() else _DEFAULT.parent.parent
    return os.access(folder, os.W_OK)


def holds_rooms() -> bool:
    """Whether there may be rooms from before this process started."""
    return bool(os.environ.get(URL_VARIABLE)) or _DEFAULT.exists()


def opened() -> bool:
    """Whether this process has opened the store."""
    return store.cache_info().currsize > 0
