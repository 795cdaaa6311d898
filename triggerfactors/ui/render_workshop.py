"""The workshop as HTML text: pure functions, everything escaped."""

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

from triggerfactors.content import Content
from triggerfactors.content.cases import Case, Certainty
from triggerfactors.content.workshop import Plan
from triggerfactors.ui import render
from triggerfactors.workshop import Phase, Room, Tally, shift
from triggerfactors.workshop.votes import OTHER_JOBS, OTHER_JOBS_NAME

PHASE = {
    Phase.WAITING: "Nog niet geopend. De zaal leest het verhaal.",
    Phase.OPEN: "Open: de zaal stemt. Niemand ziet wat anderen kiezen.",
    Phase.CLOSED: "De vraag is dicht. Laat nu praten in groepjes van drie. Stem daarna opnieuw.",
    Phase.REVEALED: "Zichtbaar voor iedereen.",
}
_CERTAINTY = {
    Certainty.CERTAIN: "staat in het verhaal",
    Certainty.POSSIBLE: "kun je zo zien, of niet",
    Certainty.AFTER_LAYER: "pas na de laag",
}


def phase(room: Room) -> str:
    """Where the question stands and what comes next."""
    if room.phase is Phase.CLOSED and room.turn == 2:
        return "De vraag is dicht. Laat nu zien wat is gekozen."
    return PHASE[room.phase]


def _people(phones: int, hands: int) -> str:
    counted = f"{phones} {'telefoon' if phones == 1 else 'telefoons'}"
    return f"{counted} en {hands} {'hand' if hands == 1 else 'handen'}" if hands else counted


def join_address(url: str) -> str:
    """Where phones join, from the address of the trainer's own page."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rsplit('/', 1)[0]}/mee"


def only_here(url: str) -> bool:
    """Whether the trainer's address is one that no phone can reach."""
    host = urlsplit(url).hostname or ""
    return host in {"localhost", "::1"} or host.startswith("127.")


def invitation(content: Content, url: str) -> str:
    """Where people join, and a warning when no phone can come there."""
    where = f"<p>Mensen doen mee op <strong>{escape(join_address(url))}</strong></p>"
    return where + unreachable(content, url)


def unreachable(content: Content, url: str) -> str:
    """The warning that no phone can come to this address, or nothing."""
    return render.note(content.text("workshop-alleen-hier")) if only_here(url) else ""


def present(
    code: str, phones: Mapping[str, int], votes: int, hands: int = 0, *, shut: bool = False
) -> str:
    """The code, how many phones are in, and how many votes this turn has; stays in sight."""
    total = sum(phones.values())
    who = f"{total} {'doet' if total == 1 else 'doen'} mee."
    chosen = f"{votes} {'keuze' if votes == 1 else 'keuzes'} binnen."
    line = "Nog niemand doet mee." if not total else f"{who} {chosen}"
    if hands:
        line = f"Geteld: {_people(votes, hands)}."
    if shut:
        line += " De deur is dicht."
    return (
        f'<p class="tw-zaalbalk">Code <strong class="tw-code">{escape(code)}</strong> '
        f"<strong>{line}</strong></p>"
    )


def jobs_present(content: Content, phones: Mapping[str, int]) -> str:
    """How many of each job are in, in the order of the content."""
    found = [
        f"{job.name}: {phones[job.id]}" for job in content.professions.values() if job.id in phones
    ]
    return f"<p><small>In de zaal – {escape(', '.join(found))}</small></p>" if found else ""


def story(case: Case, layers: int) -> str:
    """The story with the layers told so far."""
    start = f"<p><em>{escape(case.reporter)} vertelt. Dit verhaal is verzonnen.</em></p>"
    heads_up = render.note(case.heads_up) if case.heads_up else ""
    parts = "".join(f"<p>{escape(part)}</p>" for part in case.story)
    told = "".join(
        f"<h3>Later bekend</h3><p>{escape(layer.text)}</p>"
        f"<p><small>{escape(layer.changes)}</small></p>"
        for layer in case.layers[:layers]
    )
    return start + heads_up + parts + told


def layer_to_read(case: Case, layers: int) -> str:
    """The layer that was told last, for the trainer to read aloud."""
    if not layers:
        return ""
    return f"<h3>Lees deze laag voor</h3><p>{escape(case.layers[layers - 1].text)}</p>"


def other_job(content: Content, case: Case, layers: int, job_id: str) -> str:
    """The case's own words and what someone in this job may ask: no advice it does not call for."""
    job = content.professions[job_id]
    asked = ("workshop-bril-zien", "workshop-bril-mag", "workshop-bril-bellen")
    return (
        f"<h3>Vragen voor: {escape(job.name)}</h3>{_list(tuple(map(content.text, asked)))}"
        f"<p><strong>Wie praat?</strong> {escape(job.who_talks.text)}</p>"
        f"<h3>Het verhaal</h3>{story(case, layers)}"
    )


def _list(items: tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def trainer_notes(content: Content, case: Case) -> str:
    """What only the trainer sees: questions, pitfalls, and folded what one may expect."""
    expected = "".join(
        f"<li>{escape(content.factors[one.factor].name)} ({_CERTAINTY[one.certainty]}): "
        f"{escape(one.why)}</li>"
        for one in case.factors
    )
    waiting = "".join(
        f"<li>{escape(layer.text)}<br><small>{escape(layer.changes)}</small></li>"
        for layer in case.layers
    )
    protective = _list(tuple(one.what for one in case.protective))
    other = _list(
        tuple(
            f"{content.explanations[one.explanation].label}: {one.what}"
            for one in case.explanations
        )
    )
    later = case.questions_after_layer
    after = f"<h3>Na de laag</h3>{_list(later)}" if later else ""
    return (
        f"<h3>Vragen voor het gesprek</h3>{_list(case.questions)}"
        f"{after}<h3>Let op</h3>{_list(case.trainer)}"
        f"<h3>Wat niemand nog weet</h3>{_list(case.unknowns)}"
        '<details class="tw-card"><summary>De laag die nog komt</summary>'
        f"<ul>{waiting}</ul></details>"
        '<details class="tw-card"><summary>Wat je kunt verwachten (geen goed antwoord)</summary>'
        f"<h4>Gebeurtenissen</h4><ul>{expected}</ul><h4>Wat beschermt</h4>{protective}"
        f"<h4>Wat het nog meer kan zijn</h4>{other}</details>"
        '<details class="tw-card"><summary>Wat een deskundige zou afwegen</summary>'
        f"{render.statements(content, case.consideration)}</details>"
        '<details class="tw-card"><summary>Over delen en privacy</summary>'
        f"{render.statements(content, case.privacy)}</details>"
    )


def plan(content: Content, found: Plan) -> str:
    """The plan as a list with minutes and the questions that belong to each step."""
    rows = "".join(
        f"<li><strong>{escape(step.title)}</strong> – {step.minutes} minuten<br>{escape(step.note)}"
        + "".join(
            f"<br><small>Vraag: {escape(content.workshop.round(one).title)}</small>"
            for one in step.rounds
        )
        + "</li>"
        for step in found.steps
    )
    return f"<ol>{rows}</ol>"


def results(content: Content, labels: Mapping[str, str], first: Tally, second: Tally | None) -> str:
    """What the room chose: together, the second time with the shift, and per job."""
    moved = shift(first, second) if second else {}
    now = second or first
    jobs = [job for job in (*content.professions, OTHER_JOBS) if job in now.by_job]
    head = ["Keuze", "Eerst" if second else "Samen"] + (["Nu", "Verschil"] if second else [])
    names = {job.id: job.name for job in content.professions.values()}
    head += [names.get(job, OTHER_JOBS_NAME) for job in jobs]
    rows = ""
    for one, label in labels.items():
        cells = [str(first.total[one])]
        if second:
            cells += [str(second.total[one]), f"{moved[one]:+d}" if moved[one] else "gelijk"]
        cells += [str(now.by_job[job].get(one, 0)) for job in jobs]
        rows += (
            f'<tr><th scope="row">{escape(label)}</th>'
            + "".join(f"<td>{cell}</td>" for cell in cells)
            + "</tr>"
        )
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    return (
        '<div class="tw-wide" tabindex="0" role="region" aria-label="Wat de zaal koos">'
        f"<table><caption>Wat de zaal koos ({_people(now.phones, now.hands)})</caption>"
        f"<thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table></div>"
        "<p>Er is geen goed antwoord. Vraag naar de redenen.</p>"
    )
