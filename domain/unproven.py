"""Claims that rest on an override: what a vendor's override of a credential stands in for until an export shows it.

A vendor grants such an override where it does not recognise an exam. The person's own record of that exam is then no
proof: what is to come is judged without it, whether the override holds or has ended, until an export confirms it.
"""

from dataclasses import dataclass, replace
from datetime import date

from domain.conditions import Status
from domain.facts import CredentialOverride, Facts, Person
from domain.programme import Programme
from domain.standing import competency_standing
from domain.timeline import credentials_of


@dataclass(frozen=True, slots=True)
class Unproven:
    """A credential that a person claims, that an override covers until a day, and that no export has shown yet."""

    person: str
    credential: str
    until: date


def unproven(facts: Facts) -> tuple[Unproven, ...]:
    """What overrides cover or have covered, and no export confirms; with the end of the override that ends last."""
    ends: dict[tuple[str, str], date] = {}
    for override in facts.overrides:
        if isinstance(override, CredentialOverride):
            key = (override.person, override.credential)
            ends[key] = max(override.until, ends.get(key, override.until))
    return tuple(Unproven(*key, until) for key, until in ends.items() if _is_claimed(facts, *key))


def without_unproven(facts: Facts) -> Facts:
    """The facts in which such a claim counts by its override alone; the same object where there is none."""
    found = {(each.person, each.credential) for each in unproven(facts)}
    for person in dict.fromkeys(person for person, _ in found):
        place = facts.place_of[person]
        facts = facts.with_person(place, _without(facts.people[place], found))
    return facts


def _is_claimed(facts: Facts, person: str, credential: str) -> bool:
    place = facts.place_of.get(person)
    held = [] if place is None else [a for a in facts.people[place].achievements if a.credential == credential]
    return bool(held) and all(achievement.state != "confirmed" for achievement in held)


def _without(person: Person, found: set[tuple[str, str]]) -> Person:
    kept = (a for a in person.achievements if (person.id, a.credential) not in found)
    return replace(person, achievements=tuple(kept))


def awaited(programme: Programme, facts: Facts, of: tuple[str, str], day: date) -> tuple[Unproven, ...]:
    """The claims that would carry a level of a competency on a day if an export showed them; none where they would not.

    `of` is the competency and the level.
    """
    competency, level = of
    family = programme.families[competency]
    named = frozenset[str]().union(*map(credentials_of, family))
    found = tuple(each for each in unproven(facts) if each.credential in named)
    if not found:
        return ()
    then = competency_standing(programme, facts.alone, day, competency).levels.get(level)
    return found if then is not None and then.status is Status.MET else ()
