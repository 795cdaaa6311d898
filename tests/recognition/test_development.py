"""The sixty development texts: a floor, not a goal. Rules written on them score too well here."""

import json
from pathlib import Path

from triggerfactors.recognition import load, recognise

TEXTS = Path(__file__).parent / "ontwikkeling" / "vignetten.jsonl"
FLOOR_F1 = 0.90
FLOOR_EVIDENCE = 0.95


def test_the_development_texts_stay_above_the_floor() -> None:
    right = wrong = missed = good_sentence = denied_proposed = 0
    alarms = []
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        found = {p.factor_id: p.sentence for p in recognise(load(), item["text"]).proposals}
        labels, optional = set(item["labels"]), set(item.get("optional", ()))
        right += len(labels & found.keys())
        missed += len(labels - found.keys())
        wrong += len(found.keys() - labels - optional)
        denied_proposed += len(item.get("denied", {}).keys() & found.keys())
        for label in labels & found.keys():
            others = item.get("evidence_alt", {}).get(label, [])
            good_sentence += found[label] in [item["evidence"][label], *others]
        if not labels and found.keys() - optional:
            alarms.append(item["id"])
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR_F1
    assert good_sentence / right >= FLOOR_EVIDENCE
    assert denied_proposed == 0
    assert len(alarms) <= 1
