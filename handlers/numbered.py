"""The overrides as admins number them: those of every programme in one row, so that a number means one alone."""

from datetime import date

from domain.enrolments import programmes_of, turned
from domain.facts import Override
from domain.ports import Company
from handlers.errors import RefusedError
from handlers.room import Room


def current(company: Company, today: date) -> tuple[Override, ...]:
    """The overrides that are in force or to come, the earliest end first."""
    ahead = (o for o in company.facts.overrides if o.until > max(today, o.since))
    return tuple(sorted(ahead, key=lambda override: (override.until, override.id or "")))


def numbers(room: Room) -> range:
    """The numbers of the overrides of the room's programme, after those of the programmes before it."""
    before = 0
    for programme in programmes_of(room.first or room.company):
        if programme == room.programme.id:
            break
        before += len(current(turned(room.first or room.company, programme), room.today))
    return range(before + 1, before + 1 + len(current(room.company, room.today)))


def numbered(room: Room, company: Company, number: int | None) -> Override:
    """An override by its number in the list, in a company that may have changed since. Raises RefusedError."""
    listed, first = current(company, room.today), numbers(room).start
    if number is None or not first <= number < first + len(listed):
        home = room.first or room.company
        count = sum(len(current(turned(home, programme), room.today)) for programme in programmes_of(home))
        raise RefusedError("grant.no_such_number", n=count)
    return listed[number - first]
