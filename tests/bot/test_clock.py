from datetime import UTC, datetime, timedelta, timezone

import pytest

from bot.clock import BusinessClock, utc_now

START = datetime(2018, 1, 15, 9, tzinfo=timezone(timedelta(hours=1)))


class Real:
    """A real time that a test sets."""

    def __init__(self) -> None:
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.time


def test_without_a_start_it_is_the_real_time() -> None:
    before = utc_now()

    assert before <= BusinessClock().now() <= utc_now()


def test_it_starts_where_it_is_told_and_runs_on() -> None:
    real = Real()
    clock = BusinessClock(START, real)
    began = clock.now()
    real.time += timedelta(seconds=90)

    assert began == START
    assert clock.now() - began == timedelta(seconds=90)
    assert clock.now().tzinfo is UTC


def test_a_move_goes_on_from_there_and_wakes_the_listeners() -> None:
    clock = BusinessClock(START, Real())
    woken: list[datetime] = []
    clock.on_move(lambda: woken.append(clock.now()))

    assert clock.move(30) == START + timedelta(days=30)
    assert woken == [START + timedelta(days=30)]


@pytest.mark.parametrize("days", [0, -1])
def test_it_does_not_go_back(days: int) -> None:
    clock = BusinessClock(START, Real())

    with pytest.raises(ValueError, match="only moves forward"):
        clock.move(days)

    assert clock.now() == START
