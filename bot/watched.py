"""Companies, watched: when notices were owed and are surely written, whoever brings them is woken."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from bot import logs
from domain.changes import Change
from domain.notices import Due, History
from domain.ports import Actor, Companies, Company, Ledger, Member

log = logs.get()


class WatchedCompanies:
    """`domain.ports.Companies` that calls `wake` after each transaction that may have left something to bring."""

    def __init__(self, companies: Companies, wake: Callable[[], None]) -> None:
        self._companies = companies
        self._wake = wake

    async def of_team(self, team: str) -> Company:
        """As in the port."""
        return await self._companies.of_team(team)

    async def get(self, organisation: str) -> Company:
        """As in the port."""
        return await self._companies.get(organisation)

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """As in the port."""
        return await self._companies.to_look_at(now)

    @asynccontextmanager
    async def change(self, organisation: str, actor: Actor, *, event: str | None = None) -> AsyncIterator[Ledger]:
        """As in the port."""
        async with self._companies.change(organisation, actor, event=event) as ledger:
            watched = _WatchedLedger(ledger)
            yield watched
            log.info("change.committing", owed=watched.owed)
        log.info("change.committed", owed=watched.owed)
        if watched.owed:
            log.info("notices.owed", count=watched.owed)
        self._wake()


class _WatchedLedger:
    """A ledger that counts what is owed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.owed = 0

    @property
    def company(self) -> Company:
        return self._ledger.company

    @property
    def history(self) -> History:
        return self._ledger.history

    async def record(self, *changes: Change) -> None:
        await self._ledger.record(*changes)

    async def register(self, member: Member) -> None:
        await self._ledger.register(member)

    async def owe(self, due: Due) -> None:
        await self._ledger.owe(due)
        self.owed += len(due.notices)
        log.info("notices.owing", count=len(due.notices))

    async def look_again(self, at: datetime | None) -> None:
        await self._ledger.look_again(at)
