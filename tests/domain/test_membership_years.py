from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.facts import Membership, Order
from domain.membership_rules import Basis, MembershipRule, Ordering, RenewalWindow, Term, Upgrade
from domain.membership_years import (
    bought_on,
    membership_of,
    open_order,
    order_state,
    renewal_dates,
    renewed_on,
    upgraded_on,
)
from domain.programme import Programme, ProgrammeEnd
from tests.domain.samples import ANNIVERSARY, PURCHASED, company, programme

DAY = timedelta(days=1)
YEAR = Term(12, "months", "purchase", "P1")
WINDOW = RenewalWindow(1, 30, "P1")
GOLD = Membership("gold", PURCHASED, ANNIVERSARY)


def rule(since: date = date(2013, 1, 1), after: Basis | None = "anniversary") -> MembershipRule:
    renewed = None if after is None else Term(365, "days", after, "P1")
    return MembershipRule(since, "P1", since, YEAR, WINDOW, None, renewed)


def with_rules(*rules: MembershipRule, last_renewal: date | None = None) -> Programme:
    end = None if last_renewal is None else ProgrammeEnd(last_renewal, "skies", "P1")
    return replace(programme(), membership=rules, end=end)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [(-90, False), (-15, False), (-1, False), (0, False), (1, True), (23, True), (29, True), (30, True), (31, False)],
)
def test_a_window_from_the_day_after_to_the_thirtieth_is_open_on_both_of_them(day: int, is_open: bool) -> None:  # noqa: FBT001 - what is expected
    dates = renewal_dates(with_rules(rule()), GOLD)

    assert dates.is_open(ANNIVERSARY + timedelta(days=day)) is is_open
    assert dates.shown_until == ANNIVERSARY + timedelta(days=30)


@pytest.mark.parametrize(("day", "is_open"), [(-91, False), (-90, True), (0, True), (1, False)])
def test_a_window_may_lie_before_the_anniversary(day: int, is_open: bool) -> None:  # noqa: FBT001 - what is expected
    early = replace(rule(), window=RenewalWindow(-90, 0, "P1"))

    assert renewal_dates(with_rules(early), GOLD).is_open(ANNIVERSARY + timedelta(days=day)) is is_open


def test_where_it_was_never_published_from_when_it_is_not_known_until_it_closes() -> None:
    dates = renewal_dates(with_rules(replace(rule(), window=RenewalWindow(None, 0, "P1"))), GOLD)

    assert [dates.is_open(ANNIVERSARY + DAY * day) for day in (-90, 0, 1)] == [None, None, False]


def test_the_window_follows_the_rule_in_force_on_the_anniversary_and_the_new_year_the_one_on_its_own_day() -> None:
    later = replace(rule(ANNIVERSARY + DAY, "renewal"), window=RenewalWindow(5, 6, "P1"))
    changed = with_rules(rule(), later)

    assert renewal_dates(changed, GOLD).opens == ANNIVERSARY + DAY
    assert renewed_on(changed, GOLD, ANNIVERSARY).anniversary == date(2019, 5, 1)
    assert renewed_on(changed, GOLD, ANNIVERSARY + DAY).anniversary == date(2019, 5, 2)


@pytest.mark.parametrize(
    ("after", "begins", "anniversary"),
    [
        ("anniversary", date(2018, 5, 1), date(2019, 5, 1)),
        ("renewal", date(2018, 5, 20), date(2019, 5, 20)),
        ("payment", date(2018, 5, 20), date(2019, 5, 20)),
        (None, date(2018, 5, 1), None),
    ],
)
def test_a_renewal_begins_a_year_as_its_rule_says(after: Basis | None, begins: date, anniversary: date | None) -> None:
    year = renewed_on(with_rules(rule(after=after)), GOLD, date(2018, 5, 20))

    assert (year.begins, year.anniversary) == (begins, anniversary)


def test_365_days_after_an_anniversary_before_a_leap_day_is_a_day_short_of_a_year() -> None:
    before_leap_day = Membership("gold", date(2018, 3, 1), date(2019, 3, 1))

    assert renewed_on(with_rules(rule()), before_leap_day, date(2019, 3, 2)).anniversary == date(2020, 2, 29)


@pytest.mark.parametrize(
    ("day", "anniversary"),
    [
        (date(2016, 2, 28), date(2017, 2, 28)),
        (date(2016, 2, 29), date(2017, 2, 28)),
        (date(2016, 3, 1), date(2017, 3, 1)),
        (date(2017, 1, 31), date(2018, 1, 31)),
        (date(2017, 12, 31), date(2018, 12, 31)),
    ],
)
def test_a_purchase_goes_for_a_year_to_the_same_day_or_the_months_end(day: date, anniversary: date) -> None:
    assert bought_on(with_rules(rule()), day).anniversary == anniversary
    assert bought_on(programme(), day).anniversary == anniversary


def test_where_no_upgrade_is_published_the_year_that_it_begins_is_not_known() -> None:
    offered = replace(rule(date(2018, 1, 1)), upgrade=Upgrade(25, YEAR, "P1"))
    changed = with_rules(rule(), offered)

    assert upgraded_on(changed, date(2017, 12, 31)).anniversary is None
    assert upgraded_on(changed, date(2018, 1, 1)).anniversary == date(2019, 1, 1)


@pytest.mark.parametrize(
    ("last_renewal", "possible", "closes"),
    [
        (ANNIVERSARY, False, ANNIVERSARY),
        (ANNIVERSARY + DAY, True, ANNIVERSARY + DAY),
        (ANNIVERSARY + DAY * 30, True, ANNIVERSARY + DAY * 30),
        (ANNIVERSARY + DAY * 31, True, ANNIVERSARY + DAY * 30),
    ],
)
def test_nothing_is_renewed_after_the_programmes_last_renewal(last_renewal: date, possible: bool, closes: date) -> None:  # noqa: FBT001 - what is expected
    dates = renewal_dates(with_rules(rule(), last_renewal=last_renewal), GOLD)

    assert (dates.possible, dates.closes) == (possible, closes)
    assert dates.is_open(closes) is possible
    assert dates.is_open(closes + DAY) is False


def test_the_membership_of_a_day_is_the_one_that_had_begun_and_had_not_given_way() -> None:
    first = Membership("silver", date(2016, 5, 1), PURCHASED, ended_on=PURCHASED)
    facts = company(earlier_memberships=(first,))

    assert membership_of(facts, date(2016, 4, 30)) is None
    assert membership_of(facts, PURCHASED - DAY) == first
    assert membership_of(facts, PURCHASED) == GOLD
    assert membership_of(facts, date(2030, 1, 1)) == GOLD


ORDERED = date(2018, 1, 2)
ORDERING = replace(rule(), ordering=Ordering(30, 7, "P1"))


@pytest.mark.parametrize(
    ("order", "day", "status"),
    [
        (Order("gold", ORDERED), 0, "unpaid"),
        (Order("gold", ORDERED), 29, "unpaid"),
        (Order("gold", ORDERED), 30, "expired"),
        (Order("gold", ORDERED, paid_on=ORDERED + DAY * 5), 4, "unpaid"),
        (Order("gold", ORDERED, paid_on=ORDERED + DAY * 5), 5, "paid"),
        (Order("gold", ORDERED, paid_on=ORDERED + DAY * 5), 99, "paid"),
        (Order("gold", ORDERED, cancelled_on=ORDERED + DAY * 5), 4, "unpaid"),
        (Order("gold", ORDERED, cancelled_on=ORDERED + DAY * 5), 5, "cancelled"),
    ],
)
def test_an_order_waits_until_it_is_paid_cancelled_or_void(order: Order, day: int, status: str) -> None:
    assert order_state(with_rules(ORDERING), order, ORDERED + DAY * day).status == status


def test_an_order_never_becomes_void_where_no_rule_says_when() -> None:
    found = order_state(with_rules(rule()), Order("gold", ORDERED), ORDERED + DAY * 1000)

    assert (found.status, found.expires, found.arrives) == ("unpaid", None, None)


def test_an_order_of_tomorrow_is_none_yet_and_a_void_one_is_forgotten_once_something_was_bought() -> None:
    ordered = Order("gold", ORDERED)
    rules = with_rules(ORDERING)
    before, after = company(membership=None, orders=(ordered,)), company(orders=(ordered,))

    assert open_order(rules, before, ORDERED - DAY) is None
    void = open_order(rules, before, ORDERED + DAY * 30)
    assert void is not None
    assert void.status == "expired"
    bought = replace(after, membership=Membership("gold", ORDERED + DAY * 40, ORDERED + DAY * 400))
    assert open_order(rules, bought, ORDERED + DAY * 41) is None


DAYS = st.dates(date(2013, 1, 1), date(2022, 8, 1))


@given(bought=DAYS, late=st.integers(0, 60), after=st.sampled_from(["anniversary", "renewal", "payment"]))
@settings(max_examples=60, deadline=None)
def test_renewing_never_shortens(bought: date, late: int, after: Basis) -> None:
    changing = with_rules(rule(), rule(date(2018, 6, 28), after))
    year = bought_on(changing, bought)
    assume(year.anniversary is not None)
    membership = Membership("gold", bought, year.anniversary or bought)
    renewed = renewed_on(changing, membership, membership.anniversary + DAY * late)

    assert renewed.anniversary is not None
    assert renewed.begins >= membership.anniversary
    assert renewed.anniversary > membership.anniversary
