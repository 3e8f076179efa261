import pytest

from domain.exports import MOST_BYTES, MOST_ROWS, FileRefusedError, RawRow, read_table
from tests.trainings import export, row

REQUIRED = ("TrainingTitle", "MCPID")
TABLE = "TrainingTitle,MCPID,More\nA,1,x\nB,2,y\n"


def read(content: bytes | str) -> list[RawRow]:
    return list(read_table(content if isinstance(content, bytes) else content.encode(), REQUIRED, REQUIRED))


def refused(content: bytes | str) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as caught:
        read(content)
    return caught.value


def titles(content: bytes | str) -> list[str]:
    return [row.cells["TrainingTitle"] for row in read(content) if row.cells is not None]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_in_each_encoding_with_each_delimiter(encoding: str, delimiter: str) -> None:
    text = f"TrainingTitle{delimiter}MCPID\r\nZoë{delimiter}1\r\n"

    assert read(text.encode(encoding)) == [RawRow(2, {"TrainingTitle": "Zoë", "MCPID": "1"})]


def test_rows_are_numbered_as_a_spreadsheet_shows_them_and_empty_ones_are_left_out() -> None:
    assert [row.number for row in read("\nTrainingTitle,MCPID\nA,1\n\n,\nB,2\n")] == [3, 6]


def test_the_case_and_the_spaces_of_column_names_do_not_matter() -> None:
    assert titles("training title ,mcpid\nA,1\n") == ["A"]


def test_a_spreadsheets_word_about_its_separator_is_no_row() -> None:
    assert titles("sep=;\nTrainingTitle;MCPID\nA, B;1\n") == ["A, B"]


def test_line_breaks_and_quotation_marks_within_quotes_belong_to_the_cell() -> None:
    assert titles('TrainingTitle,MCPID\n"A ""1""\nB",1\n') == ['A "1"\nB']


def test_a_row_with_other_cells_than_the_first_one_is_marked() -> None:
    assert [row.cells is None for row in read("TrainingTitle,MCPID\nA,1,2\nB\nC,3\nD\n")] == [True, True, False, True]


@pytest.mark.parametrize("cut", range(1, 9))
def test_a_file_that_breaks_off_in_its_last_row_is_half_a_file(cut: int) -> None:
    whole = export(row('Exam 70-533: "Azure"', ExpirationDate="1"), row('Exam 70-533: "Azure"')).rstrip()

    assert refused(whole[: -cut * 12]).why == "half"


def test_a_file_that_breaks_off_within_quotes_names_the_row() -> None:
    found = refused('TrainingTitle,MCPID\nA,1\n"B and')

    assert (found.why, found.values) == ("half", {"row": 3})


def test_a_file_that_breaks_off_within_a_letter_is_half_a_file() -> None:
    assert refused("TrainingTitle,MCPID\nZoë".encode()[:-1]).why == "half"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"TrainingTitle,MCPID\n", "no_rows"),
        (b"PK\x03\x04\x14\x00", "no_workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "workbook_locked"),
        (b"\x89PNG\r\n\x1a\n\x00", "picture"),
        (b"%PDF-1.7", "pdf"),
        (b'  [{"TrainingTitle": 1}]', "json"),
        (b"<!doctype html>", "page"),
        (b"\x7fELF\x02\x01\x01\x00", "binary"),
        ("TrainingTitle,MCPID\nZoë,1\n".encode("cp1252"), "encoding"),
        (b'TrainingTitle,MCPID\n"A"B,1\n', "quotes"),
        ("TrainingTitle,MCPID\nA,1\n".encode("utf-16-le"), "binary"),
    ],
)
def test_what_is_no_table_is_refused_by_what_it_is(content: bytes, why: str) -> None:
    assert refused(content).why == why


def test_the_columns_that_are_missing_are_named_together() -> None:
    found = refused("Title,Email\nA,1\n")

    assert (found.why, found.values) == ("columns", {"columns": ["TrainingTitle", "MCPID"]})


def test_a_column_that_is_there_twice_is_refused_and_one_that_nobody_reads_is_not() -> None:
    assert refused("TrainingTitle,MCPID,MCPID\nA,1,2\n").why == "columns_twice"
    assert titles("TrainingTitle,MCPID,Note,Note\nA,1,2,3\n") == ["A"]


def test_a_million_rows_are_refused_at_the_first_too_many() -> None:
    heard: list[int] = []
    rows = read_table(b"TrainingTitle,MCPID\n" + b"A,1\n" * (MOST_ROWS + 10), REQUIRED, REQUIRED, heard.append)

    with pytest.raises(FileRefusedError, match="too_many"):
        for _ in rows:
            pass
    assert heard[-1] == MOST_ROWS


def test_a_file_larger_than_the_limit_is_not_read() -> None:
    assert refused(bytes(MOST_BYTES + 1)).why == "too_large"


def test_rows_are_read_one_by_one() -> None:
    rows = read_table(TABLE.encode() + b'"C', REQUIRED, REQUIRED)

    assert next(rows).number == 2
    assert next(rows).number == 3
    with pytest.raises(FileRefusedError):
        next(rows)
