"""The Home tabs that people have opened lately: made anew when the facts behind them change, here or elsewhere."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias

from bot.pacing import Pacing
from domain.ports import Company, UnknownTeamError
from domain.tenancy import Tenancy
from handlers.replies import Caller, Surface

MOST = 200
"""So many tabs are kept fresh; whoever opened theirs the longest ago has to open it again."""
FRESH = timedelta(hours=1)
"""So long after it was opened a tab is kept fresh."""

Viewer: TypeAlias = tuple[str, str]
Publish: TypeAlias = Callable[[Caller, Surface], Awaitable[bool]]
"""Shows somebody a tab; answers whether Slack took it."""


class Showing(Protocol):
    """Makes Home tabs."""

    async def home(self, caller: Caller) -> Surface:
        """The Home tab of one person, as things are now."""


@dataclass
class _Open:
    caller: Caller
    since: datetime
    stamp: Hashable
    shown: Surface | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Homes:
    """Publishes Home tabs, one after the other, and again after a change. `now` is real UTC, `today` the business day.

    What a tab rests on is looked up before the tab is made: a change in between makes it once more, and where several
    processes publish the same tab, each of them ends with the newest facts.
    """

    def __init__(
        self,
        conversations: Showing,
        companies: Tenancy,
        publish: Publish,
        now: Callable[[], datetime],
        today: Callable[[], datetime],
        pacing: Pacing,
    ) -> None:
        self._conversations = conversations
        self._companies = companies
        self._publish = publish
        self._now = now
        self._today = today
        self._pacing = pacing
        self._open: OrderedDict[Viewer, _Open] = OrderedDict()

    async def show(self, caller: Caller) -> None:
        """Publish somebody's tab, and keep it fresh from now on."""
        known = self._open.pop((caller.team, caller.user), None) or _Open(caller, self._now(), None)
        known.caller, known.since, known.shown = caller, self._now(), None
        self._open[caller.team, caller.user] = known
        while len(self._open) > MOST:
            self._open.popitem(last=False)
        await self._show(known)

    async def step(self) -> bool:
        """Publish the first tab that is behind; returns whether there was one."""
        for viewer, known in list(self._open.items()):
            if self._now() - known.since > FRESH:
                self._open.pop(viewer, None)
            elif await self._stamp(known.caller.team) != known.stamp:
                await self._show(known)
                await asyncio.sleep(self._pacing.between_posts)
                return True
        return False

    async def _show(self, known: _Open) -> None:
        """Publish a tab unless it says what it said before; one at a time, so that an older one never comes last."""
        async with known.lock:
            known.stamp = await self._stamp(known.caller.team)
            made = await self._conversations.home(known.caller)
            if made != known.shown:
                known.shown = made
                if not await self._publish(known.caller, made):
                    self._forget(known)

    def _forget(self, known: _Open) -> None:
        """Leave a tab alone that Slack does not take now: who opens it again is shown it again."""
        self._open.pop((known.caller.team, known.caller.user), None)

    async def _stamp(self, team: str) -> Hashable:
        """What tells whether anything changed behind the tabs of a workspace."""
        try:
            served = await self._companies.serving(team)
            companies = [await self._companies.get(organisation.id) for organisation in served]
        except UnknownTeamError:
            return None
        return (self._today().date(), *map(_revision, companies))


def _revision(company: Company) -> Hashable:
    members = tuple(company.members.values())
    return (company.organisation, company.revision, members, tuple(company.cares.items()))
