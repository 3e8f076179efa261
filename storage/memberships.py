"""The rows of memberships and of their orders: each change of `domain.buying`, kept with its history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row

from domain.buying import Deed, PlaceOrder, SetMembership, SettleOrder, WithdrawMembership, ended_by, replaced_by
from domain.facts import Membership, Order
from storage import tables
from storage.scope import Scope

MEMBERSHIP = ("level", "purchased", "anniversary", "how", "ended_on", "id")
ORDER = ("level", "ordered", "paid_on", "cancelled_on", "id")
"""The columns of an order, in the order of its fields."""


@dataclass(frozen=True, slots=True)
class Deeds:
    """Writes the deeds of one organisation in one programme, at one moment (UTC), for an actor."""

    scope: Scope
    programme: str
    at: datetime
    actor: str | None

    async def write(self, change: Deed) -> None:
        """Write one change."""
        match change:
            case SetMembership(bought):
                await self._set(bought)
            case WithdrawMembership():
                await self._withdraw(change)
            case PlaceOrder(order):
                row = {column: getattr(order, column) for column in ORDER}
                by = {"programme": self.programme, "recorded_at": self.at, "recorded_by": self.actor}
                await self.scope.add(tables.membership_order, {**row, **by})
            case SettleOrder():
                day = {"paid_on": change.on} if change.paid else {"cancelled_on": change.on}
                await self.scope.change(tables.membership_order, tables.membership_order.c.id == change.order, **day)

    async def _set(self, bought: Membership) -> None:
        row = await self.scope.first(tables.membership, *self._in_force)
        ended = ended_by(None if row is None else _membership(row), bought)
        over = {"withdrawn_at": self.at, "withdrawn_by": self.actor} if ended is None else {"ended_on": ended.ended_on}
        await self.scope.change(tables.membership, *self._in_force, superseded_at=self.at, **over)
        values = {column: getattr(bought, column) for column in MEMBERSHIP}
        await self.scope.add(tables.membership, {**values, "programme": self.programme, "recorded_at": self.at})

    async def _withdraw(self, change: WithdrawMembership) -> None:
        row = await self.scope.first(tables.membership, *self._in_force)
        _, earlier = await load_memberships(self.scope, self.programme)
        back = replaced_by(None if row is None else _membership(row), earlier)
        why = {"withdrawn_at": self.at, "withdrawn_by": self.actor, "withdrawn_because": change.reason or None}
        await self.scope.change(tables.membership, *self._in_force, superseded_at=self.at, **why)
        if back is not None:
            own = tables.membership.c.id == back.id
            await self.scope.change(tables.membership, own, superseded_at=None, ended_on=None)

    @property
    def _in_force(self) -> tuple[ColumnElement[bool], ...]:
        return tables.membership.c.programme == self.programme, tables.membership.c.superseded_at.is_(None)


async def load_memberships(scope: Scope, programme: str) -> tuple[Membership | None, tuple[Membership, ...]]:
    """The membership on record, and the earlier ones that were true until another took their place."""
    known = tables.membership
    rows = await scope.rows(known, known.c.programme == programme, known.c.withdrawn_at.is_(None))
    current = next((_membership(row) for row in rows if row.superseded_at is None), None)
    return current, in_order([_membership(row) for row in rows if row.ended_on is not None])


async def load_orders(scope: Scope, programme: str) -> tuple[Order, ...]:
    """Every order that was placed."""
    rows = await scope.rows(tables.membership_order, tables.membership_order.c.programme == programme)
    orders = (Order(*(getattr(row, column) for column in ORDER)) for row in rows)
    return tuple(sorted(orders, key=lambda order: order.id or ""))


def in_order(memberships: list[Membership] | tuple[Membership, ...]) -> tuple[Membership, ...]:
    """Memberships as a load orders them: by their ids."""
    return tuple(sorted(memberships, key=lambda each: each.id or ""))


def _membership(row: Row[Any]) -> Membership:
    return Membership(*(getattr(row, column) for column in MEMBERSHIP))
