"""Leren: modules of five minutes. One question at a time, every choice explained, no score.

Where someone is and what they chose lives in this session and is forgotten with the module.
"""

from datetime import date
from html import escape

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.content.models import Module, Scenario
from triggerfactors.report import proof
from triggerfactors.ui import knowledge, places, render_knowledge, session
from triggerfactors.ui.focus import announce

TITLE = "Leren"
_AT = "tw_les"
_SHOWN = "tw_les_uitleg"


def show() -> None:
    """Draw the list of modules, or the module that the address names."""
    content = session.content()
    wanted = st.query_params.get(places.MODULE)
    module = content.modules.get(wanted or "")
    if module:
        places.keep_address({places.MODULE: module.id})
        _module(content, module)
    else:
        places.keep_address({})
        _index(content, unknown=bool(wanted))


def _index(content: Content, *, unknown: bool) -> None:
    _forget()
    st.set_page_config(page_title="Leren – Triggerwijzer")
    st.title(TITLE, anchor=False)
    if unknown:
        st.info(content.text("leren-onbekend"))
    st.html(f"<p>{content.text('leren-uitleg')}</p>")
    with st.container(key="tw-modules"):
        for module in content.modules.values():
            st.page_link(
                places.LEARNING, label=module.title, query_params={places.MODULE: module.id}
            )
            st.html(f"<p>{escape(module.goal.text)} Ongeveer {module.minutes} minuten.</p>")
    announce(TITLE, TITLE, key="leren")


def _forget() -> None:
    st.session_state.pop(_AT, None)
    st.session_state.pop(_SHOWN, None)


def _step(module: Module) -> int:
    at = st.session_state.get(_AT)
    return at[1] if isinstance(at, tuple) and at[0] == module.id else 0


def _go(module: Module, step: int) -> None:
    st.session_state[_AT] = (module.id, step)
    st.session_state.pop(_SHOWN, None)


def _explain() -> None:
    st.session_state[_SHOWN] = True


def _module(content: Content, module: Module) -> None:
    step = _step(module)
    with st.container(key="tw-terug"):
        st.page_link(places.LEARNING, label="Naar alle modules")
    st.title(module.title, anchor=False)
    if step == 0:
        _start(content, module)
    elif step <= len(module.scenarios):
        _question(content, module, step)
    else:
        _end(content, module)


def _start(content: Content, module: Module) -> None:
    st.set_page_config(page_title=f"{module.title} – Leren – Triggerwijzer")
    st.html(render_knowledge.module_start(content, module))
    st.button(
        "Begin met de vragen", type="primary", key="tw_les_begin", on_click=_go, args=(module, 1)
    )
    announce(module.title, module.title, key=f"les-{module.id}-0")


def _question(content: Content, module: Module, step: int) -> None:
    place = f"Vraag {step} van {len(module.scenarios)}"
    st.set_page_config(page_title=f"{place} – {module.title} – Triggerwijzer")
    scenario = module.scenarios[step - 1]
    explained = bool(st.session_state.get(_SHOWN))
    st.header(place, anchor=False)
    st.html(render_knowledge.scenario(scenario))
    chosen = _choice(module, scenario)
    if not explained:
        st.button("Bekijk de uitleg", type="primary", key="tw_les_uitleg_knop", on_click=_explain)
        announce(place, place, key=f"les-{module.id}-{step}")
        return
    st.header("Uitleg bij elke keuze", anchor=False)
    st.html(render_knowledge.feedback(content, scenario, chosen))
    last = step == len(module.scenarios)
    st.button(
        "Rond de module af" if last else "Volgende vraag",
        type="primary",
        key="tw_les_verder",
        on_click=_go,
        args=(module, step + 1),
    )
    announce("Uitleg bij elke keuze", f"Uitleg bij {place.lower()}", key=f"les-{module.id}-{step}u")


def _choice(module: Module, scenario: Scenario) -> str | None:
    labels = {choice.id: choice.label for choice in scenario.choices}
    return st.radio(
        scenario.question,
        list(labels),
        index=None,
        format_func=labels.__getitem__,
        key=f"tw_les_{module.id}_{scenario.id}",
        on_change="ignore",
    )


def _end(content: Content, module: Module) -> None:
    st.set_page_config(page_title=f"Klaar – {module.title} – Triggerwijzer")
    st.header("Om mee te nemen", anchor=False)
    st.html(render_knowledge.module_end(content, module))
    st.header("Bewijs van deelname", anchor=False)
    st.text(content.text("leren-bewijs"))
    st.download_button(
        "Bewaar mijn bewijs",
        lambda: proof(module, date.today()),
        file_name=f"triggerwijzer-bewijs-{module.id}.html",
        mime="text/html",
        type="primary",
        on_click="ignore",
        key="tw_les_bewijs",
    )
    st.header("Verder", anchor=False)
    with st.container(key="tw-verder"):
        following = next((m for m in content.modules.values() if m.order > module.order), None)
        if following:
            st.page_link(
                places.LEARNING,
                label=f"Volgende module: {following.title}",
                query_params={places.MODULE: following.id},
            )
        for card_id in module.cards:
            knowledge.link(content.cards[card_id])
    st.button("Doe deze module opnieuw", key="tw_les_opnieuw", on_click=_go, args=(module, 0))
    announce("Om mee te nemen", "De module is klaar", key=f"les-{module.id}-klaar")
