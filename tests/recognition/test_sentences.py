"""Every recognition sentence yields its event and no counter-sentence does, straight from YAML."""

from pathlib import Path

import pytest
import yaml

from triggerfactors.recognition import RULES, load, recognise
from triggerfactors.recognition.checks import FEWEST_COUNTER, FEWEST_RECOGNISE, faults

FILES = sorted(p for p in (RULES / "zinnen").glob("*.yaml") if p.stem != "gewoon")


def labels(text: str) -> set[str]:
    return {proposal.factor_id for proposal in recognise(load(), text).proposals}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_recognition_sentence_yields_its_event(path: Path) -> None:
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    missed = [s for s in plain["recognise"] if plain["factor"] not in labels(s)]
    assert not missed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_counter_sentence_yields_its_event(path: Path) -> None:
    plain = yaml.safe_load(path.read_text(encoding="utf-8"))
    wrong = [s for s in plain["counter"] if plain["factor"] in labels(s)]
    assert not wrong


def test_each_of_the_fifteen_events_has_enough_sentences() -> None:
    assert len(FILES) == 15
    for path in FILES:
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert len(plain["recognise"]) >= FEWEST_RECOGNISE, path.name
        assert len(plain["counter"]) >= FEWEST_COUNTER, path.name


def test_the_check_for_editors_finds_no_fault() -> None:
    assert faults() == ()


def test_ordinary_sentences_yield_nothing() -> None:
    plain = yaml.safe_load((RULES / "zinnen" / "gewoon.yaml").read_text(encoding="utf-8"))
    assert len(plain["ordinary"]) >= 300
    found = {sentence: labels(sentence) for sentence in plain["ordinary"]}
    wrong = {sentence: events for sentence, events in found.items() if events}
    assert not wrong


def test_most_sentences_are_recognised_without_being_their_own_example() -> None:
    """What a sentence says of a new one: a floor far below the figure in docs/herkenning.md."""
    told = right = 0
    for path in FILES:
        plain = yaml.safe_load(path.read_text(encoding="utf-8"))
        for sentence in plain["recognise"][::5]:
            found = recognise(load(), sentence, own=False).proposals
            told += 1
            right += plain["factor"] in {proposal.factor_id for proposal in found}
    assert right / told > 0.35
