"""Scores as a rule asks for them, in lines: the tracks, the metrics, and what earns their points."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from domain.points import (
    Award,
    BestOf,
    FigurePoints,
    Gate,
    Gated,
    PeoplePoints,
    Points,
    Score,
    ScoreMetric,
    ScoreWindow,
    SumOf,
    Track,
)
from domain.programme import Metric
from domain.requirements import Amounts, Flag, Threshold
from domain.score_diff import MetricChange, ScoreChange
from handlers.render.figures import amount_of, condition_name
from handlers.render.phrases import Phrases
from handlers.words import escape

STEP = "  "
BULLET = "– "


def score_text(score: Score, phrases: Phrases) -> str:
    """What a score has to reach, in one line."""
    say, number = phrases.words.say, phrases.words.number
    parts = [say("points.score", at_least=number(score.at_least), of=number(score.of))]
    if score.each_above_zero:
        parts.append(say("points.above_zero"))
    if score.window is not None:
        parts.append(window_text(score.window, phrases))
    return "; ".join(parts)


def window_text(window: ScoreWindow, phrases: Phrases) -> str:
    """The days on one of which a score has to be reached."""
    if window.months is not None:
        return phrases.words.say("points.window.months", n=window.months)
    return phrases.words.say("points.window.days", n=window.days)


def score_lines(score: Score, phrases: Phrases) -> Iterator[str]:
    """All of a score, a line for each thing that earns points."""
    yield phrases.words.say("points.made_of", score=score_text(score, phrases))
    for track in score.tracks:
        inner = list(_set_in(line for metric in track.metrics for line in metric_lines(metric, phrases)))
        if track.id:
            yield STEP + BULLET + _track(track, score, phrases)
            inner = list(_set_in(inner))
        yield from inner


def _set_in(lines: Iterable[str]) -> Iterator[str]:
    return (STEP + line for line in lines)


def _track(track: Track, score: Score, phrases: Phrases) -> str:
    say, name = phrases.words.say, track_name(track, phrases)
    if track.when:
        conditions = phrases.words.either(condition_short(condition, phrases) for condition in track.when)
        held = say("points.held", n=track.months)
        return f"{say('points.track_when', name=name, conditions=conditions)}. {held}"
    if score.classified:
        return say("points.track_else", name=name)
    return say("points.track_better" if len(score.tracks) > 1 else "points.track", name=name)


def track_name(track: Track, phrases: Phrases) -> str:
    """A track's name."""
    return escape(phrases.words.name(track.name))


def condition_short(condition: Threshold | Flag, phrases: Phrases) -> str:
    """A condition without its small print."""
    name = condition_name(condition, phrases)
    if isinstance(condition, Flag):
        return phrases.words.say("rules.flag", name=name)
    metric = phrases.programme.metrics[condition.metric]
    return phrases.words.say("change.short", name=name, amount=_at_least(condition.at_least, metric, phrases))


def metric_lines(metric: ScoreMetric, phrases: Phrases) -> Iterator[str]:
    """One metric, and below it what earns its points."""
    name, points = escape(phrases.words.name(metric.name)), number_of_points(metric.most, phrases)
    yield BULLET + phrases.words.say("points.metric", name=name, points=points)
    yield from _set_in(_points(metric.points, phrases))


def number_of_points(points: Decimal, phrases: Phrases) -> str:
    """So many points."""
    return phrases.words.say("points.number", n=points, number=phrases.words.number(points))


def _points(points: Points, phrases: Phrases) -> Iterator[str]:
    match points:
        case PeoplePoints():
            yield BULLET + _people(points, phrases)
        case FigurePoints():
            yield BULLET + _figure(points, phrases)
        case Award(given, when):
            condition = condition_short(when, phrases)
            yield BULLET + phrases.words.say(
                "points.award", points=number_of_points(given, phrases), condition=condition
            )
        case Gated(gates, then):
            yield BULLET + phrases.words.say("points.gates")
            yield from (STEP + BULLET + _gate(gate, phrases) for gate in gates)
            yield BULLET + phrases.words.say("points.then")
            yield from _set_in(_points(then, phrases))
        case SumOf() | BestOf():
            yield BULLET + _joined(points, phrases)
            yield from _set_in(line for part in points.parts for line in _points(part, phrases))


def _joined(points: SumOf | BestOf, phrases: Phrases) -> str:
    if isinstance(points, BestOf):
        return phrases.words.say("points.best")
    if points.most is None:
        return phrases.words.say("points.sum")
    return phrases.words.say("points.sum_most", points=number_of_points(points.most, phrases))


def _people(asked: PeoplePoints, phrases: Phrases) -> str:
    key = "points.people_all" if asked.all_or_nothing else "points.people"
    points, asks = number_of_points(asked.points, phrases), phrases.asks(asked.each)
    return phrases.words.say(key, n=asked.full_at, points=points, asks=asks)


def _gate(gate: Gate, phrases: Phrases) -> str:
    people = phrases.words.say("people.places", n=gate.count, asks=phrases.asks(gate.each))
    if not gate.points:
        return phrases.words.say("points.gate", people=people)
    return phrases.words.say("points.gate_own", people=people, points=number_of_points(gate.points, phrases))


def _figure(asked: FigurePoints, phrases: Phrases) -> str:
    metric = phrases.programme.metrics[asked.measure.metric]
    name = escape(phrases.words.name(metric.name))
    return phrases.words.say(
        f"points.figure.{asked.measure.counts}",
        metric=name[:1].upper() + name[1:],
        points=number_of_points(asked.points, phrases),
        amount=_full_at(asked, metric, phrases),
        more="".join(_more(asked, metric, phrases)),
    )


def _full_at(asked: FigurePoints, metric: Metric, phrases: Phrases) -> str:
    if asked.measure.counts != "growth":
        return _amounts(asked.full_at, metric, phrases)
    found = {market: _percent(asked.full_at.for_market(market), phrases) for market in ("developed", "developing")}
    return found["developed"] if len(set(found.values())) == 1 else phrases.words.say("rules.by_market", **found)


def _percent(value: Decimal | None, phrases: Phrases) -> str:
    return phrases.words.say("figure.unpublished") if value is None else phrases.words.number(value)


def _more(asked: FigurePoints, metric: Metric, phrases: Phrases) -> Iterator[str]:
    """What is given for less, and what growth has to start from."""
    say = phrases.words.say
    if asked.all_or_nothing:
        yield say("points.none_below")
    elif asked.each is not None:
        yield say("points.steps", each=amount_of(asked.each, metric, phrases))
    else:
        yield say("points.proportion")
    if asked.measure.least_baseline is not None:
        yield say("points.baseline", least=_amounts(asked.measure.least_baseline, metric, phrases))


def _amounts(amounts: Amounts, metric: Metric, phrases: Phrases) -> str:
    """An amount for all markets, or one for each."""
    bounds = {"developed": amounts.developed, "developing": amounts.developing}
    unknown = phrases.words.say("figure.unpublished")
    found = {m: unknown if bound is None else amount_of(bound, metric, phrases) for m, bound in bounds.items()}
    return found["developed"] if len(set(found.values())) == 1 else phrases.words.say("rules.by_market", **found)


def _at_least(amounts: Amounts, metric: Metric, phrases: Phrases) -> str:
    return phrases.words.say("figure.at_least", amount=_amounts(amounts, metric, phrases))


def score_change(change: ScoreChange, phrases: Phrases) -> Iterator[str]:
    """What changed in a score, beside the credentials that count."""
    say = phrases.words.say
    if change.terms:
        before, after = score_text(change.before, phrases), score_text(change.after, phrases)
        yield say("change.reshaped", before=before, after=after)
    for key, tracks in (("points.track_added", change.added), ("points.track_removed", change.removed)):
        if names := [track_name(track, phrases) for track in tracks if track.id]:
            yield say(key, n=len(names), names=phrases.words.both(names))
    for metric in change.metrics:
        yield from _metric_change(metric, phrases)


def _metric_change(change: MetricChange, phrases: Phrases) -> Iterator[str]:
    metrics = (metric for metric in (change.after, change.before) if metric is not None)
    name = escape(phrases.words.name(next(metrics).name))
    if change.track.id:
        name = phrases.words.say("points.metric_of", name=name, track=track_name(change.track, phrases))
    before, after = (_earns(metric, phrases) for metric in (change.before, change.after))
    yield phrases.words.say("change.detail", name=name, before=before, after=after)


def _earns(metric: ScoreMetric | None, phrases: Phrases) -> str:
    if metric is None:
        return phrases.words.say("figure.nothing")
    lines = (line.strip().removeprefix(BULLET) for line in _points(metric.points, phrases))
    return ", ".join(lines).replace(":, ", ": ")
