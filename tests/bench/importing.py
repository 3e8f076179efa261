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
from storage.companies import SqlCompanies
from storage.engine import Database
from storage.migrate import upgrade
from tests.bench.timing import report
from tests.trainings import export, many

ROWS, PEOPLE = 50_000, 5_000
NOW = datetime(2018, 1, 15, 9, tzinfo=UTC)
KIBI = 1024


def measure(programme: Programme) -> None:
    """Print the lines of the import: into an empty company, and the same file again."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'import.sqlite3'}"
        asyncio.run(_found(url, programme))
        file = Path(folder) / "trainings.csv"
        file.write_bytes(export(*many(ROWS, PEOPLE)))
        for what in (f"assay import, {ROWS:,} rows of {PEOPLE:,} people", "the same file again"):
            seconds, peak = _imported(file, url)
            report(what, f"{seconds:.1f} s, {peak:.0f} MB", "20 s, 300 MB")


async def _found(url: str, programme: Programme) -> None:
    database = Database.at(url)
    await upgrade(database)
    organisation = Organisation("o1", "Contoso", programme.id, "Europe/Berlin")
    await SqlCompanies(database, lambda: NOW).found("T1", organisation, "developed")
    await database.close()


def _imported(file: Path, url: str) -> tuple[float, float]:
    """The seconds and the largest resident memory, in MB, of one run."""
    command = [str(Path(sys.executable).with_name("assay")), "import", str(file), "--yes", "--json"]
    environment = {**os.environ, "DATABASE_URL": url, "ASSAY_NOW": NOW.isoformat()}
    started = time.perf_counter()
    silent = subprocess.DEVNULL
    running = subprocess.Popen(command, env=environment, stdout=silent, stderr=silent)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise RuntimeError(f"assay import ended with {running.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / KIBI
