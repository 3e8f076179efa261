"""A small rule for each shape that programmes' rules come in, written as people write it and judged on small firms."""

from collections.abc import Mapping
from datetime import date, timedelta
from textwrap import dedent, indent

import pytest

from domain.catalogue import judge_programme
from domain.conditions import Status
from domain.dates import Month
from domain.facts import Achievement, Association, Facts, LevelOverride, Person
from domain.gaps import credentials_in, obtainable
from domain.programme import Programme
from domain.requirements import Market
from domain.standing import standing
from domain.timeline import lapses, next_change
from storage.yaml_tree import parse_tree

DAY = date(2018, 1, 15)
MAIN = """\
id: trees
name: {en: Trees, de: Bäume}
levels:
  - {id: silver, name: {en: Silver, de: Silver}}
  - {id: gold, name: {en: Gold, de: Gold}}
areas:
  - {id: wood, name: {en: Wood, de: Wald}}
sources:
  - {id: S, title: {en: The page, de: Die Seite}, reference: https://example.org}
metrics:
  - {id: sales, name: {en: sales, de: Umsatz}, kind: flow, unit: USD}
  - {id: new_sales, name: {en: new sales, de: neuer Umsatz}, kind: flow, unit: USD}
  - {id: seats, name: {en: seats, de: Plätze}, kind: stock, unit: seats}
credentials:
  - {id: A, title: A, kind: exam}
  - {id: B, title: B, kind: exam}
  - {id: C, title: C, kind: exam}
  - {id: D, title: D, kind: exam}
  - {id: E, title: E, kind: exam}
  - {id: OLD, title: Old, kind: exam, register_until: 2017-11-30, retires: 2017-12-31, accepted_until: 2018-12-31, source: S}
  - {id: PRO, title: Professional, kind: certification}
"""  # noqa: E501 - a line of a file
FILE = """\
id: {id}
name: {{en: {id}, de: {id}}}
area: wood
versions:
  - from: 2017-07-18
    source: S
    checked_on: 2018-01-01
    options:
"""


def competency(identifier: str, *options: str, silver: str = "null") -> str:
    """A competency's file: gold by any of the options."""
    head = FILE.format(id=identifier)
    for number, gold in enumerate(options):
        levels = f"      - id: way-{number}\n        name: {{en: Way, de: Weg}}\n        levels:\n"
        asked = "null" if silver == "null" else "\n" + indent(dedent(silver).strip(), " " * 12)
        head += f"{levels}          silver: {asked}\n          gold:\n" + indent(dedent(gold).strip(), " " * 12) + "\n"
    return head


def programme(*files: str) -> Programme:
    """The programme of these files."""
    trees = [parse_tree(text.encode(), f"{number}.yaml") for number, text in enumerate((MAIN, *files))]
    return judge_programme(trees[0], trees[1:], "r")


def firm(*people: str, market: Market = "developed", **more: object) -> Facts:
    """People named by what they hold: "A B" holds both."""
    who = (
        Person(f"p{n}", tuple(Achievement(c, date(2017, 1, 1)) for c in held.split()), (Association(date(2017, 1, 1)),))
        for n, held in enumerate(people)
    )
    return Facts(market, tuple(who), **more)  # type: ignore[arg-type]  # fields of Facts


def year(value: int, months: int = 12) -> Mapping[Month, int]:
    """So much in each of the last months before January 2018."""
    return {Month.of(DAY).plus(-past): value for past in range(1, months + 1)}


def gold(rule: str, facts: Facts, on: date = DAY) -> tuple[str, int]:
    """The status of gold and how many people are missing, in a competency with this one rule."""
    level = standing(programme(competency("oak", rule)), facts, on).competencies["oak"].levels["gold"]
    return level.status.value, level.nearest.people_missing


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


PREREQUISITE = """
    all:
      - people: {count: 1, each: C}
      - any:
          - level_held: {competency: oak, level: gold}
          - level_held: {competency: elm, level: silver}
          - people: {count: 1, each: PRO}
"""
FAMILY = (
    competency("beech", PREREQUISITE),
    competency("oak", "people: {count: 2, each: A}"),
    competency("elm", "flag: approved", silver="people: {count: 1, each: B}"),
)


@pytest.mark.parametrize(
    ("people", "status"),
    [
        (["C"], "not met"),
        (["C", "A"], "not met"),
        (["C", "A", "A"], "met"),
        (["C B"], "met"),
        (["C", "PRO"], "met"),
        (["A", "A"], "not met"),
    ],
)
def test_row_22_one_of_several_other_levels_or_an_achievement_comes_first(people: list[str], status: str) -> None:
    found = standing(programme(*FAMILY), firm(*people), DAY).level("beech", "gold")

    assert found is not None
    assert found.status.value == status


@pytest.mark.parametrize(("on", "status"), [(DAY, Status.MET), (DAY + timedelta(1), Status.NOT_MET)])
def test_row_22_a_level_that_is_met_by_an_override_counts_until_its_end(on: date, status: Status) -> None:
    override = LevelOverride("oak", "gold", date(2018, 1, 1), DAY + timedelta(1), "o1")
    found = standing(programme(*FAMILY), firm("C", overrides=(override,)), on).level("beech", "gold")

    assert found is not None
    assert found.status is status


def test_row_22_what_lapses_for_a_level_lapses_for_those_that_ask_for_it() -> None:
    rules = programme(*FAMILY)
    leaver = Person("p", (Achievement("A", date(2017, 1, 1)),), (Association(date(2017, 1, 1), date(2018, 3, 1)),))
    facts = Facts("developed", (leaver,))

    assert [found.on for found in lapses(rules, facts, rules.competencies["beech"], DAY, date(2018, 12, 30))] == [
        date(2018, 3, 1)
    ]
    assert lapses(rules, facts, rules.competencies["elm"], DAY, date(2018, 12, 30)) == ()


TWO_VERSIONS = competency("oak", "people: {count: 1, each: A}") + indent(
    dedent("""\
    - from: 2018-01-15
      source: S
      checked_on: 2018-01-01
      options:
        - {id: old, name: {en: Old, de: Alt}, levels: {silver: null, gold: {people: {count: 1, each: A}}}}
        - {id: new, name: {en: New, de: Neu}, levels: {gold: {people: {count: 1, each: B}}}}
    - from: 2018-02-01
      source: S
      checked_on: 2018-01-01
      options:
        - {id: new, name: {en: New, de: Neu}, levels: {silver: null, gold: {people: {count: 1, each: B}}}}
    """),
    "  ",
)


@pytest.mark.parametrize(
    ("as_of", "held", "status"),
    [
        ("2018-01-14", "A", "met"),
        ("2018-01-14", "B", "not met"),
        ("2018-01-15", "A", "met"),
        ("2018-01-15", "B", "met"),
        ("2018-01-31", "A", "met"),
        ("2018-02-01", "A", "not met"),
        ("2018-02-01", "B", "met"),
    ],
)
def test_row_27_versions_follow_each_other_and_may_overlap(as_of: str, held: str, status: str) -> None:
    found = standing(programme(TWO_VERSIONS), firm(held), date(2018, 6, 1), date.fromisoformat(as_of))
    level = found.level("oak", "gold")

    assert level is not None
    assert level.status.value == status


ONE_BRANCH = """
    any:
      - people: {count: 1, each: {all: [A, {credential: B, accepted_until: 2018-06-30}]}}
      - people: {count: 1, each: {all: [B, C]}}
"""


@pytest.mark.parametrize(
    ("held", "on", "status"),
    [
        ("A B", "2018-06-30", "met"),
        ("A B", "2018-07-01", "not met"),
        ("B C", "2018-06-30", "met"),
        ("B C", "2018-07-01", "met"),
    ],
)
def test_row_28_a_credential_may_end_in_one_branch_only(held: str, on: str, status: str) -> None:
    assert gold(ONE_BRANCH, firm(held), date.fromisoformat(on))[0] == status


def test_row_28_the_end_in_one_branch_is_known_to_lapse_and_is_not_recommended_after_it() -> None:
    rules = programme(competency("oak", ONE_BRANCH))
    oak = rules.competencies["oak"]
    asked = oak.versions[0].options[0].branches["gold"][0].teams[0][0]

    assert [found.on for found in lapses(rules, firm("A B"), oak, DAY, date(2019, 1, 1))] == [date(2018, 7, 1)]
    assert rules.last_accepted_days == {date(2018, 6, 30), date(2018, 12, 31)}
    assert obtainable(asked, rules, date(2018, 6, 30)) == asked
    assert obtainable(asked, rules, date(2018, 7, 1)) is None


@pytest.mark.parametrize(("on", "status"), [("2018-12-31", "met"), ("2019-01-01", "not met")])
def test_row_28_a_retired_credential_counts_until_its_last_day_and_is_not_recommended(on: str, status: str) -> None:
    rule = "people: {count: 1, each: {any: [OLD, A]}}"
    asked = programme(competency("oak", rule)).competencies["oak"].versions[0].options[0].branches["gold"][0].teams[0]
    left = obtainable(asked[0], programme(competency("oak", rule)), date(2017, 12, 1))

    assert gold(rule, firm("OLD"), date.fromisoformat(on))[0] == status
    assert left is not None
    assert credentials_in(left) == ("A",)


def test_row_33_an_amount_that_was_never_published_is_not_known_and_never_met() -> None:
    rule = "threshold: {metric: sales, at_least: {developed: 100, developing: null}, window: annual}"

    assert gold(rule, firm(market="developing", figures={"sales": year(10**6)}))[0] == "not known"
    assert gold(rule, firm(figures={"sales": year(10**6)}))[0] == "met"
