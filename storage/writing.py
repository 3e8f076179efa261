"""Changes to rows: each is what `domain.changes.apply` does to the facts, kept with its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, case, or_

from domain.batches import ImportBatch, WithdrawBatch
from domain.buying import PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import (
    AddPerson,
    Change,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    ProfileTakenError,
    Rename,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
    WithdrawOverride,
)
from domain.claims import AskHolder, Join, ReleaseProfile, SettleClaim
from domain.corrections import Correction, WithdrawAssociation, WithdrawFigure, WithdrawFlag
from domain.departures import CallOff, Depart, Departure, Rejoin, Return
from domain.enrolments import Enrol, Enrolling, LeaveProgramme
from domain.facts import Achievement, Association, LevelOverride, Override
from storage import tables
from storage.claims import Claims
from storage.corrections import Corrections
from storage.ids import new_id
from storage.imports import Files
from storage.memberships import Deeds
from storage.scope import Scope


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes the changes of one organisation in one programme, at one moment (UTC), for an actor."""

    scope: Scope
    programme: str
    at: datetime
    actor: str | None

    async def write(self, change: Change) -> None:
        """Write one change. Raises ProfileTakenError when a profile belongs to somebody else."""
        match change:
            case AddPerson():
                await self._add_person(change)
            case Depart() | Return() | CallOff() | Rejoin():
                await self._move(change)
            case ClaimProfile() | Link() | Unlink() | EndAchievement() | Rename():
                await self._personal(change)
            case AskHolder() | SettleClaim() | ReleaseProfile() | Join():
                await Claims(self.scope, self.at).write(change)
            case GrantOverride():
                await self.scope.add(tables.override, {"programme": self.programme, **_override(change.override)})
            case EndOverride() | WithdrawOverride():
                await self._end_override(change)
            case SetMembership() | WithdrawMembership() | PlaceOrder() | SettleOrder():
                await Deeds(self.scope, self.programme, self.at, self.actor).write(change)
            case ImportBatch() | WithdrawBatch():
                await self._file(change)
            case _:
                await self._company(change)

    async def _personal(self, change: ClaimProfile | Link | Unlink | EndAchievement | Rename) -> None:
        match change:
            case ClaimProfile():
                await self._claim(change)
            case Link():
                row = {"person_id": change.person, "recorded_at": self.at, **_achievement(change.achievement)}
                await self.scope.add(tables.achievement, row)
            case Unlink():
                because = {"withdrawn_by": self.actor, "withdrawn_because": change.reason or None}
                await self._achievement(change.achievement, withdrawn_at=self.at, **because)
            case EndAchievement():
                await self._achievement(change.achievement, ended_on=change.on)
            case Rename():
                await self.scope.change(tables.person, tables.person.c.id == change.person, name=change.name)

    async def _move(self, change: Departure) -> None:
        theirs = tables.association.c
        mine = theirs.person_id == change.person
        match change:
            case Depart():
                await self._depart(change)
            case Return():
                where = (mine, or_(theirs.provisional, theirs.on_leave))
                until = case((theirs.provisional, theirs.announced), else_=theirs.until)
                now = {"until": until, "provisional": False, "announced": None, "noticed_at": None}
                await self.scope.change(tables.association, *where, on_leave=change.on_leave, **now)
            case CallOff():
                ahead = (mine, theirs.provisional.is_(False), theirs.until > change.on)
                await self.scope.change(tables.association, *ahead, until=None)
                await self.scope.change(tables.association, mine, theirs.provisional, announced=None)
            case Rejoin():
                await self._associate(change.person, change.association)

    async def _file(self, change: ImportBatch | WithdrawBatch) -> None:
        files = Files(self.scope, self.at, self.actor)
        await (files.write(change) if isinstance(change, ImportBatch) else files.withdraw(change))

    async def _company(self, change: SetMarket | ReportFigure | SetFlag | Correction | Enrolling) -> None:
        match change:
            case Enrol() | LeaveProgramme():
                await self._take_part(change)
            case WithdrawFigure() | WithdrawFlag() | WithdrawAssociation():
                await Corrections(self.scope, self.programme, self.at, self.actor).write(change)
            case SetMarket(market):
                enrolled = tables.enrolment
                await self.scope.change(enrolled, enrolled.c.programme == self.programme, market=market)
            case ReportFigure():
                key = {"metric": change.metric, "month": change.month.first_day}
                await self._supersede(tables.figure, key, {"value": change.value, "reported_at": self.at})
            case SetFlag():
                values = {"value": change.value, "until": change.until, "set_at": self.at}
                await self._supersede(tables.flag, {"name": change.name}, values)

    async def _take_part(self, change: Enrolling) -> None:
        left = tables.left_programme
        if isinstance(change, LeaveProgramme):
            row = {"programme": change.programme, "left_on": change.on, "left_at": self.at}
            await self.scope.add(left, {"id": new_id(), **row})
            return
        here = (left.c.programme == change.programme, left.c.rejoined_at.is_(None))
        await self.scope.change(left, *here, rejoined_at=self.at)
        row = {"programme": change.programme, "market": change.market, "start": change.start}
        await self.scope.add_new(tables.enrolment, row)

    async def _add_person(self, change: AddPerson) -> None:
        await self.scope.add(tables.person, {"id": change.person, "name": change.name, "created_at": self.at})
        await self._associate(change.person, change.association)

    async def _associate(self, person: str, began: Association) -> None:
        dates = {"since": began.since, "until": began.until, "provisional": began.provisional}
        more = {"announced": began.announced, "on_leave": began.on_leave, "noticed_at": began.noticed}
        await self.scope.add(tables.association, {"id": began.id, "person_id": person, **dates, **more})

    async def _claim(self, change: ClaimProfile) -> None:
        profiles = tables.profile.c
        mine = (profiles.person_id == change.person, profiles.released_at.is_(None))
        held = await self.scope.first(tables.profile, *mine)
        if held is not None and held.profile == change.profile:
            return
        row = {"id": new_id(), "person_id": change.person, "profile": change.profile, "claimed_at": self.at}
        async with self.scope.all_or_nothing():
            await self.scope.change(tables.profile, *mine, released_at=self.at)
            # Whoever holds it may be in another organisation, whose rows are not ours to see: only the key tells.
            if not await self.scope.add_new(tables.profile, row):
                raise ProfileTakenError(change.profile)

    async def _achievement(self, achievement: str, **values: object) -> None:
        await self.scope.change(tables.achievement, tables.achievement.c.id == achievement, **values)

    async def _depart(self, change: Depart) -> None:
        theirs = tables.association.c
        still_open = or_(theirs.until.is_(None), theirs.until > change.on)
        # A final word settles a provisional end, be it earlier or later.
        settled = or_(theirs.provisional, theirs.until == change.instead_of)
        ends = still_open if change.provisional else or_(still_open, settled)
        now: dict[str, object] = {"until": change.on, "provisional": change.provisional, "on_leave": False}
        if change.provisional:
            announced = case((theirs.provisional, theirs.announced), else_=theirs.until)
            now |= {"announced": announced, "noticed_at": change.at}
        else:
            now |= {"announced": None, "noticed_at": None}
        await self.scope.change(tables.association, theirs.person_id == change.person, ends, **now)

    async def _end_override(self, change: EndOverride | WithdrawOverride) -> None:
        granted = tables.override.c
        this = granted.id == change.override
        if isinstance(change, WithdrawOverride):
            why = {"withdrawn_by": self.actor, "withdrawn_because": change.reason or None}
            await self.scope.change(tables.override, this, withdrawn_at=self.at, **why)
            return
        earlier = or_(granted.ended_on.is_(None), granted.ended_on > change.on)
        await self.scope.change(tables.override, this, earlier, ended_on=change.on)

    async def _supersede(self, table: Table, key: Mapping[str, object], values: Mapping[str, object]) -> None:
        """Put a row in force; the one before it stays on record."""
        key = {"programme": self.programme, **key}
        where = [table.c[name] == value for name, value in key.items()]
        await self.scope.change(table, *where, table.c.superseded_at.is_(None), superseded_at=self.at)
        await self.scope.add(table, {"id": new_id(), **key, **values})


def _achievement(made: Achievement) -> Mapping[str, object]:
    columns = ("id", "credential", "earned", "expires", "state", "evidence", "recorded_by", "ended_on")
    return {column: getattr(made, column) for column in columns}


def _override(granted: Override) -> Mapping[str, object]:
    about = ("competency", "level") if isinstance(granted, LevelOverride) else ("person", "credential")
    why = ("granted_by", "reason", "ticket", "recorded_by", "recorded_on")
    return {
        **{column: getattr(granted, column) for column in ("id", "since", "until")},
        **{"person_id" if column == "person" else column: getattr(granted, column) for column in about},
        **{column: getattr(granted.grant, column) for column in why},
    }
