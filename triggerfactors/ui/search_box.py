"""The search box with its results; what one searches for stays in this session."""

import streamlit as st

from triggerfactors.advice.contacts import contact_view
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Urgency
from triggerfactors.search import Hit, Kind, Results, search
from triggerfactors.search.finding import MAX_QUERY
from triggerfactors.ui import places, render, render_knowledge
from triggerfactors.ui.focus import announce

_QUERY = "tw_zoekwoorden"
_COUNT = "tw_zoek_keer"
HEADING = "Gevonden"


def _submit() -> None:
    st.session_state[_QUERY] = str(st.session_state.get("tw_zoekvak", "")).strip()
    st.session_state[_COUNT] = st.session_state.get(_COUNT, 0) + 1


def forget() -> None:
    """Show the page again as it was before searching."""
    st.session_state.pop(_QUERY, None)


def box() -> str:
    """Draw the box; gives the words searched for, or nothing."""
    query = str(st.session_state.get(_QUERY, ""))
    with st.form("tw_zoeken", border=False):
        st.text_input(
            "Waar zoek je naar? Een woord of een korte vraag",
            query,
            key="tw_zoekvak",
            max_chars=MAX_QUERY,
            autocomplete="off",
        )
        st.form_submit_button("Zoek", on_click=_submit)
    return query


def results(content: Content, query: str) -> None:
    """Draw what was found, or whom to ask when nothing was."""
    found = search(content, query)
    st.header(HEADING if found.hits else "Niets gevonden", anchor=False)
    for typed, meant in found.read_as:
        # st.text: what someone typed never passes through Markdown or HTML.
        st.text(f"We lazen “{typed}” als “{' of '.join(meant)}”.")
    for number, hit in enumerate(found.hits):
        _result(content, hit, number)
    if not found.hits:
        _nothing(content)
    st.button("Wis mijn zoekwoorden en toon alle kaarten", on_click=forget, key="tw_zoek_wis")
    _say(found)


def _result(content: Content, hit: Hit, number: int) -> None:
    document = hit.document
    if document.kind is Kind.ORGANISATION:
        _organisation(content, hit)
        return
    place = places.place_of(document, frozenset(content.factors))
    if place:
        script, address = place
        with st.container(key=f"tw-hit-{number}"):
            st.page_link(script, label=document.title, query_params=address)
    st.html(render_knowledge.hit(hit, titled=place is None))


def _organisation(content: Content, hit: Hit) -> None:
    organisation = content.organisations[hit.document.id]
    view = contact_view(content, organisation, "", organisation.urgency, ())
    st.html(render_knowledge.hit(hit, titled=True) + render.reach_lines(view))


def _nothing(content: Content) -> None:
    st.text(content.text("zoeken-niets"))
    st.text(content.text("contact-niet-nagekeken"))
    views = [
        contact_view(content, content.organisations[line], "", Urgency.ADVICE, ())
        for line in content.search_words.advice_lines
    ]
    st.html(render.contacts(content, views))


def _say(found: Results) -> None:
    count = len(found.hits)
    heading = HEADING if count else "Niets gevonden"
    times = st.session_state.get(_COUNT, 0)
    announce(heading, f"{count} gevonden", key=f"zoeken-{times}")
