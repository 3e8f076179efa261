"""Figures that nobody reported: which month is told when, how often, and to how many."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Facts
from domain.notice_figures import figure_days, month_due
from domain.notices import History, Owed, due
from domain.rounds import handed_on
from tests.domain.samples import TODAY, company, figures
from tests.domain.test_notice_dates import ADA, BOB, PLAIN, QUIET, of_kind
from tests.domain.test_rounds import DAY, MONDAY, now, slip


@pytest.mark.parametrize(
    ("on", "month"),
    [
        (date(2018, 2, 20), "2017-12"),
        (date(2018, 2, 21), "2018-01"),
        (date(2018, 2, 28), "2018-01"),
        (date(2018, 3, 1), "2018-01"),
        (date(2018, 3, 20), "2018-01"),
        (date(2018, 3, 21), "2018-02"),
        (date(2018, 1, 20), "2017-11"),
        (date(2018, 1, 21), "2017-12"),
    ],
)
def test_a_month_is_overdue_from_the_21st_of_the_next_on(on: date, month: str) -> None:
    assert str(month_due(on)) == month


def reported(until: str) -> Facts:
    """Everything reported from January 2017 to a month."""
    last = Month.parse(until)
    months = (last.year - 2017) * 12 + last.month
    return replace(QUIET, figures=figures("2017-01", months))


@pytest.mark.parametrize(
    ("on", "overdue"), [(date(2018, 2, 20), False), (date(2018, 2, 21), True), (date(2018, 3, 20), True)]
)
def test_a_month_that_nobody_reported_by_the_20th_is_told_once_it_is_past(on: date, *, overdue: bool) -> None:
    told = of_kind("figures_overdue", PLAIN, reported("2017-12"), on)

    assert [notice.subject for notice in told] == (["figures/2018-01"] if overdue else [])
    assert all(n.details == {"month": "2018-01", "metrics": "usage", "levels": "cloud/gold"} for n in told)


def test_a_reported_month_is_not_told_and_neither_is_what_nobody_has_begun() -> None:
    day = date(2018, 2, 21)

    assert of_kind("figures_overdue", PLAIN, reported("2018-01"), day) == []
    assert of_kind("figures_overdue", PLAIN, company(figures={}), day) == []
    assert of_kind("figures_overdue", PLAIN, company(ADA, figures={}), day) == []
    assert of_kind("figures_overdue", PLAIN, company(ADA, BOB, figures={}), day) == []


def test_after_months_of_silence_only_the_last_one_is_told() -> None:
    told = of_kind("figures_overdue", PLAIN, reported("2017-10"), date(2018, 2, 21))

    assert [notice.subject for notice in told] == ["figures/2018-01"]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ([], True),
        (["2018-01"], True),
        (["2018-01", "2018-02"], False),
        (["2018-02", "2018-03"], False),
        (["2017-12", "2018-01"], False),
        (["2017-10", "2017-11", "2018-01"], True),
    ],
)
def test_after_two_months_without_an_answer_figures_are_asked_for_every_three_months(
    asked: list[str], *, told: bool
) -> None:
    """March is due, and November 2017 was the last one reported: what was asked for before that was answered."""
    days = {month: Month.parse(month).first_day.toordinal() for month in asked}
    history = History(steps=frozenset(("figures_overdue", f"figures/{m}", day, "overdue") for m, day in days.items()))

    found = due(PLAIN, reported("2017-11"), date(2018, 4, 21), history).notices

    assert [n.subject for n in found if n.kind == "figures_overdue"] == (["figures/2018-03"] if told else [])


def test_a_year_of_silence_asks_as_often_as_the_rhythm_says_and_says_so_from_the_second_time_on() -> None:
    facts, history, asked = reported("2017-11"), History(), []
    for ahead in range(12):
        day = Month(2018, 1).plus(ahead).first_day + timedelta(days=20)
        found = [n for n in due(PLAIN, facts, day, history).notices if n.kind == "figures_overdue"]
        history = History(steps=history.steps | {notice.key for notice in found})
        asked += [(notice.details["month"], "slow" in notice.details) for notice in found]

    assert asked == [("2017-12", False), ("2018-01", True), ("2018-04", True), ("2018-07", True), ("2018-10", True)]


def test_an_answer_ends_the_slow_rhythm() -> None:
    told = {("figures_overdue", f"figures/2018-0{m}", date(2018, m, 1).toordinal(), "overdue") for m in (1, 2)}
    again = replace(QUIET, figures={"usage": {**figures("2017-01", 12)["usage"], Month(2018, 3): Decimal(10)}})

    found = due(PLAIN, again, date(2018, 5, 21), History(steps=frozenset(told))).notices

    assert [n.subject for n in found if n.kind == "figures_overdue"] == ["figures/2018-04"]


def test_the_days_on_which_months_become_overdue_are_days_to_look() -> None:
    assert list(figure_days(QUIET, date(2018, 2, 20))) == [date(2018, 2, 21), date(2018, 3, 21)]
    assert list(figure_days(QUIET, date(2018, 2, 21))) == [date(2018, 3, 21)]
    assert list(figure_days(replace(QUIET, people=(), figures={}), TODAY)) == []


def test_missing_figures_are_handed_on_to_one_more_admin_and_no_further() -> None:
    missing = Owed("figures_overdue", "figures/2018-01", 1, "overdue")
    first, second = slip(missing, went=MONDAY), slip(missing, "UB", went=MONDAY + 3 * DAY)

    assert [one.recipient for one in handed_on([first], now(MONDAY + 3 * DAY))[0]] == ["UB"]
    assert handed_on([first, second], now(MONDAY + 10 * DAY)) == ((), None)
