"""Bringing events, commands and clicks to the app: attempts, retries, and the faults on the way."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from bot.demo.faults import FaultKind, Faults
from bot.demo.model import Json

EVENTS, COMMANDS, INTERACTIVE = "events_api", "slash_commands", "interactive"


class Status(StrEnum):
    """How an attempt to deliver ended."""

    ACKED = "acked"
    UNCONNECTED = "unconnected"
    TIMEOUT = "timeout"
    DROPPED = "dropped"
    REFUSED = "refused"
    HELD = "held"  # never sent: there was nothing that the app had to hear


@dataclass(frozen=True, kw_only=True)
class Envelope:
    """One delivery: its kind, Slack's payload, and for a repeated event the number and reason of the retry."""

    kind: str
    payload: Json
    attempt: int = 0
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of an attempt: how it ended, what the app answered, and whether the app asked for no retry."""

    status: Status
    answer: Json | None = None
    note: str = ""
    final: bool = False

    @property
    def acked(self) -> bool:
        """Whether the app acknowledged."""
        return self.status is Status.ACKED


class Transport(Protocol):
    """A way to the app: a socket that it opened, or its request URL."""

    async def ready(self) -> None:
        """Wait until there is a way."""

    async def deliver(self, envelope: Envelope, *, lose_answer: bool = False) -> Outcome:
        """Bring one envelope and wait for the acknowledgement; with `lose_answer` it gets lost with the connection."""

    async def cut(self) -> Outcome:
        """Lose the connection instead of delivering."""


Log = Callable[..., None]


class Courier:
    """Delivers over the transport that is chosen; repeats events that are not acknowledged."""

    def __init__(
        self, transport: Callable[[], Transport], delays: Callable[[], tuple[float, ...]], faults: Faults, log: Log
    ) -> None:
        self._transport = transport
        self._delays = delays
        self._faults = faults
        self._log = log
        self._tasks: set[asyncio.Task[Outcome]] = set()

    @property
    def waiting(self) -> int:
        """How many events are not acknowledged and not given up yet."""
        return len(self._tasks)

    def post_event(self, payload: Json) -> asyncio.Task[Outcome]:
        """Start to deliver an event; the task ends when it is acknowledged or given up."""
        task = asyncio.get_running_loop().create_task(self._until_acked(payload))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def send(self, kind: str, payload: Json) -> Outcome:
        """Deliver a command or a click, once."""
        return await self._attempt(Envelope(kind=kind, payload=payload))

    async def settle(self) -> None:
        """Wait until every event is acknowledged or given up."""
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def close(self) -> None:
        """Give up what is on the way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _until_acked(self, payload: Json) -> Outcome:
        envelope = Envelope(kind=EVENTS, payload=payload)
        while True:
            outcome = await self._attempt(envelope)
            if outcome.status is Status.UNCONNECTED:
                await self._transport().ready()
                continue
            delays = self._delays()
            if outcome.acked or outcome.final or envelope.attempt >= len(delays):
                return outcome
            await asyncio.sleep(delays[envelope.attempt])
            envelope = replace(envelope, attempt=envelope.attempt + 1, reason=outcome.note or outcome.status.value)

    async def _attempt(self, envelope: Envelope) -> Outcome:
        fault = self._faults.take(envelope.kind)
        transport = self._transport()
        if fault and fault.kind is FaultKind.DROP and not fault.comes_after:
            outcome = await transport.cut()
        else:
            outcome = await transport.deliver(envelope, lose_answer=fault is not None and fault.comes_after)
        self._note(envelope, outcome, fault.kind.value if fault else "")
        if fault and fault.kind is FaultKind.DUPLICATE:
            self._note(envelope, await transport.deliver(envelope), "the duplicate")
        return outcome

    def _note(self, envelope: Envelope, outcome: Outcome, fault: str) -> None:
        event = envelope.payload.get("event", {})
        inner = event.get("type") if event else envelope.payload.get("command") or envelope.payload.get("type")
        self._log(
            "to_app",
            f"{envelope.kind} {inner}",
            outcome.status.value,
            event_id=envelope.payload.get("event_id"),
            retry=envelope.attempt,
            retry_reason=envelope.reason,
            fault=fault,
            payload=envelope.payload,
            answer=outcome.answer,
        )
