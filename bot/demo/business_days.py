"""How far the page's buttons move the business clock."""

from calendar import monthrange
from datetime import date, datetime

from bot.demo.members import ActError


def days_until(now: datetime, to: str) -> int:
    """The days from now to a date.

    Raises:
        ActError: this is no date, or none after today.
    """
    try:
        further = (date.fromisoformat(to) - now.date()).days
    except ValueError:
        raise ActError(f"{to} is no date; write it as 2018-03-01.") from None
    if further < 1:
        raise ActError("The clock only moves forward.")
    return further


def days_to(now: datetime, days: str, months: str) -> int:
    """The days from now to so many months and days later; a month that is too short ends at its last day.

    Raises:
        ActError: these are no whole numbers, or lead nowhere.
    """
    try:
        further, later = int(days), int(months)
    except ValueError:
        raise ActError("Days and months are whole numbers.") from None
    if further < 0 or later < 0 or not further + later:
        raise ActError("The clock only moves forward.")
    place = now.month - 1 + later
    year, month = now.year + place // 12, place % 12 + 1
    target = now.date().replace(year=year, month=month, day=min(now.day, monthrange(year, month)[1]))
    return (target - now.date()).days + further
