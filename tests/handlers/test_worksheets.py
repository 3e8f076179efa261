import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from domain.exports import FileRefusedError, Grid
from handlers.workbooks import opened
from handlers.worksheets import LAST_ROW, MOST_COLUMNS, Meaning, TooMuchError, rows_in, texts_in

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=8)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
MOMENTS = st.builds(datetime.combine, DAYS, st.times().map(lambda at: at.replace(microsecond=0)))
QUARTERS = st.integers(-(10**9), 10**9).map(lambda many: many / 4)
CELLS = st.none() | st.booleans() | st.integers(-(10**9), 10**12) | QUARTERS | DAYS | MOMENTS | PLAIN


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=4), max_size=4))
def test_a_sheet_says_what_the_library_reads_in_it(rows: list[list[str | int | float | date | None]]) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for place, value in ((f"{'ABCD'[column]}{row}", v) for row, r in enumerate(rows, 1) for column, v in enumerate(r)):
        sheet[place] = f".{value}" if isinstance(value, str) else value
    written = saved(book)
    expected = load_workbook(io.BytesIO(written), data_only=True).worksheets[0].iter_rows(values_only=True)

    assert trimmed(read(written)) == trimmed([[said(cell) for cell in row] for row in expected])


def said(cell: object) -> str:
    """A cell of the library as text, spelled out anew."""
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d}" if cell.time() == time.min else f"{cell:%Y-%m-%d %H:%M}"
    if isinstance(cell, float):
        return f"{cell:.2f}".rstrip("0").rstrip(".")
    return "" if cell is None else str(cell)


def saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def read(content: bytes) -> list[list[str]]:
    found = opened(content)
    assert isinstance(found, Grid)
    return [[*row] for row in found.rows]


def trimmed(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows without what is empty at their ends, and at the end."""
    cut = [[*row[: max((n for n, cell in enumerate(row, 1) if cell), default=0)]] for row in rows]
    return cut[: max((n for n, row in enumerate(cut, 1) if row), default=0)]


def rows_of(body: str, texts: Sequence[str] = ("shared",)) -> list[list[str]]:
    meaning = Meaning(texts, datetime(1899, 12, 30), {1}, ())  # noqa: DTZ001 - a spreadsheet knows no time zones
    return [
        *rows_in(io.BytesIO(f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'.encode()), meaning)
    ]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', "shared"),
        ('<c t="inlineStr"><is><r><t>two </t></r><r><t>pieces</t></r></is></c>', "two pieces"),
        ('<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c>', "#N/A"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="A1" t="b"><v>1</v></c>', "True"),
        ('<c r="A1" t="str"><f>"a"</f><v>a</v></c>', "a"),
        ('<c r="A1" t="d"><v>2018-01-02</v></c>', "2018-01-02"),
        ('<c r="A1" s="1"><v>43102</v></c>', "2018-01-02"),
        ('<c r="A1" s="1"><v>1e300</v></c>', "#VALUE!"),
        ('<c r="A1"><v>1.5E-3</v></c>', "0.0015"),
    ],
)
def test_each_kind_of_cell_is_read_and_an_error_is_never_taken_for_an_empty_cell(cell: str, text: str) -> None:
    assert rows_of(f"<row>{cell}</row>") == [[text]]


def test_a_prefix_and_places_left_out_change_nothing() -> None:
    body = '<x:row r="2"><x:c r="B2"><x:v>7</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row>'
    body += "<x:row><x:c><x:v>9</x:v></x:c></x:row>"
    source = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>'

    found = rows_in(io.BytesIO(source.encode()), Meaning((), datetime(1899, 12, 30), (), ()))  # noqa: DTZ001 - the same

    assert [*found] == [[], ["", "7", "8"], ["9"]]


def test_shared_texts_are_whole_and_leave_out_how_they_are_pronounced() -> None:
    texts = "<si><t>a&amp;</t></si><si><r><t>b</t></r><r><t>c</t></r><rPh><t>x</t></rPh></si><si/>"
    source = f'<sst xmlns="{MAIN}">{texts}</sst>'

    assert texts_in(io.BytesIO(source.encode())) == ["a&", "bc", ""]


def test_a_sheet_that_goes_on_for_too_long_is_refused_and_far_columns_are_left_out() -> None:
    far = '<row r="1"><c r="CV1"><v>1</v></c><c r="CW1"><v>2</v></c><c r="XFD1"><v>3</v></c></row>'

    assert [len(row) for row in rows_of(far)] == [MOST_COLUMNS]
    assert len(rows_of(f'<row r="{LAST_ROW}"/>')) == LAST_ROW
    with pytest.raises(TooMuchError):
        rows_of(f'<row r="{LAST_ROW + 1}"/>')


@pytest.mark.parametrize("padding", [0, 100_000])
def test_a_declaration_is_refused_wherever_it_stands(padding: int) -> None:
    declared = " " * padding + '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'
    book = io.BytesIO(saved(Workbook()))
    with zipfile.ZipFile(book) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in {**parts, "xl/worksheets/sheet1.xml": declared.encode()}.items():
            packed.writestr(name, content)

    with pytest.raises(FileRefusedError) as refused:
        read(written.getvalue())
    assert refused.value.why == "workbook_broken"
