"""The Wegwijzer and the adviesvraag as HTML text: everything escaped, pure functions."""

from collections.abc import Sequence
from html import escape

from triggerfactors.advice import ContactView, Correction, ReadOut, Referral, correction, mailto
from triggerfactors.content import Content
from triggerfactors.content.models import ChainParty
from triggerfactors.content.vocabulary import Basis, ChainGroup
from triggerfactors.report import words
from triggerfactors.ui import render

GROUP = {
    ChainGroup.OWN: "Begin in je eigen organisatie",
    ChainGroup.SOCIAL: "Sociaal domein",
    ChainGroup.CARE: "Zorg",
    ChainGroup.SAFETY: "Veiligheid",
    ChainGroup.CONNECTS: "Verbindt zorg en veiligheid",
    ChainGroup.NATIONAL: "Denkt landelijk mee",
}
_PLACES = ("Eerst", "Daarna", "Als dat niet lukt of past", "Ook mogelijk", "Ook mogelijk")


def _rows(rows: Sequence[tuple[str, str]]) -> str:
    """Pairs of a name and ready HTML, as a definition list; pairs without text are left out."""
    cells = "".join(f"<dt>{escape(name)}</dt><dd>{html}</dd>" for name, html in rows if html)
    return f'<dl class="tw-pairs">{cells}</dl>'


def call(contact: ContactView) -> str:
    """Phone numbers as big links, or how to find the number."""
    numbers = [n for n in (contact.phone, contact.phone_alternative) if n]
    if not numbers:
        ask = contact.ask_locally or "We weten geen nummer. Vraag het in je eigen organisatie."
        return f'<p class="tw-ask">{escape(ask)}</p>'
    links = "".join(
        f'<a href="tel:{"".join(c for c in number if c.isdigit() or c == "+")}">'
        f"Bel {escape(number)}</a>"
        for number in numbers
    )
    return f'<p class="tw-dials">{links}</p>'


def _online(contact: ContactView) -> str:
    found = []
    if contact.email:
        found.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact.website:
        shown = contact.website.partition("://")[2].rstrip("/")
        found.append(
            f'<a href="{escape(contact.website)}" target="_blank" rel="noopener noreferrer">'
            f"{escape(shown)}</a>"
        )
    return "<br>".join(found)


def _mark(basis: Basis) -> str:
    """A word beside a text that was not found in a source; nothing beside one that was."""
    if basis is Basis.SOURCE:
        return ""
    return f' <span class="tw-mark">{"afgeleid" if basis is Basis.INFERRED else "vakkennis"}</span>'


def _after(contact: ContactView) -> str:
    after = contact.after_contact
    if after is None:
        return "Vraag bij het begin wat er met je verhaal gebeurt."
    return escape(after.text) + _mark(after.basis)


def unchecked(content: Content, items: Sequence[ContactView]) -> str:
    """That nobody has checked these contacts, as long as that holds for one of them."""
    if all(contact.checked_on for contact in items):
        return ""
    return f"<p><small>{escape(content.text('contact-niet-nagekeken'))}</small></p>"


def facts(contact: ContactView) -> str:
    """What one wants to know before calling: without a name, when, what then, checked when."""
    ask = contact.ask_locally if contact.phone and contact.ask_locally else ""
    return _rows(
        (
            ("Zonder naam?", words.ANONYMOUS[contact.anonymous]),
            ("Open", escape(contact.hours or "Tijden niet bekend. Kijk op de site.")),
            ("Wat gebeurt er daarna?", _after(contact)),
            ("Mail en site", _online(contact)),
            ("Vraag ook na", escape(ask)),
            ("Laatst nagekeken", escape(words.checked(contact))),
        )
    )


def mistake(content: Content, contact: ContactView, address: str | None) -> str:
    """‘Klopt niet?’: the text in full, so that one sees what is in it, and a link to mail it."""
    mail: Correction = correction(content, contact)
    how = (
        f'<p><a class="tw-button" href="{escape(mailto(address, mail))}">Open in je mail</a></p>'
        if address
        else f"<p>{escape(content.text('klopt-niet-geen-adres'))}</p>"
    )
    return (
        f'<details class="tw-why tw-wrong"><summary>Klopt niet?'
        f'<span class="tw-unseen"> {escape(contact.name)}</span></summary>'
        f"<p>{escape(content.text('klopt-niet-uitleg'))}</p>"
        f'<p class="tw-own">{escape(mail.body)}</p>{how}</details>'
    )


def _sources(content: Content, contact: ContactView) -> str:
    """Sources folded; a contact of the own organisation has none but its own word."""
    if contact.local:
        return "<p><small>Uit het lokale bestand van je organisatie of gemeente.</small></p>"
    rows = "".join(
        f"<li>{render.source_line(content.sources[source])}</li>" for source in contact.sources
    )
    rows = rows or "<li>Vakkennis van de redactie, nog na te kijken.</li>"
    return (
        f'<details class="tw-why"><summary>Bronnen<span class="tw-unseen"> {escape(contact.name)}'
        f"</span></summary><ul>{rows}</ul></details>"
    )


def referral(content: Content, found: Referral, address: str | None) -> str:
    """The contacts in order, each with the reason for its place."""
    cards = []
    for place, contact in zip(_PLACES, found.contacts, strict=False):
        # The title of the kind of situation already stands above the list.
        reason = contact.reasons[0].rule.removeprefix(f"{found.title}: ")
        cards.append(
            f'<li class="tw-contact"><p class="tw-place">{place}</p>'
            f"<h3>{escape(contact.name)}</h3>"
            f'<p class="tw-reason">{escape(reason)}</p>{call(contact)}{facts(contact)}'
            f"<p>{escape(contact.what)}</p>"
            f'<div class="tw-folds">{_sources(content, contact)}'
            f"{mistake(content, contact, address)}</div></li>"
        )
    return f'<ol class="tw-route">{"".join(cards)}</ol>'


def organisation(content: Content, contact: ContactView, address: str | None) -> str:
    """One organisation, folded to its name."""
    return (
        f'<details class="tw-card"><summary><span>{escape(contact.name)}'
        f"{f' <small>{escape(contact.phone)}</small>' if contact.phone else ''}</span></summary>"
        f'<p><span class="tw-mark">{words.URGENCY[contact.urgency]}</span></p>'
        f"<p>{escape(contact.what)}</p>{call(contact)}{facts(contact)}"
        f'<div class="tw-folds">{_sources(content, contact)}'
        f"{mistake(content, contact, address)}</div></details>"
    )


def _by_group(content: Content) -> dict[ChainGroup, list[ChainParty]]:
    return {
        group: [p for p in content.chain_parties.values() if p.group is group]
        for group in ChainGroup
    }


def chain(content: Content, job: str | None) -> str:
    """The chain as a picture: three columns, what connects them, and where one stands oneself."""
    boxes = []
    described = []
    for group, parties in _by_group(content).items():
        names = []
        for party in parties:
            here = ' <b class="tw-you">◀ jij</b>' if job in party.professions else ""
            names.append(f'<span class="tw-party">{escape(party.name)}{here}</span>')
        boxes.append(
            f'<span class="tw-group tw-group-{group.value}">'
            f'<b class="tw-group-name">{GROUP[group]}</b>{"".join(names)}</span>'
        )
        described.append(f"{GROUP[group]}: {', '.join(party.name for party in parties)}")
    label = escape(f"Wie doet wat in de keten. {'. '.join(described)}.")
    return f'<div class="tw-chain" role="img" aria-label="{label}">{"".join(boxes)}</div>'


def _said(party: ChainParty) -> str:
    """Task and what to mind; a mark that holds for both stands once, at the end."""
    said = [party.task, *([party.mind] if party.mind else [])]
    if len({statement.basis for statement in said}) == 1:
        return " ".join(escape(statement.text) for statement in said) + _mark(said[0].basis)
    return " ".join(escape(statement.text) + _mark(statement.basis) for statement in said)


def chain_table(content: Content, job: str | None) -> str:
    """The same in words, with the task, what to mind and the sources."""
    parts = []
    for group, parties in _by_group(content).items():
        rows = []
        for party in parties:
            here = " (hier sta jij)" if job in party.professions else ""
            rows.append(f"<dt>{escape(party.name)}{here}</dt><dd>{_said(party)}</dd>")
        used = dict.fromkeys(
            source
            for party in parties
            for said in (party.task, party.mind)
            if said
            for source in said.sources
        )
        sources = "".join(f"<li>{render.source_line(content.sources[s])}</li>" for s in used)
        parts.append(
            f'<h3>{GROUP[group]}</h3><dl class="tw-pairs">{"".join(rows)}</dl>'
            f'<details class="tw-why"><summary>Bronnen<span class="tw-unseen"> {GROUP[group]}'
            f"</span></summary><ul>{sources}</ul></details>"
        )
    return "".join(parts)


def chain_steps(content: Content) -> str:
    """From a worry to a plan: an ordered list that also looks like a way."""
    rows = "".join(
        f"<li><strong>{escape(step.name)}</strong><br><small>{escape(step.who)}</small>"
        f"<p>{escape(step.statement.text)}</p></li>"
        for step in content.chain_steps.values()
    )
    used = dict.fromkeys(s for step in content.chain_steps.values() for s in step.statement.sources)
    sources = "".join(f"<li>{render.source_line(content.sources[s])}</li>" for s in used)
    return (
        f'<ol class="tw-way">{rows}</ol><details class="tw-why"><summary>Bronnen bij deze stappen'
        f"</summary><ul>{sources}</ul></details>"
    )


def readout(made: ReadOut, limit: int) -> str:
    """The text to read out, with its number of words; selected as a whole with one click."""
    return (
        f'<div class="tw-readout">{escape(made.text)}</div>'
        f'<p class="tw-count">{made.words} van hoogstens {limit} woorden</p>'
    )


def who_to_call(items: Sequence[ContactView]) -> str:
    """Whom to read it to, in one line each."""
    rows = "".join(f"<li><strong>{escape(c.name)}</strong>{call(c)}</li>" for c in items)
    return f'<ol class="tw-whom">{rows}</ol>'
