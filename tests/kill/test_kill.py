"""SIGKILL at twenty named points, on both databases, in bad weather: each admin gets each notice exactly once."""

import asyncio
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.databases import Databases
from tests.kill.nursery import Point, nursery
from tests.kill.story import exactly_once

POINTS = (
    Point("inbox.received"),
    Point("inbox.committed"),
    Point("inbox.claimed"),
    Point("notices.owing", 2),
    Point("change.committing", 2),
    Point("change.committed", 2),
    Point("notices.owed", 2),
    Point("inbox.applied"),
    Point("inbox.done"),
    Point("delivery.claimed"),
    Point("delivery.claimed", 3),
    Point("delivery.rendered", 2),
    Point("delivery.opened", 3),
    Point("delivery.sending", 2),
    Point("delivery.sent"),
    Point("delivery.sent", 2),
    Point("delivery.confirmed", 2),
    Point("delivery.unknown_outcome"),
    Point("delivery.looking"),
    Point("delivery.settled_from_history"),
)
TOGETHER = 10
"""How many bots die at the same time: they mostly wait."""

GROUPS = [POINTS[start : start + TOGETHER] for start in range(0, len(POINTS), TOGETHER)]


@pytest.mark.parametrize("points", GROUPS, ids=["inbox", "delivery"])
async def test_a_bot_that_is_killed_tells_every_admin_everything_exactly_once(
    databases: Databases, tmp_path: Path, points: tuple[Point, ...]
) -> None:
    with ExitStack() as stack:
        urls = [stack.enter_context(databases.new(tmp_path)) for _ in points]
        async with nursery() as bots, asyncio.TaskGroup() as stories:
            for point, url in zip(points, urls, strict=True):
                stories.create_task(exactly_once(bots, url, tmp_path / f"{point}.jsonl", point))


def test_there_are_twenty_points_and_no_two_are_the_same() -> None:
    assert len(set(POINTS)) == 20
