"""What is told because an admin is away: to who stands in, and to them when they are back."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.owed import AWAY, Due, History, Owed
from domain.ports import Company

LATE_DAYS = 14
"""For so long after a return what happened meanwhile is told: the bot may have been off."""
OVER = "over"


def stands_in(absent: str, reads: str, on: date, until: date) -> Owed:
    """That somebody reads what is for an admin, from a day on until they are back; the step keeps since when."""
    details = {"user": reads, "absent": absent, "until": until.isoformat()}
    return Owed("standing_in", f"{AWAY}{absent}", until.toordinal(), f"{on.isoformat()}/{reads}", details)


def stands_in_no_more(absent: str, reads: str, until: date) -> Owed:
    """That who was away is back before the day that they had said."""
    details = {"user": reads, "absent": absent, "back": "1"}
    return Owed("standing_in", f"{AWAY}{absent}", until.toordinal(), f"{OVER}/{reads}", details)


def away_since(history: History, absent: str, until: date) -> date | None:
    """Since when an admin is away who said until when; None where nobody stands in, and so nobody was told."""
    about = ("standing_in", f"{AWAY}{absent}", until.toordinal())
    said = (step.partition("/")[0] for *subject, step in history.steps if tuple(subject) == about)
    return min((date.fromisoformat(day) for day in said if day != OVER), default=None)


def back(company: Company, history: History, on: date) -> Due:
    """The word to every admin who has come back on the day that they had said, once."""
    return Due(tuple(notice for notice in _back(company, history, on) if notice.key not in history.steps))


def _back(company: Company, history: History, on: date) -> Iterator[Owed]:
    for admin in company.admins:
        if admin.away is None or not timedelta() <= on - admin.away.until <= timedelta(days=LATE_DAYS):
            continue
        since = away_since(history, admin.user, admin.away.until)
        if since is not None:
            details = {"user": admin.user, "since": since.isoformat()}
            yield Owed("came_back", f"{AWAY}{admin.user}", admin.away.until.toordinal(), "told", details)


def return_days(company: Company) -> Iterator[date]:
    """The days on which admins are back."""
    return (admin.away.until for admin in company.admins if admin.away is not None)
