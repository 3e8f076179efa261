"""What is owed: notices for every admin, each once, in one delivery per admin; and the episodes they belong to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import Row, or_

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
        """Give a new admin what was called off when they were none, and what nobody was there to be told."""
        table = tables.notice
        await self._call_on(admin)
        waiting = {_key(row): row for row in (*await self._called_off(), *await self._of(NOBODY))}
        told = await self._told(admin, {subject for _, subject, _, _ in waiting})
        new = [notice for key, notice in waiting.items() if key not in told]
        if new:
            delivery = await self._delivery(admin)
            where = {"recipient": admin, "delivery_id": delivery}
            kept = [row.id for row in new if row.recipient == NOBODY]
            await self.scope.change(table, table.c.id.in_(kept), **where)
            copies = (dict(row._mapping) for row in new if row.recipient != NOBODY)  # noqa: SLF001 - SQLAlchemy's way
            await self.scope.add(table, *({**copy, "id": new_id(), **where} for copy in copies))

    async def _call_on(self, admin: str) -> None:
        """Bring what was called off after all: by the same delivery, which may have gone out."""
        table = tables.delivery
        where = (table.c.recipient == admin, table.c.state == "superseded")
        await self.scope.change(table, *where, state="due", due_at=self.at, attempts=0)

    async def _called_off(self) -> Sequence[Row[Any]]:
        """Notices that were called off for everybody to whom they were owed."""
        table = tables.notice
        off = [row.id for row in await self.scope.rows(tables.delivery, tables.delivery.c.state == "superseded")]
        found = await self.scope.rows(table, table.c.delivery_id.in_(off))
        about = table.c.subject.in_(sorted({row.subject for row in found}))
        alive = await self.scope.rows(table, about, or_(table.c.delivery_id.is_(None), table.c.delivery_id.not_in(off)))
        known = {_key(row) for row in alive}
        return [row for row in found if _key(row) not in known]

    async def _of(self, recipient: str) -> Sequence[Row[Any]]:
        return await self.scope.rows(tables.notice, tables.notice.c.recipient == recipient)

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
