from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import Month, add_months, trailing_year

DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2017, 11, 30), 3, date(2018, 2, 28)),
        (date(2019, 11, 30), 3, date(2020, 2, 29)),
        (date(2017, 11, 28), 3, date(2018, 2, 28)),
        (date(2017, 10, 31), 1, date(2017, 11, 30)),
        (date(2017, 12, 15), 1, date(2018, 1, 15)),
        (date(2018, 1, 15), -1, date(2017, 12, 15)),
        (date(2016, 2, 29), 12, date(2017, 2, 28)),
        (date(2018, 1, 15), 0, date(2018, 1, 15)),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(DAYS, st.integers(-600, 600))
def test_a_day_months_later_lies_in_that_month(day: date, months: int) -> None:
    later = add_months(day, months)

    assert Month.of(later) == Month.of(day).plus(months)
    assert later.day <= day.day
    assert later.day == day.day or Month.of(later + timedelta(days=1)) != Month.of(later)


def test_the_trailing_year_ends_with_the_month_before() -> None:
    assert list(map(str, trailing_year(date(2018, 1, 1)))) == [f"2017-{month:02d}" for month in range(1, 13)]
    assert str(trailing_year(date(2018, 1, 31))[-1]) == "2017-12"
    assert str(trailing_year(date(2018, 2, 1))[-1]) == "2018-01"
    assert str(trailing_year(date(2018, 2, 1))[0]) == "2017-02"


@given(DAYS)
def test_the_trailing_year_is_twelve_months_in_a_row(day: date) -> None:
    year = trailing_year(day)

    assert len(year) == 12
    assert all(later == earlier.plus(1) for earlier, later in pairwise(year))
    assert year[-1].plus(1) == Month.of(day)


def test_a_month_is_read_as_it_is_written() -> None:
    assert str(Month.parse("2017-02")) == "2017-02"
    assert Month.parse("2017-02").first_day == date(2017, 2, 1)


@pytest.mark.parametrize("text", ["2017-13", "2017-00", "2017", "02-2017", "2017-2-1", ""])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Month.parse(text)
