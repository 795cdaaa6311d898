"""The route on screen: progress, one question, and the ways on."""

from collections.abc import Callable
from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import OVERVIEW, STOP, Part, QuestionKind
from triggerfactors.situation import (
    Answer,
    Situation,
    Visit,
    neighbours,
    progress,
    walk,
)
from triggerfactors.situation.answers import SkippedAnswer, UnknownAnswer
from triggerfactors.ui import fields, keep, overview_page, render, review, session, stop
from triggerfactors.ui.focus import announce

PART_NAMES = {
    Part.ROLE: "Jouw werk",
    Part.ACUTE: "Gevaar",
    Part.SEEN: "Wat je zag",
    Part.EVENTS: "Gebeurtenissen",
    Part.COUNTERWEIGHT: "Wat helpt en wat niet klopt",
    Part.TOGETHER: "Samen",
    Part.OVERVIEW: "Overzicht",
}


def _progress(content: Content, situation: Situation, visit: Visit) -> str:
    """Show where one is; gives the same in words for the title and the status line."""
    at = progress(content, situation, visit.place)
    left = at.open_questions
    todo = "nog 1 vraag" if left == 1 else f"nog {left} vragen" if left else "alles is beantwoord"
    where = f"Deel {at.part_number} van {at.parts}"
    blocks = "".join(
        f'<span class="tw-block{" tw-full" if number < at.part_number else ""}'
        f'{" tw-now" if number == at.part_number else ""}"></span>'
        for number in range(1, at.parts + 1)
    )
    st.html(
        f'<div class="tw-progress"><p>{where}: <strong>{escape(PART_NAMES[at.part])}</strong>'
        f' · {todo}</p><div class="tw-blocks" aria-hidden="true">{blocks}</div></div>'
    )
    return where


def _explanation(question: Question) -> str:
    parts = [f"<p>{escape(question.why)}</p>"]
    if question.help:
        parts.append(f"<p>{escape(question.help)}</p>")
    if question.example:
        parts.append(f'<p class="tw-example">Bijvoorbeeld: {escape(question.example)}</p>')
    return f'<div class="tw-explain">{"".join(parts)}</div>'


def _lesson(content: Content, situation: Situation, visit: Visit) -> str:
    """The lesson of this part, on its first screen only; folded, so that it asks for nothing."""
    part = visit.question.part
    first = next(v for v in walk(content, situation).visits if v.question.part is part)
    lesson = next((item for item in content.lessons.values() if item.part is part), None)
    if lesson is None or first.place != visit.place:
        return ""
    return (
        f'<details class="tw-card"><summary>{escape(content.text("les-kop"))}</summary>'
        f"{render.statements(content, [lesson])}</details>"
    )


def _give_and_go(visit: Visit, answer: Answer) -> None:
    back_to_review = session.from_review()
    if not session.give(visit.place, answer):
        return
    if back_to_review:
        session.go_to(session.REVIEW)
        return
    _, after = neighbours(session.content(), session.situation(), visit.place)
    session.go_to(after)


def _next(visit: Visit) -> None:
    answer = fields.read(session.content(), session.situation(), visit)
    if answer is None:
        session.tell("Vul iets in, of kies ‘Weet ik niet’ of ‘Overslaan’.", is_error=True)
        return
    _give_and_go(visit, answer)


def _unknown(visit: Visit) -> None:
    _give_and_go(visit, UnknownAnswer())


def _skip(visit: Visit) -> None:
    _give_and_go(visit, SkippedAnswer())


def _button(
    label: str, key: str, act: Callable[..., None], *args: object, primary: bool = False
) -> None:
    kind = "primary" if primary else "secondary"
    st.button(label, key=f"tw_{key}", type=kind, on_click=act, args=args)


def _ways_on(content: Content, situation: Situation, visit: Visit) -> None:
    before, _ = neighbours(content, situation, visit.place)
    is_summary = visit.question.kind is QuestionKind.SUMMARY
    with st.container(horizontal=True, key="tw-knoppen"):
        _button("Verder", "verder", _next, visit, primary=True)
        if not is_summary and visit.place != "rol":
            _button("Weet ik niet", "weet_niet", _unknown, visit)
        if not visit.question.required and not is_summary:
            _button("Overslaan", "overslaan", _skip, visit)
        if before is not None:
            _button("Terug", "terug", session.go_to, before)


def _question(content: Content, situation: Situation, visit: Visit) -> None:
    question = visit.question
    where = _progress(content, situation, visit)
    title = question.title
    event = ""
    if visit.factor_id is not None:
        factor = content.factors[visit.factor_id]
        title = f"{factor.name}: {question.title[:1].lower()}{question.title[1:]}"
        event = f"<p><strong>{escape(factor.event_label)}.</strong></p>"
    st.set_page_config(page_title=f"{title} – {where} – Triggerwijzer")
    st.title(title, anchor=False)
    session.show_message()
    st.html(event + _explanation(question))
    if question.kind is QuestionKind.SUMMARY:
        review.show_answers(content, situation)
    fields.show(content, situation, visit)
    _ways_on(content, situation, visit)
    lesson = _lesson(content, situation, visit)
    if lesson:
        st.html(lesson)
    announce(title, f"{where}. {title}", key=visit.place)


def show() -> None:
    """Draw the screen that the answers, or the visitor, lead to."""
    content, situation = session.content(), session.situation()
    place = session.place()
    if place == STOP:
        stop.show(content, situation)
    elif place == OVERVIEW:
        overview_page.show(content, situation)
    elif place == session.REVIEW:
        review.show_list(content, situation)
    else:
        way = walk(content, situation)
        _question(content, situation, way.visits[way.index(place) or 0])
    keep.show_footer(content, situation, place)
