from dataclasses import replace
from datetime import date

import pytest

from domain.facts import Association, Facts, Person
from domain.forgetting import forgotten_on, next_forgetting, to_forget

SINCE, LEFT = date(2016, 1, 1), date(2017, 2, 28)
LEAVER = Person("ada", (), (Association(SINCE, LEFT),), "Ada")


@pytest.mark.parametrize(
    ("today", "forgotten"),
    [(date(2018, 2, 27), ()), (date(2018, 2, 28), ("ada",)), (date(2018, 3, 1), ("ada",))],
)
def test_a_leaver_is_forgotten_when_the_months_of_keeping_are_over(today: date, forgotten: tuple[str, ...]) -> None:
    assert to_forget(Facts("developed", (LEAVER,)), 12, today) == forgotten


@pytest.mark.parametrize(("months", "day"), [(1, date(2017, 3, 28)), (12, date(2018, 2, 28)), (24, date(2019, 2, 28))])
def test_each_organisation_has_its_own_time_of_keeping(months: int, day: date) -> None:
    assert forgotten_on(LEAVER, months) == day


@pytest.mark.parametrize(
    "person",
    [
        replace(LEAVER, associations=None),
        replace(LEAVER, associations=()),
        replace(LEAVER, associations=(Association(SINCE),)),
        replace(LEAVER, associations=(Association(SINCE, LEFT), Association(date(2017, 6, 1)))),
        replace(LEAVER, associations=(Association(SINCE, LEFT, provisional=True),)),
        replace(LEAVER, forgotten=True),
    ],
)
def test_nobody_else_is(person: Person) -> None:
    assert forgotten_on(person, 12) is None


def test_the_last_time_that_somebody_left_counts() -> None:
    again = replace(LEAVER, associations=(Association(SINCE, LEFT), Association(date(2017, 6, 1), date(2017, 9, 30))))

    assert forgotten_on(again, 12) == date(2018, 9, 30)


@pytest.mark.parametrize(
    ("after", "day"), [(date(2018, 2, 27), date(2018, 2, 28)), (date(2018, 2, 28), None), (date(2018, 3, 1), None)]
)
def test_the_next_day_of_forgetting_is_known(after: date, day: date | None) -> None:
    assert next_forgetting(Facts("developed", (LEAVER,)), 12, after) == day
