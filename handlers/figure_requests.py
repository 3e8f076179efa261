"""What an admin reports of a metric, for one month or for several at once, as data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FigureReport:
    """Record a month's value of a metric (admins); `month` is as typed, in the form of YYYY-MM."""

    metric: str | None
    month: str | None
    value: str | None


@dataclass(frozen=True, slots=True)
class FiguresReport:
    """Record a metric's values of several months (admins).

    `values` is a pasted column as typed, a month a line: a month and its amount, or the amount alone, where the first
    line is of the month `first` (YYYY-MM) and each next line of the month after.
    """

    metric: str | None = None
    first: str | None = None
    values: str | None = None
