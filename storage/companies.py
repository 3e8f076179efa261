"""Companies in a database: `domain.ports.Companies`, and how one comes to be."""

from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime
from functools import cache
from typing import Any, TypeAlias
from weakref import WeakValueDictionary

from sqlalchemy import Row, Select, bindparam, exists, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.facts import Facts
from domain.notices import History
from domain.ports import Actor, Company, EventAlreadyDoneError, Ledger, Member, Organisation, UnknownTeamError
from domain.requirements import Market
from domain.tenancy import UndecidedError
from storage import tables
from storage.archive import SqlArchive
from storage.engine import Database, answers
from storage.errors import SecondWorkspaceError
from storage.ids import new_id
from storage.inbox import mark_done
from storage.keep import Keep, Revisions, Snapshot
from storage.ledger import AT_ONCE, SqlLedger
from storage.organisations import columns_of, organisation_of
from storage.owing import load_history
from storage.scope import Scope, insert_unless_there
from storage.sharing import Shared
from storage.snapshot import NOBODY, known_here, load_at_risk, load_cares, load_facts, load_members
from storage.threads import SqlThreads

Served: TypeAlias = Company | tuple[Organisation, ...]
"""The only company of a workspace, or the organisations that share it."""


class SqlCompanies(SqlArchive, SqlThreads):
    """All companies in one database. `clock` tells real UTC, for what the audit says and when a delivery is due."""

    def __init__(self, database: Database, clock: Callable[[], datetime], *, most_kept: int = 100) -> None:
        super().__init__(database, clock)
        self._keep = Keep(most_kept)
        self._shared: WeakValueDictionary[str, Shared[Served]] = WeakValueDictionary()

    async def of_team(self, team: str) -> Company:
        """The company of a Slack workspace, of several the oldest. Raises UnknownTeamError, or StorageDownError."""
        found = await self._served(team)
        return found if isinstance(found, Company) else await self.get(found[0].id)

    async def at(self, team: str, channel: str | None, user: str, chosen: str | None = None) -> Company:
        """The company that is meant. Raises UndecidedError, and like `of_team`."""
        found = await self._served(team)
        served = {each.id for each in ((found.organisation,) if isinstance(found, Company) else found)}
        if chosen is not None and chosen not in served:
            raise UnknownTeamError(chosen)
        if isinstance(found, Company):
            return found
        meant = [chosen] if chosen is not None else await self._meant(team, channel, user)
        if not served.intersection(meant):
            raise UndecidedError(found)
        return await self.get(next(each for each in meant if each in served))

    async def serving(self, team: str) -> Sequence[Organisation]:
        """The organisations that a workspace serves, the oldest first. Raises like `of_team`."""
        found = await self._served(team)
        return (found.organisation,) if isinstance(found, Company) else found

    async def _served(self, team: str) -> Served:
        shared = self._shared.get(team)
        if shared is None:
            shared = self._shared[team] = Shared(lambda: self._read_team(team))
        return await shared.ask()

    async def _read_team(self, team: str) -> Served:
        """The company of a workspace, or of several the organisations: which is meant is then asked of each request."""
        async with self._database.query() as connection:
            with answers():
                heads = (await connection.execute(_of_team(), {"team": team})).fetchall()
        if not heads:
            raise UnknownTeamError(team)
        return await self._of_head(heads[0]) if len(heads) == 1 else tuple(map(organisation_of, heads))

    async def get(self, organisation: str) -> Company:
        """A company by its id. Raises like `of_team`."""
        async with self._database.query() as connection:
            head = await _head(connection, _of_organisation(), organisation)
        return await self._of_head(head)

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """The organisations whose next look is due (UTC), the longest overdue first."""
        due = tables.organisation.c.next_look_at
        query = select(tables.organisation.c.id).where(due <= now).order_by(due, tables.organisation.c.id)
        async with self._database.query() as connection:
            with answers():
                return (await connection.execute(query)).scalars().all()

    async def organisations(self) -> Sequence[str]:
        """The ids of all organisations, the oldest first. Raises StorageDownError."""
        async with self._database.query() as connection:
            with answers():
                found = tables.organisation.c
                return (await connection.execute(select(found.id).order_by(found.created_at, found.id))).scalars().all()

    async def look_at_all(self) -> None:
        """Make every organisation's next look due: the catalogue changed."""
        async with self._database.write() as connection:
            with answers():
                await connection.execute(update(tables.organisation).values(next_look_at=AT_ONCE))

    @asynccontextmanager
    async def change(self, organisation: str, actor: Actor, *, event: str | None = None) -> AsyncIterator[Ledger]:
        """One transaction on a company; the only writer until it ends, rolled back on any exception.

        `event` is marked done with its effect. Raises EventAlreadyDoneError before anything happens if it was,
        UnknownTeamError and StorageDownError.
        """
        async with self._database.write(organisation) as connection:
            company, members_revision = await self._held(connection, organisation)
            if event is not None and not await mark_done(connection, event, company.team, self._clock()):
                raise EventAlreadyDoneError(event)
            ledger = await self._ledger(connection, company, actor)
            yield ledger
            await ledger.settle()
        self._put(ledger, members_revision)

    @asynccontextmanager
    async def crossing(
        self, organisations: Sequence[str], actor: Actor, *, event: str | None = None
    ) -> AsyncIterator[tuple[Ledger, ...]]:
        """One transaction on several companies: all that is recorded in any is written together, or not at all.

        They are locked in the order of their ids, so that two who cross in both directions wait for one another.
        """
        async with self._database.write(min(organisations)) as connection:
            held = {each: await self._held(connection, each) for each in sorted(organisations)}
            team = held[organisations[0]][0].team
            if event is not None and not await mark_done(connection, event, team, self._clock()):
                raise EventAlreadyDoneError(event)
            ledgers = [await self._ledger(connection, held[each][0], actor) for each in organisations]
            yield tuple(ledgers)
            for ledger in ledgers:
                await ledger.settle()
        for ledger in ledgers:
            self._put(ledger, held[ledger.company.organisation.id][1])

    async def _ledger(self, connection: AsyncConnection, company: Company, actor: Actor) -> SqlLedger:
        scope = Scope(connection, company.organisation.id)
        return SqlLedger(scope, company, await load_history(scope), self._clock(), actor)

    def _put(self, ledger: SqlLedger, members_revision: int) -> None:
        now, revisions = ledger.company, (ledger.company.revision, members_revision + ledger.members_changed)
        self._keep.put(now.organisation.id, Snapshot(revisions, now.facts, now.members, now.cares, now.at_risk))

    async def meet(  # noqa: PLR0913 - all that is known of a workspace when it is met
        self,
        team: str,
        name: str,
        time_zone: str,
        programme: str,
        market: Market,
        members: Iterable[Member] = (),
        *,
        invited: bool = False,
    ) -> Company:
        """The company of a workspace that the bot has just met: the first workspace becomes one by itself.

        Nothing changes for a known workspace. Raises SecondWorkspaceError for another one that was not invited, and
        StorageDownError.
        """
        async with self._database.write("meet") as connection:
            known = await self._workspaces(connection)
            if team not in known and known and not invited:
                raise SecondWorkspaceError("This installation serves another workspace; one more needs an invitation.")
            if team not in known:
                founded = Organisation(new_id(), name, programme, time_zone, stage="new")
                await self._found(connection, team, founded, market, members)
        return await self.of_team(team)

    async def found(
        self,
        team: str,
        organisation: Organisation,
        market: Market,
        members: Iterable[Member] = (),
        *,
        start: date | None = None,
    ) -> Company:
        """A new organisation for a new workspace, beside those that there are. Raises StorageDownError."""
        async with self._database.write("meet") as connection:
            await self._found(connection, team, organisation, market, members, start)
        return await self.of_team(team)

    async def _workspaces(self, connection: AsyncConnection) -> Sequence[str]:
        with answers():
            if not self._database.embedded:
                await connection.execute(text("LOCK TABLE workspace IN EXCLUSIVE MODE"))
            return (await connection.execute(select(tables.workspace.c.team))).scalars().all()

    async def _found(
        self,
        connection: AsyncConnection,
        team: str,
        organisation: Organisation,
        market: Market,
        members: Iterable[Member],
        start: date | None = None,
    ) -> None:
        now = self._clock()
        scope = Scope(connection, organisation.id)
        await scope.add(
            tables.organisation,
            {
                "id": organisation.id,
                "programme": organisation.programme,
                **columns_of(organisation),
                "revision": 0,
                "created_at": now,
                "next_look_at": AT_ONCE,
            },
        )
        with answers():
            await connection.execute(insert_unless_there(connection, tables.workspace, {"team": team, "met_at": now}))
        await scope.add(tables.workspace_organisation, {"team": team})
        enrolled = {"programme": organisation.programme, "market": market, "start": start}
        await scope.add(tables.enrolment, enrolled)
        ledger = SqlLedger(
            scope, Company(organisation, team, 0, Facts(market), {}), History(), now, Actor(None, "meet")
        )
        for member in members:
            await ledger.register(member)
        await ledger.settle()

    async def _of_head(self, head: Row[Any]) -> Company:
        found = self._keep.find(head.id, _revisions(head))
        return await self._load(head.id) if found is None else _company(head, found)

    async def _load(self, organisation: str) -> Company:
        """The company at one moment, which may be later than the one at which it was found to be missing."""
        async with self._keep.loading(organisation), self._database.snapshot() as connection:
            return await self._at(connection, await _head(connection, _of_organisation(), organisation))

    async def _held(self, connection: AsyncConnection, organisation: str) -> tuple[Company, int]:
        """The company, locked until the transaction ends, and the revision of its members."""
        head = await _head(connection, _of_organisation(locked=True), organisation)
        return await self._at(connection, head), head.members_revision

    async def _at(self, connection: AsyncConnection, head: Row[Any]) -> Company:
        found = self._keep.find(head.id, _revisions(head))
        if found is None:
            scope = Scope(connection, head.id)
            moved_on = await scope.moved_on() if head.shared else NOBODY
            facts = await load_facts(scope, head.programme, moved_on)
            members = known_here(await load_members(scope), facts, moved_on, shared=head.shared)
            found = Snapshot(_revisions(head), facts, members, await load_cares(scope), await load_at_risk(scope))
            self._keep.put(head.id, found)
        return _company(head, found)


def _heads() -> Select[Any]:  # to build it takes longer than to ask it: each question is built once, by its caller
    """Organisations with a workspace of theirs: what changes without a change of the facts, and the revisions."""
    served, workspace, found = tables.workspace_organisation, tables.workspace, tables.organisation
    other = served.alias("other")
    shared = exists().where(other.c.team == served.c.team, other.c.organisation_id != served.c.organisation_id)
    chosen = select(found, served.c.team, workspace.c.members_revision, shared.label("shared"))
    joined = chosen.join_from(found, served).join(workspace, workspace.c.team == served.c.team)
    return joined.order_by(served.c.team, found.c.created_at, found.c.id)


@cache
def _of_team() -> Select[Any]:
    return _heads().where(tables.workspace_organisation.c.team == bindparam("team"))


@cache
def _of_organisation(*, locked: bool = False) -> Select[Any]:
    query = _heads().where(tables.organisation.c.id == bindparam("organisation")).limit(1)
    return query.with_for_update(of=tables.organisation) if locked else query


async def _head(connection: AsyncConnection, query: Select[Any], organisation: str) -> Row[Any]:
    with answers():
        found: Row[Any] | None = (await connection.execute(query, {"organisation": organisation})).first()
    if found is None:
        raise UnknownTeamError(organisation)
    return found


def _revisions(head: Row[Any]) -> Revisions:
    return (head.revision, head.members_revision)


def _company(head: Row[Any], found: Snapshot) -> Company:
    known = (organisation_of(head), head.team, head.revision, found.facts, found.members, found.cares)
    return Company(*known, shared=bool(head.shared), at_risk=found.at_risk)
