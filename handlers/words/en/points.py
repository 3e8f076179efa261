"""English: scores, and what earns their points."""

from collections.abc import Mapping

POINTS: Mapping[str, str | Mapping[str, str]] = {
    "points.number": {"one": "1 point", "other": "{number} points"},
    "points.score": "a score of at least {at_least} of {of} points",
    "points.made_of": "{score}, made of:",
    "points.above_zero": "more than 0 points in every metric",
    "points.window.months": {
        "one": "both on one day of the current month",
        "other": "both on one day of the last {n} calendar months, the current one included",
    },
    "points.window.days": {"one": "both on the day itself", "other": "both on one of the last {n} days"},
    "points.track": "{name}:",
    "points.track_better": "{name} (of the tracks the one with the better total counts):",
    "points.track_when": "{name}, if: {conditions}",
    "points.track_else": "{name}, for everybody else:",
    "points.held": {
        "one": "In the current month.",
        "other": "In any of the last {n} calendar months, the current one included, is enough.",
    },
    "points.metric": "{name}, at most {points}:",
    "points.people": {
        "one": "{points} for 1 person with {asks}",
        "other": "{points} for {n} people, each with {asks}; fewer in proportion",
    },
    "points.people_all": {
        "one": "{points} for 1 person with {asks}",
        "other": "{points} for {n} people, each with {asks}; none for fewer",
    },
    "points.figure.value": "{metric}: {points} for {amount}{more}",
    "points.figure.added": "{metric}: {points} for {amount} more than in the same month of the year before{more}",
    "points.figure.growth": "{metric}: {points} for {amount} % growth since the same month of the year before{more}",
    "points.proportion": "; less in proportion",
    "points.steps": "; in whole steps of {each}",
    "points.none_below": "; none below",
    "points.baseline": "; none if it was below {least} then",
    "points.award": "{points} if: {condition}",
    "points.gates": "before anything further counts:",
    "points.gate": "{people} (no points of its own)",
    "points.gate_own": "{people} ({points}, once)",
    "points.then": "then:",
    "points.sum": "all of these together:",
    "points.sum_most": "all of these together, at most {points}:",
    "points.best": "the best of these:",
    "points.track_added": {"one": "new track: {names}", "other": "new tracks: {names}"},
    "points.track_removed": {"one": "no longer a track: {names}", "other": "no longer tracks: {names}"},
    "points.metric_of": "{name} ({track})",
    "falls.window": "the last day on which the score for {what} was reached no longer counts",
    "notice.cause.window": "Reason: the last day on which the score was reached counts until the day before {day}.",
}
