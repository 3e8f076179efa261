"""Facts that came together from one file: recorded as one batch, and withdrawn as one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from domain.facts import Achievement, AchievementState, Facts, Person


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of a file's rows. `waiting` ones wait for the holder of their profile."""

    rows: int = 0
    new: int = 0
    known: int = 0
    confirmed: int = 0
    waiting: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """A file that was taken over: its name, the SHA-256 of its bytes in hexadecimal, and its rows counted."""

    id: str
    file: str
    sha256: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Confirmation:
    """An achievement that the vendor shows: what it was before, and when it expires now and did before."""

    person: str
    achievement: str
    expires: date | None
    was: AchievementState
    expired: date | None


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """What a file brought: people with all that is known of them, and achievements and profiles of people on record.

    Every fact that is new carries its own id. Profiles and achievements stand behind the id of their person.
    """

    batch: Batch
    people: tuple[Person, ...] = ()
    achievements: tuple[tuple[str, Achievement], ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawBatch:
    """What a file brought and never was true.

    `people` are no longer on record at all; `achievements` and `profiles`, theirs too, stand behind the id of their
    person, and `confirmations` are as they were.
    """

    batch: str
    people: tuple[str, ...] = ()
    achievements: tuple[tuple[str, str], ...] = ()
    profiles: tuple[tuple[str, str], ...] = ()
    confirmations: tuple[Confirmation, ...] = ()


def with_batch(facts: Facts, change: ImportBatch) -> Facts:
    """The facts with everything that a file brought."""
    confirmed = {c.achievement: confirmed_as(c) for c in change.confirmations}
    profiles = dict(change.profiles)
    more: dict[str, list[Achievement]] = {}
    for person, achievement in change.achievements:
        more.setdefault(person, []).append(achievement)
    touched = {c.person for c in change.confirmations} | profiles.keys() | more.keys()
    people = (
        replace(
            person,
            achievements=(*_marked(person.achievements, confirmed), *more.get(person.id, ())),
            profile=profiles.get(person.id, person.profile),
        )
        if person.id in touched
        else person
        for person in facts.people
    )
    return replace(facts, people=(*people, *change.people))


def without_batch(facts: Facts, change: WithdrawBatch) -> Facts:
    """The facts as if a file had never been read."""
    gone, withdrawn = frozenset(change.people), {achievement for _, achievement in change.achievements}
    released = dict(change.profiles)
    restored = {c.achievement: (c.was, c.expired) for c in change.confirmations}
    touched = {person for person, _ in change.achievements} | {c.person for c in change.confirmations} | {*released}
    people = (
        replace(
            person,
            achievements=_marked((a for a in person.achievements if a.id not in withdrawn), restored),
            profile=None if released.get(person.id) == person.profile else person.profile,
        )
        if person.id in touched
        else person
        for person in facts.people
        if person.id not in gone
    )
    return replace(facts, people=tuple(people))


def confirmed_as(found: Confirmation) -> tuple[AchievementState, date | None]:
    """What a confirmation makes of an achievement: its state, and when it expires."""
    return "confirmed", found.expires


def _marked(
    held: Iterable[Achievement], states: dict[str, tuple[AchievementState, date | None]]
) -> tuple[Achievement, ...]:
    return tuple(_mark(a, *states[a.id]) if a.id is not None and a.id in states else a for a in held)


def _mark(achievement: Achievement, state: AchievementState, expires: date | None) -> Achievement:
    return replace(achievement, state=state, expires=expires)


def withdrawal(facts: Facts, brought: WithdrawBatch, elsewhere: frozenset[str] = frozenset()) -> WithdrawBatch:
    """What is to be withdrawn of all that a file brought, now that other facts may rest on some of it.

    A person whom the file put on record stays while they hold anything else, or an override speaks of them. Of people
    who count for another organisation by now, `elsewhere`, everything stays: it counts there.
    """
    people = {person.id: person for person in facts.people if person.id not in elsewhere}
    ours = {achievement for _, achievement in brought.achievements}
    lent = {person for override in facts.overrides if (person := getattr(override, "person", None)) is not None}
    gone = frozenset(
        id_
        for id_ in brought.people
        if id_ in people and id_ not in lent and all(a.id in ours for a in people[id_].achievements)
    )
    kept = {a.id: a for person in people.values() for a in person.achievements}
    return WithdrawBatch(
        brought.batch,
        tuple(id_ for id_ in brought.people if id_ in gone),
        tuple(pair for pair in brought.achievements if pair[1] in kept),
        tuple(pair for pair in brought.profiles if _has(people.get(pair[0]), pair[1])),
        tuple(c for c in brought.confirmations if _still_confirmed(kept.get(c.achievement), c)),
    )


def _has(person: Person | None, profile: str) -> bool:
    return person is not None and person.profile == profile


def _still_confirmed(achievement: Achievement | None, found: Confirmation) -> bool:
    return achievement is not None and (achievement.state, achievement.expires) == confirmed_as(found)
