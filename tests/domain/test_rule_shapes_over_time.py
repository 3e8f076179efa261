"""A small rule for each shape that other levels, dates and unknown values give to rules."""

from datetime import date, timedelta
from textwrap import dedent, indent

import pytest

from domain.conditions import Status
from domain.facts import Achievement, Association, Facts, LevelOverride, Person
from domain.gaps import credentials_in, obtainable
from domain.standing import standing
from domain.timeline import lapses
from tests.domain.shapes import DAY, competency, firm, gold, programme, year

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
