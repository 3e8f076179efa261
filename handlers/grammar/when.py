"""What a date in words means on a calendar: for something to come, and for something that was."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from domain.dates import MONTHS_IN_A_YEAR, add_months

MONTHS_IN_A_QUARTER = 3
CENTURY = 2000
LONGEST_MONTH = 31
DAYS_IN_A_YEAR = 365


@dataclass(frozen=True, slots=True)
class When:
    """A date as it was said: what it means for something to come, and for something that was.

    One date: clear; several: the words do not decide; none: it cannot be such a date. `end` is the last day of a
    period such as "March". `until`: the words say up to then; `since`: from then on.
    """

    coming: tuple[date, ...]
    past: tuple[date, ...]
    end: date | None = None
    until: bool = False
    since: bool = False


def exactly(*days: date) -> When:
    """A date that leaves no doubt; without days, one that cannot be."""
    return When(days, days)


def period(first: date, last: date) -> When:
    """A period of which the words name no single day."""
    return When((first, last), (first, last), end=last)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(today: date, month: int, day: int) -> When:
    """A day without a year: the next one to come, today included, and the last one that was."""
    years = [day_of(today.year + offset, month, day) for offset in (-4, -3, -2, -1, 0, 1, 2, 3, 4)]
    days = [found for found in years if found]
    return When(tuple(d for d in days if d >= today)[:1], tuple(d for d in days if d <= today)[-1:])


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_of(today: date, month: int, year: int | None) -> tuple[date, date]:
    """The first day of a month: the one to come, or under way, and the one that was, or is under way."""
    if year:
        return date(year, month, 1), date(year, month, 1)
    this = today.replace(day=1)
    coming = date(today.year, month, 1) if month >= this.month else date(today.year + 1, month, 1)
    return coming, coming if coming <= today else date(coming.year - 1, month, 1)


def unit_of(today: date, unit: str, offset: int) -> tuple[date, date]:
    """The first and last day of a week, month, quarter or year, counted from the current one."""
    if unit == "week":
        first = today - timedelta(days=today.weekday()) + timedelta(weeks=offset)
        return first, first + timedelta(days=6)
    months = {"month": 1, "quarter": MONTHS_IN_A_QUARTER, "year": MONTHS_IN_A_YEAR}[unit]
    start = today.replace(day=1, month=(today.month - 1) // months * months + 1)
    first = add_months(start, offset * months)
    return first, add_months(first, months) - timedelta(days=1)


def later(today: date, count: int, unit: str) -> date:
    """So many days, weeks, months, quarters or years later; earlier for a negative number."""
    if unit in {"day", "week"}:
        return today + timedelta(days=count * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": MONTHS_IN_A_QUARTER, "year": MONTHS_IN_A_YEAR}[unit]
    return add_months(today, count * months)


def numeric(text: str, today: date) -> When:
    """A date in digits. Dots mean day.month.year; with slashes or dashes the numbers must leave no doubt."""
    parts = [int(part) for part in re.split(r"[./-]", text.rstrip("."))]
    year_first = re.match(r"\d{4}", text)
    if year_first:
        return exactly(*filter(None, [day_of(parts[0], parts[1], parts[2])]))
    if len(parts) == 2 and parts[1] > 31:  # noqa: PLR2004 - no day of a month: 03/2018
        return period(*_whole_month(parts[1], parts[0])) if 1 <= parts[0] <= MONTHS_IN_A_YEAR else exactly()
    orders = [(parts[0], parts[1])] if "." in text else [(parts[0], parts[1]), (parts[1], parts[0])]
    if len(parts) == 2:  # noqa: PLR2004 - day and month
        found = [nearest(today, month, day) for day, month in dict.fromkeys(orders)]
        return When(tuple(d for w in found for d in w.coming), tuple(d for w in found for d in w.past))
    year = parts[2] if parts[2] > 99 else CENTURY + parts[2]  # noqa: PLR2004 - two digits
    days = dict.fromkeys(day_of(year, month, day) for day, month in orders)
    return exactly(*sorted(day for day in days if day))


def _whole_month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, month_end(first)


def before(when: When) -> When:
    """Up to the day before; of a period, before its first day."""
    earlier = [
        tuple(day - timedelta(days=1) for day in days[: 1 if when.end else None]) for days in (when.coming, when.past)
    ]
    return When(earlier[0], earlier[1], until=True)


def edge_of(period: When, edge: str) -> When:
    """The start, middle or end of a period; the middle of a year is the end of its first half."""
    if edge == "middle":
        if all(
            len(days) > 1 and (days[1] - days[0]).days >= DAYS_IN_A_YEAR - 1 for days in (period.coming, period.past)
        ):
            return exactly(period.coming[0].replace(month=MONTHS_IN_A_YEAR // 2, day=30))
        if any(len(days) > 1 and (days[1] - days[0]).days >= LONGEST_MONTH for days in (period.coming, period.past)):
            return When((), ())  # the middle of a quarter is no day that people agree on
        return When(
            tuple(d.replace(day=15) for d in period.coming[:1]), tuple(d.replace(day=15) for d in period.past[:1])
        )
    side = slice(1, 2) if edge == "end" else slice(0, 1)
    return When(period.coming[side], period.past[side])
