"""The scheduler: a sweep at the start, each minute, and whenever the business clock is moved; failures are heard."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import UTC
from typing import Any, TypeAlias

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger

from bot import logs
from bot.clock import BusinessClock
from bot.sweep import Sweep
from bot.tasks import Tasks

log = logs.get()

Alarm: TypeAlias = Callable[[str], Coroutine[Any, Any, None]]


class SweepIncompleteError(RuntimeError):
    """A sweep could not look at every company that was due."""


class Schedule:
    """Runs the sweep when it is time. `alarm` tells a person that it did not go well."""

    def __init__(self, sweep: Sweep, clock: BusinessClock, tasks: Tasks, alarm: Alarm) -> None:
        self._sweep = sweep
        self._tasks = tasks
        self._alarm = alarm
        self._one_at_a_time = asyncio.Lock()
        self._hourly: list[Callable[[], Coroutine[Any, Any, None]]] = []
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        clock.on_move(self.now)

    def each_hour(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Let some work be done once an hour, from the start on."""
        self._hourly.append(work)

    def start(self) -> None:
        """Begin, with a sweep at once."""
        self._scheduler.add_listener(self._heard, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        self._scheduler.add_job(
            self._run, CronTrigger(second=0, timezone=UTC), id="sweep", coalesce=True, misfire_grace_time=None
        )
        for work in self._hourly:
            hourly = CronTrigger(minute=10, timezone=UTC)
            self._scheduler.add_job(work, hourly, coalesce=True, misfire_grace_time=None)
        self._scheduler.start()
        self.now()

    def now(self) -> None:
        """Sweep now."""
        if self._scheduler.running:
            self._scheduler.add_job(self._run, misfire_grace_time=None)

    async def stop(self) -> None:
        """Begin no other sweep, and let one that runs finish."""
        if not self._scheduler.running:
            return
        self._scheduler.pause()
        async with self._one_at_a_time:
            self._scheduler.shutdown(wait=False)

    async def _run(self) -> None:
        async with self._one_at_a_time:
            swept = await self._sweep.run()
        if swept.failed:
            raise SweepIncompleteError(f"{len(swept.failed)} of {len(swept.failed) + len(swept.found)}")

    def _heard(self, event: JobExecutionEvent) -> None:
        error = getattr(event, "exception", None)
        log.error("sweep.missed" if error is None else "sweep.broken", exc_info=error)
        self._tasks.start("alarm", self._alarm("shell.sweep_failed"))
