import asyncio
from dataclasses import replace
from datetime import date

import pytest

from domain.changes import AddPerson, ClaimProfile, Link, NoSuchFactError, ProfileTakenError
from domain.claims import AskHolder, Join, ReleaseProfile, SettleClaim, until_day
from domain.departures import Depart
from domain.facts import Achievement, Association, Claim
from domain.ports import Actor, Company, Member, Organisation, UnknownTeamError, VendorIdTakenError
from domain.tenancy import UndecidedError
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.storage.conftest import NOW, SINCE, AnyCompanies, acme

TODAY = date(2018, 1, 15)
ROOT = Actor("UADA", "req-1")
BETA = Organisation("beta", "Beta", "mpn", "UTC", admins=("UBOB",))


async def two(companies: AnyCompanies) -> tuple[Company, Company]:
    """Acme and Beta, which share a workspace."""
    await acme(companies)
    await companies.found("T1", BETA, "developed")
    served = await companies.serving("T1")
    one, other = [await companies.get(each.id) for each in served]
    return one, other


async def joined(companies: AnyCompanies, company: Company, user: str = "UBOB", person: str = "bob") -> Company:
    """Somebody is on record with a company."""
    async with companies.change(company.organisation.id, ROOT) as ledger:
        await ledger.record(AddPerson(person, "Bob", Association(SINCE, id=f"first-{person}")))
        await ledger.register(replace(ledger.company.members[user], person=person))
        return ledger.company


async def test_a_workspace_with_one_organisation_means_that(companies: AnyCompanies) -> None:
    company = await acme(companies)

    assert await companies.at("T1", "C1", "UADA") == company == await companies.of_team("T1")
    assert await companies.serving("T1") == (company.organisation,)
    assert not company.shared
    with pytest.raises(UnknownTeamError):
        await companies.at("T2", None, "UADA")


async def test_a_new_organisation_in_a_known_workspace_knows_its_users_and_has_its_own_admins(
    companies: AnyCompanies,
) -> None:
    one, other = await two(companies)

    assert (one.shared, other.shared) == (True, True)
    assert list(other.members) == ["UADA", "UBOB"]
    assert [m.user for m in one.admins] == ["UADA"]
    assert [m.user for m in other.admins] == ["UBOB"]


async def test_nobody_knows_which_of_two_is_meant(companies: AnyCompanies) -> None:
    one, other = await two(companies)

    with pytest.raises(UndecidedError) as caught:
        await companies.at("T1", "C1", "UADA")
    assert caught.value.organisations == (one.organisation, other.organisation)
    assert (await companies.at("T1", "C1", "UADA", other.organisation.id)).organisation == other.organisation
    with pytest.raises(UnknownTeamError):
        await companies.at("T1", "C1", "UADA", "nobody")


async def test_the_channel_decides_then_the_user_then_where_they_count(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    await joined(companies, one)

    async def meant(channel: str | None) -> str:
        return (await companies.at("T1", channel, "UBOB")).organisation.id

    assert await meant("C1") == one.organisation.id
    await companies.settle_place("T1", "UBOB", other.organisation.id)
    assert await meant("C1") == other.organisation.id
    await companies.settle_place("T1", "C1", one.organisation.id)
    assert await meant("C1") == one.organisation.id
    assert await meant("C2") == await meant(None) == other.organisation.id
    await companies.settle_place("T1", "C1", other.organisation.id)
    assert await meant("C1") == other.organisation.id


async def test_whoever_is_on_record_with_one_is_nobody_for_the_other(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    await joined(companies, one)

    assert (await companies.get(one.organisation.id)).members["UBOB"].person == "bob"
    assert (await companies.get(other.organisation.id)).members["UBOB"].person is None
    belonging = await companies.belonging_of("T1", "UBOB")
    assert belonging is not None
    assert (belonging.person, belonging.periods) == ("bob", ((one.organisation.id, Association(SINCE)),))
    assert await companies.belonging_of("T1", "UADA") is None


async def test_what_one_organisation_hears_of_a_user_the_other_knows_and_nobody_loses_their_person(
    companies: AnyCompanies,
) -> None:
    one, other = await two(companies)
    await joined(companies, one)

    async with companies.change(other.organisation.id, ROOT) as ledger:
        await ledger.register(replace(ledger.company.members["UBOB"], name="Robert"))

    known = (await companies.get(one.organisation.id)).members["UBOB"]
    assert (known.name, known.person) == ("Robert", "bob")


async def test_somebody_crosses_to_another_organisation_in_one_transaction(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    await joined(companies, one)
    earned = Achievement("70-533", SINCE, id="a1")
    async with companies.change(one.organisation.id, ROOT) as ledger:
        await ledger.record(Link("bob", earned), ClaimProfile("bob", "123"))

    async with companies.crossing([one.organisation.id, other.organisation.id], ROOT) as (left, joins):
        await left.record(Depart("bob", TODAY, provisional=False))
        known = left.company.facts.people[0]
        await joins.record(Join(replace(known, associations=(Association(TODAY, id="second"),))))
        await joins.register(replace(joins.company.members["UBOB"], person="bob"))

    was, now = [await companies.get(each.organisation.id) for each in (one, other)]
    assert was.facts.people[0].associations == (Association(SINCE, TODAY, id="first-bob"),)
    assert now.facts.people[0] == replace(known, associations=(Association(TODAY, id="second"),))
    assert now.members["UBOB"].person == was.members["UBOB"].person == "bob"
    belonging = await companies.belonging_of("T1", "UBOB")
    assert belonging is not None
    assert belonging.organisation_on(TODAY) == other.organisation.id
    assert belonging.begun == (SINCE, TODAY)
    assert (await companies.at("T1", None, "UBOB")).organisation == other.organisation


async def test_a_new_organisation_takes_nobody_from_the_one_that_was_there(companies: AnyCompanies) -> None:
    one = await acme(companies)
    await joined(companies, one)

    await companies.found("T1", BETA, "developed", [Member("UBOB", "Bob", "member"), Member("UCY", "Cy", "member")])

    assert (await companies.get(one.organisation.id)).members["UBOB"].person == "bob"


async def test_a_crossing_that_fails_changes_neither(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    before = await joined(companies, one)

    async def cross() -> None:
        async with companies.crossing([one.organisation.id, other.organisation.id], ROOT) as (left, joins):
            await left.record(Depart("bob", TODAY, provisional=False))
            await joins.record(ReleaseProfile("nobody"))

    with pytest.raises(NoSuchFactError):
        await cross()

    assert (await companies.get(one.organisation.id)).facts == before.facts
    assert (await companies.get(other.organisation.id)).facts.people == ()


async def test_a_profile_that_is_given_up_is_free_for_who_claimed_it(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    await joined(companies, one)
    await joined(companies, other, "UADA", "ada")
    async with companies.change(one.organisation.id, ROOT) as ledger:
        await ledger.record(ClaimProfile("bob", "123"))
    claim = Claim("c1", "123", "ada", "bob", TODAY, until_day(TODAY))
    with pytest.raises(ProfileTakenError):
        async with companies.change(other.organisation.id, ROOT) as ledger:
            await ledger.record(ClaimProfile("ada", "123"))

    async with companies.change(other.organisation.id, ROOT) as ledger:
        await ledger.record(AskHolder(claim))
    assert (await companies.get(other.organisation.id)).facts.claims == (claim,)
    async with companies.crossing([one.organisation.id, other.organisation.id], ROOT) as (left, joins):
        await left.record(ReleaseProfile("bob"))
        await joins.record(SettleClaim("c1", "ada", "given_up", TODAY), ClaimProfile("ada", "123"))

    was, now = [await companies.get(each.organisation.id) for each in (one, other)]
    assert was.facts.people[0].profile is None
    assert now.facts.people[0].profile == "123"
    assert now.facts.claims == (replace(claim, outcome="given_up", settled_on=TODAY),)
    holder = await companies.holder_of("123")
    assert holder is not None
    assert holder.person == "ada"
    assert await companies.holder_of("124") is None


async def test_a_vendor_id_is_one_organisations(companies: AnyCompanies) -> None:
    one, other = await two(companies)
    async with companies.change(one.organisation.id, ROOT) as ledger:
        await ledger.set_vendor_ids(["11", "12"])
    async with companies.change(other.organisation.id, ROOT) as ledger:
        await ledger.set_vendor_ids(["21"])
    async with companies.change(one.organisation.id, ROOT) as ledger:
        await ledger.set_vendor_ids(["12", "13"])

    assert await companies.vendor_ids(one.organisation.id) == ["12", "13"]
    assert await companies.by_vendor_id("mpn", ["11", "12", "21"]) == {
        "12": one.organisation.id,
        "21": other.organisation.id,
    }
    assert await companies.by_vendor_id("other", ["12"]) == {}


async def test_a_vendor_id_of_another_organisation_is_refused(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    one, other = await two(companies)
    async with companies.change(one.organisation.id, ROOT) as ledger:
        await ledger.set_vendor_ids(["11"])

    with pytest.raises(VendorIdTakenError):
        async with companies.change(other.organisation.id, ROOT) as ledger:
            await ledger.set_vendor_ids(["10", "11"])
    assert await companies.vendor_ids(other.organisation.id) == []


async def test_two_who_cross_in_both_directions_at_once_both_arrive(database: Database) -> None:
    replicas = [SqlCompanies(database, lambda: NOW), SqlCompanies(database, lambda: NOW)]
    one, other = await two(replicas[0])
    await joined(replicas[0], one)
    await joined(replicas[0], other, "UADA", "ada")

    async def cross(companies: SqlCompanies, left: str, joins: str, person: str) -> None:
        async with companies.crossing([left, joins], ROOT) as (leaving, joining):
            await leaving.record(Depart(person, TODAY, provisional=False))
            known = leaving.company.facts.people[leaving.company.facts.place_of[person]]
            await joining.record(Join(replace(known, associations=(Association(TODAY, id=f"second-{person}"),))))

    there = cross(replicas[0], one.organisation.id, other.organisation.id, "bob")
    await asyncio.gather(there, cross(replicas[1], other.organisation.id, one.organisation.id, "ada"))

    for each, came in ((one, "ada"), (other, "bob")):
        facts = (await replicas[0].get(each.organisation.id)).facts
        assert [person.id for person in facts.people if person.associated_on(TODAY)] == [came]


async def test_a_deactivated_or_guest_admin_is_none(companies: AnyCompanies) -> None:
    _, other = await two(companies)
    bob = other.members["UBOB"]

    assert other.is_admin(bob)
    assert not other.is_admin(replace(bob, active=False))
    assert not other.is_admin(replace(bob, role="guest"))
    assert not other.is_admin(Member("UADA", "Ada", "admin"))
