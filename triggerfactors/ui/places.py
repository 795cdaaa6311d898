"""Where a search result leads: the page, and the words in its address.

Only jobs, events, cards, modules and fictional cases may stand in an address, never an answer
or a search.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st

from triggerfactors.search import Document, Kind

KNOWLEDGE: Final = "pages/kennis.py"
LEARNING: Final = "pages/leren.py"
_INFOGRAPHIC: Final = "pages/infographic.py"
_WORKSHOP: Final = "pages/workshop.py"
CARD: Final = "kaart"
MODULE: Final = "module"
CASE: Final = "casus"
# The card that must be one click away (tests hold that it exists).
TENSION_NOW: Final = "nu-spanning-in-de-groep"
# What the worry does to the professional: in view at the start, never asked for, never kept.
SELF_CHECK: Final = "zelfcheck"

_ROOT = Path(__file__).parents[2]
# Without the infographic a result about an event still shows its passage, only without a link.
_HAS_INFOGRAPHIC = (_ROOT / _INFOGRAPHIC).exists()
_HAS_WORKSHOP = (_ROOT / _WORKSHOP).exists()


_ADDRESS: Final = "tw_adres"


def keep_address(words: Mapping[str, str]) -> None:
    """Put these words in the address of the page, and no others.

    Streamlit's link to the page one is on brings the words to the script once, but leaves the
    address in the browser as it was; the next click would fall back to that.
    """
    shown = tuple(sorted(words.items()))
    if st.session_state.get(_ADDRESS) != shown:
        st.session_state[_ADDRESS] = shown
        st.query_params.from_dict(dict(words))


def place_of(document: Document, factors: frozenset[str]) -> tuple[str, dict[str, str]] | None:
    """The page and address words of a document, or ``None`` where the result says it all."""
    if document.kind is Kind.CARD:
        return KNOWLEDGE, {CARD: document.id}
    if document.kind is Kind.MODULE:
        return LEARNING, {MODULE: document.id}
    if document.kind is Kind.CASE and _HAS_WORKSHOP:
        return _WORKSHOP, {CASE: document.id}
    if document.kind in (Kind.FACTOR, Kind.ADVICE) and _HAS_INFOGRAPHIC and document.id in factors:
        job = {"beroep": document.job} if document.job else {}
        return _INFOGRAPHIC, {"factor": document.id, **job}
    return None
