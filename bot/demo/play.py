"""`assay demo`: the real bot in a local Slack workspace, in one process, on a clock that stands in January 2018."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from bot.clock import BusinessClock
from bot.demo.company import START, TIME_ZONE, furnish, workspace
from bot.demo.config import WorkspaceConfig
from bot.demo.server import LocalWorkspace
from bot.pacing import Pacing
from bot.settings import Settings
from bot.socket_mode import Socket
from bot.stopping import stop_signals
from bot.wiring import assembled
from storage.ids import new_id


class DemoClock:
    """The business clock as the page shows and moves it."""

    def __init__(self, clock: BusinessClock) -> None:
        self._clock = clock

    async def read_clock(self) -> datetime:
        """The business time in the company's zone."""
        return self._clock.now().astimezone(ZoneInfo(TIME_ZONE))

    async def move_clock(self, days: int) -> None:
        """Move the business time forward by days."""
        self._clock.move(days)


async def play(port: int) -> None:
    """Run the demo until SIGTERM or SIGINT. Raises OSError when the port is taken."""
    with stop_signals() as asked:
        async with staged(port) as slack:
            sys.stdout.write(f"{slack.url}/\n")
            sys.stdout.flush()
            await asked.wait()


@asynccontextmanager
async def staged(port: int = 0, pacing: Pacing | None = None) -> AsyncIterator[LocalWorkspace]:
    """The demo while the block runs: the company's workspace with the bot at work in it. Raises OSError as `play`."""
    clock = BusinessClock(START)
    config = workspace()
    with TemporaryDirectory(prefix="assay-demo-") as folder:
        async with (
            LocalWorkspace(config, port=port, controls=DemoClock(clock)) as slack,
            assembled(
                demo_settings(config, slack.api_url, Path(folder)), pacing=pacing or Pacing(), clock=clock
            ) as assay,
        ):
            await assay.meet()
            await furnish(assay.records.companies, new_id)
            await assay.work()
            async with Socket(assay.app, config.app.app_token, slack.api_url):
                yield slack


def demo_settings(config: WorkspaceConfig, api_url: str, folder: Path) -> Settings:
    """The settings of the demo: whatever the environment says, it talks to the local workspace alone."""
    given = {
        "SLACK_BOT_TOKEN": SecretStr(config.app.bot_token),
        "SLACK_APP_TOKEN": SecretStr(config.app.app_token),
        "SLACK_SIGNING_SECRET": SecretStr(config.app.signing_secret),
        "SLACK_API_URL": api_url,
        "DATABASE_URL": SecretStr(f"sqlite:///{folder / 'assay.sqlite3'}"),
        "ASSAY_ADMINS": (),
        "ASSAY_NOW": START,
    }
    return Settings.model_validate(given)
