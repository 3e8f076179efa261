"""Dated rules of association: how long a link takes to count at the vendor, and how often a profile may move.

A rule holds from its date until the next one's. Limits on moving say when a profile may be associated anew; they never
touch what its holder has earned.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from domain.dates import add_months
from domain.reading import UNREAD, Spot, names

MONTHS_OF_A_YEAR = 12
MOST_HOURS = 24 * 366
MOST_DAYS = 366


@dataclass(frozen=True, slots=True)
class Lag:
    """After so many hours a link counts at the vendor: at the least, and at the most.

    Where only one number was published, both are that.
    """

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class MoveLimits:
    """How often a profile may be associated anew: so often in twelve months, and so many days after the last time."""

    most_a_year: int
    days_apart: int

    def allowed_from(self, begun: Collection[date], wanted: date) -> date:
        """The first day from `wanted` on which one more association may begin; `begun` are those before it."""
        past = sorted(day for day in begun if day <= wanted)
        if not past:
            return wanted
        earliest = max(wanted, past[-1] + timedelta(days=self.days_apart))
        if len(past) >= self.most_a_year:
            earliest = max(earliest, add_months(past[-self.most_a_year], MONTHS_OF_A_YEAR))
        return earliest


@dataclass(frozen=True, slots=True)
class AssociationRule:
    """What holds for associations from `since` until the next rule's date.

    `lag` is None where it was never published, `moves` where no limit was. `note` says how the source was read.
    """

    since: date
    source: str
    checked_on: date
    lag: Lag | None = None
    moves: MoveLimits | None = None
    note: Mapping[str, str] | None = None


def association_on(rules: Sequence[AssociationRule], day: date) -> AssociationRule | None:
    """The rule in force on a day; before the first one, the first. None: none was published."""
    begun = [rule for rule in rules if rule.since <= day]
    return begun[-1] if begun else next(iter(rules), None)


def counts_at_vendor(rule: AssociationRule | None, at: datetime) -> tuple[date, date] | None:
    """The days on which what is linked at a moment counts at the vendor: the first possible, and the latest.

    `at` is aware, in the zone whose days are meant. None where no lag was published.
    """
    if rule is None or rule.lag is None:
        return None
    # Hours are counted on the clock of the world: a day on which clocks change has 23 or 25 of them.
    start = at.timestamp()
    first, last = (datetime.fromtimestamp(start + hours * 3600, at.tzinfo) for hours in (rule.lag.least, rule.lag.most))
    return first.date(), last.date()


def may_move_from(rules: Sequence[AssociationRule], begun: Collection[date], wanted: date) -> date:
    """The first day from `wanted` on which a profile with associations begun on some days may be associated anew.

    Each day is judged by the rule in force on it: a limit that begins later counts what came before it.
    """
    day = wanted
    while True:
        rule = association_on(rules, day)
        if rule is None or rule.moves is None or day < rule.since:
            return day
        allowed = rule.moves.allowed_from(begun, day)
        following = min((r.since for r in rules if r.since > day), default=None)
        if allowed == day or following is None or allowed < following:
            return allowed
        day = following


def read_associations(spot: Spot, sources: Collection[str]) -> tuple[AssociationRule, ...]:
    """The dated rules of a list, in the order of their dates; every mistake is logged."""
    spots = spot.some_items()
    rules = tuple(_rule(item, sources) for item in spots)
    dated = [(item, rule.since) for item, rule in zip(spots, rules, strict=True) if rule.since != UNREAD]
    for (_, before), (item, since) in pairwise(dated):
        if since <= before:
            item.wrong(f"The entry from {since} stands after the one from {before}.", "Order them by their dates.")
    return rules


def _rule(spot: Spot, sources: Collection[str]) -> AssociationRule:
    fields = spot.fields(required=("from", "source", "checked_on"), optional=("lag_hours", "moves", "note"))
    return AssociationRule(
        since=fields["from"].day(),
        source=fields["source"].choice(sources, "source of this programme"),
        checked_on=fields["checked_on"].day(),
        lag=fields.maybe("lag_hours", _lag),
        moves=fields.maybe("moves", _moves),
        note=fields.maybe("note", names),
    )


def _lag(spot: Spot) -> Lag:
    fields = spot.fields(required=("least", "most"))
    least, most = (min(fields[key].count(), MOST_HOURS) for key in ("least", "most"))
    if most < least:
        fields["most"].wrong("The most is less than the least.", f"Write {least} or more.")
    return Lag(least, most)


def _moves(spot: Spot) -> MoveLimits:
    fields = spot.fields(required=("most_a_year", "days_apart"))
    return MoveLimits(fields["most_a_year"].count(), min(fields["days_apart"].count(), MOST_DAYS))
