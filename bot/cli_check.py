"""`assay check`: whether everything that the bot needs is there, and how to mend what is not."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import typer
from aiohttp import ClientError
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from bot.cli_bot import AWAY
from bot.cli_common import DONE, FAILED
from bot.meeting import SlackAwayError, SlackRefusesError, who_am_i
from bot.scopes import SCOPES
from bot.settings import Settings, SettingsError, read
from bot.socket_mode import CURE
from domain.ports import StorageDownError
from domain.reading import MistakesError
from storage.catalogue import load_catalogue
from storage.engine import Database
from storage.errors import UnsupportedDatabaseError
from storage.migrate import is_current


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, and what is wrong with it; empty when nothing is."""

    about: str
    problem: str = ""


def check_all() -> int:
    """Print a line for everything that was looked at; 1 when anything is wrong."""
    logs.configure()
    findings = [*_catalogue(), *asyncio.run(_gathered())]
    for finding in findings:
        wrong = bool(finding.problem)
        typer.echo(f"{'WRONG' if wrong else 'ok'}\t{finding.about}{': ' + finding.problem if wrong else ''}", err=wrong)
    return FAILED if any(finding.problem for finding in findings) else DONE


async def _gathered() -> list[Finding]:
    try:
        settings = read("SLACK_BOT_TOKEN")
    except SettingsError as error:
        return [Finding("settings", problem) for problem in error.problems]
    found = [Finding("settings", _way_in(settings))]
    found += [finding async for finding in _database(settings)]
    found += [finding async for finding in _slack(settings)]
    return found


def _way_in(settings: Settings) -> str:
    if settings.app_token is None and settings.signing_secret is None:
        return "give SLACK_APP_TOKEN for `assay run`, or SLACK_SIGNING_SECRET for `assay serve`."
    return ""


def _catalogue() -> Iterator[Finding]:
    try:
        load_catalogue()
    except MistakesError as error:
        yield from (Finding("catalogue", str(mistake)) for mistake in error.mistakes)
    else:
        yield Finding("catalogue")


async def _database(settings: Settings) -> AsyncIterator[Finding]:
    try:
        database = Database.at(settings.database_url.get_secret_value())
    except UnsupportedDatabaseError as error:
        yield Finding("database", str(error))
        return
    try:
        migrated = await is_current(database)
    except StorageDownError:
        yield Finding("database", AWAY)
    else:
        # An SQLite database is migrated at the next start by itself.
        yield Finding("database", "" if migrated or database.embedded else "it is not migrated: run `assay migrate`.")
    finally:
        await database.close()


async def _slack(settings: Settings) -> AsyncIterator[Finding]:
    token = settings.bot_token.get_secret_value() if settings.bot_token else ""
    try:
        identity = await who_am_i(AsyncWebClient(token=token, base_url=settings.api_url))
    except (SlackRefusesError, SlackAwayError) as error:
        yield Finding("bot token", str(error))
        return
    yield Finding("bot token")
    lacking = sorted(set(SCOPES) - identity.scopes)
    mending = "reinstall the app with manifest.yml, then copy the new SLACK_BOT_TOKEN."
    yield Finding("scopes", f"{', '.join(lacking)} not granted: {mending}" if lacking else "")
    if settings.app_token is not None:
        yield Finding("app token", await _app_token(settings.app_token.get_secret_value(), settings.api_url))


async def _app_token(token: str, api_url: str) -> str:
    try:
        await AsyncWebClient(base_url=api_url).apps_connections_open(app_token=token)
    except SlackApiError:
        return f"Slack does not accept SLACK_APP_TOKEN: {CURE}"
    except (SlackClientError, ClientError, TimeoutError):
        return "Slack cannot be reached."
    return ""
