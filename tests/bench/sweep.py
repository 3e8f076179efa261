"""The sweep: what it costs grows with the companies that are due, and not with those that there are."""

import logging
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import structlog
from sqlalchemy import Table, insert, select, update

from bot.clock import BusinessClock
from bot.settings import Settings
from bot.wiring import Records, recorded
from domain.programme import Programme
from storage import tables
from storage.ids import new_id
from tests.bench.timing import MILLISECONDS, report

NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=30)
SIZES = ((1_000, 100), (3_000, 100), (10_000, 100), (10_000, 10), (10_000, 1_000))
"""How many companies there are, and how many of them are due."""
WARM = 10
"""How many are looked at before it is measured."""
BARS = 4
"""How long the first bar is."""


async def measure(programme: Programme) -> None:
    """Print the growth, each line beside the time in which as many rows are read."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    with tempfile.TemporaryDirectory(prefix="assay-bench-") as folder:
        settings = Settings.model_validate({"DATABASE_URL": f"sqlite:///{Path(folder) / 'sweep.sqlite3'}"})
        async with recorded(settings, BusinessClock(NOW)) as records:
            there, unit = 0, 0.0
            for size, due in SIZES:
                if size > there:
                    await _found(records, programme.id, size - there)
                    there = size
                    await _swept(records, WARM)
                swept, floor = await _swept(records, due), await _floor(records, due)
                unit = unit or swept / BARS
                bar = "▇" * max(1, round(swept / unit))
                line = f"{swept:.0f} ms, {swept / due:.1f} each; floor {floor:.1f} ms"
                report(f"growth: sweep of {size:,} companies, {due:,} due {bar}", line, "by those due")


async def _found(records: Records, programme: str, count: int) -> None:
    """So many companies more, each with a workspace of its own and one admin."""
    names = [new_id() for _ in range(count)]
    known = {"name": "Acme", "programme": programme, "time_zone": "Europe/Berlin", "names_in_channels": False}
    stamps = {"revision": 0, "created_at": NOW, "next_look_at": LATER}
    user = {"user": "U1", "name": "Ada", "role": "admin", "locale": "en-US", "deleted": False}
    rows: dict[Table, list[dict[str, object]]] = {
        tables.organisation: [{"id": name, **known, **stamps} for name in names],
        tables.workspace: [{"team": name, "met_at": NOW} for name in names],
        tables.workspace_organisation: [{"team": name, "organisation_id": name} for name in names],
        tables.enrolment: [{"organisation_id": n, "programme": programme, "market": "developed"} for n in names],
        tables.slack_identity: [{"team": name, **user} for name in names],
    }
    async with records.database.write() as connection:
        for table, made in rows.items():
            await connection.execute(insert(table), made)


async def _swept(records: Records, due: int) -> float:
    """How long a sweep takes when so many companies are due, in milliseconds."""
    table = tables.organisation
    async with records.database.write() as connection:
        await connection.execute(update(table).values(next_look_at=LATER))
        chosen = select(table.c.id).order_by(table.c.id).limit(due)
        await connection.execute(update(table).where(table.c.id.in_(chosen)).values(next_look_at=NOW))
    start = perf_counter()
    swept = await records.sweep.run()
    took = (perf_counter() - start) * MILLISECONDS
    if len(swept.found) != due:
        raise RuntimeError(f"{len(swept.found)} were looked at, and {due} were due")
    return took


async def _floor(records: Records, rows: int) -> float:
    """How long it takes to read so many rows by their keys, in milliseconds."""
    table = tables.organisation
    async with records.database.query() as connection:
        keys = (await connection.execute(select(table.c.id).limit(rows))).scalars().all()
        start = perf_counter()
        (await connection.execute(select(table).where(table.c.id.in_(keys)))).fetchall()
        return (perf_counter() - start) * MILLISECONDS
