"""Tables as an XLSX workbook, in one place: openpyxl, which is loaded when the first is written."""

import io
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from handlers.sheets import Cell, Sheet, as_text

LONGEST_IN_CELL = 32_000
LONGEST_TITLE = 31
WIDEST, NARROWEST = 60, 8
LOOKED_AT = 200
ODD = ("=", "#")
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Tables as one workbook: the first row stays in sight, and text stays text whatever it begins with."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(_titled(sheet.title)), sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _write(table: Any, sheet: Sheet) -> None:  # noqa: ANN401 - the types know no write-only worksheets
    table.freeze_panes = "A2"
    for number, width in enumerate(_widths(sheet), 1):
        table.column_dimensions[get_column_letter(number)].width = width
    table.append([_cell(table, name, bold=True) for name in sheet.head])
    for row in sheet.rows:
        table.append([_cell(table, value) for value in row])


def _cell(table: Any, value: Cell, *, bold: bool = False) -> object:  # noqa: ANN401 - the same
    """A cell; only what a spreadsheet would take for more than text needs to say that it is text."""
    known = as_text(value)[:LONGEST_IN_CELL] if isinstance(value, str) else value
    if isinstance(known, datetime):
        return known.replace(tzinfo=None)  # a spreadsheet knows no time zones
    if not (bold or (isinstance(known, str) and (known.startswith(ODD) or "\n" in known))):
        return known
    made = WriteOnlyCell(table, value=None)
    made.value, made.data_type = known, "s"
    made.alignment = WRAPPED
    if bold:
        made.font = BOLD
    return made


def _widths(sheet: Sheet) -> Iterable[int]:
    for place, name in enumerate(sheet.head):
        longest = max((_longest(row[place]) for row in sheet.rows[:LOOKED_AT]), default=0)
        yield min(WIDEST, max(NARROWEST, len(name), longest) + 2)


def _longest(cell: Cell) -> int:
    return max(map(len, as_text(cell).split("\n")))


def _titled(title: str) -> str:
    return _NOT_IN_TITLE.sub(" ", title)[:LONGEST_TITLE].strip() or "1"
