from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.dates import Month
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA, ADMIN, FACTS, TODAY, Fabrikam, holder, speaks_german

NAME = "authorized_surface_hub_adr"
QUESTION = "need silver windows and devices"


async def test_a_status_is_recorded_and_the_answers_go_by_it() -> None:
    company = Fabrikam()

    said = plain(await company.says(ADMIN, f"flag {NAME} yes"))

    assert said.startswith("✅ Recorded: status “authorized surface hub adr”, granted.")
    assert company.company.facts.flags == {NAME: True}
    assert company.company.facts.flag_ends == {}


@pytest.mark.parametrize(
    "typed", [f"flag {NAME} yes until 2018-03-01", "flag Authorized Surface Hub ADR ja bis 1.3.2018"]
)
async def test_a_status_for_a_time_is_recorded_with_its_end(typed: str) -> None:
    company = Fabrikam()

    said = plain(await company.says(ADMIN, typed))

    assert "granted, ends on 1 March 2018" in said
    assert {name: str(day) for name, day in company.company.facts.flag_ends.items()} == {NAME: "2018-03-01"}


async def test_a_later_word_replaces_the_end_too() -> None:
    company = Fabrikam()
    await company.says(ADMIN, f"flag {NAME} yes until 2018-03-01")

    await company.says(ADMIN, f"flag {NAME} no")

    assert (company.company.facts.flags, company.company.facts.flag_ends) == ({NAME: False}, {})


async def test_what_is_on_record_already_is_not_recorded_again() -> None:
    company = Fabrikam()
    await company.says(ADMIN, f"flag {NAME} yes until 2018-03-01")
    revision = company.company.revision

    said = plain(await company.says(ADMIN, f"flag {NAME} yes until 2018-03-01"))

    assert said.startswith("On record already: status “authorized surface hub adr”, granted, ends on 1 March 2018.")
    assert company.company.revision == revision


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("flag", "Which status, and do you have it?"),
        (f"flag {NAME}", "nothing on record"),
        ("flag gold star yes", "No rule asks for a status called “gold star”. Known: `authorized_surface_hub_adr`."),
        (f"flag {NAME} yes until never", "I cannot read “never” as a day"),
        (f"flag {NAME} no until 2018-03-01", "needs no end"),
        (f"flag {NAME} yes until {TODAY}", "is over already"),
    ],
)
async def test_what_cannot_be_recorded_is_refused_with_what_to_do(typed: str, told: str) -> None:
    company = Fabrikam()

    assert told in (await company.says(ADMIN, typed)).text
    assert company.company.facts == FACTS


async def test_the_statuses_and_what_is_known_of_them_are_shown_in_german_too() -> None:
    company = Fabrikam(replace(FACTS, flags={NAME: True}))
    speaks_german(company, ADMIN)

    said = (await company.says(ADMIN, "merkmal")).text

    assert "Welcher Status, und habt ihr ihn?" in said
    assert f"• `{NAME}`: verliehen" in said


async def test_only_admins_record_a_status() -> None:
    company = Fabrikam()

    await company.says(ADA, f"flag {NAME} yes")

    assert company.company.facts == FACTS


@pytest.mark.parametrize(("day", "met"), [("2018-02-28", True), ("2018-03-01", False), ("2018-03-02", False)])
async def test_answers_say_until_when_a_status_that_a_level_rests_on_is_granted(day: str, *, met: bool) -> None:
    people = tuple(holder(name, name.capitalize(), "TA-HUB") for name in ("ada", "bob"))
    devices = {"surface_hub_devices_shipped": {Month(2018, 1): Decimal(12), Month(2017, 6): Decimal(12)}}
    facts = replace(FACTS, people=people, figures=devices, flags={NAME: True}, flag_ends={NAME: date(2018, 3, 1)})
    company = Fabrikam(facts)

    status = plain(await company.says(ADMIN, f"status silver windows and devices {day}"))
    needed = plain(await company.says(ADMIN, f"need silver windows and devices {day}"))

    rests = "It rests on the status “authorized surface hub adr”, which is granted for a time and ends on 1 March 2018."
    assert (rests in status) == met
    assert ("It is granted for a time and ends on 1 March 2018." in needed) == met
