"""Parts of the overview as HTML text: everything escaped, nothing to run, pure functions.

One ``st.html`` with a whole section costs a fraction of a hundred Streamlit elements, and keeps
lists, tables and "waarom" as real HTML for screen readers.
"""

from collections.abc import Iterable, Sequence
from html import escape

from triggerfactors.advice import ContactView, JobAdvice, Overview, Point, Reason
from triggerfactors.advice.views import AdviceItem, FactorView, OpenQuestion, Reading, StepAdvice
from triggerfactors.content import Content
from triggerfactors.content.models import Source, Statement
from triggerfactors.content.vocabulary import Basis, Level, Side, Step, Urgency
from triggerfactors.report import words
from triggerfactors.situation.answers import EventWhen, Fact

LEVEL_MARK = words.LEVEL_MARK


def source_line(source: Source) -> str:
    """One source: author, title as a link, year and how sure we are."""
    title = escape(source.title)
    if source.url:
        title = (
            f'<a href="{escape(source.url)}" target="_blank" rel="noopener noreferrer">{title}</a>'
        )
    year = escape(words.year(source))
    sure = words.RELIABILITY[source.reliability]
    return f"{escape(source.author)}: {title} ({year}; zekerheid {sure})"


def _sources(content: Content, source_ids: Iterable[str]) -> str:
    known = [content.sources[s] for s in dict.fromkeys(source_ids) if s in content.sources]
    return "".join(f"<li>{source_line(source)}</li>" for source in known)


def why(
    content: Content, reasons: Sequence[Reason], basis: Basis | None, source_ids: Iterable[str]
) -> str:
    """The why-trail, folded: the answer, the rule, how sure, the sources."""
    trail = "".join(
        f"<li>{escape(answer)}: {escape(rule)}</li>"
        for answer, rule in dict.fromkeys((r.answer, r.rule) for r in reasons)
    )
    sure = f"<li>{words.BASIS[basis]}.</li>" if basis else ""
    sources = _sources(content, source_ids)
    return (
        '<details class="tw-why"><summary>Waarom?</summary>'
        f"<ul>{trail}{sure}{sources}</ul></details>"
    )


def statements(content: Content, items: Sequence[Statement]) -> str:
    """A list of statements; those not found in a source say so."""
    rows = []
    for item in items:
        mark = (
            ""
            if item.basis is Basis.SOURCE
            else f' <span class="tw-mark">{_unsure(item.basis)}</span>'
        )
        rows.append(f"<li>{escape(item.text)}{mark}</li>")
    used = dict.fromkeys(source for item in items for source in item.sources)
    return (
        f"<ul>{''.join(rows)}</ul>"
        '<details class="tw-why"><summary>Bronnen</summary>'
        f"<ul>{_sources(content, used)}</ul></details>"
    )


def _unsure(basis: Basis) -> str:
    return "afgeleid" if basis is Basis.INFERRED else "vakkennis"


def points(content: Content, items: Sequence[Point]) -> str:
    """A list of texts, each with its why-trail."""
    rows = (
        f"<li>{_titled(item)}{why(content, item.reasons, item.basis, item.sources)}</li>"
        for item in items
    )
    return f"<ul>{''.join(rows)}</ul>"


def _titled(item: Point) -> str:
    title = f"<strong>{escape(item.title)}.</strong> " if item.title else ""
    return title + escape(item.text)


def own_words(text: str) -> str:
    """Someone's own words, exactly as typed."""
    return f'<p class="tw-own">{escape(text)}</p>' if text else ""


def note(text: str) -> str:
    """A text set apart."""
    return f'<p class="tw-note">{escape(text)}</p>'


def facts(items: Sequence[Fact]) -> str:
    """The facts with source and moment."""
    rows = [(fact.text, words.FACT_SOURCE[fact.source], fact.when or "–") for fact in items]
    return table("Feiten met bron", ("Feit", "Hoe je het weet", "Wanneer en waar"), rows)


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table that stacks on a narrow screen; cells carry the name of their column."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "".join(
        "<tr>"
        + f'<th scope="row">{escape(row[0])}</th>'
        + "".join(
            f'<td data-label="{escape(header[i])}">{escape(cell)}</td>'
            for i, cell in enumerate(row[1:], start=1)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<table class="tw-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def timeline(factors: Sequence[FactorView]) -> str:
    """Events on level × time as a figure, described in words for who does not see it."""
    described = "; ".join(
        f"{f.name}: {words.LEVEL[f.level].lower()}, {words.EVENT_WHEN[f.when].lower()}"
        for f in factors
    )
    cells = ['<span class="tw-corner"></span>']
    cells += [f'<span class="tw-col">{words.EVENT_WHEN[when]}</span>' for when in EventWhen]
    for level in Level:
        cells.append(f'<span class="tw-row">{LEVEL_MARK[level]} {words.LEVEL[level]}</span>')
        for when in EventWhen:
            here = [f for f in factors if f.level is level and f.when is when]
            names = "".join(
                f'<span class="tw-event">{LEVEL_MARK[level]} {escape(f.name)}</span>' for f in here
            )
            label = f'<span class="tw-when">{words.EVENT_WHEN[when]}</span>' if here else ""
            cells.append(
                f'<span class="tw-cell{"" if here else " tw-empty"}">{label}{names}</span>'
            )
    return (
        f'<div class="tw-figure" role="img" aria-label="Gebeurtenissen naar plaats en tijd. '
        f'{escape(described)}">{"".join(cells)}</div>'
    )


def timeline_table(factors: Sequence[FactorView]) -> str:
    """The same as a table."""
    rows = [
        (
            f.name,
            words.LEVEL[f.level],
            words.EVENT_WHEN[f.when],
            words.EVENT_KNOWN[f.known],
            words.EVENT_EFFECT[f.effect],
        )
        for f in factors
    ]
    header = ("Gebeurtenis", "Waar", "Wanneer", "Hoe je het weet", "Wat het deed")
    return table("Dezelfde gebeurtenissen als tabel", header, rows)


def factor_card(content: Content, factor: FactorView) -> str:
    """One event: why it is shown, what goes first, both sides, questions and what to avoid."""
    because = why(content, factor.reasons, None, factor.sources)
    sections = (
        ("Eerst dit", statements(content, factor.first)),
        ("Wat het is", statements(content, factor.core)),
        ("Hoe het kan werken", statements(content, factor.mechanism)),
        ("Gewone verklaringen", statements(content, factor.ordinary_explanations)),
        ("Wat spreekt dit tegen?", statements(content, factor.contradicts)),
        ("Het kan ook de andere kant op", statements(content, factor.other_direction)),
        ("Vragen aan de jongere", quotes(factor.talk_youth)),
        ("Vragen aan ouders", quotes(factor.talk_parents)),
        ("Liever niet", statements(content, factor.talk_avoid)),
        ("Hoe zeker is dit?", statements(content, factor.evidence)),
    )
    phases = ", ".join(words.PHASE[phase] for phase in factor.phases)
    body = "".join(f"<h4>{title}</h4>{text}" for title, text in sections)
    return (
        '<details class="tw-card">'
        f"<summary>{LEVEL_MARK[factor.level]} {escape(factor.name)}</summary>"
        f"<p>{escape(factor.short)}</p>{because}{body}"
        f"<p><small>Kan vooral meespelen als een jongere {phases} is. Dat is achtergrond, "
        "geen uitkomst.</small></p></details>"
    )


def quotes(items: Sequence[Statement]) -> str:
    """Sentences to say, as a list."""
    return f"<ul>{''.join(f'<li>“{escape(item.text)}”</li>' for item in items)}</ul>"


def readings(content: Content, items: Sequence[Reading]) -> str:
    """Three readings side by side, of equal size."""

    def part(title: str, found: Sequence[Point]) -> str:
        rows = "".join(f"<li>{escape(point.text)}</li>" for point in found)
        return f"<h4>{title}</h4>" + (f"<ul>{rows}</ul>" if rows else "<p>Nog niets ingevuld.</p>")

    def trail(reading: Reading) -> str:
        found = [reason for point in (*reading.fits, *reading.against) for reason in point.reasons]
        used = [
            s for point in (*reading.fits, *reading.against, *reading.ask) for s in point.sources
        ]
        return why(content, found, None, used)

    columns = "".join(
        f"<section><h3>{escape(reading.title)}</h3><p>{escape(reading.text)}</p>"
        + part("Wat hierbij past", reading.fits)
        + part("Wat hier niet bij past", reading.against)
        + part("Vraag je af", reading.ask)
        + trail(reading)
        + "</section>"
        for reading in items
    )
    return f'<div class="tw-readings">{columns}</div>'


def _advice(content: Content, item: AdviceItem) -> str:
    contact = content.organisations.get(item.contact or "")
    call = ""
    if contact and contact.shown:
        number = f" ({phone(contact.phone)})" if contact.phone else ""
        call = f' <span class="tw-call">→ {escape(contact.name)}{number}</span>'
    trail = why(content, (item.reason,), item.basis, item.sources)
    return f"<li>{escape(item.text)}{call}{trail}</li>"


def _advice_list(content: Content, items: Sequence[AdviceItem]) -> str:
    return f"<ul>{''.join(_advice(content, item) for item in items)}</ul>"


def _two_sides(content: Content, items: Sequence[AdviceItem]) -> str:
    columns = "".join(
        f"<section><h4>{words.SIDE[side]}</h4>{_advice_list(content, on_side)}</section>"
        for side in Side
        if (on_side := [item for item in items if item.side is side])
    )
    return f'<div class="tw-sides">{columns}</div>'


def step(content: Content, advice: StepAdvice, *, is_open: bool) -> str:
    """One step, folded: what each event adds, then the general line of the job."""
    layout = _two_sides if advice.step is Step.FOLLOW_UP else _advice_list
    parts = []
    for addition in advice.per_factor:
        parts.append(f'<p class="tw-for">Bij: {escape(addition.name)}</p>')
        parts.append(layout(content, addition.items))
    parts.append('<p class="tw-for">Altijd in dit werk</p>')
    parts.append(layout(content, advice.general))
    unfolded = " open" if is_open else ""
    return (
        f'<details class="tw-card"{unfolded}><summary>{words.STEP[advice.step]}</summary>'
        f"{''.join(parts)}</details>"
    )


def jobs_side_by_side(content: Content, jobs: Sequence[JobAdvice]) -> str:
    """The steps of one job, or of more than one beside each other, the conversation unfolded."""
    columns = "".join(
        f"<section><p><strong>{escape(job.name)}.</strong> {escape(job.who_talks.text)}</p>"
        + "".join(step(content, s, is_open=s.step is Step.TALK) for s in job.steps)
        + "</section>"
        for job in jobs
    )
    return f'<div class="tw-compare">{columns}</div>'


def phone(number: str) -> str:
    """A phone number as a link that calls."""
    digits = "".join(c for c in number if c.isdigit() or c == "+")
    return f'<a href="tel:{digits}">{escape(number)}</a>'


def _reach(contact: ContactView) -> str:
    rows = []
    numbers = [phone(n) for n in (contact.phone, contact.phone_alternative) if n]
    if numbers:
        rows.append(f'<strong class="tw-phone">Bel {" of ".join(numbers)}</strong>')
    if contact.email:
        rows.append(f'<a href="mailto:{escape(contact.email)}">{escape(contact.email)}</a>')
    if contact.website:
        rows.append(
            f'<a href="{escape(contact.website)}" target="_blank" rel="noopener noreferrer">'
            f"{escape(contact.website.removeprefix('https://'))}</a>"
        )
    rows += [escape(text) for text in (contact.hours, contact.ask_locally) if text]
    return "".join(f"<p>{row}</p>" for row in rows)


def reach_lines(contact: ContactView) -> str:
    """How to reach a contact, and when that was last checked."""
    facts_line = f"{words.ANONYMOUS[contact.anonymous]} · {escape(words.checked(contact))}"
    return f'<div class="tw-reach">{_reach(contact)}<p><small>{facts_line}</small></p></div>'


def contacts(content: Content, items: Sequence[ContactView]) -> str:
    """Contacts in order, each with how to reach them, what happens and why."""
    cards = []
    for contact in items:
        after = f"<p>{escape(contact.after_contact.text)}</p>" if contact.after_contact else ""
        emergency = contact.urgency is Urgency.EMERGENCY
        anonymous = "" if emergency else words.ANONYMOUS[contact.anonymous]
        facts_line = escape(" · ".join(filter(None, (anonymous, words.checked(contact)))))
        reason = escape(contact.reasons[0].rule) if contact.reasons else ""
        cards.append(
            f"<li><h3>{escape(contact.name)}</h3>"
            f"<p><strong>{words.URGENCY[contact.urgency]}</strong></p>"
            f'<p class="tw-reason">{reason}</p>'
            f"{_reach(contact)}<p>{escape(contact.what)}</p>{after}<p><small>{facts_line}</small></p>"
            f"{why(content, contact.reasons, None, contact.sources)}</li>"
        )
    return f'<ol class="tw-contacts">{"".join(cards)}</ol>'


def short_contacts(items: Sequence[ContactView]) -> str:
    """The first contacts in one line each: whom, and the number."""
    rows = "".join(
        f"<li><strong>{escape(c.name)}</strong>{f' – {phone(c.phone)}' if c.phone else ''}"
        f"<br>{escape(c.reasons[0].rule.partition(': ')[2] if c.reasons else c.what)}</li>"
        for c in items
    )
    return f"<ol>{rows}</ol>"


def agreed(view: Overview) -> str:
    """The first step, whom one talks to, and the own choice, as far as they were filled in."""
    rows = [
        (title, words.appointment(found))
        for title, found in (("Eerste stap", view.first_step), ("Samen kijken", view.together))
        if found
    ]
    if view.plan:
        joining = [point.text for point in view.plan.joining]
        rows.append(("Begrenzen", view.plan.limit or words.NOT_FILLED_IN))
        support = "; ".join(filter(None, (view.plan.support, *joining)))
        rows.append(("Ondersteunen", support or words.NOT_FILLED_IN))
    if view.outcome:
        rows.append(("Wat je nu denkt", f"{view.outcome.label}. {view.outcome.reason}".strip()))
    items = "".join(f"<dt>{title}</dt><dd>{escape(text)}</dd>" for title, text in rows)
    return f'<dl class="tw-answers">{items}</dl>'


def open_questions(items: Sequence[OpenQuestion]) -> str:
    """What is not known yet, with where the question comes from."""
    rows = "".join(
        f"<li>{escape(q.text)} <small>({escape(q.reason.answer)})</small></li>" for q in items
    )
    return f"<ul>{rows}</ul>"


def folded_sources(content: Content, title: str, source_ids: Iterable[str]) -> str:
    """A list of sources, folded."""
    return (
        f'<details class="tw-card"><summary>{escape(title)}</summary>'
        f"<ul>{_sources(content, source_ids)}</ul></details>"
    )


def all_sources(content: Content, view: Overview) -> str:
    """The sources of the whole overview, folded."""
    return folded_sources(content, "Alle bronnen bij dit overzicht", view.source_ids)


def faults_page(lines: Sequence[str]) -> str:
    """The report of a broken content, for the person who runs the app."""
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ol>{rows}</ol>"
