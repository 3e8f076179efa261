"""Thresholds and flags: met, not met, or not known and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.dates import Month
from domain.facts import Facts
from domain.programme import MetricKind, Programme
from domain.requirements import Condition, Flag, Threshold
from domain.windows import months_of


class Status(StrEnum):
    """The three outcomes."""

    MET = "met"
    NOT_MET = "not met"
    NOT_KNOWN = "not known"


class Reason(StrEnum):
    """Why something is not known."""

    NOT_PUBLISHED = "not published"
    NEVER_REPORTED = "never reported"
    MONTHS_MISSING = "months missing"
    NOT_RECORDED = "not recorded"
    NO_MEMBERSHIP = "no membership"
    YEAR_JUST_BEGUN = "no month of the membership year is over"


def all_of(statuses: Iterable[Status]) -> Status:
    """Not met if any part is not met, else not known if any is not known, else met."""
    found = set(statuses)
    return next((s for s in (Status.NOT_MET, Status.NOT_KNOWN) if s in found), Status.MET)


def any_of(statuses: Iterable[Status]) -> Status:
    """Met if any part is met, else not known if any is not known, else not met."""
    found = set(statuses)
    return next((s for s in (Status.MET, Status.NOT_KNOWN) if s in found), Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class ConditionStanding:
    """How a threshold, a flag or another competency's level stands.

    `value` is what the window shows: the sum of a flow over the months reported, the last value of a stock, None where
    nothing was reported. `bound` is the amount asked for; `needed` what is still missing to it. `window` holds the
    months that count on the day, `months` those of them that were reported. `until` is the first day on which a status
    that was granted for a time no longer holds.
    """

    condition: Condition
    status: Status
    reason: Reason | None = None
    value: Decimal | None = None
    bound: Decimal | None = None
    months: tuple[Month, ...] = ()
    window: tuple[Month, ...] = ()
    until: date | None = None

    @property
    def needed(self) -> Decimal | None:
        """The amount still missing, or None where it is not known."""
        if self.bound is None or self.value is None:
            return self.bound
        return max(self.bound - self.value, Decimal(0))


def judge_condition(condition: Threshold | Flag, programme: Programme, facts: Facts, on: date) -> ConditionStanding:
    """How one threshold or flag stands on a date."""
    if isinstance(condition, Flag):
        return _judge_flag(condition, facts, on)
    window = months_of(condition.window, facts, on)
    return _judge_threshold(condition, programme.metrics[condition.metric].kind, facts, window)


def _judge_flag(flag: Flag, facts: Facts, on: date) -> ConditionStanding:
    granted, end = facts.flags.get(flag.name), facts.flag_ends.get(flag.name)
    if granted is None:
        return ConditionStanding(flag, Status.NOT_KNOWN, Reason.NOT_RECORDED)
    holds = granted and (end is None or on < end)
    return ConditionStanding(flag, Status.MET if holds else Status.NOT_MET, until=end if granted else None)


def _judge_threshold(
    threshold: Threshold, kind: MetricKind, facts: Facts, window: tuple[Month, ...] | None
) -> ConditionStanding:
    bound, reported = threshold.at_least.for_market(facts.market), facts.figures.get(threshold.metric, {})
    months = tuple(month for month in window or () if month in reported)
    if not months:
        reason = Reason.NOT_PUBLISHED if bound is None else _nothing(window)
        return ConditionStanding(threshold, Status.NOT_KNOWN, reason, None, bound, window=window or ())
    total = sum((reported[month] for month in months), Decimal(0))
    value = total if kind == "flow" else reported[months[-1]]
    whole = months == window
    parts = [_reaches(value, bound, complete=whole or kind == "stock")]
    if threshold.monthly_average is not None:
        parts.append(_reaches(total, threshold.monthly_average * len(window or ()), complete=whole))
    status = all_of(parts)
    return ConditionStanding(threshold, status, _reason(status, bound), value, bound, months, window or ())


def _nothing(window: tuple[Month, ...] | None) -> Reason:
    """Why nothing is reported in a window."""
    if window is None:
        return Reason.NO_MEMBERSHIP
    return Reason.NEVER_REPORTED if window else Reason.YEAR_JUST_BEGUN


def _reaches(value: Decimal, bound: Decimal | None, *, complete: bool) -> Status:
    if bound is None:
        return Status.NOT_KNOWN
    if value >= bound:
        return Status.MET
    return Status.NOT_MET if complete else Status.NOT_KNOWN


def _reason(status: Status, bound: Decimal | None) -> Reason | None:
    if status is not Status.NOT_KNOWN:
        return None
    return Reason.NOT_PUBLISHED if bound is None else Reason.MONTHS_MISSING
