"""Dated rules of membership: when it may be renewed, what that brings, what buying, ordering and upgrading follow.

A rule holds from its date until the next one's. What no source published is None: not known. Days are counted from the
anniversary: -15 lies fifteen days before it, 0 is the anniversary itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, Protocol, TypeAlias, TypeVar

from domain.dates import add_months

Basis: TypeAlias = Literal["purchase", "renewal", "anniversary", "payment"]
Unit: TypeAlias = Literal["days", "months"]
PlaceName: TypeAlias = Literal["competencies", "benefits"]


@dataclass(frozen=True, slots=True)
class Term:
    """How long a membership goes on: so many days or months from a day that `after` names.

    Months are clipped to the month's end: a year from 29 February ends on 28 February.
    """

    length: int
    unit: Unit
    after: Basis
    source: str

    def end(self, start: date) -> date:
        """The anniversary, for the day from which it counts."""
        if self.unit == "months":
            return add_months(start, self.length)
        return start + timedelta(days=self.length)


@dataclass(frozen=True, slots=True)
class RenewalWindow:
    """The days on which a membership may be renewed, both ends included.

    `opens` is None where it was never published from when.
    """

    opens: int | None
    closes: int
    source: str

    def first_day(self, anniversary: date) -> date | None:
        """The first day to renew; None where it is not known."""
        return None if self.opens is None else anniversary + timedelta(days=self.opens)

    def last_day(self, anniversary: date) -> date:
        """The last day to renew."""
        return anniversary + timedelta(days=self.closes)


@dataclass(frozen=True, slots=True)
class Reminders:
    """On which days the vendor reminds, counted from the anniversary, in order."""

    days: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class LateRequirements:
    """Whether requirements may still be met inside the renewal window."""

    allowed: bool
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a source says, in every language."""

    text: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What a higher level costs less in the middle of a year, in per cent, and the year that it begins."""

    discount: int
    term: Term
    source: str


@dataclass(frozen=True, slots=True)
class Ordering:
    """How many days an order may stay unpaid, and how many a payment by transfer can take."""

    unpaid_days: int
    transfer_days: int
    source: str


@dataclass(frozen=True, slots=True)
class MembershipRule:
    """What holds for memberships from `since` until the next rule's date.

    Attributes:
        since: the first day on which it holds.
        source: the source that it follows, unless a part names its own.
        checked_on: the day on which somebody last compared it with its source.
        term: the year that a purchase begins.
        window: when a membership may be renewed.
        reminders: when the vendor reminds of the anniversary.
        renewed: how a renewal's new anniversary is found.
        late: whether requirements may still be met inside the window.
        lost: what is lost after the window.
        upgrade: what holds for a higher level in the middle of a year.
        ordering: what holds for an order that is not paid yet.
        note: in every language how ambiguous sentences of the source were read.
    """

    since: date
    source: str
    checked_on: date
    term: Term
    window: RenewalWindow | None = None
    reminders: Reminders | None = None
    renewed: Term | None = None
    late: LateRequirements | None = None
    lost: Statement | None = None
    upgrade: Upgrade | None = None
    ordering: Ordering | None = None
    note: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Benefit:
    """What memberships of some levels bring; or, in `Benefits.unpublished`, what no source says of them."""

    levels: frozenset[str]
    text: Mapping[str, str]
    source: str


@dataclass(frozen=True, slots=True)
class Benefits:
    """What each level brings from `since` until the next ones' date, and what it costs.

    `fees` holds the fee of a level in words; a level that is missing there has none that was published.
    """

    since: date
    source: str
    checked_on: date
    offered: tuple[Benefit, ...]
    unpublished: tuple[Benefit, ...] = ()
    fees: Mapping[str, Statement] = field(default_factory=dict)


class _Dated(Protocol):
    @property
    def since(self) -> date: ...


T = TypeVar("T", bound=_Dated)


def in_force(versions: Sequence[T], day: date) -> T | None:
    """The version in force on a day; before the first one, the first; None where there are none."""
    if not versions:
        return None
    begun = [version for version in versions if version.since <= day]
    return begun[-1] if begun else versions[0]
