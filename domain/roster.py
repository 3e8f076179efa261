"""Who holds what on a date, as sets of people: bit i of a set stands for the i-th person of the facts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import and_, or_

from domain.facts import CredentialOverride, Facts, Person
from domain.programme import Programme
from domain.requirements import EachOf, Holds, OneOf, PersonExpression


@dataclass(frozen=True, slots=True)
class Roster:
    """The holders of every credential that counts on the day."""

    people: Sequence[Person]
    holders: Mapping[str, int]

    def satisfying(self, expression: PersonExpression) -> int:
        """The set of people who satisfy a person-level expression."""
        match expression:
            case Holds(credential):
                return self.holders.get(credential, 0)
            case EachOf(parts):
                return reduce(and_, map(self.satisfying, parts))
            case OneOf(parts):
                return reduce(or_, map(self.satisfying, parts))

    def held_by(self, person: str) -> tuple[str, ...]:
        """The credentials of one person that count on the day."""
        bit = 1 << next(index for index, known in enumerate(self.people) if known.id == person)
        return tuple(credential for credential, members in self.holders.items() if members & bit)

    def ids(self, members: int) -> tuple[str, ...]:
        """The persons of a set, in the order of the facts."""
        found = []
        while members:
            lowest = members & -members
            found.append(self.people[lowest.bit_length() - 1].id)
            members ^= lowest
        return tuple(found)


def roster_on(programme: Programme, facts: Facts, on: date) -> Roster:
    """Everybody's counting credentials on a day: earned, unexpired, accepted, the holder associated."""
    accepted = {credential.id for credential in programme.credentials.values() if credential.accepted_on(on)}
    granted = _granted(facts, on)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, person in enumerate(facts.people):
        if not person.associated_on(on):
            continue
        for achievement in person.achievements:
            if achievement.counts_on(on) and achievement.credential in accepted:
                holders[achievement.credential].append(index)
        for credential in granted.get(person.id, ()):
            if credential in accepted:
                holders[credential].append(index)
    return Roster(facts.people, {credential: _mask(members) for credential, members in holders.items()})


def _granted(facts: Facts, on: date) -> Mapping[str, list[str]]:
    granted: defaultdict[str, list[str]] = defaultdict(list)
    for override in facts.overrides:
        if isinstance(override, CredentialOverride) and override.in_force(on):
            granted[override.person].append(override.credential)
    return granted


def _mask(members: list[int]) -> int:
    """A set from its members, in one pass: adding bits one at a time would copy the whole number each time."""
    bits = bytearray(max(members) // 8 + 1)
    for member in members:
        bits[member // 8] |= 1 << member % 8
    return int.from_bytes(bits, "little")
