"""The cheapest ways to points: what is missing, each metric at zero first, then what earns most for the least effort.

Each way is judged by trying it: the metric is worked out again with the people or the figure that it asks for, so
gates, caps and the best of several are what they are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import Literal, TypeAlias

from domain.earning import NOTHING, earned
from domain.evidence import Evidence
from domain.points import Award, FigurePoints, Measure, Score
from domain.requirements import PersonExpression
from domain.scoring import (
    AwardPart,
    FigurePart,
    MetricStanding,
    PeoplePart,
    ScoreStanding,
    TrackStanding,
    further_people,
)

Effort: TypeAlias = Literal["people", "added", "condition", "growth", "value"]
EFFORTS: tuple[Effort, ...] = ("people", "added", "condition", "growth", "value")


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many further people with this."""

    asks: PersonExpression
    people: int


@dataclass(frozen=True, slots=True)
class WayUp:
    """One way to further points in a metric.

    `people` are further people by what they have to hold; one person may be several of them. `further` is so much more
    than the figure of `measure` shows now, in its own unit, for growth so many more per cent. `award` is a condition to
    be met. `gained` are the points that it brings.
    """

    metric: MetricStanding
    effort: Effort
    gained: Fraction
    people: tuple[Wanted, ...] = ()
    measure: Measure | None = None
    further: int | None = None
    award: Award | None = None

    @property
    def certificates(self) -> int:
        """How many certifications it takes, one for each further person and each thing to hold."""
        return sum(wanted.people for wanted in self.people)

    @property
    def from_zero(self) -> bool:
        """Whether it lifts a metric that earns nothing."""
        return self.metric.points.low <= 0


@dataclass(frozen=True, slots=True)
class WaysUp:
    """How far a score is on its nearest track, and what would bring it further.

    `at_zero` are the metrics that must not stay there. `ways` begin with those, then come by effort: people by the
    certifications that each point takes, then customers and other counts, then growth. `people` is the fewest further
    people, of any credentials, with whom alone the score is reached; None where people alone cannot.
    """

    track: TrackStanding
    missing: Fraction
    at_zero: tuple[MetricStanding, ...]
    ways: tuple[WayUp, ...]
    people: int | None


def ways_up(standing: ScoreStanding) -> WaysUp:
    """The ways to further points on the track that counts or is nearest; none where nothing more can be earned."""
    track = standing.nearest
    found = [way for metric in track.metrics for way in _ways(metric, standing) if way is not None]
    return WaysUp(
        track=track,
        missing=max(Fraction(standing.score.at_least) - track.points.low, NOTHING),
        at_zero=track.at_zero if standing.score.each_above_zero else (),
        ways=tuple(sorted(found, key=lambda way: _effort(way, standing.score))),
        people=further_people(standing.score, [track.track], standing.evidence, full=False),
    )


def _effort(way: WayUp, score: Score) -> tuple[bool, int, Fraction, Fraction]:
    cost = Fraction(way.certificates or 1) / way.gained
    return not (way.from_zero and score.each_above_zero), EFFORTS.index(way.effort), cost, -way.gained


def _ways(metric: MetricStanding, standing: ScoreStanding) -> Iterator[WayUp | None]:
    yield _people(metric, standing.evidence)
    for part in metric.parts:
        if isinstance(part, FigurePart):
            yield _figure(metric, part, standing)
        elif isinstance(part, AwardPart):
            yield _award(metric, part, standing)


def _people(metric: MetricStanding, evidence: Evidence) -> WayUp | None:
    """The fewest certifications that earn anything in a metric, the gates that are not passed among them."""
    parts = [part for part in metric.parts if isinstance(part, PeoplePart)]
    gates = tuple(Wanted(part.asks, part.missing) for part in parts if part.gate and part.missing)
    tries = [gates] if gates else []
    others = [part for part in parts if not part.gate]
    tries += [(*gates, Wanted(part.asks, number)) for part in others for number in range(1, part.missing + 1)]
    found = (WayUp(metric, "people", _gain(metric, _tried(evidence, wanted)), wanted) for wanted in tries)
    gaining = [way for way in found if way.gained > 0]
    return min(gaining, key=lambda way: (way.certificates, -way.gained), default=None)


def _tried(evidence: Evidence, wanted: tuple[Wanted, ...]) -> Evidence:
    return evidence.with_extra(*((each.asks, each.people) for each in wanted))


def _gain(metric: MetricStanding, tried: Evidence) -> Fraction:
    """The points that a metric would surely earn beyond those that it has."""
    return earned(metric.metric.points, tried).at_most(metric.metric.most).low - metric.points.low


def _figure(metric: MetricStanding, part: FigurePart, standing: ScoreStanding) -> WayUp | None:
    """How much more a figure has to show for the points that are missing, or for all that it can earn."""
    full_at = part.asked.full_at.for_market(standing.evidence.facts.market)
    known = part.reading.at_least if part.reading.value is None else part.reading.value
    if full_at is None or known is None or part.reading.too_small:
        return None
    missing = max(standing.missing, Fraction(1))
    for start in (part.points.low, metric.points.low):  # of the best of several it is the best that has to be beaten
        target = _value_for(min(Fraction(part.asked.points), start + missing), part.asked, full_at)
        further = ceil(target - Fraction(known))
        tried = standing.evidence.with_figure(part.asked, Fraction(known) + further)
        if further > 0 and (gained := _gain(metric, tried)) > 0:
            return WayUp(metric, part.asked.measure.counts, gained, (), part.asked.measure, further)
    return None


def _value_for(points: Fraction, asked: FigurePoints, full_at: Decimal) -> Fraction:
    """The least value of a figure that earns so many points."""
    if asked.all_or_nothing:
        return Fraction(full_at)
    value = points / Fraction(asked.points) * Fraction(full_at)
    return value if asked.each is None else ceil(value / Fraction(asked.each)) * Fraction(asked.each)


def _award(metric: MetricStanding, part: AwardPart, standing: ScoreStanding) -> WayUp | None:
    """What a condition would earn that is not met, or not known to be."""
    gained = _gain(metric, standing.evidence.with_award(part.asked))
    return WayUp(metric, "condition", gained, award=part.asked) if gained > 0 else None
