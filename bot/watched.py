"""Companies, watched: when notices were owed and are surely written, whoever brings them is woken."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime

from bot import logs
from domain.archive import AuditEntry, AuditFilter, Json, Undelivered
from domain.ports import Actor, Company, Ledger, Organisation
from domain.tenancy import Belonging, Tenancy
from domain.threads import Thread

log = logs.get()


class WatchedCompanies:
    """`domain.tenancy.Tenancy` that calls `wake` after each transaction that may have left something to bring."""

    def __init__(self, companies: Tenancy, wake: Callable[[], None]) -> None:
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

    @asynccontextmanager
    async def crossing(
        self, organisations: Sequence[str], actor: Actor, *, event: str | None = None
    ) -> AsyncIterator[tuple[Ledger, ...]]:
        """As in the port."""
        async with self._companies.crossing(organisations, actor, event=event) as ledgers:
            yield ledgers
            log.info("crossing.committing")
        log.info("crossing.committed")
        self._wake()

    async def at(self, team: str, channel: str | None, user: str, chosen: str | None = None) -> Company:
        """As in the port."""
        return await self._companies.at(team, channel, user, chosen)

    async def serving(self, team: str) -> Sequence[Organisation]:
        """As in the port."""
        return await self._companies.serving(team)

    async def settle_place(self, team: str, place: str, organisation: str) -> None:
        """As in the port."""
        await self._companies.settle_place(team, place, organisation)

    async def belonging_of(self, team: str, user: str) -> Belonging | None:
        """As in the port."""
        return await self._companies.belonging_of(team, user)

    async def holder_of(self, profile: str) -> Belonging | None:
        """As in the port."""
        return await self._companies.holder_of(profile)

    async def by_vendor_id(self, programme: str, vendor_ids: Collection[str]) -> Mapping[str, str]:
        """As in the port."""
        return await self._companies.by_vendor_id(programme, vendor_ids)

    async def vendor_ids(self, organisation: str) -> Sequence[str]:
        """As in the port."""
        return await self._companies.vendor_ids(organisation)

    async def audited(self, organisation: str, wanted: AuditFilter, most: int | None = None) -> Sequence[AuditEntry]:
        """As in the port."""
        return await self._companies.audited(organisation, wanted, most)

    async def undelivered(self, organisation: str) -> Sequence[Undelivered]:
        """As in the port."""
        return await self._companies.undelivered(organisation)

    async def about(self, organisation: str, person: str) -> Mapping[str, Sequence[Mapping[str, Json]]]:
        """As in the port."""
        return await self._companies.about(organisation, person)

    async def forget(self, organisation: str, person: str, today: date, user: str | None, request: str) -> bool:
        """As in the port."""
        return await self._companies.forget(organisation, person, today, user, request)

    async def last_asked(self, organisation: str, thread: Thread, at: datetime) -> str | None:
        """As in the port."""
        return await self._companies.last_asked(organisation, thread, at)

    async def keep_asked(self, organisation: str, thread: Thread, asked: str, at: datetime, until: datetime) -> None:
        """As in the port."""
        await self._companies.keep_asked(organisation, thread, asked, at, until)
