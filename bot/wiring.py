"""The one place where everything is put together; importing it builds nothing."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache

import aiohttp
from pydantic import SecretStr
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.alarm import Alarm
from bot.alerts import Alerts
from bot.answers import Answers
from bot.clock import BusinessClock, utc_now
from bot.delivery import DeliveryWork, is_reminder
from bot.forms import Forms
from bot.homes import Homes
from bot.inbox import InboxDoor, InboxWork
from bot.installing import Installing
from bot.listeners import Listeners
from bot.meeting import Identity, Meeting, who_am_i
from bot.night import Night
from bot.others import Others
from bot.pacing import Means, Pacing
from bot.schedule import Schedule
from bot.settings import Settings
from bot.sweep import Sweep
from bot.tasks import Tasks, Worker
from bot.watched import WatchedCompanies
from bot.workspaces import Workspaces
from domain.ports import Company, Member, StorageDownError
from domain.programme import Catalogue
from handlers.conversations import Conversations
from handlers.grammar import Grammar
from handlers.of_each import alerted, told
from handlers.places import with_buttons
from handlers.replies import Reply
from handlers.settling import today_of
from storage.catalogue import load_catalogue
from storage.companies import SqlCompanies
from storage.deliveries import ClaimedDelivery, Deliveries, FailedDelivery
from storage.engine import Database
from storage.errors import SecondWorkspaceError
from storage.ids import new_id
from storage.inbox import Inbox
from storage.installations import Installations
from storage.migrate import is_current, upgrade

GIVEN_UP_SHOWN = timedelta(days=30)
"""How long a message that was given up is shown to whoever sweeps."""

BRINGERS = 3
"""How many deliveries are brought at the same time, so that one that waits holds up no other."""

log = logs.get()


class NotMigratedError(RuntimeError):
    """The database's tables are of another version; the text names the cure."""


@dataclass
class Records:
    """What works without Slack: the database, the catalogue, and the conversations over both."""

    settings: Settings
    clock: BusinessClock
    database: Database
    catalogue: Catalogue
    stored: SqlCompanies
    companies: WatchedCompanies
    conversations: Conversations
    bringers: list[Worker] = field(default_factory=list)

    @property
    def sweep(self) -> Sweep:
        """A sweep over these companies."""
        return Sweep(self.companies, self.conversations, self.clock.now, new_id)

    async def undelivered(self) -> Sequence[FailedDelivery]:
        """The messages of the last weeks that were given up. Raises StorageDownError."""
        return await Deliveries(self.database).failed(utc_now() - GIVEN_UP_SHOWN)

    async def told(self, company: Company, recipient: Member, claim: ClaimedDelivery) -> Reply:
        """What a delivery says to its recipient, as of today."""
        if is_reminder(claim):
            return await self.conversations.recall(company, recipient.user, claim.notices)
        said = told(self.catalogue, company, recipient, claim.notices, today_of(company, self.clock.now()))
        return replace(said, blocks=with_buttons(said.blocks, company))

    def alerted(self, company: Company, claim: ClaimedDelivery) -> Reply:
        """What a delivery says in the organisation's channel for alerts, as of today."""
        return alerted(self.catalogue, company, claim.notices, today_of(company, self.clock.now()))


@asynccontextmanager
async def recorded(settings: Settings, clock: BusinessClock | None = None) -> AsyncIterator[Records]:
    """What works without Slack; an SQLite database is migrated first.

    Raises CatalogueError, UnsupportedDatabaseError, NotMigratedError and StorageDownError.
    """
    clock = clock or BusinessClock(settings.now)
    grammar = own_grammar()
    database = Database.at(settings.database_url.get_secret_value())
    bringers: list[Worker] = []

    def wake() -> None:
        for bringer in bringers:
            bringer.wake()

    try:
        await _ready(database)
        stored = SqlCompanies(database, utc_now)
        companies = WatchedCompanies(stored, wake)
        conversations = Conversations(companies, grammar, clock.now, new_id)
        yield Records(settings, clock, database, grammar.catalogue, stored, companies, conversations, bringers)
    finally:
        await database.close()


@cache
def own_grammar() -> Grammar:
    """What is understood with the rules that come with Assay, built once in a process. Raises CatalogueError."""
    return Grammar(load_catalogue())


async def _ready(database: Database) -> None:
    """SQLite is migrated here; PostgreSQL, which others may be working with, by who runs us."""
    if await is_current(database):
        return
    if database.embedded:
        await upgrade(database)
    else:
        raise NotMigratedError("The database's tables are not those of this version: run `assay migrate`.")


class Assay:
    """The running bot: Bolt's app, and everything that works behind it."""

    def __init__(self, records: Records, session: aiohttp.ClientSession, pacing: Pacing) -> None:
        settings = records.settings
        self.records = records
        self.pacing = pacing
        self.tasks = Tasks()
        self.installations = _installations(records)
        self.workspaces = Workspaces(settings, session, pacing, self.installations)
        at = self.workspaces.of
        self.alarm = Alarm(records.companies, at, utc_now)
        means = Means(utc_now, pacing, self.alarm)
        self.inbox = Inbox(records.database)
        self.deliveries = Deliveries(records.database)
        alerts = Alerts(records.companies, at, records.alerted, records.clock.now)
        self.bring = DeliveryWork(self.deliveries, records.companies, at, records.told, alerts, means)
        records.bringers.extend(Worker(f"delivery-{n + 1}", self.bring.step, pacing) for n in range(BRINGERS))
        self._homes = Homes(
            records.conversations,
            records.companies,
            lambda caller, view: at(caller.team).surfaces.publish(caller.user, view),
            utc_now,
            records.clock.now,
            pacing,
        )
        records.bringers.append(Worker("homes", self._homes.step, pacing))
        self.sweep = records.sweep
        self.schedule = Schedule(self.sweep, records.clock, self.tasks, self.alarm)
        self.meeting = Meeting(
            lambda team: at(team).reader, records.stored, records.conversations, self._admins, new_id
        )
        self._night = Night(records.companies, self.meeting.compare, utc_now, self.alarm)
        self._others = Others(self.installations, records.stored, self.meeting, self._night, self._is_home)
        self.schedule.each_hour(self.nightly)
        self.inbox_work = InboxWork(
            self.inbox, records.companies, records.conversations, self._admins, self._others.left, means
        )
        self.inbox_worker = Worker("inbox", self.inbox_work.step, pacing)
        self.app = self._bolt(settings)
        self.installing = self._installing(settings, session)

    def _bolt(self, settings: Settings) -> AsyncApp:
        async def authorize(team_id: str | None) -> AuthorizeResult:  # Bolt takes no bound method here
            return await self._authorized(team_id or "")

        # Without a lag of our own: Bolt looks for an acknowledgement every 10 ms unless the listener runs before it.
        app = AsyncApp(
            name="assay",
            client=AsyncWebClient(base_url=settings.api_url),
            authorize=authorize,
            signing_secret=_secret(settings.signing_secret),
            process_before_response=True,
        )
        app.middleware(InboxDoor(self.inbox, utc_now, self.inbox_worker.wake).receive)
        records, at = self.records, self.workspaces.of
        answers = Answers(records.conversations, records.companies, at, self.pacing)
        forms = Forms(records.conversations, at, self._homes, self.pacing)
        Listeners(answers, forms, at, self.tasks, new_id, utc_now).register(app)
        return app

    def _installing(self, settings: Settings, session: aiohttp.ClientSession) -> Installing | None:
        if self.installations is None:
            return None
        return Installing(settings, session, self.installations, self._is_home, self._others.welcome)

    async def _authorized(self, team: str) -> AuthorizeResult:
        """Who we are, so that Bolt knows our own messages; nothing is asked of Slack for it.

        Where nobody knows, who writes is still answered: that an invitation is needed, or that the database is away.
        """
        try:
            found = await self.workspaces.identity(team)
        except StorageDownError:
            found = None
        found = found or Identity(team, "", "", frozenset())
        return AuthorizeResult(
            enterprise_id=None, team_id=found.team, bot_user_id=found.bot_user, bot_id=found.bot_id, bot_token=""
        )

    @property
    def identity(self) -> Identity | None:
        """Who we are in the first workspace, once it is known."""
        return self.workspaces.home

    def _is_home(self, team: str) -> bool:
        return self.identity is not None and self.identity.team == team

    def _admins(self, team: str) -> Collection[str]:
        """Whom the settings name as admins: they speak of the first workspace alone."""
        return self.records.settings.admins if self.installations is None or self._is_home(team) else ()

    async def start(self) -> None:
        """Meet the workspaces, then begin to work. Raises like `meet`."""
        await self.meet()
        await self.work()

    async def meet(self) -> None:
        """Get to know the first workspace, or what is new there, and then the others.

        Raises SlackRefusesError, SlackAwayError, StorageDownError and TokenKeyError.
        """
        self.workspaces.home = home = await who_am_i(self.workspaces.of("").reader)
        self.alarm.team = home.team
        try:
            await self.meeting.meet(home.team)
        except SecondWorkspaceError:
            # It stays running: whoever writes there is told, politely, that an invitation is needed.
            log.warning("meeting.second_workspace", team=home.team)
        await self._others.meet()

    async def nightly(self) -> None:
        """Compare everybody with what is on record, where it is night."""
        await self._night.run(self.alarm.team)
        await self._others.nightly()

    async def work(self) -> None:
        """Apply what waits, bring what is owed, and sweep, from now on. Raises StorageDownError."""
        await self.records.stored.look_at_all()
        self.inbox_worker.start()
        for bringer in self.records.bringers:
            bringer.start()
        self.schedule.start()
        log.info("assay.started")

    async def stop(self) -> None:
        """Finish what runs, begin nothing else."""
        await self.schedule.stop()
        await self.inbox_worker.stop(self.pacing.stop)
        await self.tasks.drain(self.pacing.stop)
        for bringer in self.records.bringers:
            await bringer.stop(self.pacing.stop)
        log.info("assay.stopped")


@asynccontextmanager
async def assembled(
    settings: Settings, *, pacing: Pacing | None = None, clock: BusinessClock | None = None
) -> AsyncIterator[Assay]:
    """The bot, put together and not started; closed in order at the end. Raises like `recorded`."""
    pacing = pacing or Pacing()
    async with AsyncExitStack() as stack:
        records = await stack.enter_async_context(recorded(settings, clock))
        timeout = aiohttp.ClientTimeout(total=pacing.http)
        session = await stack.enter_async_context(aiohttp.ClientSession(timeout=timeout))
        assay = Assay(records, session, pacing)
        stack.push_async_callback(assay.stop)
        yield assay


def _installations(records: Records) -> Installations | None:
    """Where other workspaces are kept; None where the settings speak of one alone."""
    keys = records.settings.token_keys
    return Installations(records.database, keys, utc_now) if keys and records.settings.client_id else None


def _secret(value: SecretStr | None) -> str:
    return value.get_secret_value() if value else ""
