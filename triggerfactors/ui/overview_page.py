"""The overview on screen, in five parts so that each stays small and calm."""

from collections.abc import Callable, Mapping

import streamlit as st

from triggerfactors.advice import Overview, job_advice, overview
from triggerfactors.content import Content
from triggerfactors.situation import Situation, Visit
from triggerfactors.ui import fields, keep, render, session
from triggerfactors.ui.focus import announce

TITLE = "Je overzicht"
_PART = "tw_overzicht_deel"
SHORT, EVENTS, ACTIONS, CONTACTS, TAKE_ALONG = (
    "In het kort",
    "Wat er speelt",
    "Wat je kunt doen",
    "Wie je belt",
    "Kiezen en meenemen",
)
Part = Callable[[Content, Situation, Overview], None]


def _save_on_overview(question_id: str) -> None:
    visit = Visit(question_id, session.content().questions[question_id])
    answer = fields.read(session.content(), session.situation(), visit)
    if answer is None:
        session.tell("Vul eerst iets in. Je kunt dit ook leeg laten.", is_error=True)
    elif session.give(question_id, answer):
        session.tell("Opgeslagen in je overzicht.")


def _short(content: Content, situation: Situation, view: Overview) -> None:
    st.html(render.note(view.language_note))
    if view.first_step or view.together or view.plan or view.outcome:
        st.header("Wat je afsprak en koos", anchor=False)
        st.html(render.agreed(view))
    if view.colleague_first:
        st.header("Eerst dit", anchor=False)
        st.html(render.points(content, [view.colleague_first]))
    if view.brief:
        st.header("Advies in drie zinnen", anchor=False)
        st.html(render.points(content, view.brief))
    st.header("Wie je als eerste belt", anchor=False)
    st.html(
        render.short_contacts(view.contacts[:3])
        if view.contacts
        else render.note(content.text("eerst-werk"))
    )
    if content.local is None:
        st.html(f"<p><small>{content.text('geen-eigen-contacten')}</small></p>")
    st.header("Wat deze jongere nodig heeft om op te groeien", anchor=False)
    _list(content, view.growing_up, view.growing_up_note)
    st.header("Wie en wat beschermt", anchor=False)
    _list(content, view.protective, view.protective_note)
    st.header("Wat we nog niet weten", anchor=False)
    st.html(render.open_questions(view.open_questions))
    if view.missing:
        st.html(render.note("Nog niet ingevuld: " + " · ".join(view.missing)))
    st.header("Zorg ook voor jezelf", anchor=False)
    st.html(render.statements(content, view.self_care))


def _list(content: Content, points: tuple, note: str) -> None:
    text = render.points(content, points) if points else ""
    text += render.own_words(note)
    st.html(text or "<p>Nog niet ingevuld.</p>")


def _events(content: Content, situation: Situation, view: Overview) -> None:
    st.header("Gebeurtenissen die misschien een rol spelen", anchor=False)
    if view.factors:
        st.html(
            render.timeline(view.factors)
            + '<details class="tw-card"><summary>Bekijk als tabel</summary>'
            + render.timeline_table(view.factors)
            + "</details>"
        )
        st.html("".join(render.factor_card(content, factor) for factor in view.factors))
    else:
        st.text(content.text("geen-gebeurtenissen"))
    st.header("Drie manieren om hetzelfde te lezen", anchor=False)
    st.html(render.readings(content, view.readings))
    st.header("Wat je zag of hoorde", anchor=False)
    st.html(render.facts(view.facts) if view.facts else "<p>Nog niet ingevuld.</p>")
    st.header("Wat je er zelf van denkt", anchor=False)
    st.html(render.own_words(view.impression) or "<p>Nog niet ingevuld.</p>")
    for title, points, note in (
        ("Wat spreekt je zorg tegen", view.contradictions, view.contradictions_note),
        ("Wat het nog meer kan zijn", view.explanations, view.explanations_note),
        ("Wat de jongere misschien zoekt", view.motives, ""),
        ("Veiligheid: voor wie, wat en wanneer", view.safety, view.safety_note),
    ):
        st.header(title, anchor=False)
        _list(content, points, note)


def _actions(content: Content, situation: Situation, view: Overview) -> None:
    names = {job.id: job.name for job in content.professions.values()}
    own = view.profession_id or next(iter(names))
    st.text(content.text("beroepen-verschillen"))
    with st.expander("Kijk mee met een ander beroep, of vergelijk"):
        jobs = list(names)
        st.radio(
            "Voor welk werk?",
            jobs,
            index=jobs.index(own),
            format_func=names.__getitem__,
            key="tw_beroep",
        )
        st.radio(
            "Naast welk werk leggen?",
            ["geen", *jobs],
            format_func=lambda job: names.get(job, "Niet vergelijken"),
            key="tw_vergelijk",
        )
    chosen = st.session_state.get("tw_beroep") or own
    beside = st.session_state.get("tw_vergelijk", "geen")
    events = tuple(factor.id for factor in view.factors)
    shown = [chosen] if beside in ("geen", chosen) else [chosen, beside]
    advice = [job_advice(content, job, events) for job in shown]
    if view.colleague_first:
        st.html(render.note(view.colleague_first.text))
    else:
        st.html(f"<p><small>{content.text('volgorde-vrij')}</small></p>")
    st.header(" naast ".join(job.name for job in advice), anchor=False)
    st.html(render.jobs_side_by_side(content, advice))
    st.header("Zinnen om mee te beginnen", anchor=False)
    st.html("".join(render.quotes(job.openings) for job in advice))
    st.header("Let op in dit werk", anchor=False)
    st.html("".join(render.statements(content, job.attention) for job in advice))
    st.header("Ouders", anchor=False)
    st.html(render.points(content, view.parents))


def _contacts(content: Content, situation: Situation, view: Overview) -> None:
    st.header("Wie je kunt bellen, op volgorde", anchor=False)
    if not view.contacts:
        st.text(content.text("eerst-werk"))
        return
    st.text(content.text("contact-niet-nagekeken"))
    st.html(render.contacts(content, view.contacts))
    if content.local is None:
        st.html(render.note(content.text("geen-eigen-contacten")))
    if st.button("Maak een adviesvraag om voor te lezen", key="tw_naar_adviesvraag"):
        st.switch_page("pages/adviesvraag.py")
    st.header("Wat je mag delen", anchor=False)
    sharing = view.sharing
    if sharing is None:
        return
    st.html(
        f"<p>{sharing.regime.text}</p>"
        + (render.note(sharing.check) if sharing.check else "")
        + f"<p>{content.text('delen-anoniem')}</p>"
        + f"<h3>Dit mag meestal</h3>{render.statements(content, sharing.may)}"
        + f"<h3>Vraag dit eerst na</h3>{render.statements(content, sharing.ask_first)}"
        + f"<h3>Dit niet</h3>{render.statements(content, sharing.never)}"
    )


def _take_along(content: Content, situation: Situation, view: Overview) -> None:
    for question_id in ("eerste-stap", "plan", "uitkomst"):
        question = content.questions[question_id]
        st.header(question.title, anchor=False)
        st.text(question.why)
        fields.show(content, situation, Visit(question_id, question))
        st.button(
            "Zet in mijn overzicht",
            key=f"tw_bewaar_{question_id}",
            on_click=_save_on_overview,
            args=(question_id,),
        )
        if question_id == "plan" and view.plan and view.plan.one_sided:
            st.html(render.note(view.plan.one_sided))
    if view.outcome:
        st.html(
            f"<h3>{view.outcome.label}</h3><p>{view.outcome.what.text}</p>"
            + render.statements(content, view.outcome.do)
        )
    st.header("Neem het mee", anchor=False)
    keep.show_export(content, situation, view)
    st.html(render.all_sources(content, view))


PARTS: Mapping[str, Part] = {
    SHORT: _short,
    EVENTS: _events,
    ACTIONS: _actions,
    CONTACTS: _contacts,
    TAKE_ALONG: _take_along,
}


def show(content: Content, situation: Situation) -> None:
    """Draw the overview of these answers."""
    view = overview(content, situation)
    st.set_page_config(page_title=f"{TITLE} – Triggerwijzer")
    st.title(TITLE, anchor=False)
    session.show_message()
    part = st.segmented_control(
        "Wat wil je zien?", list(PARTS), default=SHORT, key=_PART, required=True, width="stretch"
    )
    PARTS[part or SHORT](content, situation, view)
    announce(TITLE, TITLE, key="overzicht")
