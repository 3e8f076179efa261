"""A table of monthly figures: a metric in each column, or a row for each metric and month; read without a guess.

Every mistake of the file is found at once, each with its row and column; a file with a mistake brings nothing.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from domain.changes import ReportFigure
from domain.dates import Month
from domain.exports import FileRefusedError, Grid, RawRow, read_table
from domain.facts import Facts

MOST_FIGURES = 20_000

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class FigureCell:
    """A value as it was read: of which metric and month, and in which row."""

    metric: str
    month: Month
    value: Decimal
    row: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that cannot be used: in which row and column, a word for why, and what its sentence names."""

    row: int
    column: str
    why: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures: what it says, and what is wrong with it."""

    figures: tuple[FigureCell, ...]
    mistakes: tuple[Mistake, ...]


@dataclass(frozen=True, slots=True)
class FigurePlan:
    """What a table of figures brings: new values, other values in place of known ones, and how many are known."""

    new: tuple[FigureCell, ...]
    other: tuple[FigureCell, ...]
    known: int

    @property
    def changes(self) -> list[ReportFigure]:
        """The changes that record it."""
        return [ReportFigure(each.metric, each.month, each.value) for each in (*self.new, *self.other)]


class NotReadError(ValueError):
    """A cell is no month, or no value: a word for why, and what its sentence names."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.why, self.values = why, values


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a table says what: the columns of the month, of the metric and its value, or of each metric by its id."""

    month: str
    metric: str | None
    value: str | None
    metrics: Mapping[str, str]

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that is read."""
        return tuple(each for each in (self.month, self.metric, self.value, *self.metrics) if each is not None)


@dataclass(frozen=True, slots=True)
class Readers:
    """How cells are read; each raises NotReadError."""

    month: Callable[[str], Month]
    value: Callable[[str], Decimal]
    metric: Callable[[str], str]


def read_figures(content: bytes | Grid, layout: Layout, readers: Readers) -> FigureTable:
    """Read a table. Raises FileRefusedError where it cannot be used as a whole."""
    found: dict[tuple[str, Month], FigureCell] = {}
    mistakes: list[Mistake] = []
    for row in read_table(content, layout.columns, layout.columns):
        for each in _row(row, layout, readers):
            if isinstance(each, Mistake):
                mistakes.append(each)
                continue
            before = found.setdefault((each.metric, each.month), each)
            if before.value != each.value:
                mistakes.append(Mistake(each.row, layout.month, "twice", {"first": before.row}))
        if len(found) > MOST_FIGURES:
            raise FileRefusedError("too_many", most=MOST_FIGURES)
    return FigureTable(tuple(found.values()), tuple(mistakes))


def planned(facts: Facts, table: FigureTable) -> FigurePlan:
    """What of a table is new, and what stands in place of something else."""
    new, other, known = [], [], 0
    for each in table.figures:
        now = facts.figures.get(each.metric, {}).get(each.month)
        known += now == each.value
        if now is None:
            new.append(each)
        elif now != each.value:
            other.append(each)
    return FigurePlan(tuple(new), tuple(other), known)


def _row(row: RawRow, layout: Layout, readers: Readers) -> Iterator[FigureCell | Mistake]:
    if row.cells is None:
        yield Mistake(row.number, "", "cells", {})
        return
    cells = row.cells
    month = _read(readers.month, cells, layout.month, row.number)
    if isinstance(month, Mistake):
        yield month
    for metric, column in _places(cells, layout, readers, row.number):
        if isinstance(metric, Mistake):
            yield metric
        value = _read(readers.value, cells, column, row.number)
        if isinstance(value, Mistake):
            yield value
        elif isinstance(metric, str) and isinstance(month, Month):
            yield FigureCell(metric, month, value, row.number)


def _places(
    cells: Mapping[str, str], layout: Layout, readers: Readers, number: int
) -> Sequence[tuple[str | Mistake, str]]:
    """The metrics of a row, each with the column of its value; an empty cell of a metric's column says nothing."""
    if layout.metric is None or layout.value is None:
        return [(metric, column) for column, metric in layout.metrics.items() if cells[column]]
    return [(_read(readers.metric, cells, layout.metric, number), layout.value)]


def _read(reader: Callable[[str], Read], cells: Mapping[str, str], column: str, number: int) -> Read | Mistake:
    try:
        return reader(cells[column])
    except NotReadError as error:
        return Mistake(number, column, error.why, error.values)
