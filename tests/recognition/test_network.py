"""A concept that names another one finds what that one finds: single words and whole phrases."""

from collections.abc import Mapping

import pytest

from triggerfactors.recognition.masking import Masker
from triggerfactors.recognition.matching import Found
from triggerfactors.recognition.network import Compiler, Network
from triggerfactors.recognition.reading import Grammar, read
from triggerfactors.recognition.words import Wording

NONE: frozenset[str] = frozenset()
GRAMMAR = Grammar(NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
PLAIN = Masker({}, (), NONE, NONE, NONE)


def network(phrases: Mapping[str, list[str]], excluded: Mapping[str, str] | None = None) -> Network:
    compiler = Compiler()
    compiler.compile(phrases, {})
    for name, word in (excluded or {}).items():
        compiler.lexicon.exclude(word, compiler.names[name])
    return compiler.arranged({})


def found(rules: Network, text: str) -> Found:
    (sentence,) = read(text, Wording({}, {}), PLAIN, GRAMMAR)
    return Found(rules, sentence)


CHAIN = {
    "plek": ["cel", "oud gebouw"],
    "vast": ["<plek>", "opgesloten"],
    "ramp": ["<vast>"],
    "twee": ["<ramp> & bang"],
}


def test_what_a_concept_finds_the_ones_that_name_it_find_too() -> None:
    here = found(network(CHAIN), "bang in een cel en een oud gebouw")
    assert here.of("plek") == here.of("vast") == here.of("ramp") == ((3,), (6, 7))
    assert here.of("twee")


def test_a_concept_finds_nothing_by_a_word_of_one_that_names_it() -> None:
    here = found(network(CHAIN), "hij is opgesloten")
    assert here.of("ramp") == here.of("vast") == ((2,),)
    assert here.of("plek") == () and not here.of("twee")


def test_a_word_kept_out_of_a_concept_does_not_pass_through_it() -> None:
    phrases = {"plek": ["cel-"], "vast": ["<plek>"]}
    assert found(network(phrases), "een celdeling").of("vast") == ((1,),)
    assert found(network(phrases, {"plek": "celdeling"}), "een celdeling").of("vast") == ()


def test_concepts_in_a_circle_are_named() -> None:
    with pytest.raises(ValueError, match="kring"):
        network({"een": ["<twee>"], "twee": ["<een>"]})
