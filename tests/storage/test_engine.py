import asyncio
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, insert, select, text

from domain.changes import SetFlag
from domain.ports import Ledger, StorageDownError
from storage import tables
from storage.companies import SqlCompanies
from storage.deliveries import Deliveries
from storage.engine import Database
from storage.errors import UnsupportedDatabaseError
from storage.inbox import Inbox
from storage.migrate import upgrade
from storage.types import Exact, Instant
from tests.databases import PostgresServer, SilentProxy
from tests.storage.conftest import NOW, SYSTEM, acme

VALUES = Table("value", MetaData(), Column("amount", Exact), Column("at", Instant))


@pytest.mark.parametrize("url", ["mysql://h/d", "postgresql+psycopg://h/d", "sqlite+pysqlite:///x.db", "assay.db", ""])
def test_an_address_of_another_kind_is_refused_with_a_cure(url: str) -> None:
    with pytest.raises(UnsupportedDatabaseError, match=r"^DATABASE_URL .*sqlite:///path or postgresql://"):
        Database.at(url)


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?mode=memory"])
def test_a_database_that_would_not_outlive_the_process_is_refused(url: str) -> None:
    with pytest.raises(UnsupportedDatabaseError, match="names no SQLite file"):
        Database.at(url)


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///assay.db", "sqlite+aiosqlite"),
        ("sqlite+aiosqlite:////var/assay.db", "sqlite+aiosqlite"),
        ("postgresql://u:p@h/d?sslmode=require", "postgresql+asyncpg"),
        ("postgresql+asyncpg://u:p@h:5432/d", "postgresql+asyncpg"),
    ],
)
def test_both_databases_are_known_by_their_usual_addresses(url: str, driver: str) -> None:
    assert Database.at(url).engine.url.drivername == driver


async def test_amounts_and_instants_come_back_exactly(database: Database) -> None:
    amount = Decimal("12345678901234567890.000000000100")
    there = datetime(2018, 1, 15, 12, 0, 0, 1, timezone(timedelta(hours=5, minutes=30)))
    async with database.write() as connection:
        await connection.run_sync(VALUES.create)
        await connection.execute(insert(VALUES), [{"amount": amount, "at": there}])
    async with database.query() as connection:
        row = (await connection.execute(select(VALUES))).one()

    assert str(row.amount) == str(amount)
    assert (row.at, row.at.tzinfo) == (there, UTC)


@pytest.mark.parametrize(
    "row",
    [{"at": datetime(2018, 1, 15)}, {"amount": Decimal("NaN")}, {"amount": Decimal("Infinity")}],  # noqa: DTZ001 - refused
)
async def test_an_instant_without_zone_and_an_amount_that_is_none_are_refused(
    database: Database, row: dict[str, object]
) -> None:
    async def write() -> None:
        async with database.write() as connection:
            await connection.execute(insert(VALUES), [row])

    with pytest.raises(Exception, match=r"says its time zone|is a finite decimal"):
        await write()


async def test_readers_go_on_while_somebody_writes(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(tables.workspace), [{"team": "T1", "met_at": NOW}])
        async with database.query() as other:
            assert (await other.execute(select(tables.workspace))).all() == []
        async with database.snapshot() as other:
            assert (await other.execute(select(tables.workspace))).all() == []


async def test_a_snapshot_sees_one_moment(database: Database) -> None:
    async with database.snapshot() as reader:
        assert (await reader.execute(select(tables.workspace))).all() == []
        async with database.write() as writer:
            await writer.execute(insert(tables.workspace), [{"team": "T1", "met_at": NOW}])
        assert (await reader.execute(select(tables.workspace))).all() == []


async def test_a_write_that_is_cancelled_leaves_nothing_and_frees_its_place(database: Database) -> None:
    started = asyncio.Event()

    async def hang() -> None:
        async with database.write() as connection:
            await connection.execute(insert(tables.workspace), [{"team": "T1", "met_at": NOW}])
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(hang())
    await started.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    async with database.write() as connection:
        assert (await connection.execute(select(tables.workspace))).all() == []


async def test_a_database_that_is_away_says_so_wherever_it_is_asked(tmp_path: Path) -> None:
    for url in ("postgresql://u@127.0.0.1:1/d", f"postgresql://u@/d?host={tmp_path}", f"sqlite:///{tmp_path}/no/a.db"):
        opened = Database.at(url)
        companies = SqlCompanies(opened, lambda: NOW)
        for asked in (
            opened.ping(),
            companies.of_team("T1"),
            companies.get("o1"),
            companies.to_look_at(NOW),
            acme(companies),
            Inbox(opened).receive("Ev1", "T1", "user_change", {}, NOW),
            Deliveries(opened).claim(NOW, timedelta(seconds=30)),
        ):
            with pytest.raises(StorageDownError):
                await asked
        with pytest.raises(StorageDownError):
            async with companies.change("o1", SYSTEM):
                pass
        await opened.close()


async def test_a_file_that_is_no_database_counts_as_away(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sirs, " * 1000)
    opened = Database.at(f"sqlite:///{tmp_path}/letter.db")

    with pytest.raises(StorageDownError):
        await SqlCompanies(opened, lambda: NOW).of_team("T1")
    await opened.close()


async def test_a_file_that_another_process_holds_counts_as_away_for_writers_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/assay.db"
    ours, theirs = Database.at(url), Database.at(url)
    await upgrade(ours)

    async with theirs.write():
        await ours.ping()
        with pytest.raises(StorageDownError):
            async with ours.write():
                pass
    async with ours.write():
        pass
    await ours.close()
    await theirs.close()


async def test_a_server_that_goes_away_amid_a_change_leaves_nothing_half_written(tmp_path: Path) -> None:
    server = PostgresServer()
    with server.new(tmp_path) as url:
        opened = Database.at(url)
        companies = SqlCompanies(opened, lambda: NOW)
        company = await acme(companies)

        async def crash_amid(ledger: Ledger) -> None:
            await ledger.record(SetFlag("managed", value=True))
            server.crash()
            await ledger.record(SetFlag("other", value=True))

        with pytest.raises(StorageDownError):
            async with companies.change(company.organisation.id, SYSTEM) as ledger:
                await crash_amid(ledger)
        with pytest.raises(StorageDownError):
            await companies.of_team("T1")

        server.start()

        assert await companies.of_team("T1") == company
        await opened.close()
    server.close()


async def test_a_server_that_does_not_answer_any_more_counts_as_away(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with postgres_server.new(tmp_path) as url:
        async with SilentProxy.to(url) as proxy:
            opened = Database.at(proxy.url)
            companies = SqlCompanies(opened, lambda: NOW)
            company = await acme(companies)

            proxy.silent = True
            with pytest.raises(StorageDownError):
                await companies.of_team("T1")
            with pytest.raises(StorageDownError):
                async with companies.change(company.organisation.id, SYSTEM):
                    pass

            proxy.silent = False
            assert await companies.of_team("T1") == company
            await opened.close()


async def test_an_error_that_was_swallowed_within_a_change_is_raised_at_its_end(database: Database) -> None:
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)

    async def swallow() -> None:
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.record(SetFlag("managed", value=True))
            with pytest.raises(Exception, match="not-a-date"):
                await ledger.look_again("not-a-date")  # type: ignore[arg-type]  # a fault of the caller's

    with pytest.raises(Exception, match="not-a-date"):
        await swallow()
    assert await SqlCompanies(database, lambda: NOW).of_team("T1") == company


async def test_a_ping_answers_while_the_database_is_there(database: Database) -> None:
    await database.ping()
    async with database.query() as connection:
        assert (await connection.execute(text("SELECT 1"))).scalar_one() == 1
