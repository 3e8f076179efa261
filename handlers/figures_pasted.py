"""A metric's values of several months, typed or pasted as a column, recorded together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from domain.changes import ReportFigure
from domain.dates import Month
from handlers.errors import RefusedError, sentence_for
from handlers.figure_requests import FiguresReport
from handlers.records import figure_metric, month_in, value_in
from handlers.render.records import figures_recorded
from handlers.replies import Reply
from handlers.room import Room
from handlers.writing import Planned, write

MOST_MONTHS = 60
MOST_TOLD = 3
LONG_AGO = Month(1900, 1)
"""Stands for a first month that cannot be read, so that the amounts are looked at all the same."""
MONEY = re.compile(r"\s*(?:US\$|[$€£]|USD|EUR|GBP)\s*")
MONTH = re.compile(r"(\d{4}-\d{1,2})(?:-\d{1,2})?[\s;:=]+(.*)", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Column:
    """What was pasted: each month's amount, and what is wrong, line by line."""

    values: Mapping[Month, Decimal]
    mistakes: tuple[tuple[int, RefusedError], ...]


async def figures(room: Room, request: FiguresReport) -> Reply:
    """Record all that was pasted, in one transaction. Raises RefusedError."""
    for refusal in mistakes(room, request):
        raise refusal
    metric, column = figure_metric(room, request.metric), _column(room, request, _first(room, request))
    changes = [ReportFigure(metric.id, month, value) for month, value in column.values.items()]
    return figures_recorded(room, await write(room, lambda _: Planned(changes)), metric, column.values)


def mistakes(room: Room, request: FiguresReport) -> Iterator[RefusedError]:
    """Everything about the request that cannot be: the metric, the first month, and the lines that are wrong."""
    first: Month | None = LONG_AGO
    try:
        figure_metric(room, request.metric)
        first = _first(room, request)
    except RefusedError as refusal:
        yield refusal
    column = _column(room, request, first)
    if column.mistakes:
        yield _told(room, column)
    elif not column.values:
        yield RefusedError("figures.none")
    elif len(column.values) > MOST_MONTHS:
        yield RefusedError("figures.too_many", most=MOST_MONTHS)


def _told(room: Room, column: Column) -> RefusedError:
    """The first lines that are wrong, and how many more there are."""
    lines = [
        room.words.say("figures.line", n=number, why=sentence_for(refusal, room.words, room.caller.request))
        for number, refusal in column.mistakes[:MOST_TOLD]
    ]
    if more := len(column.mistakes) - MOST_TOLD:
        lines += [room.words.say("figures.more_lines", n=more)] if more > 0 else []
    return RefusedError("figures.wrong", lines=" ".join(lines))


def _first(room: Room, request: FiguresReport) -> Month | None:
    return month_in(room, request.first) if request.first else None


def _column(room: Room, request: FiguresReport, first: Month | None) -> Column:
    values: dict[Month, Decimal] = {}
    wrong: list[tuple[int, RefusedError]] = []
    month = first
    lines = [line.strip() for line in (request.values or "").splitlines()]
    for number, line in enumerate(lines, 1):
        if not line:
            continue
        try:
            month, amount = _read(room, line, month)
            if month in values:
                raise RefusedError("figures.twice", month=room.words.month(month.first_day))  # noqa: TRY301 - a line's
            values[month] = value_in(amount)
        except RefusedError as refusal:
            wrong.append((number, refusal))
        month = month.plus(1) if month is not None else None
    return Column(values, tuple(wrong))


def _read(room: Room, line: str, month: Month | None) -> tuple[Month, str]:
    """The month and the amount of a line. Raises RefusedError."""
    named = MONTH.fullmatch(line)
    if named is not None:
        return month_in(room, named[1]), MONEY.sub("", named[2])
    if month is None:
        raise RefusedError("figures.no_month")
    return month_in(room, str(month)), MONEY.sub("", line)
