"""The real bot for tests: put together as in production, in the local workspace, quick."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import SecretStr
from starlette.applications import Starlette

from bot.clock import BusinessClock
from bot.demo.company import START, furnish, workspace
from bot.demo.config import Delivery
from bot.demo.server import LocalWorkspace
from bot.demo.serving import HOST, Listener
from bot.pacing import Pacing
from bot.serve import PATH, asgi
from bot.settings import Settings
from bot.socket_mode import Socket
from bot.wiring import Assay, assembled
from storage.ids import new_id
from tests.databases import migrated_sqlite

Way = Literal["socket", "http"]

QUICK = Pacing(
    http=10.0, lease=60.0, settle=0.5, between_posts=0.02, poll=0.1, retry=0.05, longest_retry=0.5, tries=3, ack=20.0
)
"""Quick where the bot waits for nothing, patient with a busy machine."""
ADA, BEN, CARLA, DMITRI, EMEKA = "U0ADA000000", "U0BEN000000", "U0CARLA0000", "U0DMITRI000", "U0EMEKA0000"
FARAH = "U0FARAH0000"
GOLD = "what do we need for Gold in Cloud Platform?"


def settings_for(slack: LocalWorkspace, database_url: str, **more: object) -> Settings:
    """Settings that lead to a local workspace; the environment says nothing."""
    app = slack.config.app
    given = {
        "SLACK_BOT_TOKEN": SecretStr(app.bot_token),
        "SLACK_APP_TOKEN": SecretStr(app.app_token),
        "SLACK_SIGNING_SECRET": SecretStr(app.signing_secret),
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": SecretStr(database_url),
        "ASSAY_NOW": START,
    }
    return Settings.model_validate(given | more)


@asynccontextmanager
async def larkfield() -> AsyncIterator[LocalWorkspace]:
    """The demo's workspace, without its bot."""
    async with LocalWorkspace(workspace()) as slack:
        slack.configure(event_retry_delays=(0.05, 0.05, 0.05), ack_timeout=30.0)
        yield slack


@asynccontextmanager
async def bot_in(
    slack: LocalWorkspace,
    folder: Path,
    *,
    way: Way = "socket",
    pacing: Pacing = QUICK,
    start: datetime = START,
    furnished: bool = True,
    **settings: object,
) -> AsyncIterator[Assay]:
    """The bot at work in a workspace, with the demo's facts unless told otherwise."""
    database = folder / "assay.sqlite3"
    if not database.exists():
        database.write_bytes(migrated_sqlite())
    found = settings_for(slack, f"sqlite:///{database}", **settings)
    async with AsyncExitStack() as stack:
        assay = await stack.enter_async_context(assembled(found, pacing=pacing, clock=BusinessClock(start)))
        await assay.meet()
        if furnished:
            await furnish(assay.records.companies, new_id)
        await assay.work()
        if way == "http":
            url = await stack.enter_async_context(listening(asgi(assay)))
            slack.configure(delivery=Delivery.HTTP, request_url=url + PATH)
        else:
            await stack.enter_async_context(Socket(assay.app, slack.config.app.app_token, slack.api_url))
            await slack.until(lambda: slack.connections > 0)
        yield assay


@asynccontextmanager
async def listening(application: Starlette) -> AsyncIterator[str]:
    """Serve an application on a free port; yields its address."""
    listener = Listener()
    port = await listener.start(application, 0)
    try:
        yield f"http://{HOST}:{port}"
    finally:
        await listener.stop()
