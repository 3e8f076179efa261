"""Companies in memory and in each database: what one of them does, all do."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from domain.ports import Actor, Company, Member
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.fakes import MemoryCompanies

SYSTEM = Actor(None, "test")
SINCE = date(2017, 3, 1)
NOW = datetime(2018, 1, 15, 9, 30, tzinfo=UTC)

ADA = Member("UADA", "Ada", "admin")
BOB = Member("UBOB", "Bob", "member", locale="de-DE", time_zone="Europe/Berlin")

AnyCompanies: TypeAlias = SqlCompanies | MemoryCompanies


async def acme(companies: AnyCompanies) -> Company:
    """A company of two, of whom Ada is an admin."""
    return await companies.meet("T1", "Acme", "Europe/Berlin", "mpn", "developed", [ADA, BOB])


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def companies(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[AnyCompanies]:
    """An empty set of companies of each kind in turn."""
    if request.param == "memory":
        yield MemoryCompanies()
        return
    kind = request.getfixturevalue("sqlite_files" if request.param == "sqlite" else "postgres_server")
    with kind.new(tmp_path) as url:
        opened = Database.at(url)
        yield SqlCompanies(opened, lambda: NOW)
        await opened.close()
