"""A ledger in memory that can be turned to another programme of its company."""

from dataclasses import replace
from typing import Any, Generic, TypeVar

from domain.enrolments import seen_from, turned
from domain.notices import History
from domain.ports import Company

State = TypeVar("State", bound=Any)


class MemoryTurning(Generic[State]):
    """A part of a ledger in memory, which shows the company in one programme; its state holds both."""

    state: State

    def __init__(self, state: State) -> None:
        self.state = state
        self._home = self.company.organisation.programme

    @property
    def company(self) -> Company:
        """The company with everything recorded so far."""
        company: Company = self.state.company
        return company

    @property
    def history(self) -> History:
        """The notices owed so far, as they are called in the programme shown."""
        history: History = self.state.history
        return seen_from(history, self.other) if self.company.facts.elsewhere else history

    @property
    def other(self) -> str:
        """The programme in which the company is shown; empty for its first one."""
        shown = self.company.organisation.programme
        return "" if shown == self._home else shown

    def turn(self, programme: str) -> None:
        """Show the company in another programme."""
        self.state = replace(self.state, company=turned(self.company, programme))

    def turn_home(self) -> None:
        """Show the company in its first programme."""
        self.turn(self._home)
