"""Guessing codes: who guesses takes turns, who typed wrong a few times hardly notices."""

from triggerfactors.workshop.slowing import (
    FREE_TRIES,
    LONGEST_TURN_SECONDS,
    REFUSED_AFTER,
    TURN_SECONDS,
    WINDOW_SECONDS,
    Slowing,
)

HOME = "192.0.2.7"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def guessed(times: int) -> tuple[Slowing, Clock]:
    clock = Clock()
    slowing = Slowing(clock)
    for _ in range(times):
        slowing.wrong(HOME)
    return slowing, clock


def test_a_few_wrong_codes_cost_no_time() -> None:
    slowing, _ = guessed(FREE_TRIES - 1)
    assert slowing.wrong(HOME) == 0 and slowing.turn(HOME) == 0


def test_after_many_wrong_codes_each_question_of_that_address_takes_a_turn() -> None:
    slowing, clock = guessed(REFUSED_AFTER + 1)
    waits = [slowing.turn(HOME) for _ in range(200)]
    given = [wait for wait in waits if wait is not None]
    assert given == sorted(given) and given[-1] <= LONGEST_TURN_SECONDS
    assert len(given) <= LONGEST_TURN_SECONDS / TURN_SECONDS + 2 and waits[-1] is None
    assert slowing.turn("192.0.2.8") == 0
    # As many guesses in an hour as there is time for turns, however many lines someone opens.
    clock.now += LONGEST_TURN_SECONDS
    assert slowing.turn(HOME) is not None


def test_after_ten_quiet_minutes_the_address_is_as_any_other() -> None:
    slowing, clock = guessed(REFUSED_AFTER + 1)
    slowing.turn(HOME)
    clock.now += WINDOW_SECONDS + 1
    assert slowing.turn(HOME) == 0 and slowing.wrong(HOME) == 0


def test_the_addresses_of_one_home_line_count_together() -> None:
    slowing = Slowing(Clock())
    for number in range(REFUSED_AFTER + 2):
        slowing.wrong(f"2001:db8:1:2::{number:x}")
    slowing.turn("2001:db8:1:2:ffff::1")
    assert slowing.turn("2001:db8:1:2:ffff::2") != 0
    assert slowing.turn("2001:db8:1:3::1") == 0
