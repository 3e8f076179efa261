"""Who leaves: for good, provisionally, on leave, as announced; and who counts again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TypeAlias

from domain.facts import Association, Person


@dataclass(frozen=True, slots=True)
class Depart:
    """A person's association ends; provisionally when an account was deactivated and nobody has said why.

    `at` is when a provisional end was noticed, by the business clock (UTC); `instead_of` the announced end in whose
    place a final one comes, earlier or later.
    """

    person: str
    on: date
    provisional: bool = True
    at: datetime | None = None
    instead_of: date | None = None


@dataclass(frozen=True, slots=True)
class Return:
    """A provisional departure was none: the association goes on, to the end that was announced before it, if any.

    `on_leave` when the person counts although their account stays deactivated. Who is back from leave returns too.
    """

    person: str
    on_leave: bool = False


@dataclass(frozen=True, slots=True)
class CallOff:
    """An end that was announced for a day later than `on` will not come: the association goes on."""

    person: str
    on: date


@dataclass(frozen=True, slots=True)
class Rejoin:
    """Somebody who had left for good counts again, by an association of its own."""

    person: str
    association: Association


Departure: TypeAlias = Depart | Return | CallOff | Rejoin


def moved(person: Person, change: Departure) -> Person:
    """The person after they left, came back, or stayed after all."""
    match change:
        case Rejoin():
            return replace(person, associations=(*(person.associations or ()), change.association))
        case Depart() if person.associations is None:
            return replace(person, associations=(_left(Association(date.min), change),))
        case Depart():
            return _each(person, lambda a: _left(a, change) if _ends_with(a, change) else a)
        case Return():
            return _each(person, lambda a: _back(a, change) if a.provisional or a.on_leave else a)
        case CallOff():
            return _each(person, lambda a: _kept(a, change.on))


def counts_after(person: Person, day: date) -> bool:
    """Whether somebody counts on a day or on one that follows."""
    return person.associations is None or any(a.until is None or a.until > day for a in person.associations)


def provisional_end(person: Person) -> Association | None:
    """The association that ended with an account, and of which nobody has said why yet; None without one."""
    return next((a for a in person.associations or () if a.provisional), None)


def announced_end(person: Person, day: date) -> date | None:
    """The day after a given one from which somebody will no longer count, as an admin announced; None without one."""
    known = (a for a in person.associations or () if not a.provisional)
    return max((a.until for a in known if a.until is not None and a.until > day), default=None)


def _each(person: Person, update: Callable[[Association], Association]) -> Person:
    if person.associations is None:
        return person
    return replace(person, associations=tuple(update(association) for association in person.associations))


def _left(association: Association, change: Depart) -> Association:
    """Every association that is still open on the day ends on it; a final word settles a provisional end."""
    if not change.provisional:
        return replace(association, until=change.on, provisional=False, announced=None, on_leave=False, noticed=None)
    announced = association.announced if association.provisional else association.until
    return replace(
        association, until=change.on, provisional=True, announced=announced, on_leave=False, noticed=change.at
    )


def _ends_with(association: Association, change: Depart) -> bool:
    is_open = association.until is None or association.until > change.on
    settled = association.provisional or association.until == change.instead_of
    return is_open or (settled and not change.provisional)


def _back(association: Association, change: Return) -> Association:
    until = association.announced if association.provisional else association.until
    return replace(association, until=until, provisional=False, announced=None, on_leave=change.on_leave, noticed=None)


def _kept(association: Association, day: date) -> Association:
    if association.provisional:
        return replace(association, announced=None)
    if association.until is None or association.until <= day:
        return association
    return replace(association, until=None)
