from datetime import date
from decimal import Decimal

import pytest

from domain.buying import PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import (
    AddPerson,
    Change,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    Rename,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
    WithdrawOverride,
)
from domain.dates import Month
from domain.departures import CallOff, Depart, Rejoin, Return
from domain.facts import Achievement, Association, CredentialOverride, Membership, Order
from domain.ports import Actor, Organisation
from storage import tables
from storage.audit import as_json
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.scope import Scope
from tests.storage.conftest import ADA, NOW, SINCE, acme

DECEMBER = Month(2017, 12)
CHANGES: list[tuple[Change, str, str | None, str, str]] = [
    (AddPerson("p1", "Bob", Association(SINCE, id="s1")), "p1", "p1", "None", "'Bob'"),
    (ClaimProfile("p1", "MCP-1"), "p1", "p1", "None", "MCP-1"),
    (Link("p1", Achievement("70-533", SINCE, id="a1")), "a1", "p1", "None", "'70-533'"),
    (EndAchievement("p1", "a1", date(2018, 1, 1)), "a1", "p1", "'ended_on': None", "'ended_on': '2018-01-01'"),
    (Unlink("p1", "a1", "typed wrongly"), "a1", "p1", "'70-533'", "None"),
    (Depart("p1", date(2018, 1, 9)), "p1", "p1", "'until': None", "'until': '2018-01-09'"),
    (Return("p1"), "p1", "p1", "'until': '2018-01-09'", "'until': None"),
    (Depart("p1", date(2018, 1, 9), at=NOW), "p1", "p1", "'noticed': None", f"'noticed': '{NOW.isoformat()}'"),
    (Return("p1", on_leave=True), "p1", "p1", "'on_leave': False", "'on_leave': True"),
    (Depart("p1", date(2018, 3, 1), provisional=False), "p1", "p1", "'on_leave': True", "'until': '2018-03-01'"),
    (CallOff("p1", date(2018, 1, 9)), "p1", "p1", "'until': '2018-03-01'", "'until': None"),
    (Rejoin("p1", Association(date(2018, 4, 1), id="s2")), "p1", "p1", "s1", "s2"),
    (Rename("p1", "Robert"), "p1", "p1", "Bob", "Robert"),
    (
        GrantOverride(CredentialOverride("p1", "70-533", SINCE, date(2018, 4, 1), "o1")),
        "o1",
        "p1",
        "None",
        "'until': '2018-04-01'",
    ),
    (EndOverride("o1", date(2018, 2, 1)), "o1", None, "'until': '2018-04-01'", "'until': '2018-02-01'"),
    (WithdrawOverride("o1", "typed wrongly"), "o1", None, "'until': '2018-02-01'", "None"),
    (SetMembership(Membership("silver", SINCE, date(2018, 3, 1))), "membership", None, "None", "'silver'"),
    (
        SetMembership(Membership("gold", date(2018, 3, 1), date(2019, 3, 1), "renewed")),
        "membership",
        None,
        "'silver'",
        "'renewed'",
    ),
    (WithdrawMembership("mistyped"), "membership", None, "'renewed'", "'silver'"),
    (PlaceOrder(Order("gold", SINCE, id="order")), "order", None, "None", "'cancelled_on': None"),
    (SettleOrder("order", date(2018, 1, 9), paid=False), "order", None, "None", "'cancelled_on': '2018-01-09'"),
    (SetMarket("developing"), "market", None, "developed", "developing"),
    (ReportFigure("seats", DECEMBER, Decimal("1.50")), "seats 2017-12", None, "None", "1.50"),
    (ReportFigure("seats", DECEMBER, Decimal(2)), "seats 2017-12", None, "1.50", "2"),
    (SetFlag("managed", value=True), "managed", None, "None", "True"),
]


async def test_every_change_says_who_what_when_before_and_after(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    for number, (change, *_) in enumerate(CHANGES):
        async with companies.change(company.organisation.id, Actor("UADA", f"request {number}")) as ledger:
            await ledger.record(change)
    async with database.snapshot() as connection:
        rows = await Scope(connection, company.organisation.id).rows(tables.audit)
    said = sorted((row for row in rows if row.actor is not None), key=lambda row: row.id)

    for number, (row, (change, subject, person, before, after)) in enumerate(zip(said, CHANGES, strict=True)):
        assert (row.actor, row.request, row.at, row.revision) == ("UADA", f"request {number}", NOW, number + 1)
        assert (row.change, row.subject, row.person_id) == (type(change).__name__, subject, person)
        assert before in str(row.before), change
        assert after in str(row.after), change


async def test_nothing_that_was_true_is_deleted_or_overwritten(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    async with companies.change(company.organisation.id, Actor("UADA", "r")) as ledger:
        await ledger.record(*(change for change, *_ in CHANGES), ClaimProfile("p1", "MCP-2"))
    async with database.snapshot() as connection:
        scope = Scope(connection, company.organisation.id)
        exam = (await scope.rows(tables.achievement))[0]
        figures = sorted(await scope.rows(tables.figure), key=lambda row: row.id)
        profiles = sorted(await scope.rows(tables.profile), key=lambda row: row.id)

    assert (exam.withdrawn_at, exam.withdrawn_by, exam.withdrawn_because) == (NOW, "UADA", "typed wrongly")
    assert [(row.value, row.superseded_at) for row in figures] == [(Decimal("1.50"), NOW), (Decimal(2), None)]
    assert [(row.profile, row.released_at) for row in profiles] == [("MCP-1", NOW), ("MCP-2", None)]


async def test_members_and_settings_are_in_the_audit_too(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    wanted = Organisation(company.organisation.id, "Acme AG", "mpn", "UTC", names_in_channels=True)
    async with companies.change(wanted.id, Actor("UADA", "r")) as ledger:
        await ledger.configure(wanted)
    async with database.snapshot() as connection:
        rows = await Scope(connection, company.organisation.id).rows(tables.audit)

    said = {(row.change, row.subject): (row.actor, row.before, row.after) for row in rows}
    assert said["Member", "UADA"] == (None, None, as_json(ADA))
    assert said["Organisation", wanted.id] == ("UADA", as_json(company.organisation), as_json(wanted))


def test_what_has_no_form_in_json_is_refused() -> None:
    with pytest.raises(TypeError, match="complex has no place"):
        as_json(complex(1, 2))
