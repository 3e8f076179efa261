"""XLSX workbooks as rows of text. A formula is never evaluated: what the spreadsheet last worked out is read.

A file is looked at before it is unpacked: what would unpack to more than we read, or declares entities, is refused.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import IO

from domain.exports import FileRefusedError, Grid

START = b"PK\x03\x04"
MOST_UNPACKED = 200 * 2**20
MOST_STRINGS = 60 * 2**20
MOST_PARTS = 500
MOST_TAGS = 2_000_000
"""Tags in any part beside sheets and their texts: those are read as a whole."""
_HEAD = 2000
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
        raise too_much() if why == "workbook_bomb" else FileRefusedError(why)


def too_much() -> FileRefusedError:
    """The refusal of a file that holds more than we read."""
    return FileRefusedError("workbook_bomb", most=MOST_UNPACKED // 2**20)


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
                head = unpacked.read(_HEAD)
                if b"<!" in head.replace(b"<!--", b""):
                    return "workbook_broken"
                if not part.filename.startswith((_SHEETS, _STRINGS)) and _tags(head, unpacked) > MOST_TAGS:
                    return "workbook_bomb"
    return None


def _tags(head: bytes, rest: IO[bytes]) -> int:
    return head.count(b"<") + sum(piece.count(b"<") for piece in iter(lambda: rest.read(2**20), b""))


def _read(content: bytes) -> Iterator[list[str]]:
    from handlers.worksheets import TooMuchError, first_sheet  # noqa: PLC0415 - loads openpyxl, which few need

    try:
        yield from first_sheet(content)
    except TooMuchError as error:
        raise too_much() from error
