from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import Column, MetaData, Table, Text

from domain.batches import Batch, Confirmation, Counts, ImportBatch
from domain.buying import PlaceOrder, SetMembership
from domain.changes import (
    AddPerson,
    ClaimProfile,
    GrantOverride,
    Link,
    NoSuchFactError,
    ProfileTakenError,
    ReportFigure,
    SetFlag,
)
from domain.claims import AskHolder
from domain.dates import Month
from domain.enrolments import Enrol, LeaveProgramme
from domain.facts import Achievement, Association, Claim, CredentialOverride, Facts, LevelOverride, Membership, Order
from domain.notices import Due, History, Owed
from domain.ports import Care, Member, Organisation, Upload
from domain.seen import Seen, SeenExport
from domain.threads import Thread
from storage import tables
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.errors import UnscopedTableError
from storage.scope import Scope, within
from tests.storage.conftest import NOW, SINCE, SYSTEM

SHARED = {"workspace", "inbox", "place", "installation", "invitation", "oauth_state"}


def filled(
    company: str,
) -> list[AddPerson | Link | ClaimProfile | GrantOverride | SetMembership | PlaceOrder | ReportFigure | SetFlag]:
    override = LevelOverride("cloud-platform", "gold", date(2018, 1, 1), date(2018, 4, 1), f"{company}-override")
    return [
        AddPerson(f"{company}-person", company, Association(SINCE)),
        Link(f"{company}-person", Achievement("70-533", SINCE, id=f"{company}-exam")),
        ClaimProfile(f"{company}-person", f"{company}-profile"),
        GrantOverride(override),
        SetMembership(Membership("silver", SINCE, date(2018, 3, 1))),
        PlaceOrder(Order("gold", SINCE, id=f"{company}-order")),
        ReportFigure("seats", Month(2017, 12), Decimal(1)),
        SetFlag("managed", value=True),
    ]


async def fill(companies: SqlCompanies, company: str) -> None:
    admin = Member(f"U{company}", company, "admin")
    await companies.found(f"T-{company}", Organisation(company, company, "mpn", "UTC"), "developed", [admin])
    await companies.keep_asked(company, Thread(f"T-{company}", "C1", "1.0"), "help", NOW, NOW + timedelta(days=1))
    async with companies.change(company, SYSTEM) as ledger:
        await ledger.record(*filled(company))
        await ledger.register(Member(f"U{company}", company, "admin", f"{company}-person"))
        subject = f"{company}/gold"
        await ledger.owe(Due((Owed("at_risk", subject, 1, "opened"),), (subject,)), NOW)
        await ledger.take_care(subject, 1, Care(f"U{company}", SINCE))
        seen = Confirmation(f"{company}-person", f"{company}-exam", None, "claimed", None)
        batch = Batch(f"{company}-batch", "a.csv", "0", Counts(1))
        await ledger.record(ImportBatch(batch, confirmations=(seen,)))
        asked = Claim(f"{company}-claim", "7", f"{company}-person", f"{company}-person", SINCE, date(2018, 1, 29))
        await ledger.record(AskHolder(asked), Enrol("aws", "developed"), LeaveProgramme("aws", SINCE))
        await ledger.set_vendor_ids([f"{company}-id"])
        await ledger.keep_upload(Upload(f"{company}-upload", "a.csv", b"", None))
        await ledger.keep_seen(SeenExport(f"{company}.csv", SINCE, (Seen(f"{company}-person", "70-533", SINCE),)))


async def test_nothing_of_one_organisation_shows_in_another(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    await fill(companies, "acme")
    await companies.found("T-new", Organisation("new", "New", "mpn", "UTC"), "developing")

    async with companies.change("new", SYSTEM) as ledger:
        assert ledger.company.facts == Facts("developing")
        assert ledger.company.members == {}
        assert ledger.history == History()


async def test_no_table_gives_an_organisation_the_rows_of_another(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    await fill(companies, "acme")
    await fill(companies, "other")
    reached = [table for table in tables.metadata.tables.values() if table.name not in SHARED]

    async with database.snapshot() as connection:
        mine, theirs = Scope(connection, "acme"), Scope(connection, "other")
        for table in reached:
            rows, others = {tuple(map(str, row)) for row in await mine.rows(table)}, await theirs.rows(table)
            assert rows, table.name
            assert others, table.name
            assert rows.isdisjoint(tuple(map(str, row)) for row in others)
            assert not any("other" in value for row in rows for value in row)


async def test_a_change_reaches_no_row_of_another_organisation(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    await fill(companies, "acme")
    await fill(companies, "other")
    before = await companies.get("other")

    async with database.write() as connection:
        scope = Scope(connection, "acme")
        for table in (tables.association, tables.achievement, tables.profile, tables.slack_identity, tables.override):
            key = table.c.team if table is tables.slack_identity else table.c.id
            stranger = next(iter(await Scope(connection, "other").rows(table)))
            assert await scope.change(table, key == stranger[0], person_id=None) == 0

    assert await SqlCompanies(database, lambda: NOW).get("other") == before


async def test_a_change_cannot_speak_of_another_organisations_people(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    await fill(companies, "acme")
    await fill(companies, "other")

    lent = CredentialOverride("other-person", "70-534", SINCE, date(2018, 4, 1))
    exam = Achievement("70-534", SINCE)
    for change in (Link("other-person", exam), ClaimProfile("other-person", "x"), GrantOverride(lent)):
        with pytest.raises(NoSuchFactError):
            async with companies.change("acme", SYSTEM) as ledger:
                await ledger.record(change)
    with pytest.raises(NoSuchFactError):
        async with companies.change("acme", SYSTEM) as ledger:
            await ledger.register(Member("UBOB", "Bob", "member", "other-person"))


async def test_a_profile_that_somebody_of_another_organisation_holds_is_refused(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    await fill(companies, "acme")
    await fill(companies, "other")

    async with companies.change("acme", SYSTEM) as ledger:
        with pytest.raises(ProfileTakenError):
            await ledger.record(ClaimProfile("acme-person", "other-profile"))

    assert [person.profile for person in (await companies.get("acme")).facts.people] == ["acme-profile"]


def test_every_table_says_how_it_is_narrowed_or_is_never_reached_for_one_organisation() -> None:
    refused = set()
    for table in tables.metadata.tables.values():
        try:
            within(table, "acme")
        except UnscopedTableError:
            refused.add(table.name)

    assert refused == SHARED


def test_a_table_that_says_nothing_is_refused() -> None:
    with pytest.raises(UnscopedTableError, match="secret cannot be narrowed"):
        within(Table("secret", MetaData(), Column("id", Text)), "acme")
