"""`assay forget` and `assay audit`, on a real database."""

import asyncio
import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.changes import AddPerson, ReportFigure
from domain.dates import Month
from domain.facts import Association
from domain.ports import Actor, Member, Organisation
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.bench.importing import NOW
from tests.databases import SqliteFiles

SINCE, LEFT = date(2016, 1, 1), date(2017, 6, 1)
PEOPLE = (
    AddPerson("p1", "Ada Lovelace", Association(SINCE, LEFT, id="s1")),
    AddPerson("p2", "Bob Ross", Association(SINCE, LEFT, id="s2")),
    AddPerson("p3", "Bob Ross", Association(SINCE, LEFT, id="s3")),
    AddPerson("p4", "Carla Weiß", Association(SINCE, id="s4")),
)


@pytest.fixture
def database(sqlite_files: SqliteFiles, tmp_path: Path) -> str:
    """The DATABASE_URL of a database with one company."""
    with sqlite_files.new(tmp_path) as url:
        asyncio.run(recorded(url))
        return url


async def recorded(url: str) -> None:
    opened = Database.at(url)
    companies = SqlCompanies(opened, lambda: NOW)
    known = Organisation("o1", "Contoso", "ms-mpn-competencies", "Europe/Berlin")
    await companies.found("T1", known, "developed", [Member("UROOT", "Root", "admin")])
    async with companies.change("o1", Actor("UROOT", "r1")) as ledger:
        await ledger.record(*PEOPLE)
        await ledger.record(ReportFigure("azure_customer_consumption", Month(2017, 12), Decimal(9000)))
    await opened.close()


def assay(database: str, *arguments: str) -> Result:
    return CliRunner(env={"DATABASE_URL": database, "ASSAY_NOW": NOW.isoformat()}).invoke(app, arguments)


def test_somebody_is_forgotten_by_name_and_a_second_time_nothing_is_left_to_do(database: str) -> None:
    first, again = assay(database, "forget", "ada lovelace"), assay(database, "forget", "p1")
    unknown = assay(database, "forget", "Ada Lovelace")

    assert (first.exit_code, first.stdout) == (0, "Forgotten: p1.\n")
    assert (again.exit_code, again.stdout) == (0, "Forgotten before: p1. Nothing was changed.\n")
    assert (unknown.exit_code, "Nobody on record is called Ada Lovelace" in unknown.stderr) == (2, True)


def test_of_several_who_are_called_alike_nobody_is_forgotten_and_all_are_listed(database: str) -> None:
    done = assay(database, "forget", "Bob Ross")

    assert done.exit_code == 2
    assert "  p2  Bob Ross, 2016-01-01 to 2017-06-01\n  p3  Bob Ross, 2016-01-01 to 2017-06-01" in done.stderr


def test_nobody_is_forgotten_who_still_counts(database: str) -> None:
    done = assay(database, "forget", "Carla Weiß")

    assert (done.exit_code, "still counts" in done.stderr) == (2, True)


def test_the_audit_is_a_table_or_lines_by_kind_person_and_day(database: str) -> None:
    table = list(csv.DictReader(assay(database, "audit", "--csv").stdout.lstrip("\ufeff").splitlines()))
    figures = assay(database, "audit", "--kind", "figures").stdout
    ada = assay(database, "audit", "--person", "Ada Lovelace", "--since", "2018-01-01").stdout
    nothing = assay(database, "audit", "--until", "2001-01-01").stdout

    assert [row["kind"] for row in table][:2] == ["ReportFigure", "AddPerson"]
    assert table[0]["by"] == "Root (UROOT)"
    assert "figure reported: azure_customer_consumption 2017-12. Before: –. After: 9000." in figures
    assert "person added: Ada Lovelace" in ada
    assert nothing == "Nothing was changed.\n"


@pytest.mark.parametrize("wrong", [("--kind", "weather"), ("--since", "soon"), ("--person", "Zoe")])
def test_what_cannot_be_asked_for_is_one_sentence(database: str, wrong: tuple[str, str]) -> None:
    done = assay(database, "audit", *wrong)

    assert (done.exit_code, len(done.stderr.strip().splitlines())) == (2, 1)
