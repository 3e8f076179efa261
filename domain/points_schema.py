"""The schema of a score: its tracks, its metrics, and what earns their points."""

from domain.points_reading import COUNTS, MOST_DAYS, MOST_MONTHS
from domain.schema_parts import AMOUNTS, BOUND, COUNT, NAMES, TEXT, YES_OR_NO, Schema, choice, entry, ref, said, some

MONTHS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_MONTHS}
DAYS: Schema = {"type": "integer", "minimum": 1, "maximum": MOST_DAYS}
MOST_POINTS = said("The most that it may earn.", BOUND)
FULL_POINTS = said("The points for all that is asked for.", BOUND)
ALL_OR_NOTHING = said("Nothing is earned below the full mark.", YES_OR_NO)


def score_schema() -> Schema:
    """A score that has to reach an amount."""
    once_in = {**entry({}, {"months": MONTHS, "days": DAYS}), "minProperties": 1, "maxProperties": 1}
    required = {
        "at_least": said("The points that have to be reached.", BOUND),
        "of": said("The most there are.", BOUND),
    }
    optional = {
        "every_metric_above_zero": said("Every metric has to earn more than nothing, too.", YES_OR_NO),
        "reached_once_in": said("The days that count, of which one is enough: calendar months, or days.", once_in),
        "tracks": said("Sets of metrics for different kinds of companies.", some(_track())),
        "metrics": some(_metric()),
    }
    either = [{"required": ["tracks"]}, {"required": ["metrics"]}]
    return said("A score, made of metrics that earn points.", {**entry(required, optional), "oneOf": either})


def _track() -> Schema:
    optional = {
        "when": said("Conditions of which one puts a company on this track.", some(_condition())),
        "held_in_months": said("A condition that held in any of so many months, this one included, holds.", MONTHS),
    }
    return entry({"id": TEXT, "name": NAMES, "metrics": some(_metric())}, optional)


def _metric() -> Schema:
    return entry({"id": TEXT, "name": NAMES, "points": ref("points")}, {"most": MOST_POINTS})


def points_schema() -> Schema:
    """What earns points."""
    gate = entry({"count": COUNT, "each": ref("person")}, {"points": said("Its own points, given once.", BOUND)})
    shapes = {
        "people": _people(),
        "figure": _figure(),
        "award": said("Points for a condition that is met.", entry({"points": FULL_POINTS, "when": _condition()})),
        "gated": said(
            "Points that are given only once all gates are passed.",
            entry({"gates": some(said("People who have to be there before.", gate)), "then": ref("points")}),
        ),
        "sum": said("All parts together.", entry({"of": some(ref("points"))}, {"most": MOST_POINTS})),
        "best": said("The part that earns most.", some(ref("points"))),
    }
    return {**entry({}, shapes), "minProperties": 1, "maxProperties": 1}


def _people() -> Schema:
    required = {
        "each": said("What each of them holds.", ref("person")),
        "points": FULL_POINTS,
        "full_at": said("So many people earn all points, fewer in proportion.", COUNT),
    }
    return said("Points for different people.", entry(required, {"all_or_nothing": ALL_OR_NOTHING}))


def _figure() -> Schema:
    counts = said(
        "Its value, what was added to it since the same month of the year before, or its growth in per cent.",
        choice(tuple(COUNTS)),
    )
    optional = {
        "counts": counts,
        "each": said("Only whole multiples of this amount count.", BOUND),
        "all_or_nothing": ALL_OR_NOTHING,
        "least_baseline": said("Growth from less than this a year before is none.", AMOUNTS),
    }
    required = {"metric": said("A metric's id in programme.yaml.", TEXT), "points": FULL_POINTS, "full_at": AMOUNTS}
    return said("Points for a figure, in proportion.", entry(required, optional))


def _condition() -> Schema:
    condition = entry({}, {"threshold": ref("threshold"), "flag": TEXT})
    return {**condition, "minProperties": 1, "maxProperties": 1}
