"""A room and its moves: what a trainer does, in any order, and what stays kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from triggerfactors.content import Content
from triggerfactors.workshop import MOVES, Phase, Room, go_to_round, new_room
from triggerfactors.workshop.room import last_step, undo


def room(content: Content, plan: str = "kort") -> Room:
    case = content.cases["bilal"]
    return new_room(case.id, len(case.layers), content.workshop.plan(plan))


def play(start: Room, *moves: str) -> Room:
    for move in moves:
        start = MOVES[move](start)
    return start


def test_a_vote_is_opened_closed_revealed_and_done_again(content: Content) -> None:
    now = play(room(content), "open")
    assert now.phase is Phase.OPEN
    now = play(now, "sluit")
    assert now.phase is Phase.CLOSED
    now = play(now, "onthul")
    assert now.phase is Phase.REVEALED
    now = play(now, "tweede")
    assert (now.phase, now.turn) == (Phase.OPEN, 2)
    assert now.asked == ((0, 1), (0, 2))


def test_the_next_question_starts_together_and_undo_says_what_it_undoes(content: Content) -> None:
    now = play(room(content), "open", "sluit", "onthul", "werk")
    assert now.split and last_step(now) == "per werk"
    assert not go_to_round(now, 1).split and last_step(go_to_round(now, 1)) == "volgende vraag"
    assert last_step(play(now, "donker", "donker")) == "schermen licht"
    assert last_step(room(content)) == ""


def test_results_cannot_be_revealed_before_the_room_voted(content: Content) -> None:
    assert play(room(content), "onthul").phase is Phase.WAITING
    assert play(room(content), "tweede").turn == 1


def test_a_double_click_changes_nothing(content: Content) -> None:
    once = play(room(content), "open")
    assert play(once, "open") == once


def test_there_are_no_more_layers_than_the_case_has(content: Content) -> None:
    now = play(room(content), *["laag"] * 9)
    assert now.layers == now.layer_count == 1


def test_a_round_that_was_asked_is_closed_when_one_returns_to_it(content: Content) -> None:
    now = go_to_round(play(room(content), "open", "sluit", "onthul"), 1)
    assert now.phase is Phase.WAITING
    back = go_to_round(now, 0)
    assert (back.phase, back.turn) == (Phase.CLOSED, 1)


_MOVES = st.one_of(st.sampled_from(sorted(MOVES)), st.integers(-2, 9))


@given(st.lists(_MOVES, max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_row_of_moves_leaves_a_room_that_makes_sense(
    content: Content, moves: list[str | int]
) -> None:
    now = room(content, "lang")
    for move in moves:
        before = now
        now = go_to_round(now, move) if isinstance(move, int) else MOVES[move](now)
        assert 0 <= now.at < len(now.rounds) and 0 <= now.layers <= now.layer_count
        assert now.phase is Phase.WAITING or (now.at, now.turn) in now.asked
        if now != before and move != "terug":
            kept = undo(now)
            assert kept.model_copy(update={"history": ()}) == before.model_copy(
                update={"history": ()}
            )
    assert Room.model_validate_json(now.model_dump_json()) == now


def test_the_plans_last_as_long_as_they_say(content: Content) -> None:
    assert content.workshop.plan("kort").minutes == 45
    assert content.workshop.plan("lang").minutes == 90
