"""What the vendor's last export says beside what is on record, and what would hold if only that counted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from domain.facts import Achievement, Facts, Person
from domain.programme import Programme
from domain.seen import SeenExport
from domain.standing import competency_standing

DifferenceKind: TypeAlias = Literal["gone", "claimed", "only_there"]
KINDS: tuple[DifferenceKind, ...] = ("gone", "claimed", "only_there")


@dataclass(frozen=True, slots=True)
class Difference:
    """An achievement on which the vendor and the record differ.

    `gone` was confirmed once and is not in the export that was read last; `claimed` is what somebody says and no export
    shows; `only_there` is shown there and not on record, since it was withdrawn here or the import was.
    """

    kind: DifferenceKind
    person: str
    credential: str
    earned: date
    expires: date | None = None

    @property
    def key(self) -> tuple[int, str, str, str]:
        """Its place among all, whatever comes and goes beside it."""
        return KINDS.index(self.kind), self.person, self.credential, self.earned.isoformat()


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What an export says beside the record: how many achievements agree, and the differences in a fixed order.

    `outside` are confirmed ones that are older than anything in the export, which says nothing of them.
    """

    seen: SeenExport
    agreeing: int
    outside: int
    differences: tuple[Difference, ...]

    def count(self, kind: DifferenceKind) -> int:
        """How many differences of a kind there are."""
        return sum(each.kind == kind for each in self.differences)


def reconciled(facts: Facts, seen: SeenExport) -> Reconciled:
    """Compare the record with an export. Only people who are on record are compared."""
    held = {(p.id, a.credential, a.earned): a for p in facts.people for a in p.achievements}
    found = [Difference(_kind(a), *key, a.expires) for key, a in held.items() if _differs(key, a, seen)]
    there = (row for key, row in seen.shown.items() if key not in held and row.person in facts.place_of)
    found += [Difference("only_there", row.person, row.credential, row.earned, row.expires) for row in there]
    outside = sum(_outside(a, seen) and key not in seen.shown for key, a in held.items())
    agreeing = sum(key in seen.shown for key in held)
    return Reconciled(seen, agreeing, outside, tuple(sorted(found, key=lambda each: each.key)))


def only_shown(facts: Facts, seen: SeenExport) -> Facts:
    """The facts if only what the vendor shows counted, with what lies outside of its export."""
    people = (replace(p, achievements=tuple(_kept(p, seen))) for p in facts.people)
    return replace(facts, people=tuple(people))


def turned(
    programme: Programme, facts: Facts, on: date, named_by: Mapping[str, frozenset[str]], difference: Difference
) -> tuple[tuple[str, str], ...]:
    """The levels, with their competencies, that would fall or rise if the record agreed on one achievement.

    `named_by` says which competencies name a credential.
    """
    place = facts.place_of[difference.person]
    person = facts.people[place]
    after = facts.with_person(place, _agreeing(person, difference))
    found = []
    for competency in sorted(named_by.get(difference.credential, ())):
        was = competency_standing(programme, facts, on, competency).levels
        now = competency_standing(programme, after, on, competency).levels
        found += [(competency, level) for level in was if was[level].status is not now[level].status]
    return tuple(found)


def _agreeing(person: Person, difference: Difference) -> Person:
    about = difference.credential, difference.earned
    if difference.kind == "only_there":
        added = Achievement(*about, difference.expires, state="confirmed")
        return replace(person, achievements=(*person.achievements, added))
    kept = (a for a in person.achievements if (a.credential, a.earned) != about)
    return replace(person, achievements=tuple(kept))


def _differs(key: tuple[str, str, date], achievement: Achievement, seen: SeenExport) -> bool:
    return key not in seen.shown and not _outside(achievement, seen)


def _kind(achievement: Achievement) -> DifferenceKind:
    return "gone" if achievement.state == "confirmed" else "claimed"


def _outside(achievement: Achievement, seen: SeenExport) -> bool:
    older = seen.begins is not None and achievement.earned < seen.begins
    return achievement.state == "confirmed" and older


def _kept(person: Person, seen: SeenExport) -> Iterator[Achievement]:
    for achievement in person.achievements:
        key = person.id, achievement.credential, achievement.earned
        if not _differs(key, achievement, seen):
            yield achievement
