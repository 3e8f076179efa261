import json
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, insert, select

from domain.archive import AuditFilter, StillHereError
from domain.changes import AddPerson, ClaimProfile, GrantOverride, Link, NoSuchFactError, Rename, Unlink
from domain.departures import Depart
from domain.facts import Achievement, Association, CredentialOverride, Grant
from domain.notices import Due, Owed
from domain.ports import Actor, Away, Company, Member, Upload
from storage import tables
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.storage.conftest import BOB, NOW, SINCE, AnyCompanies, acme

LEFT, TODAY = date(2018, 1, 10), date(2018, 1, 15)
NAME, MAIL, PROFILE, EVIDENCE = "Bob Weiß", "bob.weiss@acme.example", "MCP-4711", "https://example.org/bobs/proof"
USER = "UBOB"
SECRETS = (NAME, MAIL, PROFILE, EVIDENCE, "Robert Weiss", "MCP-0815")


async def known(companies: AnyCompanies, left: date | None = LEFT) -> Company:
    """Bob, who left, in every place that keeps something about people; and another of the same name."""
    company = await acme(companies)
    exam = Achievement("70-533", SINCE, None, "a1", evidence=EVIDENCE, recorded_by="UBOB")
    grant = Grant("Vendor", f"for {NAME}", f"T-{PROFILE}", "UADA")
    async with companies.change(company.organisation.id, Actor("UADA", "r1")) as ledger:
        await ledger.record(
            AddPerson("p1", "Robert Weiss", Association(SINCE, id="s1")),
            AddPerson("p2", NAME, Association(SINCE, id="s2")),
            Rename("p1", NAME),
            Link("p1", exam),
            Link("p1", replace(exam, id="a2")),
            Unlink("p1", "a2", f"{NAME} never had it"),
            ClaimProfile("p1", "MCP-0815"),
            ClaimProfile("p1", PROFILE),
            GrantOverride(CredentialOverride("p1", "70-534", date(2018, 1, 1), date(2018, 4, 1), "o1", grant)),
        )
        await ledger.register(replace(BOB, name=NAME, email=MAIL, person="p1", active=left is None))
        await ledger.owe(Due((Owed("departed", "p1", 1, "0", {"person": "p1", "name": NAME}),)), NOW)
        await ledger.keep_upload(Upload("u1", f"{NAME}.csv", f"name\n{NAME}\n".encode(), "UADA"))
        if left is not None:
            await ledger.record(Depart("p1", left, provisional=False))
    return await companies.get(company.organisation.id)


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    kind = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres_server")
    with kind.new(tmp_path) as url:
        opened = Database.at(url)
        yield opened
        await opened.close()


async def everything(database: Database) -> dict[str, list[str]]:
    """Every row of every table as text, with bytes as they are when they are read."""
    found: dict[str, list[str]] = {}
    async with database.query() as connection:
        for table in tables.metadata.sorted_tables:
            words = [column for column in table.columns if not isinstance(column.type, LargeBinary)]
            rows = (await connection.execute(select(*words))).fetchall()
            found[table.name] = [json.dumps(list(row), default=str, ensure_ascii=False) for row in rows]
    return found


async def test_after_forgetting_no_row_of_any_table_names_the_person(database: Database) -> None:
    companies = SqlCompanies(database, lambda: datetime(2018, 1, 15, tzinfo=UTC))
    company = await known(companies)
    event = {"user": {"id": "UBOB", "real_name": NAME, "profile": {"email": MAIL}}}
    row = {"id": "e1", "event_id": "Ev1", "team": "T1", "kind": "user_change", "payload": event, "state": "due"}
    async with database.write("T1") as connection:
        await connection.execute(insert(tables.inbox), [{**row, "received_at": NOW, "due_at": NOW, "attempts": 0}])
    before = await everything(database)
    assert all(any(secret in text for texts in before.values() for text in texts) for secret in SECRETS)

    assert await companies.forget(company.organisation.id, "p1", TODAY, "UADA", "r2")

    after = await everything(database)
    left = [(name, text) for name, texts in after.items() for text in texts for secret in SECRETS if secret in text]
    assert [(name, "p2" in text) for name, text in left] == [("person", True), ("audit", True)]
    assert after["upload"] == []


async def test_after_forgetting_no_row_holds_the_slack_user_id_of_the_person_and_others_keep_theirs(
    database: Database,
) -> None:
    companies = SqlCompanies(database, lambda: datetime(2018, 1, 15, tzinfo=UTC))
    organisation = (await known(companies)).organisation.id
    async with companies.change(organisation, Actor(USER, "r3")) as ledger:
        await ledger.record(Link("p2", Achievement("70-533", SINCE, None, "a3", recorded_by=USER)))
        await ledger.record(Link("p2", Achievement("70-534", SINCE, None, "a4", recorded_by=f"{USER}2")))
        await ledger.register(Member(f"{USER}2", "Cyd", "admin", "p2", away=Away(date(2018, 2, 1), USER)))
    assert any(f'"{USER}"' in text for text in (await everything(database))["audit"])

    assert await companies.forget(organisation, "p1", TODAY, "UADA", "r2")

    after = await everything(database)
    assert [(n, text) for n, texts in after.items() for text in texts if re.search(rf"(?<!\w){USER}(?!\w)", text)] == []
    company = await companies.get(organisation)
    other = company.facts.people[company.facts.place_of["p2"]]
    assert [a.recorded_by for a in other.achievements] == ["forgotten-p1-1", f"{USER}2"]
    assert company.members[f"{USER}2"].away == Away(date(2018, 2, 1))
    assert not company.members["forgotten-p1-1"].active


async def test_what_somebody_counted_for_stays(companies: AnyCompanies) -> None:
    company = await known(companies)

    await companies.forget(company.organisation.id, "p1", TODAY, "UADA", "r2")

    facts = (await companies.get(company.organisation.id)).facts
    bob, other = facts.people[facts.place_of["p1"]], facts.people[facts.place_of["p2"]]
    assert [(a.credential, a.earned, a.evidence) for a in bob.achievements] == [("70-533", SINCE, None)]
    assert [(a.since, a.until) for a in bob.associations or ()] == [(SINCE, LEFT)]
    assert (bob.name, bob.profile, bob.forgotten) == ("Forgotten p1", None, True)
    assert (other.name, other.forgotten) == (NAME, False)


async def test_who_is_forgotten_is_so_once_and_the_audit_says_by_whom(companies: AnyCompanies) -> None:
    company = await known(companies)
    organisation = company.organisation.id

    assert await companies.forget(organisation, "p1", TODAY, "UADA", "r2")
    assert not await companies.forget(organisation, "p1", TODAY, None, "r3")

    found = await companies.audited(organisation, AuditFilter(kinds=frozenset({"Forget"})))
    assert [(e.actor, e.request, e.person, e.before, e.after) for e in found] == [("UADA", "r2", "p1", None, None)]


@pytest.mark.parametrize(("day", "gone"), [(date(2018, 1, 9), False), (LEFT, True), (date(2018, 1, 11), True)])
async def test_nobody_is_forgotten_who_still_counts(companies: AnyCompanies, day: date, *, gone: bool) -> None:
    company = await known(companies)

    if gone:
        assert await companies.forget(company.organisation.id, "p1", day, "UADA", "r2")
        return
    with pytest.raises(StillHereError):
        await companies.forget(company.organisation.id, "p1", day, "UADA", "r2")
    assert (await companies.get(company.organisation.id)).facts == company.facts


async def test_nobody_is_forgotten_who_is_not_on_record(companies: AnyCompanies) -> None:
    company = await known(companies)

    with pytest.raises(NoSuchFactError):
        await companies.forget(company.organisation.id, "nobody", TODAY, "UADA", "r2")


async def test_the_audit_is_read_from_the_newest_by_person_by_kind_and_page_by_page(companies: AnyCompanies) -> None:
    company = await known(companies)
    organisation = company.organisation.id

    exams = frozenset({"Link", "Unlink"})
    about = await companies.audited(organisation, AuditFilter(person="p1", kinds=exams))
    first = await companies.audited(organisation, AuditFilter(person="p1", kinds=exams), 2)
    rest = await companies.audited(organisation, AuditFilter(person="p1", kinds=exams, before=first[-1].id), 2)
    nothing = await companies.audited(organisation, AuditFilter(until=datetime(2017, 1, 1, tzinfo=UTC)))

    assert [(entry.kind, entry.subject) for entry in about] == [("Unlink", "a2"), ("Link", "a2"), ("Link", "a1")]
    assert about[0].because == f"{NAME} never had it"
    assert [*first, *rest] == [*about]
    assert list(nothing) == []


async def test_everything_about_a_person_is_told_with_what_was_withdrawn(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await known(companies)

    found = await companies.about(company.organisation.id, "p1")

    assert {row["id"] for row in found["achievement"]} == {"a1", "a2"}
    assert [row["email"] for row in found["slack_identity"]] == [MAIL]
    assert {row["profile"] for row in found["profile"]} == {PROFILE, "MCP-0815"}
    assert {row["change"] for row in found["audit"]} >= {"Link", "Unlink", "Rename", "Depart"}
    assert all(row.get("person_id", "p1") == "p1" for rows in found.values() for row in rows)
