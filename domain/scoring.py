"""How a score stands: the points of every metric, the track that counts, and whether it was reached in its window."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from domain.conditions import ConditionStanding, Reason, Status, all_of, any_of, judge_condition
from domain.dates import Month
from domain.earning import NOTHING, Span, earned, metrics_of, most_people, reached, total
from domain.evidence import Evidence, Reading
from domain.points import Award, FigurePoints, Gate, PeoplePoints, PointsLeaf, Score, ScoreMetric, Track, leaves_of
from domain.requirements import PersonExpression
from domain.roster import Roster


@dataclass(frozen=True, slots=True)
class PeoplePart:
    """People who earn points, or must be there before (`gate`): how many are wanted, and how many there are."""

    asks: PersonExpression
    wanted: int
    have: int
    gate: bool
    members: int = field(repr=False)
    roster: Roster = field(repr=False, compare=False)

    @property
    def missing(self) -> int:
        """How many further people would still count."""
        return max(self.wanted - self.have, 0)

    @property
    def people(self) -> tuple[str, ...]:
        """All who hold it, those too who are not needed."""
        return self.roster.ids(self.members)


@dataclass(frozen=True, slots=True)
class FigurePart:
    """A figure that earns points: what it shows, and the points of it."""

    asked: FigurePoints
    points: Span
    reading: Reading


@dataclass(frozen=True, slots=True)
class AwardPart:
    """A condition that earns points."""

    asked: Award
    points: Span
    standing: ConditionStanding


def reaches(points: Span, amount: Decimal) -> Status:
    """Whether at least so many points are there."""
    if points.low >= amount:
        return Status.MET
    return Status.NOT_MET if points.high < amount else Status.NOT_KNOWN


def above_zero(points: Span) -> Status:
    """Whether there is more than nothing."""
    if points.low > 0:
        return Status.MET
    return Status.NOT_MET if points.high <= 0 else Status.NOT_KNOWN


Part: TypeAlias = PeoplePart | FigurePart | AwardPart


@dataclass(frozen=True, slots=True)
class MetricStanding:
    """One metric: its points, and what they come from."""

    metric: ScoreMetric
    points: Span
    parts: tuple[Part, ...]

    @property
    def above_zero(self) -> Status:
        """Whether it earns more than nothing."""
        return above_zero(self.points)

    @property
    def reason(self) -> Reason | None:
        """Why its points are not known."""
        if self.points.known:
            return None
        reasons = (p.reading.reason if isinstance(p, FigurePart) else _why(p) for p in self.parts)
        return next((reason for reason in reasons if reason is not None), None)


def _why(part: Part) -> Reason | None:
    return part.standing.reason if isinstance(part, AwardPart) else None


@dataclass(frozen=True, slots=True)
class TrackStanding:
    """One track: the total, whether it and every metric are as the score asks, and the metrics."""

    track: Track
    points: Span
    status: Status
    metrics: tuple[MetricStanding, ...]

    @property
    def at_zero(self) -> tuple[MetricStanding, ...]:
        """The metrics that earn nothing, or may."""
        return tuple(metric for metric in self.metrics if metric.above_zero is not Status.MET)

    @property
    def contributors(self) -> tuple[str, ...]:
        """People whose credentials earn these points: as many as count, the same ones where it makes no difference."""
        found: dict[str, None] = {}
        for part in self.people_parts:
            mine = part.people
            chosen = sorted(mine, key=lambda person: person not in found)[: part.wanted]
            found |= dict.fromkeys(chosen)
        return tuple(found)

    @property
    def people_parts(self) -> Iterator[PeoplePart]:
        """All for which people are counted."""
        return (part for metric in self.metrics for part in metric.parts if isinstance(part, PeoplePart))


@dataclass(frozen=True, slots=True)
class ScoreStanding:
    """How a score stands on a day.

    `today` is what that day alone says, `points` its total. `status` also counts the other days of the window: `met_on`
    is the last of them on which the score was reached, `holds_until` the first day on which that no longer counts.
    `tracks` are those that may count, the one that counts or is nearest first; more than one of a classified score
    when it is not known which. `people_missing` is the fewest further people without whom no figures are enough.
    """

    score: Score
    status: Status
    today: Status
    points: Span
    tracks: tuple[TrackStanding, ...]
    people_missing: int
    headcount: int
    evidence: Evidence = field(repr=False, compare=False)
    met_on: date | None = None
    holds_until: date | None = None
    contributors: tuple[str, ...] = ()

    @property
    def nearest(self) -> TrackStanding:
        """The track that counts, or the nearest of those that may."""
        return self.tracks[0]

    @property
    def figures(self) -> tuple[FigurePart, ...]:
        """The figures that earn points on the nearest track."""
        parts = (part for metric in self.nearest.metrics for part in metric.parts)
        return tuple(part for part in parts if isinstance(part, FigurePart))

    @property
    def missing(self) -> Fraction:
        """The points that are missing on the day itself, as far as is known."""
        return max(Fraction(self.score.at_least) - self.points.low, NOTHING)


def metric_standing(metric: ScoreMetric, evidence: Evidence) -> MetricStanding:
    """How one metric stands."""
    parts = tuple(_part(leaf, evidence) for leaf in leaves_of(metric.points))
    return MetricStanding(metric, earned(metric.points, evidence).at_most(metric.most), parts)


def _part(leaf: PointsLeaf, evidence: Evidence) -> Part:
    match leaf:
        case FigurePoints():
            return FigurePart(leaf, *evidence.figure(leaf))
        case Award():
            return AwardPart(leaf, *evidence.award(leaf))
        case Gate() | PeoplePoints():
            wanted = leaf.count if isinstance(leaf, Gate) else leaf.full_at
            members, gate = evidence.members(leaf.each), isinstance(leaf, Gate)
            return PeoplePart(leaf.each, wanted, members.bit_count(), gate, members, evidence.roster)


def track_standing(score: Score, track: Track, evidence: Evidence) -> TrackStanding:
    """How one track stands."""
    metrics = tuple(metric_standing(metric, evidence) for metric in track.metrics)
    return TrackStanding(track, *judged(score, tuple(metric.points for metric in metrics)), metrics)


def judged(score: Score, found: tuple[Span, ...]) -> tuple[Span, Status]:
    """The total of metrics, and whether total and metrics are as the score asks."""
    points = total(found).at_most(score.of)
    zeros = [above_zero(span) for span in found] if score.each_above_zero else []
    return points, all_of([reaches(points, score.at_least), *zeros])


def tracks_of(score: Score, evidence: Evidence) -> tuple[Track, ...]:
    """The tracks that may count: all where the better total does, else the first whose conditions hold."""
    if not score.classified:
        return score.tracks
    possible: list[Track] = []
    for track in score.tracks:
        status = any_of(_held(track, evidence)) if track.when else Status.MET
        if status is not Status.NOT_MET:
            possible.append(track)
        if status is Status.MET:
            break
    return tuple(possible)


def _held(track: Track, evidence: Evidence) -> Iterator[Status]:
    """How the conditions of a track stand, now and in the earlier months that still count."""
    this = Month.of(evidence.on)
    days = [evidence.on, *(this.plus(-back).first_day for back in range(1, track.months))]
    for condition in track.when:
        for day in days:
            yield judge_condition(condition, evidence.programme, evidence.facts, day).status


def outcome(score: Score, tracks: Sequence[Track], evidence: Evidence) -> tuple[Span, Status]:
    """What a score comes to on the tracks that may count."""
    return joined(score, [judged(score, metrics_of(track, evidence)) for track in tracks])


def people_alike(tracks: Sequence[Track], evidence: Evidence) -> tuple[int, ...] | None:
    """How many people there are for each thing that is asked of them, as far as they count.

    Where these are the same on two days, and figures too, so are the points. None where a condition earns any.
    """
    leaves = [leaf for track in tracks for metric in track.metrics for leaf in leaves_of(metric.points)]
    if any(isinstance(leaf, Award) for leaf in leaves):
        return None
    gates = ((leaf.each, leaf.count) for leaf in leaves if isinstance(leaf, Gate))
    others = ((leaf.each, leaf.full_at) for leaf in leaves if isinstance(leaf, PeoplePoints))
    return tuple(min(evidence.people(each), most) for each, most in (*gates, *others))


def joined(score: Score, found: Sequence[tuple[Span, Status]]) -> tuple[Span, Status]:
    """The better of several totals, or the bounds of them where it is not known which one counts."""
    statuses = [status for _, status in found]
    lows, highs = [span.low for span, _ in found], [span.high for span, _ in found]
    if not score.classified:
        return Span(max(lows), max(highs)), any_of(statuses)
    return Span(min(lows), max(highs)), statuses[0] if len(set(statuses)) == 1 else Status.NOT_KNOWN


def further_people(score: Score, tracks: Sequence[Track], evidence: Evidence, *, full: bool) -> int | None:
    """The fewest further people, of any credentials, with whom a score is surely reached; None: people cannot do it.

    With `full` the figures and conditions are taken to earn all they can.
    """
    for number in range(most_people(score) + 1):
        supposed = evidence.with_further(number, full=full)
        found = [reached(score, track, supposed) for track in tracks]
        if any(found) if full or not score.classified else all(found):
            return number
    return None


def stays_reached(standing: ScoreStanding, without: int) -> bool:
    """Whether a score is reached without some people; what it was on an earlier day nobody takes away."""
    if standing.today is not Status.MET:
        return standing.status is Status.MET
    tracks = [track.track for track in standing.tracks]
    evidence = standing.evidence.of(standing.evidence.roster.without(without))
    return outcome(standing.score, tracks, evidence)[1] is Status.MET
