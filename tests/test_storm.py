"""The beginning of the year in bad weather: what is told is the same, each once; the whole year is in tests/soak."""

from pathlib import Path

import pytest

from tests.databases import Databases
from tests.story.storm import told_in_a_storm, told_in_calm

FIRST_WEEKS = "2017-12-01T12:00"


@pytest.mark.parametrize("seed", [1])
async def test_restarts_doubled_looks_replicas_and_a_failing_slack_change_nothing(
    databases: Databases, tmp_path: Path, seed: int
) -> None:
    with databases.new(tmp_path) as url:
        assert await told_in_a_storm(url, seed, FIRST_WEEKS) == await told_in_calm(FIRST_WEEKS)
