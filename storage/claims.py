"""Claims on profiles, and people who come over from another organisation, in the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from domain.claims import AskHolder, Crossing, Join, ReleaseProfile, SettleClaim
from domain.facts import Claim
from storage import tables
from storage.scope import Scope


@dataclass(frozen=True, slots=True)
class Claims:
    """Writes the claims of one organisation, and who joins it, at one moment (UTC)."""

    scope: Scope
    at: datetime

    async def write(self, change: Crossing) -> None:
        """Write one change."""
        match change:
            case AskHolder(asked):
                row = {"id": asked.id, "person_id": asked.person, "profile": asked.profile, "holder_id": asked.holder}
                dates = {"asked_on": asked.asked, "until": asked.until, "asked_at": self.at}
                await self.scope.add(tables.claim, {**row, **dates})
            case SettleClaim():
                ended = {"outcome": change.outcome, "settled_on": change.on, "settled_at": self.at}
                await self.scope.change(tables.claim, tables.claim.c.id == change.claim, **ended)
            case ReleaseProfile():
                held = tables.profile.c
                mine = (held.person_id == change.person, held.released_at.is_(None))
                await self.scope.change(tables.profile, *mine, released_at=self.at)
            case Join():
                await self._join(change)

    async def _join(self, change: Join) -> None:
        known = await self.scope.rows(tables.association, tables.association.c.person_id == change.person, only=("id",))
        there = {row.id for row in known}
        columns = ("id", "since", "until", "provisional")
        for period in change.known.associations or ():
            if period.id not in there:
                row = {column: getattr(period, column) for column in columns}
                await self.scope.add(tables.association, {"person_id": change.person, "on_leave": False} | row)


async def load_claims(scope: Scope) -> tuple[Claim, ...]:
    """Every claim that the organisation's people made, in the order of their ids."""
    return tuple(map(_claim, sorted(await scope.rows(tables.claim), key=lambda row: str(row.id))))


def _claim(r: Row[Any]) -> Claim:
    return Claim(r.id, r.profile, r.person_id, r.holder_id, r.asked_on, r.until, r.outcome, r.settled_on)
