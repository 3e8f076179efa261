"""Changes of the membership: what was bought, renewed or upgraded, what is on order, and what was never true."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from domain.facts import Facts, Membership, Order


@dataclass(frozen=True, slots=True)
class SetMembership:
    """The level that was bought, from when to which anniversary. One that was in force until then ends."""

    membership: Membership


@dataclass(frozen=True, slots=True)
class WithdrawMembership:
    """The membership on record never was one; what it took the place of goes on."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """A membership was ordered, and not paid yet."""

    order: Order


@dataclass(frozen=True, slots=True)
class SettleOrder:
    """An order was paid on a day, or cancelled."""

    order: str
    on: date
    paid: bool = True


Deed: TypeAlias = SetMembership | WithdrawMembership | PlaceOrder | SettleOrder


def dealt(facts: Facts, change: Deed) -> Facts:
    """The facts after a change of the membership, which speaks of what is there."""
    match change:
        case SetMembership():
            ended = ended_by(facts.membership, change.membership)
            earlier = facts.earlier_memberships if ended is None else (*facts.earlier_memberships, ended)
            return replace(facts, membership=change.membership, earlier_memberships=earlier)
        case WithdrawMembership():
            before = replaced_by(facts.membership, facts.earlier_memberships)
            earlier = tuple(each for each in facts.earlier_memberships if each is not before)
            back = None if before is None else replace(before, ended_on=None)
            return replace(facts, membership=back, earlier_memberships=earlier)
        case PlaceOrder():
            return replace(facts, orders=(*facts.orders, change.order))
        case SettleOrder():
            return replace(facts, orders=tuple(_settled(order, change) for order in facts.orders))


def ended_by(before: Membership | None, now: Membership) -> Membership | None:
    """What is kept of a membership when another takes its place: true until then.

    None where there was none, or where it began no earlier: then it never was in force.
    """
    if before is None or before.purchased >= now.purchased:
        return None
    return replace(before, ended_on=now.purchased)


def replaced_by(now: Membership | None, earlier: Iterable[Membership]) -> Membership | None:
    """The earlier membership whose place another took."""
    ended = [each for each in earlier if now is not None and each.ended_on == now.purchased]
    return max(ended, key=lambda each: each.purchased, default=None)


def _settled(order: Order, change: SettleOrder) -> Order:
    if order.id != change.order:
        return order
    return replace(order, paid_on=change.on) if change.paid else replace(order, cancelled_on=change.on)
