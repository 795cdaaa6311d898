"""Writes docs/licenties.md: every locked library with its version and licence.

    python deploy/licenties.py > docs/licenties.md

Reads requirements.txt and what is installed; asks nobody anything.
"""

import re
import sys
from importlib import metadata
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[1] / "requirements.txt"
_LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==([^ \\]+)", re.MULTILINE)

# Libraries that state their licence only as a text file in the package.
_BY_HAND = {
    "altair": "BSD-3-Clause",
    "axe-playwright-python": "MIT (axe-core zelf: MPL-2.0)",
    "protobuf": "BSD-3-Clause",
    "pydeck": "Apache-2.0",
    "python-stdnum": "LGPL-2.1-or-later",
    "sortedcontainers": "Apache-2.0",
    "uvloop": "MIT OR Apache-2.0",
}
_CLASSIFIER = "License :: OSI Approved :: "


def licence(name: str) -> str:
    """The licence of an installed library, as it states it itself."""
    if name in _BY_HAND:
        return _BY_HAND[name]
    about = metadata.metadata(name)
    stated = about.get("License-Expression") or (about.get("License") or "").split("\n")[0]
    if stated and len(stated) < 60:
        return str(stated)
    classifiers = about.get_all("Classifier") or []
    return ", ".join(
        line.removeprefix(_CLASSIFIER) for line in classifiers if line.startswith(_CLASSIFIER)
    )


def rows() -> list[tuple[str, str, str]]:
    """Name, locked version and licence, in the order of the alphabet."""
    locked = _LOCKED.findall(REQUIREMENTS.read_text(encoding="utf-8"))
    return [(name, version, licence(name)) for name, version in sorted(locked)]


def main() -> int:
    """Print the page; 1 when a licence is not known."""
    print("# Bibliotheken en hun licenties\n")
    print("Gemaakt met `make licenties`; wat er staat, zegt de bibliotheek zelf. ", end="")
    print("De app bevat geen code van deze bibliotheken; zij worden los geïnstalleerd.\n")
    print("| Bibliotheek | Versie | Licentie |\n|---|---|---|")
    unknown = 0
    for name, version, stated in rows():
        unknown += not stated
        print(f"| {name} | {version} | {stated or '**onbekend**'} |")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
