"""Companies, watched: when notices were owed and are surely written, whoever brings them is woken."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import datetime

from bot import logs
from domain.ports import Actor, Companies, Company, Ledger

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
            said = ledger.history.steps
            yield ledger
            owed = len(ledger.history.steps - said)
            if owed:
                log.info("notices.owing", count=owed)
            log.info("change.committing")
        log.info("change.committed")
        if owed:
            log.info("notices.owed", count=owed)
        self._wake()
