"""A small rule for each way in which points are earned, and for what is made of them."""
# ruff: noqa: E501 - a table reads best with one case a line

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from textwrap import indent

import pytest

from domain.conditions import Reason, Status
from domain.dates import Month
from domain.facts import Facts
from domain.scoring import ScoreStanding
from domain.standing import LevelStanding, standing
from tests.domain.shapes import DAY, competency, firm, programme, year

SALES = "{metric: sales, points: 10, full_at: 100}"
A_DAY = timedelta(days=1)


def rule(*points: str, at_least: int = 1, of: int = 1000, more: str = "") -> str:
    """A score of metrics, each with these points."""
    metrics = "".join(
        f"    - id: m{number}\n      name: {{en: M{number}, de: M{number}}}\n      points:\n{indent(each.strip(), ' ' * 8)}\n"
        for number, each in enumerate(points)
    )
    return f"score:\n  at_least: {at_least}\n  of: {of}\n{more}  metrics:\n{metrics}"


def level(text: str, facts: Facts, on: date = DAY) -> LevelStanding:
    """How gold stands by a rule."""
    return standing(programme(competency("oak", text)), facts, on).competencies["oak"].levels["gold"]


def score(text: str, facts: Facts, on: date = DAY) -> ScoreStanding:
    """How the score of a rule stands."""
    (found,) = level(text, facts, on).nearest.nearest.scores
    return found


def earned(points: str, facts: Facts) -> tuple[Fraction, Fraction]:
    """The bounds of what is earned."""
    found = score(rule(points), facts).points
    return found.low, found.high


def seats(**months: int) -> Mapping[str, Mapping[Month, Decimal]]:
    """Seats by month, written m2017_12."""
    return {"seats": {Month.parse(key[1:].replace("_", "-")): Decimal(value) for key, value in months.items()}}


PEOPLE = "people: {each: {any: [A, B]}, points: 10, full_at: 4}"
ALL = "people: {each: A, points: 10, full_at: 2, all_or_nothing: true}"
GATED = "gated: {gates: [{count: 2, each: A}, {count: 1, each: B, points: 4}], then: {people: {each: C, points: 20, full_at: 5}}}"
SHAPES = [
    ("people earn in proportion", PEOPLE, ["A", "B"], 5),
    ("several certificates of one person count once", PEOPLE, ["A B", "A B"], 5),
    ("no more than all points are earned", PEOPLE, ["A"] * 9, 10),
    ("nobody earns nothing", PEOPLE, [], 0),
    ("all or nothing below the mark", ALL, ["A"], 0),
    ("all or nothing at the mark", ALL, ["A", "A"], 10),
    ("no points before all gates are passed", GATED, ["A", "B", "C", "C"], 4),
    ("a gate's own points are given once", GATED, ["B", "B", "B"], 4),
    ("a gate without own points gives none", GATED, ["A", "A", "C"], 0),
    ("one person stands in several steps, once in each", GATED, ["A B C", "A C"], 12),
    ("different people in each step", GATED, ["A", "A", "B", "C", "C"], 12),
    ("the better part counts", f"best: [{{people: {{each: A, points: 9, full_at: 3}}}}, {{{ALL}}}]", ["A", "A"], 10),
    ("a sum", f"sum: {{of: [{{{PEOPLE}}}, {{{ALL}}}]}}", ["A", "A"], 15),
    ("a sum that is capped", f"sum: {{of: [{{{PEOPLE}}}, {{{ALL}}}], most: 12}}", ["A", "A"], 12),
    ("a cap within a sum", f"sum: {{of: [{{sum: {{of: [{{{PEOPLE}}}], most: 3}}}}, {{{ALL}}}]}}", ["A", "A"], 13),
    ("thirds stay exact", "people: {each: A, points: 20, full_at: 6}", ["A", "A"], Fraction(20, 3)),
]


@pytest.mark.parametrize(("points", "people", "found"), [case[1:] for case in SHAPES], ids=[case[0] for case in SHAPES])
def test_people_earn_points(points: str, people: list[str], found: Fraction) -> None:
    assert earned(points, firm(*people)) == (found, found)


WEIGHTED = "sum: {of: [{figure: {metric: sales, points: 300, full_at: 600}}, {figure: {metric: new_sales, points: 500, full_at: 500}}]}"
FIGURES = [
    ("a flow in proportion", f"figure: {SALES}", {"sales": year(4)}, 4.8),
    ("a flow at the mark", f"figure: {SALES}", {"sales": year(10)}, 10),
    ("losses earn nothing, not less", f"figure: {SALES}", {"sales": year(-1)}, 0),
    ("whole steps alone", "figure: {metric: sales, points: 10, full_at: 100, each: 25}", {"sales": year(4)}, 2.5),
    ("all or nothing below", "figure: {metric: sales, points: 10, full_at: 100, all_or_nothing: true}", {"sales": year(8)}, 0),
    ("all or nothing at the mark", "figure: {metric: sales, points: 10, full_at: 96, all_or_nothing: true}", {"sales": year(8)}, 10),
    ("weights and a cap of one part", WEIGHTED, {"sales": year(20), "new_sales": year(10)}, 120 + 120),
    ("a stock counts by its last month", "figure: {metric: seats, points: 10, full_at: 20}", seats(m2017_11=20, m2017_12=10), 5),
    ("what was added in a year", "figure: {metric: seats, counts: added, points: 10, full_at: 5}", seats(m2016_12=10, m2017_12=13), 6),
    ("what was lost in a year", "figure: {metric: seats, counts: added, points: 10, full_at: 5}", seats(m2016_12=13, m2017_12=10), 0),
    ("the last month reported against the same one", "figure: {metric: seats, counts: added, points: 10, full_at: 5}", seats(m2016_11=10, m2016_12=0, m2017_11=12), 4),
    ("growth in per cent", "figure: {metric: seats, counts: growth, points: 20, full_at: 20}", seats(m2016_12=200, m2017_12=210), 5),
    ("growth from a large enough baseline", "figure: {metric: seats, counts: growth, points: 20, full_at: 20, least_baseline: 100}", seats(m2016_12=100, m2017_12=110), 10),
    ("growth from too small a baseline is none", "figure: {metric: seats, counts: growth, points: 20, full_at: 20, least_baseline: 100}", seats(m2016_12=99, m2017_12=200), 0),
    ("growth from nothing is none", "figure: {metric: seats, counts: growth, points: 20, full_at: 20}", seats(m2016_12=0, m2017_12=200), 0),
    ("a status that is granted", "award: {points: 15, when: {flag: partner}}", {}, 15),
    ("a threshold that is reached", "award: {points: 15, when: {threshold: {metric: sales, at_least: 50, window: annual}}}", {"sales": year(5)}, 15),
]  # fmt: skip


@pytest.mark.parametrize(
    ("points", "figures", "found"), [case[1:] for case in FIGURES], ids=[case[0] for case in FIGURES]
)
def test_figures_and_conditions_earn_points(
    points: str, figures: Mapping[str, Mapping[Month, int]], found: float
) -> None:
    facts = Facts(
        "developed", (), {m: {k: Decimal(v) for k, v in f.items()} for m, f in figures.items()}, {"partner": True}
    )

    assert earned(points, facts) == (Fraction(str(found)),) * 2


UNKNOWN = [
    ("never reported", f"figure: {SALES}", {}, (0, 10), Reason.NEVER_REPORTED),
    ("a flow with gaps earns at least what is there", f"figure: {SALES}", {"sales": year(5, 11)}, (5.5, 10), Reason.MONTHS_MISSING),
    ("no month to compare with", "figure: {metric: seats, counts: added, points: 10, full_at: 5}", seats(m2017_12=13), (0, 10), Reason.MONTHS_MISSING),
    ("never published for this market", "figure: {metric: sales, points: 10, full_at: {developed: null, developing: 5}}", {"sales": year(5)}, (0, 10), Reason.NOT_PUBLISHED),
    ("a baseline never published", "figure: {metric: seats, counts: growth, points: 10, full_at: 5, least_baseline: {developed: null, developing: 5}}", seats(m2016_12=9, m2017_12=13), (0, 10), Reason.NOT_PUBLISHED),
    ("a status that nobody recorded", "award: {points: 15, when: {flag: partner}}", {}, (0, 15), Reason.NOT_RECORDED),
    ("the best of one known and one not", f"best: [{{figure: {SALES}}}, {{figure: {{metric: seats, points: 4, full_at: 1}}}}]", seats(m2017_12=13), (4, 10), Reason.NEVER_REPORTED),
    ("a sum of one known and one not", f"sum: {{most: 12, of: [{{figure: {SALES}}}, {{figure: {{metric: seats, points: 4, full_at: 1}}}}]}}", seats(m2017_12=13), (4, 12), Reason.NEVER_REPORTED),
]  # fmt: skip


@pytest.mark.parametrize(("points", "figures", "bounds", "why"), [c[1:] for c in UNKNOWN], ids=[c[0] for c in UNKNOWN])
def test_what_is_not_known_lies_between_bounds(
    points: str, figures: Mapping[str, Mapping[Month, int]], bounds: tuple[float, float], why: Reason
) -> None:
    facts = Facts("developed", (), {m: {k: Decimal(v) for k, v in f.items()} for m, f in figures.items()})
    (metric,) = score(rule(points), facts).nearest.metrics

    assert (metric.points.low, metric.points.high) == tuple(Fraction(str(bound)) for bound in bounds)
    assert metric.reason is why


STATUSES = [
    ("the lower bound suffices", 5, ["A", "A"], "met"),
    ("only the upper bound does", 6, ["A", "A"], "not known"),
    ("not even the upper one", 16, ["A", "A"], "not met"),
    ("the upper one just does", 15, ["A", "A"], "not known"),
]


@pytest.mark.parametrize(("at_least", "people", "found"), [case[1:] for case in STATUSES], ids=[c[0] for c in STATUSES])
def test_a_score_is_met_or_not_where_its_bounds_say_so_and_else_not_known(
    at_least: int, people: list[str], found: str
) -> None:
    assert score(rule(PEOPLE, f"figure: {SALES}", at_least=at_least), firm(*people)).status.value == found


ABOVE = "  every_metric_above_zero: true\n"


def test_every_metric_has_to_earn_something_where_the_rule_says_so() -> None:
    enough, facts = (PEOPLE, f"figure: {SALES}"), firm(*["A"] * 4, figures={"sales": year(0)})

    assert score(rule(*enough, at_least=10), facts).status is Status.MET
    assert score(rule(*enough, at_least=10, more=ABOVE), facts).status is Status.NOT_MET
    assert score(rule(*enough, at_least=10, more=ABOVE), firm(*["A"] * 4)).status is Status.NOT_KNOWN
    last = {Month.of(DAY).plus(-1): Decimal("0.01")}
    some = replace(facts, figures={"sales": {**{month: Decimal(0) for month in year(0)}, **last}})
    assert score(rule(*enough, at_least=10, more=ABOVE), some).status is Status.MET


def test_the_total_is_never_more_than_there_is() -> None:
    assert score(rule(PEOPLE, ALL, of=12), firm("A", "A", "A", "A")).points.low == 12


def test_bands_make_levels() -> None:
    text = rule(PEOPLE, ALL, at_least=8)
    file = competency("oak", text, silver=rule(PEOPLE, ALL, at_least=6))
    found = [standing(programme(file), firm(*["A"] * number), DAY).competencies["oak"].levels for number in (0, 1, 2)]

    assert [(x["silver"].status.value, x["gold"].status.value) for x in found] == [
        ("not met", "not met"),
        ("not met", "not met"),
        ("met", "met"),
    ]


TRACK = "    - id: {id}\n      name: {{en: {id}, de: {id}}}\n{when}      metrics: [{{id: m, name: {{en: M, de: M}}, points: {{{points}}}}}]\n"


def tracks(*each: tuple[str, str, str], at_least: int = 5) -> str:
    """A score of tracks: the id, the conditions, the points."""
    made = "".join(TRACK.format(id=name, when=when, points=points) for name, when, points in each)
    return f"score:\n  at_least: {at_least}\n  of: 100\n  tracks:\n{made}"


BETTER = tracks(("few", "", ALL), ("many", "", PEOPLE), at_least=10)
WHEN = "      when: [{threshold: {metric: seats, at_least: 80, window: not stated}}]\n      held_in_months: 3\n"
CHOSEN = tracks(("small", WHEN, ALL), ("large", "", PEOPLE), at_least=10)


def test_of_two_tracks_the_one_with_the_better_total_counts() -> None:
    found = score(BETTER, firm("A", "A"))

    assert [track.track.id for track in found.tracks] == ["few", "many"]
    assert found.points.low == 10
    assert found.status is Status.MET
    assert score(BETTER, firm("A")).nearest.track.id == "many"


@pytest.mark.parametrize(("last", "found"), [(9, "large"), (10, "small"), (12, "small")])
def test_a_condition_that_held_once_in_the_window_chooses_the_track(last: int, found: str) -> None:
    """In January the months before October and its own count no longer: those from October's data on are three."""
    shares = {Month(2017, number): Decimal(80 if number == last else 79) for number in range(1, 13)}

    (track,) = score(CHOSEN, firm("A", figures={"seats": shares})).tracks

    assert track.track.id == found


def test_where_it_is_not_known_which_track_counts_the_score_lies_between_them() -> None:
    found = score(CHOSEN, firm("A"))

    assert {track.track.id for track in found.tracks} == {"small", "large"}
    assert (found.points.low, found.points.high) == (Fraction(0), Fraction(5, 2))
    assert found.status is Status.NOT_MET
    assert score(CHOSEN, firm(*["A"] * 2)).status is Status.NOT_KNOWN
    assert score(CHOSEN, firm(*["A"] * 4)).status is Status.MET


def test_the_people_who_are_missing_are_those_without_whom_no_figures_are_enough() -> None:
    text = rule(
        "people: {each: A, points: 40, full_at: 10}", "figure: {metric: sales, points: 60, full_at: 9}", at_least=70
    )

    assert [level(text, firm(*["A"] * number)).nearest.people_missing for number in (0, 1, 3)] == [3, 2, 0]
    assert level(text, firm()).nearest.nearest.headcount == 3
    assert level(text, firm("A", "B", "A")).nearest.contributors == ("p0", "p2")
