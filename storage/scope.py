"""The one place where queries are narrowed to an organisation: each statement carries its id, or is refused."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Executable, Row, Table, delete, func, insert, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import CursorResult
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import tables
from storage.engine import answers
from storage.errors import UnscopedTableError

Values: TypeAlias = Mapping[str, object]


def _itself(table: Table, organisation: str) -> ColumnElement[bool]:
    return table.c.id == organisation


def _own(table: Table, organisation: str) -> ColumnElement[bool]:
    return table.c.organisation_id == organisation


def _of_its_people(table: Table, organisation: str) -> ColumnElement[bool]:
    known = tables.association
    people = select(known.c.person_id).where(known.c.organisation_id == organisation, keeps_known(known))
    return (table.c.id if table is tables.person else table.c.person_id).in_(people)


def keeps_known(period: Table) -> ColumnElement[bool]:
    """Whether somebody stays on record by a period: not where an import brought and took back all that is known."""
    return or_(period.c.withdrawn_at.is_(None), period.c.withdrawn_because.is_not(None))


def _of_its_teams(table: Table, organisation: str) -> ColumnElement[bool]:
    served = tables.workspace_organisation
    return table.c.team.in_(select(served.c.team).where(served.c.organisation_id == organisation))


_SCOPES: Mapping[str, Callable[[Table, str], ColumnElement[bool]]] = {
    "organisation": _itself,
    "own": _own,
    "person": _of_its_people,
    "team": _of_its_teams,
}


def within(table: Table, organisation: str) -> ColumnElement[bool]:
    """The condition under which a table's rows are this organisation's. Raises UnscopedTableError if none says so."""
    scope = str(table.info.get("scope"))
    if scope not in _SCOPES:
        raise UnscopedTableError(f"{table.name} cannot be narrowed to one organisation")
    return _SCOPES[scope](table, organisation)


def insert_unless_there(connection: AsyncConnection, table: Table, row: Values) -> Executable:
    """An insert that does nothing where a row of the same key is there."""
    made = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    return made.values(**row).on_conflict_do_nothing()


class Scope:
    """One organisation's rows on a connection. Raises StorageDownError when the database is away.

    `broken` is set once a statement has failed: what was begun must then not be committed, even if somebody caught
    the error.
    """

    def __init__(self, connection: AsyncConnection, organisation: str) -> None:
        self.organisation = organisation
        self.broken: BaseException | None = None
        self._connection = connection

    async def rows(self, table: Table, *where: ColumnElement[bool], only: Sequence[str] = ()) -> Sequence[Row[Any]]:
        """The organisation's rows of a table, with all columns or `only` some."""
        chosen = select(*(table.c[column] for column in only)) if only else select(table)
        found = await self._run(chosen.where(within(table, self.organisation), *where))
        return found.fetchall()

    async def first(self, table: Table, *where: ColumnElement[bool]) -> Row[Any] | None:
        """One of the organisation's rows, or None when there is none."""
        found = await self._run(select(table).where(within(table, self.organisation), *where).limit(1))
        return found.first()

    async def distinct(self, table: Table, *columns: str) -> Sequence[Row[Any]]:
        """Some columns of the organisation's rows of a table, without repetition."""
        named = (table.c[column] for column in columns)
        found = await self._run(select(*named).where(within(table, self.organisation)).distinct())
        return found.fetchall()

    async def add(self, table: Table, *rows: Values) -> None:
        """Insert rows; those of a table of the organisation's own get its id."""
        if rows:
            await self._run(insert(table), [self._owned(table, row) for row in rows])

    async def add_new(self, table: Table, row: Values) -> bool:
        """Insert a row unless one of the same key is there. Returns whether it is new."""
        statement = insert_unless_there(self._connection, table, self._owned(table, row))
        return bool((await self._run(statement)).rowcount)

    async def change(self, table: Table, *where: ColumnElement[bool], **values: object) -> int:
        """Update the organisation's rows that meet the conditions. Returns how many there were."""
        statement = update(table).where(within(table, self.organisation), *where).values(**values)
        return (await self._run(statement)).rowcount

    async def remove(self, table: Table, *where: ColumnElement[bool]) -> None:
        """Delete the organisation's rows that meet the conditions: only what is no fact is ever deleted."""
        await self._run(delete(table).where(within(table, self.organisation), *where))

    async def profiles_elsewhere(self, profiles: Collection[str]) -> frozenset[str]:
        """Those of some profiles that people hold who are not this organisation's.

        With `moved_on` the one query that looks beyond the organisation: it tells that it is taken, and not by whom.
        """
        known = tables.profile
        held = known.c.profile.in_(profiles), known.c.released_at.is_(None)
        query = select(known.c.profile).where(*held, not_(within(known, self.organisation)))
        return frozenset((await self._run(query)).scalars())

    async def moved_on(self) -> Mapping[str, str]:
        """The people on record here who came to count for another organisation since, each with the id of that period.

        Ids are in the order in which things were recorded. For which organisation they count is not told.
        """
        ours, theirs = tables.association, tables.association.alias()
        last = (
            select(ours.c.person_id, func.max(ours.c.since).label("since"))
            .where(within(ours, self.organisation), ours.c.withdrawn_at.is_(None))
            .group_by(ours.c.person_id)
            .having(func.count() == func.count(ours.c.until))
            .subquery()
        )
        later = (theirs.c.person_id == last.c.person_id) & (theirs.c.since >= last.c.since)
        other = (theirs.c.organisation_id != self.organisation, theirs.c.withdrawn_at.is_(None))
        first = select(last.c.person_id, func.min(theirs.c.id).label("period")).join(theirs, later).where(*other)
        found = await self._run(first.group_by(last.c.person_id))
        return {row.person_id: row.period for row in found.fetchall()}

    async def members_changed(self, team: str) -> None:
        """Tell every organisation of a workspace that what they know of its users is old."""
        table = tables.workspace
        statement = update(table).where(table.c.team == team).values(members_revision=table.c.members_revision + 1)
        await self._run(statement)

    def _owned(self, table: Table, row: Values) -> dict[str, object]:
        own = table.info.get("scope") == "own"
        return {**row, "organisation_id": self.organisation} if own else dict(row)

    async def _run(self, statement: Executable, rows: list[dict[str, object]] | None = None) -> CursorResult[Any]:
        try:
            with answers():
                return await self._connection.execute(statement, rows)
        except BaseException as error:
            self.broken = error
            raise

    @asynccontextmanager
    async def all_or_nothing(self) -> AsyncIterator[None]:
        """What is written within is undone alone when it ends in an exception; the transaction goes on."""
        with answers():
            async with self._connection.begin_nested():
                yield
