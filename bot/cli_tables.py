"""What `assay import` does with files of one's own: columns said on the command line, and tables of figures."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.cli_common import DONE, FAILED, WRONG_INPUT
from domain.ports import Actor, Upload
from domain.spreadsheets import FIELDS
from handlers.data_requests import ColumnsSaid
from handlers.errors import RefusedError
from handlers.figure_files import press_take_back, preview_figures, take_figures
from handlers.finding import quoted
from handlers.incoming import Incoming
from handlers.listing import say_columns
from handlers.replies import Reply
from handlers.room import Room

Say = Callable[[Reply, bool], None]
"""Prints an answer; on standard error where it says that something is wrong."""


async def with_columns(room: Room, said: Sequence[str]) -> Room:
    """The room once it is kept which column says what, each as FIELD=COLUMN. Raises RefusedError."""
    if not said:
        return room
    pairs = [each.partition("=") for each in said]
    for field, apart, column in pairs:
        if field not in FIELDS or not apart or not column.strip():
            raise RefusedError("columns.option", said=quoted(f"{field}{apart}{column}"), fields=", ".join(FIELDS))
    await say_columns(room, ColumnsSaid("", tuple((field, column.strip()) for field, _, column in pairs)))
    return replace(room, company=await room.tools.companies.get(room.company.organisation.id))


async def import_figures(
    room: Room, upload: Upload, incoming: Incoming, agreed: Callable[[], bool], say: Say
) -> tuple[int, str | None]:
    """Take over a table of figures, or say every mistake of it; the exit code, and the batch where one was written.

    Raises RefusedError where the table cannot be used as a whole.
    """
    shown, found = await preview_figures(room, upload, incoming)
    say(shown, found is None)
    if found is None:
        return WRONG_INPUT, None
    if not found.changes:
        return DONE, None
    if not agreed():
        return FAILED, None
    companies, actor = room.tools.companies, Actor(room.member.user or None, upload.id)
    async with companies.change(room.company.organisation.id, actor) as ledger:
        said = await take_figures(room, ledger, upload, incoming)
    say(said, False)  # noqa: FBT003 - nothing is wrong with it
    return DONE, upload.id


async def take_back_figures(room: Room, batch: str) -> Reply:
    """Take back what a table of figures brought. Raises RefusedError where there is none of that."""
    return await press_take_back(room, batch)
