"""The quick way through a year finds what looking at every single day finds."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Achievement, Association, CredentialOverride, Facts, LevelOverride, Override, Person
from domain.standing import competency_standing
from domain.years import CompetencyYear
from tests.domain.samples import (
    FIRST_RULES,
    NEXT_RULES,
    PURCHASED,
    TODAY,
    company,
    competency,
    people,
    programme,
    rules,
    usage,
)

CHANGING = competency(
    "cloud",
    "Cloud",
    rules(FIRST_RULES, silver=people(1), gold=people(2)),
    rules(date(2017, 11, 1), silver=usage(100), gold=people(3)),
    rules(NEXT_RULES, silver=people(2)),
)
PROGRAMMES = (programme(), programme(cloud=CHANGING))
LAST = date(2018, 5, 1)


def days(since: date, until: date) -> Iterator[date]:
    """Every day from one to another, both included."""
    return (since + timedelta(days=n) for n in range((until - since).days + 1))


def some_day(random: Random) -> date:
    return PURCHASED + timedelta(days=random.randrange(365))


def somebody(random: Random, identifier: str) -> Person:
    exams = random.sample(["E-1", "E-2", "E-3", "E-OLD"], random.randint(0, 2))
    earned = tuple(
        Achievement(e, some_day(random), random.choice([None, some_day(random)]), f"{identifier}:{e}") for e in exams
    )
    until = random.choice([None, some_day(random)])
    return Person(identifier, earned, (Association(date(2017, 1, 1), until),), identifier)


def some_override(random: Random) -> Override:
    since = some_day(random)
    until = since + timedelta(days=random.randint(1, 90))
    if random.random() < 0.5:
        return LevelOverride("cloud", random.choice(["silver", "gold"]), since, until, "o1")
    return CredentialOverride("p0", "E-1", since, until, "o2")


def some_company(random: Random) -> Facts:
    everybody = [somebody(random, f"p{n}") for n in range(random.randint(1, 4))]
    reported = {Month(2016, 6).plus(n): Decimal(random.choice([0, 10, 20])) for n in range(random.randint(0, 22))}
    overrides = tuple(some_override(random) for _ in range(random.randint(0, 1)))
    return company(*everybody, figures={"usage": reported} if reported else {}, overrides=overrides)


@pytest.mark.parametrize("seed", range(20))
def test_the_last_day_and_the_first_without_are_those_that_every_day_would_show(seed: int) -> None:
    random = Random(seed)
    catalogue, facts = random.choice(PROGRAMMES), some_company(random)
    year = CompetencyYear(catalogue, facts, catalogue.competencies["cloud"])
    standings = {day: competency_standing(catalogue, facts, day, "cloud").levels for day in days(PURCHASED, LAST)}

    for level in ("silver", "gold"):
        met = {day for day, levels in standings.items() if level in levels and levels[level].status is Status.MET}
        unknown = {
            day for day, levels in standings.items() if level in levels and levels[level].status is Status.NOT_KNOWN
        }
        before = [day for day in days(PURCHASED, TODAY) if day in met]
        if TODAY not in met:
            assert year.last_met(level, PURCHASED, TODAY) == max(before, default=None)
        if before:
            without = [day for day in days(max(before), LAST) if day not in met]
            lost = [day for day in without if day not in unknown]
            assert year.first_without(level, max(before), LAST)[0] == min(lost or without, default=LAST)
