"""A small rule for each shape in which rules ask for people and figures: rows as programmes were compared."""

from datetime import date, timedelta

import pytest

from domain.dates import Month
from domain.requirements import Market
from domain.standing import standing
from domain.timeline import lapses, next_change
from tests.domain.shapes import DAY, competency, firm, gold, programme, year

ROW_1 = "people: {count: 2, each: {any: [A, B]}}"
ROW_2 = "people: {count: 2, each: {all: [A, {any: [B, C]}]}}"
ROW_3 = "people: {count: 1, each: {any: [{all: [A, B]}, {all: [C, D]}, PRO]}}"
ROW_4_NO_MIX = "any: [people: {count: 2, each: A}, people: {count: 2, each: B}]"
ROW_4_MIX = "people: {count: 2, each: {any: [A, B]}}"
ROW_5 = """
    all:
      - people: {id: group, count: 2, each: A}
      - people: {count: 1, of_the_same: group, each: B}
"""
ROW_6 = """
    all:
      - people: {id: first, count: 1, each: A}
      - people: {count: 1, other_than: [first], each: B}
"""
ROW_7 = "different_people: [A, {any: [A, B]}]"
ROW_8 = "all: [people: {count: 1, each: A}, people: {count: 1, each: B}]"
ROW_9 = """
    all:
      - people: {id: six, count: 3, each: {any: [A, B, PRO]}}
      - people: {count: 2, of_the_same: six, each: PRO}
"""
ROW_11 = "credentials: {count: 2, of: [A, B, C]}"

PEOPLE = [
    ("1: so many different people, each with any of a list", ROW_1, ["A", "B"], ("met", 0)),
    ("1: one person is one person", ROW_1, ["A B"], ("not met", 1)),
    ("2: each with all of a list and one of another", ROW_2, ["A B", "A C"], ("met", 0)),
    ("2: parts spread over people do not add up", ROW_2, ["A", "B", "A C"], ("not met", 1)),
    ("3: bundles, or a certificate", ROW_3, ["PRO"], ("met", 0)),
    ("3: half of two bundles is none", ROW_3, ["A C"], ("not met", 1)),
    ("4: two of one kind or two of the other, without a mix", ROW_4_NO_MIX, ["A", "B"], ("not met", 1)),
    ("4: the same read as one group, with a mix", ROW_4_MIX, ["A", "B"], ("met", 0)),
    ("5: some of the same", ROW_5, ["A B", "A"], ("met", 0)),
    ("5: not of others", ROW_5, ["A", "A", "B"], ("not met", 1)),
    ("6: the other people", ROW_6, ["A", "B"], ("met", 0)),
    ("6: not the same", ROW_6, ["A B"], ("not met", 1)),
    ("7: different people for slots, where the first choice would be wrong", ROW_7, ["A B", "A"], ("met", 0)),
    ("7: one person fills one slot", ROW_7, ["A B"], ("not met", 1)),
    ("8: the same person or different ones", ROW_8, ["A B"], ("met", 0)),
    ("8: different ones", ROW_8, ["A", "B"], ("met", 0)),
    ("9: a count with a share of it", ROW_9, ["PRO", "PRO", "A"], ("met", 0)),
    ("9: the count without the share", ROW_9, ["PRO", "A", "B"], ("not met", 1)),
    ("9: the share without the count", ROW_9, ["PRO", "PRO"], ("not met", 1)),
    ("11: two credentials of one person", ROW_11, ["A C"], ("met", 0)),
    ("11: two credentials of two people", ROW_11, ["A", "B"], ("met", 0)),
    ("11: the same credential of two people", ROW_11, ["A", "A"], ("met", 0)),
    ("11: one credential is one", ROW_11, ["A"], ("not met", 1)),
    ("11: one person may bring all that are missing", ROW_11, [], ("not met", 1)),
]


@pytest.mark.parametrize(("rule", "people", "found"), [c[1:] for c in PEOPLE], ids=[c[0] for c in PEOPLE])
def test_rows_1_to_9_and_11_count_people_and_credentials(rule: str, people: list[str], found: tuple[str, int]) -> None:
    assert gold(rule, firm(*people)) == found


def test_row_11_asks_for_as_many_people_as_bring_the_credentials_that_are_missing() -> None:
    assert gold("credentials: {count: 4, of: [A, B]}", firm("A")) == ("not met", 2)
    assert gold("credentials: {count: 3, of: [A, B]}", firm("A")) == ("not met", 1)


def test_row_12_options_are_alternatives_and_gold_does_not_imply_silver() -> None:
    rules = programme(competency("oak", "flag: approved", "people: {count: 1, each: A}", silver="flag: never"))
    levels = standing(rules, firm("A"), DAY).competencies["oak"].levels

    assert {name: level.status.value for name, level in levels.items()} == {"silver": "not known", "gold": "met"}


ROW_13 = """
    threshold:
      metric: sales
      at_least: {developed: 1200, developing: 600}
      window: trailing_12_months
      associations: [Digital Partner of Record]
      excludes: [trials]
"""


@pytest.mark.parametrize(
    ("market", "value", "status"),
    [("developed", 100, "met"), ("developed", 99, "not met"), ("developing", 50, "met"), ("developing", 49, "not met")],
)
def test_row_13_a_threshold_goes_by_market_and_window(market: Market, value: int, status: str) -> None:
    assert gold(ROW_13, firm(market=market, figures={"sales": year(value)}))[0] == status


@pytest.mark.parametrize(("value", "status"), [(10, "met"), (9, "not met")])
def test_row_13_of_a_stock_the_last_value_counts(value: int, status: str) -> None:
    rule = "threshold: {metric: seats, at_least: 10, window: not stated}"

    assert gold(rule, firm(figures={"seats": {**year(1), Month(2017, 12): value}}))[0] == status


ROW_14 = """
    all:
      - threshold: {metric: sales, at_least: 1000, monthly_average: 100, window: trailing_12_months}
      - threshold: {metric: new_sales, part_of: sales, at_least: 240, window: trailing_12_months}
"""


@pytest.mark.parametrize(
    ("sales", "new", "status"), [(100, 20, "met"), (99, 20, "not met"), (100, 19, "not met")]
)  # 99 a month are more than 1,000 a year and less than 100 a month
def test_row_14_a_total_with_a_monthly_average_and_a_part_of_it(sales: int, new: int, status: str) -> None:
    assert gold(ROW_14, firm(figures={"sales": year(sales), "new_sales": year(new)}))[0] == status


@pytest.mark.parametrize(("granted", "status"), [({"audited": True}, "met"), ({"audited": False}, "not met")])
def test_row_15_a_status_is_granted_or_not(granted: dict[str, bool], status: str) -> None:
    assert gold("flag: audited", firm(flags=granted))[0] == status
    assert gold("flag: audited", firm())[0] == "not known"


@pytest.mark.parametrize(("on", "status"), [(DAY, "met"), (DAY + timedelta(1), "not met")])
def test_row_15_a_status_that_was_granted_for_a_time_holds_until_its_end(on: date, status: str) -> None:
    facts = firm(flags={"audited": True}, flag_ends={"audited": DAY + timedelta(1)})
    rules = programme(competency("oak", "flag: audited"))

    assert gold("flag: audited", facts, on)[0] == status
    assert [
        (found.kind, found.on) for found in lapses(rules, facts, rules.competencies["oak"], DAY, DAY.replace(year=2019))
    ] == [("status_ended", DAY + timedelta(1))]
    assert next_change(rules, facts, DAY) == DAY + timedelta(1)
