from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import IntegrityError

from storage import tables
from storage.engine import Database
from storage.migrate import current, differences, downgrade, is_current, newest, upgrade
from tests.databases import Databases


def described(connection: Connection) -> dict[str, object]:
    """What compare_metadata does not look at: checks, and which rows an index covers."""
    found = inspect(connection)
    return {
        table: (
            sorted((str(check["name"]), check["sqltext"]) for check in found.get_check_constraints(table)),
            sorted((str(i["name"]), bool(i["unique"]), str(_where(i))) for i in found.get_indexes(table)),
            sorted((str(key["name"]), key["referred_table"]) for key in found.get_foreign_keys(table)),
        )
        for table in tables.metadata.tables
    }


def _where(index: object) -> object:
    options = index.get("dialect_options", {}) if isinstance(index, dict) else {}
    return [str(value) for name, value in sorted(options.items()) if name.endswith("_where")]


async def test_the_migrated_schema_is_the_one_of_the_tables(database: Database) -> None:
    assert await differences(database) == []
    assert await current(database) == newest()
    assert await is_current(database)


async def test_the_migrations_make_the_same_checks_and_partial_keys(databases: Databases, tmp_path: Path) -> None:
    with databases.new(tmp_path) as migrated, databases.new(tmp_path, migrated=False) as created:
        one, other = Database.at(migrated), Database.at(created)
        async with other.write() as connection:
            await connection.run_sync(tables.metadata.create_all)
        async with one.snapshot() as left, other.snapshot() as right:
            assert await left.run_sync(described) == await right.run_sync(described)
        await one.close()
        await other.close()


async def test_every_migration_can_be_undone_and_done_again(database: Database) -> None:
    await downgrade(database, "base")
    assert await current(database) is None
    assert not await is_current(database)

    await upgrade(database)
    await upgrade(database)

    assert await differences(database) == []


async def test_a_migration_that_fails_leaves_nothing_behind(databases: Databases, tmp_path: Path) -> None:
    with databases.new(tmp_path, migrated=False) as url:
        opened = Database.at(url)
        async with opened.write() as connection:
            await connection.run_sync(tables.audit.metadata.tables["inbox"].create)
        with pytest.raises(Exception, match="already exists"):
            await upgrade(opened)
        async with opened.snapshot() as connection:
            assert await connection.run_sync(lambda sync: inspect(sync).get_table_names()) == ["inbox"]
        await opened.close()


async def test_each_database_holds_its_foreign_keys(database: Database) -> None:
    async def orphan() -> None:
        async with database.write() as connection:
            await connection.execute(tables.workspace_organisation.insert(), [{"team": "T1", "organisation_id": "o1"}])

    with pytest.raises(IntegrityError):
        await orphan()
