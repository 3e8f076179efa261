"""Scores in words: how many points there are, metric by metric, what is missing, and the cheapest ways to it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from math import floor

from domain.conditions import Status
from domain.dates import Month, trailing_year
from domain.earning import Span, rounded
from domain.score_course import Mark
from domain.score_gaps import WayUp, ways_up
from domain.scoring import FigurePart, MetricStanding, ScoreStanding
from handlers.render.charts import chart
from handlers.render.figures import INDENT, amount_of
from handlers.render.phrases import ICONS, Phrases
from handlers.render.points import condition_short, track_name
from handlers.replies import Block
from handlers.words import escape

MOST_WAYS_UP = 4
MOST_TO_REPORT = 3
MONTHS_OF_YEAR = 12


def standing_lines(score: ScoreStanding, phrases: Phrases) -> Iterator[str]:
    """The total, each metric, and the cheapest ways to what is missing."""
    say, track = phrases.words.say, score.nearest
    total = {"icon": ICONS[score.status], "points": of_points(score, phrases)}
    if track.track.id:
        yield say("score.line_track", track=track_name(track.track, phrases), **total)
    else:
        yield say("score.line", **total)
    if score.met_on is not None and score.holds_until is not None and score.today is not Status.MET:
        met_on, until = phrases.words.date(score.met_on), phrases.words.date(score.holds_until)
        yield INDENT + say("score.reached", day=met_on, until=until)
    elif score.score.window is not None and score.status is not Status.MET:
        first = phrases.words.date(score.score.window.first_day(score.evidence.on))
        yield INDENT + say(f"score.window.{score.status.name.lower()}", first=first)
    zeros_first = sorted(track.metrics, key=lambda metric: metric.above_zero is Status.MET)
    yield from (INDENT + metric_line(metric, phrases) for metric in zeros_first)
    yield from (INDENT + line for line in _to_report(score, phrases))
    if score.today is not Status.MET:
        yield from ways_lines(score, phrases)


def metric_line(metric: MetricStanding, phrases: Phrases) -> str:
    """How many of its points a metric earns."""
    name, most = escape(phrases.words.name(metric.metric.name)), phrases.words.number(metric.metric.most)
    icon, points = ICONS[metric.above_zero], _span(metric.points, phrases)
    key = "score.metric" if metric.points.known else "score.metric_open"
    return phrases.words.say(key, icon=icon, name=name, points=points, most=most)


def _to_report(score: ScoreStanding, phrases: Phrases) -> Iterator[str]:
    """Which figures are to be reported, and from which month on, where that makes points known."""
    open_ones = [metric for metric in score.nearest.metrics if not metric.points.known]
    parts = (part for metric in open_ones for part in metric.parts if isinstance(part, FigurePart))
    wanted = {part.asked.measure.metric: _month(part, score) for part in parts if part.reading.value is None}
    for metric, month in list(wanted.items())[:MOST_TO_REPORT]:
        name = escape(phrases.words.name(phrases.programme.metrics[metric].name))
        yield phrases.words.say("score.report", name=name, metric=metric, month=str(month))


def _month(part: FigurePart, score: ScoreStanding) -> Month:
    """The first month of a figure that is missing: the last one, the one a year before it, or one of the year."""
    reported = score.evidence.facts.figures.get(part.asked.measure.metric, {})
    latest = part.reading.latest
    if latest is None:
        return Month.of(score.evidence.on).plus(-1)
    if part.asked.measure.counts != "value":
        return latest.plus(-MONTHS_OF_YEAR)
    return next((m for m in trailing_year(score.evidence.on) if m not in reported), latest)


def course_line(course: Sequence[Mark], phrases: Phrases) -> str:
    """The points month by month, in one line."""
    words = phrases.words
    marks = (words.say("score.mark", month=words.month(m.on), points=_span(m.points, phrases)) for m in course)
    return words.say("score.course", marks=" · ".join(marks))


def course_chart(course: Sequence[Mark], needed: Decimal, phrases: Phrases) -> Block:
    """The same as lines: the points that are sure, the most that there may be, and how many are needed."""
    words = phrases.words
    series = {words.say("score.chart_points"): [floor(mark.points.low) for mark in course]}
    if any(not mark.points.known for mark in course):
        series[words.say("score.chart_most")] = [floor(mark.points.high) for mark in course]
    series[words.say("score.chart_needed")] = [floor(needed) for _ in course]
    return chart("line", words.say("score.chart"), [words.month(mark.on) for mark in course], series)


def ways_lines(score: ScoreStanding, phrases: Phrases) -> Iterator[str]:
    """The cheapest ways to further points, those to a metric that earns nothing first."""
    found = ways_up(score)
    if found.ways:
        yield phrases.words.say("score.ways")
    for way in found.ways[:MOST_WAYS_UP]:
        metric = escape(phrases.words.name(way.metric.metric.name))
        what = way_text(way, phrases)
        yield INDENT + phrases.words.say(
            "score.way", metric=metric, what=what, points=points_number(way.gained, phrases)
        )
    if found.people:
        yield phrases.words.say("score.people_alone", n=found.people)


def way_text(way: WayUp, phrases: Phrases) -> str:
    """What a way to further points takes."""
    say = phrases.words.say
    if way.people:
        told = (say("people.places", n=w.people, asks=phrases.asks(w.asks)) for w in way.people)
        return phrases.words.both(told)
    if way.award is not None:
        return condition_short(way.award.when, phrases)
    if way.measure is None or way.further is None:
        return ""
    metric = phrases.programme.metrics[way.measure.metric]
    further = Decimal(way.further)
    amount = phrases.words.number(further) + " %" if way.effort == "growth" else amount_of(further, metric, phrases)
    return say("score.further", amount=amount, metric=escape(phrases.words.name(metric.name)))


def missing_points(score: ScoreStanding, phrases: Phrases) -> Iterator[str]:
    """What is surely missing to a score: points, and metrics that must not stay at zero."""
    if score.status is not Status.NOT_MET:
        return
    say, lacking = phrases.words.say, Fraction(score.score.at_least) - score.points.high
    if lacking > 0:
        short = -rounded(-lacking)
        missing = say("points.number", n=short, number=phrases.words.number(short))
        yield say("score.short", missing=missing, points=of_points(score, phrases))
    zeros = [m for m in score.nearest.at_zero if m.above_zero is Status.NOT_MET] if score.score.each_above_zero else []
    if zeros:
        names = (escape(phrases.words.name(metric.metric.name)) for metric in zeros)
        yield say("score.above_zero", metrics=phrases.words.both(names))


def open_metrics(score: ScoreStanding, phrases: Phrases) -> Iterator[str]:
    """The metrics of which it is not known what they earn, where that decides."""
    if score.status is Status.NOT_KNOWN:
        names = (metric.metric.name for metric in score.nearest.metrics if not metric.points.known)
        yield from (escape(phrases.words.name(name)) for name in names)


def of_points(score: ScoreStanding, phrases: Phrases) -> str:
    """62 of 70 points, or 20 to 62 of 70 where they are not known."""
    points, of = _span(score.points, phrases), phrases.words.number(score.score.at_least)
    return phrases.words.say("score.of", points=points, of=of)


def _span(points: Span, phrases: Phrases) -> str:
    low, high = (phrases.words.number(rounded(bound)) for bound in (points.low, points.high))
    return low if points.known else phrases.words.say("score.between", low=low, high=high)


def points_number(points: Fraction, phrases: Phrases) -> str:
    """So many points, in words."""
    shown = rounded(points)
    return phrases.words.say("points.number", n=shown, number=phrases.words.number(shown))
