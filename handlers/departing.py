"""Who leaves: what admins say of a deactivated account, and leavings that are announced. For admins alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from domain.changes import Change
from domain.departures import CallOff, Depart, Return, announced_end, counts_after, provisional_end
from domain.facts import Person
from domain.ports import Company
from domain.waves import noticed
from handlers.errors import RefusedError
from handlers.finding import person_of, quoted
from handlers.help import how_to_type
from handlers.render.departing import BEHIND, each_listed, leaving_noted, leavings_listed, named, settled
from handlers.replies import Reply
from handlers.requests import AnnounceLeaving, SettleDeparture
from handlers.room import Room
from handlers.writing import Planned, write


async def press_leave(room: Room, value: str) -> Reply:
    """Whoever a message asks about is on leave. Raises RefusedError."""
    return await settle_departure(room, SettleDeparture(value, "leave"))


async def press_mistake(room: Room, value: str) -> Reply:
    """Whoever a message asks about has not left. Raises RefusedError."""
    return await settle_departure(room, SettleDeparture(value, "mistake"))


async def press_each(room: Room, value: str) -> Reply:
    """Ask about each of those whom a message names by themselves, some at a time. Raises RefusedError."""
    about, _, after = value.partition(BEHIND)
    people = sorted(_open(room.company, about), key=lambda person: person.id)
    if not people:
        raise _refusal(room, room.company, about)
    return each_listed(room, [person for person in people if person.id > after], about)


async def settle_departure(room: Room, request: SettleDeparture) -> Reply:
    """Say why accounts were deactivated: of those of whom nobody has said it yet. Raises RefusedError."""
    done: list[Person] = []

    def plan(company: Company) -> Planned:
        people = _open(company, request.about)
        if not people:
            raise _refusal(room, company, request.about)
        for mistake in _mistakes(room, people, request.on):
            raise mistake
        done.extend(people)
        return Planned([_change(person, request, room.today) for person in people])

    written = await write(room, plan)
    return settled(room, written, request.choice, done, request.on or room.today)


def mistakes(room: Room, request: SettleDeparture) -> Sequence[RefusedError]:
    """What about the day of a departure cannot be."""
    return _mistakes(room, _open(room.company, request.about), request.on)


def _mistakes(room: Room, people: Sequence[Person], on: date | None) -> Sequence[RefusedError]:
    since = max((a.since for p in people for a in p.associations or () if a.provisional), default=None)
    if on is None or since is None or on > since:
        return ()
    return (RefusedError("departure.before", since=room.words.date(since)),)


def _change(person: Person, request: SettleDeparture, today: date) -> Change:
    if request.choice == "left":
        return Depart(person.id, request.on or today, provisional=False)
    return Return(person.id, on_leave=request.choice == "leave")


@dataclass(frozen=True, slots=True)
class _About:
    """Whom a button asks about: one person and the day on which their account went, or those of a time."""

    person: str
    on: date | None = None
    since: datetime | None = None
    until: datetime | None = None


def _read(value: str) -> _About:
    """Raises RefusedError for what no button of ours carries."""
    first, _, second = value.partition(" ")
    try:
        if "T" in second:
            return _About("", None, datetime.fromisoformat(first), datetime.fromisoformat(second))
        return _About(first, date.fromisoformat(second))
    except ValueError:
        raise RefusedError("error.old_button") from None


def _open(company: Company, value: str) -> Sequence[Person]:
    """Those of whom nobody has said yet why they left."""
    about = _read(value)
    if about.since is not None and about.until is not None:
        return noticed(company.facts, about.since, about.until)
    found = (company.facts.people[place] for place in _places(company, about.person))
    return [p for p in found for end in (provisional_end(p),) if end is not None and end.until == about.on]


def _places(company: Company, person: str) -> Sequence[int]:
    place = company.facts.place_of.get(person)
    return () if place is None else (place,)


def _refusal(room: Room, company: Company, value: str) -> RefusedError:
    """Why there is nothing left to settle: what is on record by now."""
    about = _read(value)
    if not about.person:
        return RefusedError("departure.settled.all")
    if not _places(company, about.person):
        return RefusedError("departure.gone")
    person = company.facts.people[company.facts.place_of[about.person]]
    who = named(room, [person])
    if any(association.on_leave for association in person.associations or ()):
        return RefusedError("departure.settled.leave", who=who)
    ahead, last = announced_end(person, room.today), _last_end(person)
    if ahead is not None:
        return RefusedError("departure.settled.ahead", who=who, day=room.words.date(ahead))
    if counts_after(person, room.today) or last is None:
        return RefusedError("departure.settled.back", who=who)
    key = "departure.settled.again" if provisional_end(person) else "departure.settled.left"
    return RefusedError(key, who=who, day=room.words.date(last))


def _last_end(person: Person) -> date | None:
    return max((a.until for a in person.associations or () if a.until is not None), default=None)


async def leaving(room: Room, request: AnnounceLeaving) -> Reply:
    """Note that somebody will leave, or left, on a day; or that they stay after all. Raises RefusedError."""
    if request.person is None and request.on is None:
        return leavings_listed(room, _announced(room))
    if request.person is None or (request.on is None and not request.cancel):
        raise RefusedError("leaving.form", words=quoted(room.typed), **how_to_type("leaving", room))
    found = person_of(room, request.person)
    before: list[date | None] = []

    def plan(company: Company) -> Planned:
        place = company.facts.place_of.get(found.id)
        if place is None:
            raise RefusedError("departure.gone")
        person = company.facts.people[place]
        before.append(announced_end(person, room.today))
        changes = _called_off(room, person) if request.cancel else _announcing(room, person, request.on or room.today)
        return Planned(changes)

    written = await write(room, plan)
    return leaving_noted(room, written, found, None if request.cancel else request.on, before[0])


def _called_off(room: Room, person: Person) -> Sequence[Change]:
    if announced_end(person, room.today) is None:
        raise _has_left(room, person) or RefusedError("leaving.none", who=named(room, [person]))
    return [CallOff(person.id, room.today)]


def _announcing(room: Room, person: Person, on: date) -> Sequence[Change]:
    gone = _has_left(room, person)
    if gone is not None:
        raise gone
    since = max((a.since for a in person.associations or () if a.covers(room.today) or a.provisional), default=None)
    if since is not None and on <= since:
        raise RefusedError("departure.before", since=room.words.date(since))
    known = announced_end(person, room.today)
    return [] if known == on else [Depart(person.id, on, provisional=False, instead_of=known)]


def _has_left(room: Room, person: Person) -> RefusedError | None:
    """That somebody left for good already; None while they count, or nobody has said why they left."""
    last = _last_end(person)
    if last is None or counts_after(person, room.today) or provisional_end(person) is not None:
        return None
    return RefusedError("leaving.has_left", who=named(room, [person]), day=room.words.date(last))


def _announced(room: Room) -> Sequence[tuple[date, Person]]:
    """The leavings that are announced, the next one first."""
    found = ((announced_end(person, room.today), person) for person in room.company.facts.people)
    return sorted(((day, p) for day, p in found if day is not None), key=lambda each: (each[0], each[1].id))
