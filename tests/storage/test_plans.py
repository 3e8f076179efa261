"""What the bot asks all the time finds its rows by an index, however many there are."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Select, insert, select, text

from storage import tables
from storage.engine import Database

NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
MANY = 3000
ORGANISATION, DELIVERY, NOTICE = tables.organisation, tables.delivery, tables.notice

QUESTIONS = {
    "who is due": select(ORGANISATION.c.id).where(ORGANISATION.c.next_look_at <= NOW),
    "what to bring": select(DELIVERY).where(DELIVERY.c.state == "due", DELIVERY.c.due_at <= NOW),
    "what is in a message": select(NOTICE).where(NOTICE.c.delivery_id == "d7"),
    "what waits in an organisation": select(NOTICE).where(NOTICE.c.organisation_id == "o7"),
    "what failed": select(DELIVERY).where(DELIVERY.c.state == "failed", DELIVERY.c.due_at >= NOW),
}


@pytest.fixture
async def filled(database: Database) -> Database:
    """Many organisations, of which one is due, each with a message that was sent and its notice."""
    later = NOW + timedelta(days=1)
    known = {"name": "A", "programme": "p", "time_zone": "UTC", "names_in_channels": False, "revision": 0}
    sent = {"team": "T", "recipient": "U", "state": "sent", "created_at": NOW, "due_at": NOW, "attempts": 1}
    said = {"kind": "at_risk", "subject": "s", "episode": 1, "step": "o", "recipient": "U", "details": {}}
    numbers = range(MANY)
    organisations = [{"id": f"o{n}", **known, "created_at": NOW, "next_look_at": later if n else NOW} for n in numbers]
    deliveries = [{"id": f"d{n}", "organisation_id": f"o{n}", **sent} for n in numbers]
    notices = [{"id": f"n{n}", "organisation_id": f"o{n}", "delivery_id": f"d{n}", **said} for n in numbers]
    async with database.write() as connection:
        await connection.execute(insert(ORGANISATION), organisations)
        await connection.execute(insert(DELIVERY), deliveries)
        await connection.execute(insert(NOTICE), [{**row, "owed_at": NOW} for row in notices])
        await connection.execute(text("ANALYZE"))
    return database


async def test_what_is_asked_all_the_time_reads_no_whole_table(filled: Database) -> None:
    for asked, query in QUESTIONS.items():
        plan = await planned(filled, query)
        assert "INDEX" in plan.upper(), f"{asked}: {plan}"
        assert "SEQ SCAN" not in plan.upper(), f"{asked}: {plan}"


async def planned(database: Database, query: Select[tuple[object, ...]]) -> str:
    """How the database would answer a question."""
    explain = "EXPLAIN QUERY PLAN " if database.embedded else "EXPLAIN "
    async with database.query() as connection:
        dialect = connection.dialect
        written = str(query.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        rows = (await connection.execute(text(explain + written.replace(":", r"\:")))).fetchall()
    return "; ".join(str(row[-1]) for row in rows)
