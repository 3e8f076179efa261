"""The rows of what never was true: marked so, with who said it and why, and in force no longer."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table

from domain.corrections import Correction, WithdrawAssociation, WithdrawFigure, WithdrawFlag
from storage import tables
from storage.scope import Scope


@dataclass(frozen=True, slots=True)
class Corrections:
    """Writes the corrections of one organisation in one programme, at one moment (UTC), for an actor."""

    scope: Scope
    programme: str
    at: datetime
    actor: str | None

    async def write(self, change: Correction) -> None:
        """Write one correction."""
        match change:
            case WithdrawFigure():
                month = tables.figure.c.month == change.month.first_day
                await self._in_force(tables.figure, change, tables.figure.c.metric == change.metric, month)
            case WithdrawFlag():
                await self._in_force(tables.flag, change, tables.flag.c.name == change.name)
            case WithdrawAssociation():
                own = tables.association.c.id == change.association
                # A reason, even an empty one, keeps the person known: what an import took back has none.
                why = self._why(change) | {"withdrawn_because": change.reason}
                await self.scope.change(tables.association, own, **why)

    async def _in_force(self, table: Table, change: Correction, *where: ColumnElement[bool]) -> None:
        current = table.c.programme == self.programme, table.c.superseded_at.is_(None)
        await self.scope.change(table, *where, *current, superseded_at=self.at, **self._why(change))

    def _why(self, change: Correction) -> dict[str, object]:
        return {"withdrawn_at": self.at, "withdrawn_by": self.actor, "withdrawn_because": change.reason or None}
