from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.conditions import ConditionStanding, Reason, Status
from domain.dates import Month, trailing_year
from domain.facts import Facts, LevelOverride, Membership
from domain.risk import by_subject, outlooks
from domain.rulebook import WINDOWS
from domain.standing import standing
from domain.timeline import lapses, next_change
from domain.windows import months_of, year_days, year_start
from domain.years import CompetencyYear
from tests.domain.shapes import competency, firm, programme

BOUGHT = Membership("gold", date(2017, 5, 15), date(2018, 5, 15))
RENEWED = Membership("gold", date(2017, 5, 15), date(2019, 5, 15))
RULE = "threshold: {metric: sales, at_least: 120, window: anniversary_year}"
AVERAGE = "threshold: {metric: sales, at_least: 1, monthly_average: 10, window: anniversary_year}"
SEATS = "threshold: {metric: seats, at_least: 100, window: anniversary_year}"


def months(first: str, last: str) -> tuple[Month, ...]:
    """All months from one to another."""
    found = [Month.parse(first)]
    while found[-1] < Month.parse(last):
        found.append(found[-1].plus(1))
    return tuple(found)


def judged(on: str, rule: str = RULE, membership: Membership | None = BOUGHT, **figures: object) -> ConditionStanding:
    """The one condition of gold on a day."""
    facts: Facts = firm(figures=figures, membership=membership)
    found = standing(programme(competency("oak", rule)), facts, date.fromisoformat(on)).level("oak", "gold")
    assert found is not None
    return found.nearest.nearest.conditions[0]


def holding(membership: Membership | None, *earlier: Membership) -> Facts:
    """A company with nothing but its memberships."""
    return Facts("developed", membership=membership, earlier_memberships=earlier)


def sold(first: str, last: str, value: int = 10) -> dict[Month, int]:
    """So much in each month of a period."""
    return dict.fromkeys(months(first, last), value)


@pytest.mark.parametrize(
    ("on", "first", "last"),
    [
        ("2017-06-01", "2017-05", "2017-05"),
        ("2017-12-31", "2017-05", "2017-11"),
        ("2018-01-01", "2017-05", "2017-12"),
        ("2018-01-02", "2017-05", "2017-12"),
        ("2018-04-30", "2017-05", "2018-03"),
        ("2018-05-01", "2017-05", "2018-04"),
        ("2018-05-14", "2017-05", "2018-04"),
        ("2018-05-15", "2017-05", "2018-04"),
        ("2018-05-16", "2017-05", "2018-04"),
        ("2019-05-14", "2017-05", "2018-04"),
    ],
)
def test_the_membership_year_takes_in_a_month_when_it_is_over_and_its_anniversary_judges_all_twelve(
    on: str, first: str, last: str
) -> None:
    assert months_of("anniversary_year", holding(BOUGHT), date.fromisoformat(on)) == months(first, last)


@pytest.mark.parametrize("on", ["2017-05-15", "2017-05-16", "2017-05-31"])
def test_of_a_year_that_has_only_begun_no_month_counts_yet(on: str) -> None:
    assert months_of("anniversary_year", holding(BOUGHT), date.fromisoformat(on)) == ()


@pytest.mark.parametrize("on", ["2017-05-14", "2019-05-15", "2019-05-16"])
def test_before_the_purchase_and_a_year_after_the_anniversary_no_membership_says_which_months_count(on: str) -> None:
    assert months_of("anniversary_year", holding(BOUGHT), date.fromisoformat(on)) is None
    assert months_of("anniversary_year", holding(None), date.fromisoformat(on)) is None


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        ("2018-05-14", months("2017-05", "2018-04")),
        ("2018-05-15", ()),
        ("2018-05-16", ()),
        ("2018-06-01", months("2018-05", "2018-05")),
        ("2019-05-15", months("2018-05", "2019-04")),
    ],
)
def test_once_the_renewal_is_recorded_the_year_turns_on_the_anniversary(on: str, counted: tuple[Month, ...]) -> None:
    assert months_of("anniversary_year", holding(RENEWED), date.fromisoformat(on)) == counted


def test_other_windows_need_no_membership() -> None:
    for window in set(WINDOWS.values()) - {"anniversary_year"}:
        assert months_of(window, holding(None), date(2018, 1, 15)) == trailing_year(date(2018, 1, 15))


@pytest.mark.parametrize(
    ("on", "sales", "status", "reason"),
    [
        ("2018-05-15", sold("2017-05", "2018-04"), Status.MET, None),
        ("2018-05-15", sold("2017-05", "2018-04", 9), Status.NOT_MET, None),
        ("2018-05-15", sold("2017-05", "2018-03"), Status.NOT_KNOWN, Reason.MONTHS_MISSING),
        ("2018-05-15", sold("2017-04", "2018-03"), Status.NOT_KNOWN, Reason.MONTHS_MISSING),
        ("2018-01-31", sold("2017-05", "2017-12"), Status.NOT_MET, None),
        ("2018-02-01", sold("2017-05", "2017-12"), Status.NOT_KNOWN, Reason.MONTHS_MISSING),
        ("2018-02-01", sold("2017-05", "2017-12", 15), Status.MET, None),
        ("2018-01-15", {Month(2018, 1): 500}, Status.NOT_KNOWN, Reason.NEVER_REPORTED),
        ("2017-05-20", sold("2017-01", "2017-04"), Status.NOT_KNOWN, Reason.YEAR_JUST_BEGUN),
    ],
)
def test_a_flow_is_summed_over_the_months_of_the_membership_year(
    on: str, sales: dict[Month, int], status: Status, reason: Reason | None
) -> None:
    found = judged(on, sales=sales)

    assert (found.status, found.reason) == (status, reason)


def test_without_a_membership_the_threshold_is_not_known_and_says_why() -> None:
    found = judged("2018-01-15", membership=None, sales=sold("2017-01", "2017-12", 99))

    assert (found.status, found.reason, found.value) == (Status.NOT_KNOWN, Reason.NO_MEMBERSHIP, None)


@pytest.mark.parametrize(
    ("on", "status"),
    [("2018-05-15", Status.MET), ("2018-05-31", Status.MET), ("2017-06-15", Status.NOT_KNOWN)],
)
def test_of_a_stock_the_last_month_of_the_membership_year_counts(on: str, status: Status) -> None:
    assert judged(on, SEATS, seats={Month(2017, 4): 500, Month(2017, 12): 100}).status is status


@pytest.mark.parametrize(("value", "status"), [(10, Status.MET), (9, Status.NOT_MET)])
def test_a_monthly_average_is_over_the_months_of_the_year_that_are_over(value: int, status: Status) -> None:
    assert judged("2017-08-15", AVERAGE, sales=sold("2017-05", "2017-07", value)).status is status


DAYS = st.dates(date(2015, 1, 1), date(2021, 12, 31))


@given(DAYS, st.integers(1, 1200), DAYS)
def test_the_months_change_on_no_other_day_than_those_that_are_named(bought: date, long: int, on: date) -> None:
    membership = Membership("gold", bought, date.fromordinal(bought.toordinal() + long))
    eve = date.fromordinal(on.toordinal() - 1)
    counted = [months_of("anniversary_year", holding(membership), day) for day in (eve, on)]

    assert counted[0] == counted[1] or on in year_days(holding(membership))


@pytest.mark.parametrize(
    "membership",
    [
        Membership("gold", date(1, 1, 1), date(1, 6, 1)),
        Membership("gold", date(9998, 12, 31), date(9999, 12, 31)),
        Membership("gold", date(2016, 2, 29), date(2017, 2, 28)),
    ],
)
def test_a_year_is_found_at_either_end_of_the_calendar_and_over_a_leap_day(membership: Membership) -> None:
    start = year_start(membership, membership.anniversary)

    assert start is not None
    assert start < membership.anniversary
    assert membership.purchased in year_days(holding(membership))


@pytest.mark.parametrize(("membership", "turn"), [(BOUGHT, "2018-05-01"), (RENEWED, "2018-05-15")])
def test_the_days_on_which_a_month_comes_or_the_year_turns_are_known_to_change_something(
    membership: Membership, turn: str
) -> None:
    rules = programme(competency("oak", RULE))
    facts = firm(figures={"sales": sold("2017-05", "2018-04", 20)}, membership=membership)
    day = date.fromisoformat(turn)

    assert day in {found.on for found in lapses(rules, facts, rules.competencies["oak"], date.min, date.max)}
    assert next_change(rules, facts, day - timedelta(1)) == day


def test_a_year_that_turns_ends_what_the_year_before_it_met() -> None:
    rules = programme(competency("oak", RULE))
    facts = firm(figures={"sales": sold("2017-05", "2018-04")}, membership=RENEWED)
    year = CompetencyYear(rules, facts, rules.competencies["oak"])

    assert [year.met("gold", date(2018, 5, day)) for day in (14, 15, 16)] == [True, False, False]
    assert [found.kind for found in year.lapses_on(date(2018, 5, 15))] == ["figures"]


@pytest.mark.parametrize(
    ("last", "value", "status"),
    [("2018-04", 10, Status.MET), ("2018-04", 9, Status.NOT_MET), ("2018-03", 10, Status.NOT_KNOWN)],
)
def test_the_outlook_at_the_anniversary_is_of_the_year_that_ends(last: str, value: int, status: Status) -> None:
    rules = programme(competency("oak", RULE), competency("elm", "people: {count: 1, each: A}"))
    facts = firm("A", figures={"sales": sold("2017-05", last, value)}, membership=BOUGHT)
    covered = replace(facts, overrides=(LevelOverride("oak", "gold", date(2018, 1, 1), date(2018, 4, 1), "o1"),))
    found = by_subject(outlooks(rules, covered, date(2018, 1, 15)))

    assert found["oak/gold"].status is status


@pytest.mark.parametrize(
    ("on", "counted"),
    [
        ("2018-05-14", months("2017-05", "2018-04")),
        ("2018-05-15", ()),
        ("2018-06-01", months("2018-05", "2018-05")),
    ],
)
def test_a_day_before_the_renewal_is_judged_by_the_year_before_it(on: str, counted: tuple[Month, ...]) -> None:
    before = replace(BOUGHT, ended_on=date(2018, 5, 15))
    now = Membership("gold", date(2018, 5, 15), date(2019, 5, 15), "renewed")

    assert months_of("anniversary_year", holding(now, before), date.fromisoformat(on)) == counted
