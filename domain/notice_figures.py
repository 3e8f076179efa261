"""Months of figures that nobody reported by the day on which they should be there."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import takewhile

from domain.conditions import Status
from domain.dates import MONTHS_IN_A_YEAR, Month, trailing_year
from domain.facts import Facts
from domain.membership_years import lapsed_after
from domain.owed import History, Owed
from domain.programme import Programme
from domain.requirements import Threshold
from domain.risk import subject_of
from domain.standing import LevelStanding, standing

REPORTED_BY = 20
"""The day of the following month by which a month's figures are to be reported."""

PATIENCE = 2
"""So many months of one silence are told as they come; further ones only every so many months (`RHYTHM`)."""
RHYTHM = 3

SLOW = "slow"
"""The detail of a notice after which the slower rhythm holds."""


def figure_notices(programme: Programme, facts: Facts, on: date, history: History) -> Iterator[Owed]:
    """What is owed because the last month that should be there is not; one notice for all of its figures."""
    month = month_due(on)
    notice = Owed("figures_overdue", f"figures/{month}", _number(month), "overdue")
    if notice.key in history.steps:
        return
    missing = overdue(programme, facts, on, month)
    silent = min((silence(facts, metric, month) for metric in missing), default=0)
    told = _told(history, month, silent)
    if missing and (len(told) < PATIENCE or min(told) >= RHYTHM):
        levels = sorted({level for found in missing.values() for level in found})
        details = {"month": str(month), "metrics": ",".join(missing), "levels": ",".join(levels)}
        details |= {SLOW: str(RHYTHM)} if len(told) + 1 >= PATIENCE else {}
        yield Owed(notice.kind, notice.subject, notice.episode, notice.step, details)


def _told(history: History, month: Month, silent: int) -> list[int]:
    """How many months ago those of a silence are that were told before."""
    said = {subject for kind, subject, _, _ in history.steps if kind == "figures_overdue"}
    return [back for back in range(1, silent) if f"figures/{month.plus(-back)}" in said]


def silence(facts: Facts, metric: str, month: Month) -> int:
    """How many months in a row, up to one that is missing, nobody reported a metric; twelve at the most."""
    reported = facts.figures.get(metric, {})
    months = (month.plus(-back) for back in range(MONTHS_IN_A_YEAR))
    return sum(1 for _ in takewhile(lambda each: each not in reported, months))


def figure_days(facts: Facts, after: date) -> Iterator[date]:
    """The next days after a given one on which a month becomes overdue; none where nobody and nothing is on record."""
    if not (facts.people or facts.figures):
        return
    first = Month.of(after)
    days = (first.plus(offset).first_day + timedelta(days=REPORTED_BY) for offset in (0, 1))
    yield from (day for day in days if day > after)


def month_due(on: date) -> Month:
    """The last month whose figures should have been reported before a day."""
    return Month.of(on).plus(-1 if on.day > REPORTED_BY else -2)


def overdue(programme: Programme, facts: Facts, on: date, month: Month) -> dict[str, list[str]]:
    """The metrics of which a month is missing, in the catalogue's order, with the levels that need them."""
    needed: dict[str, list[str]] = {}
    if lapsed_after(programme, facts.membership, on) is not None:
        return needed
    for competency in standing(programme, facts, on).competencies.values():
        for level in competency.levels.values():
            for metric in _needed(level, facts, on):
                if month not in facts.figures.get(metric, {}):
                    needed.setdefault(metric, []).append(subject_of(level.competency, level.level))
    return {metric: needed[metric] for metric in programme.metrics if metric in needed}


def _needed(level: LevelStanding, facts: Facts, on: date) -> Iterator[str]:
    """The metrics of a level that is met, or of which the last year has values: who never reported is told nothing."""
    branch = level.nearest.nearest
    year = {*trailing_year(on)}
    for metric in dict.fromkeys(c.condition.metric for c in branch.conditions if isinstance(c.condition, Threshold)):
        if level.status is Status.MET or year & facts.figures.get(metric, {}).keys():
            yield metric


def _number(month: Month) -> int:
    return month.first_day.toordinal()
