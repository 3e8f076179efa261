"""The months in which a threshold counts its figures.

Figures are whole months, so a month lies in one window or in none. The trailing year is the twelve months before the
month of the day. A membership year has the twelve months from that of the anniversary on, whatever the day in it: the
anniversary's month is the first of the year that begins, and no part of the one that ends. On a day those of its months
count that are over.
"""

from collections.abc import Iterator
from datetime import MAXYEAR, date

from domain.dates import MONTHS_IN_A_YEAR, Month, add_months, trailing_year
from domain.facts import Facts, Membership
from domain.membership_years import membership_of
from domain.requirements import Window


def months_of(window: Window, facts: Facts, on: date) -> tuple[Month, ...] | None:
    """The months that count on a day, in order; None for a membership year where no membership says which."""
    if window != "anniversary_year":
        return trailing_year(on)
    membership = membership_of(facts, on)
    start = None if membership is None else year_start(membership, on)
    if start is None:
        return None
    months = (Month.of(start).plus(offset) for offset in range(MONTHS_IN_A_YEAR))
    return tuple(month for month in months if month < Month.of(on))


def year_start(membership: Membership, on: date) -> date | None:
    """The first day of the membership year by which a day is judged; None before the purchase.

    The recorded anniversary is judged by the year that it ends, and so are the days after it until a renewal is
    recorded: that year is what a renewal is asked for. A year after the anniversary no membership is left to judge by.
    """
    end = _end(membership)
    if on < membership.purchased or (end is not None and on >= end):
        return None
    return next(start for start in _starts(membership) if start <= on)


def year_days(facts: Facts) -> frozenset[date]:
    """The days on which the months that count in the membership year may become others."""
    now = () if facts.membership is None else (facts.membership,)
    return frozenset[date]().union(*map(_days, (*facts.earlier_memberships, *now)))


def _days(membership: Membership) -> frozenset[date]:
    first, last = Month.of(membership.purchased), Month.of(membership.anniversary)
    ahead = (last.year - first.year) * MONTHS_IN_A_YEAR + last.month - first.month
    begun = {first.plus(offset).first_day for offset in range(1, ahead + 1)}
    turns = {start for start in _starts(membership) if start > membership.purchased}
    return frozenset({membership.purchased, *begun, *turns} | {end for end in [_end(membership)] if end})


def _starts(membership: Membership) -> Iterator[date]:
    """The first days of the membership's years, the last one first; the first of them may lie before the purchase."""
    start = membership.anniversary
    for years in range(1, MAXYEAR):
        if years > 1 and start <= membership.purchased:
            return
        earlier = membership.anniversary.year > years
        start = add_months(membership.anniversary, -years * MONTHS_IN_A_YEAR) if earlier else date.min
        yield start


def _end(membership: Membership) -> date | None:
    """A year after the anniversary; None where the calendar ends before."""
    if membership.anniversary.year == MAXYEAR:
        return None
    return add_months(membership.anniversary, MONTHS_IN_A_YEAR)
