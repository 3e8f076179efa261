"""What points come to: sums, caps and shares, exact, and between two bounds where something is not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING, Protocol

from domain.points import Award, BestOf, FigurePoints, Gate, Gated, PeoplePoints, Points, Score, SumOf, Track

if TYPE_CHECKING:
    from domain.requirements import PersonExpression

NOTHING = Fraction(0)
HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class Span:
    """Points that are known to lie between two bounds; both are the same where the points are known."""

    low: Fraction
    high: Fraction

    @property
    def known(self) -> bool:
        """Whether the points are known."""
        return self.low == self.high

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def at_most(self, most: Decimal | None) -> "Span":
        """The same, capped."""
        if most is None:
            return self
        return Span(min(self.low, Fraction(most)), min(self.high, Fraction(most)))


def exactly(points: Fraction | Decimal) -> Span:
    """Points that are known."""
    return Span(Fraction(points), Fraction(points))


def up_to(points: Decimal) -> Span:
    """Points of which nothing is known."""
    return Span(NOTHING, Fraction(points))


class Earning(Protocol):
    """What points are given for: how many people hold something, what a figure and a condition earn."""

    def people(self, each: "PersonExpression") -> int:
        """How many people satisfy an expression."""

    def of_figure(self, asked: FigurePoints) -> Span:
        """The points for a figure."""

    def of_award(self, asked: Award) -> Span:
        """The points for a condition."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """So many people who hold everything, beside figures and conditions that earn all they can."""

    number: int

    def people(self, each: "PersonExpression") -> int:  # noqa: ARG002 - they hold everything
        """How many people there are."""
        return self.number

    def of_figure(self, asked: FigurePoints) -> Span:
        """All that the figure can earn."""
        return exactly(asked.points)

    def of_award(self, asked: Award) -> Span:
        """All that the condition can earn."""
        return exactly(asked.points)


def share(value: Fraction, asked: FigurePoints, full_at: Decimal) -> Fraction:
    """The points for a value of a figure."""
    if asked.all_or_nothing:
        return Fraction(asked.points) if value >= full_at else NOTHING
    if asked.each is not None:
        value = value // Fraction(asked.each) * Fraction(asked.each)
    return _proportion(value, Fraction(full_at), asked.points)


def share_of_people(number: int, asked: PeoplePoints) -> Fraction:
    """The points for so many people."""
    if asked.all_or_nothing:
        return Fraction(asked.points) if number >= asked.full_at else NOTHING
    return _proportion(Fraction(number), Fraction(asked.full_at), asked.points)


def _proportion(value: Fraction, full_at: Fraction, points: Decimal) -> Fraction:
    return min(Fraction(points), max(NOTHING, value / full_at * Fraction(points)))


def earned(asked: Points, earning: Earning) -> Span:
    """The points for something."""
    match asked:
        case PeoplePoints(each=each):
            return exactly(share_of_people(earning.people(each), asked))
        case FigurePoints():
            return earning.of_figure(asked)
        case Award():
            return earning.of_award(asked)
        case Gated():
            return _gated(asked, earning)
        case SumOf(parts, most):
            return total(tuple(earned(part, earning) for part in parts)).at_most(most)
        case BestOf(parts):
            found = [earned(part, earning) for part in parts]
            return Span(max(span.low for span in found), max(span.high for span in found))


def _gated(asked: Gated, earning: Earning) -> Span:
    passed = [gate for gate in asked.gates if is_passed(gate, earning)]
    own = exactly(sum((Fraction(gate.points) for gate in passed), NOTHING))
    return own + earned(asked.then, earning) if len(passed) == len(asked.gates) else own


def is_passed(gate: Gate, earning: Earning) -> bool:
    """Whether as many people are there as a gate asks for."""
    return earning.people(gate.each) >= gate.count


def total(spans: tuple[Span, ...]) -> Span:
    """The sum of points."""
    return sum(spans, exactly(NOTHING))


def metrics_of(track: Track, earning: Earning) -> tuple[Span, ...]:
    """The points of each metric of a track."""
    return tuple(earned(metric.points, earning).at_most(metric.most) for metric in track.metrics)


def reached(score: Score, track: Track, earning: Earning) -> bool:
    """Whether a track's points are surely as the score asks."""
    found = metrics_of(track, earning)
    above = all(span.low > 0 for span in found) or not score.each_above_zero
    return above and total(found).at_most(score.of).low >= score.at_least


def most_people(score: Score) -> int:
    """The largest number of people for which anything of the score is given."""
    wanted = (leaf.count if isinstance(leaf, Gate) else leaf.full_at for leaf in score.people)
    return max(wanted, default=0)


def headcount(score: Score, tracks: Sequence[Track] | None = None) -> int:
    """The fewest people with whom a score can be reached, on some tracks alone where they are given.

    Rules whose score nobody can reach are refused.
    """
    most, asked = most_people(score), score.tracks if tracks is None else tracks
    tries = (number for number in range(most) if any(reached(score, track, Supposed(number)) for track in asked))
    return next(tries, most)


def rounded(points: Fraction) -> Decimal:
    """Points with at most two decimals, rounded down: a score that is not reached never looks as if it were."""
    return Decimal(floor(points * HUNDREDTHS)) / HUNDREDTHS
