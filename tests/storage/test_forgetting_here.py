"""Somebody who counts for another organisation by now is forgotten by the one before, and by that alone."""

import json
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert

from domain.archive import AuditFilter, StillHereError
from domain.changes import AddPerson, ClaimProfile, Link
from domain.claims import AskHolder, Join
from domain.departures import Depart
from domain.facts import Achievement, Association, Claim
from domain.notices import Due, Owed
from domain.ports import Actor, Company, Organisation, Upload
from storage import tables
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.storage.conftest import NOW, SINCE, AnyCompanies, acme
from tests.storage.test_forgetting import database, everything

__all__ = ["database"]

MOVED, TODAY, LATER = date(2017, 12, 1), date(2018, 1, 15), date(2018, 3, 1)
NAME, PROFILE, EVIDENCE, USER = "Bob Weiß", "MCP-4711", "https://example.org/bobs/proof", "UBOB"
BOTH = Actor(USER, "r1")
ROOT = Actor("UADA", "r0")
BETA = Organisation("beta", "Beta", "mpn", "UTC", admins=("UADA",))


async def moved(companies: AnyCompanies) -> tuple[Company, Company]:
    """Bob counted for Acme, whose word is on record of him, and counts for Beta, in the same workspace, since."""
    first = (await acme(companies)).organisation.id
    await companies.found("T1", BETA, "developed")
    async with companies.change(first, BOTH) as ledger:
        exam = Achievement("70-533", SINCE, id="a1", evidence=EVIDENCE, recorded_by=USER)
        began = AddPerson("bob", NAME, Association(SINCE, id="first"))
        await ledger.record(began, Link("bob", exam), ClaimProfile("bob", PROFILE))
        await ledger.register(replace(ledger.company.members[USER], name=NAME, person="bob"))
        await ledger.owe(Due((Owed("departed", "bob", 1, "0", {"person": "bob", "name": NAME}),)), NOW)
        await ledger.keep_upload(Upload("u1", "list.csv", f"user\n{USER}\n".encode(), USER))
    async with companies.crossing([first, "beta"], BOTH) as (left, joins):
        await left.record(Depart("bob", MOVED, provisional=False))
        known = left.company.facts.people[0]
        await joins.record(Join(replace(known, associations=(Association(MOVED, id="second"),))))
        await joins.register(replace(joins.company.members[USER], person="bob"))
        await joins.record(Link("bob", Achievement("70-534", MOVED, id="a2", recorded_by=USER)))
    return await companies.get(first), await companies.get("beta")


async def test_the_former_organisation_forgets_them_and_the_other_goes_on_as_before(companies: AnyCompanies) -> None:
    first, other = await moved(companies)

    assert await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")

    was, now = await companies.get(first.organisation.id), await companies.get("beta")
    (bob,) = was.facts.people
    assert (bob.name, bob.profile, bob.forgotten) == ("Forgotten bob", None, True)
    assert [(a.credential, a.evidence) for a in bob.achievements] == [("70-533", None)]
    assert [(a.since, a.until) for a in bob.associations or ()] == [(SINCE, MOVED)]
    assert was.members[USER].person is None
    assert (now.facts, now.members) == (other.facts, other.members)
    assert not await companies.forget(first.organisation.id, "bob", TODAY, None, "r3")
    audits = [
        await companies.audited(each, AuditFilter(kinds=frozenset({"Forget"})))
        for each in (was.organisation.id, "beta")
    ]
    assert [[entry.actor for entry in found] for found in audits] == [["UADA"], []]
    with pytest.raises(StillHereError):
        await companies.forget("beta", "bob", TODAY, None, "r4")


async def test_who_comes_back_to_an_organisation_that_forgot_them_is_known_again(companies: AnyCompanies) -> None:
    first, _ = await moved(companies)
    await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")

    async with companies.crossing(["beta", first.organisation.id], BOTH) as (left, joins):
        await left.record(Depart("bob", LATER, provisional=False))
        known, before = left.company.facts.people[0], joins.company.facts.people[0].associations or ()
        await joins.record(Join(replace(known, associations=(*before, Association(LATER, id="third")))))
        held = joins.company.facts

    again = (await companies.get(first.organisation.id)).facts
    assert again == held
    assert (again.people[0].name, again.people[0].forgotten) == (NAME, False)


async def test_who_counts_for_none_any_more_is_forgotten_by_both(companies: AnyCompanies) -> None:
    first, _ = await moved(companies)
    await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")
    async with companies.change("beta", ROOT) as ledger:
        await ledger.record(Depart("bob", LATER, provisional=False))

    assert await companies.forget("beta", "bob", LATER, None, "r3")

    for organisation in (first.organisation.id, "beta"):
        (bob,) = (await companies.get(organisation)).facts.people
        assert (bob.name, bob.forgotten) == ("Forgotten bob", True)


async def test_no_row_of_the_former_organisation_names_them_and_whoever_has_a_role_there_keeps_it(
    database: Database,
) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    first, _ = await moved(companies)
    organisation = first.organisation.id
    async with companies.change(organisation, ROOT) as ledger:
        asked = AskHolder(Claim("c1", PROFILE, "cyd", "bob", MOVED, TODAY))
        await ledger.record(AddPerson("cyd", "Cyd", Association(SINCE, id="cyds")), asked)

    await companies.forget(organisation, "bob", TODAY, "UADA", "r2")

    rows = [row for texts in (await everything(database)).values() for row in texts if organisation in json.loads(row)]
    assert rows
    assert [row for row in rows for said in (NAME, PROFILE, EVIDENCE, USER) if f'"{said}' in row] == []
    async with database.query() as connection:
        assert (await connection.execute(tables.upload.select())).fetchall() == []


@pytest.mark.parametrize("has_role", [True, False])
async def test_an_admin_of_the_former_organisation_stays_one(database: Database, *, has_role: bool) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    first, _ = await moved(companies)
    roles = replace(BETA, roles=((USER, "admin"),)).roles if has_role else ()
    async with companies.change(first.organisation.id, ROOT) as ledger:
        await ledger.configure(replace(ledger.company.organisation, roles=roles))

    await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")

    known = await companies.get(first.organisation.id)
    assert known.organisation.roles == roles
    actors = {entry.actor for entry in await companies.audited(first.organisation.id, AuditFilter())}
    assert (USER in actors) == has_role


async def test_what_is_theirs_alone_is_masked_where_others_claimed_it_or_heard_of_it(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    first, _ = await moved(companies)
    asked = Claim("c1", PROFILE, "cyd", "bob", TODAY, LATER)
    async with companies.change("beta", Actor(USER, "r5")) as ledger:
        await ledger.record(AddPerson("cyd", NAME, Association(SINCE, id="cyds")), AskHolder(asked))
        await ledger.owe(
            Due((Owed("profile_claimed", "claim/c1", 1, "asked", {"person": "cyd", "profile": PROFILE}),)), NOW
        )
        await ledger.record(Depart("bob", TODAY, provisional=False))
    came = {"id": "i1", "team": "T1", "bot_user": "UBOT", "bot_id": "B1", "scopes": "", "installed_by": USER}
    async with database.write("T1") as connection:
        await connection.execute(insert(tables.installation), [{**came, "installed_at": NOW, "token": "secret"}])

    await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")

    rows = [(name, row) for name, texts in (await everything(database)).items() for row in texts]
    assert [each for each in rows if PROFILE in each[1] or f'"{USER}"' in each[1]] == []
    assert (await companies.get("beta")).person_name("cyd") == NAME


async def test_an_organisation_beside_them_forgets_the_slack_user_but_not_its_own_admin(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    first, _ = await moved(companies)
    gamma = Organisation("gamma", "Gamma", "mpn", "UTC", admins=("UADA",))
    delta = Organisation("delta", "Delta", "mpn", "UTC", admins=(USER,))
    for each in (gamma, delta):
        await companies.found("T1", each, "developed")
        async with companies.change(each.id, Actor(USER, "r6")) as ledger:
            await ledger.record(AddPerson(f"of-{each.id}", "Eve", Association(SINCE, id=f"since-{each.id}")))
    async with companies.change("beta", ROOT) as ledger:
        await ledger.record(Depart("bob", TODAY, provisional=False))

    await companies.forget(first.organisation.id, "bob", TODAY, "UADA", "r2")

    actors = {each.id: (await companies.audited(each.id, AuditFilter()))[0].actor for each in (gamma, delta)}
    assert actors == {"gamma": "forgotten-bob-1", "delta": USER}


async def test_what_they_earn_from_then_on_is_not_the_former_organisations_to_see(companies: AnyCompanies) -> None:
    first, other = await moved(companies)

    async with companies.change("beta", BOTH) as ledger:
        await ledger.record(Link("bob", Achievement("70-346", LATER, id="a3")))
        await ledger.record(Link("bob", Achievement("70-347", SINCE, id="told-later")))

    was, now = await companies.get(first.organisation.id), await companies.get("beta")
    assert [a.credential for a in was.facts.people[0].achievements] == ["70-533"]
    assert [a.credential for a in now.facts.people[0].achievements] == ["70-533", "70-534", "70-346", "70-347"]
    assert (was.members[USER].elsewhere, now.members[USER].elsewhere) == (True, False)
    assert (other.members["UADA"].elsewhere, was.members["UADA"].elsewhere) == (False, False)
