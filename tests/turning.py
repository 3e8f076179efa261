"""A ledger in memory that can be turned to another programme of its company."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any, Generic, TypeVar

from domain.enrolments import renamed, seen_from, turned
from domain.notices import History, Owed
from domain.owed import taken_apart
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
        return seen_from(history, self.other) if self.company.facts.is_one_of_several else history

    @property
    def other(self) -> str:
        """The programme in which the company is shown; empty for its first one."""
        shown = self.company.organisation.programme
        return "" if shown == self._home else shown

    def turn(self, programme: str) -> None:
        """Show the company in another programme."""
        self.state = replace(self.state, company=turned(self.company, programme))

    async def lead_with(self, programme: str) -> None:
        """Make a programme the first one."""
        self.turn(programme)
        was, self._home = self._home, programme
        if was == programme:
            return

        def called(about: str) -> str:
            return renamed(about, was, programme)

        history: History = self.state.history
        steps = frozenset((kind, called(about), number, step) for kind, about, number, step in history.steps)
        episodes = {called(about): number for about, number in history.episodes.items()}
        known = History(episodes, frozenset(map(called, history.open)), steps)
        cares = {(called(about), number): care for (about, number), care in self.company.cares.items()}
        company = replace(self.company, cares=cares, revision=self.company.revision + 1)
        slips = tuple(replace(slip, owed=_called(slip.owed, called(slip.owed.about))) for slip in self.state.slips)
        told = tuple((user, _called(owed, called(owed.about))) for user, owed in self.state.told)
        self.state = replace(self.state, history=known, company=company, slips=slips, told=told)

    async def set_vendor_ids(self, vendor_ids: Collection[str]) -> None:
        """Set the vendor's ids."""
        here = {self.company.organisation.programme: tuple(sorted(vendor_ids))}
        self.state = replace(self.state, vendor_ids={**self.state.vendor_ids, **here})

    def turn_home(self) -> None:
        """Show the company in its first programme."""
        self.turn(self._home)


def _called(owed: Owed, about: str) -> Owed:
    programme, subject = taken_apart(about)
    return replace(owed, subject=subject, programme=programme)
