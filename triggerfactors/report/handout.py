"""The hand-out: one A4 for one job, with what someone can do and whom to call first."""

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from pathlib import Path

from triggerfactors.advice import ContactView, contacts, job_advice
from triggerfactors.advice.views import AdviceItem, StepAdvice
from triggerfactors.content import Content
from triggerfactors.content.vocabulary import Level, Side, Step
from triggerfactors.report import words
from triggerfactors.report.sheet import self_contained
from triggerfactors.situation import Situation

_STYLE = (Path(__file__).parent / "handout.css").read_text(encoding="utf-8")

# One sheet holds the first few of each; the rest stands in the app.
_PER_STEP = 3
_PER_SIDE = 2
_CONTACTS = 3


def _list(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in items)}</ul>"


def _first(items: Sequence[AdviceItem], side: Side) -> list[str]:
    return [item.text for item in items if item.side is side][:_PER_SIDE]


def _step(advice: StepAdvice) -> str:
    title = f"<h2>{words.STEP[advice.step]}</h2>"
    if advice.step is not Step.FOLLOW_UP:
        return title + _list(item.text for item in advice.general[:_PER_STEP])
    sides = "".join(
        f"<section><h3>{words.SIDE[side]}</h3>{_list(_first(advice.general, side))}</section>"
        for side in Side
    )
    return f'{title}<div class="sides">{sides}</div>'


def _contact(contact: ContactView) -> str:
    name = escape(contact.name)
    if contact.phone is None:
        return f"<li>{name}</li>"
    checked = escape(words.checked(contact))
    return f"<li>{name} – <b>{escape(contact.phone)}</b> <small>({checked})</small></li>"


def _events(content: Content) -> str:
    def names(level: Level) -> str:
        return "; ".join(escape(f.name) for f in content.factors.values() if f.level is level)

    rows = "".join(
        f"<li><b>{words.LEVEL_MARK[level]} {words.LEVEL[level]}:</b> {names(level)}.</li>"
        for level in Level
    )
    return f"<ul>{rows}</ul>"


def handout(content: Content, profession_id: str, made_on: date) -> bytes:
    """The hand-out of one job as one HTML file, dated ``made_on``.

    Raises ``KeyError`` for an unknown job.
    """
    job = job_advice(content, profession_id, ())
    # Without answers the route is the one of thinking along: the same for every worry.
    whom = contacts(content, Situation(), profession_id)[:_CONTACTS]
    title = f"Zorg om een jongere: {job.name}"
    body = (
        f"<main><h1>{escape(title)}</h1>"
        f'<p class="note"><b>{escape(content.text("blad-gevaar"))}</b> '
        f"{escape(content.text('blad-let-op'))} {escape(content.text('blad-samen'))}</p>"
        f"<p>{escape(job.who_talks.text)}</p>"
        + "".join(map(_step, job.steps))
        + "<h2>Zinnen om mee te beginnen</h2>"
        + _list(f"“{opening.text}”" for opening in job.openings[:_PER_STEP])
        + "<h2>Let op in dit werk</h2>"
        + _list(item.text for item in job.attention[:_PER_SIDE])
        + "<h2>Wie je als eerste vraagt</h2>"
        + f"<ol>{''.join(map(_contact, whom))}</ol>"
        + f"<h2>De vijftien gebeurtenissen</h2>{_events(content)}"
        + "<footer>Bronnen staan bij elke tekst in Triggerwijzer, op de pagina Infographic. "
        "Een deel is vakkennis en nog na te kijken. "
        f"{words.day(made_on)}, inhoud {content.version}.</footer></main>"
    )
    return self_contained(title, _STYLE, body)
