"""Thresholds and flags: met, not met, or not known and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from domain.dates import MONTHS_IN_A_YEAR, Month, trailing_year
from domain.facts import Facts
from domain.programme import MetricKind, Programme
from domain.requirements import Condition, Flag, Threshold


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
    nothing was reported. `bound` is the amount asked for; `needed` what is still missing to it.
    """

    condition: Condition
    status: Status
    reason: Reason | None = None
    value: Decimal | None = None
    bound: Decimal | None = None
    months: tuple[Month, ...] = ()

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
    figures = facts.figures.get(condition.metric, {})
    reported = {month: figures[month] for month in trailing_year(on) if month in figures}
    return _judge_threshold(condition, programme.metrics[condition.metric].kind, facts, reported)


def _judge_flag(flag: Flag, facts: Facts, on: date) -> ConditionStanding:
    granted, end = facts.flags.get(flag.name), facts.flag_ends.get(flag.name)
    if granted is None:
        return ConditionStanding(flag, Status.NOT_KNOWN, Reason.NOT_RECORDED)
    holds = granted and (end is None or on < end)
    return ConditionStanding(flag, Status.MET if holds else Status.NOT_MET)


def _judge_threshold(
    threshold: Threshold, kind: MetricKind, facts: Facts, reported: Mapping[Month, Decimal]
) -> ConditionStanding:
    bound = threshold.at_least.for_market(facts.market)
    months = tuple(sorted(reported))
    if not months:
        reason = Reason.NOT_PUBLISHED if bound is None else Reason.NEVER_REPORTED
        return ConditionStanding(threshold, Status.NOT_KNOWN, reason, None, bound)
    total = sum(reported.values(), Decimal(0))
    value = total if kind == "flow" else reported[months[-1]]
    complete = kind == "stock" or len(months) == MONTHS_IN_A_YEAR
    parts = [_reaches(value, bound, complete=complete)]
    if threshold.monthly_average is not None:
        yearly = threshold.monthly_average * MONTHS_IN_A_YEAR
        parts.append(_reaches(total, yearly, complete=len(months) == MONTHS_IN_A_YEAR))
    status = all_of(parts)
    return ConditionStanding(threshold, status, _reason(status, bound), value, bound, months)


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
