"""Points as a requirement: a score that has to reach an amount, made of metrics, each of which earns points.

Points come from people, figures and conditions, in proportion or all at once; they are summed, capped, the best of
several is taken, and people may be asked for before any are given. Amounts are exact: a third of a point stays one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from domain.dates import Month

if TYPE_CHECKING:
    from domain.requirements import Amounts, Flag, PersonExpression, Threshold

Counts: TypeAlias = Literal["value", "added", "growth"]


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure shows on a day: its value in the last twelve months, what was added to it in a year, or its growth.

    `added` is the last month reported less the same month a year before, which may be below zero; `growth` is that in
    per cent of the year before. A growth from less than `least_baseline` is none.
    """

    metric: str
    counts: Counts = "value"
    least_baseline: "Amounts | None" = None


@dataclass(frozen=True, slots=True)
class FigurePoints:
    """Points for a figure: all of them at `full_at`, below it in proportion.

    With `each` only whole multiples of that amount count; `all_or_nothing` gives none below `full_at`.
    """

    measure: Measure
    points: Decimal
    full_at: "Amounts"
    each: Decimal | None = None
    all_or_nothing: bool = False


@dataclass(frozen=True, slots=True)
class PeoplePoints:
    """Points for different persons who each satisfy `each`: all of them with `full_at` people, fewer in proportion."""

    each: "PersonExpression"
    points: Decimal
    full_at: int
    all_or_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Award:
    """Points for a condition that is met."""

    points: Decimal
    when: "Threshold | Flag"


@dataclass(frozen=True, slots=True)
class Gate:
    """People who must be there before what follows earns anything; `points` are their own, given once."""

    count: int
    each: "PersonExpression"
    points: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Gated:
    """Points that are given only once every gate is passed. A gate's own points are given for itself alone."""

    gates: tuple[Gate, ...]
    then: "Points"


@dataclass(frozen=True, slots=True)
class SumOf:
    """The points of all parts together, at most `most`."""

    parts: tuple["Points", ...]
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class BestOf:
    """The points of the part that earns most."""

    parts: tuple["Points", ...]


Points: TypeAlias = FigurePoints | PeoplePoints | Award | Gated | SumOf | BestOf
PointsLeaf: TypeAlias = FigurePoints | PeoplePoints | Award | Gate


@dataclass(frozen=True)
class ScoreMetric:
    """One of the metrics that a score is the sum of; `most` is the most that it may earn."""

    id: str
    name: Mapping[str, str] = field(hash=False)
    points: Points
    most: Decimal


@dataclass(frozen=True)
class Track:
    """A set of metrics for one kind of company.

    `when` are conditions of which one puts a company on this track; a track without them is for all others. A condition
    that held in any of the last `months` calendar months, this one included, still does.
    """

    id: str
    name: Mapping[str, str] = field(hash=False)
    metrics: tuple[ScoreMetric, ...]
    when: tuple["Threshold | Flag", ...] = ()
    months: int = 1


@dataclass(frozen=True, slots=True)
class ScoreWindow:
    """The days on one of which a score must have been reached: so many calendar months, this one included, or days."""

    months: int | None = None
    days: int | None = None

    def first_day(self, on: date) -> date:
        """The first day of the window that ends on a day."""
        if self.months is not None:
            first = Month.of(on).plus(1 - self.months)
            return date.min if first.year < MINYEAR else first.first_day
        days = (self.days or 1) - 1
        return date.min if (on - date.min).days < days else on - timedelta(days=days)

    def first_without(self, day: date) -> date:
        """The first day whose window no longer holds a given day; the calendar's last where it ends before."""
        if self.months is not None:
            after = Month.of(day).plus(self.months)
            return date.max if after.year > MAXYEAR else after.first_day
        days = self.days or 1
        return date.max if (date.max - day).days < days else day + timedelta(days=days)


@dataclass(frozen=True)
class Score:
    """A score of at least so many points out of so many.

    `each_above_zero` asks for more than nothing in every metric besides. Tracks with conditions are chosen by them;
    of several without conditions the one with the better total counts.
    """

    at_least: Decimal
    of: Decimal
    tracks: tuple[Track, ...]
    each_above_zero: bool = False
    window: ScoreWindow | None = None

    @property
    def classified(self) -> bool:
        """Whether conditions say which track counts."""
        return any(track.when for track in self.tracks)

    @property
    def leaves(self) -> Iterator[PointsLeaf]:
        """All that earns points, or has to be there before, in the order of the words."""
        for track in self.tracks:
            for metric in track.metrics:
                yield from leaves_of(metric.points)

    @property
    def people(self) -> Iterator[PeoplePoints | Gate]:
        """All for which people are counted."""
        return (leaf for leaf in self.leaves if isinstance(leaf, PeoplePoints | Gate))

    @property
    def expressions(self) -> Iterator["PersonExpression"]:
        """All that one person may be asked to hold, in the order of the words."""
        return (leaf.each for leaf in self.people)

    @property
    def metrics(self) -> Iterator[str]:
        """The figures that earn points."""
        return (leaf.measure.metric for leaf in self.leaves if isinstance(leaf, FigurePoints))

    @property
    def conditions(self) -> Iterator["Threshold | Flag"]:
        """The conditions that choose a track or earn points."""
        for track in self.tracks:
            yield from track.when
        yield from (leaf.when for leaf in self.leaves if isinstance(leaf, Award))


def leaves_of(points: Points) -> Iterator[PointsLeaf]:
    """What earns the points, or has to be there before, in the order of the words."""
    match points:
        case Gated(gates, then):
            yield from gates
            yield from leaves_of(then)
        case SumOf(parts) | BestOf(parts):
            for part in parts:
                yield from leaves_of(part)
        case _:
            yield points


def most_of(points: Points) -> Decimal:
    """The most that can be earned."""
    match points:
        case FigurePoints() | PeoplePoints() | Award():
            return points.points
        case Gated(gates, then):
            return sum((gate.points for gate in gates), most_of(then))
        case SumOf(parts, most):
            total = sum(map(most_of, parts), Decimal(0))
            return total if most is None else min(total, most)
        case BestOf(parts):
            return max(map(most_of, parts))
