"""How fast is recognition, and what does it cost to start?

    python -m benchmarks.recognition

Prints p50 and p95 for texts of 150 words, the time per length up to 20,000 characters, the time to
load the rules and the memory of a fresh process. Bars: p95 15 ms, start 1 s, 150 MB. Times are of
this process only, so other work on the machine counts for little.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import yaml

from triggerfactors.recognition import RULES, load, recognise

WORDS: Final = 150
BAR_MS: Final = 15.0
BAR_START_S: Final = 1.0
BAR_MB: Final = 150.0
LENGTHS: Final = (2_500, 5_000, 10_000, 20_000)
ROUNDS: Final = 200

# A fresh process: what a user waits for the first time.
_START = """
import time
begin = time.process_time()
from triggerfactors.recognition import load, recognise
rules = load()
recognise(rules, "Een korte tekst.")
spent = time.process_time() - begin
from benchmarks.recognition import peak
print(spent, peak())
"""


def sentences() -> list[str]:
    """All recognition sentences and counter-sentences, in turns, as running text."""
    found: list[list[str]] = []
    for path in sorted(p for p in (RULES / "zinnen").glob("*.yaml") if p.stem != "gewoon"):
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        found.append([*plain["recognise"], *plain["counter"]])
    longest = max(map(len, found), default=0)
    return [column[i] for i in range(longest) for column in found if i < len(column)]


def peak() -> float:
    """The most memory this process ever held, in MB.

    Not ``ru_maxrss``: a new process inherits that from the one that started it.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def milliseconds(text: str) -> float:
    """The time of the processor to recognise one text."""
    rules = load()
    begin = time.process_time()
    recognise(rules, text)
    return (time.process_time() - begin) * 1000


def main(__: Sequence[str] | None = None) -> int:
    """Measure and print; gives 1 when a bar is not met."""
    words = " ".join(sentences()).split(" ")
    load()
    times = []
    for number in range(ROUNDS):
        start = (number * WORDS) % (len(words) - WORDS)
        times.append(milliseconds(" ".join(words[start : start + WORDS])))
    p95 = statistics.quantiles(times, n=20)[-1]
    print(f"{WORDS} words: p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms (bar {BAR_MS})")
    text = " ".join(words)
    for length in LENGTHS:
        spent = min(milliseconds(text[:length]) for _ in range(3))
        print(f"{length:>6} characters: {spent:.0f} ms, {spent / length * 1000:.1f} µs a character")
    starts = []
    for _ in range(3):
        fresh = subprocess.run(
            [sys.executable, "-c", _START], check=True, capture_output=True, text=True
        )
        starts.append(tuple(map(float, fresh.stdout.split())))
    # The best of three: what the program needs, not what else the machine was doing.
    start_s, megabytes = min(starts)
    print(f"start: {start_s:.2f} s (bar {BAR_START_S}), peak {megabytes:.0f} MB (bar {BAR_MB:.0f})")
    print(f"peak of this process after all texts: {peak():.0f} MB")
    met = p95 <= BAR_MS and start_s <= BAR_START_S and megabytes <= BAR_MB
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
