"""Tables as files, in one place: CSV that no spreadsheet takes for formulas, and XLSX with typed dates and numbers."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from handlers.replies import Document

Cell: TypeAlias = str | int | Decimal | date | None
FileFormat: TypeAlias = Literal["csv", "xlsx"]

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_IN_CELL = 32_000
LONGEST_TITLE = 31
WIDEST, NARROWEST = 60, 8
LOOKED_AT = 200
ODD = ("=", "#")
BOLD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what it is called, what its columns are called, and its rows."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def document(name: str, sheet: Sheet, form: FileFormat) -> Document:
    """A table as a file of that name."""
    content = as_csv(sheet) if form == "csv" else as_xlsx([sheet])
    return Document(f"{name}.{form}", f"{name}.{form}", content)


def as_csv(sheet: Sheet) -> bytes:
    """A table as CSV, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(sheet.head)
    for row in sheet.rows:
        table.writerow([harmless(_plain(cell)) if isinstance(cell, str) else _plain(cell) for cell in row])
    return (MARK + written.getvalue()).encode("utf-8", "replace")


def as_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """Tables as one workbook: the first row stays in sight, and text stays text whatever it begins with."""
    book = Workbook(write_only=True)
    for sheet in sheets:
        _write(book.create_sheet(_titled(sheet.title)), sheet)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def honest(text: str) -> str:
    """A cell as it was before it was made harmless."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def _write(table: Any, sheet: Sheet) -> None:  # noqa: ANN401 - the types know no write-only worksheets
    table.freeze_panes = "A2"
    for number, width in enumerate(_widths(sheet), 1):
        table.column_dimensions[get_column_letter(number)].width = width
    table.append([_cell(table, name, bold=True) for name in sheet.head])
    for row in sheet.rows:
        table.append([_cell(table, value) for value in row])


def _cell(table: Any, value: Cell, *, bold: bool = False) -> object:  # noqa: ANN401 - the same
    """A cell; only what a spreadsheet would take for more than text needs to say that it is text."""
    known = _plain(value)[:LONGEST_IN_CELL] if isinstance(value, str) else value
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
    return max(map(len, _plain(cell).split("\n")))


def _plain(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    return "" if cell is None else _UNWRITABLE.sub("", str(cell))


def _titled(title: str) -> str:
    return _NOT_IN_TITLE.sub(" ", title)[:LONGEST_TITLE].strip() or "1"
