"""The commands that run the bot, look after its database, and sweep."""

import asyncio
import gc
import json
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any

import typer

from bot import logs
from bot.cli_common import DONE, FAILED, WRONG_INPUT, WrongInputError, complain, day_of
from bot.clock import BusinessClock
from bot.meeting import SlackRefusesError
from bot.settings import Settings, SettingsError, read
from bot.wiring import NotMigratedError, recorded
from domain.notices import Due, Owed
from domain.ports import StorageDownError
from domain.reading import MistakesError
from storage.errors import TokenKeyError, UnsupportedDatabaseError

if TYPE_CHECKING:
    from storage.deliveries import FailedDelivery

GIVING_WAY = 0.0005
"""So many seconds a thread works before another one may."""
COLLECTING = (10_000, 20, 50)
"""After so many new objects garbage is looked for among them, so many times, and so many, before among older ones."""
AWAY = "The database of DATABASE_URL cannot be reached or does not answer in time: check that it runs and the address."


def run_bot() -> int:
    """`assay run`."""
    from bot.run import NEEDED, run

    _for_long()
    return with_settings(NEEDED, run)


def serve_bot() -> int:
    """`assay serve`."""
    from bot.serve import NEEDED, serve

    _for_long()
    return with_settings(NEEDED, serve)


def _for_long() -> None:
    """Set Python up for a process that runs for long and answers many at once."""
    # What a thread works out beside the loop gives way to it ten times as often: whoever asks little waits less.
    sys.setswitchinterval(GIVING_WAY)
    # The facts of a large company are many objects that stay: to look through all of them for garbage takes long.
    gc.freeze()
    gc.set_threshold(*COLLECTING)


def migrate_database() -> int:
    """`assay migrate`."""
    return with_settings((), _migrate)


def sweep_companies(on: str | None, *, dry: bool, as_json: bool) -> int:
    """`assay sweep`."""
    try:
        at = None if on is None else _noon(on)
    except WrongInputError as error:
        complain([str(error)])
        return WRONG_INPUT
    return with_settings((), lambda settings: _sweep(settings, at, dry=dry, as_json=as_json))


def guarded(work: Callable[[], Coroutine[Any, Any, int | None]]) -> int:
    """Run to the end; what can be said in a sentence is said, and the exit code tells it apart."""
    try:
        return asyncio.run(work()) or DONE
    except MistakesError as error:
        complain(str(mistake) for mistake in error.mistakes)
        return WRONG_INPUT
    except (UnsupportedDatabaseError, TokenKeyError) as error:
        complain([str(error)])
        return WRONG_INPUT
    except StorageDownError:
        complain([AWAY])
        return FAILED
    except (SlackRefusesError, NotMigratedError) as error:
        complain([str(error)])
        return FAILED
    except OSError as error:
        complain([f"Cannot listen: {os.strerror(error.errno or 0)}. Give another PORT."])
        return FAILED


def with_settings(needed: tuple[str, ...], work: Callable[[Settings], Coroutine[Any, Any, int | None]]) -> int:
    """Read the settings, of which some are needed, and run to the end; the exit code."""
    try:
        settings = read(*needed)
    except SettingsError as error:
        complain(error.problems)
        return WRONG_INPUT
    logs.configure()
    return guarded(lambda: work(settings))


async def _migrate(settings: Settings) -> None:
    from storage.engine import Database
    from storage.migrate import upgrade

    database = Database.at(settings.database_url.get_secret_value())
    try:
        await upgrade(database)
    finally:
        await database.close()


async def _sweep(settings: Settings, at: datetime | None, *, dry: bool, as_json: bool) -> int:
    async with recorded(settings, BusinessClock(at or settings.now)) as records:
        swept = await records.sweep.run(dry=dry)
        lost = await records.undelivered()
        if as_json:
            found = {organisation: _as_json(due) for organisation, due in swept.found.items()}
            said = {"dry_run": dry, "organisations": found, "failed": list(swept.failed)}
            typer.echo(json.dumps({**said, "undelivered": [_lost(each) for each in lost]}))
        else:
            typer.echo("\n".join([*_page(swept.found, dry=dry), *map(_line, lost)]))
    complain(f"Could not look at {organisation}: see the log." for organisation in swept.failed)
    return FAILED if swept.failed else DONE


def _noon(on: str) -> datetime:
    """Noon, UTC: a moment that is on that day nearly everywhere, and after each look's nine o'clock."""
    return datetime.combine(day_of("--on", on), time(12), UTC)


def _as_json(due: Due) -> dict[str, object]:
    return {
        "notices": [_notice(notice) for notice in due.notices],
        "opened": list(due.opened),
        "closed": list(due.closed),
    }


def _notice(notice: Owed) -> dict[str, object]:
    kind, subject, episode, step = notice.key
    return {"kind": kind, "subject": subject, "episode": episode, "step": step, "details": dict(notice.details)}


def _lost(failed: "FailedDelivery") -> dict[str, object]:
    about = [_notice(notice) for notice in failed.notices]
    known = {"organisation": failed.organisation, "recipient": failed.recipient, "error": failed.error}
    return {"id": failed.id, **known, "owed_at": failed.owed_at.isoformat(), "notices": about}


def _line(failed: "FailedDelivery") -> str:
    """A message that nobody got, with Slack's word for why."""
    about = ", ".join(f"{notice.kind} {notice.subject}" for notice in failed.notices)
    day = failed.owed_at.date().isoformat()
    return f"{failed.organisation}: the message of {day} to {failed.recipient} was given up ({failed.error}): {about}"


def _page(found: dict[str, Due], *, dry: bool) -> Iterable[str]:
    if not found:
        yield "Nobody is due."
    for organisation, due in found.items():
        yield f"{organisation}: {len(due.notices)} {'would be' if dry else 'are'} owed"
        yield from (f"  {notice.kind} {notice.subject} ({notice.step})" for notice in due.notices)
