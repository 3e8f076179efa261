"""The reminders of `tests.fakes.MemoryCompanies`."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from domain.reminders import REMINDER, SUBJECT, Reminder, reminder_of
from domain.rounds import Slip

State = TypeVar("State", bound=Any)


class MemoryReminders(Generic[State]):
    """A part of a ledger in memory, `domain.reminders.Reminders`; its state holds the slips."""

    state: State

    async def reminders(self, user: str) -> Sequence[Reminder]:
        """What is still to go."""
        theirs = sorted(self._waiting(user), key=lambda slip: (str(slip.since), slip.id))
        return [reminder_of(slip.owed, slip.since) for slip in theirs]

    async def call_off(self, user: str, reminder: str) -> bool:
        """Let one go."""
        found = [slip for slip in self._waiting(user) if slip.owed.subject == f"{SUBJECT}{reminder}"]
        self.state = replace(self.state, slips=tuple(slip for slip in self.state.slips if slip not in found))
        return bool(found)

    def _waiting(self, user: str) -> list[Slip]:
        slips: Sequence[Slip] = self.state.slips
        return [slip for slip in slips if slip.owed.kind == REMINDER and slip.recipient == user and slip.went is None]
