"""Two hundred kills at random points in random weather; the seed is in the test's name."""

import asyncio
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from tests.databases import Databases
from tests.kill.nursery import Point, nursery
from tests.kill.story import Fault, exactly_once

SEEDS = range(100)  # on each of the two databases
TOGETHER = 10
EVENTS = (
    "meeting.done",
    "assay.started",
    "socket.connected",
    "sweep.started",
    "sweep.looked",
    "sweep.done",
    "notices.owing",
    "notices.owed",
    "change.committing",
    "change.committed",
    "inbox.received",
    "inbox.committed",
    "inbox.claimed",
    "inbox.applied",
    "inbox.done",
    "delivery.claimed",
    "delivery.rendered",
    "delivery.opened",
    "delivery.sending",
    "delivery.sent",
    "delivery.confirmed",
    "delivery.rate_limited",
    "delivery.unknown_outcome",
    "delivery.put_off",
    "delivery.looking",
    "delivery.settled_from_history",
    "delivery.not_in_history",
)
KINDS = ("rate_limited", "http_500", "timeout", "drop", "lost_response")


def story(seed: int) -> tuple[Point, list[Fault]]:
    """Where the bot dies, and what goes wrong on Slack's side."""
    random = Random(seed)
    point = Point(random.choice(EVENTS), random.choice((1, 1, 2, 3, 4)))
    methods = random.choices(("chat.postMessage", "conversations.history", "conversations.open"), (6, 2, 1), k=6)
    weather = [_fault(random, method) for method in methods]
    return point, [*weather, *(Fault("events_api", random.choice(("drop", "duplicate", "lost_response"))),)]


def _fault(random: Random, method: str) -> Fault:
    kind = random.choice(KINDS)
    late = kind in {"http_500", "timeout", "drop"} and random.random() < 0.5
    return Fault(method, kind, skip=random.randrange(2), after_effect=late)


@pytest.mark.parametrize("first", SEEDS[::TOGETHER])
async def test_killed_anywhere_in_any_weather_the_bot_tells_everything_exactly_once(
    databases: Databases, tmp_path: Path, first: int
) -> None:
    with ExitStack() as stack:
        async with nursery() as bots, asyncio.TaskGroup() as stories:
            for seed in range(first, first + TOGETHER):
                url = stack.enter_context(databases.new(tmp_path))
                point, weather = story(seed)
                log = tmp_path / f"{seed}.jsonl"
                stories.create_task(exactly_once(bots, url, log, point, weather, must_die=False))
