"""A company held for a change: what is recorded is written at once, seen at once, and kept when the change ends."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from domain.batches import WithdrawBatch
from domain.changes import Change, NoSuchFactError
from domain.enrolments import qualified, risks_of, seen_from, turned
from domain.notices import Due, History
from domain.owed import Moot, nothing_moot
from domain.ports import Actor, Care, Company, Member, Organisation, Upload, VendorIdTakenError
from domain.postbox import Calendar
from domain.reminders import Reminder
from domain.seen import SeenExport
from storage import tables
from storage.audit import Json, as_json, because_of, person_of, subject_of, touched
from storage.ids import new_id
from storage.imports import Files
from storage.organisations import columns_of
from storage.owing import Debts, load_history
from storage.rounds import Postbox
from storage.scope import Scope
from storage.seen import keep_seen, load_seen
from storage.snapshot import after, identified, load_cares, ordered_members
from storage.writing import Pen

AT_ONCE = datetime(1970, 1, 1, tzinfo=UTC)
"""A next look that is due on any business clock."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the audit."""

    change: str
    subject: str
    person: str | None
    before: Json
    after: Json
    because: str | None = None


class SqlLedger:
    """`domain.ports.Ledger` on an open transaction. Its organisation is locked; `settle` comes before the commit."""

    def __init__(self, scope: Scope, company: Company, history: History, at: datetime, actor: Actor) -> None:
        self.company = company
        self._history = history
        self.members_changed = False
        self._scope = scope
        self._at = at
        self._actor = actor
        self._home = company.organisation.programme
        self._held = company.revision
        self._entries: list[_Entry] = []
        self._pen = Pen(scope, self._home, at, actor.user)
        self._files = Files(scope, at, actor.user)
        self._debts = Debts(scope, company.team, at)
        self._postbox = Postbox(self._debts)

    @property
    def history(self) -> History:
        """The notices owed so far, as they are called in the programme in which the company is shown."""
        return seen_from(self._history, self.other) if self.company.facts.is_one_of_several else self._history

    @property
    def other(self) -> str:
        """The programme in which the company is shown; empty for its first one."""
        shown = self.company.organisation.programme
        return "" if shown == self._home else shown

    def turn(self, programme: str) -> None:
        """From now on show, record and owe what is of this programme."""
        self.company = turned(self.company, programme)
        self._pen = replace(self._pen, programme=programme)

    async def lead_with(self, programme: str) -> None:
        """From now on this programme is the organisation's first one, and the one shown."""
        self.turn(programme)
        if programme == self._home:
            return
        self._history = await self._debts.rename(self._home, programme)
        said = ("FirstProgramme", self.company.organisation.id, None)
        self._entries.append(_Entry(*said, self._home, programme))
        self._home = programme
        self.company = replace(self.company, cares=await load_cares(self._scope), revision=self._held + 1)
        await self._scope.change(tables.organisation, programme=programme)

    async def record(self, *changes: Change) -> None:
        """Write changes, with who, what, when, before and after; `company` shows them at once.

        A new fact without an id gets one. Raises NoSuchFactError, AlreadyOnRecordError and ProfileTakenError; a
        change that raised one of them wrote nothing.
        """
        for change in map(identified, changes):
            before = self.company.facts
            facts = after(before, change)
            await self._pen.write(change)
            self.company = replace(self.company, facts=facts, revision=self._held + 1)
            said = (type(change).__name__, subject_of(change), person_of(change))
            self._entries.append(_Entry(*said, touched(before, change), touched(facts, change), because_of(change)))

    async def register(self, member: Member) -> None:
        """Write a Slack user as they are now; nothing happens when that is known. A new admin gets what waited.

        Raises NoSuchFactError when their person is not on record in this company.
        """
        before = self.company.members.get(member.user)
        was_admin = before in self.company.admins
        member = member if before is None or before.person == member.person else replace(member, elsewhere=False)
        if before == member:
            return
        if member.person is not None and all(person.id != member.person for person in self.company.facts.people):
            raise NoSuchFactError(member.person)
        await self._identify(member, before)
        members = ordered_members({**self.company.members, member.user: member}.values())
        self.company = replace(self.company, members=members)
        self.members_changed = True
        if before is not None and replace(before, updated=member.updated, elsewhere=member.elsewhere) == member:
            return  # Slack counts every new status as a change, which is nothing to audit.
        self._entries.append(_Entry("Member", member.user, member.person, as_json(before), as_json(member)))
        if member in self.company.admins and not was_admin:
            await self._debts.hand_out(member.user, self._history)

    async def configure(self, organisation: Organisation) -> None:
        """Write the company's name, time zone and settings; its next look is due at once. Its programme stays."""
        before, admins = self.company.organisation, {admin.user for admin in self.company.admins}
        known = replace(organisation, id=before.id, programme=before.programme)
        self.company = replace(self.company, organisation=known)
        await self._scope.change(tables.organisation, next_look_at=AT_ONCE, **columns_of(known))
        self._entries.append(_Entry("Organisation", known.id, None, as_json(before), as_json(known)))
        for admin in self.company.admins:
            if admin.user not in admins:
                await self._debts.hand_out(admin.user, self._history)

    async def owe(self, due: Due, at: datetime) -> None:
        """Write the notices that are new to whom they concern, and what opened or closed."""
        if due != Due():
            due = qualified(due, self.other) if self.other else due
            self._history = await self._debts.owe(due, self.company, self._history, at)
            self._note_risks(due)

    async def pass_over(self, due: Due, at: datetime) -> None:
        """Write notices that nobody is told, as over."""
        due = qualified(due, self.other) if self.other else due
        self._history = await self._debts.pass_over(due, self.company, self._history, at)
        self._note_risks(due)

    def _note_risks(self, due: Due) -> None:
        """Show which risks are open, and let others who keep the company know where any opened or closed."""
        if due.opened or due.closed:
            shown = self.company.organisation.programme
            home = replace(turned(self.company, self._home), at_risk=risks_of(self._history))
            self.company = turned(home, shown)
            self.members_changed = True

    async def make_round(self, calendar: Calendar, at: datetime, moot: Moot = nothing_moot) -> datetime | None:
        """Let what waits and may go at a moment go; returns when the next round is due."""
        next_at, new = await self._postbox.make_round(self.company, self._history, calendar, at, moot)
        if new:
            self._history = await load_history(self._scope)
        return next_at

    async def take_care(self, subject: str, episode: int, care: Care) -> None:
        """Write who takes care of what a notice is about."""
        before = self.company.cares.get((subject, episode))
        self.company = replace(self.company, cares={**self.company.cares, (subject, episode): care})
        self.members_changed = True
        await self._postbox.take_care(subject, episode, care)
        self._entries.append(_Entry("Care", subject, None, as_json(before), as_json(care)))

    async def put_off(self, user: str, subject: str, episode: int, until: datetime) -> bool:
        """Tell a recipient once more of what they were told of a subject, from a moment on."""
        return await self._postbox.put_off(user, subject, episode, until)

    async def reminders(self, user: str) -> Sequence[Reminder]:
        """What a Slack user is still to be reminded of, the next one first."""
        return await self._postbox.reminders(user)

    async def call_off(self, user: str, reminder: str) -> bool:
        """Let a reminder of a Slack user go; False where there is none that is still to go."""
        return await self._postbox.call_off(user, reminder)

    async def look_again(self, at: datetime | None) -> None:
        """Say when this company needs the next look (UTC); None when nothing is known to change."""
        await self._scope.change(tables.organisation, next_look_at=at)

    async def held_elsewhere(self, profiles: Collection[str]) -> frozenset[str]:
        """Those of some profiles that people hold who are not on record here."""
        return await self._files.held_elsewhere(profiles)

    async def set_vendor_ids(self, vendor_ids: Collection[str]) -> None:
        """Write the vendor's ids in the programme shown, in place of those before. Raises VendorIdTakenError."""
        table, programme = tables.vendor_id, self.company.organisation.programme
        here = table.c.programme == programme
        before = sorted(row.vendor_id for row in await self._scope.rows(table, here))
        await self._scope.remove(table, here, table.c.vendor_id.not_in(sorted(vendor_ids)))
        for vendor_id in sorted({*vendor_ids} - {*before}):
            if not await self._scope.add_new(table, {"programme": programme, "vendor_id": vendor_id}):
                raise VendorIdTakenError(vendor_id)
        organisation = self.company.organisation.id
        self._entries.append(_Entry("VendorIds", organisation, None, as_json(before), as_json(sorted(vendor_ids))))

    async def keep_upload(self, upload: Upload) -> None:
        """Keep a file for a day."""
        await self._files.keep(upload)

    async def take_upload(self, upload: str) -> Upload | None:
        """A file that waits, which then waits no more."""
        return await self._files.take(upload)

    async def keep_seen(self, seen: SeenExport) -> None:
        """Keep what the vendor showed in an export, in place of what it showed before."""
        await keep_seen(self._scope, seen)

    async def seen(self) -> SeenExport | None:
        """What the vendor showed in the export that was read last."""
        return await load_seen(self._scope)

    async def brought(self, batch: str) -> WithdrawBatch | None:
        """All that a batch brought and is not withdrawn yet."""
        return await self._files.brought(batch)

    async def settle(self) -> None:
        """Write the audit and the revisions. Raises what a statement raised before, even if it was caught."""
        if self._scope.broken is not None:
            raise self._scope.broken
        if self.company.revision != self._held:
            await self._scope.change(tables.organisation, revision=self.company.revision)
        if self.members_changed:
            # After the organisation's row, always: two organisations of a workspace then never wait for each other.
            await self._scope.members_changed(self.company.team)
        await self._scope.add(tables.audit, *self._audit(self._entries))
        self.turn(self._home)

    async def _identify(self, member: Member, before: Member | None) -> None:
        table = tables.slack_identity
        columns = ("name", "role", "time_zone", "locale", "email", "updated", "language")
        values = {column: getattr(member, column) for column in columns}
        values |= {"deleted": not member.active}
        if member.person is not None or (before is not None and before.person is not None):
            # Whoever is nobody here may be on record with another organisation of the workspace.
            values["person_id"] = member.person
        values |= {"away_until": member.away and member.away.until, "deputy": member.away and member.away.deputy}
        asked = member.asked
        said = (asked.person, asked.on, asked.is_them) if asked else (None, None, None)
        values |= dict(zip(("asked_as", "asked_on", "is_them"), said, strict=True))
        added = before is None and await self._scope.add_new(
            table, {"team": self.company.team, "user": member.user, **values}
        )
        if not added:
            key = (table.c.team == self.company.team, table.c.user == member.user)
            await self._scope.change(table, *key, **values)

    def _audit(self, entries: Sequence[_Entry]) -> list[dict[str, object]]:
        who = {"at": self._at, "actor": self._actor.user, "request": self._actor.request}
        return [
            {
                "id": new_id(),
                "revision": self.company.revision,
                "change": entry.change,
                "subject": entry.subject,
                "person_id": entry.person,
                "before": entry.before,
                "after": entry.after,
                "because": entry.because,
                **who,
            }
            for entry in entries
        ]
