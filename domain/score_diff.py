"""What changed in the scores that a level asks for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from domain.points import (
    Award,
    BestOf,
    FigurePoints,
    Gated,
    PeoplePoints,
    Points,
    Score,
    ScoreMetric,
    SumOf,
    Track,
)
from domain.requirements import OneOf, Requirement, leaves

ANYBODY = OneOf(())


@dataclass(frozen=True)
class MetricChange:
    """A metric of a track that earns otherwise, leaving aside which credentials count; None where it is not there."""

    track: Track
    metric: str
    before: ScoreMetric | None
    after: ScoreMetric | None


@dataclass(frozen=True)
class ScoreChange:
    """How a score changed: its terms, its tracks, its metrics.

    `terms` says that what has to be reached, or in which days, is other than before.
    """

    before: Score
    after: Score
    terms: bool
    added: tuple[Track, ...]
    removed: tuple[Track, ...]
    metrics: tuple[MetricChange, ...]


def score_changes(before: Requirement, after: Requirement) -> Iterator[ScoreChange]:
    """The changes between the scores of two requirements, in their order."""
    was, now = ([leaf for leaf in leaves(asked) if isinstance(leaf, Score)] for asked in (before, after))
    for old, new in zip(was, now, strict=False):
        if old != new:
            yield _change(old, new)


def _change(old: Score, new: Score) -> ScoreChange:
    was, now = ({track.id: track for track in score.tracks} for score in (old, new))
    pairs = _pairs(was, now)
    return ScoreChange(
        before=old,
        after=new,
        terms=replace(old, tracks=()) != replace(new, tracks=()),
        added=tuple(track for track in new.tracks if all(track is not after for _, after in pairs)),
        removed=tuple(track for track in old.tracks if all(track is not before for before, _ in pairs)),
        metrics=tuple(change for pair in pairs for change in _metrics(*pair)),
    )


def _pairs(was: Mapping[str, Track], now: Mapping[str, Track]) -> list[tuple[Track, Track]]:
    """Tracks that follow each other: by their ids, or else the two that differ least."""
    if was.keys() & now.keys():
        return [(was[track], now[track]) for track in now if track in was]
    every = ((before, after) for before in was.values() for after in now.values())
    return [min(every, key=lambda pair: len(list(_metrics(*pair))))]


def _metrics(before: Track, after: Track) -> Iterator[MetricChange]:
    was, now = ({metric.id: metric for metric in track.metrics} for track in (before, after))
    for metric in (*now, *(metric for metric in was if metric not in now)):
        old, new = was.get(metric), now.get(metric)
        if old is None or new is None or (old.most, bare(old.points)) != (new.most, bare(new.points)):
            yield MetricChange(after, metric, old, new)


def bare(points: Points) -> Points:
    """The same without the credentials that it names."""
    match points:
        case PeoplePoints():
            return replace(points, each=ANYBODY)
        case Gated(gates, then):
            return Gated(tuple(replace(gate, each=ANYBODY) for gate in gates), bare(then))
        case SumOf(parts, most):
            return SumOf(tuple(map(bare, parts)), most)
        case BestOf(parts):
            return BestOf(tuple(map(bare, parts)))
        case FigurePoints() | Award():
            return points
