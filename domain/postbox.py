"""When what is not urgent may go: one digest per recipient and day, in the working hours of where they are.

Moments are aware UTC on the business clock. Time zones, public holidays and what was sent before are arguments, so that
nothing here reads a clock, a file or a database.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

WORK_BEGINS = time(9)
WORK_ENDS = time(17)
SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days on which nobody works: some days of each week (Monday is 0), and public holidays."""

    holidays: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})

    def works_on(self, day: date) -> bool:
        """Whether people are at work on a day."""
        return day.weekday() not in self.weekend and day not in self.holidays

    def working_day_after(self, day: date, count: int = 1) -> date:
        """The working day that is so many working days after a day, which may itself be a holiday."""
        for _ in range(count):
            day += _DAY
            while not self.works_on(day):
                day += _DAY
        return day

    def working_day_before(self, day: date) -> date:
        """The last working day before a day."""
        day -= _DAY
        while not self.works_on(day):
            day -= _DAY
        return day


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a recipient reads: their time zone, the days off there, and the last moment that a digest went there."""

    zone: tzinfo
    calendar: Calendar = field(default_factory=Calendar)
    last: datetime | None = None

    def day_of(self, moment: datetime) -> date:
        """The recipient's day of a moment."""
        return moment.astimezone(self.zone).date()

    def opens_on(self, day: date) -> datetime:
        """When work begins on a day.

        Where the clocks jump over that time, it is as late after the jump as the jump is long; where they show it
        twice, it is the first time (as RFC 5545 reads local times).
        """
        return datetime.combine(day, WORK_BEGINS, self.zone).astimezone(UTC)

    def may_go(self, moment: datetime) -> datetime:
        """When a digest may go that is ready at a moment: then, or when work begins next.

        At once in working hours, if none went on that day; otherwise on the next working day's morning.
        """
        local = moment.astimezone(self.zone)
        day = local.date()
        free = self.calendar.works_on(day) and (self.last is None or self.day_of(self.last) != day)
        if free and WORK_BEGINS <= local.time() < WORK_ENDS:
            return moment
        if free and local.time() < WORK_BEGINS:
            return self.opens_on(day)
        return self.opens_on(self.calendar.working_day_after(day))

    def after_working_days(self, moment: datetime, count: int) -> datetime:
        """The morning that is so many working days after a moment."""
        return self.opens_on(self.calendar.working_day_after(self.day_of(moment), count))


def earliest(moments: Iterable[datetime | None]) -> datetime | None:
    """The first of some moments, of which some may not be known; None when none is."""
    return min((moment for moment in moments if moment is not None), default=None)
