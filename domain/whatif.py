"""What would be: the facts after something that may happen, to compare with those that are."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.changes import apply
from domain.conditions import Status
from domain.departures import Depart
from domain.facts import Achievement, CredentialOverride, Facts, Person
from domain.programme import Programme
from domain.standing import competency_standing

NEWCOMER = "somebody new"
"""Stands for somebody who is not on record yet."""
MOST_TRIED = 30


@dataclass(frozen=True, slots=True)
class Supposed:
    """The facts as they would be, and whom it concerns: nobody where nothing would change."""

    facts: Facts
    people: tuple[str, ...]


def if_leaves(facts: Facts, person: str, on: date) -> Supposed:
    """Somebody counts for the company until the day before. Raises NoSuchFactError for who is not on record."""
    here = facts.people[facts.place_of[person]].associated_on(on) if person in facts.place_of else True
    after = apply(facts, Depart(person, on, provisional=False))
    return Supposed(after, (person,) if here else ())


def if_lost(facts: Facts, credential: str, on: date, person: str | None = None) -> Supposed:
    """A credential of one person, or of everybody who holds it, counts until the day before; an override of it, too."""
    holders = tuple(p.id for p in facts.people if person in {None, p.id} and _holds(facts, p, credential, on))
    people = (replace(p, achievements=tuple(_ended(p, credential, on))) if p.id in holders else p for p in facts.people)
    overrides = (
        replace(o, until=min(o.until, on))
        if isinstance(o, CredentialOverride) and _is_of(o, credential, holders)
        else o
        for o in facts.overrides
    )
    return Supposed(replace(facts, people=tuple(people), overrides=tuple(overrides)), holders)


def if_gained(programme: Programme, facts: Facts, credential: str, on: date, person: str | None = None) -> Supposed:
    """One person more holds a credential from a day on: who is named, or else whoever it helps most."""
    if person is not None:
        known = facts.people[facts.place_of[person]]
        if _holds(facts, known, credential, on):
            return Supposed(facts, ())
        return with_earned(facts, person, (credential,), on)
    tried = [*_near(programme, facts, credential, on), NEWCOMER]
    found = [with_earned(facts, each, (credential,), on) for each in tried]
    return max(found, key=lambda supposed: _worth(programme, supposed.facts, credential, on))


def with_earned(facts: Facts, person: str, credentials: tuple[str, ...], on: date) -> Supposed:
    """Somebody on record, or somebody new, earns credentials on a day."""
    earned = tuple(Achievement(credential, on, id=f"supposed:{credential}") for credential in credentials)
    place = facts.place_of.get(person)
    if place is None:
        return Supposed(replace(facts, people=(*facts.people, Person(person, earned))), (person,))
    known = facts.people[place]
    return Supposed(facts.with_person(place, replace(known, achievements=(*known.achievements, *earned))), (person,))


def _holds(facts: Facts, person: Person, credential: str, day: date) -> bool:
    if not person.associated_on(day):
        return False
    granted = (o for o in facts.overrides if isinstance(o, CredentialOverride) and _is_of(o, credential, (person.id,)))
    earned = any(a.credential == credential and a.counts_on(day) for a in person.achievements)
    return earned or any(override.in_force(day) for override in granted)


def _is_of(override: CredentialOverride, credential: str, people: tuple[str, ...]) -> bool:
    return override.credential == credential and override.person in people


def _ended(person: Person, credential: str, on: date) -> Iterator[Achievement]:
    for achievement in person.achievements:
        ends = achievement.credential == credential and achievement.counts_on(on)
        yield replace(achievement, ended_on=on) if ends else achievement


def naming(programme: Programme, credential: str) -> tuple[str, ...]:
    """The competencies whose rules name a credential, or ask for a level of one that does."""
    named = {c.id for c in programme.competencies.values() if any(h.credential == credential for h in c.holdings_asked)}
    return tuple(key for key, family in programme.families.items() if named & {each.id for each in family})


def _near(programme: Programme, facts: Facts, credential: str, on: date) -> list[str]:
    """Those who lack the credential and hold most of what its competencies ask for."""
    asked = {h.credential for c in naming(programme, credential) for h in programme.competencies[c].holdings_asked}
    held = {
        person.id: sum(a.credential in asked and a.counts_on(on) for a in person.achievements)
        for person in facts.people
        if person.associated_on(on) and not _holds(facts, person, credential, on)
    }
    return sorted((p for p, count in held.items() if count), key=lambda person: (-held[person], person))[:MOST_TRIED]


def _worth(programme: Programme, facts: Facts, credential: str, on: date) -> tuple[int, int]:
    """How many levels are met, and how few people are missing to the others."""
    found = [competency_standing(programme, facts, on, competency) for competency in naming(programme, credential)]
    levels = [level for competency in found for level in competency.levels.values()]
    missing = sum(option.people_missing for level in levels for option in level.options)
    return sum(level.on_facts is Status.MET for level in levels), -missing
