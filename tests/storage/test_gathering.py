"""Many who leave at once: the first is told at once, the others wait a moment for the question about all of them."""

from datetime import timedelta

from domain.notices import Due, Owed
from storage import tables
from storage.companies import SqlCompanies
from storage.deliveries import Deliveries
from storage.engine import Database
from storage.scope import Scope
from tests.storage.conftest import ADA, NOW, SYSTEM, acme

LEASE = timedelta(minutes=1)
WAITS = {"gather": "1"}


def left(person: str, **details: str) -> Owed:
    """Somebody left."""
    return Owed("departed", f"person/{person}", 1, "told", {"person": person, **details})


async def owed(database: Database, *notices: Owed) -> SqlCompanies:
    """A company that owes its admin these notices, each because of a change of its own."""
    companies = SqlCompanies(database, lambda: NOW)
    company = await acme(companies)
    for notice in notices:
        async with companies.change(company.organisation.id, SYSTEM) as ledger:
            await ledger.owe(Due((notice,), (notice.subject,)), NOW)
    return companies


async def taken(database: Database, seconds: int) -> list[list[str]]:
    """The subjects of every message that may go out after so many seconds."""
    found = []
    deliveries = Deliveries(database)
    while (claim := await deliveries.claim(NOW + timedelta(seconds=seconds), LEASE)) is not None:
        found.append([notice.subject for notice in claim.notices])
    return found


async def test_who_follows_waits_a_moment_and_comes_in_one_message(database: Database) -> None:
    await owed(database, left("p1"), left("p2", **WAITS), left("p3", **WAITS))

    assert await taken(database, 0) == [["person/p1"]]
    assert await taken(database, 2) == []
    assert await taken(database, 3) == [["person/p2", "person/p3"]]


async def test_the_question_about_all_takes_them_along_at_once(database: Database) -> None:
    asked = Owed("departed_many", "wave/1", 1, "asked", {})
    await owed(database, left("p1"), left("p2", **WAITS), left("p3", **WAITS), asked)

    assert await taken(database, 0) == [["person/p1"], ["person/p2", "person/p3", "wave/1"]]


async def test_what_is_being_sent_already_takes_nobody_along(database: Database) -> None:
    companies = await owed(database, left("p1"), left("p2", **WAITS))
    company = await companies.of_team("T1")
    assert await taken(database, 3) == [["person/p1"], ["person/p2"]]

    async with companies.change(company.organisation.id, SYSTEM) as ledger:
        await ledger.owe(Due((left("p3", **WAITS),), ("person/p3",)), NOW)

    assert await taken(database, 3) == [["person/p3"]]
    async with database.snapshot() as connection:
        rows = await Scope(connection, company.organisation.id).rows(tables.delivery)
    assert {row.recipient for row in rows} == {ADA.user}
