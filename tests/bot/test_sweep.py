import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import BusinessClock
from bot.schedule import Schedule
from bot.sweep import Sweep
from bot.tasks import Tasks
from domain.notices import Due
from domain.ports import StorageDownError

START = datetime(2018, 1, 15, 9, tzinfo=UTC)


class Three:
    """Three companies that are always due."""

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """All of them."""
        assert now.tzinfo
        return ["one", "two", "three"]


class Looks:
    """Looks that fail where a test says."""

    def __init__(self, **errors: Exception) -> None:
        self.errors = errors
        self.looked: list[str] = []

    async def look(self, organisation: str, *, dry: bool = False) -> Due:
        """Look, or fail."""
        self.looked.append(organisation + ("?" if dry else ""))
        if organisation in self.errors:
            raise self.errors[organisation]
        return Due()


def sweep(looks: Looks) -> Sweep:
    return Sweep(Three(), looks, lambda: START, lambda: "request")


async def test_a_sweep_looks_at_every_company_that_is_due() -> None:
    looks = Looks()

    swept = await sweep(looks).run()

    assert looks.looked == ["one", "two", "three"]
    assert swept.failed == ()


async def test_a_dry_run_only_looks() -> None:
    looks = Looks()

    await sweep(looks).run(dry=True)

    assert looks.looked == ["one?", "two?", "three?"]


async def test_a_company_at_which_the_look_fails_keeps_no_other_from_its_turn_and_is_named() -> None:
    looks = Looks(two=RuntimeError())
    tried = sweep(looks)

    swept = await tried.run()

    assert looks.looked == ["one", "two", "three"]
    assert (tuple(swept.found), swept.failed) == (("one", "three"), ("two",))
    assert tried.last is None


async def test_a_database_that_is_away_is_no_sweep_that_found_nothing() -> None:
    with pytest.raises(StorageDownError):
        await sweep(Looks(one=StorageDownError())).run()


class Scheduled:
    """A schedule at work, and the alarms that it raised."""

    def __init__(self, looks: Looks) -> None:
        self.looks = looks
        self.alarms: list[str] = []
        self.clock = BusinessClock(START)
        self.tasks = Tasks()
        self.schedule = Schedule(sweep(looks), self.clock, self.tasks, self.alarm)

    async def alarm(self, key: str) -> None:
        """Note an alarm."""
        self.alarms.append(key)

    async def until(self, looks: int) -> None:
        """Wait until so many companies were looked at."""
        async with asyncio.timeout(30):
            while len(self.looks.looked) < looks:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)

    async def heard(self, alarms: int) -> None:
        """Wait until so many alarms were raised."""
        async with asyncio.timeout(30):
            while len(self.alarms) < alarms:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)


@asynccontextmanager
async def scheduled(looks: Looks) -> AsyncIterator[Scheduled]:
    running = Scheduled(looks)
    running.schedule.start()
    try:
        yield running
    finally:
        await running.schedule.stop()


async def test_the_scheduler_sweeps_at_its_start_and_when_the_clock_is_moved() -> None:
    async with scheduled(Looks()) as running:
        await running.until(3)
        running.clock.move(30)
        await running.until(6)

    assert running.alarms == []


async def test_a_sweep_that_fails_is_heard_by_a_person_and_the_next_one_runs() -> None:
    async with scheduled(Looks(one=StorageDownError())) as running:
        await running.heard(1)
        running.clock.move(1)
        await running.heard(2)

    await running.tasks.drain(30)
    # A real minute may begin while the test runs, and brings a sweep of its own.
    assert running.alarms == ["shell.sweep_failed"] * len(running.looks.looked)


async def test_a_sweep_that_leaves_a_company_out_is_heard_too() -> None:
    async with scheduled(Looks(two=RuntimeError())) as running:
        await running.heard(1)

    await running.tasks.drain(30)
    assert running.alarms == ["shell.sweep_failed"] * (len(running.looks.looked) // 3)


async def test_after_its_end_the_scheduler_does_nothing() -> None:
    async with scheduled(Looks()) as running:
        await running.until(3)
    looked = len(running.looks.looked)
    running.clock.move(1)
    await asyncio.sleep(0.05)

    assert len(running.looks.looked) == looked
    assert running.clock.now() - START > timedelta(days=1)
