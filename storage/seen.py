"""What the vendor showed in the export that was read last, in a database: one row, in place of the one before."""

import json
import zlib
from datetime import date

from domain.seen import Seen, SeenExport
from storage import tables
from storage.ids import new_id
from storage.scope import Scope


async def keep_seen(scope: Scope, seen: SeenExport) -> None:
    """Write what an export showed, in place of what one showed before."""
    rows = [[row.person, row.credential, row.earned.isoformat(), _text(row.expires)] for row in seen.rows]
    content = zlib.compress(json.dumps(rows).encode())
    await scope.remove(tables.seen_export)
    await scope.add(tables.seen_export, {"id": new_id(), "file": seen.file, "seen_on": seen.on, "content": content})


async def load_seen(scope: Scope) -> SeenExport | None:
    """What the export that was read last showed; None when none was read."""
    found = await scope.first(tables.seen_export)
    if found is None:
        return None
    rows = json.loads(zlib.decompress(found.content))
    shown = (Seen(who, what, date.fromisoformat(earned), _day(expires)) for who, what, earned, expires in rows)
    return SeenExport(found.file, found.seen_on, tuple(shown))


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
