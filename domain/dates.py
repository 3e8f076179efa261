"""Months and windows. Dates are arguments everywhere: nothing here knows what day it is."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS_IN_A_YEAR = 12
MONTHS_KEPT = 1024
OVERRIDE_MONTHS = 3
"""How long an override holds where nobody says until when."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month, written 2018-01."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read `YYYY-MM`; ValueError for anything else."""
        first = date.fromisoformat(f"{text}-01")
        return cls(first.year, first.month)

    def plus(self, months: int) -> "Month":
        """The month that lies so many months later, or earlier for a negative number."""
        index = self.year * MONTHS_IN_A_YEAR + self.month - 1 + months
        return Month(index // MONTHS_IN_A_YEAR, index % MONTHS_IN_A_YEAR + 1)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def add_months(day: date, months: int) -> date:
    """The same day so many months later, clipped to the month's end: 30 November + 3 is 28 February."""
    target = Month.of(day).plus(months)
    return date(target.year, target.month, min(day.day, monthrange(target.year, target.month)[1]))


def trailing_year(day: date) -> tuple[Month, ...]:
    """The twelve whole months before the month of that day, in order."""
    return _year_before(Month.of(day))


@lru_cache(maxsize=MONTHS_KEPT)
def _year_before(month: Month) -> tuple[Month, ...]:
    return tuple(month.plus(offset) for offset in range(-MONTHS_IN_A_YEAR, 0))
