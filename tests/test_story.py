"""A year of a company of sixty people: who is told what, when where they are, and in which words.

Where it changes: `.venv/bin/python -m tests.story` writes it anew; read it before it is kept.
"""

import asyncio
from datetime import date

import pytest

from tests.handlers.contoso import plain
from tests.story.__main__ import PAGE
from tests.story.company import CHANNEL, ORGANISATION, named
from tests.story.memory import MemoryYear, in_memory
from tests.story.play import play
from tests.story.script import END, SCRIPT
from tests.story.told import story

HOLIDAYS = {date(2017, 10, 3), date(2017, 10, 31), date(2017, 12, 25), date(2017, 12, 26), date(2018, 1, 1)} | {
    date(2018, 3, 30),
    date(2018, 4, 2),
    date(2018, 5, 1),
    date(2018, 5, 10),
    date(2018, 5, 21),
}


@pytest.fixture(scope="module")
def year() -> MemoryYear:
    async def played() -> MemoryYear:
        found = await in_memory(looks=2)
        await play(found, SCRIPT, END)
        return found

    return asyncio.run(played())


def test_the_year_reads_as_it_is_on_file_though_each_look_is_taken_twice(year: MemoryYear) -> None:
    assert story(SCRIPT, year.read) == PAGE.read_text("utf-8")


def test_nobody_is_told_the_same_twice(year: MemoryYear) -> None:
    keys = [(each.recipient, notice.key, "again" in notice.details) for each in year.read for notice in each.notices]

    assert len(keys) == len(set(keys))


def test_what_is_not_urgent_comes_in_working_hours_where_its_reader_is_once_a_day(year: MemoryYear) -> None:
    digests = [each for each in year.read if not any(notice.urgent for notice in each.notices)]
    own = [each for each in digests if "Northlight" not in each.text]

    assert all(9 <= each.at.hour < 17 and each.at.weekday() < 5 for each in digests)
    assert HOLIDAYS.isdisjoint(each.at.date() for each in digests)
    assert len({(each.recipient, each.at.date()) for each in own}) == len(own)


def test_the_channel_and_the_sisters_admin_read_no_name(year: MemoryYear) -> None:
    names = {person.name or "" for person in year.company.facts.people} - {named("mira").name}
    channel = "\n".join(plain(each.reply) for each in year.read if each.recipient == CHANNEL)

    assert ORGANISATION.name in channel
    assert [name for name in names if name and name in channel] == []
