"""The infographic in words and as a picture, without a browser."""

import re
from html import unescape

import pytest

from triggerfactors.content import Content
from triggerfactors.content.selection import Selection, select
from triggerfactors.content.vocabulary import Level
from triggerfactors.report import words
from triggerfactors.ui import render_infographic
from triggerfactors.ui.figure import Look, figure


def test_the_table_names_all_fifteen_with_their_level_whatever_the_filter(content: Content) -> None:
    some = select(content, Selection(levels=frozenset({Level.GROUP})))
    for shown in (tuple(content.factors.values()), some):
        rows = re.findall(r"<tr>(.*?)</tr>", render_infographic.all_as_table(content, shown))[1:]
        assert len(rows) == 15
        for row, factor in zip(rows, content.factors.values(), strict=True):
            assert factor.name in unescape(row)
            assert words.LEVEL[factor.level] in row
            assert all(words.PHASE[phase] in row for phase in factor.phases.ids)


def test_an_event_shows_every_text_that_its_file_holds(content: Content) -> None:
    for factor in content.factors.values():
        page = unescape(render_infographic.explanation(content, factor))
        parts = (
            factor.core,
            factor.mechanism,
            factor.noticed,
            factor.ordinary_explanations,
            factor.contradicts,
            factor.other_direction,
            factor.questions,
            factor.talk.youth,
            factor.talk.parents,
            factor.talk.avoid,
            factor.evidence,
            factor.first,
        )
        for statement in (s for part in parts for s in part):
            assert statement.text in page
        for source in factor.sources:
            assert content.sources[source].title in page


@pytest.mark.parametrize("wall", [False, True])
@pytest.mark.parametrize("dark", [False, True])
def test_the_picture_has_a_mark_for_each_event_at_each_of_its_phases(
    content: Content, dark: bool, wall: bool
) -> None:
    made = figure(tuple(content.factors.values()), Look(dark=dark, wall=wall), "Achtergrond.")
    marks = [chosen for trace in made.data for chosen in trace.customdata if chosen]
    for factor in content.factors.values():
        assert marks.count(factor.id) == len(factor.phases.ids)
    drawn = " ".join(note.text.replace("<br>", " ") for note in made.layout.annotations)
    assert all(factor.name in drawn for factor in content.factors.values())


def test_forms_tell_the_levels_apart_without_colour(content: Content) -> None:
    made = figure(tuple(content.factors.values()), Look(), "Achtergrond.")
    assert len({trace.marker.symbol for trace in made.data}) == 3
