"""The database: one engine from DATABASE_URL, and transactions that end well, or did nothing and say so."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any, Self
from weakref import WeakValueDictionary

from sqlalchemy import URL, Connection, event, make_url, text
from sqlalchemy import exc as sql
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from domain.ports import StorageDownError
from storage.errors import UnsupportedDatabaseError

ANSWER_SECONDS = 2.5
"""A database that has not let us begin within so many seconds is away."""

CONNECT_SECONDS = 2.0
STATEMENT_SECONDS = 8.0
LOCK_SECONDS = 4.0
"""How long a writer waits on PostgreSQL for one in another process."""

QUEUE_SECONDS = 10.0
"""How long a writer waits for those before it in this process."""

HELD_SECONDS = 60.0
"""After so long without a statement PostgreSQL frees what a stopped process holds."""

BEGIN = "assay_begin"
"""The execution option that says how a transaction begins on SQLite; None begins none, for a single query."""

_AT_FAULT = (sql.IntegrityError, sql.ProgrammingError, sql.DataError, sql.NotSupportedError)


def make_engine(url: str) -> AsyncEngine:
    """An engine for `sqlite:///path` or `postgresql://…`; nothing is opened yet.

    Raises UnsupportedDatabaseError, with one sentence that says the cure, for anything else.
    """
    parsed = _parsed(url)
    match parsed.drivername:
        case "sqlite" | "sqlite+aiosqlite":
            return _sqlite(parsed)
        case "postgresql" | "postgresql+asyncpg":
            return _postgresql(parsed)
        case other:
            raise UnsupportedDatabaseError(
                f"DATABASE_URL begins with {other}:, which Assay cannot use; write sqlite:///path or postgresql://…"
            )


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except (sql.ArgumentError, ValueError) as error:
        raise UnsupportedDatabaseError(
            "DATABASE_URL is not a database's address; write sqlite:///path or postgresql://user:password@host/name"
        ) from error


def _sqlite(url: URL) -> AsyncEngine:
    if not url.database or url.database == ":memory:" or url.query:
        raise UnsupportedDatabaseError("DATABASE_URL names no SQLite file; write sqlite:///path, for example assay.db")
    engine = create_async_engine(
        url.set(drivername="sqlite+aiosqlite"),
        connect_args={"timeout": CONNECT_SECONDS},
        pool_size=8,
        max_overflow=0,
        pool_timeout=ANSWER_SECONDS,
    )
    event.listen(engine.sync_engine, "do_connect", _try_sqlite)
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _try_sqlite(_dialect: object, _record: object, where: Sequence[str], _how: object) -> None:
    # A file that cannot be opened is found here: the driver would leave a thread behind that speaks to a closed loop.
    sqlite3.connect(where[0]).close()


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    # The driver begins no transaction by itself: `_begin_sqlite` says when, and how.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode = WAL", "foreign_keys = ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    statement = connection.get_execution_options().get(BEGIN, "BEGIN")
    if statement is not None:
        connection.exec_driver_sql(statement)


def _postgresql(url: URL) -> AsyncEngine:
    query = {"ssl" if name == "sslmode" else name: value for name, value in url.query.items()}
    settings = {
        "statement_timeout": f"{STATEMENT_SECONDS:.0f}s",
        "lock_timeout": f"{LOCK_SECONDS:.0f}s",
        "idle_in_transaction_session_timeout": f"{HELD_SECONDS:.0f}s",
        "TimeZone": "UTC",
        "jit": "off",
    }
    arguments = {"timeout": CONNECT_SECONDS, "command_timeout": STATEMENT_SECONDS, "server_settings": settings}
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg", query=query),
        connect_args=arguments,
        pool_size=10,
        max_overflow=5,
        pool_timeout=ANSWER_SECONDS,
        pool_pre_ping=True,
    )


@contextmanager
def answers() -> Iterator[None]:
    """Turn a database that is away, locked or too slow into StorageDownError; other errors pass as they are."""
    try:
        yield
    except _AT_FAULT:
        raise
    except (sql.DBAPIError, sql.TimeoutError, OSError, TimeoutError) as error:
        if isinstance(error, sql.DBAPIError) and getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            # SQLite's word for a wrong statement, for example on a table that no migration has made.
            raise
        raise StorageDownError("The database cannot be reached or did not answer in time.") from error


class Database:
    """The engine and its transactions. Errors of the database come out as StorageDownError."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._queues: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._ending: set[asyncio.Task[None]] = set()

    @classmethod
    def at(cls, url: str) -> Self:
        """The database of a DATABASE_URL; nothing is opened yet. Raises UnsupportedDatabaseError."""
        return cls(make_engine(url))

    @property
    def embedded(self) -> bool:
        """Whether this is SQLite, which one process at a time writes to."""
        return self.engine.dialect.name == "sqlite"

    async def close(self) -> None:
        """Close every connection."""
        await asyncio.gather(*self._ending)
        await self.engine.dispose()

    async def ping(self) -> None:
        """Ask the database for a sign of life. Raises StorageDownError."""
        async with self.query() as connection:
            with answers():
                await connection.execute(text("SELECT 1"))

    @asynccontextmanager
    async def query(self) -> AsyncIterator[AsyncConnection]:
        """A connection for one query, without a transaction of its own."""
        async with self._opened({BEGIN: None} if self.embedded else {"isolation_level": "AUTOCOMMIT"}) as connection:
            yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose queries all see the same moment; it blocks no writer."""
        consistent = {} if self.embedded else {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        async with self._opened(consistent) as connection:
            yield connection

    @asynccontextmanager
    async def write(self, queue: str = "") -> AsyncIterator[AsyncConnection]:
        """One transaction: committed at the end, rolled back on any exception.

        Writers of the same `queue` wait for each other in this process, in order, before they take a connection; on
        SQLite all writers do.
        """
        async with (
            self._turn("" if self.embedded else queue),
            self._opened({BEGIN: "BEGIN IMMEDIATE"} if self.embedded else {}) as connection,
        ):
            yield connection
            with answers():
                await connection.commit()

    @asynccontextmanager
    async def _turn(self, queue: str) -> AsyncIterator[None]:
        lock = self._queues.setdefault(queue, asyncio.Lock())
        with answers():
            async with asyncio.timeout(QUEUE_SECONDS):
                await lock.acquire()
        try:
            yield
        finally:
            lock.release()

    @asynccontextmanager
    async def _opened(self, options: dict[str, Any]) -> AsyncIterator[AsyncConnection]:
        with answers():
            connection = await self._begun_in_time(options)
        try:
            yield connection
        finally:
            # Whatever was not committed is rolled back; a task that is cancelled still gives its connection back.
            await asyncio.shield(_closed(connection))

    async def _begun_in_time(self, options: dict[str, Any]) -> AsyncConnection:
        """A connection with its transaction begun, or TimeoutError.

        To let go of a connection that hangs takes the driver another while, for which nobody waits.
        """
        beginning = asyncio.create_task(self._begun(options))
        try:
            done, _ = await asyncio.wait({beginning}, timeout=ANSWER_SECONDS)
        except BaseException:
            self._let_go(beginning)
            raise
        if not done:
            self._let_go(beginning)
            raise TimeoutError
        return beginning.result()

    async def _begun(self, options: dict[str, Any]) -> AsyncConnection:
        connection = await self.engine.connect()
        try:
            await connection.execution_options(**options)
            await connection.begin()
        except BaseException:
            await connection.close()
            raise
        return connection

    def _let_go(self, beginning: asyncio.Task[AsyncConnection]) -> None:
        beginning.cancel()
        ending = asyncio.create_task(_ended(beginning))
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)


async def _ended(beginning: asyncio.Task[AsyncConnection]) -> None:
    await asyncio.wait({beginning})
    if not beginning.cancelled() and beginning.exception() is None:
        await _closed(beginning.result())


async def _closed(connection: AsyncConnection) -> None:
    with answers():
        await connection.close()
