"""Judge what a programme's file says about membership: its dated rules, its benefits, and where to click."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Protocol, TypeVar

from domain.membership_rules import (
    Basis,
    Benefit,
    Benefits,
    LateRequirements,
    MembershipRule,
    Ordering,
    PlaceName,
    Reminders,
    RenewalWindow,
    Statement,
    Term,
    Unit,
    Upgrade,
)
from domain.reading import UNREAD, Fields, Spot, names

BASES: Mapping[str, Basis] = {
    "purchase": "purchase",
    "renewal": "renewal",
    "anniversary": "anniversary",
    "payment": "payment",
}
UNITS: Mapping[str, Unit] = {"days": "days", "months": "months"}
PLACES: tuple[PlaceName, ...] = ("competencies", "benefits")
MOST_DAYS = 1000
ALL_OF_A_FEE = 100
PARTS = ("window", "reminders", "renewed", "late", "lost", "upgrade", "ordering", "note")


class _Dated(Protocol):
    @property
    def since(self) -> date: ...


T = TypeVar("T", bound=_Dated)


@dataclass(frozen=True, slots=True)
class MembershipReader:
    """Reads the parts of a programme's file that speak of membership; `sources` and `levels` are their ids."""

    sources: Sequence[str]
    levels: Sequence[str]

    def rules(self, spot: Spot) -> tuple[MembershipRule, ...]:
        """The dated rules, in the order of their dates."""
        return _in_order(spot, self._rule)

    def benefits(self, spot: Spot) -> tuple[Benefits, ...]:
        """What levels bring, in the order of the dates."""
        return _in_order(spot, self._benefits)

    def places(self, spot: Spot) -> Mapping[PlaceName, Mapping[str, str]]:
        """Where to click at the vendor."""
        fields = spot.fields(optional=PLACES)
        return {place: names(fields[place]) for place in PLACES if place in fields}

    def _rule(self, spot: Spot) -> MembershipRule:
        fields = spot.fields(required=("from", "source", "checked_on", "term"), optional=PARTS)
        return MembershipRule(
            since=fields["from"].day(),
            source=self._source(fields),
            checked_on=fields["checked_on"].day(),
            term=self._term(fields["term"]),
            window=fields.maybe("window", self._window),
            reminders=fields.maybe("reminders", self._reminders),
            renewed=fields.maybe("renewed", self._term),
            late=fields.maybe("late", self._late),
            lost=fields.maybe("lost", self._statement),
            upgrade=fields.maybe("upgrade", self._upgrade),
            ordering=fields.maybe("ordering", self._ordering),
            note=fields.maybe("note", names),
        )

    def _source(self, fields: Fields) -> str:
        return fields["source"].choice(self.sources, "source of this programme")

    def _term(self, spot: Spot) -> Term:
        fields = spot.fields(required=("after", "source"), optional=tuple(UNITS))
        stated = [unit for unit in UNITS if unit in fields]
        if len(stated) != 1:
            spot.wrong("A term has either days or months.", "Write “days: 365” or “months: 12”.")
        unit: Unit = UNITS[stated[0]] if stated else "days"
        length = fields[unit].whole(1, MOST_DAYS) if unit in fields else 1
        after = BASES.get(fields["after"].choice(tuple(BASES), "day from which a term counts"), "purchase")
        return Term(length, unit, after, self._source(fields))

    def _window(self, spot: Spot) -> RenewalWindow:
        fields = spot.fields(required=("closes", "source"), optional=("opens",))
        opens, closes = fields.maybe("opens", _days), _days(fields["closes"])
        if opens is not None and opens > closes:
            fields["closes"].wrong("The window closes before it opens.", f"Write {opens} or more, or mend “opens”.")
        return RenewalWindow(opens, closes, self._source(fields))

    def _reminders(self, spot: Spot) -> Reminders:
        fields = spot.fields(required=("days", "source"))
        spots = fields["days"].some_items()
        days = tuple(map(_days, spots))
        for item, (before, after) in zip(spots[1:], pairwise(days), strict=False):
            if after <= before:
                item.wrong(f"The day {after} stands after the day {before}.", "Write each day once, in order.")
        return Reminders(days, self._source(fields))

    def _late(self, spot: Spot) -> LateRequirements:
        fields = spot.fields(required=("allowed", "source"))
        return LateRequirements(fields["allowed"].yes_or_no(), self._source(fields))

    def _statement(self, spot: Spot) -> Statement:
        fields = spot.fields(required=("text", "source"))
        return Statement(names(fields["text"]), self._source(fields))

    def _upgrade(self, spot: Spot) -> Upgrade:
        fields = spot.fields(required=("discount_percent", "term", "source"))
        discount = fields["discount_percent"].whole(0, ALL_OF_A_FEE)
        return Upgrade(discount, self._term(fields["term"]), self._source(fields))

    def _ordering(self, spot: Spot) -> Ordering:
        fields = spot.fields(required=("unpaid_days", "transfer_days", "source"))
        unpaid, transfer = (fields[key].whole(1, MOST_DAYS) for key in ("unpaid_days", "transfer_days"))
        return Ordering(unpaid, transfer, self._source(fields))

    def _benefits(self, spot: Spot) -> Benefits:
        fields = spot.fields(required=("from", "source", "checked_on", "offered"), optional=("unpublished", "fees"))
        return Benefits(
            since=fields["from"].day(),
            source=self._source(fields),
            checked_on=fields["checked_on"].day(),
            offered=tuple(map(self._benefit, fields["offered"].some_items())),
            unpublished=tuple(map(self._benefit, fields.list("unpublished"))),
            fees=fields.maybe("fees", self._fees) or {},
        )

    def _benefit(self, spot: Spot) -> Benefit:
        fields = spot.fields(required=("levels", "text", "source"))
        levels = (item.choice(self.levels, "level of this programme") for item in fields["levels"].some_items())
        return Benefit(frozenset(levels), names(fields["text"]), self._source(fields))

    def _fees(self, spot: Spot) -> Mapping[str, Statement]:
        fields = spot.fields(optional=self.levels)
        return {level: self._statement(fields[level]) for level in self.levels if level in fields}


def _days(spot: Spot) -> int:
    return spot.whole(-MOST_DAYS, MOST_DAYS)


def _in_order(spot: Spot, read: Callable[[Spot], T]) -> tuple[T, ...]:
    """Dated entries, each with a date of its own, in the order of the dates."""
    spots = spot.some_items()
    versions = tuple(map(read, spots))
    dated = [(item, version.since) for item, version in zip(spots, versions, strict=True) if version.since != UNREAD]
    for (_, before), (item, since) in pairwise(dated):
        if since <= before:
            item.wrong(f"The entry from {since} stands after the one from {before}.", "Order them by their dates.")
    return versions
