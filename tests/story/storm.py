"""The year on a database, in bad weather: restarts, looks that are taken twice, a Slack that fails in every way."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, cast
from zoneinfo import ZoneInfo

from aiohttp import ServerDisconnectedError
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from sqlalchemy import func, select

from bot.alerts import Alerts
from bot.channels import Channels
from bot.delivery import DeliveryWork
from bot.messenger import Messenger
from bot.pacing import Means, Pacing
from domain.buying import SetMembership
from domain.changes import AddPerson, Change, Link, ReportFigure
from domain.ports import Actor, Company, Member
from handlers.alerts import alert_message
from handlers.conversations import Conversations
from handlers.notices import notice_message
from handlers.replies import Reply
from storage.companies import SqlCompanies
from storage.deliveries import ClaimedDelivery, Deliveries
from storage.engine import Database
from storage.ids import new_id
from storage.tables import organisation
from tests.handlers.contoso import grammar, plain
from tests.story.company import BERLIN, CHANNEL, ORGANISATION, SISTER, TEAM, employees, facts
from tests.story.memory import in_memory
from tests.story.play import Deed, play
from tests.story.script import SCRIPT, SISTERS_CHANNEL, START
from tests.year import Read

if TYPE_CHECKING:
    from slack_sdk.web.async_client import AsyncWebClient

    from bot.workspaces import At

PACING = Pacing(http=1.0, lease=5.0, settle=0.5, between_posts=0.0, retry=0.01, longest_retry=1.0)
ZONES = {employee.user: ZoneInfo(employee.zone) for employee in employees()}
FAILING = 0.25
"""How often a call of Slack fails, a look is taken twice, or the bot is started anew before it."""


class KilledError(BaseException):
    """The bot is gone, as by a power cut."""


@dataclass
class Slack:
    """Slack as a client sees it: what arrived, and what goes wrong."""

    random: Random
    now: Callable[[], datetime]
    posted: list[tuple[str, datetime, Mapping[str, Any]]] = field(default_factory=list)

    async def conversations_open(self, *, users: str) -> AsyncSlackResponse:
        """The direct conversation with somebody."""
        return _answer({"channel": {"id": f"D{users}"}})

    async def conversations_info(self, *, channel: str) -> AsyncSlackResponse:
        """A channel of the company's own."""
        return _answer({"channel": {"id": channel}})

    async def conversations_history(self, *, channel: str, **_more: object) -> AsyncSlackResponse:
        """All that arrived in a conversation."""
        here = [{**said, "ts": str(n)} for n, (where, _, said) in enumerate(self.posted) if where == channel]
        return _answer({"messages": here})

    async def chat_postMessage(self, *, channel: str, **said: object) -> AsyncSlackResponse:  # noqa: N802 - Slack's name
        """Take a message, or fail before or after it."""
        fault = self.random.choice(("busy", "500", "lost", "late 500", "killed")) if self._fails() else ""
        if fault == "busy":
            raise _error(429)
        if fault == "500":
            raise _error(500)
        self.posted.append((channel, self.now(), said))
        match fault:
            case "late 500":
                raise _error(500)
            case "lost":
                raise ServerDisconnectedError
            case "killed":
                raise KilledError
        return _answer({"channel": channel, "ts": str(len(self.posted))})

    def _fails(self) -> bool:
        return self.random.random() < FAILING


def _error(status: int) -> SlackApiError:
    answer = _answer({}, status, {"Retry-After": "0"})
    return SlackApiError("no", answer)  # type: ignore[no-untyped-call]  # slack_sdk gives its errors no types


def _answer(data: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None) -> AsyncSlackResponse:
    return AsyncSlackResponse(
        client=None, http_verb="POST", api_url="", req_args={}, data=data, headers=headers or {}, status_code=status
    )


@dataclass(frozen=True)
class _Post:
    messenger: Messenger
    channels: Channels


@dataclass
class Replica:
    """One process of the bot."""

    conversations: Conversations
    bring: DeliveryWork
    companies: SqlCompanies


@dataclass
class StormYear:
    """The year over databases of the same content, one for each replica; `now` is the business clock."""

    databases: list[Database]
    random: Random
    now: datetime
    read: list[Read] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.drift = timedelta()
        self.slack = Slack(self.random, lambda: self.now)
        self.replicas = [self._replica(database) for database in self.databases]

    @property
    def conversations(self) -> Conversations:
        """Any replica's."""
        return self.random.choice(self.replicas).conversations

    async def sweep(self, until: datetime) -> None:
        """Look whenever a look is due, sometimes late, sometimes twice at once, sometimes after a restart."""
        while (at := await self._next()) is not None and at < until:
            late = timedelta(minutes=self.random.randrange(1, 59)) if self._happens() else timedelta()
            self.now = max(self.now, min(at + late, until - timedelta(seconds=1)))
            if self._happens():
                self.replicas = [self._replica(database) for database in self.databases]
            twice = self.random.sample(self.replicas, len(self.replicas)) * (2 if self._happens() else 1)
            for one in await self.replicas[0].companies.to_look_at(self.now):
                await asyncio.gather(*(each.conversations.look(one) for each in twice))
            await self.deliver()
        self.now = max(self.now, until)

    async def deliver(self) -> None:
        """Bring what is due, and what failed until it arrived; real time goes on meanwhile."""
        while await self._pending():
            try:
                while await self.random.choice(self.replicas).bring.step():
                    pass
            except KilledError:
                self.replicas = [self._replica(database) for database in self.databases]
            self.drift += timedelta(seconds=1)
        self._collect()

    def _happens(self) -> bool:
        return self.random.random() < FAILING

    async def _next(self) -> datetime | None:
        async with self.databases[0].query() as connection:
            found = (await connection.execute(select(func.min(organisation.c.next_look_at)))).scalar()
        return cast("datetime | None", found)

    async def _pending(self) -> bool:
        backlog = await Deliveries(self.databases[0]).pending()
        return bool(backlog.due + backlog.claimed)

    def _collect(self) -> None:
        for channel, at, said in self.slack.posted[len(self.read) :]:
            user = channel.removeprefix("D")
            reply = Reply(said["text"], tuple(said["blocks"]))
            self.read.append(Read(user, at.astimezone(ZONES.get(user, ZoneInfo(BERLIN))), reply, ()))

    def _real(self) -> datetime:
        return self.now + self.drift

    def _replica(self, database: Database) -> Replica:
        companies = SqlCompanies(database, self._real)
        client = cast("AsyncWebClient", self.slack)
        post = _Post(Messenger(client, PACING), Channels(client))
        at = cast("At", lambda _team: post)

        async def alarm(why: str) -> None:
            raise AssertionError(why)

        alerts = Alerts(companies, at, self._alerted, lambda: self.now)
        means = Means(self._real, PACING, alarm)
        bring = DeliveryWork(Deliveries(database), companies, at, self._told, alerts, means)
        return Replica(Conversations(companies, grammar(), lambda: self.now, new_id), bring, companies)

    async def _told(self, company: Company, member: Member, claim: ClaimedDelivery) -> Reply:
        programme = grammar().catalogue[company.organisation.programme]
        return notice_message(company, programme, member, claim.notices, self._today())

    def _alerted(self, company: Company, claim: ClaimedDelivery) -> Reply:
        programme = grammar().catalogue[company.organisation.programme]
        return alert_message(company, programme, claim.notices, self._today())

    def _today(self) -> date:
        return self.now.astimezone(ZoneInfo(BERLIN)).date()


async def in_a_storm(databases: list[Database], seed: int) -> StormYear:
    """Silverbirch and its sister on the first day, on an empty, migrated database."""
    begins = datetime.fromisoformat(START).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)
    year = StormYear(databases, Random(seed), begins)
    companies = year.replicas[0].companies
    strangers = [replace(employee.member(), person=None) for employee in employees()]
    first = await companies.found(TEAM, ORGANISATION, "developed", strangers)
    async with companies.change(first.organisation.id, Actor(None, "story")) as ledger:
        await ledger.record(*_changes())
        for employee in employees():
            await ledger.register(employee.member())
    known = {each.id for each in await companies.serving(TEAM)}
    await companies.found(TEAM, SISTER, "developed")
    second = next(each.id for each in await companies.serving(TEAM) if each.id not in known)
    await companies.settle_place(TEAM, SISTERS_CHANNEL, second)
    for place in ("C0PARTNERS", CHANNEL):
        await companies.settle_place(TEAM, place, first.organisation.id)
    return year


def _changes() -> Iterator[Change]:
    known = facts()
    for person in known.people:
        yield AddPerson(person.id, person.name or "", (person.associations or ())[0])
        yield from (Link(person.id, achievement) for achievement in person.achievements)
    for metric, months in known.figures.items():
        yield from (ReportFigure(metric, month, value) for month, value in months.items())
    if known.membership is not None:
        yield SetMembership(known.membership)


def as_told(read: list[Read]) -> list[tuple[str, str, str]]:
    """Who read what on which of their days, in an order of its own: within an hour others may come first."""
    return sorted((each.recipient, f"{each.at:%Y-%m-%d}", plain(each.reply)) for each in read)


async def told_in_a_storm(url: str, seed: int, until: str) -> list[tuple[str, str, str]]:
    """What is told until a moment on a database; on PostgreSQL by two replicas."""
    replicas = 1 if url.startswith("sqlite") else 2
    databases = [Database.at(url) for _ in range(replicas)]
    try:
        year = await in_a_storm(databases, seed)
        await play(year, _until(until), until)
    finally:
        await asyncio.gather(*(database.close() for database in databases))
    return as_told(year.read)


async def told_in_calm(until: str) -> list[tuple[str, str, str]]:
    """What is told until a moment in memory, when all goes well."""
    year = await in_memory()
    await play(year, _until(until), until)
    return as_told(year.read)


def _until(until: str) -> list[Deed]:
    return [deed for deed in SCRIPT if deed.at < until]
