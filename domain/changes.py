"""Changes to an organisation's facts: what happened, as data, and what the facts are afterwards.

The shell records a change in the database; `apply` is the same change on the facts in memory, so that an answer can
show what it did before anything is read again. Facts are ended (true until then) or withdrawn (never true); nothing
is overwritten.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from domain.batches import ImportBatch, WithdrawBatch, with_batch, without_batch
from domain.buying import Deed, PlaceOrder, SetMembership, SettleOrder, WithdrawMembership, dealt
from domain.claims import AskHolder, Crossing, Join, ReleaseProfile, SettleClaim, crossed
from domain.corrections import Correction, WithdrawAssociation, WithdrawFigure, WithdrawFlag, corrected, is_there
from domain.dates import Month
from domain.departures import CallOff, Depart, Departure, Rejoin, Return, moved
from domain.enrolments import Enrol, Enrolling, LeaveProgramme, taking_part
from domain.facts import Achievement, Association, Facts, Override, Person
from domain.requirements import Market


@dataclass(frozen=True, slots=True)
class AddPerson:
    """Somebody is on record from now on; `association` says since when they count for the organisation."""

    person: str
    name: str
    association: Association


@dataclass(frozen=True, slots=True)
class ClaimProfile:
    """A person says which certification account at the vendor is theirs."""

    person: str
    profile: str


@dataclass(frozen=True, slots=True)
class Link:
    """A person's achievement is recorded."""

    person: str
    achievement: Achievement


@dataclass(frozen=True, slots=True)
class Unlink:
    """An achievement is withdrawn: it never was one, and counts on no date."""

    person: str
    achievement: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EndAchievement:
    """An achievement was true until a day, and no longer."""

    person: str
    achievement: str
    on: date


@dataclass(frozen=True, slots=True)
class Rename:
    """A person goes by another name."""

    person: str
    name: str


@dataclass(frozen=True, slots=True)
class GrantOverride:
    """A vendor's override is recorded."""

    override: Override


@dataclass(frozen=True, slots=True)
class EndOverride:
    """An override ends earlier than it was granted for."""

    override: str
    on: date


@dataclass(frozen=True, slots=True)
class WithdrawOverride:
    """An override never was one: it counts on no date."""

    override: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SetMarket:
    """The market by whose thresholds the company is measured."""

    market: Market


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A month's value of a metric; a later report of the same month replaces the earlier one and keeps it on record."""

    metric: str
    month: Month
    value: Decimal


@dataclass(frozen=True, slots=True)
class SetFlag:
    """A status that the vendor granted or withheld; `until` is its first day without where it is granted for a time."""

    name: str
    value: bool
    until: date | None = None


Change: TypeAlias = (
    AddPerson
    | ClaimProfile
    | Link
    | Unlink
    | EndAchievement
    | Departure
    | Rename
    | Crossing
    | GrantOverride
    | EndOverride
    | WithdrawOverride
    | Deed
    | SetMarket
    | ReportFigure
    | SetFlag
    | Correction
    | ImportBatch
    | WithdrawBatch
    | Enrolling
)
PersonalChange: TypeAlias = ClaimProfile | Link | Unlink | EndAchievement | Departure | Rename


class ProfileTakenError(ValueError):
    """The certification profile belongs to somebody else; nobody takes over a profile by typing its id."""


class AlreadyOnRecordError(ValueError):
    """A person is added who is on record already."""


class NoSuchFactError(LookupError):
    """A change speaks of a person, achievement or override that is not on record."""


def apply(facts: Facts, change: Change) -> Facts:
    """The facts after a change.

    Raises NoSuchFactError where the change speaks of something that is not there, AlreadyOnRecordError where it
    adds somebody twice, and ProfileTakenError where a profile is a colleague's.
    """
    if isinstance(change, PersonalChange):
        return _with_personal(facts, change)
    match change:
        case AddPerson() if any(person.id == change.person for person in facts.people):
            raise AlreadyOnRecordError(change.person)
        case AddPerson():
            return replace(facts, people=(*facts.people, Person(change.person, (), (change.association,), change.name)))
        case AskHolder() | SettleClaim() | ReleaseProfile() | Join():
            return _crossed(facts, change)
        case GrantOverride() | EndOverride() | WithdrawOverride():
            return _overridden(facts, change)
        case ImportBatch() | WithdrawBatch():
            return _with_file(facts, change)
        case _:
            return _with_company(facts, change)


def _with_personal(facts: Facts, change: PersonalChange) -> Facts:
    if isinstance(change, ClaimProfile):
        others = (person for person in facts.people if person.id != change.person)
        if any(person.profile == change.profile for person in others):
            raise ProfileTakenError(change.profile)
    return _with_person(facts, change.person, lambda person: _changed(person, change))


def _crossed(facts: Facts, change: Crossing) -> Facts:
    try:
        return crossed(facts, change)
    except LookupError as error:
        raise NoSuchFactError(str(error)) from error


def _with_file(facts: Facts, change: ImportBatch | WithdrawBatch) -> Facts:
    if isinstance(change, WithdrawBatch):
        return without_batch(facts, change)
    _check_batch(facts, change)
    return with_batch(facts, change)


def _check_batch(facts: Facts, change: ImportBatch) -> None:
    known = {person.id: person.profile for person in facts.people}
    new = {person.id: person.profile for person in change.people}
    for person in known.keys() & new.keys():
        raise AlreadyOnRecordError(person)
    spoken = {p for p, _ in change.achievements} | {p for p, _ in change.profiles}
    for person in (spoken | {c.person for c in change.confirmations}) - known.keys():
        raise NoSuchFactError(person)
    profiles = Counter(profile for profile in (known | new | dict(change.profiles)).values() if profile is not None)
    for profile, holders in profiles.most_common(1):
        if holders > 1:
            raise ProfileTakenError(profile)


def _with_deed(facts: Facts, change: Deed) -> Facts:
    if isinstance(change, WithdrawMembership) and facts.membership is None:
        raise NoSuchFactError("membership")
    if isinstance(change, SettleOrder) and all(order.id != change.order for order in facts.orders):
        raise NoSuchFactError(change.order)
    return dealt(facts, change)


def _with_company(facts: Facts, change: Deed | SetMarket | ReportFigure | SetFlag | Correction | Enrolling) -> Facts:
    match change:
        case LeaveProgramme() if change.programme not in facts.elsewhere:
            raise NoSuchFactError(change.programme)
        case Enrol() | LeaveProgramme():
            return taking_part(facts, change)
        case SetMembership() | WithdrawMembership() | PlaceOrder() | SettleOrder():
            return _with_deed(facts, change)
        case SetMarket():
            return replace(facts, market=change.market)
        case ReportFigure():
            return replace(facts, figures=_reported(facts.figures, change))
        case SetFlag():
            return facts.with_flag(change.name, change.until, value=change.value)
        case WithdrawFigure() | WithdrawFlag() | WithdrawAssociation() if not is_there(facts, change):
            raise NoSuchFactError(change)
        case WithdrawFigure() | WithdrawFlag() | WithdrawAssociation():
            return corrected(facts, change)


def _with_person(facts: Facts, person: str, update: Callable[[Person], Person]) -> Facts:
    place = facts.place_of.get(person)
    if place is None:
        raise NoSuchFactError(person)
    return facts.with_person(place, update(facts.people[place]))


def _changed(person: Person, change: PersonalChange) -> Person:
    match change:
        case ClaimProfile():
            return replace(person, profile=change.profile)
        case Link():
            return replace(person, achievements=(*person.achievements, change.achievement))
        case Unlink():
            _achievement(person, change.achievement)
            kept = tuple(a for a in person.achievements if a.id != change.achievement)
            return replace(person, achievements=kept)
        case EndAchievement():
            _achievement(person, change.achievement)
            ended = (replace(a, ended_on=change.on) if a.id == change.achievement else a for a in person.achievements)
            return replace(person, achievements=tuple(ended))
        case Rename():
            return replace(person, name=change.name)
        case Depart() | Return() | CallOff() | Rejoin():
            return moved(person, change)


def _achievement(person: Person, achievement: str) -> None:
    if all(known.id != achievement for known in person.achievements):
        raise NoSuchFactError(achievement)


def _overridden(facts: Facts, change: GrantOverride | EndOverride | WithdrawOverride) -> Facts:
    if isinstance(change, GrantOverride):
        return replace(facts, overrides=(*facts.overrides, change.override))
    gone = (change.override,) if isinstance(change, WithdrawOverride) else ()
    return replace(facts, overrides=tuple(_without(facts.overrides, change)), withdrawn=(*facts.withdrawn, *gone))


def _without(overrides: tuple[Override, ...], change: EndOverride | WithdrawOverride) -> Iterator[Override]:
    if all(override.id != change.override for override in overrides):
        raise NoSuchFactError(change.override)
    for override in overrides:
        if override.id != change.override:
            yield override
        elif isinstance(change, EndOverride):
            yield replace(override, until=min(override.until, change.on))


def _reported(
    figures: Mapping[str, Mapping[Month, Decimal]], change: ReportFigure
) -> Mapping[str, Mapping[Month, Decimal]]:
    return {**figures, change.metric: {**figures.get(change.metric, {}), change.month: change.value}}
