"""Many figures from one file: a preview with every mistake at once, one transaction, and taking them back as one."""

import asyncio
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from domain.archive import AuditFilter
from domain.changes import ReportFigure
from domain.corrections import WithdrawFigure
from domain.dates import Month
from domain.exports import FileRefusedError
from domain.facts import Facts
from domain.figure_table import FigurePlan, FigureTable, Layout, NotReadError, Readers, planned, read_figures
from domain.ports import Ledger, Upload
from domain.spreadsheets import plain
from handlers.columns import METRIC, MONTH, VALUE, metrics_called
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.incoming import Incoming, refused
from handlers.joint import figures_of, settle_figures
from handlers.records import month_in, value_in
from handlers.render.figure_files import figures_previewed, figures_taken, figures_taken_back, figures_wrong
from handlers.replies import Reply
from handlers.room import Room
from handlers.workbooks import opened
from handlers.writing import written

_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.]0?1)?", re.ASCII)
_MONTH_FIRST = re.compile(r"(?:0?1[./])?(\d{1,2})[-/.](\d{4})", re.ASCII)
KIND = frozenset({"ReportFigure"})

Made = TypeVar("Made")


async def receive_figures(room: Room, upload: Upload, incoming: Incoming) -> Reply:
    """Say what a table of figures would bring; nothing changes before the button. Raises RefusedError."""
    shown, found = await preview_figures(room, upload, incoming)
    if found is not None and found.changes:
        async with room.change() as ledger:
            await ledger.keep_upload(upload)
    return shown


async def preview_figures(room: Room, upload: Upload, incoming: Incoming) -> tuple[Reply, FigurePlan | None]:
    """What a table of figures would bring; None with its mistakes where there are any. Raises RefusedError."""
    table = await read_table_of(room, upload.content, incoming)
    if table.mistakes:
        return figures_wrong(room, upload.file, table), None
    found = planned(figures_of(room, room.company), table)
    unread = left_out_of(incoming.header, metrics_called(room.programme))
    return figures_previewed(room, upload, found, unread), found


async def take_figures(room: Room, ledger: Ledger, upload: Upload, incoming: Incoming) -> Reply:
    """Record what a table brings, in the transaction of a ledger; its request is the upload. Raises RefusedError."""
    table = await read_table_of(room, upload.content, incoming)
    if table.mistakes:
        return figures_wrong(room, upload.file, table)
    before = ledger.company.facts
    found = planned(figures_of(room, ledger.company), table)
    due = await settle_figures(room, ledger, found.changes)
    done = written(room, before, ledger.company, due, changed=bool(found.changes))
    return figures_taken(room, upload, len(found.changes), done)


async def press_take_back(room: Room, value: str) -> Reply:
    """Withdraw what a table brought and nobody has changed since; what was reported before holds again."""
    entries = await room.tools.companies.audited(room.company.organisation.id, AuditFilter(kinds=KIND))
    brought = [entry for entry in entries if entry.request == value]

    def taken_back(facts: Facts) -> Sequence[ReportFigure | WithdrawFigure]:
        changes: list[ReportFigure | WithdrawFigure] = []
        for entry in brought:
            metric, _, month = entry.subject.rpartition(" ")
            at = Month.parse(month)
            now = facts.figures.get(metric, {}).get(at)
            if now is not None and now == Decimal(str(entry.after)):
                changes.append(WithdrawFigure(metric, at, ""))
                if entry.before is not None:
                    changes.append(ReportFigure(metric, at, Decimal(str(entry.before))))
        return changes

    async with room.change() as ledger:
        before = ledger.company.facts
        changes = taken_back(figures_of(room, ledger.company))
        due = await settle_figures(room, ledger, changes)
        done = written(room, before, ledger.company, due, changed=bool(changes))
    if not done.changed:
        raise RefusedError("import.no_batch")
    return figures_taken_back(room, sum(isinstance(change, WithdrawFigure) for change in changes), done)


async def read_table_of(room: Room, content: bytes, incoming: Incoming) -> FigureTable:
    """The figures of a file, and its mistakes. Raises RefusedError where it cannot be used as a whole."""
    called = metrics_called(room.programme)
    readers = Readers(
        month=_careful(lambda text: month_in(room, _month(text))),
        value=_careful(value_in),
        metric=lambda text: _metric(called, text),
    )
    layout = _layout(incoming.header, called)
    try:
        return await asyncio.to_thread(lambda: read_figures(opened(content), layout, readers))
    except FileRefusedError as error:
        raise refused(room, error) from error


def _layout(header: Sequence[str], called: Mapping[str, str]) -> Layout:
    """Where a table says what; a column that is no metric of the programme is left out."""
    named = {plain(column): column for column in header}
    month = next(named[key] for key in named if key in MONTH)
    metric = next((named[key] for key in named if key in METRIC), None)
    value = next((named[key] for key in named if key in VALUE), None)
    if metric is not None and value is not None:
        return Layout(month, metric, value, {})
    return Layout(month, None, None, {named[key]: called[key] for key in named if key in called})


def left_out_of(header: Sequence[str], called: Mapping[str, str]) -> Sequence[str]:
    """The columns of a table that are no metric of the programme."""
    layout = _layout(header, called)
    return [column for column in header if column and column not in layout.columns]


def _careful(read: Callable[[str], Made]) -> Callable[[str], Made]:
    """A reader of cells whose refusals are a mistake of the cell."""

    def reader(text: str) -> Made:
        try:
            return read(text)
        except RefusedError as error:
            raise NotReadError(error.key, **error.values) from error

    return reader


def _metric(called: Mapping[str, str], text: str) -> str:
    found = called.get(plain(text))
    if found is None:
        raise NotReadError("table.unknown_metric", metric=quoted(text or "–"))
    return found


def _month(text: str) -> str:
    """A month as YYYY-MM, however a spreadsheet writes it; anything else as it is."""
    year_first, month_first = _YEAR_FIRST.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    if year_first is not None:
        return f"{year_first[1]}-{int(year_first[2]):02d}"
    return text if month_first is None else f"{month_first[2]}-{int(month_first[1]):02d}"
