"""What a file is that somebody sent: the vendor's export, a list of one's own, or a table of figures; and its rows."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from domain.exports import FileRefusedError, Grid, header_of
from domain.spreadsheets import FIELDS, Columns, Field, guessed, plain, read_spreadsheet
from domain.trainings import REQUIRED, Export, read_trainings
from handlers.columns import SPELLINGS, is_figures, metrics_called
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.room import Room
from handlers.workbooks import opened

FileKind: TypeAlias = Literal["trainings", "own", "figures"]
VENDORS = frozenset(map(plain, REQUIRED))
SURE = 2
LONGEST_COLUMN = 60
LONGEST_ORIGIN = 1800


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file is: the names of its columns, and of a list of one's own which column says what."""

    kind: FileKind
    header: tuple[str, ...]
    columns: Columns


class UnclearColumnsError(Exception):
    """Somebody has to say which column of a list says what."""

    def __init__(self, incoming: Incoming) -> None:
        super().__init__("columns")
        self.incoming = incoming


async def look(room: Room, content: bytes) -> Incoming:
    """What a file is, by the names of its columns. Raises RefusedError with the sentence for what is none of them."""
    try:
        header = await asyncio.to_thread(lambda: header_of(opened(content)))
    except FileRefusedError as error:
        raise refused(room, error) from error
    return recognised(room, header)


def recognised(room: Room, header: Sequence[str]) -> Incoming:
    """What a file with these columns is. Raises RefusedError."""
    named = {plain(column) for column in header}
    found = guessed(header, SPELLINGS, kept_columns(room))
    if named >= VENDORS:
        return Incoming("trainings", tuple(header), found)
    if is_figures(header, metrics_called(room.programme)):
        return Incoming("figures", tuple(header), found)
    if len(named & VENDORS) >= SURE or len([each for each in header if each]) < SURE:
        missing = [column for column in REQUIRED if plain(column) not in named]
        raise refused(room, FileRefusedError("columns", columns=missing))
    return Incoming("own", tuple(header), found)


def kept_columns(room: Room) -> Mapping[str, Field]:
    """What was once said of columns of the organisation's own lists, by their names."""
    known = dict(room.company.organisation.columns)
    return {column: field for field in FIELDS for column in known if known[column] == field}


def likely(room: Room, header: Sequence[str]) -> Mapping[Field, str]:
    """Which column of a file likely says what."""
    return guessed(header, SPELLINGS, kept_columns(room)).named


def columns_origin(upload: str, header: Sequence[str]) -> str:
    """A file and its columns, as much as a button holds."""
    shown = [column[:LONGEST_COLUMN] for column in header if column]
    while len(json.dumps([upload, shown], ensure_ascii=False)) > LONGEST_ORIGIN:
        shown.pop()
    return json.dumps([upload, shown], ensure_ascii=False)


async def read(room: Room, content: bytes, heard: Callable[[int], None] | None = None) -> Export:
    """The rows of an export or of a list, read beside the loop.

    Raises RefusedError with the sentence for what is none, and UnclearColumnsError.
    """
    found = await look(room, content)
    if found.kind == "own" and found.columns.missing:
        raise UnclearColumnsError(found)

    def read_it() -> Export:
        table: bytes | Grid = opened(content)
        if found.kind == "own":
            return read_spreadsheet(table, found.columns, room.programme, room.today, heard)
        return read_trainings(table, room.programme, room.today, heard)

    try:
        return await asyncio.to_thread(read_it)
    except FileRefusedError as error:
        raise refused(room, error) from error


def refused(room: Room, error: FileRefusedError) -> RefusedError:
    """Why a file cannot be used, as a sentence in the reader's words."""
    lists = {name: room.words.both(value) for name, value in error.values.items() if isinstance(value, list)}
    numbers = {name: room.words.number(value) for name, value in error.values.items() if isinstance(value, int)}
    texts = {name: quoted(value) for name, value in error.values.items() if isinstance(value, str)}
    return RefusedError(f"import.file.{error.why}", **lists, **numbers, **texts)
