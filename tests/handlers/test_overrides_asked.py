"""Which overrides are in force, for whom; one that never was; and what an export has not shown yet."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.facts import CredentialOverride, Grant, LevelOverride
from tests.handlers.contoso import plain, unsendable
from tests.handlers.fabrikam import ADA, ADMIN, BOB, BOB_HOLDS, DANA, FACTS, GUEST, Fabrikam

UNTIL = date(2018, 2, 28)
GOLD = LevelOverride("cloud-platform", "gold", date(2017, 11, 30), UNTIL, "o1")
EXAM = CredentialOverride("ada", "70-532", date(2018, 1, 1), date(2018, 4, 1), "o2", Grant("Jane", "not recognised"))
MESSAGING = replace(GOLD, competency="messaging", id="o3", until=date(2018, 3, 1))
COVERED = replace(FACTS, overrides=(GOLD, EXAM, MESSAGING))
QUESTION = "which overrides are active?"
CLAIMED = replace(
    BOB_HOLDS, achievements=tuple(replace(a, state="claimed", id=f"c{a.id}") for a in BOB_HOLDS.achievements)
)
BOBS = CredentialOverride("bob", "70-532", date(2017, 12, 1), date(2018, 1, 10), "o4")


async def test_an_admin_who_asks_privately_gets_the_whole_list_with_a_countdown() -> None:
    reply = await Fabrikam(COVERED).says(ADMIN, f"ask {QUESTION}")

    assert "1. *Cloud Platform Gold*, from 30 November 2017 to the day before 28 February 2018" in plain(reply)
    assert "It ends in 44 days. ▰▰▰▰▰▱▱▱▱▱" in plain(reply)
    assert "Ada Lovelace" in plain(reply)
    assert "There is no record of this exam beside the override." in plain(reply)
    assert unsendable(reply) == []


@pytest.mark.parametrize(("user", "private"), [(DANA, True), (BOB, True), (ADMIN, False), (ADA, False), (DANA, False)])
async def test_everybody_else_and_every_channel_reads_levels_and_how_many_exams(user: str, *, private: bool) -> None:
    company = Fabrikam(COVERED)
    reply = await company.says(user, QUESTION if not private else f"ask {QUESTION}", private=private)

    said = plain(reply)
    assert "*3 overrides are in force or to come on 15 January 2018.*" in said
    assert "• *Cloud Platform Gold*, from 30 November 2017 to the day before 28 February 2018. It ends in" in said
    assert "On the facts alone" in said
    assert "• 1 override of a person's exam; whose, only admins see, and only privately." in said
    assert "Ada" not in said
    assert "70-532" not in said
    assert reply.audience == ("person" if private else "channel")
    assert unsendable(reply) == []


async def test_somebody_reads_their_own_override_privately() -> None:
    reply = await Fabrikam(COVERED).says(ADA, f"ask {QUESTION}")

    assert "70-532" in plain(reply)
    assert "of a person's exam" not in plain(reply)


async def test_names_opened_in_channels_open_no_override_of_a_person() -> None:
    company = Fabrikam(COVERED)
    known = company.companies.states["fabrikam"]
    opened = replace(known.company, organisation=replace(known.company.organisation, names_in_channels=True))
    company.companies.states["fabrikam"] = replace(known, company=opened)

    assert "Ada" not in plain(await company.says(ADMIN, QUESTION, private=False))


@pytest.mark.parametrize(
    ("asked", "said", "unsaid"),
    [
        ("until when does the override for messaging hold?", "*Messaging Gold*", "Cloud Platform"),
        ("which overrides are active for cloud platform?", "*Cloud Platform Gold*", "Messaging"),
        ("which overrides are active for devops?", "*DevOps*: no override is in force", "Messaging"),
        ("welche Ausnahmen gelten für Messaging?", "bis zum Tag vor dem 1. März 2018", "Cloudplattform"),
    ],
)
async def test_a_competency_is_asked_about_alone(asked: str, said: str, unsaid: str) -> None:
    reply = await Fabrikam(COVERED).says(DANA, f"ask {asked}")

    assert said in plain(reply)
    assert unsaid not in plain(reply).partition("\nAs of")[0]


@pytest.mark.parametrize(("day", "held"), [(UNTIL - timedelta(days=1), True), (UNTIL, False)])
async def test_an_override_is_in_force_up_to_the_day_before_its_end(day: date, *, held: bool) -> None:
    company = Fabrikam(replace(FACTS, overrides=(GOLD,)))
    company.now = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    assert ("Cloud Platform Gold" in plain(await company.says(DANA, f"ask {QUESTION}"))) is held


async def test_without_any_override_that_is_said_and_guests_are_told_nothing() -> None:
    assert "No override is in force or to come" in plain(await Fabrikam().says(DANA, f"ask {QUESTION}"))
    assert "Cloud Platform" not in (await Fabrikam(COVERED).says(GUEST, f"ask {QUESTION}")).text


async def test_an_override_that_never_was_is_withdrawn_with_its_reason() -> None:
    company = Fabrikam(COVERED)
    reply = await company.says(ADMIN, "override withdraw 1 because it was meant for *another* company")

    assert company.company.facts.overrides == (EXAM, MESSAGING)
    assert "Withdrawn: the override of *Cloud Platform Gold*." in plain(reply)
    assert "Reason: it was meant for another company" in plain(reply)
    assert unsendable(reply) == []


@pytest.mark.parametrize("typed", ["override withdraw", "override withdraw 9", "override withdraw because of that"])
async def test_only_a_number_of_the_list_is_withdrawn(typed: str) -> None:
    company = Fabrikam(COVERED)

    assert "3" in (await company.says(ADMIN, typed)).text
    assert company.company.facts == COVERED


@pytest.mark.parametrize("user", [DANA, BOB, GUEST])
async def test_only_admins_withdraw(user: str) -> None:
    company = Fabrikam(COVERED)
    await company.says(user, "override withdraw 1")

    assert company.company.facts == COVERED


async def test_what_an_ended_override_covered_stays_listed_and_at_risk_until_an_export_shows_it() -> None:
    company = Fabrikam(replace(FACTS, people=(FACTS.people[0], CLAIMED), overrides=(BOBS,)))
    await company.conversations.look("fabrikam")
    risks = [owed for owed in company.told() if owed.kind == "at_risk" and owed.subject == "cloud-platform/gold"]
    told = plain(company.message(risks))

    listed = plain(await company.says(ADMIN, "override list"))
    assert "Bob Ross*: covered until 10 January 2018, still not in the vendor's export." in listed
    assert "70-532 of Bob Ross was covered by an override until 10 January 2018, and is still not in" in told
    assert unsendable(company.message(risks)) == []


async def test_a_claim_under_an_override_in_force_is_said_to_be_unproven_where_it_is_recorded_and_listed() -> None:
    company = Fabrikam(replace(FACTS, people=(FACTS.people[0], CLAIMED)))
    recorded = await company.says(ADMIN, f"override grant <@{BOB}> 70-532 until 2018-03-01")
    listed = await company.says(ADMIN, "override list")

    for reply in (recorded, listed):
        assert "Covered until 1 March 2018; the exam itself is claimed, and still not in the vendor's" in plain(reply)


async def test_a_confirmed_exam_needs_no_override_any_more() -> None:
    company = Fabrikam(replace(FACTS, overrides=(replace(BOBS, until=date(2018, 3, 1)),)))

    assert "The vendor's export shows this exam by now" in plain(await company.says(ADMIN, "override list"))
