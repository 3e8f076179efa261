"""The last day on which a score was held is found by its windows, and is that of a look at every day."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from domain.dates import Month
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride, Person
from domain.years import CompetencyYear
from tests.domain.shapes import competency, programme
from tests.domain.test_points import rule

A_DAY = timedelta(days=1)
SINCE, UNTIL = date(2024, 1, 10), date(2024, 7, 20)
EARNS = (
    "gated: {gates: [{count: 1, each: B, points: 1}], then: {people: {each: A, points: 6, full_at: 2}}}",
    "figure: {metric: seats, points: 4, full_at: 4}",
)
WINDOWS = ("{months: 1}", "{months: 2}", "{days: 1}", "{days: 30}")


def some_day(random: Random) -> date:
    return date(2023, 11, 1) + timedelta(days=random.randrange(280))


def somebody(random: Random, name: str) -> Person:
    earned = []
    for credential in random.choices("AB", k=random.randint(1, 4)):
        day = some_day(random)
        earned.append(Achievement(credential, day, day + timedelta(days=random.randint(1, 40))))
    since = some_day(random) - timedelta(days=100)
    return Person(name, tuple(earned), (Association(since, since + timedelta(days=random.randint(100, 300))),))


def some_company(random: Random) -> Facts:
    people = tuple(somebody(random, f"p{number}") for number in range(random.randint(2, 4)))
    months = {Month(2023, 1).plus(n): Decimal(random.choice((0, 2, 4))) for n in range(19)}
    granted = CredentialOverride("p0", "B", day := some_day(random), day + timedelta(days=20))
    covered = LevelOverride("oak", "gold", day := some_day(random), day + timedelta(days=15))
    chosen = tuple(override for override in (granted, covered) if random.random() < 0.2)
    return Facts("developed", people, {"seats": months}, overrides=chosen)


@pytest.mark.parametrize("window", WINDOWS)
def test_the_last_day_with_a_score_is_that_of_a_look_at_every_day(window: str) -> None:
    random = Random(window)
    rules = programme(competency("oak", rule(*EARNS, at_least=7, more=f"  reached_once_in: {window}\n")))
    days = [SINCE + A_DAY * number for number in range((UNTIL - SINCE).days + 1)]
    found = set()
    for _ in range(4):
        facts = some_company(random)
        year = CompetencyYear(rules, facts, rules.competencies["oak"])
        if not year.met("gold", UNTIL):
            last = year.last_met("gold", SINCE, UNTIL)
            found.add(last is None)
            assert last == max((day for day in days if year.met("gold", day)), default=None)
    assert found
