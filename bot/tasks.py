"""Work in the background: what is started is finished before the process ends, and what goes wrong is heard."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from bot import logs
from bot.pacing import Pacing

log = logs.get()


class Tasks:
    """Tasks that nobody waits for until the end."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        """Let `work` run on its own; its failure is logged under its name."""
        task = asyncio.create_task(work, name=name)
        self._running.add(task)
        task.add_done_callback(self._ended)

    async def drain(self, seconds: float) -> None:
        """Wait for what runs; what takes longer is ended."""
        if not self._running:
            return
        _, late = await asyncio.wait(self._running, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("task.failed", task=task.get_name(), exc_info=error)


class Worker:
    """Does one piece of work after the other while there is any; then waits to be woken, or for its next look.

    Args:
        name: what it is called in logs.
        step: one piece of work; returns whether there was any.
        pacing: how often it looks, and how long it rests after a failure.
    """

    def __init__(self, name: str, step: Callable[[], Awaitable[bool]], pacing: Pacing) -> None:
        self._name = name
        self._step = step
        self._pacing = pacing
        self._woken = asyncio.Event()
        self._stopping = False
        self._failures = 0
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._run(), name=self._name)

    def wake(self) -> None:
        """There may be work."""
        self._woken.set()

    async def stop(self, seconds: float) -> None:
        """Finish the piece of work at hand and end; what takes longer is ended."""
        self._stopping = True
        self.wake()
        if self._task is None:
            return
        _, late = await asyncio.wait({self._task}, timeout=seconds)
        for task in late:
            task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while not self._stopping:
            self._woken.clear()
            rest = await self._work()
            if not self._stopping:
                await self._wait(rest)

    async def _work(self) -> float:
        """Do what there is; returns how long to rest, in seconds."""
        try:
            while not self._stopping and await self._step():
                self._failures = 0
        except Exception:
            self._failures += 1
            log.exception("worker.failed", worker=self._name, failures=self._failures)
            return self._pacing.after(self._failures)
        self._failures = 0
        return self._pacing.poll

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return
