"""The postbox's rounds on rows: what waits goes, what nobody took is handed on; who takes care, who is told again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_

from domain.notices import History
from domain.owed import Moot
from domain.ports import Care, Company
from domain.postbox import Calendar, Desk, earliest
from domain.recipients import NOBODY
from domain.reminders import REMINDER, SUBJECT, Reminder, reminder_of
from domain.rounds import FORGOTTEN, Round, Situation, Slip, again, handed_on, last_digests, make_round
from storage import tables
from storage.ids import new_id
from storage.owing import Debts, owed_of


@dataclass(frozen=True, slots=True)
class Postbox:
    """The notices of one organisation that wait for a digest, and those that went."""

    debts: Debts

    async def make_round(
        self, company: Company, history: History, calendar: Calendar, at: datetime, moot: Moot
    ) -> tuple[datetime | None, bool]:
        """Let go what may go at a moment of the business clock.

        Returns when the next round is due, and whether somebody is told who was not before.
        """
        slips = await self._slips()
        if not slips:
            return None, False
        now = over_aside(situation(company, history, calendar, at, slips), slips, moot)
        due, _ = handed_on(slips, now)
        new = await self._add(replace(slip, id=new_id()) for slip in due)
        found = make_round([*slips, *new], now)
        await self._write(found, at)
        _, next_hand = handed_on(_after(found, [*slips, *new], at), now)
        return earliest((found.next_at, next_hand)), bool(new)

    async def put_off(self, user: str, subject: str, episode: int, until: datetime) -> bool:
        """Tell somebody once more of what they were told of a subject, from a moment on; False when they never were."""
        table = tables.notice
        slips = await self._slips(table.c.recipient == user, table.c.subject == subject, table.c.episode == episode)
        latest = {slip.about: slip for slip in slips if slip.went is not None}
        waiting = {slip.about: slip for slip in slips if slip.went is None}
        ids = [slip.id for slip in waiting.values()]
        await self.debts.scope.change(table, table.c.id.in_(ids), waits_until=until)
        copies = [again(slip, until, new_id()) for about, slip in latest.items() if about not in waiting]
        await self._add(copies)
        return bool(slips)

    async def reminders(self, user: str) -> Sequence[Reminder]:
        """What somebody is still to be reminded of, the next one first."""
        waiting = [slip for slip in await self._slips(*_reminds(user)) if slip.went is None]
        return [reminder_of(s.owed, s.since) for s in sorted(waiting, key=lambda s: (str(s.since), s.id))]

    async def call_off(self, user: str, reminder: str) -> bool:
        """Let a reminder of theirs go; False where there is none that is still to go."""
        table = tables.notice
        still = (table.c.subject == f"{SUBJECT}{reminder}", table.c.went_at.is_(None), table.c.superseded_at.is_(None))
        return bool(await self.debts.scope.change(table, *_reminds(user), *still, superseded_at=self.debts.at))

    async def take_care(self, subject: str, episode: int, care: Care) -> None:
        """Write who takes care of a subject's episode."""
        table, scope = tables.care, self.debts.scope
        values = {"taker": care.user, "taken_on": care.since}
        if not await scope.add_new(table, {"subject": subject, "episode": episode, **values}):
            await scope.change(table, table.c.subject == subject, table.c.episode == episode, **values)

    async def _slips(self, *where: ColumnElement[bool]) -> Sequence[Slip]:
        """What waits, and what went since the postbox is there, in the order in which it was owed."""
        table = tables.notice
        alive = (table.c.superseded_at.is_(None), table.c.recipient != NOBODY)
        told = or_(table.c.waits_until.is_not(None), table.c.went_at.is_not(None))
        rows = await self.debts.scope.rows(table, *alive, told, *where)
        made = (Slip(row.id, row.recipient, owed_of(row), row.waits_until, row.went_at) for row in rows)
        return sorted(made, key=lambda slip: slip.id)

    async def _add(self, slips: Iterable[Slip]) -> Sequence[Slip]:
        """Write slips, and return those that nobody wrote before."""
        rows = [(s, self.debts.row(s.owed, s.recipient) | {"id": s.id, "waits_until": s.since}) for s in slips]
        return [slip for slip, row in rows if await self.debts.scope.add_new(tables.notice, row)]

    async def _write(self, found: Round, at: datetime) -> None:
        table, scope = tables.notice, self.debts.scope
        over = [slip.id for slip in found.superseded]
        if over:
            await scope.change(table, table.c.id.in_(over), superseded_at=self.debts.at)
        for slip in found.readdressed:
            await scope.change(table, table.c.id == slip.id, recipient=slip.recipient)
        for user, slips in found.letters:
            delivery = await self.debts.delivery(user)
            ids = [slip.id for slip in slips]
            await scope.change(table, table.c.id.in_(ids), delivery_id=delivery, went_at=at)


def _reminds(user: str) -> tuple[ColumnElement[bool], ...]:
    return (tables.notice.c.kind == REMINDER, tables.notice.c.recipient == user)


def situation(company: Company, history: History, calendar: Calendar, at: datetime, slips: Sequence[Slip]) -> Situation:
    """What a round goes by, with every recipient's desk in their own time zone."""
    last = last_digests(slips)
    home = ZoneInfo(company.organisation.time_zone)
    desks = {m.user: Desk(_zone(m.time_zone, home), calendar, last.get(m.user)) for m in company.members.values()}
    return Situation(company, history, desks, Desk(home, calendar), at)


def over_aside(now: Situation, slips: Sequence[Slip], moot: Moot) -> Situation:
    """What a round goes by, with those notices of what waits, or went lately, that are over on the facts."""
    lately = [slip.owed for slip in slips if slip.went is None or now.at - slip.went <= FORGOTTEN]
    return replace(now, moot=frozenset(owed.key for owed in moot(lately)))


def _zone(name: str | None, home: tzinfo) -> tzinfo:
    """A time zone by its name; the organisation's where nobody knows it."""
    try:
        return home if name is None else ZoneInfo(name)
    except (ValueError, OSError):
        return home


def _after(found: Round, slips: Sequence[Slip], at: datetime) -> Sequence[Slip]:
    """The slips as they are after a round."""
    went: Mapping[str, Slip] = {slip.id: replace(slip, went=at) for _, group in found.letters for slip in group}
    moved = {slip.id: slip for slip in found.readdressed}
    over = {slip.id for slip in found.superseded}
    return [went.get(s.id, moved.get(s.id, s)) for s in slips if s.id not in over]
