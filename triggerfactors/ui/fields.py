"""Input fields per kind of question. Each draws itself and can read its value as an answer.

The words someone types never go through Markdown: fields show them as typed.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.models import Question
from triggerfactors.content.vocabulary import OptionSource, QuestionKind
from triggerfactors.report import words
from triggerfactors.situation import (
    Answer,
    Proposal,
    Situation,
    Visit,
    confirmed,
    options,
    proposals,
    question_at,
)
from triggerfactors.situation.answers import (
    MAX_FACTS,
    AppointmentAnswer,
    ChoiceAnswer,
    ChoicesAnswer,
    EventAnswer,
    EventEffect,
    EventKnown,
    EventWhen,
    Fact,
    FactsAnswer,
    FactSource,
    OutcomeAnswer,
    PlanAnswer,
    ReadAnswer,
    TextAnswer,
)
from triggerfactors.ui import privacy_notice, recognised, session

TEXT_LENGTH = 2000
LINE_LENGTH = 200
_FACT_COUNT = "tw_feiten"


def _key(place: str, part: str) -> str:
    return f"tw.{place}.{part}"


def _state(place: str, part: str, otherwise: Any = None) -> Any:
    return st.session_state.get(_key(place, part), otherwise)


def _radio(
    place: str,
    part: str,
    label: str,
    choices: Mapping[Any, str],
    chosen: Any,
    *,
    hidden: bool = False,
) -> None:
    keys = list(choices)
    st.radio(
        label,
        keys,
        index=keys.index(chosen) if chosen in keys else None,
        format_func=lambda key: choices[key],
        key=_key(place, part),
        on_change="ignore",
        label_visibility="collapsed" if hidden else "visible",
        width="stretch",
    )


def _text(place: str, part: str, label: str, value: str, *, height: int = 110) -> None:
    # Leaving the field reruns, so that the notice about traceable data shows while one types.
    st.text_area(
        label,
        value,
        key=_key(place, part),
        max_chars=TEXT_LENGTH,
        height=height,
        on_change=_keep_draft,
        args=(place,),
    )
    privacy_notice.show(str(_state(place, part, value)))


def _keep_draft(place: str) -> None:
    """Keep what was typed as soon as the field is left: looking elsewhere must lose nothing."""
    question = question_at(session.content(), place)
    if question is None:
        return
    answer = read(session.content(), session.situation(), Visit(place, question))
    if answer is not None:
        session.give(place, answer)


def option_groups(content: Content, question: Question) -> dict[str, list[str]]:
    """Options under headings where their content has a group; else one group without heading."""
    if question.options_from is OptionSource.RECOGNISABLE:
        grouped: dict[str, list[str]] = {}
        for item in content.recognisable.values():
            grouped.setdefault(item.group, []).append(item.id)
        return grouped
    if question.options_from is OptionSource.PROTECTIVE:
        grouped = {}
        for protective in content.protective.values():
            grouped.setdefault(words.DOMAIN[protective.domain], []).append(protective.id)
        return grouped
    return {"": list(options(content, question))}


@contextmanager
def _group(question: Question, name: str, is_used: bool) -> Iterator[None]:
    """Options close together; a long list of groups folds, so that the screen stays calm."""
    if name and question.options_from is OptionSource.RECOGNISABLE:
        with st.expander(name, expanded=is_used), st.container(gap=None):
            yield
        return
    if name:
        st.subheader(name, anchor=False)
    with st.container(gap=None):
        yield


def _suggested(found: tuple[Proposal, ...]) -> dict[str, str]:
    because: dict[str, list[str]] = {}
    for proposal in found:
        because.setdefault(proposal.factor_id, []).append(proposal.because)
    return {
        factor_id: f"Past misschien bij wat je herkende: {'; '.join(reasons[:2])}"
        for factor_id, reasons in because.items()
    }


def _show_choices(content: Content, situation: Situation, visit: Visit) -> None:
    question = visit.question
    labels = options(content, question)
    chosen = situation.choices(visit.place)
    hints = {option.id: option.hint for option in question.options if option.hint}
    is_events = question.options_from is OptionSource.FACTORS
    suggested = _suggested(proposals(content, situation)) if is_events else {}
    if is_events and situation.answer(visit.place) is None:
        chosen = (*chosen, *confirmed(content, situation))
    for group, ids in option_groups(content, question).items():
        with _group(question, group, any(option in chosen for option in ids)):
            # What goes with the situations chosen comes first; nothing is ticked by itself.
            for option in sorted(ids, key=lambda i: i not in suggested):
                st.checkbox(
                    labels[option],
                    value=option in chosen,
                    key=_key(visit.place, option),
                    on_change="ignore",
                    width="stretch",
                )
                hint = suggested.get(option) or hints.get(option)
                if hint:
                    st.html(f'<p class="tw-hint">{escape(hint)}</p>')
    if question.note_label:
        _text(visit.place, "noot", question.note_label, situation.note(visit.place), height=80)


def _read_choices(content: Content, situation: Situation, visit: Visit) -> Answer:
    values = tuple(o for o in options(content, visit.question) if _state(visit.place, o))
    # "Nee" beside something else means the something else; the last word is the person's.
    if len(values) > 1:
        values = tuple(v for v in values if v not in visit.question.exclusive)
    return ChoicesAnswer(values=values, note=str(_state(visit.place, "noot", "")).strip())


def _show_facts(content: Content, situation: Situation, visit: Visit) -> None:
    facts = situation.facts()
    count = max(len(facts), int(st.session_state.get(_FACT_COUNT, 1)), 1)
    for number in range(count):
        fact = facts[number] if number < len(facts) else Fact(text="", source=FactSource.SELF)
        label = "Wat zag of hoorde je?" if count == 1 else f"Feit {number + 1}"
        _text(visit.place, f"tekst{number}", label, fact.text)
        with st.container(horizontal=True):
            st.text_input(
                "Wanneer en waar?",
                fact.when,
                key=_key(visit.place, f"wanneer{number}"),
                max_chars=LINE_LENGTH,
                on_change="ignore",
            )
        _radio(visit.place, f"bron{number}", "Hoe weet je dit?", words.FACT_SOURCE, fact.source)
    if count < MAX_FACTS:
        st.button(
            "Voeg nog een feit toe",
            key=_key(visit.place, "meer"),
            on_click=_one_more,
            args=(count,),
        )


def _one_more(count: int) -> None:
    st.session_state[_FACT_COUNT] = count + 1


def _read_facts(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    facts = []
    for number in range(MAX_FACTS):
        text = str(_state(visit.place, f"tekst{number}", "")).strip()
        if text:
            facts.append(
                Fact(
                    text=text,
                    source=_state(visit.place, f"bron{number}") or FactSource.UNKNOWN,
                    when=str(_state(visit.place, f"wanneer{number}", "")).strip(),
                )
            )
    return FactsAnswer(facts=tuple(facts)) if facts else None


def _show_event(content: Content, situation: Situation, visit: Visit) -> None:
    given = situation.answer(visit.place)
    answer = given if isinstance(given, EventAnswer) else None
    for part, label, choices in (
        ("when", "Wanneer was het?", words.EVENT_WHEN),
        ("known", "Hoe weet je dit?", words.EVENT_KNOWN),
        ("effect", "Wat deed het?", words.EVENT_EFFECT),
    ):
        _radio(visit.place, part, label, choices, getattr(answer, part, None))


def _read_event(content: Content, situation: Situation, visit: Visit) -> Answer:
    return EventAnswer(
        when=_state(visit.place, "when") or EventWhen.UNKNOWN,
        known=_state(visit.place, "known") or EventKnown.UNKNOWN,
        effect=_state(visit.place, "effect") or EventEffect.UNKNOWN,
    )


def _show_choice(content: Content, situation: Situation, visit: Visit) -> None:
    labels = options(content, visit.question)
    _radio(
        visit.place,
        "keuze",
        visit.question.title,
        labels,
        situation.choice(visit.place),
        hidden=True,
    )


def _read_choice(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    value = _state(visit.place, "keuze")
    return ChoiceAnswer(value=value) if value else None


def _show_text(content: Content, situation: Situation, visit: Visit) -> None:
    given = situation.answer(visit.place)
    value = given.text if isinstance(given, TextAnswer) else ""
    _text(visit.place, "tekst", "In je eigen woorden", value, height=140)


def _read_text(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    text = str(_state(visit.place, "tekst", "")).strip()
    return TextAnswer(text=text) if text else None


def _show_appointment(content: Content, situation: Situation, visit: Visit) -> None:
    given = situation.answer(visit.place)
    answer = given if isinstance(given, AppointmentAnswer) else AppointmentAnswer()
    for part, label, value in (
        ("what", "Wat ga je doen?", answer.what),
        ("who", "Met wie? Schrijf een functie op.", answer.who),
    ):
        st.text_input(label, value, key=_key(visit.place, part), max_chars=LINE_LENGTH)
        privacy_notice.show(str(_state(visit.place, part, value)))
    _radio(visit.place, "moment", "Wanneer?", words.MOMENT, answer.moment)
    st.date_input(
        "Weet je de dag al? (dag-maand-jaar, mag leeg blijven)",
        answer.day,
        key=_key(visit.place, "day"),
        format="DD-MM-YYYY",
        on_change="ignore",
    )


def _read_appointment(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    day = _state(visit.place, "day")
    answer = AppointmentAnswer(
        what=str(_state(visit.place, "what", "")).strip(),
        who=str(_state(visit.place, "who", "")).strip(),
        day=day if isinstance(day, date) else None,
        moment=_state(visit.place, "moment"),
    )
    return answer if answer.what or answer.who else None


def _show_plan(content: Content, situation: Situation, visit: Visit) -> None:
    given = situation.answer(visit.place)
    answer = given if isinstance(given, PlanAnswer) else PlanAnswer()
    for column, (part, label, value) in zip(
        st.columns(2),
        (
            ("limit", content.text("plan-begrenzen"), answer.limit),
            ("support", content.text("plan-ondersteunen"), answer.support),
        ),
        strict=True,
    ):
        with column:
            _text(visit.place, part, label, value)
    st.html(f"<p><strong>{escape(content.text('plan-meedoen'))}</strong></p>")
    for option, label in options(content, visit.question).items():
        st.checkbox(
            label,
            option in answer.joining,
            key=_key(visit.place, option),
            on_change="ignore",
        )


def _read_plan(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    answer = PlanAnswer(
        limit=str(_state(visit.place, "limit", "")).strip(),
        support=str(_state(visit.place, "support", "")).strip(),
        joining=tuple(o for o in options(content, visit.question) if _state(visit.place, o)),
    )
    return answer if answer.limit or answer.support or answer.joining else None


def _show_outcome(content: Content, situation: Situation, visit: Visit) -> None:
    given = situation.answer(visit.place)
    answer = given if isinstance(given, OutcomeAnswer) else None
    labels = options(content, visit.question)
    _radio(visit.place, "keuze", visit.question.title, labels, answer.value if answer else None)
    _text(
        visit.place,
        "noot",
        visit.question.note_label or "Waarom?",
        answer.reason if answer else "",
        height=80,
    )


def _read_outcome(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    value = _state(visit.place, "keuze")
    reason = str(_state(visit.place, "noot", "")).strip()
    return OutcomeAnswer(value=value, reason=reason) if value else None


def _show_nothing(content: Content, situation: Situation, visit: Visit) -> None:
    return None


def _read_nothing(content: Content, situation: Situation, visit: Visit) -> Answer:
    return ReadAnswer()


_FIELDS = {
    QuestionKind.CHOICE: (_show_choice, _read_choice),
    QuestionKind.CHOICES: (_show_choices, _read_choices),
    QuestionKind.FACTS: (_show_facts, _read_facts),
    QuestionKind.TEXT: (_show_text, _read_text),
    QuestionKind.CONFIRM: (recognised.show, recognised.read),
    QuestionKind.EVENT: (_show_event, _read_event),
    QuestionKind.SUMMARY: (_show_nothing, _read_nothing),
    QuestionKind.APPOINTMENT: (_show_appointment, _read_appointment),
    QuestionKind.OUTCOME: (_show_outcome, _read_outcome),
    QuestionKind.PLAN: (_show_plan, _read_plan),
}


def show(content: Content, situation: Situation, visit: Visit) -> None:
    """Draw the fields of a question, filled with the answer given before."""
    _FIELDS[visit.question.kind][0](content, situation, visit)


def read(content: Content, situation: Situation, visit: Visit) -> Answer | None:
    """The answer in the fields, or ``None`` when nothing was filled in."""
    return _FIELDS[visit.question.kind][1](content, situation, visit)
