"""The ASGI entry, with a window on what the process has imported: SIGUSR1 writes it to its log."""

import signal
import sys
from types import FrameType

from triggerfactors.web.__main__ import main

MARK = "geladen: "


def _write_modules(number: int, frame: FrameType | None) -> None:
    top = sorted({name.partition(".")[0] for name in sys.modules})
    print(MARK + " ".join(top), flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _write_modules)
    sys.exit(main())
