"""Files in the database: those that wait, what one brought, written and withdrawn in bulk."""

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from sqlalchemy import Table
from sqlalchemy.exc import IntegrityError

from domain.batches import Confirmation, ImportBatch, WithdrawBatch
from domain.changes import ProfileTakenError
from domain.facts import Achievement
from domain.ports import Upload
from storage import tables
from storage.ids import new_id
from storage.scope import Scope, Values

WAITS = timedelta(days=1)
AT_ONCE = 2000
"""So many rows go into one statement: PostgreSQL answers each in time, and SQLite takes so many values."""
COLUMNS = ("id", "credential", "earned", "expires", "state", "evidence", "recorded_by", "ended_on")

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of one organisation, at one moment of real time (UTC), for an actor."""

    scope: Scope
    at: datetime
    actor: str | None

    async def keep(self, upload: Upload) -> None:
        """Let a file wait, once more where it waits already; those that waited longer than a day are removed."""
        waits = tables.upload.c
        await self.scope.remove(tables.upload, (waits.uploaded_at <= self.at - WAITS) | (waits.id == upload.id))
        content = zlib.compress(upload.content)
        row = {"id": upload.id, "file": upload.file, "content": content, "uploaded_by": upload.user}
        await self.scope.add(tables.upload, row | {"uploaded_at": self.at})

    async def take(self, upload: str) -> Upload | None:
        """A file that waits, which then waits no more; None when there is none, or it waited longer than a day."""
        waits = tables.upload.c
        found = await self.scope.first(tables.upload, waits.id == upload, waits.uploaded_at > self.at - WAITS)
        await self.scope.remove(tables.upload, waits.id == upload)
        return (
            None if found is None else Upload(found.id, found.file, zlib.decompress(found.content), found.uploaded_by)
        )

    async def write(self, change: ImportBatch) -> None:
        """Write everything that a file brought. Raises ProfileTakenError where somebody else holds a profile."""
        batch = change.batch
        row = {"id": batch.id, "file": batch.file, "sha256": batch.sha256, "counts": asdict(batch.counts)}
        await self.scope.add(tables.batch, row | {"imported_at": self.at, "imported_by": self.actor})
        people = change.people
        await self._add(tables.person, ({"id": p.id, "name": p.name or "", "created_at": self.at} for p in people))
        came = {"batch_id": batch.id}
        joined = ((p.id, a) for p in people for a in p.associations or ())
        columns = ("id", "since", "until", "provisional")
        await self._add(
            tables.association,
            ({"person_id": p, **came, **{c: getattr(a, c) for c in columns}} for p, a in joined),
        )
        await self._profiles([*((p.id, p.profile) for p in people if p.profile), *change.profiles], came)
        earned = [*((p.id, a) for p in people for a in p.achievements), *change.achievements]
        await self._add(tables.achievement, (self._achievement(*pair) | came for pair in earned))
        await self._confirm(batch.id, change.confirmations)

    async def withdraw(self, change: WithdrawBatch) -> None:
        """Write that what a file brought never was."""
        who = {"withdrawn_at": self.at, "withdrawn_by": self.actor}
        table = tables.batch
        await self.scope.change(table, table.c.id == change.batch, **who)
        achievement, profile, association = tables.achievement, tables.profile, tables.association
        mine = achievement.c.batch_id == change.batch, achievement.c.withdrawn_at.is_(None)
        for some in _some([id_ for _, id_ in change.achievements]):
            await self.scope.change(achievement, *mine, achievement.c.id.in_(some), **who)
        for some in _some([person for person, _ in change.profiles]):
            held = profile.c.person_id.in_(some), profile.c.batch_id == change.batch
            await self.scope.change(profile, *held, profile.c.released_at.is_(None), released_at=self.at)
        await self._restore(change.confirmations)
        for some in _some(change.people):
            # Last, since their rows are ours no more without an association, nor by one that was corrected before.
            gone = {"withdrawn_at": self.at, "withdrawn_because": None}
            await self.scope.change(association, association.c.person_id.in_(some), **gone)

    async def brought(self, batch: str) -> WithdrawBatch | None:
        """All that a batch brought and is in force; None when there is none of this id, or it is withdrawn."""
        known = tables.batch.c
        if await self.scope.first(tables.batch, known.id == batch, known.withdrawn_at.is_(None)) is None:
            return None
        achievement, profile, association = tables.achievement.c, tables.profile.c, tables.association.c
        people = await self.scope.rows(
            tables.association, association.batch_id == batch, association.withdrawn_at.is_(None), only=("person_id",)
        )
        earned = await self.scope.rows(
            tables.achievement,
            achievement.batch_id == batch,
            achievement.withdrawn_at.is_(None),
            only=("person_id", "id"),
        )
        claimed = await self.scope.rows(
            tables.profile, profile.batch_id == batch, profile.released_at.is_(None), only=("person_id", "profile")
        )
        seen = await self.scope.rows(tables.confirmation, tables.confirmation.c.batch_id == batch)
        return WithdrawBatch(
            batch,
            tuple(sorted(row.person_id for row in people)),
            tuple(sorted((row.person_id, row.id) for row in earned)),
            tuple(sorted((row.person_id, row.profile) for row in claimed)),
            tuple(Confirmation(r.person_id, r.achievement_id, r.expires, r.was, r.expired) for r in seen),
        )

    async def held_elsewhere(self, profiles: Collection[str]) -> frozenset[str]:
        """Those of some profiles that people hold who are not on record here."""
        found: set[str] = set()
        for some in _some(sorted(profiles)):
            found |= await self.scope.profiles_elsewhere(some)
        return frozenset(found)

    async def _profiles(self, claimed: Iterable[tuple[str, str]], came: Values) -> None:
        rows = ({"id": new_id(), "person_id": p, "profile": m, "claimed_at": self.at, **came} for p, m in claimed)
        try:
            await self._add(tables.profile, rows)
        except IntegrityError as error:
            # Somebody of another organisation claimed it since we looked.
            raise ProfileTakenError("a profile of the file") from error

    def _achievement(self, person: str, achievement: Achievement) -> dict[str, object]:
        row = {column: getattr(achievement, column) for column in COLUMNS}
        return {"person_id": person, "recorded_at": self.at, **row}

    async def _confirm(self, batch: str, found: Sequence[Confirmation]) -> None:
        await self._add(
            tables.confirmation,
            (
                {
                    "id": new_id(),
                    "person_id": c.person,
                    "achievement_id": c.achievement,
                    "batch_id": batch,
                    "was": c.was,
                    "expired": c.expired,
                    "expires": c.expires,
                }
                for c in found
            ),
        )
        await self._mark(("confirmed", c.expires, c.achievement) for c in found)

    async def _restore(self, found: Sequence[Confirmation]) -> None:
        await self._mark((c.was, c.expired, c.achievement) for c in found)

    async def _mark(self, marks: Iterable[tuple[str, date | None, str]]) -> None:
        alike: defaultdict[tuple[str, date | None], list[str]] = defaultdict(list)
        for state, expires, achievement in marks:
            alike[state, expires].append(achievement)
        table = tables.achievement
        for (state, expires), ids in alike.items():
            for some in _some(ids):
                await self.scope.change(table, table.c.id.in_(some), state=state, expires=expires)

    async def _add(self, table: Table, rows: Iterable[Values]) -> None:
        for some in _some(list(rows)):
            await self.scope.add(table, *some)


def _some(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))
