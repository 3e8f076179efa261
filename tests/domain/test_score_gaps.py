"""The cheapest ways to points, one small rule for each kind of effort."""

from decimal import Decimal
from fractions import Fraction

from domain.dates import Month
from domain.facts import Facts
from domain.score_gaps import WaysUp, ways_up
from tests.domain.shapes import DAY, firm, year
from tests.domain.test_points import ABOVE, rule, score

LAST = Month.of(DAY).plus(-1)
PEOPLE = "people: {each: A, points: 40, full_at: 10}"
GATED = "gated: {gates: [{count: 2, each: A}, {count: 1, each: B}], then: {people: {each: C, points: 20, full_at: 5}}}"
ADDED = "figure: {metric: seats, counts: added, points: 30, full_at: 3}"
GROWTH = "figure: {metric: seats, counts: growth, points: 20, full_at: 20}"


def seats(before: int, now: int) -> dict[str, dict[Month, Decimal]]:
    """Seats last month and a year before."""
    return {"seats": {LAST: Decimal(now), LAST.plus(-12): Decimal(before)}}


def ways(text: str, facts: Facts) -> WaysUp:
    """The ways to further points."""
    return ways_up(score(text, facts))


def told(found: WaysUp) -> list[tuple[str, str, float]]:
    """What each way is about, how, and what it brings."""
    return [(way.metric.metric.id, way.effort, float(way.gained)) for way in found.ways]


def test_a_metric_at_zero_comes_first_whatever_it_takes() -> None:
    facts = firm("A", figures=seats(10, 10))

    plain = ways(rule(PEOPLE, GROWTH, at_least=30), facts)
    above = ways(rule(PEOPLE, GROWTH, at_least=30, more=ABOVE), facts)

    assert [way.metric.metric.id for way in plain.ways] == ["m0", "m1"]
    assert [way.metric.metric.id for way in above.ways] == ["m1", "m0"]
    assert [metric.metric.id for metric in above.at_zero] == ["m1"]
    assert plain.at_zero == ()


def test_people_come_before_customers_and_these_before_growth() -> None:
    found = ways(rule(GROWTH, ADDED, PEOPLE, at_least=80), firm("A", figures=seats(100, 101)))

    assert [way.effort for way in found.ways] == ["people", "added", "growth"]
    assert found.missing == 80 - 1 - 10 - 4


def test_people_are_ordered_by_the_certificates_that_a_point_takes() -> None:
    found = ways(rule(PEOPLE, "people: {each: B, points: 15, full_at: 1}", at_least=50), firm())

    assert told(found) == [("m1", "people", 15), ("m0", "people", 4)]


def test_gates_that_are_not_passed_are_part_of_the_way() -> None:
    (way,) = ways(rule(GATED, at_least=4), firm("A", "C")).ways

    assert [(wanted.people, wanted.asks) for wanted in way.people] == [
        (1, way.people[0].asks),
        (1, way.people[1].asks),
    ]
    assert (way.certificates, way.gained) == (2, Fraction(4))
    (whole,) = ways(rule(GATED, at_least=4), firm()).ways
    assert (whole.certificates, whole.gained) == (4, Fraction(4))


def test_a_figure_is_asked_for_as_much_as_is_missing_and_no_more_than_counts() -> None:
    few, all_of_it = (ways(rule(ADDED, PEOPLE, at_least=n), firm(figures=seats(10, 10))) for n in (15, 60))
    (added,) = (way for way in few.ways if way.effort == "added")
    (most,) = (way for way in all_of_it.ways if way.effort == "added")

    assert added.further == 2
    assert added.gained == 20
    assert most.further == 3
    assert most.gained == 30


def test_what_was_lost_has_to_be_won_back_first() -> None:
    (way,) = ways(rule(ADDED, at_least=10), firm(figures=seats(10, 8))).ways

    assert way.further == 3
    assert way.gained == 10


def test_of_the_best_of_two_each_has_to_beat_the_better_one() -> None:
    best = f"best: [{{{ADDED}}}, {{figure: {{metric: sales, points: 30, full_at: 300}}}}]"
    found = ways(rule(best, at_least=30), firm(figures={**seats(10, 12), "sales": year(5)}))

    assert told(found) == [("m0", "added", 10), ("m0", "value", 10)]
    assert [way.further for way in found.ways] == [1, 240]


def test_a_figure_that_was_never_reported_and_one_that_cannot_grow_show_no_way() -> None:
    least = GROWTH.replace("full_at: 20", "full_at: 20, least_baseline: 50")

    assert ways(rule(ADDED), firm()).ways == ()
    assert ways(rule(least), firm(figures=seats(49, 60))).ways == ()


def test_a_condition_shows_what_it_would_bring() -> None:
    (way,) = ways(rule("award: {points: 15, when: {flag: partner}}", at_least=10), firm(flags={"partner": False})).ways

    assert way.effort == "condition"
    assert way.gained == 15
    assert ways(rule("award: {points: 15, when: {flag: partner}}"), firm(flags={"partner": True})).ways == ()


def test_the_fewest_people_are_counted_where_they_alone_can_do_it() -> None:
    assert ways(rule(PEOPLE, GATED, at_least=20), firm("A")).people == 2
    assert ways(rule(PEOPLE, at_least=4), firm("A")).people == 0
    assert ways(rule(PEOPLE, ADDED, at_least=60), firm(figures=seats(10, 11))).people is None
