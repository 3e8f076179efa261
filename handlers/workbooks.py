"""XLSX workbooks as rows of text. A formula is never evaluated: what the spreadsheet last worked out is read.

A file is looked at before it is unpacked: what would unpack to more than we read, or declares entities, is refused.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook

from domain.exports import MOST_ROWS, FileRefusedError, Grid

START = b"PK\x03\x04"
MOST_UNPACKED = 200 * 2**20
MOST_STRINGS = 60 * 2**20
MOST_PARTS = 500
MOST_COLUMNS = 100
MOST_EMPTY = 2 * MOST_ROWS
MOST_CELLS = 50 * MOST_ROWS
_HEAD = 2000
_WHOLE = 10**15
_STRINGS = "xl/sharedStrings.xml"
_SHEETS = "xl/worksheets/"


def opened(content: bytes) -> bytes | Grid:
    """A workbook as its rows; anything else as it is. Raises FileRefusedError."""
    return Grid(_rows(content)) if content.startswith(START) else content


def _rows(content: bytes) -> Iterator[list[str]]:
    _look_at(content)
    try:
        yield from _read(content)
    except FileRefusedError:
        raise
    except Exception as error:
        raise FileRefusedError("workbook_broken") from error


def _look_at(content: bytes) -> None:
    """Judge a file by what it says it holds; Python unpacks no more of a part than that."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            why = _judge(parts) or _odd(packed, parts)
    except Exception as error:
        raise FileRefusedError("workbook_broken") from error
    if why is not None:
        raise FileRefusedError(why, **({"most": MOST_UNPACKED // 2**20} if why == "workbook_bomb" else {}))


def _judge(parts: Sequence[zipfile.ZipInfo]) -> str | None:
    if not any(part.filename.startswith(_SHEETS) for part in parts):
        return "no_workbook"
    if any(part.flag_bits & 1 for part in parts):
        return "workbook_locked"
    strings = sum(part.file_size for part in parts if part.filename == _STRINGS)
    too_much = sum(part.file_size for part in parts) > MOST_UNPACKED or strings > MOST_STRINGS
    return "workbook_bomb" if too_much or len(parts) > MOST_PARTS else None


def _odd(packed: zipfile.ZipFile, parts: Sequence[zipfile.ZipInfo]) -> str | None:
    """Spreadsheets declare nothing in their parts; what does would have us unfold it."""
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            with packed.open(part) as unpacked:
                if b"<!" in unpacked.read(_HEAD).replace(b"<!--", b""):
                    return "workbook_broken"
    return None


def _read(content: bytes) -> Iterator[list[str]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        yield from _of(book.worksheets[0])
    finally:
        book.close()


def _of(sheet: Any) -> Iterator[list[str]]:  # noqa: ANN401 - the types know no read-only worksheets
    """The rows of a sheet; some files say of themselves that they go on without end."""
    cells, empty = 0, 0
    sheet.reset_dimensions()
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
        empty = 0 if row else empty + 1
        if empty > MOST_EMPTY or cells > MOST_CELLS:
            raise FileRefusedError("workbook_bomb", most=MOST_UNPACKED // 2**20)
        yield [_text(cell) if cell is not None else "" for cell in row[:MOST_COLUMNS]]


def _text(cell: object) -> str:
    match cell:
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
        case date():
            return cell.isoformat()
        case float() if abs(cell) < _WHOLE:
            return str(int(cell)) if cell.is_integer() else f"{Decimal(repr(cell)):f}"
        case _:
            return str(cell)
