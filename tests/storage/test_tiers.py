"""A programme of tiers: rows of people with shares, opportunities with a total, validations."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from domain.dates import Month
from domain.facts import Achievement, Facts, Person
from domain.programme import Programme
from domain.standing import standing
from storage.catalogue import load_catalogue


@cache
def programme() -> Programme:
    return load_catalogue()["aws-services-path"]


TECHNICAL, BUSINESS, BASIC = "AWS-ACCREDITED-TECHNICAL", "AWS-ACCREDITED-BUSINESS", "AWS-FOUNDATIONAL"
ASSOCIATE, EXPERT = "AWS-ASSOCIATE", "AWS-PROFESSIONAL"
ON = date(2026, 11, 15)


def earned(codes: Iterable[str], day: date) -> tuple[Achievement, ...]:
    return tuple(Achievement(code, day) for code in codes)


def partner(*held: str, **more: object) -> Facts:
    """People who hold these, and opportunities enough for any tier."""
    months = [Month.of(ON).plus(-back) for back in range(1, 13)]
    figures = {"launched_opportunities": dict.fromkeys(months, Decimal(5))}
    figures["opportunities_revenue"] = dict.fromkeys(months, Decimal(5000))
    people = (Person(f"p{n}", earned(each.split(), date(2025, 1, 1))) for n, each in enumerate(held))
    return Facts("developed", tuple(people), figures, **more)  # type: ignore[arg-type]  # fields of Facts


def tiers(facts: Facts, on: date = ON) -> dict[str, tuple[str, int]]:
    levels = standing(programme(), facts, on).competencies["services-path"].levels
    return {name: (level.status.value, level.nearest.people_missing) for name, level in levels.items()}


def test_one_person_may_count_in_each_of_the_three_rows_and_in_both_shares() -> None:
    everything = f"{TECHNICAL} {BUSINESS} {BASIC} {EXPERT}"
    found = tiers(partner(*[everything] * 4))

    assert found["select"] == ("met", 0)
    assert found["advanced"][1] == 4
    assert tiers(partner(*[everything] * 3))["select"] == ("not met", 1)


def test_the_share_of_a_row_is_asked_for_beside_its_count() -> None:
    rows = [f"{TECHNICAL} {BASIC} {ASSOCIATE}"] * 3

    assert tiers(partner(*rows, TECHNICAL))["select"] == ("not met", 2)
    assert tiers(partner(*rows, BUSINESS))["select"] == ("not met", 1)
    assert tiers(partner(*rows, BUSINESS, BUSINESS))["select"] == ("met", 0)


@pytest.mark.parametrize(("day", "missing"), [(date(2024, 11, 30), 0), (date(2024, 12, 1), 2)])
def test_the_two_copies_ask_for_other_shares_in_advanced(day: date, missing: int) -> None:
    rows = [f"{TECHNICAL} {BASIC} {EXPERT}"] * 6 + [BUSINESS] * 2
    people = (Person(f"p{n}", earned(each.split(), date(2020, 1, 1))) for n, each in enumerate(rows))

    assert tiers(Facts("developed", tuple(people)), day)["advanced"][1] == missing


def test_premier_wants_three_validations_of_which_one_is_of_three_kinds() -> None:
    people = [f"{TECHNICAL} {BUSINESS} {BASIC} {EXPERT}"] * 25
    flags = dict.fromkeys(("business_plan", "sustained_attainment", "executive_business_review"), True)
    validated = {"technical_validations": {Month(2026, 10): Decimal(3)}}
    facts = partner(*people, flags=flags)
    whole = Facts("developed", facts.people, {**facts.figures, **validated}, {**flags, "devops_competency": True})
    none = dict.fromkeys(("msp_programme", "devops_competency", "cloud_operations_competency"), False)

    assert tiers(whole)["premier"] == ("met", 0)
    assert tiers(Facts("developed", whole.people, whole.figures, {**flags, **none}))["premier"] == ("not met", 0)
    assert tiers(facts)["premier"] == ("not known", 0)
    assert tiers(Facts("developed", whole.people, whole.figures, whole.flags, flag_ends={"business_plan": ON}))[
        "premier"
    ] == (
        "not met",
        0,
    )
