"""What is recorded about one organisation. Every fact has its dates: starts are inclusive, ends exclusive."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Literal, TypeAlias

from domain.dates import Month
from domain.holders import Holders
from domain.requirements import Market
from domain.score_memory import ScoreMemory

HowBegun: TypeAlias = Literal["bought", "renewed", "upgraded"]
AchievementState: TypeAlias = Literal["claimed", "confirmed", "missing"]


@dataclass(frozen=True, slots=True)
class Achievement:
    """A credential that a person earned. It counts from `earned` until the day before `expires`.

    `ended_on` is set when the person ended it: it was true until then. A withdrawn one never reaches the facts.
    """

    credential: str
    earned: date
    expires: date | None = None
    id: str | None = None
    state: AchievementState = "claimed"
    evidence: str | None = None
    recorded_by: str | None = None
    ended_on: date | None = None

    @property
    def until(self) -> date | None:
        """The first day on which it no longer counts, by expiry or by its recorded end."""
        if self.expires is None or self.ended_on is None:
            return self.expires or self.ended_on
        return min(self.expires, self.ended_on)

    def counts_on(self, day: date) -> bool:
        """Whether it is earned, unexpired and not ended on that day."""
        if day < self.earned or (self.expires is not None and day >= self.expires):
            return False
        return self.ended_on is None or day < self.ended_on


@dataclass(frozen=True, slots=True)
class Association:
    """The period in which a person's profile counts for the organisation.

    A `provisional` end is a deactivated account's: `noticed` is when that was heard of (business time, UTC), and
    `announced` the end that was on record before. `on_leave`: it goes on although the account is deactivated.
    """

    since: date
    until: date | None = None
    provisional: bool = False
    id: str | None = None
    announced: date | None = None
    on_leave: bool = False
    noticed: datetime | None = None

    def covers(self, day: date) -> bool:
        """Whether the profile counts for the organisation on that day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Person:
    """A person on record. `associations` is None for somebody who is associated for good.

    `profile` is the id of their certification account at the vendor; one person has one profile. Of somebody who is
    `forgotten` only what they counted for is kept.
    """

    id: str
    achievements: tuple[Achievement, ...] = ()
    associations: tuple[Association, ...] | None = None
    name: str | None = None
    profile: str | None = None
    forgotten: bool = False

    def associated_on(self, day: date) -> bool:
        """Whether this person's profile counts for the organisation on that day."""
        return self.associations is None or any(a.covers(day) for a in self.associations)


@dataclass(frozen=True, slots=True)
class Grant:
    """What is known of an override beside its effect: who granted and recorded it, why, under which ticket, when."""

    granted_by: str | None = None
    reason: str | None = None
    ticket: str | None = None
    recorded_by: str | None = None
    recorded_on: date | None = None


@dataclass(frozen=True, slots=True)
class LevelOverride:
    """A vendor's statement that a level of a competency counts as met for a time."""

    competency: str
    level: str
    since: date
    until: date
    id: str | None = None
    grant: Grant = field(default_factory=Grant)

    def in_force(self, day: date) -> bool:
        """Whether it has effect on that day; `until` is its first day without."""
        return self.since <= day < self.until


@dataclass(frozen=True, slots=True)
class CredentialOverride:
    """A vendor's statement that a person's credential counts for a time, like an achievement."""

    person: str
    credential: str
    since: date
    until: date
    id: str | None = None
    grant: Grant = field(default_factory=Grant)

    def in_force(self, day: date) -> bool:
        """Whether it has effect on that day; `until` is its first day without."""
        return self.since <= day < self.until


Override: TypeAlias = LevelOverride | CredentialOverride


@dataclass(frozen=True, slots=True)
class Membership:
    """The level that was bought, from the purchase to the anniversary.

    A renewal or an upgrade begins another one; `ended_on` is the day on which that took its place.
    """

    level: str
    purchased: date
    anniversary: date
    how: HowBegun = "bought"
    ended_on: date | None = None
    id: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Order:
    """A membership that was ordered on a day; paid or cancelled on another, or still open."""

    level: str
    ordered: date
    paid_on: date | None = None
    cancelled_on: date | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """That a person says a profile is theirs which somebody else holds, here or in another organisation.

    It waits for the holder's word until the day before `until`. `outcome` is that word: given up, or kept.
    """

    id: str
    profile: str
    person: str
    holder: str
    asked: date
    until: date
    outcome: str | None = None
    settled_on: date | None = None

    def waits_on(self, day: date) -> bool:
        """Whether it waits for the holder on a day."""
        return self.outcome is None and day < self.until


@dataclass(frozen=True)
class Facts:
    """Everything recorded about one organisation in one programme; the input of every answer.

    `flag_ends` holds, for a status that was granted for a time, the first day on which it no longer holds.
    `elsewhere` holds the facts in further programmes, by programme, without people and claims: these are the same.
    `former` holds those in programmes in which the organisation takes part no more, and counts for nothing.
    `withdrawn` are the ids of overrides that never were: they count for nothing, and keep their numbers.
    """

    market: Market
    people: tuple[Person, ...] = ()
    figures: Mapping[str, Mapping[Month, Decimal]] = field(default_factory=dict)
    flags: Mapping[str, bool] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()
    membership: Membership | None = None
    flag_ends: Mapping[str, date] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    earlier_memberships: tuple[Membership, ...] = ()
    orders: tuple[Order, ...] = ()
    elsewhere: Mapping[str, "Facts"] = field(default_factory=dict)
    former: Mapping[str, "Facts"] = field(default_factory=dict)
    withdrawn: tuple[str, ...] = ()

    @property
    def is_one_of_several(self) -> bool:
        """Whether the organisation takes part, or took part, in another programme too."""
        return bool(self.elsewhere or self.former)

    @cached_property
    def place_of(self) -> Mapping[str, int]:
        """Where each person stands in `people`."""
        return {person.id: place for place, person in enumerate(self.people)}

    @cached_property
    def holders(self) -> Holders:
        """Who earned what, by credential and day."""
        return Holders(self.people)

    @cached_property
    def score_memory(self) -> ScoreMemory:
        """What was worked out of scores."""
        return ScoreMemory()

    def with_person(self, place: int, person: Person) -> "Facts":
        """The facts after one person changed, with what is known of the others."""
        people = (*self.people[:place], person, *self.people[place + 1 :])
        after = replace(self, people=people)
        # What a cached property would work out again is handed on: the places are the same, the index nearly.
        vars(after).update(place_of=self.place_of, holders=self.holders.with_person(place, person, people))
        return after

    @cached_property
    def _turned(self) -> dict[str, "Facts"]:
        return {}

    def in_programme(self, programme: str, here: str) -> "Facts":
        """The facts in another programme than `here`; where nothing is recorded in it, of the same market."""
        if programme not in self._turned:
            there = self.elsewhere.get(programme) or Facts(self.market)
            others = {name: facts for name, facts in self.elsewhere.items() if name != programme}
            others = {here: replace(self, people=(), claims=(), elsewhere={}, former={}), **others}
            found = replace(there, people=self.people, claims=self.claims, elsewhere=others, former=self.former)
            vars(found).update({known: vars(self)[known] for known in ("place_of", "holders") if known in vars(self)})
            self._turned[programme] = found
        return self._turned[programme]

    def with_figures(self, figures: Mapping[str, Mapping[Month, Decimal]]) -> "Facts":
        """The facts with other figures, with what is known of the people."""
        after = replace(self, figures=figures)
        vars(after).update(place_of=self.place_of, holders=self.holders)
        return after

    def apart(self) -> "Facts":
        """The same facts, for a walk over many days whose sets of people are not to be kept with these."""
        after = replace(self)
        vars(after).update(place_of=self.place_of, holders=self.holders.apart())
        return after

    def with_flag(self, name: str, until: date | None, *, value: bool) -> "Facts":
        """The facts after a status was granted or withheld, for a time where `until` is its first day without."""
        ends = {known: end for known, end in self.flag_ends.items() if known != name}
        ends |= {} if until is None else {name: until}
        return replace(self, flags={**self.flags, name: value}, flag_ends=ends)

    @cached_property
    def alone(self) -> "Facts":
        """The facts alone: everything but what the vendor's overrides add for a time."""
        if not self.overrides:
            return self
        bare = replace(self, overrides=())
        vars(bare).update(place_of=self.place_of, holders=self.holders)
        return bare
