"""Adviesvraag: fill in four things, get a text to read out. Kept in this session only."""

from itertools import count
from typing import Final

import streamlit as st

from triggerfactors import privacy
from triggerfactors.advice import MAX_WORDS, AdviceRequest, facts_to_reuse, read_out, referral
from triggerfactors.content import Content
from triggerfactors.situation.answers import FactsAnswer
from triggerfactors.ui import privacy_notice, render_referral, session, wiping
from triggerfactors.ui.focus import announce

TITLE = "Adviesvraag"
MADE = "Je tekst om voor te lezen"
FIELD_LENGTH: Final = 900

_JOB, _SAW, _DONE, _QUESTION, _READY = (
    "tw_advies_werk",
    "tw_advies_gezien",
    "tw_advies_gedaan",
    "tw_advies_vraag",
    "tw_advies_klaar",
)
_SPARRING = "professional-wil-sparren"
_FIELDS = {
    _SAW: "Wat zag of hoorde je?",
    _DONE: "Wat is er al gedaan? (mag leeg blijven)",
    _QUESTION: "Wat is je vraag?",
}


# A browser keeps what stands in a field as long as the field has the same key. After "Wis alles"
# the number is gone with all the rest, so the fields are new ones and really empty.
_ROUNDS = count()
_ROUND = "tw_advies_ronde"


def _key(name: str) -> str:
    """The key of a field in this round."""
    if _ROUND not in st.session_state:
        st.session_state[_ROUND] = next(_ROUNDS)
    return f"{name}_{st.session_state[_ROUND]}"


def _typed(name: str) -> str:
    return str(st.session_state.get(_key(name)) or "")


def prefer_job(job: str) -> None:
    """Fill in the job that someone chose elsewhere."""
    st.session_state[_key(_JOB)] = job


def _facts_of_situation() -> tuple[str, int]:
    answer = session.situation().answer("gezien")
    return facts_to_reuse(answer.facts) if isinstance(answer, FactsAnswer) else ("", 0)


def _reuse(content: Content) -> None:
    """Take over job and facts: only because the person pressed the button for it."""
    text, left_out = _facts_of_situation()
    before = _typed(_SAW).strip()
    st.session_state[_key(_SAW)] = f"{before} {text}".strip()[:FIELD_LENGTH]
    job = session.situation().choice("rol")
    if job in content.professions:
        prefer_job(str(job))
    message = "Je feiten staan hieronder. Kijk ze na en maak ze korter."
    if left_out:
        message += f" Niet alles past: {left_out} weggelaten."
    session.tell(message)


def _add_question(text: str) -> None:
    st.session_state[_key(_QUESTION)] = text


def _make() -> None:
    st.session_state[_READY] = True


def _form(content: Content) -> None:
    if _facts_of_situation()[0]:
        st.button(
            "Neem mijn feiten over uit de situatie",
            key="tw_advies_neem_over",
            on_click=_reuse,
            args=(content,),
        )
    jobs = {job.id: job.name for job in content.professions.values()}
    st.pills(
        "Wat is je werk?",
        list(jobs),
        format_func=jobs.__getitem__,
        key=_key(_JOB),
        persist_state="session",
    )
    for key, label in _FIELDS.items():
        if key == _QUESTION:
            with st.expander("Kies een vraag om mee te beginnen"):
                for question in content.advice_questions.values():
                    st.button(
                        question.text,
                        key=f"tw_vraag_{question.id}",
                        on_click=_add_question,
                        args=(question.text,),
                        width="stretch",
                    )
        # Values come with the next button: a rerun on leaving a field would move what one clicks.
        st.text_area(
            label,
            key=_key(key),
            max_chars=FIELD_LENGTH,
            height=110,
            on_change="ignore",
            persist_state="session",
        )
        privacy_notice.show(_typed(key))


def _request() -> AdviceRequest:
    return AdviceRequest(
        job=st.session_state.get(_key(_JOB)),
        saw=_typed(_SAW),
        done=_typed(_DONE),
        question=_typed(_QUESTION),
    )


def _result(content: Content, request: AdviceRequest) -> None:
    made = read_out(content, request)
    st.header(MADE, anchor=False)
    typed = (
        (_FIELDS[_SAW], request.saw),
        (_FIELDS[_DONE], request.done),
        (_FIELDS[_QUESTION], request.question),
    )
    found = privacy.find_in(typed)
    if privacy.blocks(tuple(located.finding for located in found)):
        st.error(content.text("advies-bsn"))
        return
    if made.missing:
        st.warning(f"Vul nog in: {', '.join(made.missing)}.")
        return
    if made.too_many:
        st.warning(
            f"Je tekst heeft {made.words} woorden. Haal er {made.too_many} weg, "
            f"dan lees je hem in een minuut voor. Hoogstens {MAX_WORDS} woorden."
        )
        return
    if found:
        st.warning(f"Kijk de opmerkingen hierboven na. {content.text('privacy-let-op')}")
    st.html(render_referral.readout(made, MAX_WORDS))
    st.html(
        "<p><small>Klik op de tekst om alles te kiezen en te kopiëren. Printen kan ook.</small></p>"
    )
    st.download_button(
        "Bewaar als tekst (.txt)",
        made.text,
        file_name="adviesvraag.txt",
        mime="text/plain",
        on_click="ignore",
        key="tw_advies_txt",
    )
    st.header("Wie je nu belt", anchor=False)
    to_call = referral(content, str(request.job), _SPARRING).contacts
    st.html(render_referral.who_to_call(to_call) + render_referral.unchecked(content, to_call))


def show() -> None:
    """Draw the form and, once asked for, the text."""
    content = session.content()
    st.set_page_config(page_title=f"{TITLE} – Triggerwijzer")
    st.title(TITLE, anchor=False)
    session.show_message()
    st.html(
        f"<p>{content.text('advies-uitleg')}</p>"
        f"<p><small>{content.text('advies-niet-bewaard')}</small></p>"
    )
    _form(content)
    st.button("Maak mijn adviesvraag", type="primary", key="tw_advies_maak", on_click=_make)
    ready = bool(st.session_state.get(_READY))
    request = _request()
    if ready:
        _result(content, request)
    # Always there: what is typed but not yet sent also stands on the screen.
    wiping.foot(content)
    if ready:
        announce(MADE, MADE, key="adviesvraag-klaar")
    else:
        announce(TITLE, TITLE, key="adviesvraag")
