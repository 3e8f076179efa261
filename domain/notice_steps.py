"""The days before and after a date on which something is told."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta


def latest_step(target: date, on: date, leads: Iterable[int], known_since: date | None = None) -> int | None:
    """The lead of the latest lead day that has come; earlier ones that were missed are not told.

    None where none has come yet, or only such as came no later than the day since which the date is known.
    """
    left = (target - on).days
    come = [
        lead for lead in leads if left <= lead and (known_since is None or target - timedelta(days=lead) > known_since)
    ]
    return min(come, default=None)


def lead_days(target: date, leads: Iterable[int]) -> Iterator[date]:
    """The days on which a date is told."""
    return (target - timedelta(days=lead) for lead in leads)
