"""Proposals of events: suggested, confirmed, rejected, and never taken over by themselves."""

from triggerfactors.advice import overview
from triggerfactors.content import Content
from triggerfactors.situation import Situation, chosen_events, confirmed, fits, proposals, walk
from triggerfactors.situation.answers import (
    ChoiceAnswer,
    ChoicesAnswer,
    ConfirmAnswer,
    Decision,
    Fact,
    FactsAnswer,
    Verdict,
)

SENTENCE = "Zijn ouders gaan uit elkaar."


def situation(verdict: Verdict, sentence: str = SENTENCE, text: str = SENTENCE) -> Situation:
    decision = Decision(factor_id="problemen-thuis", verdict=verdict, sentence=sentence)
    return (
        Situation()
        .with_answer("rol", ChoiceAnswer(value="onderwijs"))
        .with_answer("acuut", ChoiceAnswer(value="nee"))
        .with_answer("gezien", FactsAnswer(facts=(Fact(text=text),)))
        .with_answer("herkend", ConfirmAnswer(decisions=(decision,)))
    )


def test_a_confirmed_sentence_proposes_its_event_and_ticks_nothing(content: Content) -> None:
    given = situation(Verdict.YES)
    assert confirmed(content, given) == {"problemen-thuis"}
    assert [p.because for p in proposals(content, given)] == [SENTENCE]
    assert chosen_events(content, given) == ()


def test_a_rejected_event_stays_out_even_when_a_situation_suggests_it(content: Content) -> None:
    suggests = next(r.id for r in content.recognisable.values() if "problemen-thuis" in r.factors)
    given = situation(Verdict.NO).with_answer("herkenbaar", ChoicesAnswer(values=(suggests,)))
    assert "problemen-thuis" not in {p.factor_id for p in proposals(content, given)}


def test_not_knowing_neither_proposes_nor_rejects(content: Content) -> None:
    assert proposals(content, situation(Verdict.UNKNOWN)) == ()


def test_a_verdict_on_a_sentence_that_is_gone_no_longer_counts(content: Content) -> None:
    assert proposals(content, situation(Verdict.YES, text="Iets anders.")) == ()


def test_the_why_trail_of_a_ticked_event_holds_the_own_sentence(content: Content) -> None:
    ticked = situation(Verdict.YES).with_answer(
        "gebeurtenissen-persoonlijk", ChoicesAnswer(values=("problemen-thuis",))
    )
    reasons = overview(content, ticked).factors[0].reasons
    assert any(SENTENCE in reason.answer for reason in reasons)


def test_without_facts_there_is_nothing_to_confirm(content: Content) -> None:
    nothing = situation(Verdict.YES).without("gezien")
    assert walk(content, nothing).index("herkend") is None
    assert walk(content, situation(Verdict.YES)).index("herkend") is not None


def test_a_verdict_on_an_event_that_does_not_exist_is_refused(content: Content) -> None:
    odd = Decision(factor_id="tovenarij", verdict=Verdict.YES, sentence="x")
    assert not fits(content, "herkend", ConfirmAnswer(decisions=(odd,)))
