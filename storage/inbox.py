"""Events from outside that change facts: written down before they are acted on, each acted on once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, exists, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import Database, answers
from storage.ids import new_id
from storage.leases import Backlog, Leases
from storage.scope import insert_unless_there
from storage.tables import inbox

Payload = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class InboxEvent:
    """A claimed event. `attempts` counts this one; `lease` proves the claim."""

    event: str
    team: str
    kind: str
    payload: Payload
    received_at: datetime
    attempts: int
    lease: str


class Inbox:
    """Received events. Times are real UTC; every method raises StorageDownError when the database is away."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leases = Leases(database, inbox)

    async def receive(self, event: str, team: str, kind: str, payload: Payload, now: datetime) -> bool:
        """Write an event down, before it is acknowledged. False when it is known already."""
        row = {**_new(event, team, now), "kind": kind, "payload": payload, "state": "due"}
        async with self._database.write("inbox") as connection:
            with answers():
                return bool((await connection.execute(insert_unless_there(connection, inbox, row))).rowcount)

    async def claim(self, now: datetime, lease: timedelta) -> InboxEvent | None:
        """Take the oldest event that is due, or whose lease ran out. None when there is none.

        Events of one workspace are handed out in their order, each after the one before is done or failed for good.
        """
        claim = await self._leases.claim(now, lease, _first_of_its_team())
        if claim is None:
            return None
        row = claim.row
        told = (row.event_id, row.team, row.kind, row.payload, row.received_at)
        return InboxEvent(*told, attempts=row.attempts + 1, lease=claim.token)

    async def done(self, event: str, lease: str, now: datetime) -> bool:
        """The event needed nothing more. False when the claim is no longer ours."""
        return await self._leases.settle(inbox.c.event_id == event, lease, "done", done_at=now)

    async def retry_at(self, event: str, lease: str, when: datetime, error: str) -> bool:
        """Try again at a time. False when the claim is no longer ours."""
        return await self._leases.settle(inbox.c.event_id == event, lease, "due", due_at=when, error=error)

    async def fail(self, event: str, lease: str, error: str) -> bool:
        """Give the event up for good; it stays on record. False when the claim is no longer ours."""
        return await self._leases.settle(inbox.c.event_id == event, lease, "failed", error=error)

    async def pending(self) -> Backlog:
        """How many events wait, are being worked on, or failed for good."""
        return await self._leases.backlog()


async def mark_done(connection: AsyncConnection, event: str, team: str, now: datetime) -> bool:
    """Mark an event done in the transaction of its effect. False when it was done before.

    An event that was never received is written down as done, so that it too has its effect once.
    """
    ended = {"state": "done", "done_at": now, "lease": None, "lease_until": None}
    statement = update(inbox).where(inbox.c.event_id == event, inbox.c.state != "done").values(**ended)
    row = {**_new(event, team, now), "kind": "", "payload": {}, **ended}
    with answers():
        if (await connection.execute(statement)).rowcount:
            return True
        return bool((await connection.execute(insert_unless_there(connection, inbox, row))).rowcount)


def _new(event: str, team: str, now: datetime) -> dict[str, object]:
    return {"id": new_id(), "event_id": event, "team": team, "received_at": now, "due_at": now, "attempts": 0}


def _first_of_its_team() -> ColumnElement[bool]:
    earlier = inbox.alias("earlier")
    before = (earlier.c.team == inbox.c.team, earlier.c.id < inbox.c.id, earlier.c.state.in_(("due", "claimed")))
    return ~exists().where(*before)
