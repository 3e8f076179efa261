"""What is owed: notices to whom they concern, each once, and the episodes they belong to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Row, or_

from domain.enrolments import renamed
from domain.notice_kinds import NOTICES
from domain.notices import Due, History, Owed
from domain.owed import taken_apart
from domain.ports import Company
from domain.recipients import NOBODY, recipients
from domain.rounds import is_over, ready_from
from domain.waves import GATHER
from storage import tables
from storage.ids import new_id
from storage.scope import Scope

Key: TypeAlias = tuple[str, str, int, str]

GATHERS = timedelta(seconds=3)
"""So long a departure that follows another waits for the next, so that many at once are one message."""


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
    """Writes what one organisation owes to the users of a Slack workspace, at one moment (real UTC)."""

    scope: Scope
    team: str
    at: datetime

    async def owe(self, due: Due, company: Company, history: History, at: datetime) -> History:
        """Write episodes, and the notices that are new to each recipient. Returns the history with them.

        `at` is the moment of the business clock: what is urgent goes at once, the rest may go from then on.
        """
        await self._close({*due.closed, *(history.open & {*due.opened})})
        await self._open(due, history)
        on = at.astimezone(ZoneInfo(company.organisation.time_zone)).date()
        heard = await self._heard({notice.about for notice in due.notices})
        theirs: defaultdict[str, list[Owed]] = defaultdict(list)
        for notice in due.notices:
            for recipient in recipients(company, notice, on, heard.get((notice.about, notice.episode), ())):
                theirs[recipient].append(notice)
        for recipient, notices in theirs.items():
            await self._deliver(recipient, notices, at)
        return await load_history(self.scope)

    async def pass_over(self, due: Due, company: Company, history: History, at: datetime) -> History:
        """Write episodes, and notices that are new as over, which nobody is told. Returns the history with them."""
        await self._close({*due.closed, *(history.open & {*due.opened})})
        await self._open(due, history)
        on = at.astimezone(ZoneInfo(company.organisation.time_zone)).date()
        for notice in due.notices:
            rows = [self.row(notice, to) | {"superseded_at": self.at} for to in recipients(company, notice, on, ())]
            await self.scope.add(tables.notice, *rows)
        return await load_history(self.scope)

    async def hand_out(self, admin: str, history: History) -> None:
        """Give a new admin what was called off when they were none, and what nobody was there to be told.

        What is not urgent waits for their next digest.
        """
        table = tables.notice
        await self._call_on(admin)
        waiting = {_key(row): row for row in (*await self._called_off(), *await self._of(NOBODY))}
        told = await self._told(admin, {subject for _, subject, _, _ in waiting})
        new = [row for key, row in waiting.items() if key not in told and not is_over(owed_of(row), history)]
        at_once = [row for row in new if row.waits_until is None or row.delivery_id is not None]
        later = [row.id for row in new if row not in at_once]
        await self.scope.change(table, table.c.id.in_(later), recipient=admin)
        if at_once:
            delivery = await self.delivery(admin)
            where = {"recipient": admin, "delivery_id": delivery}
            kept = [row.id for row in at_once if row.recipient == NOBODY]
            await self.scope.change(table, table.c.id.in_(kept), **where)
            copies = (dict(row._mapping) for row in at_once if row.recipient != NOBODY)  # noqa: SLF001 - SQLAlchemy's way
            await self.scope.add(table, *({**copy, "id": new_id(), **where} for copy in copies))

    async def delivery(self, recipient: str, due: datetime | None = None) -> str:
        """A new message to somebody, due at once unless a time (UTC) is named; its id."""
        made = {"id": new_id(), "team": self.team, "recipient": recipient, "state": "due", "attempts": 0}
        await self.scope.add(tables.delivery, {**made, "created_at": self.at, "due_at": due or self.at})
        return str(made["id"])

    async def rename(self, was: str, now: str) -> History:
        """Call subjects as they are called once `now`, and no more `was`, is the organisation's first programme."""
        for table in (tables.episode, tables.notice, tables.care):
            known = {row.subject for row in await self.scope.distinct(table, "subject")}
            # Those of the one that was first make room before the others take their names.
            for subject in sorted(known, key=lambda about: bool(taken_apart(about)[0])):
                called = renamed(subject, was, now)
                if called != subject:
                    await self.scope.change(table, table.c.subject == subject, subject=called)
        return await load_history(self.scope)

    async def _call_on(self, admin: str) -> None:
        """Bring what was called off after all: by the same delivery, which may have gone out."""
        table = tables.delivery
        where = (table.c.recipient == admin, table.c.state == "superseded")
        await self.scope.change(table, *where, state="due", due_at=self.at, attempts=0)

    async def _called_off(self) -> Sequence[Row[Any]]:
        """Notices that were called off for everybody to whom they were owed."""
        table = tables.notice
        off = [row.id for row in await self.scope.rows(tables.delivery, tables.delivery.c.state == "superseded")]
        said = await self.scope.rows(table, table.c.delivery_id.in_(off))
        found = [row for row in said if NOTICES[row.kind].audience == "admins"]  # the rest is one person's alone
        about = table.c.subject.in_(sorted({row.subject for row in found}))
        alive = await self.scope.rows(table, about, or_(table.c.delivery_id.is_(None), table.c.delivery_id.not_in(off)))
        known = {_key(row) for row in alive}
        return [row for row in found if _key(row) not in known]

    async def _of(self, recipient: str) -> Sequence[Row[Any]]:
        return await self.scope.rows(tables.notice, tables.notice.c.recipient == recipient)

    async def _heard(self, subjects: Iterable[str]) -> Mapping[tuple[str, int], Sequence[str]]:
        """Who was told something of some subjects, by subject and episode, the first one first."""
        table = tables.notice
        where = (table.c.subject.in_(sorted(subjects)), table.c.delivery_id.is_not(None))
        found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for row in sorted(await self.scope.rows(table, *where), key=lambda row: str(row.id)):
            found[row.subject, row.episode].append(row.recipient)
        return found

    async def _close(self, subjects: Iterable[str]) -> None:
        table = tables.episode
        where = (table.c.subject.in_(sorted(subjects)), table.c.closed_at.is_(None))
        await self.scope.change(table, *where, closed_at=self.at)

    async def _open(self, due: Due, history: History) -> None:
        said = {notice.about: notice.episode for notice in due.notices}
        numbers = {subject: said.get(subject, history.next_episode(subject)) for subject in due.opened}
        rows = [{"id": new_id(), "subject": s, "number": n, "opened_at": self.at} for s, n in numbers.items()]
        await self.scope.add(tables.episode, *rows)

    async def _deliver(self, recipient: str, notices: Iterable[Owed], at: datetime) -> None:
        owed = {notice.key: notice for notice in notices}
        told = await self._told(recipient, {notice.about for notice in owed.values()})
        new = [notice for key, notice in owed.items() if key not in told]
        urgent = [notice for notice in new if notice.urgent]
        delivery = await self._message(recipient, urgent) if urgent and recipient != NOBODY else None
        went = {"delivery_id": delivery, "went_at": None if delivery is None else at}
        await self.scope.add(tables.notice, *(self.row(notice, recipient) | went for notice in urgent))
        rest = [notice for notice in new if not notice.urgent]
        rows = (self.row(notice, recipient) | {"waits_until": ready_from(notice, at)} for notice in rest)
        await self.scope.add(tables.notice, *rows)

    async def _message(self, recipient: str, urgent: Sequence[Owed]) -> str:
        """The message for what is urgent: who leaves soon after somebody else waits a moment for whoever follows."""
        if any(notice.kind == "departed_many" for notice in urgent):
            return await self._held(recipient, self.at) or await self.delivery(recipient)
        if not any(GATHER in notice.details for notice in urgent):
            return await self.delivery(recipient)
        later = self.at + GATHERS
        return await self._held(recipient, None) or await self.delivery(recipient, later)

    async def _held(self, recipient: str, now: datetime | None) -> str | None:
        """The message that still waits for whoever follows, from `now` on no longer; None without one."""
        table = tables.delivery
        waits = (table.c.recipient == recipient, table.c.state == "due", table.c.attempts == 0)
        held = await self.scope.first(table, *waits, table.c.due_at > self.at)
        if held is None:
            return None
        # Written in any case, so that nobody takes it up before what is added is there to be read.
        mine = (table.c.id == held.id, *waits)
        changed = await self.scope.change(table, *mine, due_at=held.due_at if now is None else now)
        return str(held.id) if changed else None

    def row(self, notice: Owed, recipient: str) -> dict[str, object]:
        """A notice's columns, for one recipient."""
        kind, subject, episode, step = notice.key
        about = {"kind": kind, "subject": subject, "episode": episode, "step": step, "details": dict(notice.details)}
        return {"id": new_id(), **about, "recipient": recipient, "owed_at": self.at}

    async def _told(self, recipient: str, subjects: Iterable[str]) -> set[Key]:
        """The keys of what a recipient is owed already about some subjects, sent or not."""
        table = tables.notice
        where = (table.c.recipient == recipient, table.c.subject.in_(sorted(subjects)))
        return {_key(row) for row in await self.scope.rows(table, *where)}


def owed_of(row: Row[Any]) -> Owed:
    """The notice in a row."""
    programme, subject = taken_apart(row.subject)
    return Owed(row.kind, subject, row.episode, row.step, row.details, programme)


def _key(row: Row[Any]) -> Key:
    return (row.kind, row.subject, row.episode, row.step)
