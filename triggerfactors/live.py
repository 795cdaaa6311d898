"""One value that a whole process uses, and that can be replaced while it runs."""

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


class Live(Generic[T]):
    """A value that is read at first use; :meth:`replace` puts another in its place.

    Whoever holds the old value keeps it: values are frozen and are never changed, only followed.
    """

    def __init__(self, read: Callable[[], T]) -> None:
        """Read with ``read``; it raises when the value cannot be used."""
        self._read = read
        self._lock = threading.Lock()
        self._value: T | None = None

    def get(self) -> T:
        """The value in use; raises what reading raises, as long as there is none."""
        value = self._value
        if value is None:
            with self._lock:
                if self._value is None:
                    self._value = self._read()
                value = self._value
        return value

    def fresh(self) -> T:
        """Read anew, without using it yet; raises when it cannot be used."""
        return self._read()

    def replace(self, value: T) -> None:
        """Use ``value`` from now on."""
        with self._lock:
            self._value = value


def fingerprint(root: Path, *beside: Path | None) -> str:
    """Changes when a file below ``root``, or a file ``beside`` it, may have changed.

    Looks at names, times, sizes and rights only, so it costs next to nothing. Missing files count
    too.
    """
    digest = hashlib.sha256()
    files = (path for path in root.rglob("*") if path.suffix in {".yaml", ".txt"})
    for path in (*sorted(files), *filter(None, beside)):
        digest.update(str(path).encode())
        try:
            seen = path.stat()
            # The rights too: a file that may be read from now on is as good as new.
            state = (seen.st_mtime_ns, seen.st_size, seen.st_ino, seen.st_mode)
            digest.update(repr(state).encode())
        except OSError:
            digest.update(b"weg")
    return digest.hexdigest()
