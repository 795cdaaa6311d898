"""The trainer's own screen: open a room, lead it, and take along what came out.

The room itself is kept by the workshop's store. This session only holds its code and secret.
"""

from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from triggerfactors.advice import overview
from triggerfactors.content import Content
from triggerfactors.content.cases import Case
from triggerfactors.report import counts_csv, docx, reading_page, words, workshop
from triggerfactors.situation import case_answers
from triggerfactors.ui import render, render_workshop, session, timer
from triggerfactors.ui.focus import announce
from triggerfactors.workshop import (
    MOVES,
    Kept,
    NoRoomError,
    NotTheTrainerError,
    Phase,
    codes,
    go_to_round,
    new_room,
    options,
)
from triggerfactors.workshop.shared import store
from triggerfactors.workshop.view import turn_tally

TITLE = "Workshop"
_ROOM = "tw_zaal"


def _keep(code: str, secret: str) -> None:
    st.session_state[_ROOM] = (code, secret)


def _kept() -> Kept | None:
    """The room of this session, or ``None``; one that is gone is forgotten."""
    held = st.session_state.get(_ROOM)
    if held is None:
        return None
    try:
        return store().find(held[0])
    except NoRoomError:
        del st.session_state[_ROOM]
        session.tell("Deze zaal is er niet meer. Na 24 uur wordt alles gewist.", is_error=True)
        return None


def _secret() -> str:
    return str(st.session_state[_ROOM][1])


def _move(name: str) -> None:
    _change(MOVES[name])


def _change(move: Callable) -> None:
    code, secret = st.session_state[_ROOM]
    try:
        store().change(code, secret, move)
    except (NoRoomError, NotTheTrainerError):
        session.tell("Dat lukte niet: deze zaal is niet (meer) van jou.", is_error=True)


def show() -> None:
    """Draw the start, or the room that is open in this session."""
    content = session.content()
    st.set_page_config(page_title=f"{TITLE} – Triggerwijzer")
    kept = _kept()
    if kept is None:
        _start(content)
    else:
        _lead(content, kept)


# --- before there is a room ------------------------------------------------------------------


def _start(content: Content) -> None:
    st.title("Begin een workshop", anchor=False)
    session.show_message()
    st.html(f"<p>{content.text('workshop-wat')}</p>" + render.note(content.text("workshop-grens")))
    wanted = st.query_params.get("casus")
    cases = list(content.cases)
    st.radio(
        "Kies een verzonnen verhaal",
        cases,
        index=cases.index(wanted) if wanted in cases else 0,
        format_func=lambda one: (
            f"{content.cases[one].title} ({_jobs(content, content.cases[one])})"
        ),
        key="tw_ws_casus",
    )
    plans = {plan.id: plan.title for plan in content.workshop.plans}
    st.radio("Hoeveel tijd heb je?", list(plans), format_func=plans.__getitem__, key="tw_ws_plan")
    st.button("Open de zaal", type="primary", on_click=_open, args=(content,), key="tw_ws_open")
    with st.expander("Lees het verhaal eerst"):
        case = content.cases[st.session_state.get("tw_ws_casus") or cases[0]]
        st.html(render_workshop.story(case, 0))
    with st.expander("Ik had al een zaal open"):
        st.text("Vul de code en je trainerssleutel in.")
        st.text_input("Code", key="tw_ws_code", max_chars=12, autocomplete="off")
        st.text_input("Trainerssleutel", key="tw_ws_sleutel", max_chars=40, autocomplete="off")
        st.button("Ga verder met deze zaal", on_click=_resume, key="tw_ws_verder")
    announce(TITLE, "Begin een workshop", key="workshop-begin")


def _jobs(content: Content, case: Case) -> str:
    return content.professions[case.professions[0]].name.lower()


def _open(content: Content) -> None:
    case = content.cases[st.session_state.get("tw_ws_casus") or next(iter(content.cases))]
    plan = content.workshop.plan(st.session_state.get("tw_ws_plan") or "kort")
    store().erase_expired()
    _keep(*store().open_room(new_room(case.id, len(case.layers), plan)))
    session.tell(content.text("workshop-sleutel-eerst"))


def _resume() -> None:
    code = codes.clean(str(st.session_state.get("tw_ws_code", "")))
    secret = str(st.session_state.get("tw_ws_sleutel", "")).strip()
    if code and secret and store().is_trainer(code, secret):
        _keep(code, secret)
    else:
        session.tell("De code en de sleutel horen niet bij elkaar. Kijk ze na.", is_error=True)


# --- the room --------------------------------------------------------------------------------


def _lead(content: Content, kept: Kept) -> None:
    room, case = kept.room, content.cases[kept.room.case_id]
    st.title(f"Jouw zaal: {case.title}", anchor=False)
    # A place of its own: a message that goes would move the clock, and that begins it anew.
    with st.container():
        session.show_message()
    st.html(render_workshop.invitation(content, st.context.url or ""))
    with st.container(horizontal=True):
        # The same host: nothing leaves it. A link to a page outside Streamlit needs a new window.
        st.html(
            f'<p><a href="wand/{kept.code}" target="_blank" rel="noopener">'
            "Open het wandscherm (nieuw venster)</a></p>"
        )
    _counting(kept.code)
    # Above the parts and always drawn: a clock that leaves the page would begin anew.
    with st.container(key="tw_ws_klok"):
        plan = content.workshop.plan(room.plan_id)
        timer.show(
            [timer.TimedStep(step.title, step.minutes, "", step.note) for step in plan.steps],
            "Klok van de workshop",
        )
    part = st.segmented_control(
        "Wat wil je doen?",
        ["Vragen", "Verhaal en notities", "Draaiboek", "Andere bril", "Meenemen"],
        default="Vragen",
        key="tw_ws_deel",
        required=True,
        width="stretch",
    )
    {
        "Vragen": _rounds,
        "Verhaal en notities": _notes,
        "Draaiboek": _plan,
        "Andere bril": _other_job,
        "Meenemen": _take_along,
    }[part or "Vragen"](content, kept)
    st.divider()
    with st.container(horizontal=True):
        dark = "Maak alle schermen licht" if room.blank else "Maak alle schermen donker"
        _button(dark, "donker")
        _button("Maak ongedaan", "terug", disabled=not room.history)
        with st.popover("Sluit en wis de zaal"):
            st.text("Alle stemmen worden gewist. Dit kan niet terug.")
            st.button("Ja, wis de zaal nu", on_click=_erase, key="tw_ws_wis")
    announce(TITLE, f"Zaal {codes.shown(kept.code)}", key="workshop-zaal")


def _button(label: str, move: str, *, primary: bool = False, disabled: bool = False) -> None:
    st.button(
        label,
        key=f"tw_ws_{move}",
        type="primary" if primary else "secondary",
        on_click=_move,
        args=(move,),
        disabled=disabled,
    )


@st.fragment(run_every=2)
def _counting(code: str) -> None:
    """Who is in and how many votes there are; looks again every two seconds."""
    try:
        _, votes = store().version(code)
        phones = store().phones(code)
    except NoRoomError:
        return
    st.html(render_workshop.present(codes.shown(code), phones, votes))


def _rounds(content: Content, kept: Kept) -> None:
    room = kept.room
    found = content.workshop.round(room.round_id)
    turn = ", tweede keer" if room.turn == 2 else ""
    st.header(f"Vraag {room.at + 1} van {len(room.rounds)}{turn}", anchor=False)
    st.html(f"<p><strong>{escape(found.title)}</strong><br>{render_workshop.PHASE[room.phase]}</p>")
    st.html(render_workshop.jobs_present(content, store().phones(kept.code)) or "<p></p>")
    with st.container(horizontal=True):
        if room.phase is Phase.WAITING:
            _button("Open de vraag", "open", primary=True)
        elif room.phase is Phase.OPEN:
            _button("Sluit de vraag", "sluit", primary=True)
        elif room.phase is Phase.CLOSED:
            _button("Laat zien wat is gekozen", "onthul", primary=True)
            _button("Open de vraag weer", "open")
        else:
            _button("Verberg", "verberg", primary=True)
            _button("Toon samen" if room.split else "Toon per werk", "werk")
        if room.turn == 1 and room.phase in (Phase.CLOSED, Phase.REVEALED):
            _button("Laat opnieuw stemmen", "tweede")
    with st.container(horizontal=True):
        st.button(
            "Vorige vraag",
            disabled=room.at == 0,
            on_click=_to_round,
            args=(room.at - 1,),
            key="tw_ws_vorige",
        )
        st.button(
            "Volgende vraag",
            disabled=room.at == len(room.rounds) - 1,
            on_click=_to_round,
            args=(room.at + 1,),
            key="tw_ws_volgende",
        )
        _button("Vertel de volgende laag", "laag", disabled=room.layers >= room.layer_count)
    if room.phase is Phase.REVEALED:
        labels = options(content, room)
        first = turn_tally(content, store(), kept, room.at, 1)
        second = turn_tally(content, store(), kept, room.at, 2) if room.turn == 2 else None
        st.html(render_workshop.results(content, labels, first, second))
    with st.expander("Handen tellen"):
        _hands(content, kept)


def _to_round(at: int) -> None:
    _change(lambda room: go_to_round(room, at))


def _hands(content: Content, kept: Kept) -> None:
    room = kept.room
    st.text("Doen telefoons het niet? Tel handen of kaarten en vul het hier in.")
    counted = kept.hands.get(f"{room.at}.{room.turn}", {})
    for option, label in options(content, room).items():
        st.number_input(
            label,
            min_value=0,
            max_value=999,
            value=counted.get(option, 0),
            step=1,
            key=f"tw_ws_hand_{room.at}_{room.turn}_{option}",
            on_change="ignore",
        )
    st.button("Tel deze handen mee", on_click=_count_hands, key="tw_ws_handen")


def _count_hands() -> None:
    code, secret = st.session_state[_ROOM]
    kept = _kept()
    if kept is None:  # erased meanwhile, from another screen
        return
    at, turn = kept.room.at, kept.room.turn
    counted = {
        option: int(st.session_state.get(f"tw_ws_hand_{at}_{turn}_{option}") or 0)
        for option in options(session.content(), kept.room)
    }
    store().count_hands(code, secret, at, turn, counted)
    session.tell("De handen tellen mee.")


def _notes(content: Content, kept: Kept) -> None:
    case = content.cases[kept.room.case_id]
    st.header("Het verhaal", anchor=False)
    st.html(render_workshop.story(case, kept.room.layers))
    st.header("Voor jou als trainer", anchor=False)
    st.html(render_workshop.trainer_notes(content, case))


def _plan(content: Content, kept: Kept) -> None:
    plan = content.workshop.plan(kept.room.plan_id)
    st.header(plan.title, anchor=False)
    st.html(render_workshop.plan(content, plan))


def _other_job(content: Content, kept: Kept) -> None:
    case = content.cases[kept.room.case_id]
    st.header("Hetzelfde verhaal door een andere bril", anchor=False)
    st.text(content.text("workshop-bril"))
    jobs = {job.id: job.name for job in content.professions.values()}
    job = st.radio("Kies een beroep", list(jobs), format_func=jobs.__getitem__, key="tw_ws_bril")
    situation = case_answers(content, case, job or "onderwijs", kept.room.layers)
    view = overview(content, situation)
    if view.job is None:
        return
    st.header(f"Wat kan iemand doen als {view.job.name.lower()}?", anchor=False)
    st.html(render.points(content, view.brief))
    st.html(render.quotes(view.job.openings[:3]))
    if view.contacts:
        st.header("Wie belt die het eerst?", anchor=False)
        st.html(render.short_contacts(view.contacts[:3]))


def _asked(content: Content, kept: Kept) -> list[workshop.Asked]:
    found = []
    names = {job.id: job.name for job in content.professions.values()}
    for at, turn in kept.room.asked:
        labels = options(content, kept.room, at)
        counted = turn_tally(content, store(), kept, at, turn)
        found.append(
            workshop.Asked(
                title=content.workshop.round(kept.room.rounds[at]).title,
                turn=turn,
                voters=counted.voters,
                counts={label: counted.total[one] for one, label in labels.items()},
                jobs={
                    names.get(job, job): {labels[o]: n for o, n in counts.items()}
                    for job, counts in counted.by_job.items()
                },
            )
        )
    return found


def _take_along(content: Content, kept: Kept) -> None:
    case, today = content.cases[kept.room.case_id], date.today()
    labels = list(options(content, kept.room).values())
    title = content.workshop.round(kept.room.round_id).title
    st.header("Printen en meenemen", anchor=False)
    for label, name, make, kind in (
        (
            "Het verhaal op één blad",
            "verhaal.html",
            lambda: reading_page(workshop.case_sheet(case)),
            "text/html",
        ),
        (
            "Stemkaarten bij deze vraag",
            "stemkaarten.html",
            lambda: workshop.vote_cards(title, labels),
            "text/html",
        ),
        (
            "Blad voor na de workshop",
            "na-de-workshop.html",
            lambda: reading_page(workshop.handout(content, case, _asked(content, kept), today)),
            "text/html",
        ),
        (
            "Blad voor na de workshop (Word)",
            "na-de-workshop.docx",
            lambda: docx(workshop.handout(content, case, _asked(content, kept), today)),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "Aantallen als tabel (CSV)",
            "aantallen.csv",
            lambda: counts_csv(_asked(content, kept)),
            "text/csv",
        ),
    ):
        st.download_button(
            label,
            make,
            file_name=f"triggerwijzer-{name}",
            mime=kind,
            on_click="ignore",
            key=f"tw_ws_{name}",
        )
    st.header("Verder op een ander apparaat", anchor=False)
    st.text(
        "Schrijf deze sleutel op. Wie hem heeft, kan de zaal leiden. Laat hem niet op de wand zien."
    )
    st.text(_secret())


def _erase() -> None:
    code, secret = st.session_state.pop(_ROOM)
    try:
        store().erase(code, secret)
    except (NoRoomError, NotTheTrainerError):
        return
    session.tell(f"De zaal is gewist op {words.day(date.today())}.")
