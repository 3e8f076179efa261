"""What is owed: notices for every admin, each once, in one delivery per admin; and the episodes they belong to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row

from domain.notices import Due, History, Owed
from storage import tables
from storage.ids import new_id
from storage.scope import Scope

Key: TypeAlias = tuple[str, str, int, str]

NOBODY = ""
"""The recipient of a notice while there is no admin: it is kept, and handed to the first who becomes one."""


async def load_history(scope: Scope) -> History:
    """Which episodes an organisation had, and which notices are owed already, to whomever."""
    episodes = await scope.distinct(tables.episode, "subject", "number", "closed_at")
    said = await scope.distinct(tables.notice, "kind", "subject", "episode", "step")
    return History(
        Counter(row.subject for row in episodes),
        frozenset(row.subject for row in episodes if row.closed_at is None),
        frozenset(_key(row) for row in said),
    )


@dataclass(frozen=True, slots=True)
class Debts:
    """Writes what one organisation owes to the users of a Slack workspace, at one moment (UTC)."""

    scope: Scope
    team: str
    at: datetime

    async def owe(self, due: Due, admins: Sequence[str], history: History) -> History:
        """Write episodes, and the notices that are new to each admin. Returns the history with them."""
        await self._close({*due.closed, *(history.open & {*due.opened})})
        await self._open(due, history)
        for recipient in admins or (NOBODY,):
            await self._deliver(recipient, due.notices)
        return await load_history(self.scope)

    async def hand_out(self, admin: str) -> None:
        """Give a new admin what nobody was there to be told."""
        table = tables.notice
        waiting = {_key(row): row.id for row in await self.scope.rows(table, table.c.recipient == NOBODY)}
        told = await self._told(admin, {subject for _, subject, _, _ in waiting})
        new = [notice for key, notice in waiting.items() if key not in told]
        if new:
            delivery = await self._delivery(admin)
            await self.scope.change(table, table.c.id.in_(new), recipient=admin, delivery_id=delivery)

    async def _close(self, subjects: Iterable[str]) -> None:
        table = tables.episode
        where = (table.c.subject.in_(sorted(subjects)), table.c.closed_at.is_(None))
        await self.scope.change(table, *where, closed_at=self.at)

    async def _open(self, due: Due, history: History) -> None:
        said = {notice.subject: notice.episode for notice in due.notices}
        numbers = {subject: said.get(subject, history.next_episode(subject)) for subject in due.opened}
        rows = [{"id": new_id(), "subject": s, "number": n, "opened_at": self.at} for s, n in numbers.items()]
        await self.scope.add(tables.episode, *rows)

    async def _deliver(self, recipient: str, notices: Iterable[Owed]) -> None:
        owed = {notice.key: notice for notice in notices}
        told = await self._told(recipient, {notice.subject for notice in owed.values()})
        new = [notice for key, notice in owed.items() if key not in told]
        if new:
            delivery = None if recipient == NOBODY else await self._delivery(recipient)
            where = {"recipient": recipient, "delivery_id": delivery, "owed_at": self.at}
            await self.scope.add(tables.notice, *({"id": new_id(), **_columns(notice), **where} for notice in new))

    async def _told(self, recipient: str, subjects: Iterable[str]) -> set[Key]:
        """The keys of what a recipient is owed already about some subjects, sent or not."""
        table = tables.notice
        where = (table.c.recipient == recipient, table.c.subject.in_(sorted(subjects)))
        return {_key(row) for row in await self.scope.rows(table, *where)}

    async def _delivery(self, recipient: str) -> str:
        delivery = new_id()
        made = {"id": delivery, "team": self.team, "recipient": recipient, "state": "due", "attempts": 0}
        await self.scope.add(tables.delivery, {**made, "created_at": self.at, "due_at": self.at})
        return delivery


def _key(row: Row[Any]) -> Key:
    return (row.kind, row.subject, row.episode, row.step)


def _columns(notice: Owed) -> dict[str, object]:
    kind, subject, episode, step = notice.key
    return {"kind": kind, "subject": subject, "episode": episode, "step": step, "details": dict(notice.details)}
