"""Fakes that pass the same tests as the real thing: `MemoryCompanies` keeps `domain.ports.Companies` in memory."""

from collections.abc import AsyncIterator, Callable, Collection, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from domain.archive import AuditEntry
from domain.batches import ImportBatch, WithdrawBatch
from domain.changes import Change, ClaimProfile, NoSuchFactError, ProfileTakenError
from domain.enrolments import qualified, risks_of, turned
from domain.facts import Facts
from domain.notices import Due, History, Owed
from domain.owed import Moot, nothing_moot
from domain.ports import (
    Actor,
    Care,
    Company,
    EventAlreadyDoneError,
    Ledger,
    Member,
    Organisation,
    UnknownTeamError,
    Upload,
)
from domain.postbox import Calendar, earliest
from domain.recipients import NOBODY, recipients
from domain.requirements import Market
from domain.rounds import Slip, again, handed_on, make_round, ready_from
from domain.seen import SeenExport
from storage.errors import SecondWorkspaceError
from storage.ids import new_id
from storage.rounds import over_aside, situation
from storage.snapshot import after, identified, ordered_members
from tests.archive import MemoryArchive, entry_of
from tests.files import MemoryFiles
from tests.tenancy import MemoryTenancy, history_after
from tests.threads import MemoryThreads
from tests.turning import MemoryTurning

Sent: TypeAlias = tuple[str, datetime, tuple[Owed, ...]]


@dataclass(frozen=True)
class State:
    """One company with what it owes.

    `told` holds who is owed what; of nobody, what waits for an admin. `slips` are the same with when each may go and
    went, `sent` the messages: to whom, when on the business clock, and what is in them.
    """

    company: Company
    history: History = field(default_factory=History)
    told: tuple[tuple[str, Owed], ...] = ()
    slips: tuple[Slip, ...] = ()
    sent: tuple[Sent, ...] = ()
    next_look: datetime | None = datetime(1970, 1, 1, tzinfo=UTC)
    uploads: Mapping[str, Upload] = field(default_factory=dict)
    batches: Mapping[str, ImportBatch] = field(default_factory=dict)
    vendor_ids: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    audit: tuple[AuditEntry, ...] = ()
    seen: SeenExport | None = None


class MemoryLedger(MemoryTurning[State], MemoryFiles[State]):
    """A company held for a change, in memory."""

    def __init__(self, state: State, taken: Callable[[], Mapping[str, str]]) -> None:
        super().__init__(state)
        self._held = state.company.revision
        self._taken = taken
        self.actor = Actor(None, "test")

    async def record(self, *changes: Change) -> None:
        """Record changes."""
        for change in map(identified, changes):
            before = self.company.facts
            facts = after(before, change)
            if isinstance(change, ClaimProfile) and self._is_taken(change):
                raise ProfileTakenError(change.profile)
            self._keep_batch(change)
            self._now(replace(self.company, facts=facts, revision=self._held + 1))
            entry = entry_of(change, before, facts, self.actor)
            self.state = replace(self.state, audit=(*self.state.audit, entry))

    async def register(self, member: Member) -> None:
        """Register a Slack user; a new admin gets what waited for one."""
        facts = self.company.facts
        if member.person is not None and all(person.id != member.person for person in facts.people):
            raise NoSuchFactError(member.person)
        admins, before = self.company.admins, self.company.members.get(member.user)
        member = member if before is None or before.person == member.person else replace(member, elsewhere=False)
        self._now(
            replace(self.company, members=ordered_members({**self.company.members, member.user: member}.values()))
        )
        if len(self.company.admins) > len(admins):
            told = tuple((member.user if user == NOBODY else user, owed) for user, owed in self.state.told)
            slips = tuple(replace(s, recipient=member.user) if s.recipient == NOBODY else s for s in self.state.slips)
            self.state = replace(self.state, told=told, slips=slips)

    async def configure(self, organisation: Organisation) -> None:
        """Change an organisation's settings."""
        before = self.company.organisation
        self._now(replace(self.company, organisation=replace(organisation, id=before.id, programme=before.programme)))
        self.state = replace(self.state, next_look=datetime(1970, 1, 1, tzinfo=UTC))

    async def owe(self, due: Due, at: datetime) -> None:
        """Owe those whom it concerns what they were not told yet."""
        due = qualified(due, self.other) if self.other else due
        self._note(due)
        on = at.astimezone(ZoneInfo(self.company.organisation.time_zone)).date()
        before = self.state.slips
        for owed in due.notices:
            heard = [s.recipient for s in before if s.went and s.about[1:] == (owed.about, owed.episode)]
            known = {s.recipient for s in self.state.slips if s.owed.key == owed.key}
            for user in recipients(self.company, owed, on, heard):
                if user not in known:
                    since = ready_from(owed, at)
                    self._add(Slip(new_id(), user, owed, since, at if since is None and user != NOBODY else None))
        new = self.state.slips[len(before) :]
        for user in dict.fromkeys(slip.recipient for slip in new if slip.went):
            self._send(user, at, [slip for slip in new if slip.recipient == user and slip.went])

    async def pass_over(self, due: Due, at: datetime) -> None:
        """Note what is over."""
        del at
        self._note(qualified(due, self.other) if self.other else due)

    def _note(self, due: Due) -> None:
        """Note what opened and closed, and show which risks are open."""
        self.state = replace(self.state, history=history_after(self.state.history, due))
        at_risk = risks_of(self.state.history)
        shown, home = self.company.organisation.programme, self._home
        self._now(turned(replace(turned(self.company, home), at_risk=at_risk), shown))

    async def make_round(self, calendar: Calendar, at: datetime, moot: Moot = nothing_moot) -> datetime | None:
        """Let go what may go."""
        waiting = [slip for slip in self.state.slips if slip.recipient != NOBODY]
        now = over_aside(situation(self.company, self.state.history, calendar, at, waiting), waiting, moot)
        due, _ = handed_on(waiting, now)
        for slip in due:
            self._add(replace(slip, id=new_id()))
        found = make_round([slip for slip in self.state.slips if slip.recipient != NOBODY], now)
        went = {slip.id: replace(slip, went=at) for _, group in found.letters for slip in group}
        moved = {slip.id: slip for slip in found.readdressed} | went
        over = {slip.id for slip in found.superseded}
        left = tuple(moved.get(slip.id, slip) for slip in self.state.slips if slip.id not in over)
        self.state = replace(self.state, slips=left)
        for user, slips in found.letters:
            self._send(user, at, slips)
        _, next_hand = handed_on([slip for slip in left if slip.recipient != NOBODY], now)
        return earliest((found.next_at, next_hand))

    async def take_care(self, subject: str, episode: int, care: Care) -> None:
        """Note who takes care."""
        self._now(replace(self.company, cares={**self.company.cares, (subject, episode): care}))

    async def put_off(self, user: str, subject: str, episode: int, until: datetime) -> bool:
        """Tell once more."""
        theirs = [s for s in self.state.slips if s.recipient == user and s.about[1:] == (subject, episode)]
        waiting = {slip.about for slip in theirs if slip.went is None}
        latest = {slip.about: slip for slip in theirs if slip.went is not None}
        put = {slip.id: replace(slip, since=until) for slip in theirs if slip.went is None}
        self.state = replace(self.state, slips=tuple(put.get(slip.id, slip) for slip in self.state.slips))
        for about, slip in latest.items():
            if about not in waiting:
                self._add(again(slip, until, new_id()))
        return bool(theirs)

    def _add(self, slip: Slip) -> None:
        history = replace(self.state.history, steps=self.state.history.steps | {slip.owed.key})
        told = (*self.state.told, (slip.recipient, slip.owed))
        self.state = replace(self.state, slips=(*self.state.slips, slip), told=told, history=history)

    def _send(self, user: str, at: datetime, slips: Iterable[Slip]) -> None:
        self.state = replace(self.state, sent=(*self.state.sent, (user, at, tuple(slip.owed for slip in slips))))

    async def look_again(self, at: datetime | None) -> None:
        """Note the next look."""
        self.state = replace(self.state, next_look=at)

    async def held_elsewhere(self, profiles: Collection[str]) -> frozenset[str]:
        """Those that other companies' people hold."""
        here = self.company.facts.place_of
        return frozenset(p for p, holder in self._taken().items() if p in profiles and holder not in here)

    async def brought(self, batch: str) -> WithdrawBatch | None:
        """What a batch brought, whether or not some of it was withdrawn by itself since."""
        found = self.state.batches.get(batch)
        if found is None:
            return None
        people = found.people
        earned = [*((p.id, a.id or "") for p in people for a in p.achievements)]
        earned += [(person, a.id or "") for person, a in found.achievements]
        profiles = [*((p.id, p.profile) for p in people if p.profile), *found.profiles]
        return WithdrawBatch(
            batch, tuple(p.id for p in people), tuple(earned), tuple(profiles), tuple(found.confirmations)
        )

    def _keep_batch(self, change: Change) -> None:
        if isinstance(change, ImportBatch):
            self.state = replace(self.state, batches={**self.state.batches, change.batch.id: change})
        if isinstance(change, WithdrawBatch):
            rest = {key: kept for key, kept in self.state.batches.items() if key != change.batch}
            self.state = replace(self.state, batches=rest)

    def _now(self, company: Company) -> None:
        self.state = replace(self.state, company=company)

    def _is_taken(self, change: ClaimProfile) -> bool:
        others = (person.profile for person in self.company.facts.people if person.id != change.person)
        return self._taken().get(change.profile, change.person) != change.person or change.profile in others


class MemoryCompanies(MemoryTenancy[State], MemoryArchive[State], MemoryThreads):
    """Companies that last as long as the object. `states` shows what is owed: `states[organisation].told`."""

    async def of_team(self, team: str) -> Company:
        """The company of a Slack workspace."""
        found = next((s.company for s in self.states.values() if s.company.team == team), None)
        if found is None:
            raise UnknownTeamError(team)
        return found

    async def get(self, organisation: str) -> Company:
        """A company by its id."""
        if organisation not in self.states:
            raise UnknownTeamError(organisation)
        return self.states[organisation].company

    @asynccontextmanager
    async def change(self, organisation: str, actor: Actor, *, event: str | None = None) -> AsyncIterator[Ledger]:
        """One transaction on a company."""
        async with self._lock:
            await self.get(organisation)
            if event is not None and event in self.done:
                raise EventAlreadyDoneError(event)
            ledger = self.held(organisation)
            ledger.actor = actor
            yield ledger
            self.keep(ledger)
            self.done |= {event} if event is not None else set()

    def held(self, organisation: str, beside: Sequence[Ledger] = ()) -> MemoryLedger:
        """A company held for a change."""
        return MemoryLedger(self.states[organisation], lambda: self.taken(organisation, beside))

    def keep(self, ledger: Ledger) -> None:
        """Keep what was recorded, and what that tells the other companies of the workspace about its users."""
        if not isinstance(ledger, MemoryLedger):
            raise TypeError(ledger)
        ledger.turn_home()
        known = ledger.company
        self.states[known.organisation.id] = ledger.state
        for key, state in self.states.items():
            if state.company.team == known.team and key != known.organisation.id:
                self.states[key] = replace(state, company=self.known_here(state.company, known))

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """The organisations whose next look is due."""
        looks = ((state.next_look, key) for key, state in self.states.items())
        return [key for at, key in sorted((at, key) for at, key in looks if at is not None and at <= now)]

    async def meet(  # noqa: PLR0913 - as SqlCompanies
        self,
        team: str,
        name: str,
        time_zone: str,
        programme: str,
        market: Market,
        members: Iterable[Member] = (),
        *,
        invited: bool = False,
    ) -> Company:
        """The company of a workspace that was just met."""
        teams = {state.company.team for state in self.states.values()}
        if teams and team not in teams and not invited:
            raise SecondWorkspaceError(team)
        if team not in teams:
            await self.found(team, Organisation(new_id(), name, programme, time_zone, stage="new"), market, members)
        return await self.of_team(team)

    async def found(
        self, team: str, organisation: Organisation, market: Market, members: Iterable[Member] = ()
    ) -> Company:
        """A new organisation for a workspace, which may serve others already."""
        beside = [state.company for state in self.states.values() if state.company.team == team]
        there = beside[0].members.values() if beside else ()
        known = ordered_members(replace(m, person=None, elsewhere=m.person is not None) for m in there) or None
        company = Company(organisation, team, 0, Facts(market), known or ordered_members(members), shared=bool(beside))
        self.states[organisation.id] = State(company)
        for other in beside:
            key = other.organisation.id
            self.states[key] = replace(self.states[key], company=replace(other, shared=True))
        return company
