"""Which column of an organisation's own list says what: said once, and kept for its next list."""

import json
from collections.abc import Iterator
from dataclasses import replace

from domain.ports import Actor
from domain.spreadsheets import WHO, plain
from handlers.data_requests import ColumnsSaid
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.render.blocks import page, sections
from handlers.replies import Reply
from handlers.room import Room

MOST_KEPT = 100


def header_said(origin: str) -> tuple[str, ...]:
    """The columns of the file that a form was opened about. Raises RefusedError for what is no file of ours."""
    try:
        _, header = json.loads(origin)
        return tuple(str(column) for column in header)
    except (ValueError, TypeError) as error:
        raise RefusedError("error.old_form") from error


def mistakes(room: Room, request: ColumnsSaid) -> Iterator[RefusedError]:
    """Everything that cannot be: a column that says two things, and nothing that says whose a row is."""
    del room
    taken: dict[str, str] = {}
    for field, column in request.columns:
        if taken.setdefault(column, field) != field:
            yield RefusedError("columns.twice", field=field, column=quoted(column))
    if not any(field in WHO for field, _ in request.columns):
        yield RefusedError("columns.who")


async def say_columns(room: Room, request: ColumnsSaid) -> Reply:
    """Keep which column says what. Raises RefusedError."""
    for mistake in mistakes(room, request):
        raise mistake
    said = {plain(column): field for field, column in request.columns}
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        known = ledger.company.organisation
        before = {column: field for column, field in known.columns if column not in said}
        kept = dict(list(before.items())[-MOST_KEPT:]) | said
        await ledger.configure(replace(known, columns=tuple(sorted(kept.items()))))
    lines = [room.words.say("columns.noted")]
    return page(lines, sections(lines, room.words), room.words)
