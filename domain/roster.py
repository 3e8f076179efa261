"""Who holds what on a date, as sets of people: bit i of a set stands for the i-th person of the facts."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import and_, or_

from domain.facts import CredentialOverride, Facts
from domain.programme import Programme
from domain.requirements import EachOf, Holds, OneOf, PersonExpression


class Roster:
    """The holders of every credential that counts on a day: earned, unexpired, accepted, the holder associated.

    Each set is made when it is first asked for; one competency asks for few of them. With `since` they are all whose
    credential counted on any day from then on, whether they were associated or not.
    """

    def __init__(self, programme: Programme, facts: Facts, on: date, since: date | None = None) -> None:
        self._programme = programme
        self._facts = facts
        self._on = on
        self._since = since or on
        self._holders: dict[str, int] = {}
        self._left_out = 0

    def holders(self, credential: str) -> int:
        """The set of people whose credential counts."""
        if credential not in self._holders:
            self._holders[credential] = self._counting(credential) & ~self._left_out
        return self._holders[credential]

    def without(self, members: int) -> "Roster":
        """The same without some people."""
        others = Roster(self._programme, self._facts, self._on, self._since)
        others._left_out = members
        return others

    def satisfying(self, expression: PersonExpression) -> int:
        """The set of people who satisfy a person-level expression."""
        match expression:
            case Holds(credential):
                return self.holders(credential) if expression.accepted_on(self._since) else 0
            case EachOf(parts):
                return reduce(and_, map(self.satisfying, parts))
            case OneOf(parts):
                return reduce(or_, map(self.satisfying, parts))

    def held_by(self, person: str) -> tuple[str, ...]:
        """The credentials of one person that count on the day."""
        bit = 1 << self._facts.place_of[person]
        return tuple(credential for credential in self._programme.credentials if self.holders(credential) & bit)

    def ids(self, members: int) -> tuple[str, ...]:
        """The persons of a set, in the order of the facts."""
        backwards = reversed(f"{members:b}")
        return tuple(self._facts.people[place].id for place, bit in enumerate(backwards) if bit == "1")

    def _counting(self, credential: str) -> int:
        if not self._programme.credentials[credential].accepted_on(self._since):
            return 0
        holders = self._facts.holders
        granted = reduce(or_, (1 << place for place in self._granted(credential)), 0)
        if self._since != self._on:
            return holders.counted(credential, self._since, self._on) | granted
        return (holders.counting(credential, self._on) | granted) & holders.associated(self._on)

    def _granted(self, credential: str) -> Iterable[int]:
        granted = (o for o in self._facts.overrides if isinstance(o, CredentialOverride) and o.credential == credential)
        in_force = (override for override in granted if override.since <= self._on and self._since < override.until)
        return (self._facts.place_of[override.person] for override in in_force)
