"""How long from nothing to healthy, and how long does new content take to go live?

    python -m benchmarks.start [--rounds 3]

Beside the app: Streamlit alone in the same server, without our content (the floor of a start).
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.bare import LINE
from tests.browser.harness import ROOT, free_port, served

# The floor: Streamlit's own app in uvicorn, with a page of one line and nothing of ours.
BARE_START: Final = """
import sys, uvicorn, streamlit as st
uvicorn.run(st.App(sys.argv[1]), port=int(sys.argv[2]), log_level="error")
"""

# Content and rules in a process that has run already, as a reload does it.
RELOAD: Final = """
import time
from triggerfactors import content, recognition
content.load(), recognition.load()
for read in (content.LIVE.fresh, recognition.LIVE.fresh):
    start = time.perf_counter()
    read()
    print(time.perf_counter() - start)
"""


def _bare_start(folder: Path) -> float:
    import urllib.error
    import urllib.request

    script = folder / "bare.py"
    script.write_text(LINE, encoding="utf-8")
    port = free_port()
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-c", BARE_START, script, str(port)], cwd=ROOT)
    try:
        while time.perf_counter() - begin < 30:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                    return time.perf_counter() - begin
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.02)
        raise RuntimeError("the bare app does not start")
    finally:
        process.terminate()
        process.wait()


def _own_start(folder: Path) -> float:
    begin = time.perf_counter()
    with served(folder / "app.log"):
        return time.perf_counter() - begin


def _reload() -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-c", RELOAD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    content, rules = done.stdout.split()
    return float(content), float(rules)


def main() -> int:
    """Measure and print; always 0."""
    parser = argparse.ArgumentParser(description="Van niets tot gezond, en vernieuwen.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = statistics.median(_bare_start(folder) for _ in range(rounds))
        own = statistics.median(_own_start(folder) for _ in range(rounds))
    content, rules = _reload()
    print(f"Van niets tot gezond (mediaan van {rounds}), in seconden")
    print(f"  kaal {bare:.2f}   Triggerwijzer {own:.2f}   verhouding {own / bare:.2f}")
    print("Nieuwe inhoud keuren en lezen, in een ander draadje dan de bezoekers")
    print(f"  inhoud {content:.2f}   regels voor herkennen {rules:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
