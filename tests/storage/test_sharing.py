import asyncio

import pytest

from storage.sharing import Shared


class Slow:
    """A read that ends when it is told to, and says which one it was."""

    def __init__(self) -> None:
        self.begun = 0
        self.gates: list[asyncio.Event] = []

    async def read(self) -> int:
        """Wait for the gate."""
        self.begun += 1
        number = self.begun
        gate = asyncio.Event()
        self.gates.append(gate)
        await gate.wait()
        return number


async def settled() -> None:
    """Let every task that can go on do so."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_those_who_ask_at_the_same_time_share_one_read() -> None:
    slow = Slow()
    shared = Shared(slow.read)
    asking = [asyncio.create_task(shared.ask()) for _ in range(5)]
    await settled()

    slow.gates[0].set()

    assert await asyncio.gather(*asking) == [1] * 5


async def test_who_asks_while_a_read_is_under_way_gets_one_that_began_later() -> None:
    slow = Slow()
    shared = Shared(slow.read)
    first = asyncio.create_task(shared.ask())
    await settled()
    later = [asyncio.create_task(shared.ask()) for _ in range(3)]
    await settled()

    assert slow.begun == 1

    slow.gates[0].set()
    await settled()
    slow.gates[1].set()

    assert await first == 1
    assert await asyncio.gather(*later) == [2] * 3


async def test_a_read_that_fails_fails_for_all_who_share_it_and_for_nobody_later() -> None:
    outcomes: list[OSError | int] = [OSError("away"), 7]

    async def read() -> int:
        found = outcomes.pop(0)
        if isinstance(found, OSError):
            raise found
        return found

    shared = Shared(read)
    found = await asyncio.gather(shared.ask(), shared.ask(), return_exceptions=True)

    assert [type(one) for one in found] == [OSError, OSError]
    assert await shared.ask() == 7


async def test_who_gives_up_takes_the_read_from_nobody_else() -> None:
    slow = Slow()
    shared = Shared(slow.read)
    impatient, patient = asyncio.create_task(shared.ask()), asyncio.create_task(shared.ask())
    await settled()

    impatient.cancel()
    await settled()
    slow.gates[0].set()

    assert await patient == 1
    with pytest.raises(asyncio.CancelledError):
        await impatient
