"""How well does recognition do on labelled texts?

    python -m benchmarks.recognition_quality FILE [FILE …]

Each line of a file: ``id, text, labels, evidence, optional, denied``. What is optional counts
neither for nor against. Prints micro precision, recall and F1, false alarms on texts without any
event, denied mentions that were not proposed, and how often the sentence shown is the right one.
A figure on texts that someone read while writing rules says nothing about new texts.
"""

import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from triggerfactors import recognition


@dataclass
class Tally:
    """Counts over a file."""

    hits: int = 0
    wrong: int = 0
    missed: int = 0
    quiet_texts: int = 0
    false_alarms: int = 0
    denied: int = 0
    denied_kept_out: int = 0
    evidence_right: int = 0
    per_factor: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        """Of what was proposed, how much was labelled."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what was labelled, how much was proposed."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def _evidence_fits(row: dict[str, Any], factor_id: str, sentence: str) -> bool:
    alternatives = row.get("evidence_alt", {}).get(factor_id, [])
    wanted = [row["evidence"].get(factor_id, ""), *alternatives]
    return any(w and (w.strip() in sentence or sentence.strip() in w) for w in wanted)


def tally(rules: recognition.Rules, rows: list[dict[str, Any]]) -> Tally:
    """Count over labelled rows."""
    count = Tally()
    for row in rows:
        found = {p.factor_id: p for p in recognition.recognise(rules, row["text"]).proposals}
        labels, optional = set(row["labels"]), set(row.get("optional", ()))
        for factor_id, proposal in found.items():
            if factor_id in labels:
                count.hits += 1
                count.per_factor[factor_id, "goed"] += 1
                count.evidence_right += _evidence_fits(row, factor_id, proposal.sentence)
            elif factor_id not in optional:
                count.wrong += 1
                count.per_factor[factor_id, "te veel"] += 1
        for factor_id in labels - set(found):
            count.missed += 1
            count.per_factor[factor_id, "gemist"] += 1
        if not labels:
            count.quiet_texts += 1
            count.false_alarms += bool(set(found) - optional)
        for factor_id in row.get("denied", {}):
            if factor_id not in labels:
                count.denied += 1
                count.denied_kept_out += factor_id not in found
    return count


def main(names: list[str]) -> int:
    """Print the figures of each file."""
    rules = recognition.load()
    for name in names:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        t = tally(rules, rows)
        shown = t.evidence_right / t.hits if t.hits else 1.0
        print(f"{Path(name).name}: {len(rows)} teksten")
        print(f"  precisie {t.precision:.2f}  dekking {t.recall:.2f}  F1 {t.f1:.2f}")
        print(f"  vals alarm op {t.false_alarms} van {t.quiet_texts} teksten zonder gebeurtenis")
        print(
            f"  ontkend niet voorgesteld {t.denied_kept_out} van {t.denied}; zin goed {shown:.2f}"
        )
        for factor_id in sorted({factor for factor, _ in t.per_factor}):
            kinds = ("goed", "te veel", "gemist")
            row = ", ".join(f"{kind} {t.per_factor[factor_id, kind]}" for kind in kinds)
            print(f"    {factor_id:<26} {row}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
