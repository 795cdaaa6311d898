"""Kennis: the search box, a calm index, and one card at a time."""

from datetime import date
from itertools import groupby

import streamlit as st

from triggerfactors import search
from triggerfactors.content import Content
from triggerfactors.content.models import Card
from triggerfactors.content.vocabulary import CardGroup
from triggerfactors.report import card_document, reading_page, words
from triggerfactors.ui import card_tools, places, render_knowledge, search_box, session
from triggerfactors.ui.focus import announce

TITLE = "Kennis"


def show() -> None:
    """Draw the index, or the card that the address names."""
    content = session.content()
    wanted = st.query_params.get(places.CARD)
    card = content.cards.get(wanted or "")
    if card:
        places.keep_address({places.CARD: card.id})
        _card(content, card)
    else:
        places.keep_address({})
        _index(content, unknown=bool(wanted))


def _index(content: Content, *, unknown: bool) -> None:
    st.set_page_config(page_title="Kennis – Triggerwijzer")
    st.title(TITLE, anchor=False)
    if unknown:
        st.info(content.text("kennis-onbekend"))
    st.html(f"<p>{content.text('kennis-uitleg')}</p>")
    query = search_box.box()
    if query:
        search_box.results(content, query)
        return
    with st.container(key="tw-kaarten"):
        by_group = sorted(
            content.cards.values(), key=lambda card: list(CardGroup).index(card.group)
        )
        for group, cards in groupby(by_group, key=lambda card: card.group):
            st.header(words.CARD_GROUP[group], anchor=False)
            for card in cards:
                link(card)
    announce(TITLE, TITLE, key="kennis")
    # The page stands; the first search of this process should not be the one that waits.
    search.index(content)


def link(card: Card) -> None:
    """A link to a card inside the app; an ordinary link would lose the answers of the session."""
    st.page_link(places.KNOWLEDGE, label=card.title, query_params={places.CARD: card.id})


def _card(content: Content, card: Card) -> None:
    st.set_page_config(page_title=f"{card.title} – Kennis – Triggerwijzer")
    with st.container(key="tw-terug"):
        st.page_link(places.KNOWLEDGE, label="Naar alle kaarten")
    st.title(card.title, anchor=False)
    st.html(render_knowledge.card_intro(card) + render_knowledge.card_body(card))
    if card.tool:
        card_tools.show(content, card.tool)
    st.html(render_knowledge.card_foot(content, card))
    st.download_button(
        "Neem deze kaart mee om te printen",
        lambda: reading_page(card_document(content, card, date.today())),
        file_name=f"triggerwijzer-{card.id}.html",
        mime="text/html",
        on_click="ignore",
        key="tw_kaart_mee",
    )
    if card.cards or card.modules:
        st.header("Verder lezen en oefenen", anchor=False)
        with st.container(key="tw-verder"):
            for card_id in card.cards:
                link(content.cards[card_id])
            for module_id in card.modules:
                module = content.modules[module_id]
                st.page_link(
                    places.LEARNING,
                    label=f"Oefen vijf minuten: {module.title}",
                    query_params={places.MODULE: module.id},
                )
    announce(card.title, card.title, key=f"kaart-{card.id}")
