"""A file to the rows of a table: comma-, semicolon- or tab-separated, in UTF-8 or UTF-16, or rows read elsewhere.

A file that is something else, or only half a file, is refused as a whole; nothing of it is used.
"""

import csv
import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

MOST_BYTES = 50 * 2**20
MOST_ROWS = 100_000
DELIMITERS = (",", ";", "\t")
FORMATS: Mapping[bytes, str] = {
    b"PK\x03\x04": "no_workbook",
    b"\xd0\xcf\x11\xe0": "workbook_locked",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"%PDF": "pdf",
    b"{": "json",
    b"[": "json",
    b"<": "page",
}
LINE_ENDS = (b"\n", b"\r", b"\n\0", b"\r\0")
_LOOKED_AT = 4096
_CUT_OFF = frozenset({"unexpected end of data", "truncated data"})


class FileRefusedError(ValueError):
    """A file cannot be used. `why` is a short word for the reason, `values` what its sentence names."""

    def __init__(self, why: str, **values: object) -> None:
        super().__init__(why)
        self.why = why
        self.values = values


@dataclass(frozen=True, slots=True)
class Grid:
    """A file that was taken apart into rows of cells already, such as a workbook; empty cells at a row's end may lack.

    Its rows may raise FileRefusedError while they are read.
    """

    rows: Iterable[Sequence[str]]


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of the file, by its number in a spreadsheet: the cells by their column, None where they do not fit."""

    number: int
    cells: Mapping[str, str] | None


def read_table(
    content: bytes | Grid, required: Sequence[str], known: Sequence[str], heard: Callable[[int], None] | None = None
) -> Iterator[RawRow]:
    """The rows of a file whose first row names its columns; empty rows are left out.

    Args:
        content: the whole file.
        required: columns that have to be there; case and spaces do not matter.
        known: columns to read when they are there; all others are ignored.
        heard: called with the number of each row, to show progress.

    Raises FileRefusedError, at the start or at the row where the file turns out to be unusable.
    """
    numbered = _numbered(content)
    header = _header(numbered)
    places = _places(header, required, known)
    for count, (number, cells) in enumerate(_filled_rows(numbered, len(header), content), 1):
        if heard is not None:
            heard(count)
        fits = len(cells) == len(header)
        yield RawRow(number, {name: cells[place].strip() for name, place in places.items()} if fits else None)


def header_of(content: bytes | Grid) -> tuple[str, ...]:
    """What the columns of a file are called, as it writes them. Raises FileRefusedError."""
    return tuple(" ".join(cell.split()) for cell in _header(_numbered(content)))


def _numbered(content: bytes | Grid) -> Iterator[tuple[int, Sequence[str]]]:
    if isinstance(content, bytes) and len(content) > MOST_BYTES:
        raise FileRefusedError("too_large", most=MOST_BYTES // 2**20)
    return iter(enumerate(content.rows if isinstance(content, Grid) else _records(content), 1))


def _header(numbered: Iterator[tuple[int, Sequence[str]]]) -> Sequence[str]:
    header = next((cells for _, cells in numbered if _filled(cells)), None)
    if header is None:
        raise FileRefusedError("empty")
    return header


def _filled_rows(
    numbered: Iterator[tuple[int, Sequence[str]]], columns: int, content: bytes | Grid
) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows after the first that hold anything: at least one, and no more than we read."""
    count = 0
    whole = _padded(numbered, columns) if isinstance(content, Grid) else _whole(numbered, columns, content)
    for number, cells in whole:
        count += 1
        if count > MOST_ROWS:
            raise FileRefusedError("too_many", most=MOST_ROWS)
        yield number, cells
    if not count:
        raise FileRefusedError("no_rows")


def _padded(numbered: Iterator[tuple[int, Sequence[str]]], columns: int) -> Iterator[tuple[int, Sequence[str]]]:
    for number, cells in numbered:
        if _filled(cells):
            yield number, (*cells, *[""] * (columns - len(cells)))


def _whole(
    numbered: Iterator[tuple[int, Sequence[str]]], columns: int, content: bytes
) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows that hold anything; a last row that breaks off shows that the file did not arrive as a whole."""
    short: tuple[int, Sequence[str]] | None = None
    for number, cells in numbered:
        if short is not None and _filled(cells):
            yield short
            short = None
        if len(cells) < columns and _filled(cells):
            short = number, cells
        elif _filled(cells):
            yield number, cells
    if short is not None:
        if not content.endswith(LINE_ENDS):
            raise FileRefusedError("half", row=short[0])
        yield short


def _records(content: bytes) -> Iterator[list[str]]:
    row = 0
    try:
        lines = io.TextIOWrapper(io.BytesIO(content), _encoding(content), newline="")
        first = lines.readline()
        if first.lower().startswith("sep="):
            first = lines.readline()
        delimiter = max(DELIMITERS, key=first.count)
        for row, record in enumerate(csv.reader(chain([first], lines), delimiter=delimiter, strict=True), 1):  # noqa: B007 - named in the refusal
            yield record
    except UnicodeDecodeError as error:
        raise FileRefusedError("half" if error.reason in _CUT_OFF else "encoding", row=row + 1) from error
    except csv.Error as error:
        raise FileRefusedError("half" if "end of data" in str(error) else "quotes", row=row + 1) from error


def _encoding(content: bytes) -> str:
    """UTF-16 where its mark says so, otherwise UTF-8 with or without its mark."""
    if not content.strip():
        raise FileRefusedError("empty")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) and not content.startswith(b"\xff\xfe\0\0"):
        return "utf-16"
    found = next((kind for start, kind in FORMATS.items() if content.lstrip().startswith(start)), None)
    if found is not None:
        raise FileRefusedError(found)
    if b"\0" in content[:_LOOKED_AT]:
        raise FileRefusedError("binary")
    return "utf-8-sig"


def _places(header: Sequence[str], required: Sequence[str], known: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands."""
    named = [_plain(cell) for cell in header]
    missing = [column for column in required if _plain(column) not in named]
    if missing:
        raise FileRefusedError("columns", columns=missing)
    wanted = {_plain(column): column for column in known}
    twice = [wanted[name] for name in wanted if named.count(name) > 1]
    if twice:
        raise FileRefusedError("columns_twice", columns=twice)
    return {wanted[name]: place for place, name in enumerate(named) if name in wanted}


def _plain(column: str) -> str:
    return "".join(column.split()).casefold()


def _filled(cells: Collection[str]) -> bool:
    return any(cell.strip() for cell in cells)
