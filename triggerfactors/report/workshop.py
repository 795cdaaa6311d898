"""What a trainer prints or takes along: cards to vote with, the case, and what the room chose."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from triggerfactors.content import Content
from triggerfactors.content.cases import Case
from triggerfactors.report import words
from triggerfactors.report.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Heading,
    Paragraph,
    Table,
)
from triggerfactors.report.html import shell

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Asked:
    """One turn of one round: the options by label, how often each was chosen, and per job."""

    title: str
    turn: int
    voters: int
    counts: Mapping[str, int]
    jobs: Mapping[str, Mapping[str, int]]


def vote_cards(title: str, labels: Sequence[str]) -> bytes:
    """Cards to hold up when phones fail: one letter each, with the list of what it stands for."""
    rows = "".join(
        f"<tr><th scope='row'>{LETTERS[n]}</th><td>{escape(label)}</td></tr>"
        for n, label in enumerate(labels[: len(LETTERS)])
    )
    cards = "".join(
        f'<section class="stemkaart"><p>{LETTERS[n]}</p></section>'
        for n in range(min(len(labels), len(LETTERS)))
    )
    body = (
        "<style>.stemkaart { break-inside: avoid; border: 2px dashed #857f72; text-align: center; "
        "display: inline-block; width: 46%; margin: 1%; } "
        ".stemkaart p { font-size: 7rem; line-height: 1.2; margin: 0; font-weight: 700; }</style>"
        "<p>Print dit blad voor ieder groepje en knip de letters los. "
        "De trainer leest elk antwoord voor, met de letter. "
        "Steek je hand of die letter op als je het kiest.</p>"
        f"<table><caption>{escape(title)}</caption>{rows}</table>{cards}"
    )
    return shell("Stemkaarten", body)


def case_sheet(case: Case) -> Document:
    """The story on one page, to hand out: no layers, no notes, no expected events."""
    blocks: list[Block] = [
        Paragraph(f"{case.reporter} vertelt. Dit verhaal is verzonnen.", note=True)
    ]
    if case.heads_up:
        blocks.append(Paragraph(case.heads_up, note=True))
    blocks += [Paragraph(part) for part in case.story]
    blocks.append(Heading(2, "Om over te praten"))
    blocks.append(Bullets(tuple(Entry(question) for question in case.questions)))
    return Document(case.title, tuple(blocks))


def handout(content: Content, case: Case, asked: Sequence[Asked], today: date) -> Document:
    """One page for after the workshop: what was chosen, what one may weigh, and whom to ask."""
    blocks: list[Block] = [
        Paragraph(
            f"Workshop op {words.day(today)} over een verzonnen verhaal. Hierin staat niets over "
            "echte jongeren en geen naam van wie meedeed.",
            note=True,
        )
    ]
    for one in asked:
        turn = " (tweede keer)" if one.turn == 2 else ""
        rows = tuple((label, str(count)) for label, count in one.counts.items() if count)
        if rows:
            who = "1 mens stemde" if one.voters == 1 else f"{one.voters} mensen stemden"
            caption = f"{one.title}{turn}: {who}"
            blocks.append(Table(caption, ("Keuze", "Aantal"), rows))
    blocks.append(Paragraph("Er is geen goed antwoord. Het gaat om de redenen."))
    blocks.append(Heading(2, "Wat een deskundige zou afwegen"))
    blocks.append(
        Bullets(tuple(Entry(one.text, words.BASIS[one.basis]) for one in case.consideration))
    )
    blocks.append(Heading(2, "Om mee te nemen"))
    blocks.append(
        Bullets((Entry("Eén ding dat ik ga doen: …"), Entry("Eén vraag aan mijn organisatie: …")))
    )
    blocks.append(Paragraph(content.text("start-niet-alleen")))
    return Document(f"Na de workshop: {case.title}", tuple(blocks))


def counts_csv(asked: Sequence[Asked]) -> bytes:
    """All counts as CSV (UTF-8 with a mark, so that a spreadsheet reads the accents)."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["vraag", "beurt", "keuze", "werk", "aantal"])
    for one in asked:
        for label, count in one.counts.items():
            writer.writerow([one.title, one.turn, label, "samen", count])
            for job, counts in one.jobs.items():
                writer.writerow([one.title, one.turn, label, job, counts.get(label, 0)])
    return ("\ufeff" + out.getvalue()).encode("utf-8")
