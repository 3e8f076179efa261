"""The schema: brought to a revision, compared, drawn up. Each run is one transaction on either database."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.engine import Database, answers
from storage.tables import metadata

Result = TypeVar("Result")

FOLDER = Path(__file__).parent / "migrations"

ONE_AT_A_TIME = 0x4153534159
"""PostgreSQL's advisory lock under which replicas migrate one after the other."""


async def upgrade(database: Database, revision: str = "head") -> None:
    """Bring the schema up to a revision; nothing happens when it is there. Raises StorageDownError."""
    await _run(database, lambda connection: command.upgrade(_config(connection), revision))


async def downgrade(database: Database, revision: str) -> None:
    """Take the schema back to a revision, `base` for none. Raises StorageDownError."""
    await _run(database, lambda connection: command.downgrade(_config(connection), revision))


async def current(database: Database) -> str | None:
    """The revision of the schema; None for a database without one. Raises StorageDownError."""
    return await _run(database, lambda connection: MigrationContext.configure(connection).get_current_revision())


async def is_current(database: Database) -> bool:
    """Whether the schema is the one that this version of Assay works with. Raises StorageDownError."""
    return await current(database) == newest()


async def differences(database: Database) -> list[object]:
    """What Alembic finds different between the database and the tables in the code: nothing when all is well."""
    return await _run(
        database,
        lambda connection: list(
            compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), metadata)
        ),
    )


@cache
def newest() -> str | None:
    """The newest revision that there is."""
    return ScriptDirectory(str(FOLDER)).get_current_head()


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def _run(database: Database, work: Callable[[Connection], Result]) -> Result:
    async with database.write("migrate") as connection:
        with answers():
            if not database.embedded:
                # A migration may well take longer than a question.
                await connection.execute(text("SET LOCAL statement_timeout = 0"))
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
            return await connection.run_sync(work)
