"""What every test folder may ask for: a database of each kind, empty and migrated."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import settings

from storage.engine import Database
from tests.databases import Databases, PostgresServer, SqliteFiles

PLAIN_EVENTS: list[structlog.typing.Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.processors.add_log_level,
    structlog.processors.format_exc_info,
    structlog.processors.LogfmtRenderer(key_order=["level", "event"], drop_missing=True),
]

# No test is timed: a busy machine is no defect.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """A command that runs inside a test sets up logging to where that test looks: the next one starts afresh.

    Until then events are plain lines: to colour a traceback with the values in it takes longer than most tests.
    """
    handlers, level = list(logging.root.handlers), logging.root.level
    structlog.configure(processors=PLAIN_EVENTS)
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = handlers
    logging.root.setLevel(level)


@pytest.fixture(scope="session")
def sqlite_files() -> SqliteFiles:
    """SQLite files for this test run."""
    return SqliteFiles()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A PostgreSQL server for this test run: one per worker."""
    server = PostgresServer()
    yield server
    server.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Each kind of database in turn."""
    kinds = {"sqlite": "sqlite_files", "postgresql": "postgres_server"}
    found: Databases = request.getfixturevalue(kinds[request.param])
    return found


@pytest.fixture
def database_url(databases: Databases, tmp_path: Path) -> Iterator[str]:
    """The DATABASE_URL of an empty, migrated database: the test runs once on SQLite and once on PostgreSQL."""
    with databases.new(tmp_path) as url:
        yield url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database, empty and migrated: the test runs once on SQLite and once on PostgreSQL."""
    opened = Database.at(database_url)
    yield opened
    await opened.close()
