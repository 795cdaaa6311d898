"""The poster and the hand-out as files: complete, self-contained, nothing invented."""

import re
from datetime import date
from html import unescape

import pytest

from triggerfactors.content import Content
from triggerfactors.report import Paper, handout, poster, words

TODAY = date(2026, 11, 20)


def text_of(page: bytes) -> str:
    without_style = re.sub(r"<style>.*?</style>", "", page.decode(), flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", without_style))


@pytest.mark.parametrize("paper", Paper)
def test_the_poster_names_all_fifteen_events_at_their_level(content: Content, paper: Paper) -> None:
    text = text_of(poster(content, paper, TODAY))
    columns = re.split("[●◆▲]", text)[1:]
    for level, column in zip(words.LEVEL, columns, strict=True):
        assert words.LEVEL[level] in column
        for factor in content.factors.values():
            assert (factor.name in column) is (factor.level is level)
    assert "Bel 112" in text
    assert f"@page{{size:{paper} landscape" in poster(content, paper, TODAY).decode()


def test_the_handout_of_each_job_has_three_steps_and_both_sides(content: Content) -> None:
    for job in content.professions.values():
        text = text_of(handout(content, job.id, TODAY))
        assert job.name in text
        for title in (*words.STEP.values(), *words.SIDE.values()):
            assert title in text
        assert all(factor.name in text for factor in content.factors.values())


def test_the_handout_says_of_each_number_whether_it_was_checked(content: Content) -> None:
    known = {o.phone for o in content.organisations.values()} | {"112"}
    for job in content.professions:
        items = re.findall(r"<li>([^<]*) – <b>([^<]*)</b> (.*?)</li>", _contacts(content, job))
        for _, number, after in items:
            assert number in known
            assert "nagekeken" in after.lower()


def _contacts(content: Content, job: str) -> str:
    return handout(content, job, TODAY).decode().split("<ol>")[1].split("</ol>")[0]


@pytest.mark.parametrize("kind", ["poster", "blad"])
def test_a_sheet_loads_and_runs_nothing(content: Content, kind: str) -> None:
    made = (
        poster(content, Paper.A3, TODAY)
        if kind == "poster"
        else handout(content, "onderwijs", TODAY)
    )
    page = made.decode()
    assert "default-src 'none'" in page
    assert '<html lang="nl">' in page
    assert not re.search(r"<script|<img|<link|url\(|https?://", page)
    assert made == (
        poster(content, Paper.A3, TODAY)
        if kind == "poster"
        else handout(content, "onderwijs", TODAY)
    )
