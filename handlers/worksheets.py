"""The rows of a worksheet while its XML comes in: no tree is built, so that no file takes more memory than its rows.

openpyxl still says what the parts of a workbook mean: which styles are dates, and which day a number is. It reads
cells, too, but more slowly, keeps every element of a row, and first walks through a sheet that does not say how large
it is.
"""

import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from itertools import product
from string import ascii_uppercase, digits
from typing import IO, Any, TypeAlias
from xml.parsers import expat
from zipfile import ZipFile

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.xml.constants import ARC_STYLE, SHARED_STRINGS
from openpyxl.xml.functions import fromstring

from domain.exports import MOST_ROWS

MOST_COLUMNS = 100
MOST_CELLS = 50 * MOST_ROWS
LAST_ROW = 3 * MOST_ROWS
_AT_ONCE = 2**16
_WHOLE = 10**15
_LETTERS = (*ascii_uppercase, *map("".join, product(ascii_uppercase, repeat=2)))
_PLACES: Mapping[str, int] = {letters: place for place, letters in enumerate(_LETTERS[:MOST_COLUMNS])}

Begun: TypeAlias = Callable[[dict[str, str]], None]


class TooMuchError(ValueError):
    """A sheet goes on for longer than anybody reads."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the cells of a workbook rest on: its texts, its first day, and the styles that are days or durations."""

    texts: Sequence[str]
    epoch: datetime
    days: Collection[int]
    durations: Collection[int]


def first_sheet(content: bytes) -> Iterator[list[str]]:
    """The rows of a workbook's first sheet, as text. Raises what `rows_in` raises, and what openpyxl does."""
    book = ExcelReader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    with book.archive as packed:
        book.read_manifest()
        book.read_workbook()
        meaning = _meaning(book, packed)
        with packed.open(_first_sheet(book)) as source:
            yield from rows_in(source, meaning)


def _first_sheet(book: ExcelReader) -> str:
    found = (rel for _, rel in book.parser.find_sheets() if rel.target in book.valid_files)
    return next(str(rel.target) for rel in found if "chartsheet" not in rel.Type)


def _meaning(book: ExcelReader, packed: ZipFile) -> Meaning:
    shared = next((part for part in book.package.Override if part.ContentType == SHARED_STRINGS), None)
    texts: Sequence[str] = ()
    if shared is not None:
        with packed.open(shared.PartName[1:]) as source:
            texts = texts_in(source)
    if ARC_STYLE not in book.valid_files:
        return Meaning(texts, book.wb.epoch, (), ())
    tree: Any = fromstring(packed.read(ARC_STYLE))
    styles: Any = Stylesheet.from_tree(tree)  # the types do not know what it works out
    return Meaning(texts, book.wb.epoch, styles.date_formats, styles.timedelta_formats)


def texts_in(source: IO[bytes]) -> list[str]:
    """The texts that the cells of a workbook share. Raises ExpatError."""
    found = _Texts()
    found.read_all(source)
    return found.texts


def rows_in(source: IO[bytes], meaning: Meaning) -> Iterator[list[str]]:
    """The rows of a sheet, as text, at most MOST_COLUMNS wide; a row that is left out is empty.

    Raises TooMuchError, and for what is broken ExpatError, ValueError, LookupError or OverflowError.
    """
    sheet, number = _Sheet(meaning), 0
    for _ in sheet.read(source):
        for place, row in sheet.complete():
            if place <= number:
                continue
            if place > LAST_ROW:
                raise TooMuchError
            yield from ([] for _ in range(number + 1, place))
            yield row
            number = place


class _Part:
    """Takes in a part of a workbook: what `begins` and `ends` name, in whatever prefix the part writes it."""

    def __init__(self) -> None:
        self.begins: dict[str, Begun] = {}
        self.ends: dict[str, Callable[[], None]] = {}
        self.said: list[str] | None = None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = _declared
        self._parser.StartElementHandler = self._root

    def read(self, source: IO[bytes]) -> Iterator[None]:
        """Take in a part piece by piece."""
        while piece := source.read(_AT_ONCE):
            self._parser.Parse(piece, False)  # noqa: FBT003 - expat's own way to say that more follows
            yield
        self._parser.Parse(b"", True)  # noqa: FBT003 - the end
        yield

    def read_all(self, source: IO[bytes]) -> None:
        """Take in a whole part."""
        for _ in self.read(source):
            pass

    def listen(self) -> None:
        """Hear text from here on, until `heard`."""
        self.said = []

    def heard(self) -> str:
        """The text since `listen`."""
        said, self.said = self.said or [], None
        return said[0] if len(said) == 1 else "".join(said)

    def _root(self, name: str, _: dict[str, str]) -> None:
        prefix = name[: name.find(":") + 1]
        begins = {prefix + known: act for known, act in self.begins.items()}
        ends = {prefix + known: act for known, act in self.ends.items()}

        def begin(name: str, found: dict[str, str]) -> None:
            if (act := begins.get(name)) is not None:
                act(found)

        def end(name: str) -> None:
            if (act := ends.get(name)) is not None:
                act()

        self._parser.StartElementHandler, self._parser.EndElementHandler = begin, end
        self._parser.CharacterDataHandler = self._take

    def _take(self, text: str) -> None:
        if self.said is not None:
            self.said.append(text)


def _declared(*_: object) -> None:
    raise ValueError("spreadsheets declare nothing")


class _Texts(_Part):
    """The shared texts, each from all its pieces but those that say how it is pronounced."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._aloud = False
        self.begins = {"si": self._begin, "t": self._piece, "rPh": self._pronounced}
        self.ends = {"t": self._keep, "si": self._end, "rPh": self._written}

    def _begin(self, _: dict[str, str]) -> None:
        self._pieces = []

    def _pronounced(self, _: dict[str, str]) -> None:
        self._aloud = True

    def _written(self) -> None:
        self._aloud = False

    def _piece(self, _: dict[str, str]) -> None:
        self.listen()

    def _keep(self) -> None:
        said = self.heard()
        if not self._aloud:
            self._pieces.append(said)

    def _end(self) -> None:
        self.texts.append("".join(self._pieces))


class _Sheet(_Part):
    """The rows of a sheet as they become complete."""

    def __init__(self, meaning: Meaning) -> None:
        super().__init__()
        self._meaning = meaning
        self._done: list[tuple[int, list[str]]] = []
        self._row: list[str] = []
        self._number, self._place, self._cells = 0, 0, 0
        self._kind, self._style, self._value = "n", "0", ""
        self.begins = {"row": self._begin_row, "c": self._begin_cell, "v": self._begin_value, "t": self._begin_text}
        self.ends = {"row": self._end_row, "c": self._end_cell, "v": self._end_value, "t": self._end_value}

    def complete(self) -> Iterator[tuple[int, list[str]]]:
        """The rows that are complete since the last time, with their numbers."""
        done, self._done = self._done, []
        return iter(done)

    def _begin_row(self, found: dict[str, str]) -> None:
        self._number = int(float(found["r"])) if "r" in found else self._number + 1
        self._row, self._place = [], -1

    def _end_row(self) -> None:
        self._done.append((self._number, self._row))

    def _begin_cell(self, found: dict[str, str]) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise TooMuchError
        at = found.get("r")
        self._place = self._place + 1 if at is None else _PLACES.get(at.rstrip(digits), MOST_COLUMNS)
        self._kind, self._style, self._value = found.get("t", "n"), found.get("s", "0"), ""

    def _begin_value(self, _: dict[str, str]) -> None:
        if self._kind != "inlineStr":
            self.listen()

    def _begin_text(self, _: dict[str, str]) -> None:
        if self._kind == "inlineStr":
            self.listen()

    def _end_value(self) -> None:
        if self.said is not None:
            self._value += self.heard()

    def _end_cell(self) -> None:
        if self._value and self._place < MOST_COLUMNS:
            self._row += [""] * (self._place + 1 - len(self._row))
            self._row[self._place] = self._text(self._value)

    def _text(self, value: str) -> str:
        match self._kind:
            case "s":
                return self._meaning.texts[int(value)]
            case "n":
                return self._number_text(value)
            case "b":
                return str(bool(int(value)))
            case "d":
                return _text_of(from_ISO8601(value))  # type: ignore[no-untyped-call]  # its types were forgotten
            case _:
                return value

    def _number_text(self, value: str) -> str:
        number = float(value) if "." in value or "E" in value or "e" in value else int(value)
        style = int(self._style)
        if style not in self._meaning.days:
            return _text_of(number)
        try:
            lasts = style in self._meaning.durations
            return _text_of(from_excel(number, self._meaning.epoch, timedelta=lasts))
        except (OverflowError, ValueError):
            return "#VALUE!"


def _text_of(value: object) -> str:
    match value:
        case datetime():
            return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
        case date():
            return value.isoformat()
        case float() if abs(value) < _WHOLE:
            return str(int(value)) if value.is_integer() else f"{Decimal(repr(value)):f}"
        case _:
            return str(value)
