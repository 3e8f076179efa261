"""What is said to hold "on the facts alone" rests on no override at all, and no override mends a risk."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.facts import CredentialOverride, Facts
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import ADA_HOLDS, ADMIN, BOB_HOLDS, FACTS, ONE_SHORT, OVERRIDE, Fabrikam, speaks_german

OF_BOB = CredentialOverride("bob", "70-532", date(2018, 1, 1), date(2018, 8, 1), "o2")
BOB_BARE = replace(BOB_HOLDS, achievements=())
BOTH = replace(FACTS, people=(ADA_HOLDS, BOB_BARE), overrides=(OVERRIDE, OF_BOB))
ALONE = "On the facts alone: not met, missing: 1 more person."
GRANT = "override grant gold cloud platform until 2018-06-01"


async def test_a_level_under_two_kinds_of_overrides_is_judged_without_either() -> None:
    company = Fabrikam(BOTH)

    granted = plain(await company.says(ADMIN, GRANT))
    needed = plain(await company.says(ADMIN, "what do we need for gold in cloud platform?", private=False))

    assert f"With it today: met. {ALONE}" in granted
    assert plain(await company.says(ADMIN, "override list")).count(ALONE) == 2
    assert "On the facts alone: not met." in needed
    assert "Missing without it: 1 person." in needed


async def test_the_end_of_one_override_says_what_the_facts_say_without_the_other_too() -> None:
    company = await looked(BOTH, date(2018, 2, 28))
    ending = [notice for notice in company.told() if notice.kind == "override_ending"]

    said = plain(company.message(ending, today=date(2018, 2, 28)))

    assert "On the facts alone, *Cloud Platform Gold* is now: not met, missing: 1 more person." in said


async def test_an_override_reads_as_covering_a_risk_and_not_as_causing_it() -> None:
    company, german = Fabrikam(replace(ONE_SHORT, overrides=())), Fabrikam(ONE_SHORT)
    speaks_german(german, ADMIN)

    said = plain(await company.says(ADMIN, GRANT))
    gesagt = plain(await german.says(ADMIN, GRANT))

    assert "When it ends on 1 June 2018, at risk for the next renewal: " in said
    assert "Cloud Platform Gold" in said.split("at risk for the next renewal: ")[1].splitlines()[0]
    assert "This puts" not in said
    assert "Wenn sie am 1. Juni 2018 endet, ist gefährdet: " in gesagt


async def test_the_admins_read_that_an_override_covers_the_risk_beyond_the_anniversary() -> None:
    company = Fabrikam(ONE_SHORT)
    await company.says(ADMIN, GRANT)

    said = plain(company.message())

    assert "*Cloud Platform Gold* is at risk: an override covers it to the day before 1 June 2018, the facts" in said
    assert "On the facts alone it lacks 1 more person on your anniversary, 1 May 2018." in said
    assert "No longer at risk" not in said
    assert "Bis zum Tag vor dem 1. Juni 2018 gilt eine Ausnahme" in plain(company.message(locale="de-DE"))


async def test_a_risk_that_no_override_covers_does_not_speak_of_one() -> None:
    company = await looked(replace(ONE_SHORT, overrides=(OVERRIDE,)), date(2018, 2, 28))

    said = plain(company.message([n for n in company.told() if n.kind == "at_risk"], today=date(2018, 2, 28)))

    assert "*Cloud Platform Gold* is at risk.\n" in said
    assert "covers it" not in said


async def looked(facts: Facts, day: date) -> Fabrikam:
    """The company once it was looked at on a day."""
    company = Fabrikam(facts, now=datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    await company.conversations.look("fabrikam")
    return company
