"""When a membership may be renewed, and from when to when the year goes that a purchase or a renewal begins."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from domain.dates import MONTHS_IN_A_YEAR, add_months
from domain.facts import Facts, Membership, Order
from domain.membership_rules import MembershipRule
from domain.programme import Programme

OrderStatus: TypeAlias = Literal["unpaid", "paid", "expired", "cancelled"]


@dataclass(frozen=True, slots=True)
class RenewalDates:
    """When a membership may be renewed, by the rule in force on its anniversary; both ends included.

    Attributes:
        anniversary: the anniversary.
        rule: the rule that says so; None where the programme has none.
        opens: the first day to renew; None where it was never published from when.
        closes: the last day to renew, at most the last one of the programme.
        possible: whether it can be renewed at all; not where the programme ends before the window opens.
    """

    anniversary: date
    rule: MembershipRule | None
    opens: date | None
    closes: date
    possible: bool

    @property
    def shown_until(self) -> date:
        """The last day on which the membership is displayed."""
        return max(self.anniversary, self.closes) if self.possible else self.anniversary

    def is_open(self, day: date) -> bool | None:
        """Whether it may be renewed on a day; None where that is not known."""
        if not self.possible or day > self.closes:
            return False
        return None if self.opens is None else day >= self.opens


def renewal_dates(programme: Programme, membership: Membership) -> RenewalDates:
    """When a membership may be renewed."""
    at = membership.anniversary
    rule = programme.membership_on(at)
    window = rule.window if rule is not None else None
    opens = window.first_day(at) if window is not None else None
    closes = window.last_day(at) if window is not None else at
    if programme.end is None:
        return RenewalDates(at, rule, opens, closes, possible=True)
    last = programme.end.last_renewal
    return RenewalDates(at, rule, opens, min(closes, last), possible=(opens or at) <= last)


def open_after(programme: Programme, membership: Membership | None, on: date) -> RenewalDates | None:
    """When a membership may be renewed, on a day after its anniversary on which it still is displayed; else None."""
    dates = renewal_dates(programme, membership) if membership is not None else None
    return dates if dates is not None and dates.anniversary < on <= dates.shown_until else None


def lapsed_after(programme: Programme, membership: Membership | None, on: date) -> date | None:
    """The last day of a membership that is over on a day and can be renewed no more; None for any other.

    Where no rule says until when it can be renewed, nobody can tell.
    """
    dates = renewal_dates(programme, membership) if membership is not None else None
    return dates.shown_until if dates is not None and dates.rule is not None and on > dates.shown_until else None


@dataclass(frozen=True, slots=True)
class Year:
    """The year that a purchase, a renewal or an upgrade on a day begins.

    `anniversary` is None where no rule published how it is found; `rule` is the one in force on that day.
    """

    begins: date
    anniversary: date | None
    rule: MembershipRule | None


def bought_on(programme: Programme, day: date) -> Year:
    """The year that a purchase begins; twelve months where the programme has no rule."""
    rule = programme.membership_on(day)
    return Year(day, rule.term.end(day) if rule is not None else add_months(day, MONTHS_IN_A_YEAR), rule)


def upgraded_on(programme: Programme, day: date) -> Year:
    """The year that an upgrade in the middle of another begins."""
    rule = programme.membership_on(day)
    upgrade = rule.upgrade if rule is not None else None
    return Year(day, upgrade.term.end(day) if upgrade is not None else None, rule)


def renewed_on(programme: Programme, membership: Membership, day: date) -> Year:
    """The year that a renewal, or its payment, on a day begins: never before the one that it follows is over."""
    rule, at = programme.membership_on(day), membership.anniversary
    term = rule.renewed if rule is not None else None
    if term is None:
        return Year(at, None, rule)
    if term.after == "anniversary":
        return Year(at, term.end(at), rule)
    begins = max(day, at)
    return Year(begins, term.end(begins), rule)


def membership_of(facts: Facts, on: date) -> Membership | None:
    """The membership of a day: the last that had begun by then and had not yet given way to another.

    It may have lapsed. None where none had begun.
    """
    every = (*facts.earlier_memberships, *((facts.membership,) if facts.membership is not None else ()))
    begun = [m for m in every if m.purchased <= on and (m.ended_on is None or on < m.ended_on)]
    return max(begun, key=lambda membership: membership.purchased, default=None)


@dataclass(frozen=True, slots=True)
class OrderState:
    """How an order stands on a day.

    `expires` is the first day on which it is void if it stays unpaid, `arrives` the day by which a transfer may take
    to arrive; None where no rule published it. `rule` is the one in force on the day of the order.
    """

    order: Order
    status: OrderStatus
    expires: date | None
    arrives: date | None
    rule: MembershipRule | None


def order_state(programme: Programme, order: Order, on: date) -> OrderState:
    """How an order that was placed by then stands on a day."""
    rule = programme.membership_on(order.ordered)
    ordering = rule.ordering if rule is not None else None
    expires = order.ordered + timedelta(days=ordering.unpaid_days) if ordering is not None else None
    arrives = order.ordered + timedelta(days=ordering.transfer_days) if ordering is not None else None
    return OrderState(order, _status(order, expires, on), expires, arrives, rule)


def _status(order: Order, expires: date | None, on: date) -> OrderStatus:
    if order.paid_on is not None and order.paid_on <= on:
        return "paid"
    if order.cancelled_on is not None and order.cancelled_on <= on:
        return "cancelled"
    return "expired" if expires is not None and on >= expires else "unpaid"


def open_order(programme: Programme, facts: Facts, on: date) -> OrderState | None:
    """The latest order that waits for its payment on a day, or expired with nothing bought since."""
    placed = [order for order in facts.orders if order.ordered <= on]
    if not placed:
        return None
    found = order_state(programme, max(placed, key=lambda order: (order.ordered, order.id or "")), on)
    held = membership_of(facts, on)
    is_over = found.status == "expired" and held is not None and held.purchased >= found.order.ordered
    return found if found.status in {"unpaid", "expired"} and not is_over else None
