"""The whole year in bad weather, with many seeds; the seed is in the test's name."""

from pathlib import Path

import pytest

from tests.databases import Databases
from tests.story.script import END
from tests.story.storm import told_in_a_storm, told_in_calm


@pytest.mark.parametrize("seed", range(20))
async def test_a_year_of_bad_weather_tells_what_a_calm_one_tells(
    databases: Databases, tmp_path: Path, seed: int
) -> None:
    with databases.new(tmp_path) as url:
        assert await told_in_a_storm(url, seed, END) == await told_in_calm(END)
