from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.facts import Achievement, Association
from domain.ports import Member
from domain.timeline import credentials_of
from handlers.effects import in_force
from tests.handlers.contoso import plain
from tests.handlers.fabrikam import (
    ADA,
    ADA_HOLDS,
    BOB,
    DANA,
    FACTS,
    GUEST,
    MEMBERS,
    ONE_SHORT,
    OVERRIDE,
    PROGRAMME,
    TODAY,
    Fabrikam,
    speaks_german,
)


def codes(company: Fabrikam, person: str) -> list[str]:
    """What is on record for somebody."""
    found = next((p for p in company.company.facts.people if p.id == person), None)
    return [achievement.credential for achievement in found.achievements] if found else []


def renamed(company: Fabrikam) -> str | None:
    """The person behind Dana."""
    return company.company.members[DANA].person


async def test_a_link_says_what_it_changed_and_what_to_do_at_the_vendor() -> None:
    said = plain(await Fabrikam(ONE_SHORT).says(DANA, "link 70-533 2017-11-20"))

    assert said.startswith("✅ Recorded: *70-533 (Implementing Microsoft Azure Infrastructure Solutions)*")
    assert "• *Cloud Platform Gold*: people 1 of 2 → 2 of 2 – *now met* ✅" in said
    assert "Dashboard > Membership > Competencies" in said
    assert "it counts there from 16 January 2018 (after 24 hours; Partner Center documentation, pages of 18" in said
    assert "only you can do that" in said
    assert "Until an export from the vendor shows it, this is your own statement" in said
    assert "As of 15 January 2018. Rules: in force since 15 Sept 2017 (" in said


async def test_the_same_in_german() -> None:
    company = Fabrikam(ONE_SHORT)
    speaks_german(company, DANA)

    said = plain(await company.says(DANA, "link 70-533 2017-11-20"))

    assert said.startswith(
        "✅ Eingetragen: *70-533 (Implementing Microsoft Azure Infrastructure Solutions)*, bestanden am"
    )
    assert "• *Cloudplattform Gold*: Personen 1 von 2 → 2 von 2 – *jetzt erfüllt* ✅" in said
    assert "Dashboard > Mitgliedschaft > Kompetenzen" in said
    assert "ab heute, dem 15. Januar 2018" in said


async def test_the_first_link_puts_its_speaker_on_record_from_that_day() -> None:
    company = Fabrikam(ONE_SHORT)

    said = plain(await company.says(DANA, "link 70-533 2017-11-20"))

    person = next(p for p in company.company.facts.people if p.id == renamed(company))
    assert (person.name, person.associations) == ("Dana Scully", (Association(date(2018, 1, 15), id="id-3"),))
    assert "you count for Fabrikam from today, 15 January 2018" in said


async def test_a_second_link_does_not_join_again() -> None:
    company = Fabrikam(ONE_SHORT)
    await company.says(DANA, "link 70-533 2017-11-20")
    people = len(company.company.facts.people)

    said = plain(await company.says(DANA, "link 70-532 2017-11-21"))

    assert "first link" not in said
    assert len(company.company.facts.people) == people
    assert codes(company, str(renamed(company))) == ["70-533", "70-532"]


async def test_free_text_links_too() -> None:
    company = Fabrikam(ONE_SHORT)

    await company.says(DANA, "I passed 70-533 yesterday")

    person = next(p for p in company.company.facts.people if p.id == renamed(company))
    assert [(a.credential, a.earned) for a in person.achievements] == [("70-533", date(2018, 1, 14))]


async def test_a_link_is_a_claim_recorded_by_its_speaker() -> None:
    company = Fabrikam(FACTS)

    await company.says(ADA, "link 70-496 2017-11-20 expires 2019-11-20 evidence https://example.org/a?b=1")

    made = next(p for p in company.company.facts.people if p.id == "ada").achievements[-1]
    assert made == Achievement(
        "70-496", date(2017, 11, 20), date(2019, 11, 20), "id-1", "claimed", "https://example.org/a?b=1", ADA
    )


async def test_a_duplicate_link_is_answered_and_writes_nothing() -> None:
    company = Fabrikam(FACTS)
    before = company.company

    said = plain(await company.says(ADA, "link 70-533 2017-11-20"))

    assert "is already on record for you, earned on 1 February 2017; nothing was changed" in said
    assert company.company == before


async def test_a_renewal_that_lasts_longer_is_no_duplicate() -> None:
    short = Achievement("70-533", date(2016, 2, 1), date(2018, 3, 1), "a1")
    company = Fabrikam(replace(FACTS, people=(replace(ADA_HOLDS, achievements=(short,)),)))

    await company.says(ADA, "link 70-533 2018-01-10 expires 2020-01-10")

    assert codes(company, "ada") == ["70-533", "70-533"]


async def test_an_admins_risk_that_a_link_mends_is_told() -> None:
    company = Fabrikam()
    await company.changes(replace(company.company.members[BOB], active=False))

    said = plain(await company.says(DANA, "link 70-533 2017-11-20"))

    assert "No longer at risk: your Gold membership, Cloud Platform Gold and Application Development Silver." in said
    assert [owed.kind for owed in company.told()][-3:] == ["mended", "mended", "mended"]


UNCHANGED = {
    "70-534 2017-11-20": "*Cloud Platform Silver*: you count there already, and everybody counts once.",
    "70-496 2017-11-20": "*DevOps Silver*: to count there you also need 70-498",
    "70-533 2016-01-01 expires 2017-01-01": "It expired on 1 January 2017, so it no longer counts.",
}


@pytest.mark.parametrize("typed", UNCHANGED)
async def test_a_link_that_changes_nothing_says_why(typed: str) -> None:
    person = replace(ADA_HOLDS, achievements=(replace(ADA_HOLDS.achievements[0], credential="70-532"),))
    said = plain(await Fabrikam(replace(FACTS, people=(person,))).says(ADA, f"link {typed}"))

    assert "*No level changes today:*" in said
    assert UNCHANGED[typed] in said


async def test_somebody_who_is_not_needed_hears_that_they_could_stand_in() -> None:
    said = plain(await Fabrikam().says(DANA, "link 70-533 2017-11-20"))

    assert "• *Cloud Platform Gold*: the 2 people needed are there. You could stand in." in said


async def test_a_credential_that_no_rule_in_force_names_says_so() -> None:
    rules = PROGRAMME.competencies.values()
    asked = {c for competency in rules for c in credentials_of(competency)}
    unasked = min(set(PROGRAMME.credentials) - {c for c in asked if in_force(PROGRAMME, FACTS, c, TODAY)})

    said = plain(await Fabrikam().says(ADA, f"link {unasked} 2017-12-20"))

    assert f"No rule in force on 15 January 2018 asks for {unasked}. It stays on record." in said


async def test_a_credential_that_is_no_longer_accepted_says_until_when_it_was() -> None:
    company = Fabrikam(now=datetime(2019, 1, 2, 9, tzinfo=UTC))

    said = plain(await company.says(DANA, "link 70-534 2017-11-20"))

    assert "The programme accepted 70-534 until 31 December 2018 and no longer counts it." in said


async def test_on_its_last_accepted_day_it_still_counts() -> None:
    company = Fabrikam(ONE_SHORT, now=datetime(2018, 12, 31, 9, tzinfo=UTC))

    said = plain(await company.says(DANA, "link 70-534 2017-11-20"))

    assert "people 1 of 2 → 2 of 2" in said


async def test_an_unknown_code_comes_with_the_codes_that_are_alike() -> None:
    reply = await Fabrikam().says(ADA, "link 70-553 2017-11-20")

    assert "Did you mean 70-533 (Implementing Microsoft Azure Infrastructure Solutions)" in reply.text


@pytest.mark.parametrize(("hour", "refused"), [(21, True), (23, False)])
async def test_the_future_begins_where_the_speaker_is(hour: int, *, refused: bool) -> None:
    in_paris = tuple(replace(member, time_zone="Europe/Paris") for member in MEMBERS)
    company = Fabrikam(members=in_paris, now=datetime(2018, 1, 15, hour, 30, tzinfo=UTC))

    reply = await company.says(ADA, "link 70-496 2018-01-16")

    assert ("is still to come" in reply.text) is refused


@pytest.mark.parametrize(("day", "refused"), [("2017-12-14", True), ("2017-12-15", False)])
async def test_an_exam_is_not_passed_before_it_exists(day: str, *, refused: bool) -> None:
    reply = await Fabrikam().says(ADA, f"link 70-535 {day}")

    assert ("did not exist on" in reply.text) is refused


@pytest.mark.parametrize(("day", "refused"), [("2017-12-30", False), ("2017-12-31", False), ("2018-01-01", True)])
async def test_an_exam_is_not_passed_after_it_retired(day: str, *, refused: bool) -> None:
    reply = await Fabrikam().says(DANA, f"link 70-534 {day}")

    assert ("could not be passed any more on 1 January 2018; it retired on 31 December 2017" in reply.text) is refused


async def test_a_risk_that_was_there_before_is_not_blamed_on_a_link() -> None:
    company = Fabrikam(replace(ONE_SHORT, overrides=(OVERRIDE,)))

    said = plain(await company.says(DANA, "link 70-483 2017-11-20"))

    assert "This puts" not in said
    assert "Already at risk for the next renewal: your Gold membership and Cloud Platform Gold." in said


@pytest.mark.parametrize(("code", "unchecked"), [("70-533", True), ("70-535", False)])
async def test_a_date_that_no_source_bounds_was_not_checked_and_says_so(code: str, *, unchecked: bool) -> None:
    said = plain(await Fabrikam().says(DANA, f"link {code} 2018-01-10"))

    assert (f"The sources do not say when {code} began" in said) is unchecked


async def test_a_guest_who_is_not_on_record_links_nothing() -> None:
    company = Fabrikam()
    before = company.company

    reply = await company.says(GUEST, "link 70-533 2017-11-20")

    assert "You are a guest and not on record here" in reply.text
    assert company.company == before


async def test_somebody_deactivated_links_nothing() -> None:
    members = tuple(replace(m, active=m.user != ADA) for m in MEMBERS)
    company = Fabrikam(members=members)

    reply = await company.says(ADA, "link 70-496 2017-11-20")

    assert "Your Slack account is deactivated" in reply.text
    assert codes(company, "ada") == ["70-533"]


async def test_a_channel_of_several_companies_hears_and_records_nothing() -> None:
    company = Fabrikam(ONE_SHORT)

    reply = await company.says(DANA, "I passed 70-533 yesterday", private=False, shared=True)

    assert "people from other companies read this channel" in reply.text
    assert renamed(company) is None


async def test_a_link_from_a_channel_is_answered_to_its_speaker_alone() -> None:
    reply = await Fabrikam(ONE_SHORT).says(DANA, "I passed 70-533 yesterday", private=False)

    assert reply.audience == "person"


async def test_nothing_that_was_typed_calls_anybody() -> None:
    company = Fabrikam(ONE_SHORT, members=(*MEMBERS[:3], Member(DANA, "<!channel>", "member")))
    for typed in (
        "link <!channel> 2017-11-20",
        "link 70-533 <!channel>",
        "link 70-533 2017-11-20 evidence <!channel>",
        "link 70-533 2017-11-20 evidence <https://example.org/<!channel>|x>",
        "link 70-533 2017-11-20 evidence https://example.org/<!channel>",
        "unlink <!channel>",
        "profile <!channel>",
        "link 70-533 2017-11-20",
    ):
        reply = await company.says(DANA, typed)
        assert "<!channel>" not in reply.text + str(reply.blocks), typed
