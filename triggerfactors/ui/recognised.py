"""What the rules read in someone's own text: each sentence to confirm or reject, nothing by itself.

No figure, bar or count: only the sentence, the words it rests on, and a question.
"""

from html import escape

import streamlit as st

from triggerfactors import recognition
from triggerfactors.content import Content
from triggerfactors.situation import Answer, Situation, Visit
from triggerfactors.situation.answers import ConfirmAnswer, Decision, Fact, Verdict
from triggerfactors.situation.proposals import decisions
from triggerfactors.ui import render

VERDICTS = {
    Verdict.YES: "Ja, dit past",
    Verdict.NO: "Nee, dit past niet",
    Verdict.UNKNOWN: "Weet ik niet",
}
DENIED = {
    "ontkend": "ontkend in de tekst",
    "hypothetisch": "het is (nog) niet gebeurd",
    "verleden": "het is voorbij",
    "ander": "gaat over een ander",
}
# Facts are read as one text, so that a sentence may lean on the one before it.
BETWEEN = "\n"


def read_facts(facts: tuple[Fact, ...]) -> recognition.Recognition:
    """What the rules find in the facts, taken as one text."""
    text = BETWEEN.join(fact.text for fact in facts)
    return recognition.recognise(recognition.load(), text)


def marked(facts: tuple[Fact, ...], found: recognition.Recognition) -> str:
    """The facts as typed, with the sentences found marked."""
    ranges = sorted({(proposal.start, proposal.end) for proposal in found.proposals})
    text = BETWEEN.join(fact.text for fact in facts)
    parts, at = [], 0
    for start, end in ranges:
        if start < at:
            continue
        parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
        at = end
    parts.append(escape(text[at:]))
    return f'<p class="tw-own">{"".join(parts)}</p>'


def _key(factor_id: str) -> str:
    return f"tw.herkend.{factor_id}"


def _denied(content: Content, found: recognition.Recognition) -> str:
    rows = "".join(
        f"<li>{escape(content.factors[denied.factor_id].name)}: “{escape(denied.sentence)}” "
        f"({DENIED[denied.reason]})</li>"
        for denied in found.denied
        if denied.factor_id in content.factors
    )
    return (
        '<details class="tw-card"><summary>Wat we ook lazen</summary>'
        f"<p>{escape(content.text('herkend-gezien-niet-voorgesteld'))}</p><ul>{rows}</ul></details>"
    )


def show(content: Content, situation: Situation, visit: Visit) -> None:
    """Draw the text with the sentences marked, and a question for each."""
    facts = situation.facts()
    found = read_facts(facts)
    before = {decision.factor_id: decision.verdict for decision in decisions(situation)}
    st.html(marked(facts, found))
    if found.truncated:
        st.html(render.note(content.text("herkend-ingekort")))
    if not found.proposals:
        st.html(render.note(content.text("herkend-niets")))
    for proposal in found.proposals:
        factor = content.factors[proposal.factor_id]
        with st.container(border=True):
            st.html(
                f"<h2>{escape(factor.name)}</h2><p>{escape(factor.event_label)}.</p>"
                f"<p>Je schreef: “{escape(proposal.sentence)}”</p>"
                f"<p><small>We letten op: {escape(', '.join(proposal.words))}</small></p>"
            )
            verdicts = list(VERDICTS)
            chosen = before.get(factor.id)
            st.radio(
                f"Past dit: {factor.name}?",
                verdicts,
                index=verdicts.index(chosen) if chosen else None,
                format_func=VERDICTS.__getitem__,
                key=_key(factor.id),
                on_change="ignore",
                horizontal=True,
            )
    if found.denied:
        st.html(_denied(content, found))


def read(content: Content, situation: Situation, visit: Visit) -> Answer:
    """The verdicts; a proposal without one counts as "weet ik niet"."""
    found = read_facts(situation.facts())
    return ConfirmAnswer(
        decisions=tuple(
            Decision(
                factor_id=proposal.factor_id,
                verdict=st.session_state.get(_key(proposal.factor_id)) or Verdict.UNKNOWN,
                sentence=proposal.sentence,
            )
            for proposal in found.proposals
            if proposal.factor_id in content.factors
        )
    )
