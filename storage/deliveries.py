"""Deliveries: one Slack message each, with the notices that it holds; claimed by a lease, sent, confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, exists, func, or_, select

from domain.notices import Owed
from domain.roles import ADMINS
from storage.engine import Database, answers
from storage.leases import Backlog, Leases
from storage.owing import owed_of
from storage.tables import delivery, installation, notice, organisation, slack_identity


@dataclass(frozen=True, slots=True)
class ClaimedDelivery:
    """A message to send now. `attempts` counts this one; `lease` proves the claim.

    `unsettled_since` is the time (UTC) of the first claim of which nobody knows whether it sent the message: before it
    is sent again, the conversation's history since then must be looked at. None when it surely was not sent.
    """

    id: str
    organisation: str
    team: str
    recipient: str
    notices: tuple[Owed, ...]
    attempts: int
    lease: str
    unsettled_since: datetime | None

    @property
    def claimed_before(self) -> bool:
        """Whether an earlier claim may have sent it already."""
        return self.unsettled_since is not None


@dataclass(frozen=True, slots=True)
class FailedDelivery:
    """A message that could not be sent, for admins to see."""

    id: str
    organisation: str
    recipient: str
    error: str
    owed_at: datetime
    notices: tuple[Owed, ...]


class Deliveries:
    """What the messenger works on. Times are real UTC; every method raises StorageDownError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._leases = Leases(database, delivery)

    async def claim(self, now: datetime, lease: timedelta) -> ClaimedDelivery | None:
        """Take the delivery that is due the longest, or whose lease ran out. None when there is none.

        What is for a workspace that took us out waits until we are installed there again.
        `lease` is longer than sending can take: within it nobody else gets the same delivery.
        """
        unsettled = func.coalesce(delivery.c.unsettled_since, now)
        claim = await self._leases.claim(now, lease, ~_is_for_where_we_left(), unsettled_since=unsettled)
        if claim is None:
            return None
        row = claim.row
        told = (row.id, row.organisation_id, row.team, row.recipient, await self._notices(row))
        return ClaimedDelivery(*told, row.attempts + 1, claim.token, row.unsettled_since)

    async def confirm(self, delivery_id: str, lease: str, channel: str, ts: str, now: datetime) -> bool:
        """It went out as a message in a channel. False when the claim is no longer ours."""
        sent = {"channel": channel, "ts": ts, "sent_at": now, "unsettled_since": None, "error": None}
        return await self._leases.settle(delivery.c.id == delivery_id, lease, "sent", **sent)

    async def retry_at(
        self, delivery_id: str, lease: str, when: datetime, error: str, *, surely_not_sent: bool = False
    ) -> bool:
        """Try again at a time; `surely_not_sent` when Slack refused it. False when the claim is no longer ours."""
        settled = {"unsettled_since": None} if surely_not_sent else {}
        key = delivery.c.id == delivery_id
        return await self._leases.settle(key, lease, "due", due_at=when, error=error, **settled)

    async def fail(self, delivery_id: str, lease: str, error: str) -> bool:
        """Give it up for good, for admins to see. False when the claim is no longer ours."""
        return await self._leases.settle(delivery.c.id == delivery_id, lease, "failed", error=error)

    async def supersede(self, delivery_id: str, lease: str) -> bool:
        """Call it off, for its recipient is no admin; what it says is not told with that, and waits for an admin.

        False, and nothing happens, when the claim is no longer ours, or they are an admin again.
        """
        key = (delivery.c.id == delivery_id, ~_is_for_an_admin())
        return await self._leases.settle(and_(*key), lease, "superseded")

    async def pending(self) -> Backlog:
        """How many deliveries wait, are being sent, or failed for good, of all organisations."""
        return await self._leases.backlog()

    async def failed(self, since: datetime) -> Sequence[FailedDelivery]:
        """The deliveries of all organisations, owed since a time, that failed for good, the oldest first."""
        gone = (delivery.c.state == "failed", delivery.c.due_at >= since)
        query = select(delivery).where(*gone).order_by(delivery.c.due_at, delivery.c.id)
        async with self._database.query() as connection:
            with answers():
                rows = (await connection.execute(query)).fetchall()
        return [_failed(row, await self._notices(row)) for row in rows]

    async def _notices(self, row: Row[Any]) -> tuple[Owed, ...]:
        query = select(notice).where(notice.c.delivery_id == row.id).order_by(notice.c.id)
        async with self._database.query() as connection:
            with answers():
                found = (await connection.execute(query)).fetchall()
        return tuple(owed_of(row) for row in found)


def _failed(row: Row[Any], notices: tuple[Owed, ...]) -> FailedDelivery:
    return FailedDelivery(row.id, row.organisation_id, row.recipient, row.error or "", row.created_at, notices)


def _is_for_where_we_left() -> ColumnElement[bool]:
    """Whether all installations in a delivery's workspace have ended; the first workspace needs none."""
    there = installation.c.team == delivery.c.team
    return exists().where(there) & ~exists().where(there, installation.c.ended_at.is_(None))


def _is_for_an_admin() -> ColumnElement[bool]:
    """What `domain.ports.role_of` says, of a delivery's recipient: what was given here, else its own, else Slack's."""
    known = slack_identity.c
    theirs = (known.team == delivery.c.team, known.user == delivery.c.recipient, known.deleted.is_(False))
    named = (" " + organisation.c.admins + " ").contains(" " + delivery.c.recipient + " ")
    by_slack = case((organisation.c.admins == "", known.role == "admin"), else_=named)
    is_admin = case((_was_given(*ADMINS), True), (_was_given("manager", "member"), False), else_=by_slack)
    return exists().where(*theirs, organisation.c.id == delivery.c.organisation_id, known.role != "guest", is_admin)


def _was_given(*roles: str) -> ColumnElement[bool]:
    given = " " + organisation.c.roles + " "
    return or_(*(given.contains(" " + delivery.c.recipient + f"={role} ") for role in sorted(roles)))
