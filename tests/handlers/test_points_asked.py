"""What is asked about people in a programme by points: who earns them, what to take next, what has to come first."""

from dataclasses import replace
from datetime import date

from domain.dates import Month
from domain.facts import Facts, LevelOverride, Membership
from tests.handlers.contoso import ADA, BOB, ORGANISATION, Contoso, earned, months, person, plain
from tests.handlers.test_programmes import DESIGNATIONS, NOW

ADMINISTRATOR, NETWORK = "azure-administrator-associate", "azure-network-engineer-associate"
COVERED = LevelOverride("infrastructure", "solutions-partner", date(2026, 10, 1), date(2026, 12, 1), id="o1")


def company() -> Contoso:
    """Ada and Bob are administrators, Ada a network engineer: 4 points in Infrastructure, and 50 by figures."""
    people = (
        person("ada", "Ada Lovelace", earned(ADMINISTRATOR, "2026-01-10"), earned(NETWORK, "2026-01-10")),
        person("bob", "Bob Ross", earned(ADMINISTRATOR, "2026-01-10")),
    )
    year = {Month(2025, 9).plus(n): value for n, value in enumerate(months(0, 14).values())}
    growing = {month: value + number for number, (month, value) in enumerate(year.items())}
    figures = {
        "azure_customers_enterprise": growing,
        "azure_consumption": {month: 1000 + value * 100 for month, value in growing.items()},
        "azure_services": year,
        "azure_smb_share": year,
    }
    held = Membership("solutions-partner", date(2026, 1, 20), date(2027, 1, 20))
    facts = Facts("developed", people, figures, overrides=(COVERED,), membership=held)
    return Contoso(facts, organisation=replace(ORGANISATION, programme=DESIGNATIONS), now=NOW)


async def test_who_earns_points_is_named_metric_by_metric_with_the_steps_before() -> None:
    said = plain(await company().asked("Who counts for Infrastructure?"))

    assert "2 people earn points." in said
    assert "Intermediate certifications: 4 of 20" in said
    assert "Counted: Ada Lovelace and Bob Ross." in said
    assert "Counted: Ada Lovelace." in said


async def test_in_a_channel_those_who_earn_points_are_a_number() -> None:
    said = plain(await company().asked_in_channel("Who counts for Infrastructure?"))

    assert "Ada" not in said
    assert "Counted: 2 people." in said


async def test_the_next_exam_is_the_one_that_brings_points_where_least_is_missing() -> None:
    said = plain(await company().asked("Which exam should I take next for Infrastructure?", BOB))

    assert "*Next: Microsoft Certified: Azure Network Engineer Associate*" in said
    assert "Infrastructure Solutions Partner +4 points" in said


async def test_a_risk_of_points_is_mended_by_the_cheapest_ways_to_them() -> None:
    said = plain(await company().asked("Are we at risk?"))

    assert "Cheapest ways to further points" in said
    assert "cannot be earned any more" not in said


async def test_what_earns_nothing_before_a_step_says_what_comes_first() -> None:
    said = plain(await company().asked("link azure-virtual-desktop-specialty 2026-10-01", ADA, slash=True))

    assert "Advanced certifications: 0 of 20. Before it earns any, it takes 2 more people" in said
