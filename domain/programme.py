"""A partner programme: its levels, competencies with dated rules, credentials and metrics."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from domain.association_rules import AssociationRule, association_on
from domain.branches import Branch, branches
from domain.membership_rules import Benefits, MembershipRule, PlaceName, in_force
from domain.points import Score, ScoreWindow
from domain.requirements import (
    Flag,
    Holds,
    LevelHeld,
    Requirement,
    Threshold,
    Window,
    conditions_asked,
    holdings_asked,
    leaves,
)

CredentialKind: TypeAlias = Literal["exam", "certification", "assessment"]
MetricKind: TypeAlias = Literal["flow", "stock"]
TermName: TypeAlias = Literal["competency", "competencies"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule or a value was published; its title in every language."""

    id: str
    title: Mapping[str, str]
    reference: str


@dataclass(frozen=True, slots=True)
class Credential:
    """An exam, certification or assessment that the programme names.

    `accepted_until` is the last day on which it counts, which may lie after `retires`; None: as long as it is listed.
    A `third_party` one is issued by somebody other than the vendor. `source` is where its dates were published.
    `valid_months` is how long it holds before it expires, None where it does not or no source says; it can be renewed
    from `renewal_opens_months` before, and then holds for so long after its old expiry.
    """

    id: str
    title: str
    kind: CredentialKind
    available_from: date | None = None
    register_until: date | None = None
    retires: date | None = None
    accepted_until: date | None = None
    replaced_by: str | None = None
    source: str | None = None
    third_party: bool = False
    valid_months: int | None = None
    renewal_opens_months: int | None = None

    def accepted_on(self, day: date) -> bool:
        """Whether the programme still counts this credential on that day."""
        return self.accepted_until is None or day <= self.accepted_until

    def obtainable_on(self, day: date) -> bool:
        """Whether somebody could still earn it on that day."""
        ends = [end for end in (self.register_until, self.retires) if end is not None]
        return all(day <= end for end in ends)


@dataclass(frozen=True, slots=True)
class Metric:
    """How monthly values are read: a flow is summed, of a stock the last value counts."""

    id: str
    name: Mapping[str, str]
    kind: MetricKind
    unit: str


@dataclass(frozen=True)
class Option:
    """One way to earn levels. A level that this version does not define is absent."""

    id: str
    name: Mapping[str, str]
    levels: Mapping[str, Requirement]

    @cached_property
    def branches(self) -> Mapping[str, tuple[Branch, ...]]:
        """Per level the branches of which one is enough."""
        return {level: branches(requirement) for level, requirement in self.levels.items()}


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """The rules of a competency from a date until the next version's date.

    `renewals_from` is the first day for those who were members already when the version came: they renew, and may do so
    under the rules before it until then. `note` says in every language how the source was read.
    """

    since: date
    source: str
    checked_on: date
    options: tuple[Option, ...]
    note: Mapping[str, str] | None = None
    renewals_from: date | None = None

    def begins(self, member_since: date | None = None) -> date:
        """Its first day for a member since a day (None: no member), who renews if that day lies before the version."""
        renews = member_since is not None and member_since < self.since
        return self.renewals_from if renews and self.renewals_from is not None else self.since

    @property
    def levels(self) -> frozenset[str]:
        """The levels that at least one option defines."""
        return frozenset(level for option in self.options for level in option.levels)


@dataclass(frozen=True, slots=True)
class Competency:
    """A field in which a level is earned, with its versions in the order of their dates.

    `area_inferred` says that no source puts it into this area. `successors` are names of the programme that followed.
    """

    id: str
    name: Mapping[str, str]
    area: str
    versions: tuple[RuleVersion, ...]
    abbreviations: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    area_inferred: bool = False

    @property
    def requirements(self) -> Iterator[Requirement]:
        """What each level asks for, in every version and option."""
        options = (option for version in self.versions for option in version.options)
        return (requirement for option in options for requirement in option.levels.values())

    @property
    def holdings_asked(self) -> frozenset[Holds]:
        """Every place for a credential in any version of the rules."""
        return frozenset(holds for requirement in self.requirements for holds in holdings_asked(requirement))

    @property
    def levels_asked(self) -> frozenset[LevelHeld]:
        """The levels of other competencies that some version of the rules asks for."""
        asked = (leaf for requirement in self.requirements for leaf in leaves(requirement))
        return frozenset(leaf for leaf in asked if isinstance(leaf, LevelHeld))

    @property
    def score_windows(self) -> frozenset[ScoreWindow]:
        """The windows in which some version of the rules asks for a score."""
        asked = (leaf for requirement in self.requirements for leaf in leaves(requirement))
        return frozenset(leaf.window for leaf in asked if isinstance(leaf, Score) and leaf.window is not None)

    def version_on(self, day: date, member_since: date | None = None) -> RuleVersion:
        """The version in force on that day for a member since a day (None: no member); before the first, the first."""
        in_force = [version for version in self.versions if version.begins(member_since) <= day]
        return in_force[-1] if in_force else self.versions[0]


@dataclass(frozen=True, slots=True)
class Area:
    """A competency centre that groups competencies."""

    id: str
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProgrammeEnd:
    """When a programme's rules ended, and the programme that came after, by its id and its name per language."""

    last_renewal: date
    successor: str
    source: str
    successor_name: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Programme:
    """All that the catalogue says about one programme. `levels` are ordered from the lowest.

    `terms` is what the programme calls one of its competencies, and several, where it has another word for them.
    """

    id: str
    name: Mapping[str, str]
    levels: Mapping[str, Mapping[str, str]]
    areas: tuple[Area, ...]
    competencies: Mapping[str, Competency]
    credentials: Mapping[str, Credential]
    metrics: Mapping[str, Metric]
    sources: Mapping[str, Source]
    end: ProgrammeEnd | None = None
    revision: str = field(default="")
    membership: tuple[MembershipRule, ...] = ()
    benefits: tuple[Benefits, ...] = ()
    places: Mapping[PlaceName, Mapping[str, str]] = field(default_factory=dict)
    terms: Mapping[TermName, Mapping[str, str]] = field(default_factory=dict)
    associations: tuple[AssociationRule, ...] = ()

    def membership_on(self, day: date) -> MembershipRule | None:
        """The rule of membership in force on a day; before the first one, the first. None: none was published.

        A membership's window and reminders follow the rule in force on its anniversary, a renewal's new anniversary
        and a purchase the one in force on their own day.
        """
        return in_force(self.membership, day)

    def association_on(self, day: date) -> AssociationRule | None:
        """The rule of association in force on a day; before the first one, the first. None: none was published."""
        return association_on(self.associations, day)

    def benefits_on(self, day: date) -> Benefits | None:
        """What memberships bring on a day; before the first entry, the first. None: nothing was published."""
        return in_force(self.benefits, day)

    @cached_property
    def first_asked(self) -> str | None:
        """The first credential of the catalogue that the rules ask somebody for; None where they ask for none."""
        asked = {holds.credential for competency in self.competencies.values() for holds in competency.holdings_asked}
        return next((credential for credential in self.credentials if credential in asked), None)

    @cached_property
    def windows(self) -> frozenset[Window]:
        """Every window in which some rule counts a figure."""
        requirements = (found for competency in self.competencies.values() for found in competency.requirements)
        asked = (leaf for requirement in requirements for leaf in leaves(requirement))
        return frozenset(leaf.window for leaf in asked if isinstance(leaf, Threshold))

    @cached_property
    def flags(self) -> frozenset[str]:
        """Every status that some rule asks the vendor to have granted."""
        requirements = (found for competency in self.competencies.values() for found in competency.requirements)
        asked = (condition for requirement in requirements for condition in conditions_asked(requirement))
        return frozenset(condition.name for condition in asked if isinstance(condition, Flag))

    @cached_property
    def families(self) -> Mapping[str, tuple[Competency, ...]]:
        """For each competency itself, and all whose levels its rules ask for, each once."""
        return {competency: tuple(self._family(competency)) for competency in self.competencies}

    def _family(self, competency: str) -> Iterator[Competency]:
        found, waiting = {competency}, [competency]
        while waiting:
            yield (next_one := self.competencies[waiting.pop()])
            asked = {level.competency for level in next_one.levels_asked} - found
            found |= asked
            waiting += sorted(asked)

    @cached_property
    def last_accepted_days(self) -> frozenset[date]:
        """Every last day on which a credential counts, in all of the rules or in a place of them."""
        places = (holds for competency in self.competencies.values() for holds in competency.holdings_asked)
        ends = {holds.accepted_until for holds in places} | {c.accepted_until for c in self.credentials.values()}
        return frozenset(end for end in ends if end is not None)

    @cached_property
    def rule_dates(self) -> tuple[date, ...]:
        """Every day on which some rule changes, in order."""
        versions = [version for competency in self.competencies.values() for version in competency.versions]
        later = {version.renewals_from for version in versions if version.renewals_from is not None}
        return tuple(sorted({version.since for version in versions} | later))


Catalogue: TypeAlias = Mapping[str, Programme]
