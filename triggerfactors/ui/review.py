"""The review list: every answer in order, each one click away from being changed."""

from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.vocabulary import OVERVIEW
from triggerfactors.report import words
from triggerfactors.situation import Answer, Situation, Visit, given_on_route, options, walk
from triggerfactors.situation.answers import (
    AppointmentAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    ConfirmAnswer,
    EventAnswer,
    FactsAnswer,
    OutcomeAnswer,
    PlanAnswer,
    SkippedAnswer,
    TextAnswer,
    UnknownAnswer,
    Verdict,
)
from triggerfactors.ui import session
from triggerfactors.ui.focus import announce

LIST_TITLE = "Mijn antwoorden"


def in_words(content: Content, visit: Visit, answer: Answer) -> str:
    """An answer as one would say it."""
    labels = (
        options(content, visit.question)
        if visit.question.options_from or visit.question.options
        else {}
    )
    match answer:
        case UnknownAnswer():
            return "Weet ik niet"
        case SkippedAnswer():
            return "Overgeslagen"
        case ChoiceAnswer(value=value) | OutcomeAnswer(value=value):
            return labels.get(value, value)
        case ChoicesAnswer(values=values, note=note):
            chosen = [labels.get(value, value) for value in values]
            return "; ".join([*chosen, *([note] if note else [])]) or "Niets gekozen"
        case TextAnswer(text=text):
            return text
        case FactsAnswer(facts=facts):
            return "; ".join(fact.text for fact in facts) or "Niets opgeschreven"
        case ConfirmAnswer(decisions=decided):
            names = (content.factors[d.factor_id].name for d in decided if d.verdict is Verdict.YES)
            return "; ".join(names) or "Niets bevestigd"
        case EventAnswer(when=when, known=known, effect=effect):
            parts = (words.EVENT_WHEN[when], words.EVENT_KNOWN[known], words.EVENT_EFFECT[effect])
            return "; ".join(parts)
        case AppointmentAnswer():
            return words.appointment(answer)
        case PlanAnswer(limit=limit, support=support, joining=joining):
            chosen = [labels.get(value, value) for value in joining]
            return "; ".join(filter(None, (limit, support, *chosen)))
        case _:
            return "Gelezen"


def title(content: Content, visit: Visit) -> str:
    """The question, with the event it is about."""
    if visit.factor_id is None:
        return visit.question.title
    return content.factors[visit.factor_id].event_label


def show_answers(content: Content, situation: Situation) -> None:
    """The answers so far as a list, without buttons: the mid-way summary."""
    rows = "".join(
        f"<dt>{escape(title(content, visit))}</dt>"
        f"<dd>{escape(in_words(content, visit, given.answer))}</dd>"
        for visit, given in given_on_route(content, situation)
    )
    st.html(f'<dl class="tw-answers">{rows}</dl>')


def _change(place: str) -> None:
    session.go_to(place, from_review=True)


def _row(content: Content, visit: Visit, answer: Answer | None) -> None:
    text = in_words(content, visit, answer) if answer else "Nog geen antwoord"
    name = title(content, visit)
    st.html(f'<h2 class="tw-asked">{escape(name)}</h2><p class="tw-own">{escape(text)}</p>')
    verb = "Verander" if answer and not isinstance(answer, SkippedAnswer) else "Vul in"
    st.button(
        f"{verb}: {name}",
        key=f"tw_verander_{visit.place}",
        on_click=_change,
        args=(visit.place,),
    )


def show_list(content: Content, situation: Situation) -> None:
    """Every question of the route with its answer and a button to change it."""
    st.set_page_config(page_title="Mijn antwoorden – Triggerwijzer")
    st.title(LIST_TITLE, anchor=False)
    session.show_message()
    st.text("Verander je een antwoord? Dan blijft de rest staan.")
    for visit in walk(content, situation).visits:
        _row(content, visit, situation.answer(visit.place))
    st.button("Naar het overzicht", type="primary", on_click=session.go_to, args=(OVERVIEW,))
    announce(LIST_TITLE, LIST_TITLE, key=session.REVIEW)
