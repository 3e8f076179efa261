"""Starts bots, and hears how they end."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Point:
    """Where a bot dies: when it says `event` for the `nth` time."""

    event: str
    nth: int = 1

    def __str__(self) -> str:
        return f"{self.event}-{self.nth}"


NEVER = Point("")


@dataclass(frozen=True)
class Bot:
    """A bot in a process of its own; `ended` will be its exit code, negative for a signal."""

    pid: int
    ended: asyncio.Future[int]

    async def end(self) -> int:
        """Wait for its end."""
        return await asyncio.shield(self.ended)

    async def kill(self) -> None:
        """End it, if it has not ended."""
        if not self.ended.done():
            os.kill(self.pid, signal.SIGKILL)
        await self.end()


class Nursery:
    """Asks the process that forks bots."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._births: asyncio.Queue[int] = asyncio.Queue()
        self._ends: dict[int, asyncio.Future[int]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def bot(self, environment: Mapping[str, str], point: Point, log: Path) -> Bot:
        """A new bot."""
        told = {"environment": dict(environment), "event": point.event, "nth": point.nth, "log": str(log)}
        stdin = self._process.stdin
        assert stdin
        async with self._one_at_a_time:
            stdin.write(json.dumps(told).encode() + b"\n")
            pid = await self._births.get()
        return Bot(pid, self._end_of(pid))

    async def listen(self) -> None:
        """Hear of births and ends."""
        stdout = self._process.stdout
        assert stdout
        while line := await stdout.readline():
            words = json.loads(line)
            if "born" in words:
                self._end_of(words["born"])
                self._births.put_nowait(words["born"])
            else:
                self._end_of(words["ended"]).set_result(words["code"])

    def _end_of(self, pid: int) -> asyncio.Future[int]:
        return self._ends.setdefault(pid, asyncio.get_running_loop().create_future())


@asynccontextmanager
async def nursery() -> AsyncIterator[Nursery]:
    """Bots can be started while the block runs."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.kill.victim",
        cwd=ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    found = Nursery(process)
    listening = asyncio.create_task(found.listen())
    try:
        yield found
    finally:
        assert process.stdin
        process.stdin.close()
        await process.wait()
        await listening
