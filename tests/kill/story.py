"""One story: a contributor is deactivated, the bot dies somewhere on the way, and is started again."""

import asyncio
import json
import re
import signal
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from bot.clock import utc_now
from bot.demo.company import START, TEAM, TIME_ZONE, furnish, workspace
from bot.demo.server import LocalWorkspace
from bot.demo.shapes import user_json
from bot.meeting import MARKET, PROGRAMME
from bot.members import member
from domain.buying import SetMembership
from domain.facts import Membership
from domain.ports import Actor, StorageDownError
from storage.companies import SqlCompanies
from storage.deliveries import Deliveries
from storage.engine import Database
from storage.ids import new_id
from storage.inbox import Inbox
from storage.tables import delivery, notice
from tests.kill.nursery import NEVER, Bot, Nursery, Point

ADMINS = ("U0ADA000000", "U0EMEKA0000")
LEAVER = "U0CARLA0000"
SECONDS = 300.0
"""How long anything may take; only what never happens takes so long."""
EXPECTED = {("departed", "person"), ("at_risk", "cloud-platform/silver"), ("at_risk", "data-platform/silver")}
"""What every admin is told, beside what else Carla's leaving puts at risk."""
DIGEST = "renewal"
RENEWED_SOON = Membership("gold", date(2017, 3, 10), date(2018, 3, 10))
"""Of this the first admin is told in the digest of the day, and nobody else."""


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong on Slack's side."""

    target: str
    kind: str
    skip: int = 0
    after_effect: bool = False


WEATHER = (
    Fault("chat.postMessage", "rate_limited"),
    Fault("chat.postMessage", "lost_response", skip=1),
    Fault("chat.postMessage", "http_500", skip=1, after_effect=True),
    Fault("chat.postMessage", "http_500", skip=1),
    Fault("conversations.history", "http_500"),
)
"""A bad day: every kind of trouble around sending."""


async def exactly_once(
    bots: Nursery, url: str, log: Path, point: Point, weather: Sequence[Fault] = WEATHER, *, must_die: bool = True
) -> None:
    """Tell the story on an empty, migrated database, and check how it ends.

    Without `must_die` it may be that the point is never reached: then the bot is killed when all is done.
    """
    database = Database.at(url)
    try:
        async with _slack(weather) as slack:
            await _founded(database, slack)
            environment = _environment(slack, url)
            first = await bots.bot(environment, point, log)
            await _connected_or_dead(slack, first)
            await slack.deactivate(LEAVER)
            if not must_die:
                await _dead_or_done(first, slack, database)
            await _dead(first)
            second = await bots.bot(environment, NEVER, log)
            try:
                await _settled(slack, database)
            finally:
                await second.kill()
            await _check(slack, database)
    except (AssertionError, TimeoutError) as error:
        raise AssertionError(f"{point}: {type(error).__name__} {error}\n{_end_of(log)}") from error
    finally:
        await database.close()


def _end_of(log: Path) -> str:
    return log.read_text("utf-8")[-6000:] if log.exists() else ""


@asynccontextmanager
async def _slack(weather: Sequence[Fault]) -> AsyncIterator[LocalWorkspace]:
    config = replace(workspace(), ack_timeout=3.0, event_retry_delays=(0.2,) * 100)
    async with LocalWorkspace(config) as slack:
        for fault in weather:
            more = {"after_effect": True} if fault.after_effect else {}
            slack.fault(fault.target, fault.kind, skip=fault.skip, **more)
        yield slack


async def _founded(database: Database, slack: LocalWorkspace) -> None:
    companies = SqlCompanies(database, utc_now)
    people = [user for user in slack.state.users.values() if not user.is_bot]
    shown = [user_json(user, slack.config, with_email=False) | {"locale": user.locale} for user in people]
    members = [member(user, ()) for user in shown]
    await companies.meet(TEAM.id, TEAM.name, TIME_ZONE, PROGRAMME, MARKET, members)
    await furnish(companies, new_id)
    company = await companies.of_team(TEAM.id)
    async with companies.change(company.organisation.id, Actor(None, "story")) as ledger:
        await ledger.record(SetMembership(RENEWED_SOON))


def _environment(slack: LocalWorkspace, url: str) -> dict[str, str]:
    app = slack.config.app
    return {
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_APP_TOKEN": app.app_token,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": url,
        "ASSAY_NOW": START.isoformat(),
    }


async def _connected_or_dead(slack: LocalWorkspace, bot: Bot) -> None:
    """Wait until the bot hears, so that the event goes through its inbox; unless it dies before."""
    async with asyncio.timeout(SECONDS):
        while not (slack.connections or bot.ended.done()):  # noqa: ASYNC110 - a process tells nobody
            await asyncio.sleep(0.02)


async def _dead(bot: Bot) -> None:
    """Wait until the bot has met its end."""
    async with asyncio.timeout(SECONDS):
        code = await bot.end()
    assert code == -signal.SIGKILL, f"It ended by itself ({code})."


async def _dead_or_done(bot: Bot, slack: LocalWorkspace, database: Database) -> None:
    """Wait until the bot has met its end or has nothing left to do; then it meets its end."""
    done = asyncio.create_task(_settled(slack, database))
    ended = asyncio.ensure_future(bot.end())
    await asyncio.wait({done, ended}, return_when=asyncio.FIRST_COMPLETED)
    await bot.kill()
    done.cancel()
    await asyncio.gather(done, return_exceptions=True)


async def _settled(slack: LocalWorkspace, database: Database) -> None:
    """Wait until nothing is on its way any more: no event, no delivery, no look that is due."""
    deliveries, inbox, companies = Deliveries(database), Inbox(database), SqlCompanies(database, utc_now)
    quiet = 0
    async with asyncio.timeout(SECONDS):
        while quiet < 3:
            await asyncio.sleep(0.2)
            try:
                sent, events = await deliveries.pending(), await inbox.pending()
                due = await companies.to_look_at(START)
                company = await companies.of_team(TEAM.id)
            except StorageDownError:  # so many at once may keep a database of a busy machine from answering in time
                continue
            over = not (sent.due or sent.claimed or events.due or events.claimed or slack.undelivered or due)
            quiet = quiet + 1 if over and not company.members[LEAVER].active else 0


async def _check(slack: LocalWorkspace, database: Database) -> None:
    async with database.query() as connection:
        sent = (await connection.execute(select(delivery))).fetchall()
        notices = (await connection.execute(select(notice))).fetchall()
    unsent = [(row.recipient, row.state) for row in sent if row.state != "sent"]
    unbrought = [(row.recipient, row.kind, row.subject) for row in notices if row.delivery_id is None]
    assert (unsent, unbrought) == ([], []), f"{unsent} {unbrought}"
    for admin in ADMINS:
        place = slack.state.direct(slack.config.app.bot_user_id, admin).id
        arrived = [m for m in slack.state.messages.get(place, {}).values() if m.by_app]
        ids = Counter((m.metadata or {}).get("event_payload", {}).get("id") for m in arrived)
        assert ids == Counter(row.id for row in sent if row.recipient == admin), f"{admin}: {ids}"
        told = Counter((row.kind, row.subject) for row in notices if row.recipient == admin)
        assert {(kind, subject.partition("/01")[0]) for kind, subject in told} >= EXPECTED, f"{admin}: {told}"
        assert (DIGEST in {kind for kind, _ in told}) == (admin == ADMINS[0]), f"{admin}: {told}"
        assert set(told.values()) == {1}, f"{admin}: {told}"
        words = "\n".join(f"{m.text} {json.dumps(m.blocks, ensure_ascii=False)}" for m in arrived)
        assert len(re.findall(r"\*Carla Weiß left\.\*", words)) == 1, words
    assert {row.recipient for row in notices} == set(ADMINS)
