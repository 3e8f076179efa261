"""Laws that hold of every score: points, people and figures are drawn at random."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.conditions import Status
from domain.dates import Month
from domain.earning import Supposed, headcount, most_people, reached
from domain.facts import Achievement, Facts, Person
from domain.points import (
    Award,
    BestOf,
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
from domain.requirements import Amounts, Flag, Holds, OneOf
from domain.score_gaps import ways_up
from domain.scoring import ScoreStanding
from domain.standing import standing
from tests.domain.samples import FIRST_RULES, TODAY, competency, programme, rules

CODES = ("E-1", "E-2", "E-3")
LAST = Month.of(TODAY).plus(-1)
RANK = {Status.NOT_MET: 0, Status.NOT_KNOWN: 1, Status.MET: 2}
COUNTS = st.integers(1, 5)
SOME = COUNTS.map(Decimal)
EACH = st.sampled_from((*map(Holds, CODES), OneOf((Holds("E-1"), Holds("E-3")))))
MEASURES = st.sampled_from(
    (
        Measure("usage"),
        Measure("usage", "added"),
        Measure("usage", "growth", Amounts(Decimal(3), Decimal(3))),
    )
)
AMOUNTS = SOME.map(lambda amount: Amounts(amount, amount))
LEAVES: st.SearchStrategy[Points] = st.one_of(
    st.builds(PeoplePoints, EACH, SOME, COUNTS, st.booleans()),
    st.builds(FigurePoints, MEASURES, SOME, AMOUNTS, st.none() | SOME, st.booleans()),
    st.builds(Award, SOME, st.just(Flag("partner"))),
)


def _joined(parts: st.SearchStrategy[Points]) -> st.SearchStrategy[Points]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    gates = st.lists(st.builds(Gate, COUNTS, EACH, st.just(Decimal(0)) | SOME), min_size=1, max_size=2).map(tuple)
    return st.one_of(st.builds(SumOf, several, st.none() | SOME), several.map(BestOf), st.builds(Gated, gates, parts))


POINTS = st.recursive(LEAVES, _joined, max_leaves=4)
MONTHS = [LAST.plus(-back) for back in range(24)]
FIGURES = st.dictionaries(st.sampled_from(MONTHS), st.integers(0, 9).map(Decimal))


@st.composite
def scores(draw: st.DrawFn) -> Score:
    """A score that somebody can reach, of one or two tracks."""
    tracks = []
    for number in range(draw(st.integers(1, 2))):
        each = draw(st.lists(POINTS, min_size=1, max_size=3))
        metrics = tuple(ScoreMetric(f"m{n}", {"en": "M"}, points, most_of(points)) for n, points in enumerate(each))
        tracks.append(Track(f"t{number}", {"en": "T"}, metrics))
    most = min(sum(metric.most for metric in track.metrics) for track in tracks)
    at_least = draw(st.integers(1, max(int(most), 1)).map(Decimal))
    window = draw(st.none() | st.just(ScoreWindow(months=3)))
    return Score(min(at_least, Decimal(most)), Decimal(100), tuple(tracks), draw(st.booleans()), window)


@st.composite
def firms(draw: st.DrawFn) -> Facts:
    """People who hold some of it, figures with gaps, a status or none."""
    held = draw(st.lists(st.sets(st.sampled_from(CODES)), max_size=5))
    people = tuple(
        Person(f"p{n}", tuple(Achievement(code, draw(st.dates(date(2017, 9, 1), date(2018, 2, 1)))) for code in mine))
        for n, mine in enumerate(map(sorted, held))
    )
    flags = draw(st.dictionaries(st.just("partner"), st.booleans()))
    return Facts("developed", people, {"usage": draw(FIGURES)}, flags)


def judged(score: Score, facts: Facts, on: date = TODAY) -> ScoreStanding:
    """How the score stands as the one thing that a level asks for."""
    found = standing(programme(oak=competency("oak", "Oak", rules(FIRST_RULES, gold=score))), facts, on)
    (standing_of_score,) = found.competencies["oak"].levels["gold"].nearest.nearest.scores
    return standing_of_score


@settings(max_examples=40, deadline=None)
@given(scores(), firms(), st.sampled_from(CODES))
def test_a_further_achievement_never_lowers_a_score(score: Score, facts: Facts, code: str) -> None:
    further = Person("new", (Achievement(code, date(2017, 1, 1)),))
    before, after = judged(score, facts), judged(score, replace(facts, people=(*facts.people, further)))

    assert (before.points.low, before.points.high) <= (after.points.low, after.points.high)
    assert RANK[before.status] <= RANK[after.status]
    assert after.people_missing <= before.people_missing


@settings(max_examples=40, deadline=None)
@given(scores(), firms())
def test_a_higher_figure_of_the_last_month_never_lowers_a_score(score: Score, facts: Facts) -> None:
    figures = {LAST: Decimal(0), **facts.figures["usage"]}
    before = judged(score, replace(facts, figures={"usage": figures}))
    after = judged(score, replace(facts, figures={"usage": {**figures, LAST: figures[LAST] + 5}}))

    assert before.points.low <= after.points.low
    assert before.points.high <= after.points.high


@settings(max_examples=40, deadline=None)
@given(scores(), firms())
def test_no_metric_earns_more_than_it_may_and_no_total_is_more_than_its_metrics(score: Score, facts: Facts) -> None:
    for track in judged(score, facts).tracks:
        assert all(0 <= m.points.low <= m.points.high <= m.metric.most for m in track.metrics)
        assert track.points.low == sum((m.points.low for m in track.metrics), Fraction(0))


@settings(max_examples=40, deadline=None)
@given(scores(), firms(), FIGURES, st.booleans())
def test_what_becomes_known_lies_within_the_bounds(score: Score, facts: Facts, figures: object, partner: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    """Months that were not reported are filled in; of a flow the sum only grows: they are from zero on."""
    assert isinstance(figures, dict)
    filled = {month: facts.figures["usage"].get(month, figures.get(month, Decimal(1))) for month in MONTHS}
    latest = max((m for m in facts.figures["usage"] if m in MONTHS[:12]), default=None)
    known = filled if latest is None else {m: v for m, v in filled.items() if m <= latest or m not in MONTHS[:12]}
    before = judged(score, facts)
    after = judged(score, replace(facts, figures={"usage": known}, flags={"partner": partner, **facts.flags}))

    for was, now in zip(sorted(before.tracks, key=_id), sorted(after.tracks, key=_id), strict=True):
        assert was.points.low <= now.points.low
        assert now.points.high <= was.points.high


def _id(track: object) -> str:
    return str(track.track.id)  # type: ignore[attr-defined]  # a TrackStanding


@settings(max_examples=40, deadline=None)
@given(scores(), firms())
def test_the_contributors_alone_earn_as_much_on_their_track(score: Score, facts: Facts) -> None:
    found = judged(score, facts)
    alone = judged(score, replace(facts, people=tuple(p for p in facts.people if p.id in found.nearest.contributors)))
    same = next(track for track in alone.tracks if track.track.id == found.nearest.track.id)

    assert same.points == found.nearest.points


@settings(max_examples=40, deadline=None)
@given(scores(), firms())
def test_so_many_people_as_are_missing_are_enough_and_no_fewer(score: Score, facts: Facts) -> None:
    found = judged(score, facts)
    people = ways_up(found).people
    more = [Person(f"new{n}", tuple(Achievement(code, date(2017, 1, 1)) for code in CODES)) for n in range(people or 0)]

    if people is not None:
        assert judged(score, replace(facts, people=(*facts.people, *more))).today is Status.MET
    if people:
        fewer = judged(score, replace(facts, people=(*facts.people, *more[1:])))
        assert next(t for t in fewer.tracks if t.track.id == found.nearest.track.id).status is not Status.MET


@settings(max_examples=40, deadline=None)
@given(scores(), firms())
def test_every_way_up_brings_the_points_that_it_promises(score: Score, facts: Facts) -> None:
    found = judged(score, facts)
    for way in ways_up(found).ways:
        assert way.gained > 0
        assert way.metric.points.low + way.gained <= way.metric.metric.most


@settings(max_examples=40, deadline=None)
@given(scores())
def test_the_headcount_is_the_fewest_people_with_whom_a_score_can_be_reached(score: Score) -> None:
    number, most = headcount(score), most_people(score)

    assert 0 <= number <= most
    assert number == most or any(reached(score, track, Supposed(number)) for track in score.tracks)
    assert number == 0 or not any(reached(score, track, Supposed(number - 1)) for track in score.tracks)
