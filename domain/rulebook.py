"""Judge the file of a competency: its dated versions, their options, and what each level asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import comb

from domain.branches import UnsupportedLinkError, branches
from domain.points_reading import ScoreReader
from domain.programme import Competency, Option, RuleVersion
from domain.reading import UNREAD, Fields, Spot, names, refuse_duplicates
from domain.requirements import (
    All,
    Amounts,
    AnyOne,
    Credentials,
    DistinctSlots,
    EachOf,
    Flag,
    Holds,
    LevelHeld,
    OneOf,
    People,
    PersonExpression,
    Requirement,
    Threshold,
    Window,
)
from domain.tree import Leaf

MOST_PEOPLE = 100
WINDOWS: Mapping[str, Window] = {
    "trailing_12_months": "trailing_12_months",
    "anniversary_year": "anniversary_year",
    "annual": "annual",
    "not stated": "not stated",
}
MOST_WAYS = 200
SHAPES = ("all", "any", "people", "different_people", "credentials", "score", "threshold", "flag", "level_held")


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of the programme's file that rules may speak of; `units` holds every metric with its unit."""

    competencies: Sequence[str]
    levels: Sequence[str]
    areas: Sequence[str]
    sources: Sequence[str]
    credentials: Sequence[str]
    units: Mapping[str, str]


def read_competency(spot: Spot, known: Known) -> Competency:
    """A competency; its mistakes are in the spot's log."""
    fields = spot.fields(
        required=("id", "name", "area", "versions"), optional=("area_inferred", "abbreviations", "successors")
    )
    return Competency(
        id=fields["id"].text(),
        name=names(fields["name"]),
        area=fields["area"].choice(known.areas, "area of this programme"),
        versions=_versions(fields["versions"], known),
        abbreviations=tuple(item.text() for item in fields.list("abbreviations")),
        successors=tuple(item.text() for item in fields.list("successors")),
        area_inferred=fields.maybe("area_inferred", Spot.yes_or_no) or False,
    )


def _versions(spot: Spot, known: Known) -> tuple[RuleVersion, ...]:
    spots = spot.some_items()
    versions = tuple(_Reader(known).version(item) for item in spots)
    latest = UNREAD
    for item, version in zip(spots, versions, strict=True):
        if UNREAD < version.since <= latest:
            item.wrong(
                f"The version from {version.since} stands after the one from {latest}.",
                "Order versions by their dates, each with a date of its own.",
            )
        latest = max(latest, version.since)
    return versions


@dataclass(frozen=True, slots=True)
class _Reader:
    known: Known

    def version(self, spot: Spot) -> RuleVersion:
        fields = spot.fields(required=("from", "source", "checked_on", "options"), optional=("renewals_from", "note"))
        spots = fields["options"].some_items()
        options = tuple(self.option(item) for item in spots)
        pairs = ((item, option.id) for item, option in zip(spots, options, strict=True))
        refuse_duplicates(pairs, "option")
        self.check_levels(fields["options"], spots)
        since, renewals = fields["from"].day(), fields.maybe("renewals_from", Spot.day)
        _check_renewals(fields, since, renewals)
        return RuleVersion(
            since=since,
            source=fields["source"].choice(self.known.sources, "source of this programme"),
            checked_on=fields["checked_on"].day(),
            options=options,
            note=fields.maybe("note", names),
            renewals_from=renewals,
        )

    def check_levels(self, options: Spot, spots: Sequence[Spot]) -> None:
        """Every level is defined by an option, or one says `null`: left out on purpose and forgotten must differ."""
        quiet = (Spot(spot.node, "", []).entries().get("levels") for spot in spots)
        stated = {level for levels in quiet if levels for level in levels.entries()}
        for level in self.known.levels if spots else ():
            if level not in stated:
                options.wrong(
                    f"No option defines the level {level}.",
                    f"Add it, or write “{level}: null” in an option if the source has no such level.",
                )

    def option(self, spot: Spot) -> Option:
        fields = spot.fields(required=("id", "name", "levels"))
        levels = fields["levels"].fields(optional=self.known.levels)
        asked = {level: self.level(levels[level]) for level in self.known.levels if level in levels}
        return Option(fields["id"].text(), names(fields["name"]), asked)

    def level(self, spot: Spot) -> Requirement:
        before = len(spot.log)
        requirement = self.requirement(spot)
        if len(spot.log) == before:
            try:
                branches(requirement)
            except UnsupportedLinkError as error:
                spot.wrong(f"{str(error)[:1].upper()}{str(error)[1:]}.", "Mend “of_the_same” and “other_than”.")
        return requirement

    def requirement(self, spot: Spot) -> Requirement:
        found = spot.only_entry(SHAPES, "Write one of them, or join several by “all: [...]” or “any: [...]”.")
        return All(()) if found is None else self.shaped(*found)

    def shaped(self, shape: str, inner: Spot) -> Requirement:
        readers: Mapping[str, Callable[[Spot], Requirement]] = {
            "all": lambda spot: All(self.parts(spot)),
            "any": lambda spot: AnyOne(self.parts(spot)),
            "people": self.people,
            "different_people": lambda spot: DistinctSlots(tuple(map(self.person, spot.some_items()))),
            "credentials": self.credentials,
            "score": ScoreReader(self).score,
            "threshold": self.threshold,
            "flag": lambda spot: Flag(spot.text()),
            "level_held": self.level_held,
        }
        return readers[shape](inner)

    def parts(self, spot: Spot) -> tuple[Requirement, ...]:
        return tuple(self.requirement(item) for item in spot.some_items())

    def people(self, spot: Spot) -> People:
        fields = spot.fields(required=("count", "each"), optional=("id", "of_the_same", "other_than"))
        count = fields["count"].count()
        if count > MOST_PEOPLE:
            fields["count"].wrong(f"{count} people are more than any rule asks.", f"Write at most {MOST_PEOPLE}.")
        return People(
            count=min(count, MOST_PEOPLE),
            each=self.person(fields["each"]),
            id=fields.maybe("id", Spot.text),
            subset_of=fields.maybe("of_the_same", Spot.text),
            distinct_from=tuple(item.text() for item in fields.list("other_than")),
        )

    def person(self, spot: Spot) -> PersonExpression:
        """What one person holds: a credential, or `all` or `any` of several."""
        if isinstance(spot.node, Leaf) or spot.empty or {"credential"} <= spot.keys():
            return self.holds(spot)
        found = spot.only_entry(("all", "any"), "Write a credential, “all: [...]” or “any: [...]”.")
        if found is None:
            return EachOf(())
        joined, inner = found
        parts = tuple(self.person(item) for item in inner.some_items())
        return EachOf(parts) if joined == "all" else OneOf(parts)

    def holds(self, spot: Spot) -> Holds:
        """A credential, or a credential with the last day on which it counts in this place."""
        noun = "credential of this programme"
        if isinstance(spot.node, Leaf) or spot.empty:
            return Holds(spot.choice(self.known.credentials, noun))
        fields = spot.fields(required=("credential", "accepted_until"))
        return Holds(fields["credential"].choice(self.known.credentials, noun), fields["accepted_until"].day())

    def credentials(self, spot: Spot) -> Credentials:
        """So many credentials out of a list, whoever holds them."""
        fields = spot.fields(required=("count", "of"))
        count, of = fields["count"].count(), tuple(self.holds(item) for item in fields["of"].some_items())
        if comb(len(of) + min(count, MOST_PEOPLE) - 1, len(of) - 1 if of else 0) > MOST_WAYS:
            spot.wrong(
                f"{count} of {len(of)} credentials can be brought in too many ways.",
                "Ask for fewer, or write people.",
            )
            return Credentials(1, of)
        return Credentials(count, of)

    def level_held(self, spot: Spot) -> LevelHeld:
        """A level of another competency of this programme."""
        fields = spot.fields(required=("competency", "level"))
        competency = fields["competency"].choice(self.known.competencies, "competency of this programme")
        return LevelHeld(competency, fields["level"].choice(self.known.levels, "level of this programme"))

    def threshold(self, spot: Spot) -> Threshold:
        fields = spot.fields(
            required=("metric", "at_least", "window"),
            optional=("monthly_average", "part_of", "associations", "excludes"),
        )
        metric = self.metric(fields["metric"])
        return Threshold(
            metric=metric,
            unit=self.known.units.get(metric, ""),
            at_least=self.amounts(fields["at_least"]),
            window=WINDOWS.get(fields["window"].choice(tuple(WINDOWS), "window"), "not stated"),
            associations=tuple(item.text() for item in fields.list("associations")),
            subset_of=fields.maybe("part_of", lambda s: s.choice(tuple(self.known.units), "metric of this programme")),
            monthly_average=fields.maybe("monthly_average", _bound),
            excludes=tuple(item.text() for item in fields.list("excludes")),
        )

    def metric(self, spot: Spot) -> str:
        """The id of a figure."""
        return spot.choice(tuple(self.known.units), "metric of this programme")

    def amounts(self, spot: Spot) -> Amounts:
        """One bound for all markets, or one for each; `null` where it was never published."""
        if isinstance(spot.node, Leaf) or spot.node is None:
            bound = _bound(spot)
            return Amounts(bound, bound)
        fields = spot.fields(required=("developed", "developing"))
        return Amounts(fields.maybe("developed", _bound), fields.maybe("developing", _bound))


def _check_renewals(fields: Fields, since: date, renewals: date | None) -> None:
    """Those who renew come to a version later than new partners, or it is the same day for all."""
    if renewals is not None and UNREAD not in (since, renewals) and renewals <= since:
        fields["renewals_from"].wrong(
            f"For renewals the version would begin on {renewals}, and for everybody on {since}.",
            f"Write a day after {since}, or leave it out.",
        )


def _bound(spot: Spot) -> Decimal:
    before = len(spot.log)
    bound = spot.amount()
    if bound <= 0 and len(spot.log) == before:
        spot.wrong("The bound is not above zero.", "Write the amount that has to be reached.")
    return bound
