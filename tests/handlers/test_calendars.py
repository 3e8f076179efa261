from datetime import date, timedelta

import pytest

from domain.organisation_settings import OrganisationSettings
from handlers.calendars import calendar_of

TODAY = date(2018, 1, 15)


@pytest.mark.parametrize(
    ("country", "region", "day", "works"),
    [
        (None, None, date(2018, 5, 1), True),
        ("DE", None, date(2018, 4, 30), True),
        ("DE", None, date(2018, 5, 1), False),
        ("DE", None, date(2018, 5, 2), True),
        ("DE", "BY", date(2018, 1, 6), False),
        ("DE", "SL", date(2018, 8, 15), False),
        ("DE", "BE", date(2018, 8, 15), True),
        ("US", None, date(2018, 7, 4), False),
        ("US", None, date(2018, 5, 1), True),
        ("AU", "SA", date(2018, 3, 12), False),
        ("AU", "NSW", date(2018, 3, 12), True),
        ("IL", None, date(2018, 6, 22), False),
        ("IL", None, date(2018, 6, 24), True),
        ("XX", None, date(2018, 5, 1), True),
        ("DE", "XX", date(2018, 5, 1), False),
    ],
)
def test_a_public_holiday_is_off_where_it_is_one(
    country: str | None, region: str | None, day: date, *, works: bool
) -> None:
    found = calendar_of(OrganisationSettings(country=country, region=region), TODAY)

    assert found.works_on(day) == works


def test_the_turn_of_the_year_is_known_on_both_sides() -> None:
    settings = OrganisationSettings(country="DE")
    for today in (date(2018, 12, 31), date(2019, 1, 1)):
        found = calendar_of(settings, today)
        assert [found.works_on(date(2018, 12, 24) + timedelta(days=n)) for n in range(10)] == [
            True, False, False, True, True, False, False, True, False, True,
        ]  # fmt: skip
