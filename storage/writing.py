"""Changes to rows: each is what `domain.changes.apply` does to the facts, kept with its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Table, or_

from domain.batches import ImportBatch, WithdrawBatch
from domain.changes import (
    AddPerson,
    Change,
    ClaimProfile,
    Depart,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    PersonalChange,
    ProfileTakenError,
    ReportFigure,
    Return,
    SetFlag,
    SetMarket,
    SetMembership,
    Unlink,
)
from domain.facts import Achievement, LevelOverride, Override
from storage import tables
from storage.ids import new_id
from storage.imports import Files
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
            case ClaimProfile() | Link() | Unlink() | EndAchievement() | Depart() | Return():
                await self._personal(change)
            case GrantOverride():
                await self.scope.add(tables.override, {"programme": self.programme, **_override(change.override)})
            case EndOverride():
                await self._end_override(change)
            case SetMembership() | SetMarket() | ReportFigure() | SetFlag():
                await self._company(change)
            case ImportBatch():
                await Files(self.scope, self.at, self.actor).write(change)
            case WithdrawBatch():
                await Files(self.scope, self.at, self.actor).withdraw(change)

    async def _personal(self, change: PersonalChange) -> None:
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
            case Depart():
                await self._depart(change)
            case Return():
                theirs = tables.association.c
                where = (theirs.person_id == change.person, theirs.provisional)
                await self.scope.change(tables.association, *where, until=None, provisional=False)

    async def _company(self, change: SetMembership | SetMarket | ReportFigure | SetFlag) -> None:
        match change:
            case SetMembership(bought):
                dates = {"purchased": bought.purchased, "anniversary": bought.anniversary}
                await self._supersede(tables.membership, {}, {"level": bought.level, **dates, "recorded_at": self.at})
            case SetMarket(market):
                enrolled = tables.enrolment
                await self.scope.change(enrolled, enrolled.c.programme == self.programme, market=market)
            case ReportFigure():
                key = {"metric": change.metric, "month": change.month.first_day}
                await self._supersede(tables.figure, key, {"value": change.value, "reported_at": self.at})
            case SetFlag():
                await self._supersede(tables.flag, {"name": change.name}, {"value": change.value, "set_at": self.at})

    async def _add_person(self, change: AddPerson) -> None:
        since = change.association
        await self.scope.add(tables.person, {"id": change.person, "name": change.name, "created_at": self.at})
        dates = {"since": since.since, "until": since.until, "provisional": since.provisional}
        await self.scope.add(tables.association, {"id": since.id, "person_id": change.person, **dates})

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
        ends = still_open if change.provisional else or_(still_open, theirs.provisional)
        where = (theirs.person_id == change.person, ends)
        await self.scope.change(tables.association, *where, until=change.on, provisional=change.provisional)

    async def _end_override(self, change: EndOverride) -> None:
        granted = tables.override.c
        earlier = or_(granted.ended_on.is_(None), granted.ended_on > change.on)
        await self.scope.change(tables.override, granted.id == change.override, earlier, ended_on=change.on)

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
