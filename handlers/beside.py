"""What takes long in a large company, worked out beside the loop, so that nobody else waits for it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from domain.ports import Company

Result = TypeVar("Result")

MANY = 200
"""With fewer people on record everything is worked out as fast as a thread is found."""


async def worked_out(company: Company, work: Callable[[], Result]) -> Result:
    """What `work` returns or raises: in a thread where the company is large. It neither waits nor changes anything."""
    return work() if len(company.facts.people) < MANY else await asyncio.to_thread(work)
