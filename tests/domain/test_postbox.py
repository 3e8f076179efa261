from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.postbox import WORK_BEGINS, WORK_ENDS, Calendar, Desk, earliest

BERLIN, NEW_YORK = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York")
LORD_HOWE, ADELAIDE, APIA = ZoneInfo("Australia/Lord_Howe"), ZoneInfo("Australia/Adelaide"), ZoneInfo("Pacific/Apia")
ZONES = (BERLIN, NEW_YORK, LORD_HOWE, ADELAIDE)
MONDAY = date(2018, 1, 15)


def at(zone: ZoneInfo, text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("ready", "goes"),
    [
        ("2018-01-15T00:00", "2018-01-15T09:00"),
        ("2018-01-15T08:59:59", "2018-01-15T09:00"),
        ("2018-01-15T09:00", "2018-01-15T09:00"),
        ("2018-01-15T16:59:59", "2018-01-15T16:59:59"),
        ("2018-01-15T17:00", "2018-01-16T09:00"),
        ("2018-01-19T17:00", "2018-01-22T09:00"),
        ("2018-01-20T10:00", "2018-01-22T09:00"),
        ("2018-01-21T23:59:59", "2018-01-22T09:00"),
        ("2018-01-31T18:00", "2018-02-01T09:00"),
        ("2018-12-31T18:00", "2019-01-01T09:00"),
        ("2020-02-28T18:00", "2020-03-02T09:00"),
        ("2024-02-28T18:00", "2024-02-29T09:00"),
        ("2024-02-29T18:00", "2024-03-01T09:00"),
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_a_digest_goes_in_the_recipients_working_hours(zone: ZoneInfo, ready: str, goes: str) -> None:
    assert Desk(zone).may_go(at(zone, ready)) == at(zone, goes)


@pytest.mark.parametrize(
    ("last", "goes"),
    [
        ("2018-01-14T23:59", "2018-01-15T11:00"),
        ("2018-01-15T00:00", "2018-01-16T09:00"),
        ("2018-01-15T10:59", "2018-01-16T09:00"),
    ],
)
@pytest.mark.parametrize("zone", ZONES)
def test_of_each_recipients_day_there_is_one_digest(zone: ZoneInfo, last: str, goes: str) -> None:
    assert Desk(zone, last=at(zone, last)).may_go(at(zone, "2018-01-15T11:00")) == at(zone, goes)


@pytest.mark.parametrize(("ready", "goes"), [("03-30", "04-03"), ("04-01", "04-03"), ("04-02", "04-03")])
def test_public_holidays_are_off_like_weekends(ready: str, goes: str) -> None:
    easter = Calendar(frozenset({date(2018, 3, 30), date(2018, 4, 2)}))

    assert Desk(BERLIN, easter).may_go(at(BERLIN, f"2018-{ready}T10:00")) == at(BERLIN, f"2018-{goes}T09:00")
    assert Desk(BERLIN, easter).may_go(at(BERLIN, "2018-03-29T10:00")) == at(BERLIN, "2018-03-29T10:00")


def test_a_weekend_is_where_the_country_has_it() -> None:
    friday_and_saturday = Calendar(weekend=frozenset({4, 5}))

    assert [friday_and_saturday.works_on(MONDAY + timedelta(days=n)) for n in range(7)] == [1, 1, 1, 1, 0, 0, 1]


@pytest.mark.parametrize(
    ("zone", "days", "begins"),
    [
        (BERLIN, ("2018-03-23", "2018-03-26"), ("08:00", "07:00")),
        (BERLIN, ("2018-10-26", "2018-10-29"), ("07:00", "08:00")),
        (NEW_YORK, ("2018-03-09", "2018-03-12"), ("14:00", "13:00")),
        (NEW_YORK, ("2018-11-02", "2018-11-05"), ("13:00", "14:00")),
        (LORD_HOWE, ("2018-10-05", "2018-10-08"), ("22:30", "22:00")),
        (LORD_HOWE, ("2018-03-30", "2018-04-02"), ("22:00", "22:30")),
        (ADELAIDE, ("2018-10-05", "2018-10-08"), ("23:30", "22:30")),
        (ADELAIDE, ("2018-03-30", "2018-04-02"), ("22:30", "23:30")),
    ],
)
def test_the_morning_is_nine_on_the_wall_before_and_after_the_clocks_change(
    zone: ZoneInfo, days: tuple[str, str], begins: tuple[str, str]
) -> None:
    opened = [Desk(zone).opens_on(date.fromisoformat(day)) for day in days]

    assert [f"{moment:%H:%M}" for moment in opened] == list(begins)
    assert [f"{moment.astimezone(zone):%H:%M}" for moment in opened] == ["09:00", "09:00"]


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        (BERLIN, "2018-03-25T00:30+00:00", "2018-03-25T01:30+00:00"),
        (BERLIN, "2018-10-28T00:30+00:00", "2018-10-28T01:30+00:00"),
        (LORD_HOWE, "2018-04-07T14:45+00:00", "2018-04-07T15:15+00:00"),
        (LORD_HOWE, "2018-10-06T15:15+00:00", "2018-10-06T15:45+00:00"),
    ],
)
def test_a_moment_beside_the_change_of_the_clocks_is_of_its_own_day(zone: ZoneInfo, before: str, after: str) -> None:
    every_day = Calendar(weekend=frozenset())
    for moment in map(datetime.fromisoformat, (before, after)):
        desk = Desk(zone, every_day)
        assert desk.may_go(moment) == desk.opens_on(moment.astimezone(zone).date())


def test_a_day_that_a_zone_left_out_has_no_digest_of_its_own() -> None:
    desk = Desk(APIA, Calendar(weekend=frozenset()))

    skipped = desk.opens_on(date(2011, 12, 30))

    assert skipped == desk.opens_on(date(2011, 12, 31))
    assert skipped.astimezone(APIA).date() == date(2011, 12, 31)


def test_who_moves_to_another_zone_gets_the_next_digest_by_its_clock() -> None:
    ready = at(BERLIN, "2018-01-15T18:00")

    assert Desk(BERLIN).may_go(ready) == at(BERLIN, "2018-01-16T09:00")
    assert Desk(NEW_YORK).may_go(ready) == ready
    assert Desk(ADELAIDE).may_go(ready) == at(ADELAIDE, "2018-01-16T09:00")


@pytest.mark.parametrize(
    ("told", "morning"),
    [
        ("2018-01-15T09:00", "2018-01-18"),
        ("2018-01-15T16:59", "2018-01-18"),
        ("2018-01-17T09:00", "2018-01-22"),
        ("2018-01-18T09:00", "2018-01-23"),
        ("2018-01-19T09:00", "2018-01-24"),
        ("2018-01-20T09:00", "2018-01-24"),
    ],
)
def test_three_working_days_leave_out_the_weekend(told: str, morning: str) -> None:
    assert Desk(BERLIN).after_working_days(at(BERLIN, told), 3) == at(BERLIN, f"{morning}T09:00")


@settings(max_examples=60)
@given(
    st.sampled_from(ZONES),
    st.integers(0, 4 * 365 * 24 * 60),
    st.sets(st.integers(0, 30)),
    st.one_of(st.none(), st.integers(0, 60)),
)
def test_what_may_go_goes_once_a_day_at_work_and_never_before_it_is_ready(
    zone: ZoneInfo, minutes: int, off: set[int], hours_since: int | None
) -> None:
    ready = datetime(2017, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    holidays = frozenset(ready.date() + timedelta(days=n) for n in off)
    last = None if hours_since is None else ready - timedelta(hours=hours_since)
    desk = Desk(zone, Calendar(holidays), last)

    goes = desk.may_go(ready)

    local = goes.astimezone(zone)
    assert goes >= ready
    assert WORK_BEGINS <= local.time() < WORK_ENDS
    assert desk.calendar.works_on(local.date())
    assert last is None or desk.day_of(last) != local.date()
    assert desk.may_go(goes) == goes


def test_the_earliest_of_nothing_is_not_known() -> None:
    assert earliest([None, None]) is None
    assert earliest([None, at(BERLIN, "2018-01-16T09:00"), at(BERLIN, "2018-01-15T09:00")]) == at(
        BERLIN, "2018-01-15T09:00"
    )
