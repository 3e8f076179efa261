"""Days pass, quickly: the bot without Slack over a company in memory, and a list of who read what when.

The clock goes from one moment that matters to the next, as the sweep does, and stops on every day at a time of its
own for what a test does then. Everything between is the real thing: conversations, rounds, words.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from domain.notices import Owed
from domain.ports import Company
from domain.programme import Programme
from handlers.alerts import alert_message
from handlers.conversations import Conversations
from handlers.grammar import Grammar
from handlers.notices import notice_message
from handlers.replies import Reply
from tests.fakes import MemoryCompanies

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Read:
    """What somebody read: their Slack user id or a channel's, when by the clock there, and the message's text."""

    recipient: str
    at: datetime
    reply: Reply
    notices: tuple[Owed, ...]

    @property
    def text(self) -> str:
        """The message in short."""
        return self.reply.text

    def __str__(self) -> str:
        lines = "\n".join(f"    {line}" for line in self.text.splitlines())
        return f"{self.at:%a %Y-%m-%d %H:%M} {self.recipient}\n{lines}"


@dataclass
class Year:
    """A company in memory, the business clock, and what was read so far.

    `companies` holds the company already; `programme` is the one that it takes part in.
    """

    companies: MemoryCompanies
    organisation: str
    grammar: Grammar
    now: datetime
    looks: int = 1
    """How many sweeps look at each moment, as when several replicas run."""
    read: list[Read] = field(default_factory=list)

    def __post_init__(self) -> None:
        ids = (f"{number:08}" for number in count(1))
        self.conversations = Conversations(self.companies, self.grammar, lambda: self.now, lambda: next(ids))
        self._seen: Counter[str] = Counter()

    @property
    def company(self) -> Company:
        """The company as it is now."""
        return self.companies.states[self.organisation].company

    @property
    def programme(self) -> Programme:
        """The programme that it takes part in."""
        return self.grammar.catalogue[self.company.organisation.programme]

    async def until(self, end: date, deeds: Mapping[date, Callable[["Year"], Awaitable[object]]] | None = None) -> None:
        """Let days pass up to a day, without it; on a day with a deed the deed is done at ten, where the company is."""
        deeds = deeds or {}
        for day in _days(self._local(self.now).date(), end):
            moment = self._at(day, time(10))
            await self.sweep(moment)
            if day in deeds:
                self.now = max(self.now, moment)
                await deeds[day](self)
            await self.sweep(self._at(day + DAY, time(0)))

    async def sweep(self, until: datetime) -> None:
        """Look whenever the company asked for it, up to a moment."""
        while (found := self._next()) is not None and found[0] < until:
            at, organisation = found
            self.now = max(self.now, at)
            for _ in range(self.looks):
                await self.conversations.look(organisation)
            self.collect()
            if self.companies.states[organisation].next_look == at:
                raise AssertionError(f"It asked for the same look again: {at}")
        self.now = max(self.now, until)
        self.collect()

    def collect(self) -> None:
        """Write down what went since the last time, as it would be rendered now."""
        for organisation, state in self.companies.states.items():
            for user, at, notices in state.sent[self._seen[organisation] :]:
                when = self._where(state.company, user, at)
                self.read.append(Read(user, when, self._told(state.company, user, notices), notices))
            self._seen[organisation] = len(state.sent)

    def _next(self) -> tuple[datetime, str] | None:
        looks = ((state.next_look, key) for key, state in self.companies.states.items())
        return min(((at, key) for at, key in looks if at is not None), default=None)

    def _told(self, company: Company, user: str, notices: tuple[Owed, ...]) -> Reply:
        programme = self.grammar.catalogue[company.organisation.programme]
        member, today = company.members.get(user), self._local(self.now).date()
        if member is None:
            return alert_message(company, programme, notices, today)
        return notice_message(company, programme, member, notices, today)

    def _where(self, company: Company, user: str, at: datetime) -> datetime:
        member = company.members.get(user)
        zone = member.time_zone if member is not None else None
        return at.astimezone(ZoneInfo(zone or company.organisation.time_zone))

    def _local(self, at: datetime) -> datetime:
        return at.astimezone(ZoneInfo(self.company.organisation.time_zone))

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, ZoneInfo(self.company.organisation.time_zone)).astimezone(UTC)


def _days(first: date, end: date) -> Iterator[date]:
    day = first
    while day < end:
        yield day
        day += DAY
