"""Questions to a company in a programme by points, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from domain.dates import Month
from domain.facts import Achievement, Facts, Person
from tests.handlers.contoso import BOB, ORGANISATION, Contoso, earned, labels, person, plain

NOW = datetime(2026, 11, 15, 9, tzinfo=UTC)
INFRASTRUCTURE = "what do we need for Infrastructure?"
LAST, BEFORE = Month(2026, 10), Month(2025, 10)


def held(*codes: str) -> tuple[Achievement, ...]:
    """Earned at the beginning of the year."""
    return tuple(earned(code, "2026-01-10") for code in codes)


PEOPLE = (
    person("ada", "Ada Lovelace", *held("azure-administrator-associate", "azure-solutions-architect-expert")),
    person(
        "bob",
        "Bob Ross",
        earned("azure-administrator-associate", "2026-01-10"),
        earned("azure-network-engineer-associate", "2026-01-10", expires=date(2027, 1, 10)),
    ),
    person("carla", "Carla Weiß", *held("azure-solutions-architect-expert", "azure-virtual-desktop-specialty")),
)
FIGURES = {
    "azure_customers_enterprise": {BEFORE: 10, LAST: 13},
    "azure_consumption": {BEFORE: 100, LAST: 125},
    "azure_services": {LAST: 6},
    "azure_smb_share": {Month(2026, number): 40 for number in range(4, 11)},
}


def company(*further: Person, **figures: dict[Month, int]) -> Contoso:
    """A company two points short in one designation, with further people, and figures in the place of these."""
    shown = {**FIGURES, **figures, "azure_consumption": {BEFORE: 100_000, LAST: 125_000}}
    amounts = {metric: {month: Decimal(value) for month, value in found.items()} for metric, found in shown.items()}
    facts = Facts("developed", (*PEOPLE, *further), amounts)
    return Contoso(facts, organisation=replace(ORGANISATION, programme="ms-solutions-partner"), now=NOW)


@pytest.mark.parametrize(
    ("question", "lines"),
    [
        (
            "what do we need for Infrastructure?",
            (
                "Missing: 2 points (68 of 70 points).",
                "68 of 70 points, by the track Enterprise",
                "✅ Net customer adds: 30 of 30",
                "Cheapest ways to further points",
                "(+4 points)",
                "1 further person who may hold anything would be enough.",
                "Figures up to October 2026.",
            ),
        ),
        (
            "Was brauchen wir für Infrastruktur?",
            (
                "Noch nötig: 2 Punkte (68 von 70 Punkten).",
                "68 von 70 Punkten, nach dem Weg Enterprise",
                "✅ Netto-Neukunden: 30 von 30",
                "Am leichtesten zu mehr Punkten",
                "(+4 Punkte)",
                "1 weitere Person mit beliebigen Nachweisen würde genügen.",
            ),
        ),
    ],
)
async def test_a_question_is_answered_in_points(question: str, lines: tuple[str, ...]) -> None:
    said = plain(await company().asked(question))

    assert [line for line in lines if line not in said] == []


async def test_a_metric_at_zero_is_named_beside_the_points_that_are_missing() -> None:
    said = plain(await company().asked("what do we need for Data & AI?"))

    assert "Missing: 10 points (60 of 70 points) and more than 0 points in Intermediate certifications." in said


async def test_what_is_not_reported_is_shown_as_bounds_and_not_as_missing() -> None:
    eve = person("eve", "Eve", *held("azure-network-engineer-associate"))

    said = plain(await company(eve, azure_customers_enterprise={}).asked("what do we need for Infrastructure?"))

    assert "Nothing is known to be missing, but not everything is known." in said
    assert "❔ 42 to 72 of 70 points" in said
    assert "❔ Net customer adds: 0 to 30 of 30, since not everything is reported" in said


async def test_what_is_to_be_reported_is_named_with_the_month_that_is_missing() -> None:
    partly = company(azure_customers_enterprise={LAST: 13})
    nothing = company(azure_customers_enterprise={})

    assert "`/assay figure azure_customers_enterprise 2025-10 AMOUNT`" in plain(await partly.asked(INFRASTRUCTURE))
    assert "`/assay figure azure_customers_enterprise 2026-10 AMOUNT`" in plain(await nothing.asked(INFRASTRUCTURE))
    assert "To report" not in plain(await company().asked(INFRASTRUCTURE))


async def test_metrics_that_earn_nothing_come_first() -> None:
    said = plain(await company().asked("what do we need for Data & AI?"))

    assert said.index("❌ Intermediate certifications: 0 of 40") < said.index("✅ Net customer adds")


async def test_the_window_in_which_one_day_is_enough_is_named() -> None:
    assert "is enough; since 1 June 2026 there was none." in plain(await company().asked(INFRASTRUCTURE))


async def test_the_points_of_the_last_months_are_said_and_drawn_behind_a_button() -> None:
    known = company()
    reply = await known.asked(INFRASTRUCTURE)
    pressed = await known.pressed(reply, "Show as a picture")

    assert [block for block in reply.blocks if block["type"] == "data_visualization"] == []
    reply = pressed
    drawn = next(block for block in reply.blocks if block["type"] == "data_visualization")
    series = {each["name"]: [mark["value"] for mark in each["data"]] for each in drawn["chart"]["series"]}
    assert series == {
        "Points": [8, 8, 8, 8, 8, 68],
        "At most": [76, 76, 76, 76, 68, 68],
        "Needed": [70, 70, 70, 70, 70, 70],
    }
    assert "June 2026 8 to 76 · " in plain(reply)
    assert "November 2026 68" in plain(reply)


async def test_points_that_never_changed_are_not_drawn() -> None:
    facts = Facts("developed", (), {"azure_customers_enterprise": {}})
    nothing = Contoso(facts, organisation=replace(ORGANISATION, programme="ms-solutions-partner"), now=NOW)

    reply = await nothing.asked(INFRASTRUCTURE)

    assert "Show as a picture" not in labels(reply)


async def test_the_overview_shows_points() -> None:
    assert "Infrastructure · Solutions Partner ✗ 68 of 70 points" in plain(await company().asked("status", slash=True))


async def test_a_link_says_what_it_brought_in_points() -> None:
    said = plain(await company().asked("link azure-network-engineer-associate 2026-10-01", slash=True))

    assert "Infrastructure Solutions Partner: 68 of 70 points → 72 of 70 points – now met" in said.replace("*", "")


async def test_who_holds_a_credential_hears_for_what_it_counts() -> None:
    said = plain(await company().asked("who has azure-virtual-desktop-specialty?"))

    assert "It is named by: Solutions Partner in Infrastructure." in said


async def test_who_linked_a_certification_hears_for_what_it_counts_and_when_it_can_be_renewed() -> None:
    said = plain(await company().asked("mine", BOB, slash=True))

    assert "Counts for Solutions Partner in Infrastructure." in said
    assert said.count("Renewable from 10 July 2026; renewed, it expires on 10 January 2028.") == 1
    assert said.count("Renewable from") == 1
