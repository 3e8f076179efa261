"""`assay export LIST`: a list of the company as CSV or XLSX, from the command line."""

import sys
from pathlib import Path

import typer

from bot.cli_bot import with_settings
from bot.cli_common import DONE, FAILED, WRONG_INPUT, complain
from bot.cli_import import room_of
from bot.settings import Settings
from bot.wiring import recorded
from handlers.data_requests import ExportKind, FileForm
from handlers.errors import RefusedError, sentence_for
from handlers.sending import sheet_of
from handlers.sheets import document
from handlers.words import Words


def run_export(kind: ExportKind, form: FileForm, out: str | None, organisation: str | None) -> int:
    """`assay export LIST`: 0 written, 1 the file cannot be written, 2 there is no such organisation."""
    return with_settings((), lambda settings: _export(settings, kind, form, out, organisation))


async def _export(
    settings: Settings, kind: ExportKind, form: FileForm, out: str | None, organisation: str | None
) -> int:
    async with recorded(settings) as records:
        try:
            room = await room_of(records, organisation)
            sheet = await sheet_of(room, kind)
        except RefusedError as error:
            complain([sentence_for(error, Words("en"), "")])
            return WRONG_INPUT
        made = document(f"{kind}-{room.today.isoformat()}", sheet, form)
    if out is None and form == "csv":
        sys.stdout.buffer.write(made.content)
        return DONE
    return _written(out or made.name, made.content)


def _written(name: str, content: bytes) -> int:
    try:
        Path(name).write_bytes(content)
    except OSError as error:
        complain([f"{name} cannot be written: {error.strerror}."])
        return FAILED
    typer.echo(f"{name} is written.", err=True)
    return DONE
