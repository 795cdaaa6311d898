"""HTML of the meeting: everything typed is escaped, nothing is counted."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from triggerfactors.content import Content
from triggerfactors.meeting import (
    CHANGE,
    STAND,
    Attendee,
    Contribution,
    Difference,
    EventRow,
    FirstView,
    Stand,
    Table,
    Told,
    Voices,
)
from triggerfactors.report import words
from triggerfactors.ui import render


def file_card(title: str, who: str, message: str) -> str:
    """A file that came in: whose work it is about, and what to do with it."""
    about_line = f"<p>{escape(who)}</p>" if who else ""
    return f"<h3>{escape(title)}</h3>{about_line}<p>{escape(message)}</p>"


def about(content: Content, entry: Contribution) -> str:
    """Job and age group: enough to know whose file it is, without a word of it."""
    situation = entry.situation
    profession = content.professions.get(situation.choice("rol") or "")  # type: ignore[call-overload]
    ages = {option.id: option.label for option in content.questions["leeftijd"].options}
    age = ages.get(situation.choice("leeftijd") or "", "leeftijd niet ingevuld")
    name = profession.name if profession else "Werk niet ingevuld"
    return f"{name} · jongere: {age}"


def _fact(fact: Told) -> str:
    small = ", ".join(filter(None, (words.FACT_SOURCE[fact.source], fact.when)))
    return f"<li>{escape(fact.text)} <small>({escape(small)})</small></li>"


def people(seen: Table, *, private: bool) -> str:
    """Per job the facts, beside them what someone thinks of it; the latter not on the wall."""
    cards = []
    for person in seen.people:
        facts = "".join(map(_fact, person.facts)) or "<li>Niets opgeschreven</li>"
        own = ""
        if private:
            thought = person.impression or "Niets opgeschreven"
            own = f"<h4>Wat iemand ervan denkt</h4>{render.own_words(thought)}"
        cards.append(
            f'<section class="tw-card"><h3>{escape(person.who)}</h3>'
            f"<h4>Gezien of gehoord</h4><ul>{facts}</ul>{own}</section>"
        )
    return f'<div class="tw-compare">{"".join(cards)}</div>'


def _known(named: Mapping[Any, str], value: Any) -> str:
    """The word for a value, or nothing where someone did not know."""
    return "" if value is None or value == "weet-niet" else named[value]


def _account_lines(row: EventRow) -> str:
    lines = []
    for stand in Stand:
        for account in row.of(stand):
            details = [
                _known(words.EVENT_WHEN, account.when),
                _known(words.EVENT_EFFECT, account.effect),
                f"“{account.sentence}”" if account.sentence else "",
            ]
            rest = escape(" · ".join(filter(None, details)))
            lines.append(
                f"<li><strong>{STAND[stand]}:</strong> {escape(account.who)}"
                + (f" <small>({rest})</small>" if rest else "")
                + "</li>"
            )
    return f"<ul>{''.join(lines)}</ul>"


def events(seen: Table) -> str:
    """Per event who saw, heard, suspects or contradicts it, and what is told differently."""
    cards = []
    for row in seen.events:
        differs = "".join(f"<li>{escape(text)}</li>" for text in row.differs)
        note = f'<div class="tw-note"><ul>{differs}</ul></div>' if differs else ""
        cards.append(
            f'<section class="tw-card"><h3>{escape(row.name)}</h3>'
            f"{_account_lines(row)}{note}</section>"
        )
    return "".join(cards)


def voices(title: str, items: Sequence[Voices], empty: str = "Nog niets") -> str:
    """One list with who said it."""
    lines = "".join(
        f"<li>{escape(item.text)} <small>({escape(', '.join(item.who))})</small></li>"
        for item in items
    )
    body = f"<ul>{lines}</ul>" if lines else f"<p>{escape(empty)}</p>"
    return f'<section class="tw-card"><h3>{escape(title)}</h3>{body}</section>'


def board(seen: Table) -> str:
    """Known, contradicts, protects and unknown: four equal squares."""
    known = tuple(Voices(f.text, (f.who or "aan tafel",)) for f in seen.facts if not f.contradicts)
    against = tuple(Voices(f.text, (f.who or "aan tafel",)) for f in seen.facts if f.contradicts)
    return (
        '<div class="tw-compare">'
        + voices("Weten we", known)
        + voices("Spreekt de zorg tegen", (*seen.contradicts, *against))
        + voices("Beschermt", seen.protective)
        + voices("Weten we nog niet", seen.unknown)
        + "</div>"
    )


def first_views(content: Content, shown: Sequence[tuple[Attendee, FirstView | None]]) -> str:
    """Everyone's first view, in the order of speaking; no adding up."""
    rows = [
        (
            attendee.function or "Functie niet ingevuld",
            content.outcomes[view.choice].label if view else "Gaf geen eerste blik",  # type: ignore[index]
            view.why or "–" if view else "–",
            view.contradicts or "–" if view else "–",
        )
        for attendee, view in shown
    ]
    header = ("Wie", "Koos alleen", "Waarom", "Wat spreekt dat tegen")
    return render.table("Eerste blik, om de beurt te bespreken", header, rows)


def differences(items: Sequence[Difference]) -> str:
    """What is new, changed and dropped, per part of the sheet."""
    made = []
    for section in dict.fromkeys(item.section for item in items):
        lines = [
            (
                CHANGE[item.change],
                item.name,
                item.before or "–",
                item.after or "–",
            )
            for item in items
            if item.section == section
        ]
        made.append(render.table(section, ("Wat gebeurde", "Waarover", "Toen", "Nu"), lines))
    return "".join(made)
