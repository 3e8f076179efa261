"""Work that waits in a table and is claimed by a lease, so that two workers never both have it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, func, or_, select, update

from storage.engine import Database, answers
from storage.ids import new_id


@dataclass(frozen=True, slots=True)
class Backlog:
    """How much waits, is being worked on, and failed for good."""

    due: int = 0
    claimed: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """A row as it was before it was claimed, and the token that proves the claim."""

    row: Row[Any]
    token: str


@dataclass(frozen=True, slots=True)
class Leases:
    """The rows of one table as work. `state` is due, claimed, failed, or one of the table's own that end it."""

    database: Database
    table: Table

    async def claim(
        self, now: datetime, lease: timedelta, *where: ColumnElement[bool], **values: object
    ) -> Claim | None:
        """Take what is ready the longest: due, or claimed with a lease that ran out. None when nothing is.

        `values` are written with the claim. Times are real UTC. Raises StorageDownError.
        """
        ready = and_(self._ready(now), *where)
        query = select(self.table).where(ready).order_by(self.table.c.due_at, self.table.c.id).limit(1)
        # Looking first keeps those who find nothing from taking a lock.
        async with self.database.query() as connection:
            with answers():
                if (await connection.execute(query)).first() is None:
                    return None
        async with self.database.write(self.table.name) as connection:
            with answers():
                row = (await connection.execute(query.with_for_update(skip_locked=True))).first()
                if row is None:
                    return None
                token = new_id()
                taken = {"state": "claimed", "lease": token, "lease_until": now + lease, "attempts": row.attempts + 1}
                statement = update(self.table).where(self.table.c.id == row.id, ready).values(**taken, **values)
                return Claim(row, token) if (await connection.execute(statement)).rowcount else None

    async def settle(self, key: ColumnElement[bool], token: str, state: str, **values: object) -> bool:
        """Give up a claim for another state. False, and nothing happens, when the claim is no longer ours."""
        ours = and_(key, self.table.c.lease == token, self.table.c.state == "claimed")
        freed = {"state": state, "lease": None, "lease_until": None}
        async with self.database.write(self.table.name) as connection:
            with answers():
                done = await connection.execute(update(self.table).where(ours).values(**freed, **values))
                return bool(done.rowcount)

    async def backlog(self) -> Backlog:
        """How much there is of each. Raises StorageDownError."""
        state = self.table.c.state
        query = select(state, func.count()).where(state.in_(("due", "claimed", "failed"))).group_by(state)
        async with self.database.query() as connection:
            with answers():
                return Backlog(**{row[0]: row[1] for row in await connection.execute(query)})

    def _ready(self, now: datetime) -> ColumnElement[bool]:
        columns = self.table.c
        return or_(
            and_(columns.state == "due", columns.due_at <= now),
            and_(columns.state == "claimed", columns.lease_until <= now),
        )
