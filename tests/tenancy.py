"""Several companies in memory: which one is meant, and what goes from one to another."""

import asyncio
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Generic, Protocol, TypeVar

from domain.facts import Facts
from domain.notices import Due, History
from domain.ports import Actor, Company, EventAlreadyDoneError, Ledger, Member, Organisation, UnknownTeamError
from domain.tenancy import Belonging, UndecidedError


class Kept(Protocol):
    """A company with what belongs to it."""

    @property
    def company(self) -> Company:
        """The company."""

    @property
    def vendor_ids(self) -> Mapping[str, Sequence[str]]:
        """The vendor's ids of it, by programme."""


State = TypeVar("State", bound=Kept)


class MemoryTenancy(Generic[State]):
    """What `domain.tenancy.Tenancy` adds to companies; `held` makes the ledger of one, which keeps its state."""

    def __init__(self) -> None:
        super().__init__()
        self.states: dict[str, State] = {}
        self.places: dict[tuple[str, str], str] = {}
        self.done: set[str] = set()
        self._lock = asyncio.Lock()

    def held(self, organisation: str, beside: Sequence[Ledger] = ()) -> Ledger:
        """A company held for a change, beside others."""
        raise NotImplementedError

    def keep(self, ledger: Ledger) -> None:
        """Keep what was recorded."""
        raise NotImplementedError

    async def at(self, team: str, channel: str | None, user: str, chosen: str | None = None) -> Company:
        """The company that is meant."""
        served = {each.id: each for each in await self.serving(team)}
        if chosen is not None and chosen not in served:
            raise UnknownTeamError(chosen)
        meant = [chosen] if chosen else list(served) if len(served) == 1 else self._meant(team, channel, user)
        found = next((each for each in meant if each in served), None)
        if found is None:
            raise UndecidedError(served.values())
        return self.states[found].company

    async def serving(self, team: str) -> Sequence[Organisation]:
        """The organisations that a workspace serves."""
        found = [s.company.organisation for s in self.states.values() if s.company.team == team]
        if not found:
            raise UnknownTeamError(team)
        return tuple(found)

    async def settle_place(self, team: str, place: str, organisation: str) -> None:
        """A channel, or a user, means an organisation."""
        self.places[team, place] = organisation

    async def belonging_of(self, team: str, user: str) -> Belonging | None:
        """The person behind a Slack user."""
        people = (s.company.members.get(user) for s in self.states.values() if s.company.team == team)
        person = next((member.person for member in people if member and member.person), None)
        return None if person is None else self._belonging(person)

    async def holder_of(self, profile: str) -> Belonging | None:
        """The person who holds a profile."""
        people = (person for state in self.states.values() for person in state.company.facts.people)
        return next((self._belonging(person.id) for person in people if person.profile == profile), None)

    async def by_vendor_id(self, programme: str, vendor_ids: Collection[str]) -> Mapping[str, str]:
        """Whose some of the vendor's ids are."""
        there = ((key, state.vendor_ids.get(programme, ())) for key, state in self.states.items())
        return {own: key for key, ids in there for own in ids if own in vendor_ids}

    async def vendor_ids(self, organisation: str) -> Sequence[str]:
        """The vendor's ids of an organisation."""
        return sorted({each for ids in self.states[organisation].vendor_ids.values() for each in ids})

    @asynccontextmanager
    async def crossing(
        self, organisations: Sequence[str], actor: Actor, *, event: str | None = None
    ) -> AsyncIterator[tuple[Ledger, ...]]:
        """One transaction on several companies."""
        del actor
        async with self._lock:
            if not {*organisations} <= self.states.keys():
                raise UnknownTeamError(*organisations)
            if event is not None and event in self.done:
                raise EventAlreadyDoneError(event)
            beside: list[Ledger] = []
            beside += [self.held(each, beside) for each in organisations]
            yield tuple(beside)
            for ledger in beside:
                self.keep(ledger)
            self.done |= {event} if event is not None else set()

    def taken(self, organisation: str, beside: Sequence[Ledger]) -> Mapping[str, str]:
        """Who holds which profile in the other organisations, with what was recorded beside but is not kept yet."""
        now = {key: state.company for key, state in self.states.items()}
        now |= {ledger.company.organisation.id: ledger.company for ledger in beside}
        others = (company.facts for key, company in now.items() if key != organisation)
        return {person.profile: person.id for facts in others for person in facts.people if person.profile}

    def known_here(self, company: Company, beside: Company) -> Company:
        """A company with the users of its workspace as another one has just seen them."""
        members = {user: _seen(company, user, m, beside) for user, m in beside.members.items()}
        return replace(company, members=members)

    def _meant(self, team: str, channel: str | None, user: str) -> list[str]:
        settled = [self.places[team, place] for place in (channel, user) if place and (team, place) in self.places]
        people = (
            (key, s.company.facts, s.company.members.get(user))
            for key, s in self.states.items()
            if s.company.team == team
        )
        counts = [(key, _latest(facts, member.person)) for key, facts, member in people if member and member.person]
        return settled or [key for key, _ in sorted(counts, key=lambda each: each[1], reverse=True)][:1]

    def _belonging(self, person: str) -> Belonging:
        found = [
            (key, replace(period, id=None, announced=None, on_leave=False, noticed=None))
            for key, state in self.states.items()
            for known in state.company.facts.people
            if known.id == person
            for period in known.associations or ()
        ]
        return Belonging(person, tuple(sorted(found, key=lambda each: (each[1].since, each[0]))))


def _seen(company: Company, user: str, member: Member, beside: Company) -> Member:
    """A user as another company has just seen them: whoever counts there since is elsewhere."""
    found = replace(member, person=_here(company, user, member.person))
    counts = member.person is not None and not member.elsewhere and member.person in beside.facts.place_of
    known = company.members.get(user)
    return replace(found, elsewhere=counts or (known is not None and known.elsewhere and not counts))


def _here(company: Company, user: str, person: str | None) -> str | None:
    known = company.members.get(user)
    if person is not None and person in company.facts.place_of:
        return person
    return known.person if known else None


def _latest(facts: Facts, person: str) -> tuple[bool, str]:
    periods = facts.people[facts.place_of[person]].associations or ()
    return max(((p.until is None, p.since.isoformat()) for p in periods), default=(False, ""))


def history_after(history: History, due: Due) -> History:
    """The history with what is now owed."""
    said = {owed.about: owed.episode for owed in due.notices}
    numbers = {subject: said.get(subject, history.next_episode(subject)) for subject in due.opened}
    return History(
        {**history.episodes, **numbers},
        (history.open - {*due.closed}) | {*due.opened},
        history.steps | {owed.key for owed in due.notices},
    )
