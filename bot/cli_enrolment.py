"""`assay organisation join` and `leave`: the programmes of an organisation, from the command line."""

import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace

import typer

from bot.cli_bot import with_settings
from bot.cli_common import DONE, FAILED, WRONG_INPUT, complain
from bot.cli_import import in_plain, room_of
from bot.settings import Settings
from bot.wiring import recorded
from domain.requirements import Market
from handlers import joining
from handlers.errors import RefusedError, sentence_for
from handlers.programme_requests import ProgrammeJoin, ProgrammeLeave
from handlers.room import Room
from handlers.words import Words

Deed = Callable[[Room], Awaitable[int]]


def run_join(programme: str, organisation: str | None, market: Market | None) -> int:
    """`assay organisation join PROGRAMME`: 0 joined, 2 it cannot be."""

    async def join(room: Room) -> int:
        _say((await joining.join(room, ProgrammeJoin(programme, market))).text)
        return DONE

    return with_settings((), lambda settings: _done(settings, organisation, join))


def run_leave(programme: str, organisation: str | None, *, yes: bool) -> int:
    """`assay organisation leave PROGRAMME`: 0 left, 1 nobody agreed, 2 it cannot be."""

    async def leave(room: Room) -> int:
        asked, there = joining.leaving(room, ProgrammeLeave(programme)), joining.to_leave(room, programme)
        if not yes and not _agreed(asked.text):
            _say("Nothing was recorded. Say --yes to leave.", err=True)
            return FAILED
        _say((await joining.leave(there)).text)
        return DONE

    return with_settings((), lambda settings: _done(settings, organisation, leave))


async def _done(settings: Settings, organisation: str | None, deed: Deed) -> int:
    async with recorded(settings) as records:
        try:
            room = await room_of(records, organisation)
            return await deed(replace(room, words=Words("en")))
        except RefusedError as error:
            complain([in_plain(sentence_for(error, Words("en"), ""))])
            return WRONG_INPUT


def _agreed(question: str) -> bool:
    """Ask, where somebody is there to answer."""
    _say(question, err=True)
    return sys.stdin.isatty() and typer.confirm("Leave it?", err=True)


def _say(text: str, *, err: bool = False) -> None:
    typer.echo(in_plain(text), err=err)
