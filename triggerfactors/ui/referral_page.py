"""Wegwijzer: who to call, all organisations, and who does what. Nothing about a case is asked.

The job and the kind of situation stand in the address, so that a choice can be kept as a
bookmark and the back button works. Nothing else does.
"""

from collections.abc import Callable, Mapping
from html import escape
from typing import Final

import streamlit as st

from triggerfactors.advice import organisations, read_link, referral
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Reach, Urgency
from triggerfactors.report import words
from triggerfactors.ui import advice_request_page, maintainer, render, render_referral, session
from triggerfactors.ui.focus import announce

TITLE = "Wegwijzer"
JOB, TYPE = "beroep", "situatie"
WHO, ALL, CHAIN = "Wie bel ik?", "Zoek zelf", "Wie doet wat?"
# Asked when nothing is found: those who think along about anything.
THINK_ALONG: Final = ("ess", "lse")

_PART = "tw_wegwijzer_deel"
_SEARCH, _THEMES, _REACH, _URGENCY = (
    "tw_zoek",
    "tw_zoek_onderwerp",
    "tw_zoek_bereik",
    "tw_zoek_haast",
)
# Someone who comes from a running situation does not choose the job again, unless asked to.
_OTHER_JOB = "tw_wegwijzer_ander_werk"
REACH = {Reach.NATIONAL: "Landelijk", Reach.REGIONAL: "In de regio", Reach.LOCAL: "In de buurt"}


def _go(job: str | None, type_id: str | None = None) -> None:
    """Show another choice; the address holds these two ids and nothing else."""
    chosen = {JOB: job, TYPE: type_id}
    st.query_params.from_dict({name: value for name, value in chosen.items() if value})
    st.session_state[_OTHER_JOB] = job is None


def _choose_job(content: Content, type_id: str | None) -> str:
    heading = "Ik ben …"
    st.header(heading, anchor=False)
    with st.container(key="tw-keuze-werk"):
        for job in content.professions.values():
            st.button(
                job.name,
                key=f"tw_ben_{job.id}",
                on_click=_go,
                args=(job.id, type_id),
                width="stretch",
            )
    return heading


def _choose_type(content: Content, job: str) -> str:
    heading = "… en ik wil …"
    _chosen(content, job)
    st.header(heading, anchor=False)
    for urgency in Urgency:
        found = [t for t in content.situation_types.values() if t.urgency is urgency]
        if not found:
            continue
        st.subheader(words.URGENCY[urgency], anchor=False)
        with st.container(key=f"tw-keuze-{urgency.value}"):
            for situation_type in found:
                st.button(
                    situation_type.i_want,
                    key=f"tw_wil_{situation_type.id}",
                    on_click=_go,
                    args=(job, situation_type.id),
                    width="stretch",
                )
    return heading


def _chosen(content: Content, job: str, i_want: str = "") -> None:
    name = content.professions[job].name
    wish = f" En je wilt: <strong>{escape(i_want)}</strong>." if i_want else ""
    st.html(f"<p>Je bent: <strong>{escape(name)}</strong>.{wish}</p>")
    with st.container(horizontal=True, key="tw-anders"):
        st.button("Ander werk", key="tw_ander_werk", on_click=_go, args=(None,))
        if i_want:
            st.button("Iets anders", key="tw_iets_anders", on_click=_go, args=(job,))


def _contacts(content: Content, job: str, type_id: str) -> str:
    heading = "Bel in deze volgorde"
    found = referral(content, job, type_id)
    _chosen(content, job, found.i_want)
    st.header(heading, anchor=False)
    st.html(
        f"<p>{escape(found.reason.text)}</p>"
        + render.why(content, (), found.reason.basis, found.reason.sources)
        + render_referral.unchecked(content, found.contacts)
        + render_referral.referral(content, found, maintainer.address())
    )
    if content.local is None:
        st.html(render.note(content.text("geen-eigen-contacten")))
    st.header("Weet je niet hoe je begint?", anchor=False)
    st.html("<p>Maak een korte tekst zonder namen. Die lees je voor aan de telefoon.</p>")
    if st.button("Maak een adviesvraag", key="tw_naar_adviesvraag"):
        advice_request_page.prefer_job(job)
        st.switch_page("pages/adviesvraag.py")
    return heading


def _who(content: Content) -> str:
    asked = read_link(content, st.query_params.get(JOB), st.query_params.get(TYPE))
    if asked.broken:
        _go(asked.job)
        st.error(content.text("wegwijzer-link-klopt-niet"))
        return _choose_type(content, asked.job) if asked.job else _choose_job(content, None)
    own = session.situation().choice("rol")
    job = asked.job or (None if st.session_state.get(_OTHER_JOB) else own)
    if job not in content.professions:
        return _choose_job(content, asked.type_id)
    if asked.type_id is None:
        return _choose_type(content, job)
    return _contacts(content, job, asked.type_id)


def _clear_filter() -> None:
    st.session_state[_SEARCH] = ""
    for key in (_THEMES, _REACH, _URGENCY):
        st.session_state[key] = []


def _filter(content: Content) -> None:
    st.text_input("Zoek een organisatie of onderwerp", key=_SEARCH, max_chars=80)
    chosen = sum(len(st.session_state.get(key) or ()) for key in (_THEMES, _REACH, _URGENCY))
    with st.expander(f"Filter ({chosen} aan)" if chosen else "Filter"):
        themes = {theme.id: theme.label for theme in content.themes.values()}
        for label, key, options in (
            ("Onderwerp", _THEMES, themes),
            ("Waar", _REACH, {reach.value: name for reach, name in REACH.items()}),
            ("Hoe snel", _URGENCY, {urgency.value: words.URGENCY[urgency] for urgency in Urgency}),
        ):
            st.pills(
                label,
                list(options),
                selection_mode="multi",
                format_func=options.__getitem__,
                key=key,
            )


def _all(content: Content) -> str:
    heading = "Alle organisaties"
    st.header(heading, anchor=False)
    _filter(content)
    state = st.session_state
    found = organisations(
        content,
        text=state.get(_SEARCH) or "",
        themes=state.get(_THEMES) or (),
        reaches=state.get(_REACH) or (),
        urgencies=state.get(_URGENCY) or (),
    )
    total = len(organisations(content))
    st.html(
        f'<p role="status"><strong>{len(found)} van {total} organisaties</strong></p>'
        + render_referral.unchecked(content, found)
    )
    if len(found) < total:
        st.button("Wis zoekwoorden en filter", key="tw_zoek_wis", on_click=_clear_filter)
    if not found:
        st.html(f"<p>{escape(content.text('wegwijzer-niets-gevonden'))}</p>")
        found = tuple(o for o in organisations(content) if o.id in THINK_ALONG)
    mail = maintainer.address()
    st.html("".join(render_referral.organisation(content, one, mail) for one in found))
    return heading


def _chain(content: Content) -> str:
    heading = "Wie doet wat in de keten"
    st.header(heading, anchor=False)
    asked = read_link(content, st.query_params.get(JOB), None)
    job = asked.job or session.situation().choice("rol")
    st.html(
        f"<p>{escape(content.text('keten-wat'))}</p>"
        + render_referral.chain(content, job)
        + '<details class="tw-card"><summary>Lees het als tekst, met bronnen</summary>'
        + render_referral.chain_table(content, job)
        + "</details>"
    )
    st.header("Van een zorg naar een plan", anchor=False)
    st.html(
        f"<p>{escape(content.text('keten-stappen'))}</p>" + render_referral.chain_steps(content)
    )
    return heading


PARTS: Mapping[str, Callable[[Content], str]] = {WHO: _who, ALL: _all, CHAIN: _chain}


def show() -> None:
    """Draw the chosen part of the Wegwijzer."""
    content = session.content()
    st.set_page_config(page_title=f"{TITLE} – Triggerwijzer")
    st.title(TITLE, anchor=False)
    st.html(f"<p>{escape(content.text('wegwijzer-wat'))}</p>")
    part = st.segmented_control(
        "Wat zoek je?", list(PARTS), default=WHO, key=_PART, required=True, width="stretch"
    )
    heading = PARTS[part or WHO](content)
    asked = read_link(content, st.query_params.get(JOB), st.query_params.get(TYPE))
    # A next step in the choice moves the focus; another part leaves it on the control just used.
    announce(heading, f"{TITLE}. {heading}", key=f"wegwijzer-{asked.job}-{asked.type_id}")
