"""`assay run`: the bot over Socket Mode, until it is asked to end."""

import asyncio

from bot import logs
from bot.meeting import SlackAwayError
from bot.pacing import Pacing
from bot.settings import Settings
from bot.socket_mode import Socket
from bot.stopping import stop_signals
from bot.wiring import Assay, assembled

NEEDED = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")

log = logs.get()


async def run(settings: Settings, pacing: Pacing | None = None) -> None:
    """Run until SIGTERM or SIGINT; what is at hand then is finished.

    Raises SlackRefusesError, StorageDownError, and what `assembled` raises.
    """
    with stop_signals() as asked:
        async with assembled(settings, pacing=pacing) as assay:
            if await until_met(assay, asked):
                async with Socket(assay.app, _app_token(settings), settings.api_url):
                    await asked.wait()
                    log.info("assay.stopping")


async def until_met(assay: Assay, asked: asyncio.Event) -> bool:
    """Start as soon as Slack answers; False when the process was asked to end before that."""
    failures = 0
    while not asked.is_set():
        try:
            await assay.start()
        except SlackAwayError:
            failures += 1
            log.exception("slack.away", failures=failures)
        else:
            return True
        try:
            async with asyncio.timeout(assay.pacing.after(failures)):
                await asked.wait()
        except TimeoutError:
            continue
    return False


def _app_token(settings: Settings) -> str:
    return settings.app_token.get_secret_value() if settings.app_token else ""
