"""The infographic on screen: all fifteen events, or one of them with what a job can do.

The address is the only place that knows which event and which job are in view, so a link always
shows what the sender saw. Nothing of a case ever gets there.
"""

from datetime import date

import streamlit as st

from triggerfactors.advice import job_advice
from triggerfactors.content import Content
from triggerfactors.content.models import Factor
from triggerfactors.content.selection import (
    FACTOR_PARAMETER,
    JOB_PARAMETER,
    Address,
    Selection,
    read_address,
    select,
)
from triggerfactors.content.vocabulary import Level, Motive, Phase, Step
from triggerfactors.report import Paper, handout, poster, words
from triggerfactors.ui import render, render_infographic, session
from triggerfactors.ui.figure import Look, figure
from triggerfactors.ui.focus import announce

TITLE = "Vijftien gebeurtenissen"
_JOB, _BESIDE, _WALL, _VIEW = "tw_info_beroep", "tw_info_naast", "tw_info_wand", "tw_info_beeld"
_PICTURE = "tw_info_plaatje"
_TIMES_PICKED = "tw_info_keer"
BUTTONS, PICTURE = "Knoppen", "Plaatje"


def show() -> None:
    """Draw the overview, or the event that the address asks for."""
    content = session.content()
    address = _address()
    wall = bool(st.session_state.get(_WALL))
    with st.container(key="tw-wand" if wall else "tw-infographic"):
        if address.factor:
            _one(content, content.factors[address.factor], address)
        else:
            _all(content, address, wall=wall)


def _go(factor: str | None, job: str | None) -> None:
    """Write a whole address, so nothing of a wrong one stays behind."""
    asked = {FACTOR_PARAMETER: factor, JOB_PARAMETER: job}
    st.query_params.from_dict({name: value for name, value in asked.items() if value})


def _address() -> Address:
    return read_address(session.content(), st.query_params)


def _open(factor_id: str | None) -> None:
    _go(factor_id, _address().job)


def _job_changed() -> None:
    _go(_address().factor, st.session_state.get(_JOB))


def _picked() -> None:
    """A click on a mark in the picture opens its event."""
    points = st.session_state[_picture_key()].selection.points
    found = points[0].get("customdata") if points else None
    chosen = found[0] if isinstance(found, list) else found
    # What a browser sends is not trusted.
    if isinstance(chosen, str) and chosen in session.content().factors:
        st.session_state[_TIMES_PICKED] = st.session_state.get(_TIMES_PICKED, 0) + 1
        _open(chosen)


def _picture_key() -> str:
    # A new picture after each pick: the old one would still hold its mark as chosen.
    return f"{_PICTURE}_{st.session_state.get(_TIMES_PICKED, 0)}"


def _wall_switch() -> None:
    st.toggle("Grote letters", key=_WALL, persist_state="session")


# --- all fifteen


def _all(content: Content, address: Address, *, wall: bool) -> None:
    st.set_page_config(page_title="Infographic – Triggerwijzer")
    with st.container(horizontal=True, key="tw-info-stand", vertical_alignment="center"):
        st.title(TITLE, anchor=False, width="content")
        _wall_switch()
        if wall:
            _view_choice()
    if address.unknown:
        st.warning(content.text("infographic-onbekend"))
    if not wall:
        st.html(
            f"<p>{content.text('infographic-wat')}</p>"
            + render.note(content.text("infographic-grens"))
        )
    shown = select(content, _filter(content, address, wall=wall))
    if not shown:
        st.html(render.note(content.text("infographic-niets")))
    only_picture = wall and st.session_state.get(_VIEW) == PICTURE
    if shown and not only_picture:
        # On a wall the page says this under the shortest column, where there is room.
        _tiles(shown, note=content.text("infographic-grens") if wall else "")
    if shown and (only_picture or not wall):
        _picture(content, shown, wall=wall)
    if not wall:
        st.html(
            '<details class="tw-card"><summary>Alles als tabel</summary>'
            + render_infographic.all_as_table(content, shown)
            + "</details>"
        )
        _take_along(content, address)
    announce(TITLE, TITLE, key="infographic")


def _view_choice() -> None:
    """A wall has room for one of the two at a time."""
    st.segmented_control(
        "Wat wil je zien?",
        [BUTTONS, PICTURE],
        default=BUTTONS,
        key=_VIEW,
        required=True,
        label_visibility="collapsed",
    )


def _filter(content: Content, address: Address, *, wall: bool) -> Selection:
    """The filter; the job in it is the one in the address. A wall has no room to change it."""
    if not wall:
        _filter_fields(content, address)
    chosen = _chosen(address)
    number = len(select(content, chosen))
    if number < len(content.factors):
        st.html(f'<p role="status">Je ziet er {number} van de {len(content.factors)}.</p>')
    return chosen


def _filter_fields(content: Content, address: Address) -> None:
    with st.expander("Kies welke je wilt zien: plaats, fase, werk of drijfveer"):
        _pills("Waar", {level: words.LEVEL[level] for level in Level}, "niveau")
        _pills("Fase, als achtergrond", {phase: words.PHASE[phase] for phase in Phase}, "fase")
        labels = {motive: content.motives[motive].label for motive in Motive}
        _pills("Wat een jongere kan zoeken", labels, "drijfveer")
        st.html(f"<p>{content.text('infographic-werkfilter')}</p>")
        _job_pills(content, address, "Voor welk werk?")
        if address.job:
            _pills("Stap", {step: words.STEP[step] for step in Step}, "stap")


def _pills(label: str, options: dict, name: str) -> None:
    st.pills(
        label,
        list(options),
        format_func=lambda option: options[option],
        selection_mode="multi",
        key=f"tw_info_{name}",
        persist_state="session",
    )


def _chosen(address: Address) -> Selection:
    def picked(name: str) -> frozenset:
        return frozenset(st.session_state.get(f"tw_info_{name}") or ())

    return Selection(
        levels=picked("niveau"),
        phases=picked("fase"),
        motives=picked("drijfveer"),
        job=address.job,
        steps=picked("stap") if address.job else frozenset(),
    )


def _job_pills(content: Content, address: Address, label: str) -> None:
    names = {job.id: job.name for job in content.professions.values()}
    # The address leads: someone may have come by a link, or by the back button of the browser.
    st.session_state[_JOB] = address.job
    st.pills(label, list(names), format_func=names.__getitem__, key=_JOB, on_change=_job_changed)


def _tiles(shown: tuple[Factor, ...], note: str) -> None:
    """The figure itself: a column per level with a button per event, all by keyboard."""
    with st.container(key="tw-vijftien"):
        levels = [level for level in Level if any(f.level is level for f in shown)]
        for column, level in zip(st.columns(len(levels)), levels, strict=True):
            with column:
                st.header(f"{words.LEVEL_MARK[level]} {words.LEVEL[level]}", anchor=False)
                for factor in (f for f in shown if f.level is level):
                    st.button(
                        factor.name,
                        key=f"tw_info_open_{factor.id}",
                        on_click=_open,
                        args=(factor.id,),
                        width="stretch",
                    )
                if note and level is levels[-1]:
                    st.html(f"<p>{note}</p>")


def _picture(content: Content, shown: tuple[Factor, ...], *, wall: bool) -> None:
    if not wall:
        st.header("Dezelfde gebeurtenissen, met fasen als achtergrond", anchor=False)
        st.html(f"<p>{content.text('infographic-fasen')}</p>")
    look = Look(dark=st.context.theme.type == "dark", wall=wall)
    st.plotly_chart(
        figure(shown, look, content.text("infographic-fasen-kort")),
        key=_picture_key(),
        on_select=_picked,
        selection_mode="points",
        theme=None,
        config={"displayModeBar": False},
        alt=f"{len(shown)} gebeurtenissen op drie plaatsen en drie fasen. "
        "Alles staat ook in de knoppen en in de tabel.",
    )


# --- one event


def _one(content: Content, factor: Factor, address: Address) -> None:
    st.set_page_config(page_title=f"{factor.name} – Infographic – Triggerwijzer")
    _ways_on(content, factor)
    st.title(factor.name, anchor=False)
    mark = f"{words.LEVEL_MARK[factor.level]} {words.LEVEL[factor.level]}"
    st.html(f'<p class="tw-kort"><strong>{mark}.</strong> {factor.short}</p>')
    st.html(render.note(content.text("infographic-grens")))
    st.html(render_infographic.explanation(content, factor))
    st.header("Wat je kunt doen", anchor=False)
    _perspectives(content, factor, address)
    st.html(f"<p><small>{content.text('infographic-delen')}</small></p>")
    announce(factor.name, factor.name, key=f"infographic-{factor.id}")


def _ways_on(content: Content, factor: Factor) -> None:
    order = list(content.factors.values())
    following = order[factor.order % len(order)]
    with st.container(horizontal=True, key="tw-info-verder", vertical_alignment="center"):
        st.button("← Terug naar alle vijftien", key="tw_info_terug", on_click=_open, args=(None,))
        st.button(
            f"Volgende: {following.name} →",
            key="tw_info_volgende",
            on_click=_open,
            args=(following.id,),
        )
        _wall_switch()


def _perspectives(content: Content, factor: Factor, address: Address) -> None:
    st.html(f"<p>{content.text('infographic-kies-werk')}</p>")
    _job_pills(content, address, "Voor welk werk?")
    if address.job is None:
        return
    others = {j.id: j.name for j in content.professions.values() if j.id != address.job}
    if st.session_state.get(_BESIDE) not in others:
        st.session_state[_BESIDE] = None
    with st.expander("Leg er een ander werk naast"):
        beside = st.pills(
            "Naast welk werk leggen?", list(others), format_func=others.__getitem__, key=_BESIDE
        )
    jobs = [address.job, beside] if beside else [address.job]
    advice = [job_advice(content, job, (factor.id,)) for job in jobs]
    st.header(" naast ".join(job.name for job in advice), anchor=False)
    st.html(render.jobs_side_by_side(content, advice))


# --- paper


def _take_along(content: Content, address: Address) -> None:
    st.header("Op papier", anchor=False)
    st.html(f"<p>{content.text('infographic-print')}</p>")
    today = date.today()
    with st.container(horizontal=True):
        for paper in Paper:
            st.download_button(
                f"Poster op {paper}",
                lambda paper=paper: poster(content, paper, today),
                file_name=f"triggerwijzer-poster-{paper.lower()}.html",
                mime="text/html",
                on_click="ignore",
                key=f"tw_info_poster_{paper}",
            )
    jobs = {job.id: job.name for job in content.professions.values()}
    job = st.pills(
        "Een blad voor welk werk?",
        list(jobs),
        default=address.job,
        format_func=jobs.__getitem__,
        key="tw_info_blad",
    )
    if job:
        st.download_button(
            f"Blad voor: {jobs[job]}",
            lambda: handout(content, job, today),
            file_name=f"triggerwijzer-{job}.html",
            mime="text/html",
            on_click="ignore",
            key="tw_info_blad_bewaar",
        )
