"""A file beside the program with something that takes long to make: whole, or as if not there.

Such files stand in ``var/``. They can be thrown away at any time, and where they cannot be written
all is made anew at every start.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "var"


def key(*parts: str | bytes) -> bytes:
    """What a file depends on, as one short name; this Python and this kind of machine are in it."""
    digest = hashlib.sha256(f"{sys.version} {sys.byteorder}".encode())
    for part in parts:
        plain = part.encode() if isinstance(part, str) else part
        digest.update(b"%d " % len(plain) + plain)
    return digest.digest()


def load(path: Path, key: bytes) -> memoryview | None:
    """What was stored under this key, or ``None``: not there, of another version, or damaged."""
    try:
        whole = memoryview(path.read_bytes())
    except OSError:
        return None
    seal, held = whole[:32], whole[32:]
    if held[:32] != key or hashlib.sha256(held).digest() != seal:
        return None
    return held[32:]


def store(path: Path, key: bytes, make: Callable[[], bytes]) -> None:
    """Store what ``make`` gives; where nothing can be written it is not called, and no fault."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        # Whole or not at all: several processes may start together.
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f"{path.stem}-", suffix=".tijdelijk", delete=False
        ) as file:
            held = key + make()
            file.write(hashlib.sha256(held).digest() + held)
        try:
            # An administrator's check may write it, and the service reads it.
            os.chmod(file.name, 0o644)
            os.replace(file.name, path)
        finally:
            Path(file.name).unlink(missing_ok=True)
