"""`assay import`, the real command on a real database."""

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from domain.ports import Organisation
from storage.companies import SqlCompanies
from storage.engine import Database
from tests.bench.importing import NOW
from tests.databases import SqliteFiles
from tests.trainings import SAMPLE, export, row


@pytest.fixture
def database(sqlite_files: SqliteFiles, tmp_path: Path) -> str:
    """The DATABASE_URL of a database with one company."""
    with sqlite_files.new(tmp_path) as url:
        asyncio.run(found(url, "o1"))
        return url


async def found(url: str, organisation: str) -> None:
    opened = Database.at(url)
    known = Organisation(organisation, "Contoso", "ms-mpn-competencies", "Europe/Berlin")
    await SqlCompanies(opened, lambda: NOW).found(f"T-{organisation}", known, "developed")
    await opened.close()


def assay(database: str, *arguments: object) -> Result:
    environment = {"DATABASE_URL": database, "ASSAY_NOW": NOW.isoformat()}
    return CliRunner(env=environment).invoke(app, ["import", *map(str, arguments)])


def recorded(database: str, table: str = "achievement") -> int:
    query = f"SELECT count(*) FROM {table} WHERE withdrawn_at IS NULL"  # noqa: S608 - a table of ours
    with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
        return int(connection.execute(query).fetchone()[0])


def test_a_preview_asks_before_it_writes_and_nobody_answering_is_no(database: str) -> None:
    done = assay(database, SAMPLE)

    assert done.exit_code == 1
    assert "I read 18 rows:\n• 7 are new" in done.stdout
    assert "Row 7 and 1 more: “Exam 98-349" in done.stdout
    assert "Nothing was written. Say --yes to import." in done.stderr
    assert recorded(database) == 0


def test_yes_imports_once_and_the_batch_is_withdrawn_once(database: str) -> None:
    first = json.loads(assay(database, SAMPLE, "--yes", "--json").stdout)
    again = json.loads(assay(database, SAMPLE, "--yes", "--json").stdout)
    assert (first["imported"], again["imported"], again["batch"]) == (True, False, None)
    assert first["rows"] == {"rows": 18, "new": 7, "known": 1, "confirmed": 0, "waiting": 0, "refused": 10}
    assert again["rows"] == first["rows"] | {"new": 0, "known": 8}
    assert (recorded(database), recorded(database, "association")) == (7, 4)

    gone = assay(database, "--withdraw", first["batch"], "--json")
    assert json.loads(gone.stdout) | {"levels": []} == {
        "withdrawn": first["batch"],
        "achievements": 7,
        "people": 4,
        "confirmations": 0,
        "levels": [],
    }
    assert (recorded(database), recorded(database, "association")) == (0, 0)

    twice = assay(database, "--withdraw", first["batch"])
    assert (twice.exit_code, twice.stdout) == (2, "")
    assert "withdrawn already" in twice.stderr


def test_progress_is_told_on_standard_error(database: str, tmp_path: Path) -> None:
    line = b",70-533,,,,,,20/11/2017,,,7001,,,,,,\n"
    file = tmp_path / "many.csv"
    file.write_bytes(export() + line * 20_000)

    done = assay(database, file, "--yes", "--json")

    assert "10,000 rows read …\n20,000 rows read …\nComparing 20,000 rows" in done.stderr
    assert "Written in" in done.stderr
    assert json.loads(done.stdout)["rows"]["known"] == 19_999


def test_half_a_file_ends_with_2_and_one_sentence(database: str, tmp_path: Path) -> None:
    file = tmp_path / "trainings.csv"
    file.write_bytes(export(row())[:-20])

    done = assay(database, file, "--yes")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "breaks off in row 2" in done.stderr.splitlines()[-1]
    assert recorded(database) == 0


def test_a_file_that_is_not_there_ends_with_2(database: str, tmp_path: Path) -> None:
    done = assay(database, tmp_path / "none.csv")

    assert done.exit_code == 2
    assert "cannot be read: No such file or directory." in done.stderr


def test_one_of_several_organisations_has_to_be_named(database: str) -> None:
    asyncio.run(found(database, "o2"))

    unnamed = assay(database, SAMPLE)
    named = assay(database, SAMPLE, "--yes", "--organisation", "o2")

    assert (unnamed.exit_code, named.exit_code) == (2, 0)
    assert "Name the organisation with --organisation: o1, o2." in unnamed.stderr


@pytest.mark.parametrize("arguments", [(), ("a.csv", "--withdraw", "b1")])
def test_a_file_or_a_batch_is_needed_and_not_both(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(app, ["import", *arguments]).exit_code == 2


def test_figures_are_previewed_imported_and_taken_back_as_one(database: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("Month;azure_customer_consumption\n2017-11;9000\n2017-12;9500\n", "utf-8")

    assert assay(database, file).exit_code == 1
    assert recorded(database, "figure") == 0
    done = assay(database, file, "--yes")
    assert (done.exit_code, recorded(database, "figure")) == (0, 2)
    batch = done.stdout.rsplit(" ", 1)[-1].strip()
    assert assay(database, file, "--yes").exit_code == 0
    assert assay(database, "--withdraw", batch).exit_code == 0
    assert recorded(database, "figure") == 0
    assert assay(database, "--withdraw", batch).exit_code == 2


def test_a_mistake_in_figures_is_named_with_its_row_and_nothing_is_written(database: str, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    file.write_text("Month;azure_customer_consumption\n2017-13;9000\n", "utf-8")
    wrong = assay(database, file, "--yes")

    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert "ow 2" in wrong.stderr


def test_columns_are_said_on_the_command_line_and_kept(database: str, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("Wer;Welche;Wann\ndana@contoso.example;70-533;20.11.2017\n", "utf-8")
    said = [part for each in ("email=Wer", "credential=Welche", "earned=Wann") for part in ("--column", each)]

    unclear = assay(database, file, "--yes")
    assert (unclear.exit_code, unclear.stdout) == (2, "")
    assert "--column earned=Passed" in unclear.stderr
    assert "Write FIELD=COLUMN" in assay(database, file, "--column", "when=Wann").stderr
    for more in (said, []):
        done = assay(database, file, "--yes", *more)
        assert (done.exit_code, "• 1 waits for a word" in done.stdout) == (0, True)
