"""Facts made smaller, or gathered, so that one look at them tells of many days."""

from dataclasses import replace
from datetime import date

from domain.facts import CredentialOverride, Facts, Person
from domain.timeline import DAY


def narrowed(facts: Facts, relevant: frozenset[str]) -> Facts:
    """The facts with those people alone who hold some of these credentials, or have an override of one."""
    places = facts.holders.places(relevant)
    overridden = (o for o in facts.overrides if isinstance(o, CredentialOverride) and o.credential in relevant)
    granted = (facts.place_of[o.person] for o in overridden if o.person in facts.place_of)
    return replace(facts, people=tuple(facts.people[place] for place in sorted({*places, *granted})))


def at_once(facts: Facts, since: date, until: date) -> Facts:
    """The facts in which all that counted on any day of a time does so on every day of it."""
    people = tuple(_throughout(person, since, until) for person in facts.people)
    overrides = (o for o in facts.overrides if o.since <= until and o.until > since)
    return replace(facts, people=people, overrides=tuple(replace(o, since=since, until=until + DAY) for o in overrides))


def _throughout(person: Person, since: date, until: date) -> Person:
    kept = (a for a in person.achievements if a.earned <= until)
    always = tuple(replace(a, earned=min(a.earned, since), expires=None, ended_on=None) for a in kept)
    return replace(person, achievements=always, associations=None)
