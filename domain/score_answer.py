"""How a score stands as data, in the form that other tools read."""

from typing import Any, TypeAlias

from domain.earning import Span, rounded
from domain.scoring import MetricStanding, ScoreStanding, TrackStanding

Json: TypeAlias = dict[str, Any]


def score_answer(score: ScoreStanding) -> Json:
    """A score in words of JSON: points are texts with two decimals at most, a lower and an upper bound each.

    `today` is what the day alone says, `status` what the days of the window say; `met_on` is the last of these on which
    the score was reached, `holds_until` the first day on which that one no longer counts. `tracks` begin with the one
    that counts or is nearest.
    """
    return {
        "status": score.status.value,
        "today": score.today.value,
        "at_least": f"{score.score.at_least:f}",
        "of": f"{score.score.of:f}",
        "points": _span(score.points),
        "met_on": score.met_on and score.met_on.isoformat(),
        "holds_until": score.holds_until and score.holds_until.isoformat(),
        "tracks": [_track(track) for track in score.tracks],
    }


def _track(track: TrackStanding) -> Json:
    return {
        "track": track.track.id or None,
        "status": track.status.value,
        "points": _span(track.points),
        "metrics": {metric.metric.id: _metric(metric) for metric in track.metrics},
    }


def _metric(metric: MetricStanding) -> Json:
    why = metric.reason
    return {"points": _span(metric.points), "most": f"{metric.metric.most:f}", "why": why and why.value}


def _span(points: Span) -> Json:
    return {"low": f"{rounded(points.low):f}", "high": f"{rounded(points.high):f}"}
