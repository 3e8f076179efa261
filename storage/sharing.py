"""One question to the database for all who ask it at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Shared(Generic[Answer]):
    """A read that those who come while one is under way do not join, but share the next one.

    So everybody's answer is from after they asked, and never more than one read is at work: on SQLite each takes a
    thread, and threads that wait for each other cost more than the read itself.
    """

    def __init__(self, read: Callable[[], Awaitable[Answer]]) -> None:
        self._read = read
        self._at_work: asyncio.Task[Answer] | None = None
        self._next: asyncio.Task[Answer] | None = None

    async def ask(self) -> Answer:
        """The answer of a read that begins after now. Raises what the read raises."""
        if self._next is None:
            self._next = asyncio.create_task(self._after(self._at_work))
        return await asyncio.shield(self._next)

    async def _after(self, earlier: asyncio.Task[Answer] | None) -> Answer:
        if earlier is not None:
            await asyncio.wait({earlier})
        self._at_work, self._next = self._next, None
        return await self._read()
