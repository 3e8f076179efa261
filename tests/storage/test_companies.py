import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.changes import AddPerson, NoSuchFactError, SetFlag
from domain.facts import Association
from domain.notices import Due, History, Owed
from domain.organisation_settings import OrganisationSettings
from domain.ports import Actor, EventAlreadyDoneError, Ledger, Member, Organisation, UnknownTeamError
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.errors import SecondWorkspaceError
from tests.storage.conftest import ADA, BOB, NOW, SINCE, SYSTEM, AnyCompanies, acme

AT_RISK = Owed("at_risk", "cloud-platform/gold", 1, "opened", {"from": "2018-03-01"})


async def test_the_first_workspace_becomes_a_company_with_its_members(companies: AnyCompanies) -> None:
    company = await acme(companies)

    assert (company.organisation.name, company.organisation.programme, company.team) == ("Acme", "mpn", "T1")
    assert (company.facts.market, company.facts.people, company.revision) == ("developed", (), 0)
    assert company.members == {"UADA": ADA, "UBOB": BOB}
    assert await companies.get(company.organisation.id) == await companies.of_team("T1") == company


async def test_meeting_the_same_workspace_again_changes_nothing(companies: AnyCompanies) -> None:
    company = await acme(companies)

    assert await companies.meet("T1", "Other", "UTC", "other", "developing", []) == company


async def test_a_second_workspace_is_refused_until_many_are_supported(companies: AnyCompanies) -> None:
    await acme(companies)

    with pytest.raises(SecondWorkspaceError):
        await companies.meet("T2", "Other", "UTC", "mpn", "developed", [])
    with pytest.raises(UnknownTeamError):
        await companies.of_team("T2")


async def test_a_workspace_or_organisation_that_nobody_met_is_unknown(companies: AnyCompanies) -> None:
    with pytest.raises(UnknownTeamError):
        await companies.of_team("T1")
    with pytest.raises(UnknownTeamError):
        await companies.get("nobody")
    with pytest.raises(UnknownTeamError):
        async with companies.change("nobody", SYSTEM):
            pass


async def test_any_error_within_a_change_undoes_all_of_it(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async def fail_after_writing(ledger: Ledger) -> None:
        await ledger.record(SetFlag("managed", value=True))
        await ledger.register(Member("UCY", "Cy", "member"))
        await ledger.owe(Due((AT_RISK,), (AT_RISK.subject,)), NOW)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        async with companies.change(company.organisation.id, SYSTEM, event="Ev1") as ledger:
            await fail_after_writing(ledger)
    async with companies.change(company.organisation.id, SYSTEM, event="Ev1") as ledger:
        assert ledger.company == company
        assert not ledger.history.steps


async def test_a_member_is_written_as_they_are_now(companies: AnyCompanies) -> None:
    company = await acme(companies)
    bob = Member("UBOB", "Robert", "guest", "p1", "UTC", "en-GB", active=False)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE)))
        await ledger.register(bob)
        await ledger.register(Member("UAMY", "Amy", "admin"))
        shown = ledger.company
    after = await companies.of_team("T1")

    assert after == shown
    assert list(after.members.items()) == [("UADA", ADA), ("UAMY", Member("UAMY", "Amy", "admin")), ("UBOB", bob)]


async def test_since_when_a_member_is_so_is_known_also_where_nothing_else_changed(
    database: Database, database_url: str
) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    later = replace(BOB, updated=1_700_000_000_000_001)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.register(later)
    other = Database.at(database_url)

    found = await SqlCompanies(other, lambda: NOW).of_team("T1")
    await other.close()

    assert found.members[BOB.user] == later
    assert found == await companies.of_team("T1")


async def test_a_member_cannot_become_a_person_who_is_not_on_record(companies: AnyCompanies) -> None:
    company = await acme(companies)

    with pytest.raises(NoSuchFactError):
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.register(Member("UBOB", "Bob", "member", "p9"))


async def test_an_event_has_its_effect_once(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM, event="Ev1") as ledger:
        await ledger.record(SetFlag("managed", value=True))
    with pytest.raises(EventAlreadyDoneError):
        async with companies.change(company.organisation.id, SYSTEM, event="Ev1") as ledger:
            await ledger.record(SetFlag("managed", value=False))

    assert (await companies.of_team("T1")).facts.flags == {"managed": True}


async def test_two_writers_at_once_lose_nothing(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async def add(number: int) -> None:
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            known = len(ledger.company.facts.people)
            await asyncio.sleep(0)
            await ledger.record(AddPerson(f"p{number}", f"number {known}", Association(SINCE)))

    await asyncio.gather(*(add(number) for number in range(12)))
    after = await companies.of_team("T1")

    assert after.revision == 12
    assert {person.name for person in after.facts.people} == {f"number {known}" for known in range(12)}


async def test_what_was_owed_is_history_for_the_next_change(companies: AnyCompanies) -> None:
    company = await acme(companies)
    subject = AT_RISK.subject

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.owe(Due((AT_RISK,), (subject,)), NOW)
        assert ledger.history == History({subject: 1}, frozenset({subject}), frozenset({AT_RISK.key}))
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert ledger.history == History({subject: 1}, frozenset({subject}), frozenset({AT_RISK.key}))
        await ledger.owe(Due(closed=(subject,)), NOW)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert (ledger.history.open, ledger.history.next_episode(subject)) == (frozenset(), 2)


async def test_an_episode_that_opens_again_while_it_is_open_counts_as_a_new_one(companies: AnyCompanies) -> None:
    company = await acme(companies)
    left = [Owed("departed", "person/p1", number, "told") for number in (1, 2)]

    for owed in left:
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.owe(Due((owed,), ("person/p1",)), NOW)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        assert ledger.history.open == {"person/p1"}
        assert ledger.history.next_episode("person/p1") == 3


async def test_a_company_is_looked_at_when_it_asked_for_it_and_a_new_one_at_once(companies: AnyCompanies) -> None:
    company = await acme(companies)
    due = [company.organisation.id]
    instant = datetime(2018, 1, 20, 8, tzinfo=UTC)

    assert await companies.to_look_at(NOW) == due
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.look_again(instant)
    assert await companies.to_look_at(instant - timedelta(seconds=1)) == []
    assert await companies.to_look_at(instant) == due
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.look_again(None)
    assert await companies.to_look_at(datetime(2030, 1, 1, tzinfo=UTC)) == []


async def test_the_longest_overdue_look_comes_first(companies: AnyCompanies) -> None:
    for number, day in enumerate((17, 16, 18)):
        await companies.found(f"T{number}", Organisation(f"o{number}", "Acme", "mpn", "UTC"), "developed")
        async with companies.change(f"o{number}", SYSTEM) as ledger:
            await ledger.look_again(datetime(2018, 1, day, tzinfo=UTC))

    assert await companies.to_look_at(datetime(2018, 1, 17, tzinfo=UTC)) == ["o1", "o0"]


async def test_settings_change_without_touching_the_facts_and_make_the_next_look_due(companies: AnyCompanies) -> None:
    company = await acme(companies)
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.look_again(None)
    own = OrganisationSettings(("mended",), (("renewal", (60, 0)),), "C1", "AT", "9", 24)
    wanted = Organisation(
        company.organisation.id, "Acme AG", "mpn", "Europe/Vienna", names_in_channels=True, settings=own
    )

    async with companies.change(wanted.id, Actor("UADA", "r1")) as ledger:
        await ledger.configure(replace(wanted, programme="another"))

    after = await companies.of_team("T1")
    assert after == await companies.get(wanted.id)
    assert (after.organisation, after.facts, after.revision) == (wanted, company.facts, company.revision)
    assert await companies.to_look_at(NOW) == [company.organisation.id]
