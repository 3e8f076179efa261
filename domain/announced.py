"""What is known of the future to admins alone: who is going to leave."""

from dataclasses import replace
from datetime import date

from domain.departures import announced_end
from domain.facts import Facts, Person


def without_announced(facts: Facts, on: date) -> Facts:
    """The facts as if nobody had announced to leave after a day; the same object where nobody has."""
    if all(announced_end(person, on) is None for person in facts.people):
        return facts
    return replace(facts, people=tuple(staying(person, on) for person in facts.people))


def staying(person: Person, on: date) -> Person:
    """Somebody as if they had not announced to leave after a day, or nobody had for them."""
    if announced_end(person, on) is None:
        return person
    kept = (replace(a, until=None) if a.until is not None and a.until > on else a for a in person.associations or ())
    return replace(person, associations=tuple(kept))
