"""The trainer's own screen: open a room, lead it, and take along what came out.

The room itself is kept by the workshop's store. This session only holds its code and secret.
"""

from collections.abc import Callable
from datetime import date
from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.cases import Case
from triggerfactors.report import counts_csv, docx, reading_page, words, workshop
from triggerfactors.ui import render, render_workshop, session, timer
from triggerfactors.ui.focus import announce
from triggerfactors.workshop import (
    MOVES,
    FullError,
    Kept,
    NoRoomError,
    NotTheTrainerError,
    Phase,
    Room,
    codes,
    go_to_round,
    new_room,
    options,
)
from triggerfactors.workshop.room import last_step
from triggerfactors.workshop.shared import store
from triggerfactors.workshop.view import turn_tally
from triggerfactors.workshop.votes import OTHER_JOBS, OTHER_JOBS_NAME

TITLE = "Workshop"
_ROOM = "tw_zaal"
_NEW = "tw_zaal_nieuw"
_NO_MATCH = "tw_zaal_past_niet"


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
    no_match = bool(st.session_state.get(_NO_MATCH))
    with st.expander("Had je al een zaal open? Ga hier verder.", expanded=no_match):
        if no_match:
            st.error("De code en de sleutel horen niet bij elkaar. Kijk ze na.")
        st.text("Vul de code en je trainerssleutel in. Hoofdletters en streepjes maken niet uit.")
        st.text_input("Code", key="tw_ws_code", max_chars=12, autocomplete="off")
        st.text_input("Trainerssleutel", key="tw_ws_sleutel", max_chars=40, autocomplete="off")
        st.button("Ga verder met deze zaal", on_click=_resume, key="tw_ws_verder")
    st.html(
        f"<p>{content.text('workshop-wat')}</p>"
        + render.note(content.text("workshop-grens"))
        + render_workshop.unreachable(content, st.context.url or "")
    )
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
    announce("Begin een workshop", "Begin een workshop", key="workshop-begin")


def _jobs(content: Content, case: Case) -> str:
    return content.professions[case.professions[0]].name.lower()


def _open(content: Content) -> None:
    case = content.cases[st.session_state.get("tw_ws_casus") or next(iter(content.cases))]
    plan = content.workshop.plan(st.session_state.get("tw_ws_plan") or "kort")
    store().erase_expired()
    try:
        _keep(*store().open_room(new_room(case.id, len(case.layers), plan)))
    except FullError:
        session.tell("Er zijn nu te veel zalen open. Probeer het later opnieuw.", is_error=True)
        return
    st.session_state[_NEW] = True


def _resume() -> None:
    code = codes.clean(str(st.session_state.get("tw_ws_code", "")))
    secret = str(st.session_state.get("tw_ws_sleutel", "")).strip()
    if code and secret and store().is_trainer(code, secret):
        _keep(code, secret)
        st.session_state.pop(_NO_MATCH, None)
    else:
        st.session_state[_NO_MATCH] = True


# --- the room --------------------------------------------------------------------------------


def _lead(content: Content, kept: Kept) -> None:
    room, case = kept.room, content.cases[kept.room.case_id]
    st.title(f"Jouw zaal: {case.title}", anchor=False)
    # A place of its own: a message that goes would move the clock, and that begins it anew.
    with st.container():
        session.show_message()
        if st.session_state.get(_NEW):
            st.text(content.text("workshop-sleutel-eerst"))
            _show_secret()
            st.button("Ik heb de sleutel", on_click=_has_secret, key="tw_ws_heb")
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
            memory=kept.code,
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
        _button("Laat weer mensen binnen" if room.door_shut else "Laat niemand meer binnen", "deur")
        undone = last_step(room)
        back = f"Ongedaan: {undone}" if undone else "Maak ongedaan"
        _button(back, "terug", disabled=not room.history)
        with st.popover("Sluit en wis de zaal"):
            st.text("Alle stemmen worden gewist. Dit kan niet terug.")
            st.button("Ja, wis de zaal nu", on_click=_erase, key="tw_ws_wis")
    announce(f"Jouw zaal: {case.title}", f"Zaal {codes.shown(kept.code)}", key="workshop-zaal")


def _show_secret() -> None:
    st.code(codes.shown_secret(_secret()), language=None)


def _has_secret() -> None:
    st.session_state.pop(_NEW, None)


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
        kept = store().find(code)
        here = turn_tally(session.content(), store(), kept, kept.room.at, kept.room.turn)
        phones = store().phones(code)
    except NoRoomError:
        return
    st.html(
        render_workshop.present(
            codes.shown(code), phones, here.phones, here.hands, shut=kept.room.door_shut
        )
    )


def _rounds(content: Content, kept: Kept) -> None:
    room = kept.room
    found = content.workshop.round(room.round_id)
    turn = ", tweede keer" if room.turn == 2 else ""
    st.header(f"Vraag {room.at + 1} van {len(room.rounds)}{turn}", anchor=False)
    st.html(f"<p><strong>{escape(found.title)}</strong><br>{render_workshop.phase(room)}</p>")
    st.html(render_workshop.jobs_present(content, store().phones(kept.code)) or "<p></p>")
    with st.container(horizontal=True):
        if room.phase is Phase.WAITING:
            _button("Open de vraag", "open", primary=True)
        elif room.phase is Phase.OPEN:
            _button("Sluit de vraag", "sluit", primary=True)
        elif room.phase is Phase.CLOSED:
            # First talk and vote again: one click by habit must not show everyone the result.
            if room.turn == 1:
                _button("Laat opnieuw stemmen", "tweede", primary=True)
            _button("Laat zien wat is gekozen", "onthul", primary=room.turn == 2)
            _button("Open de vraag weer", "open")
        else:
            now = turn_tally(content, store(), kept, room.at, room.turn)
            _button("Verberg", "verberg")
            _button(
                "Toon samen" if room.split else "Toon per werk",
                "werk",
                disabled=not (room.split or now.by_job),
            )
            if room.turn == 1:
                _button("Laat opnieuw stemmen", "tweede")
    with st.container(horizontal=True):
        _go("Vorige vraag", room, room.at - 1, "vorige")
        _go("Volgende vraag", room, room.at + 1, "volgende", room.phase is Phase.REVEALED)
        _button("Vertel de volgende laag", "laag", disabled=room.layers >= room.layer_count)
    st.html(render_workshop.layer_to_read(content.cases[room.case_id], room.layers) or "<p></p>")
    if room.phase is Phase.REVEALED:
        labels = options(content, room)
        first = turn_tally(content, store(), kept, room.at, 1)
        second = turn_tally(content, store(), kept, room.at, 2) if room.turn == 2 else None
        st.html(render_workshop.results(content, labels, first, second))
    with st.expander("Handen tellen"):
        _hands(content, kept)


def _go(label: str, room: Room, at: int, name: str, primary: bool = False) -> None:
    """A button to another question; while this one is open it asks first."""
    there = 0 <= at < len(room.rounds)
    if room.phase is Phase.OPEN and there:
        with st.popover(label):
            st.text("De vraag is nog open. Toch verder?")
            st.button(
                f"Ja: {label.lower()}", on_click=_to_round, args=(at,), key=f"tw_ws_{name}_ja"
            )
        return
    st.button(
        label,
        type="primary" if primary and there else "secondary",
        disabled=not there,
        on_click=_to_round,
        args=(at,),
        key=f"tw_ws_{name}",
    )


def _to_round(at: int) -> None:
    _change(lambda room: go_to_round(room, at))


def _hands(content: Content, kept: Kept) -> None:
    room = kept.room
    st.text("Zeg: ik lees elk antwoord voor. Steek je hand op als je het kiest.")
    if room.turn == 2:
        st.text("Tel de handen opnieuw.")
    counted = kept.hands.get(f"{room.at}.{room.turn}", {})
    for letter, (option, label) in zip(
        workshop.LETTERS, options(content, room).items(), strict=False
    ):
        st.number_input(
            f"{letter}. {label}",
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
    st.html(render_workshop.other_job(content, case, kept.room.layers, job or next(iter(jobs))))


def _asked(content: Content, kept: Kept) -> list[workshop.Asked]:
    found = []
    names = {job.id: job.name for job in content.professions.values()}
    names[OTHER_JOBS] = OTHER_JOBS_NAME
    for at, turn in kept.room.asked:
        # An open question keeps its counts, those of the first time too.
        if kept.room.phase is Phase.OPEN and at == kept.room.at:
            continue
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
    st.text("Je krijgt een bestand. Open het en druk op Ctrl+P.")
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
    _show_secret()


def _erase() -> None:
    code, secret = st.session_state.pop(_ROOM)
    try:
        store().erase(code, secret)
    except (NoRoomError, NotTheTrainerError):
        return
    session.tell(f"De zaal is gewist op {words.day(date.today())}.")
