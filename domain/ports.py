"""What the core asks of the shell: a company as it is now, and a way to change it as one transaction."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Literal, Protocol, TypeAlias

from domain.archive import Archive
from domain.asked import AskedWho
from domain.batches import WithdrawBatch
from domain.changes import Change
from domain.enrolments import Turning
from domain.facts import Facts
from domain.notices import Due, History
from domain.organisation_settings import OrganisationSettings
from domain.owed import Moot, nothing_moot
from domain.postbox import Calendar
from domain.reminders import Reminders
from domain.roles import ADMINS, GivenRole, Role, turn_of
from domain.seen import SeenExport

SlackRole: TypeAlias = Literal["admin", "member", "guest"]
Stage: TypeAlias = Literal["new", "quiet", "live"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company that takes part in a programme. Dates are in its time zone (an IANA name).

    `admins` are the Slack user ids of its own admins; without any, the workspace's admins are the company's.
    `roles` are those that were given here, by Slack user id; they count before Slack's. While it is `quiet` nobody is
    told anything unasked; a `new` one becomes so when its setup is opened before anything is recorded. `setup_step`
    counts the steps of the setup that are done.
    `columns` is what the columns of its own lists say, by their names without spaces and case.
    """

    id: str
    name: str
    programme: str
    time_zone: str
    names_in_channels: bool = False
    settings: OrganisationSettings = field(default_factory=OrganisationSettings)
    admins: tuple[str, ...] = ()
    roles: tuple[tuple[str, GivenRole], ...] = ()
    stage: Stage = "live"
    setup_step: int = field(default=0, kw_only=True)
    columns: tuple[tuple[str, str], ...] = ()

    def given(self, user: str) -> GivenRole | None:
        """The role that somebody was given here."""
        return next((role for known, role in self.roles if known == user), None)


@dataclass(frozen=True, slots=True)
class Away:
    """That somebody is away: `until` is the day on which they are back, `deputy` the Slack user who stands in."""

    until: date
    deputy: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A Slack user as an organisation knows them. `person` is set once they are on record as a person.

    `email` is the address that Slack tells. `updated` says when Slack had them so, in microseconds (Unix time), or 0.
    `away` is the last absence that they announced; it may be over. `language` is the one that they chose in place of
    Slack's. `elsewhere`: they came to count for another organisation of the workspace.
    """

    user: str
    name: str
    role: SlackRole
    person: str | None = None
    time_zone: str | None = None
    locale: str = "en-US"
    active: bool = True
    email: str | None = None
    updated: int = 0
    away: Away | None = None
    language: str | None = None
    asked: AskedWho | None = None
    elsewhere: bool = False

    @property
    def speaks(self) -> str:
        """The language, or locale, in which they are spoken to: the one that they chose, or else Slack's."""
        return self.language or self.locale

    def kept_from(self, known: "Member") -> "Member":
        """As Slack has them now, with what is known of them here alone."""
        kept = replace(self, person=known.person, elsewhere=known.elsewhere, asked=known.asked)
        return replace(kept, away=known.away, language=known.language)

    def is_away(self, day: date) -> bool:
        """Whether they are away on a day."""
        return self.away is not None and day < self.away.until


@dataclass(frozen=True, slots=True)
class Care:
    """Who takes care of what a notice is about, and since which day."""

    user: str
    since: date


@dataclass(frozen=True)
class Company:
    """An organisation at one revision of its facts.

    Members are keyed by their Slack user id, cares by a notice's subject and episode. `shared` says whether its Slack
    workspace serves other organisations too; `at_risk` are the subjects in the programme shown whose risk is open.
    """

    organisation: Organisation
    team: str
    revision: int
    facts: Facts
    members: Mapping[str, Member]
    cares: Mapping[tuple[str, int], Care] = field(default_factory=dict)
    shared: bool = False
    at_risk: frozenset[str] = frozenset()

    @cached_property
    def admins(self) -> tuple[Member, ...]:
        """The active members who receive what concerns the company: the owner, then the others in their turn."""
        found = (member for member in self.members.values() if self.is_admin(member))
        return tuple(sorted(found, key=lambda m: (m.user != self.owner, *turn_of(self.organisation, m.user))))

    def is_admin(self, member: Member) -> bool:
        """Whether somebody is an active admin of the company, or its owner."""
        return role_of(self.organisation, member) in ADMINS

    @cached_property
    def owner(self) -> str | None:
        """The Slack user who owns the company here: who was made so, or else the first of its admins."""
        first = next((member.user for member in self.members.values() if self.is_admin(member)), None)
        named = (user for user, role in self.organisation.roles if role == "owner" and user in self.members)
        return next((user for user in named if self.is_admin(self.members[user])), first)

    def role(self, member: Member) -> Role:
        """What somebody is here."""
        if member.user not in self.members:
            return "stranger"
        found = role_of(self.organisation, member)
        if found == "guest" and member.person not in self.facts.place_of:
            return "stranger"
        return "owner" if found in ADMINS and member.user == self.owner else "admin" if found == "owner" else found

    def member_of_person(self, person: str) -> Member | None:
        """The Slack user of a person on record, if there is one."""
        return next((m for m in self.members.values() if m.person == person), None)

    def person_name(self, person: str) -> str:
        """A person's name as it is shown to those who may see it."""
        member = self.member_of_person(person)
        known = next((p.name for p in self.facts.people if p.id == person), None)
        return known or (member.name if member else person)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who makes a change, for the audit: a Slack user, or the system itself (`user` is None)."""

    user: str | None
    request: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that waits for an admin's word: its name, its bytes, and who sent it."""

    id: str
    file: str
    content: bytes
    user: str | None


class Ledger(Turning, Reminders, Protocol):
    """A company held for a change. All that is recorded here is written together, or not at all."""

    @property
    def company(self) -> Company:
        """The company with everything recorded so far."""

    @property
    def history(self) -> History:
        """The notices owed so far that matter for the next: open episodes, steps taken."""

    async def record(self, *changes: Change) -> None:
        """Write changes, with who, what, when, before and after; `company` shows them at once."""

    async def register(self, member: Member) -> None:
        """Write a Slack user as they are now: new, renamed, deactivated, with another role, or now a known person."""

    async def configure(self, organisation: Organisation) -> None:
        """Write the company's name, time zone and settings; look at once. A new admin gets what waited for one."""

    async def owe(self, due: Due, at: datetime) -> None:
        """Write the notices that have become due and the episodes that opened or closed.

        `at` is the moment of the business clock (UTC): urgent ones go at once, the others wait for a round from then.
        """

    async def make_round(self, calendar: Calendar, at: datetime, moot: Moot = nothing_moot) -> datetime | None:
        """Let what waits and may go at a moment of the business clock (UTC) go, in one message per recipient.

        `calendar` has the days off of the organisation; `moot` says which of the notices that wait, or went lately, are
        over on the facts: they do not go, and are handed on to nobody. Returns when the next round is due, if one is.
        """

    async def take_care(self, subject: str, episode: int, care: Care) -> None:
        """Write who takes care of what a notice is about, in place of who did before."""

    async def pass_over(self, due: Due, at: datetime) -> None:
        """Write notices as over, which nobody is told, and the episodes that opened or closed."""

    async def put_off(self, user: str, subject: str, episode: int, until: datetime) -> bool:
        """Tell a recipient once more of what they were told of a subject, from a moment of the business clock (UTC).

        What waits for them on it waits until then. False when they were told nothing of it.
        """

    async def look_again(self, at: datetime | None) -> None:
        """Say when this company needs the next look (UTC); None when nothing is known to change."""

    async def held_elsewhere(self, profiles: Collection[str]) -> frozenset[str]:
        """Those of some profiles that people hold who are not on record here; whose they are is not told."""

    async def set_vendor_ids(self, vendor_ids: Collection[str]) -> None:
        """Write the vendor's ids of this organisation in the programme shown, in place of those before.

        Raises VendorIdTakenError where one is another organisation's.
        """

    async def keep_upload(self, upload: Upload) -> None:
        """Keep a file for a day; files that waited longer are forgotten."""

    async def take_upload(self, upload: str) -> Upload | None:
        """A file that waits, which then waits no more; None when it was taken or is forgotten."""

    async def keep_seen(self, seen: SeenExport) -> None:
        """Keep what the vendor showed in an export, in place of what it showed before."""

    async def seen(self) -> SeenExport | None:
        """What the vendor showed in the export that was read last; None when none was read."""

    async def brought(self, batch: str) -> WithdrawBatch | None:
        """All that a batch brought and is not withdrawn yet; None when there is no such batch, or it is withdrawn."""


class Companies(Archive, Protocol):
    """All companies, each reached through its Slack workspace or its own id; nothing crosses from one to another."""

    async def of_team(self, team: str) -> Company:
        """The company of a Slack workspace. Raises UnknownTeamError, or StorageDownError when the database is away."""

    async def get(self, organisation: str) -> Company:
        """A company by its id. Raises like `of_team`."""

    def change(
        self, organisation: str, actor: Actor, *, event: str | None = None
    ) -> AbstractAsyncContextManager[Ledger]:
        """One transaction on a company; the only writer until it ends. `event` is marked done with its effect.

        Raises EventAlreadyDoneError when the event had its effect before.
        """

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """The organisations whose next look is due (UTC), the longest overdue first."""


def role_of(organisation: Organisation, member: Member) -> Role:
    """What somebody is by what was given to them, or else by the organisation's own admins, or else by Slack.

    Who is a guest of the workspace stays one, and so does whoever is no longer there.
    """
    if not member.active or member.role == "guest":
        return "guest"
    named = member.user in organisation.admins if organisation.admins else member.role == "admin"
    return organisation.given(member.user) or ("admin" if named else "member")


class UnknownTeamError(LookupError):
    """No company belongs to this Slack workspace."""


class VendorIdTakenError(ValueError):
    """One of the vendor's ids belongs to another organisation of this deployment; its text is the id."""


class EventAlreadyDoneError(Exception):
    """An event had its effect before; there is nothing to do."""


class StorageDownError(ConnectionError):
    """The database cannot be reached or did not answer in time; nothing was written."""
