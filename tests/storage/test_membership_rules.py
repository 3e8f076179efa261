from datetime import date
from functools import cache
from pathlib import Path

import pytest

from domain.facts import Membership
from domain.membership_rules import RenewalWindow, Term
from domain.membership_years import renewal_dates
from domain.programme import Programme
from storage.catalogue import load_catalogue
from storage.yaml_tree import parse_tree
from tests.storage.test_catalogue import MAIN, RULES, folder, mistakes
from tests.storage.test_rule_schema import BEYOND_A_SCHEMA, data, validator

MEMBERS = (
    MAIN
    + """
membership:
  - {from: 2017-01-01, source: S1, checked_on: 2026-11-23, term: {months: 12, after: purchase, source: S1}}
  - from: 2018-01-01
    source: S1
    checked_on: 2026-11-23
    term: {months: 12, after: purchase, source: S1}
    window: {opens: 1, closes: 30, source: S1}
    reminders: {days: [-15, 23], source: S1}
    renewed: {days: 365, after: anniversary, source: S1}
    late: {allowed: true, source: S1}
    lost: {text: {en: All of it., de: Alles.}, source: S1}
    upgrade: {discount_percent: 25, term: {months: 12, after: purchase, source: S1}, source: S1}
    ordering: {unpaid_days: 30, transfer_days: 7, source: S1}
    note: {en: Read so., de: So gelesen.}
benefits:
  - from: 2017-01-01
    source: S1
    checked_on: 2026-11-23
    offered: [{levels: [silver, gold], text: {en: A badge., de: Ein Abzeichen.}, source: S1}]
    unpublished: [{levels: [gold], text: {en: how bright, de: wie hell}, source: S1}]
    fees: {gold: {text: {en: 5 dollars, de: 5 Dollar}, source: S1}}
places: {benefits: {en: Board > Benefits, de: Tafel > Vorteile}}
"""
)
CASES = [
    ("from: 2018-01-01", "from: 2017-01-01", "The entry from 2017-01-01 stands after the one from 2017-01-01."),
    ("from: 2018-01-01", "from: soon", "membership[1].from: “soon” is not a date."),
    ("closes: 30, source: S1", "closes: 30", "membership[1].window: The entry “source” is missing."),
    ("closes: 30, source: S1", "closes: 30, source: S9", "“S9” is no source of this programme. Known are S1."),
    ("closes: 30", "closes: 0", "window.closes: The window closes before it opens. Write 1 or more, or mend"),
    ("opens: 1", "opens: 1.5", "window.opens: “1.5” is not a whole number from -1000 to 1000."),
    ("closes: 30", "closes: 1001", "window.closes: “1001” is not a whole number from -1000 to 1000."),
    ("days: [-15, 23]", "days: []", "reminders.days: The list is empty."),
    ("days: [-15, 23]", "days: [23, -15]", "days[1]: The day -15 stands after the day 23. Write each day once"),
    ("days: [-15, 23]", "days: [true]", "reminders.days[0]: “true” is not a whole number"),
    ("{days: 365, after", "{days: 0, after", "renewed.days: “0” is not a whole number from 1 to 1000."),
    ("{days: 365, after", "{after", "membership[1].renewed: A term has either days or months."),
    ("{days: 365, after", "{days: 365, months: 12, after", "renewed: A term has either days or months."),
    ("after: anniversary", "after: birthday", "“birthday” is no day from which a term counts. Known are"),
    ("allowed: true", "allowed: maybe", "late.allowed: “maybe” is neither true nor false."),
    (", de: Alles.", "", "membership[1].lost.text: The entry “de” is missing."),
    ("discount_percent: 25", "discount_percent: 101", "“101” is not a whole number from 0 to 100."),
    ("unpaid_days: 30, ", "", "membership[1].ordering: The entry “unpaid_days” is missing."),
    ("levels: [silver, gold]", "levels: [silver, tin]", "levels[1]: “tin” is no level of this programme."),
    (
        "offered: [{levels: [silver, gold], text: {en: A badge., de: Ein Abzeichen.}, source: S1}]",
        "offered: []",
        "offered: The list is empty.",
    ),
    ("fees: {gold: {", "fees: {bronze: {", "benefits[0].fees.bronze: The key “bronze” is not known here."),
    ("places: {benefits", "places: {shop", "places.shop: The key “shop” is not known here."),
]

BEYOND = (*BEYOND_A_SCHEMA, "closes before it opens")


@pytest.mark.parametrize(("right", "wrong", "told"), CASES, ids=[case[2][:60] for case in CASES])
def test_a_mistake_is_told_with_its_place_and_cure(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    main = MEMBERS.replace(right, wrong, 1)
    assert main != MEMBERS

    assert [mistake for mistake in mistakes(folder(tmp_path, main, rain=RULES)) if told in mistake]


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    main = MEMBERS
    for right, wrong in (("closes: 30", "closes: 0"), ("percent: 25", "percent: 101"), ("allowed: true", "allowed: 1")):
        main = main.replace(right, wrong, 1)

    assert len(mistakes(folder(tmp_path, main, rain=RULES))) == len(("window", "discount", "late"))


@pytest.mark.parametrize(("right", "wrong", "told"), CASES, ids=[case[2][:60] for case in CASES])
def test_what_a_schema_can_say_is_refused_by_schema_and_loader_alike(right: str, wrong: str, told: str) -> None:
    errors = list(validator("programme").iter_errors(data(parse_tree(MEMBERS.replace(right, wrong, 1).encode(), "m"))))

    assert bool(errors) != any(words in told for words in BEYOND), errors


def test_the_example_fits_the_schema() -> None:
    assert not list(validator("programme").iter_errors(data(parse_tree(MEMBERS.encode(), "m"))))


def test_membership_follows_the_rule_in_force_and_what_is_left_out_is_not_known(tmp_path: Path) -> None:
    (programme,) = load_catalogue(folder(tmp_path, MEMBERS, rain=RULES)).values()
    first, then = programme.membership
    parts = (first.window, first.reminders, first.renewed, first.late, first.upgrade, first.ordering)

    assert [programme.membership_on(date(2016, 12, 31)), programme.membership_on(date(2017, 12, 31))] == [first, first]
    assert programme.membership_on(date(2018, 1, 1)) == then
    assert not any(parts)
    assert then.window == RenewalWindow(opens=1, closes=30, source="S1")
    assert then.renewed == Term(365, "days", "anniversary", "S1")
    assert programme.benefits_on(date(2018, 1, 1)) == programme.benefits[0]
    assert programme.places["benefits"]["de"] == "Tafel > Vorteile"


def test_a_programme_without_membership_has_no_rule_and_no_benefits(tmp_path: Path) -> None:
    (programme,) = load_catalogue(folder(tmp_path, rain=RULES)).values()

    assert programme.membership_on(date(2018, 1, 1)) is None
    assert programme.benefits_on(date(2018, 1, 1)) is None


@cache
def published() -> Programme:
    return load_catalogue()["ms-mpn-competencies"]


@pytest.mark.parametrize(
    ("on", "opens", "closes", "reminders", "renewed"),
    [
        ("2017-06-21", -90, 0, None, None),
        ("2017-06-22", None, 0, None, None),
        ("2018-06-27", None, 0, None, None),
        ("2018-06-28", 1, 30, (-15, 23), ("renewal", 365)),
        ("2018-07-23", 1, 30, (-15, 23), ("renewal", 365)),
        ("2018-07-24", 1, 30, (-15, 23), ("anniversary", 365)),
        ("2022-09-30", 1, 30, (-15, 23), ("anniversary", 365)),
        ("2022-10-01", 0, 30, None, ("payment", 365)),
    ],
)
def test_the_published_rules_of_renewing_hold_from_their_days(
    on: str, opens: int | None, closes: int, reminders: tuple[int, ...] | None, renewed: tuple[str, int] | None
) -> None:
    rule = published().membership_on(date.fromisoformat(on))

    assert rule is not None
    assert rule.window is not None
    assert (rule.window.opens, rule.window.closes) == (opens, closes)
    assert (rule.reminders.days if rule.reminders else None) == reminders
    assert ((rule.renewed.after, rule.renewed.length) if rule.renewed else None) == renewed


def test_the_upgrade_and_what_an_unpaid_order_does_are_published_in_2021_and_not_before() -> None:
    before, after = (published().membership_on(date(2021, *day)) for day in ((6, 30), (7, 1)))

    assert before is not None
    assert after is not None
    assert (before.upgrade, before.ordering) == (None, None)
    assert after.upgrade is not None
    assert after.ordering is not None
    assert (after.upgrade.discount, after.upgrade.term.length, after.upgrade.term.after) == (25, 12, "purchase")
    assert (after.ordering.unpaid_days, after.ordering.transfer_days) == (30, 7)


def test_no_fee_was_published_for_silver() -> None:
    benefits = published().benefits_on(date(2018, 1, 15))

    assert benefits is not None
    assert list(benefits.fees) == ["gold"]


def test_an_anniversary_on_15_october_2018_can_be_renewed_until_14_november_as_the_article_says() -> None:
    dates = renewal_dates(published(), Membership("gold", date(2017, 10, 15), date(2018, 10, 15)))

    assert (dates.opens, dates.closes) == (date(2018, 10, 16), date(2018, 11, 14))


@pytest.mark.parametrize(
    ("anniversary", "closes", "possible"),
    [
        (date(2022, 8, 31), date(2022, 9, 30), True),
        (date(2022, 9, 1), date(2022, 9, 30), True),
        (date(2022, 9, 29), date(2022, 9, 30), True),
        (date(2022, 9, 30), date(2022, 9, 30), False),
    ],
)
def test_the_last_renewal_was_on_30_september_2022(anniversary: date, closes: date, *, possible: bool) -> None:
    dates = renewal_dates(published(), Membership("gold", date(2021, 9, 1), anniversary))

    assert (dates.closes, dates.possible) == (closes, possible)
