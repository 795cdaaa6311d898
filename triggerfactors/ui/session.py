"""What one visitor has in this session, and nowhere else: the answers and the screen in view.

Nothing here is written to disk, logged or put in a URL. Closing the page ends it.
"""

from contextvars import ContextVar
from dataclasses import dataclass

import streamlit as st

from triggerfactors.content import Content, ContentError, load
from triggerfactors.content.vocabulary import OVERVIEW, STOP
from triggerfactors.situation import Answer, Situation, current, fits, stopped, walk

_SITUATION = "tw_situatie"
_PLACE = "tw_plaats"
_FROM_REVIEW = "tw_vanuit_antwoorden"
_MESSAGE = "tw_melding"
_CONTENT = "tw_inhoud"
_MEETING = "tw_overleg"

# The review list is a screen beside the route, not a question on it.
REVIEW = "antwoorden"


@dataclass(frozen=True)
class Message:
    """Something to tell once, on the next screen; an error or a calm word."""

    text: str
    is_error: bool = False


# The content of the run that is going on, in this thread; a screen asks for it dozens of times.
_OF_THIS_RUN: ContextVar[Content | None] = ContextVar("inhoud", default=None)


def begin_run() -> Content:
    """Choose the content for this run of a page; whoever filled something in keeps what they had.

    New content may lack a question or an event that was answered already. Raises
    :class:`ContentError` when it cannot be used; ``app.py`` shows the report then.
    """
    _OF_THIS_RUN.set(None)
    held = st.session_state.get(_CONTENT)
    if held is None or not (has_answers() or _MEETING in st.session_state):
        newest = load()
        if held is not newest:
            st.session_state[_CONTENT] = held = newest
    _OF_THIS_RUN.set(held)
    return held


def content() -> Content:
    """The content of this run; raises as :func:`begin_run` does."""
    return _OF_THIS_RUN.get() or begin_run()


def situation() -> Situation:
    """The answers of this session."""
    return st.session_state.get(_SITUATION, Situation())


def has_answers() -> bool:
    """Whether anything was filled in."""
    return bool(situation().answers)


def set_situation(value: Situation) -> None:
    """Replace all answers, for instance by those from a file."""
    st.session_state[_SITUATION] = value
    st.session_state.pop(_PLACE, None)
    st.session_state.pop(_FROM_REVIEW, None)


def place() -> str:
    """The screen in view: the one chosen, or where the answers lead.

    Danger now stops everything but the stop card and the way back to that answer.
    """
    answers = situation()
    chosen = st.session_state.get(_PLACE)
    here = walk(content(), answers)
    if stopped(content(), answers):
        return str(chosen) if here.index(chosen or "") is not None else STOP
    if chosen in (OVERVIEW, REVIEW) or here.index(chosen or "") is not None:
        return str(chosen)
    at = current(content(), answers)
    return at if isinstance(at, str) else at.place


def go_to(target: str, *, from_review: bool = False) -> None:
    """Show another screen of the route; after a visit from the review list one returns there."""
    st.session_state[_PLACE] = target
    st.session_state[_FROM_REVIEW] = from_review


def from_review() -> bool:
    """Whether this screen was opened from the review list."""
    return bool(st.session_state.get(_FROM_REVIEW))


def give(target: str, answer: Answer) -> bool:
    """Store an answer if it fits its question; what a browser sends is not trusted."""
    if not fits(content(), target, answer):
        tell("Dat antwoord past niet bij de vraag. Kies opnieuw.", is_error=True)
        return False
    st.session_state[_SITUATION] = situation().with_answer(target, answer)
    return True


def wipe() -> None:
    """Forget everything of this session."""
    for key in list(st.session_state):
        del st.session_state[key]
    tell(content().text("wis-uitleg"))


def tell(text: str, *, is_error: bool = False) -> None:
    """Leave a message for the next time a screen is drawn."""
    st.session_state[_MESSAGE] = Message(text, is_error)


def show_message() -> None:
    """Show the message that was left, once."""
    message = st.session_state.pop(_MESSAGE, None)
    if isinstance(message, Message):
        (st.error if message.is_error else st.success)(message.text)


__all__ = [
    "REVIEW",
    "ContentError",
    "begin_run",
    "content",
    "from_review",
    "give",
    "go_to",
    "has_answers",
    "place",
    "set_situation",
    "show_message",
    "situation",
    "tell",
    "wipe",
]
