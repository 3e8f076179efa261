import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.batches import withdrawal
from domain.changes import AddPerson, ClaimProfile, Link, ProfileTakenError
from domain.facts import Achievement, Association
from domain.importing import plan
from domain.ports import Actor, Company, Ledger, Member, Organisation, Upload
from domain.trainings import Export, TrainingRow
from storage import tables
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.ids import new_id
from tests.storage.conftest import NOW, SINCE, SYSTEM, AnyCompanies, acme

ADAS = Actor("UADA", "r1")
SHA = hashlib.sha256(b"").hexdigest()
KEPT = Upload("u1", "trainings.csv", b"TrainingTitle\n" * 100, "UADA")


def rows(*profiles: str, credential: str = "70-533") -> Export:
    return Export(tuple(TrainingRow(n, p, credential, SINCE) for n, p in enumerate(profiles, 2)), ())


async def take_over(ledger: Ledger, export: Export, batch: str = "b1") -> None:
    elsewhere = await ledger.held_elsewhere([row.profile for row in export.rows])
    found = plan(export, ledger.company, elsewhere, SINCE, new_id)
    await ledger.record(found.change(batch, "trainings.csv", SHA))


async def take_back(ledger: Ledger, batch: str = "b1") -> None:
    brought = await ledger.brought(batch)
    assert brought is not None
    await ledger.record(withdrawal(ledger.company.facts, brought))


def held(company: Company) -> Sequence[tuple[str, list[tuple[str, str]]]]:
    return [(p.profile or "", [(a.credential, a.state) for a in p.achievements]) for p in company.facts.people]


async def test_a_batch_is_taken_over_and_withdrawn_as_a_whole(companies: AnyCompanies) -> None:
    company = await acme(companies)
    claim = Achievement("70-533", SINCE, id="claim")
    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.record(AddPerson("p1", "Bob", Association(SINCE, id="s1")))
        await ledger.record(ClaimProfile("p1", "1"), Link("p1", claim))
    before = await companies.of_team("T1")

    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_over(ledger, rows("1", "2", "3"))
    taken = await companies.of_team("T1")
    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_back(ledger)
        assert await ledger.brought("b1") is None

    assert sorted(held(taken)) == [(number, [("70-533", "confirmed")]) for number in "123"]
    assert (await companies.of_team("T1")).facts == before.facts


async def test_a_withdrawn_batch_can_be_taken_over_again(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_over(ledger, rows("1"))
        await take_back(ledger)
        await take_over(ledger, rows("1"), "b2")

    assert held(await companies.of_team("T1")) == [("1", [("70-533", "confirmed")])]


async def test_a_batch_that_is_refused_leaves_nothing_behind(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async def twice() -> None:
        async with companies.change(company.organisation.id, ADAS) as ledger:
            await take_over(ledger, rows("1"))
            found = plan(rows("2"), company, (), SINCE, new_id).change("b2", "a.csv", SHA)
            await ledger.record(replace(found, people=(replace(found.people[0], profile="1"),)))

    with pytest.raises(ProfileTakenError):
        await twice()

    assert await companies.of_team("T1") == company
    async with companies.change(company.organisation.id, ADAS) as ledger:
        assert await ledger.brought("b1") is None


async def test_a_file_waits_until_it_is_taken_once_however_often_it_was_kept(companies: AnyCompanies) -> None:
    company = await acme(companies)

    for _again in range(2):  # as a file that is read once more waits once more
        async with companies.change(company.organisation.id, ADAS) as ledger:
            await ledger.keep_upload(KEPT)
    async with companies.change(company.organisation.id, ADAS) as ledger:
        assert await ledger.take_upload("u1") == KEPT
        assert await ledger.take_upload("u1") is None

    assert (await companies.of_team("T1")).revision == company.revision


async def test_a_file_that_was_taken_in_a_change_that_failed_still_waits(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    async with companies.change(company.organisation.id, ADAS) as ledger:
        await ledger.keep_upload(KEPT)

    async def take_and_fail() -> None:
        async with companies.change(company.organisation.id, ADAS) as ledger:
            await ledger.take_upload("u1")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await take_and_fail()

    async with SqlCompanies(database, lambda: NOW).change(company.organisation.id, ADAS) as ledger:
        assert await ledger.take_upload("u1") == KEPT


@pytest.mark.parametrize(("waited", "there"), [(timedelta(days=1, seconds=-1), True), (timedelta(days=1), False)])
async def test_a_file_waits_for_a_day(database: Database, waited: timedelta, *, there: bool) -> None:
    company = await acme(SqlCompanies(database, lambda: NOW))
    async with SqlCompanies(database, lambda: NOW).change(company.organisation.id, ADAS) as ledger:
        await ledger.keep_upload(KEPT)

    async with SqlCompanies(database, lambda: NOW + waited).change(company.organisation.id, ADAS) as ledger:
        await ledger.keep_upload(replace(KEPT, id="u2"))
        assert await ledger.take_upload("u1") == (KEPT if there else None)
    async with database.snapshot() as connection:
        assert (await connection.execute(select(tables.upload.c.id))).scalars().all() == ["u2"]


async def test_a_profile_that_another_company_holds_is_told_without_its_holder(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    await companies.found("T2", Organisation("other", "Other", "mpn", "UTC"), "developed", [Member("UX", "X", "admin")])
    async with companies.change("other", SYSTEM) as ledger:
        await take_over(ledger, rows("1", "2"), "b0")

    async with companies.change(company.organisation.id, ADAS) as ledger:
        assert await ledger.held_elsewhere(["1", "2", "3"]) == {"1", "2"}
        await take_over(ledger, rows("1", "3"))
        assert await ledger.brought("b0") is None
    async with companies.change("other", SYSTEM) as ledger:
        assert await ledger.held_elsewhere(["1", "3"]) == {"3"}
        await take_back(ledger, "b0")

    assert held(await companies.of_team("T1")) == [("3", [("70-533", "confirmed")])]
    async with companies.change(company.organisation.id, ADAS) as ledger:
        assert await ledger.held_elsewhere(["1"]) == frozenset()


async def test_a_profile_that_was_taken_elsewhere_in_the_meantime_refuses_the_batch(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    await companies.found("T2", Organisation("other", "Other", "mpn", "UTC"), "developed")
    async with companies.change("other", SYSTEM) as ledger:
        await take_over(ledger, rows("1"), "b0")

    with pytest.raises(ProfileTakenError):
        async with companies.change(company.organisation.id, ADAS) as ledger:
            await ledger.record(plan(rows("1"), company, (), SINCE, new_id).change("b1", "a.csv", SHA))

    assert await SqlCompanies(database, lambda: NOW).of_team("T1") == company


async def test_a_batch_says_who_imported_what_when_and_who_withdrew_it(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_over(ledger, rows("1", "2"))
    async with companies.change(company.organisation.id, Actor("UEVE", "r2")) as ledger:
        await take_back(ledger)

    async with database.snapshot() as connection:
        batch = (await connection.execute(select(tables.batch))).one()
        entries = (await connection.execute(select(tables.audit).where(tables.audit.c.subject == "b1"))).all()
        marked = {
            table.name: (await connection.execute(select(func.count()).where(table.c.batch_id == "b1"))).scalar_one()
            for table in (tables.association, tables.profile, tables.achievement)
        }
    assert (batch.file, batch.sha256, batch.imported_by, batch.imported_at) == ("trainings.csv", SHA, "UADA", NOW)
    assert (batch.withdrawn_by, batch.withdrawn_at, batch.counts["rows"]) == ("UEVE", NOW, 2)
    assert [(entry.change, entry.actor, entry.request) for entry in entries] == [
        ("ImportBatch", "UADA", "r1"),
        ("WithdrawBatch", "UEVE", "r2"),
    ]
    assert marked == {"association": 2, "profile": 2, "achievement": 2}


async def test_many_rows_take_few_statements_and_are_all_there(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    profiles = [str(number) for number in range(4_500)]
    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_over(ledger, rows(*profiles))
    fresh = await SqlCompanies(database, lambda: NOW).of_team("T1")

    assert fresh == await companies.of_team("T1")
    assert sorted(str(person.profile) for person in fresh.facts.people) == sorted(profiles)

    async with companies.change(company.organisation.id, ADAS) as ledger:
        await take_back(ledger)
    assert (await SqlCompanies(database, lambda: NOW).of_team("T1")).facts == company.facts


async def test_an_address_is_kept_and_found_again(companies: AnyCompanies) -> None:
    company = await acme(companies)

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.register(Member("UBOB", "Bob", "member", email="bob@acme.example"))

    assert (await companies.of_team("T1")).members["UBOB"].email == "bob@acme.example"
