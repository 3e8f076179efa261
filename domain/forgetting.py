"""Whose personal data are no longer kept: people who left, once the organisation's time of keeping them is over."""

from datetime import date

from domain.dates import add_months
from domain.facts import Facts, Person


def forgotten_on(person: Person, months: int) -> date | None:
    """The day from which a leaver's personal data are not kept; None for somebody who counts, or is forgotten already.

    An end that nobody has confirmed yet is none.
    """
    periods = person.associations
    if person.forgotten or not periods or any(each.until is None or each.provisional for each in periods):
        return None
    return add_months(max(each.until for each in periods if each.until is not None), months)


def to_forget(facts: Facts, months: int, today: date) -> tuple[str, ...]:
    """The people whose data are not kept any more on a day."""
    found = ((person.id, forgotten_on(person, months)) for person in facts.people)
    return tuple(person for person, day in found if day is not None and day <= today)


def next_forgetting(facts: Facts, months: int, after: date) -> date | None:
    """The first day after a given one on which somebody's data are not kept any more."""
    days = (forgotten_on(person, months) for person in facts.people)
    return min((day for day in days if day is not None and day > after), default=None)
