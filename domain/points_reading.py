"""Judge the score that a level asks for: its tracks, its metrics, and what earns their points."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from domain.earning import Supposed, most_people, reached
from domain.points import (
    Award,
    BestOf,
    Counts,
    FigurePoints,
    Gate,
    Gated,
    Measure,
    PeoplePoints,
    Points,
    Score,
    ScoreMetric,
    ScoreWindow,
    SumOf,
    Track,
    most_of,
)
from domain.reading import Fields, Spot, names, refuse_duplicates
from domain.requirements import Amounts, Flag, PersonExpression, Threshold

COUNTS: Mapping[str, Counts] = {"value": "value", "added": "added", "growth": "growth"}
POINTS = ("people", "figure", "award", "gated", "sum", "best")
MOST_MONTHS = 24
MOST_DAYS = 731
MOST_PEOPLE = 100


class Rules(Protocol):
    """What reads the parts of rules of which a score makes use."""

    def person(self, spot: Spot) -> PersonExpression:
        """What one person holds."""

    def threshold(self, spot: Spot) -> Threshold:
        """A figure that reaches an amount."""

    def amounts(self, spot: Spot) -> Amounts:
        """One bound for all markets, or one for each."""

    def metric(self, spot: Spot) -> str:
        """The id of a figure."""


@dataclass(frozen=True, slots=True)
class ScoreReader:
    """Reads scores, and with `rules` the parts that other requirements have as well."""

    rules: Rules

    def score(self, spot: Spot) -> Score:
        """A score; its mistakes are in the spot's log."""
        before = len(spot.log)
        fields = spot.fields(
            required=("at_least", "of"),
            optional=("every_metric_above_zero", "reached_once_in", "tracks", "metrics"),
        )
        found = Score(
            at_least=positive(fields["at_least"]),
            of=positive(fields["of"]),
            tracks=self._tracks(fields),
            each_above_zero=fields.maybe("every_metric_above_zero", Spot.yes_or_no) or False,
            window=fields.maybe("reached_once_in", _window),
        )
        if len(spot.log) == before:
            _refuse_unreachable(spot, found)
        return found

    def _tracks(self, fields: Fields) -> tuple[Track, ...]:
        if ("tracks" in fields) == ("metrics" in fields):
            fields.whole.wrong("A score has either tracks or metrics.", "Write “metrics: [...]”, or tracks with them.")
            return ()
        if "metrics" in fields:
            return (Track("", {}, self._metrics(fields["metrics"])),)
        spots = fields["tracks"].some_items()
        tracks = tuple(map(self._track, spots))
        refuse_duplicates(zip(spots, (track.id for track in tracks), strict=True), "track")
        _check_choice(fields["tracks"], tracks)
        return tracks

    def _track(self, spot: Spot) -> Track:
        fields = spot.fields(required=("id", "name", "metrics"), optional=("when", "held_in_months"))
        months = fields.maybe("held_in_months", lambda s: s.whole(1, MOST_MONTHS)) or 1
        if months > 1 and "when" not in fields:
            fields["held_in_months"].wrong("Nothing is held: the track has no “when”.", "Add it, or leave this out.")
        return Track(
            id=fields["id"].text(),
            name=names(fields["name"]),
            metrics=self._metrics(fields["metrics"]),
            when=tuple(map(self._condition, fields["when"].some_items())) if "when" in fields else (),
            months=months,
        )

    def _metrics(self, spot: Spot) -> tuple[ScoreMetric, ...]:
        spots = spot.some_items()
        found = tuple(map(self._metric, spots))
        refuse_duplicates(zip(spots, (metric.id for metric in found), strict=True), "metric")
        return found

    def _metric(self, spot: Spot) -> ScoreMetric:
        fields = spot.fields(required=("id", "name", "points"), optional=("most",))
        points = self.points(fields["points"])
        most = fields.maybe("most", positive)
        return ScoreMetric(
            fields["id"].text(), names(fields["name"]), points, most_of(points) if most is None else most
        )

    def points(self, spot: Spot) -> Points:
        """What earns points."""
        found = spot.only_entry(POINTS, "Write one of them, or join several by “sum” or “best”.")
        if found is None:
            return SumOf(())
        shape, inner = found
        readers: Mapping[str, Callable[[Spot], Points]] = {
            "people": self._people,
            "figure": self._figure,
            "award": self._award,
            "gated": self._gated,
            "sum": self._sum,
            "best": lambda spot: BestOf(self._parts(spot) or (SumOf(()),)),
        }
        return readers[shape](inner)

    def _parts(self, spot: Spot) -> tuple[Points, ...]:
        return tuple(map(self.points, spot.some_items()))

    def _people(self, spot: Spot) -> PeoplePoints:
        fields = spot.fields(required=("each", "points", "full_at"), optional=("all_or_nothing",))
        return PeoplePoints(
            each=self.rules.person(fields["each"]),
            points=positive(fields["points"]),
            full_at=_people(fields["full_at"]),
            all_or_nothing=fields.maybe("all_or_nothing", Spot.yes_or_no) or False,
        )

    def _figure(self, spot: Spot) -> FigurePoints:
        fields = spot.fields(
            required=("metric", "points", "full_at"), optional=("counts", "each", "all_or_nothing", "least_baseline")
        )
        counts = fields.maybe("counts", lambda s: COUNTS.get(s.choice(COUNTS, "way to count"), "value")) or "value"
        if "least_baseline" in fields and counts != "growth":
            fields["least_baseline"].wrong("Only growth has a baseline.", "Write “counts: growth”, or leave this out.")
        least = fields.maybe("least_baseline", self.rules.amounts)
        return FigurePoints(
            measure=Measure(self.rules.metric(fields["metric"]), counts, least),
            points=positive(fields["points"]),
            full_at=self.rules.amounts(fields["full_at"]),
            each=fields.maybe("each", positive),
            all_or_nothing=fields.maybe("all_or_nothing", Spot.yes_or_no) or False,
        )

    def _award(self, spot: Spot) -> Award:
        fields = spot.fields(required=("points", "when"))
        return Award(positive(fields["points"]), self._condition(fields["when"]))

    def _gated(self, spot: Spot) -> Gated:
        fields = spot.fields(required=("gates", "then"))
        return Gated(tuple(map(self._gate, fields["gates"].some_items())), self.points(fields["then"]))

    def _gate(self, spot: Spot) -> Gate:
        fields = spot.fields(required=("count", "each"), optional=("points",))
        points = fields.maybe("points", positive) or Decimal(0)
        return Gate(_people(fields["count"]), self.rules.person(fields["each"]), points)

    def _sum(self, spot: Spot) -> SumOf:
        fields = spot.fields(required=("of",), optional=("most",))
        return SumOf(self._parts(fields["of"]), fields.maybe("most", positive))

    def _condition(self, spot: Spot) -> Threshold | Flag:
        found = spot.only_entry(("threshold", "flag"), "Write one of them.")
        if found is None:
            return Flag("")
        shape, inner = found
        return self.rules.threshold(inner) if shape == "threshold" else Flag(inner.text())


def positive(spot: Spot) -> Decimal:
    """An amount above zero."""
    before = len(spot.log)
    amount = spot.amount()
    if amount <= 0 and len(spot.log) == before:
        spot.wrong("This is not above zero.", "Write the amount that has to be reached.")
    return amount if amount > 0 else Decimal(1)


def _people(spot: Spot) -> int:
    return spot.whole(1, MOST_PEOPLE) or 1


def _window(spot: Spot) -> ScoreWindow:
    found = spot.only_entry(("months", "days"), "Write “months: 6” or “days: 30”.")
    if found is None:
        return ScoreWindow(days=1)
    unit, inner = found
    if unit == "months":
        return ScoreWindow(months=inner.whole(1, MOST_MONTHS) or 1)
    return ScoreWindow(days=inner.whole(1, MOST_DAYS) or 1)


def _check_choice(spot: Spot, tracks: Sequence[Track]) -> None:
    """Where conditions choose a track, the last one is for all others."""
    without = [track for track in tracks if not track.when]
    if len(without) < len(tracks) and (len(without) != 1 or tracks[-1].when):
        spot.wrong("Where tracks have “when”, one has none.", "Let the last track, and only it, be for all others.")


def _refuse_unreachable(spot: Spot, score: Score) -> None:
    """Every track must be able to come to the score, with all people and figures that one could wish for."""
    everybody = Supposed(most_people(score))
    if not all(reached(score, track, everybody) for track in score.tracks):
        spot.wrong(f"No company can come to {score.at_least:f} points.", "Ask for fewer, or mend what earns them.")
