"""What was asked last in each thread: `domain.threads.Threads` in a database."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_

from domain.threads import Thread
from storage.engine import Database
from storage.scope import Scope
from storage.tenancy_tables import thread as table


class SqlThreads:
    """The last question of each thread. Every method raises StorageDownError."""

    _database: Database

    async def last_asked(self, organisation: str, thread: Thread, at: datetime) -> str | None:
        """What was asked last in a thread; None where nothing was, or it is too long ago."""
        async with self._database.query() as connection:
            found = await Scope(connection, organisation).first(table, _is(thread), table.c.until > at)
        return None if found is None else str(found.asked)

    async def keep_asked(self, organisation: str, thread: Thread, asked: str, at: datetime, until: datetime) -> None:
        """Keep what was asked until a moment, and forget what was kept until now."""
        row = {"team": thread.team, "channel": thread.channel, "root": thread.root, "asked": asked, "until": until}
        async with self._database.write(organisation) as connection:
            scope = Scope(connection, organisation)
            await scope.remove(table, or_(_is(thread), table.c.until <= at))
            await scope.add_new(table, row)


def _is(thread: Thread) -> ColumnElement[bool]:
    return and_(table.c.team == thread.team, table.c.channel == thread.channel, table.c.root == thread.root)
