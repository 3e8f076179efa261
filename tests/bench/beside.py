"""A light command while something heavy is worked out beside it: what takes long keeps nobody waiting."""

import asyncio
import logging
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import structlog

from bot.clock import BusinessClock
from bot.demo.company import START
from bot.settings import Settings
from bot.wiring import Records, recorded
from domain.batches import Batch, Counts, ImportBatch
from domain.buying import SetMembership
from domain.facts import Association, Facts, Person
from domain.ports import Actor, Member, Organisation
from domain.programme import Programme
from handlers.conversations import Conversations
from handlers.replies import Caller
from storage.ids import new_id
from tests.bench.companies import company, leaving
from tests.bench.timing import MILLISECONDS, report

TEAM, ADMIN, COMPANY = "T1", "U1", "o1"
LIGHT = "need gold cloud platform"
HEAVY = ("forecast 2018-06-01", "forecast 2018-07-01", "forecast 2018-08-01")
PAUSE = 0.02
"""So long a light command waits after the one before, in seconds."""


async def measure(programme: Programme) -> None:
    """Print how long light commands take beside forecasts, of which half of what is held expires."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    for people in (1_000, 10_000):
        with tempfile.TemporaryDirectory(prefix="assay-bench-") as folder:
            settings = Settings.model_validate({"DATABASE_URL": f"sqlite:///{Path(folder) / 'beside.sqlite3'}"})
            async with recorded(settings, BusinessClock(START)) as records:
                known = Organisation(COMPANY, "Acme", programme.id, "Europe/Berlin")
                await records.stored.found(TEAM, known, "developed", [Member(ADMIN, "Ada", "admin")])
                await _furnish(records, leaving(company(programme, people, people * 10)))
                await _beside(people, records.conversations)


async def _furnish(records: Records, facts: Facts) -> None:
    people = tuple(replace(each, associations=tuple(_kept(each))) for each in facts.people)
    async with records.stored.change(COMPANY, Actor(None, "bench")) as ledger:
        bought = [SetMembership(facts.membership)] if facts.membership else []
        await ledger.record(ImportBatch(Batch("b", "bench", "", Counts()), people), *bought)


def _kept(person: Person) -> Iterator[Association]:
    """The associations of a person, with the ids under which they are written."""
    yield from (replace(each, id=new_id()) for each in person.associations or ())


async def _beside(people: int, conversations: Conversations) -> None:
    caller = Caller(TEAM, ADMIN, "C1", request="bench")

    async def hear(text: str) -> None:
        await conversations.hear(text, caller, slash=True)

    await hear(LIGHT)
    heavy = asyncio.create_task(_one_after_another(hear))
    took = []
    while not heavy.done():
        start = perf_counter()
        await hear(LIGHT)
        took.append((perf_counter() - start) * MILLISECONDS)
        await asyncio.sleep(PAUSE)
    took.sort()
    said = f"p99 {took[int(len(took) * 0.99)]:.0f} ms; each forecast {await heavy:.1f} s"
    report(f"a light command while {people:,} people are forecast", said, "3 s")


async def _one_after_another(hear: Callable[[str], Awaitable[object]]) -> float:
    """The seconds that a forecast takes."""
    start = perf_counter()
    for text in HEAVY:
        await hear(text)
    return (perf_counter() - start) / len(HEAVY)
