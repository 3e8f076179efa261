from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.association_rules import (
    AssociationRule,
    Lag,
    MoveLimits,
    association_on,
    counts_at_vendor,
    may_move_from,
    read_associations,
)
from domain.reading import Mistake, Spot
from storage.catalogue import load_catalogue
from storage.yaml_tree import parse_tree

DAY = timedelta(days=1)
RULES = load_catalogue()["ms-mpn-competencies"].associations
BERLIN = ZoneInfo("Europe/Berlin")
LIMITS = MoveLimits(most_a_year=3, days_apart=30)


def noon(year: int, month: int, day: int, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime(year, month, day, 12, tzinfo=zone)


@pytest.mark.parametrize(
    ("day", "source"),
    [
        (date(2016, 1, 1), "J17"),
        (date(2017, 7, 18), "J17"),
        (date(2021, 6, 30), "J17"),
        (date(2021, 7, 1), "L21"),
        (date(2023, 10, 22), "L21"),
        (date(2023, 10, 23), "K23"),
    ],
)
def test_a_rule_holds_from_its_day_until_the_next_and_the_first_one_before_that(day: date, source: str) -> None:
    rule = association_on(RULES, day)

    assert rule is not None
    assert rule.source == source


def test_no_rule_at_all_says_nothing() -> None:
    assert association_on((), date(2018, 1, 1)) is None
    assert counts_at_vendor(None, noon(2018, 1, 15)) is None
    assert counts_at_vendor(AssociationRule(date(2017, 1, 1), "S", date(2026, 1, 1)), noon(2018, 1, 15)) is None
    assert may_move_from((), [date(2018, 1, 1)], date(2018, 1, 1)) == date(2018, 1, 1)


@pytest.mark.parametrize(
    ("at", "first", "last"),
    [
        (noon(2018, 1, 15), date(2018, 1, 16), date(2018, 1, 16)),
        (noon(2021, 6, 30), date(2021, 7, 1), date(2021, 7, 1)),
        (noon(2021, 7, 1), date(2021, 7, 2), date(2021, 7, 4)),
        (noon(2023, 10, 22), date(2023, 10, 23), date(2023, 10, 25)),
        (noon(2023, 10, 23), date(2023, 11, 2), date(2023, 11, 2)),
    ],
)
def test_a_link_counts_at_the_vendor_after_the_lag_of_its_own_day(at: datetime, first: date, last: date) -> None:
    assert counts_at_vendor(association_on(RULES, at.date()), at) == (first, last)


def test_hours_are_hours_where_the_clocks_change() -> None:
    day = AssociationRule(date(2017, 1, 1), "S", date(2026, 1, 1), Lag(24, 24))
    forward, back = (datetime(2018, *rest, tzinfo=BERLIN) for rest in ((3, 24, 23, 30), (10, 28, 0, 30)))

    assert counts_at_vendor(day, forward) == (date(2018, 3, 26), date(2018, 3, 26))
    assert counts_at_vendor(day, back) == (date(2018, 10, 28), date(2018, 10, 28))


def test_the_days_are_those_of_the_zone_that_the_moment_is_in() -> None:
    late = datetime(2018, 1, 15, 23, 30, tzinfo=UTC)

    assert counts_at_vendor(association_on(RULES, date(2018, 1, 15)), late) == (date(2018, 1, 16), date(2018, 1, 16))
    assert counts_at_vendor(association_on(RULES, date(2018, 1, 15)), late.astimezone(BERLIN)) == (
        date(2018, 1, 17),
        date(2018, 1, 17),
    )


def test_a_profile_may_move_again_after_thirty_days() -> None:
    first = date(2021, 8, 1)

    assert may_move_from(RULES, [first], first + 29 * DAY) == first + 30 * DAY
    assert may_move_from(RULES, [first], first + 30 * DAY) == first + 30 * DAY
    assert may_move_from(RULES, [first], first + 31 * DAY) == first + 31 * DAY


def test_a_fourth_association_waits_until_the_first_of_three_is_a_year_old() -> None:
    begun = [date(2021, 8, 1), date(2021, 10, 1), date(2021, 12, 1)]

    assert may_move_from(RULES, begun[:2], date(2022, 1, 15)) == date(2022, 1, 15)
    assert may_move_from(RULES, begun, date(2022, 1, 15)) == date(2022, 8, 1)
    assert may_move_from(RULES, begun, date(2022, 7, 31)) == date(2022, 8, 1)
    assert may_move_from(RULES, begun, date(2022, 8, 2)) == date(2022, 8, 2)


def test_before_the_limits_were_published_nothing_holds_a_move_back() -> None:
    begun = [date(2021, 6, 20), date(2021, 6, 25), date(2021, 6, 29)]

    assert may_move_from(RULES, begun, date(2021, 6, 30)) == date(2021, 6, 30)
    assert may_move_from(RULES, begun, date(2021, 7, 1)) == date(2022, 6, 20)


def test_a_limit_that_ends_before_it_would_allow_a_move_is_not_waited_for() -> None:
    rules = (
        AssociationRule(date(2020, 1, 1), "A", date(2026, 1, 1), None, MoveLimits(1, 30)),
        AssociationRule(date(2020, 3, 1), "B", date(2026, 1, 1)),
    )

    assert may_move_from(rules, [date(2020, 2, 1)], date(2020, 2, 10)) == date(2020, 3, 1)


DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))


@settings(max_examples=60)
@given(st.lists(DAYS, max_size=6), DAYS)
def test_the_earliest_day_is_no_earlier_than_wanted_allowed_itself_and_the_first_that_is(
    begun: list[date], wanted: date
) -> None:
    earliest = may_move_from(RULES, begun, wanted)
    past = [day for day in begun if day <= wanted]

    assert earliest >= wanted
    assert may_move_from(RULES, past, earliest) == earliest
    if earliest > wanted:
        assert may_move_from(RULES, past, earliest - DAY) == earliest


def judged(text: str) -> list[Mistake]:
    log: list[Mistake] = []
    read_associations(Spot(parse_tree(text.encode(), "rules"), "associations", log), ("S1",))
    return log


GOOD = "[{from: 2017-01-01, source: S1, checked_on: 2026-01-01, lag_hours: {least: 24, most: 72}}]"


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("source: S1", "source: S2", "“S2” is no source"),
        ("most: 72", "most: 12", "The most is less than the least."),
        ("least: 24", "least: 0", "“0” is not a count."),
        ("}}]", "}, moves: {most_a_year: 3}}]", "The entry “days_apart” is missing."),
        ("}}]", "}}, {from: 2016-01-01, source: S1, checked_on: 2026-01-01}]", "stands after the one from 2017-01-01"),
    ],
)
def test_a_mistake_in_the_rules_is_told(right: str, wrong: str, told: str) -> None:
    assert judged(GOOD) == []
    assert [mistake for mistake in judged(GOOD.replace(right, wrong)) if told in mistake.what]
