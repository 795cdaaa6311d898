"""Memory of visitors who left goes back to the system, not only to this process."""

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import cache


@cache
def _trim() -> Callable[[int], int] | None:
    """The C library's own way to give back what is free; only glibc has it."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        found = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):
        return None
    found.argtypes, found.restype = [ctypes.c_size_t], ctypes.c_int
    return found


def give_back() -> None:
    """Collect what only refers to itself, and let the system have the free memory again.

    Without the second, glibc keeps it: after a busy hour a quiet process would still hold it all,
    with remains of what visitors typed.
    """
    gc.collect()
    trim = _trim()
    if trim is not None:
        trim(0)
