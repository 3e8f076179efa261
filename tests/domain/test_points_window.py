"""A score is reached when it was on one day of its window, each day judged by its own facts and rules."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Achievement, Association, CredentialOverride, Facts, Person
from domain.standing import standing
from domain.timeline import lapses, next_change
from tests.domain.shapes import competency, programme
from tests.domain.test_points import level, rule, score

A_DAY = timedelta(days=1)
WINDOW = rule("people: {each: A, points: 10, full_at: 1}", at_least=10, more="  reached_once_in: {months: 6}\n")
DAYS = WINDOW.replace("months: 6", "days: 30")
EARNED, EXPIRES = date(2024, 3, 1), date(2024, 3, 2)
FOR_A_DAY = Facts("developed", (Person("ada", (Achievement("A", EARNED, EXPIRES),)),))


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        (WINDOW, EARNED - A_DAY, "not met"),
        (WINDOW, EARNED, "met"),
        (WINDOW, EXPIRES, "met"),
        (WINDOW, date(2024, 8, 31), "met"),
        (WINDOW, date(2024, 9, 1), "not met"),
        (DAYS, EXPIRES, "met"),
        (DAYS, date(2024, 3, 30), "met"),
        (DAYS, date(2024, 3, 31), "not met"),
    ],
)
def test_one_day_of_the_window_is_enough(text: str, day: date, found: str) -> None:
    assert level(text, FOR_A_DAY, day).status.value == found


def test_an_answer_says_on_which_day_the_score_was_reached_by_whom_and_until_when_that_counts() -> None:
    found = score(WINDOW, FOR_A_DAY, date(2024, 6, 15))

    assert (found.status, found.today) == (Status.MET, Status.NOT_MET)
    assert found.points.low == 0
    assert (found.met_on, found.holds_until) == (EARNED, date(2024, 9, 1))
    assert found.contributors == ("ada",)
    assert score(WINDOW, FOR_A_DAY, EARNED).contributors == ("ada",)


def test_the_day_on_which_the_last_day_leaves_the_window_is_known_before() -> None:
    rules = programme(competency("oak", WINDOW))
    found = lapses(rules, FOR_A_DAY, rules.competencies["oak"], EXPIRES, date(2024, 12, 31))

    assert [(lapse.on, lapse.kind, lapse.of) for lapse in found] == [(date(2024, 9, 1), "window", "oak")]
    assert next_change(rules, FOR_A_DAY, date(2024, 8, 1)) == date(2024, 9, 1)


def test_a_day_of_the_window_goes_by_its_own_facts() -> None:
    """The association, the override and the figure of the day count, not those of today."""
    left = Person("ada", (Achievement("A", EARNED),), (Association(EARNED, EARNED + A_DAY),))
    granted = Facts("developed", (Person("bob"),), overrides=(CredentialOverride("bob", "A", EARNED, EARNED + A_DAY),))
    sold = rule("figure: {metric: seats, points: 10, full_at: 5}", at_least=10, more="  reached_once_in: {months: 6}\n")
    later = date(2024, 6, 15)

    assert level(WINDOW, Facts("developed", (left,)), later).status is Status.MET
    assert level(WINDOW, granted, later).status is Status.MET
    for value, status in ((5, Status.MET), (4, Status.NOT_MET)):
        figures = {
            "seats": {Month(2022, 12).plus(back): Decimal(0) for back in range(18)} | {Month(2024, 2): Decimal(value)}
        }
        assert level(sold, Facts("developed", (), figures), later).status is status


def test_a_day_of_the_window_of_which_nothing_is_known_leaves_the_score_open() -> None:
    sold = rule("figure: {metric: seats, points: 10, full_at: 5}", at_least=10, more="  reached_once_in: {months: 3}\n")
    figures = {"seats": {Month(2024, 5): Decimal(4)}}

    assert level(sold, Facts("developed", (), figures), date(2024, 6, 15)).status is Status.NOT_KNOWN
    assert score(sold, Facts("developed", (), figures), date(2024, 6, 15)).today is Status.NOT_MET


TWO_VERSIONS = competency("oak", WINDOW).replace("2017-07-18", "2024-01-01") + (
    competency("oak", WINDOW.replace("each: A", "each: B"))
    .partition("versions:\n")[2]
    .replace("2017-07-18", "2024-05-01")
)


@pytest.mark.parametrize(
    ("earned_on", "found"), [(date(2024, 4, 30), "met"), (date(2024, 5, 1), "not met"), (date(2024, 5, 2), "not met")]
)
def test_a_day_of_the_window_goes_by_the_rules_of_that_day(earned_on: date, found: str) -> None:
    facts = Facts("developed", (Person("ada", (Achievement("A", earned_on, earned_on + A_DAY),)),))
    rules = programme(TWO_VERSIONS)

    assert standing(rules, facts, date(2024, 6, 15)).competencies["oak"].levels["gold"].status.value == found
    asked = standing(rules, facts, date(2024, 6, 15), date(2024, 5, 20))
    assert asked.competencies["oak"].levels["gold"].status is Status.NOT_MET
