"""What is kept of changes and of people in a database: `domain.archive.Archive`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.archive import AuditEntry, AuditFilter, Json, StillHereError, Undelivered
from domain.changes import NoSuchFactError
from storage import tables
from storage.engine import Database, answers
from storage.forgetting import Forgetting
from storage.ids import new_id
from storage.scope import Scope, keeps_known
from storage.tenancy import CrossQueries

SHOWN = timedelta(days=30)
"""So long a message that could not be delivered is shown."""


class SqlArchive(CrossQueries):
    """The archive. `clock` tells real UTC, for what the audit says."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        super().__init__(database)
        self._clock = clock

    async def audited(self, organisation: str, wanted: AuditFilter, most: int | None = None) -> Sequence[AuditEntry]:
        """The changes of an organisation that are asked for, the newest first, at most so many."""
        known = tables.audit
        query = select(known).where(known.c.organisation_id == organisation, *_wanted(wanted))
        return [_entry(row) for row in await self._asked(query.order_by(known.c.id.desc()).limit(most))]

    async def undelivered(self, organisation: str) -> Sequence[Undelivered]:
        """The messages of the last thirty days that were given up, the oldest first."""
        known = tables.delivery
        mine = (known.c.organisation_id == organisation, known.c.state == "failed")
        query = select(known).where(*mine, known.c.due_at >= self._clock() - SHOWN).order_by(known.c.due_at, known.c.id)
        return [Undelivered(row.recipient, row.created_at) for row in await self._asked(query)]

    async def about(self, organisation: str, person: str) -> Mapping[str, Sequence[Mapping[str, Json]]]:
        """Everything that is kept of a person, withdrawn or not, as rows by the names of their tables."""
        found: dict[str, Sequence[Mapping[str, Json]]] = {}
        async with self._database.snapshot() as connection:
            scope = Scope(connection, organisation)
            users = [r.user for r in await scope.rows(tables.slack_identity, _is(tables.slack_identity, person))]
            for table in tables.metadata.sorted_tables:
                if table.info.get("scope") in {"own", "person", "team"}:
                    theirs = _theirs(table, person, users)
                    rows = await scope.rows(table, theirs) if theirs is not None else ()
                    found |= {table.name: [_as_json(row) for row in rows]} if rows else {}
        return found

    async def forget(self, organisation: str, person: str, today: date, user: str | None, request: str) -> bool:
        """Replace what names a person wherever it stands; False where that was done before.

        While they count for another organisation, only what this one knows of them.
        """
        async with self._database.write(organisation) as connection:
            with answers():
                known = await self._known(connection, person)
                if organisation not in known:
                    raise NoSuchFactError(person)
                still = {each for each, until in known.items() if until is None or until > today}
                concerned = [organisation] if still else sorted(known)
                await self._lock(connection, concerned)
                if await self._is_forgotten(connection, organisation if still else None, person):
                    return False
                if organisation in still:
                    raise StillHereError(person)
                now = self._clock()
                forgetting = Forgetting(connection, person, now)
                await (forgetting.within(organisation) if still else forgetting.everywhere(concerned))
                said = {"at": now, "actor": user, "request": request, "change": "Forget", "subject": person}
                empty = {"person_id": person, "before": None, "after": None, "revision": 0}
                added = [{"id": new_id(), "organisation_id": each, **said, **empty} for each in concerned]
                await connection.execute(insert(tables.audit), added)
        return True

    async def _is_forgotten(self, connection: AsyncConnection, organisation: str | None, person: str) -> bool:
        """Whether somebody is forgotten everywhere, or by an organisation."""
        known, period = tables.person.c, tables.association.c
        everywhere = select(known.forgotten_at).where(known.id == person)
        here = select(period.forgotten_at).where(period.person_id == person, period.organisation_id == organisation)
        found = (await connection.execute(everywhere if organisation is None else here)).scalars().all()
        return all(at is not None for at in found)

    async def _known(self, connection: AsyncConnection, person: str) -> Mapping[str, date | None]:
        """The organisations that know a person, and until when they count there at the latest."""
        period = tables.association.c
        query = select(period.organisation_id, period.until, period.withdrawn_at).where(
            period.person_id == person, keeps_known(tables.association)
        )
        ends: dict[str, list[date | None]] = {}
        for row in (await connection.execute(query)).fetchall():
            # A withdrawn period held on no date.
            ends.setdefault(row.organisation_id, []).append(row.until if row.withdrawn_at is None else date.min)
        return {key: None if None in days else max(day for day in days if day) for key, days in ends.items()}

    async def _lock(self, connection: AsyncConnection, organisations: Sequence[str]) -> None:
        """Hold organisations, in the order of their ids, and let everybody load them anew."""
        for each in organisations:
            found, served = tables.organisation, tables.workspace_organisation
            await connection.execute(update(found).where(found.c.id == each).values(revision=found.c.revision + 1))
            teams = select(served.c.team).where(served.c.organisation_id == each)
            known = tables.workspace
            again = known.c.members_revision + 1
            await connection.execute(update(known).where(known.c.team.in_(teams)).values(members_revision=again))


def _wanted(wanted: AuditFilter) -> list[ColumnElement[bool]]:
    known = tables.audit.c
    found = []
    if wanted.person is not None or wanted.user is not None:
        found.append(or_(known.person_id == wanted.person, known.actor == wanted.user))
    if wanted.kinds:
        found.append(known.change.in_(sorted(wanted.kinds)))
    if wanted.since is not None:
        found.append(known.at >= wanted.since)
    if wanted.until is not None:
        found.append(known.at < wanted.until)
    if wanted.before is not None:
        found.append(known.id < wanted.before)
    return found


def _entry(r: Row[Any]) -> AuditEntry:
    about = (r.change, r.subject, r.person_id)
    return AuditEntry(r.id, r.at, r.actor, r.request, *about, r.before, r.after, r.because)


def _is(table: Table, person: str) -> ColumnElement[bool]:
    column: ColumnElement[bool] = table.c.person_id == person
    return column


def _theirs(table: Table, person: str, users: Sequence[str]) -> ColumnElement[bool] | None:
    """The rows of a table that are about a person: as a person, or as the Slack user who was told."""
    if table is tables.person:
        return tables.person.c.id == person
    if "person_id" in table.c:
        return _is(table, person)
    return tables.notice.c.recipient.in_(users) if table is tables.notice else None


def _as_json(row: Row[Any]) -> Mapping[str, Json]:
    return {name: _plain(value) for name, value in row._asdict().items()}


def _plain(value: Any) -> Json:  # noqa: ANN401 - any value of a row
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            plain: Json = value
            return plain
