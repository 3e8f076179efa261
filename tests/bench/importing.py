"""A generated export of 50,000 rows, imported by the real command, with its time and memory."""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from domain.ports import Organisation
from domain.programme import Programme
from handlers.sheets import Sheet, as_xlsx
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.migrate import upgrade
from tests.bench.timing import report
from tests.trainings import COLUMNS, export, many

ROWS, PEOPLE = 50_000, 5_000
NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
KIBI = 1024


def measure(programme: Programme) -> None:
    """Print the lines of the import: into an empty company, the same file again, and the same as a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'import.sqlite3'}"
        asyncio.run(_found(url, programme))
        as_text, as_book = (Path(folder) / f"trainings.{form}" for form in ("csv", "xlsx"))
        # A process counts as its own memory what the one had that started it: the files are made in another one.
        subprocess.run([sys.executable, "-m", "tests.bench.importing", str(as_text), str(as_book)], check=True)
        whole = f"assay import, {ROWS:,} rows of {PEOPLE:,} people"
        for what, file in ((whole, as_text), ("the same file again", as_text), ("the same as a workbook", as_book)):
            seconds, work, peak = _imported(file, url)
            report(what, f"{seconds:.1f} s ({work:.1f} s of work), {peak:.0f} MB", "20 s, 300 MB")


async def _found(url: str, programme: Programme) -> None:
    database = Database.at(url)
    await upgrade(database)
    organisation = Organisation("o1", "Contoso", programme.id, "Europe/Berlin")
    await SqlCompanies(database, lambda: NOW).found("T1", organisation, "developed")
    await database.close()


def _imported(file: Path, url: str) -> tuple[float, float, float]:
    """The seconds that one run took and those that it worked, and its largest resident memory, in MB."""
    command = [str(Path(sys.executable).with_name("assay")), "import", str(file), "--yes", "--json"]
    environment = {**os.environ, "DATABASE_URL": url, "ASSAY_NOW": NOW.isoformat()}
    started = time.perf_counter()
    silent = subprocess.DEVNULL
    running = subprocess.Popen(command, env=environment, stdout=silent, stderr=silent)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError(f"assay import ended with {running.returncode}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIBI


def _write(as_text: Path, as_book: Path) -> None:
    rows = list(many(ROWS, PEOPLE))
    as_text.write_bytes(export(*rows))
    as_book.write_bytes(as_xlsx([Sheet("Trainings", COLUMNS, [[row[name] for name in COLUMNS] for row in rows])]))


if __name__ == "__main__":
    _write(*map(Path, sys.argv[1:]))
