"""Tables as files, in one place: CSV that no spreadsheet takes for formulas, and XLSX with typed dates and numbers."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, TypeAlias

from handlers.replies import Document

Cell: TypeAlias = str | int | Decimal | date | None
FileFormat: TypeAlias = Literal["csv", "xlsx"]

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: what it is called, what its columns are called, and its rows."""

    title: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]


def document(name: str, sheet: Sheet, form: FileFormat, separator: str = ",") -> Document:
    """A table as a file of that name."""
    content = as_csv(sheet, separator) if form == "csv" else as_xlsx([sheet])
    return Document(f"{name}.{form}", f"{name}.{form}", content)


def as_csv(sheet: Sheet, separator: str = ",") -> bytes:
    """A table as CSV, in UTF-8 with the mark by which spreadsheets know it.

    `separator` stands between cells: spreadsheets of another language put everything into one column.
    """
    written = io.StringIO()
    table = csv.writer(written, delimiter=separator)
    table.writerow(sheet.head)
    for row in sheet.rows:
        table.writerow([harmless(as_text(cell)) if isinstance(cell, str) else as_text(cell) for cell in row])
    return (MARK + written.getvalue()).encode("utf-8", "replace")


def as_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """Tables as one workbook: the first row stays in sight, and text stays text whatever it begins with."""
    from handlers.xlsx import workbook  # noqa: PLC0415 - loads openpyxl, which few need

    return workbook(sheets)


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def honest(text: str) -> str:
    """A cell as it was before it was made harmless."""
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


def as_text(cell: Cell) -> str:
    """A cell as text, without what neither kind of file can hold."""
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    return "" if cell is None else _UNWRITABLE.sub("", str(cell))
