"""Who earned what, indexed by credential: sets of people on any day, where bit i stands for the i-th person.

The index is made once for a company's people. After a change of one person only their own bits are looked at again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from domain.facts import Person

Span: TypeAlias = tuple[date, date | None]
"""The first day of an association, and the first day after it."""
Held: TypeAlias = tuple[int, date, date | None]
"""The place of somebody among the people, the day from which their achievement counts, and the first without it."""
ZERO, ONE = b"01"


class Holders:
    """The sets of a company's people by credential and day. Each is made when it is first asked for, and kept."""

    def __init__(self, people: Sequence["Person"], held: Mapping[str, Sequence[Held]] | None = None) -> None:
        self._people = people
        self._held = _indexed(people) if held is None else held
        self._counting: dict[tuple[str, date], int] = {}
        self._associated: dict[date, int] = {}
        self._spans: dict[int, Sequence[Span]] = {}

    def counting(self, credential: str, on: date) -> int:
        """Those whose achievement is earned, unexpired and not ended on that day, associated or not."""
        key = (credential, on)
        if key not in self._counting:
            self._counting[key] = self._on(credential, on)
        return self._counting[key]

    def counted(self, credential: str, since: date, until: date) -> int:
        """Those whose achievement is earned, unexpired and not ended on any day from one to another."""
        members = bytearray(b"0") * len(self._people)
        for place, earned, end in self._held.get(credential, ()):
            if earned <= until and (end is None or since < end):
                members[place] = ONE
        return as_set(members)

    def associated(self, on: date) -> int:
        """Those whose profile counts for the organisation on that day."""
        if on not in self._associated:
            self._associated[on] = self._associated_on(on)
        return self._associated[on]

    def places(self, credentials: Iterable[str]) -> list[int]:
        """The places of everybody who ever earned one of some credentials, in order."""
        return sorted({place for credential in credentials for place, _, _ in self._held.get(credential, ())})

    def apart(self) -> "Holders":
        """The same index with nothing worked out yet, for many days that nobody asks for again."""
        other = Holders(self._people, self._held)
        other._spans = self._spans
        return other

    def with_person(self, place: int, person: "Person", people: Sequence["Person"]) -> "Holders":
        """The index after one person changed; `people` are all of them as they are then."""
        bit = 1 << place
        changed = set(_entries(place, self._people[place])) ^ set(_entries(place, person))
        touched = {credential for credential, _ in changed}
        held = dict(self._held)
        for credential in touched:
            held[credential] = [entry for entry in held.get(credential, ()) if entry[0] != place]
        for credential, entry in _entries(place, person):
            if credential in touched:
                held[credential] = [*held[credential], entry]
        after = Holders(people, held)
        after._counting = {key: members for key, members in self._counting.items() if key[0] not in touched}
        after._associated = {
            day: members | bit if person.associated_on(day) else members & ~bit
            for day, members in self._associated.items()
        }
        return after

    def _on(self, credential: str, on: date) -> int:
        members = bytearray(b"0") * len(self._people)
        for place, earned, until in self._held.get(credential, ()):
            if earned <= on and (until is None or on < until):
                members[place] = ONE
        return as_set(members)

    def _associated_on(self, on: date) -> int:
        members = bytearray(b"1") * len(self._people)
        self._spans = self._spans or dict(_spans(self._people))
        for place, spans in self._spans.items():
            for since, until in spans:
                if since <= on and (until is None or on < until):
                    break
            else:
                members[place] = ZERO
        return as_set(members)


def _indexed(people: Sequence["Person"]) -> Mapping[str, Sequence[Held]]:
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for place, person in enumerate(people):
        for held in person.achievements:
            # Most never end early: the look at one field is cheaper here than the property that weighs both.
            until = held.expires if held.ended_on is None else held.until
            found[held.credential].append((place, held.earned, until))
    return found


def _spans(people: Sequence["Person"]) -> Iterator[tuple[int, Sequence[Span]]]:
    """When those are associated who are not for good."""
    for place, person in enumerate(people):
        if person.associations is not None:
            yield place, [(each.since, each.until) for each in person.associations]


def _entries(place: int, person: "Person") -> Iterator[tuple[str, Held]]:
    return ((held.credential, (place, held.earned, held.until)) for held in person.achievements)


def as_set(members: bytearray) -> int:
    """A set from a digit for each person, the first person's first; adding bits one by one would copy all each time."""
    return int(members[::-1] or b"0", 2)
