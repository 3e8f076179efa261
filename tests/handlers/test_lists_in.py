import io
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.dates import Month
from domain.exports import FileRefusedError, Grid, header_of
from handlers.modals import State
from handlers.sheets import Cell, Sheet, as_csv, as_xlsx, harmless, honest
from handlers.workbooks import MOST_PARTS, opened
from tests.handlers.contoso import buttons, caller, labels, plain, unsendable
from tests.handlers.fabrikam import ADMIN, FACTS, Fabrikam, speaks_german
from tests.handlers.test_importing import DANAS, WITH_MAIL, held, one_short, presses, sends
from tests.trainings import COLUMNS, export, row

LIST = "Mitarbeiter;Prüfung;Bestanden am\nDana Scully;70-533;20.11.2017\nZoe Neu;70-532;1.2.2017\n"
AZURE = "azure_customer_consumption"


def workbook(*rows: Sequence[Cell]) -> bytes:
    return as_xlsx([Sheet("List", tuple(map(str, rows[0])), rows[1:])])


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return written.getvalue()


def why(content: bytes) -> str:
    with pytest.raises(FileRefusedError) as refused:
        header_of(opened(content))
    return refused.value.why


async def test_a_workbook_says_what_the_same_text_says() -> None:
    as_text, as_book = one_short(), one_short()
    cells = [tuple(DANAS[column] for column in COLUMNS)]
    await presses(as_text, await sends(as_text, export(DANAS)), 0)
    await presses(as_book, await sends(as_book, workbook(COLUMNS, *cells), file="a.xlsx"), 0)

    assert as_book.company.facts == as_text.company.facts
    assert held(as_book) == [("70-533", "confirmed")]


def test_days_and_numbers_of_a_workbook_are_read_as_they_are_meant() -> None:
    found = opened(workbook(("A", "B", "C"), (date(2018, 1, 2), Decimal("9000.50"), 7001), ("=1+1", None, "x")))

    assert isinstance(found, Grid)
    assert [*found.rows] == [["A", "B", "C"], ["2018-01-02", "9000.5", "7001"], ["=1+1", "", "x"]]


def test_a_workbook_that_would_unpack_to_too_much_is_not_unpacked() -> None:
    sheet = "xl/worksheets/sheet1.xml"

    assert why(zipped({sheet: b"<a>" + b" " * (201 * 2**20)})) == "workbook_bomb"
    assert why(zipped({sheet: b"<a/>", **{f"x{n}": b"" for n in range(MOST_PARTS)}})) == "workbook_bomb"
    assert why(zipped({sheet: b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'})) == "workbook_broken"
    assert why(zipped({"word/document.xml": b"<a/>"})) == "no_workbook"


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=40), st.integers(0, 3000), st.integers(0, 3000))
def test_a_broken_workbook_is_refused_and_never_an_error(noise: bytes, at: int, cut: int) -> None:
    whole = workbook(("A", "B"), ("1", "2"))
    broken = whole[:at] + noise + whole[at + cut :]

    try:
        table = opened(broken)
        rows = [*table.rows] if isinstance(table, Grid) else []
    except FileRefusedError:
        return
    assert all(isinstance(cell, str) for cells in rows for cell in cells)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
async def test_no_file_of_any_text_is_an_error(head: str, body: str) -> None:
    company = one_short()

    reply = await sends(company, f"{head}\n{body}".encode("utf-8", "surrogatepass"))

    assert reply.text
    assert "went wrong" not in reply.text
    assert unsendable(reply) == []


async def test_a_name_alone_is_asked_about_and_matched_only_by_a_button() -> None:
    company = one_short()
    reply = await sends(company, LIST.encode(), file="list.csv")
    said = plain(reply)

    assert "• “Dana Scully” (1 row) has no e-mail address and no profile: is it Dana Scully?" in said
    assert "• “Zoe Neu” (1 row) is nobody on record: put them on record?" in said
    assert labels(reply) == ["Import, names are right", "Cancel"]
    assert "It would change no level today." in said
    assert "if all names are right*\n• " in said
    assert "• *Cloud Platform Gold*: people 1 of 2 → 2 of 2 – *now met* ✅" in said
    assert held(company) == []

    done = await presses(company, reply, 0)
    assert held(company) == [("70-533", "claimed")]
    assert "Zoe Neu" in {person.name for person in company.company.facts.people}
    assert "until an export of the vendor confirms it" in plain(done)
    assert "brings nothing new" in plain(await sends(company, LIST.encode(), file="list.csv"))


@pytest.mark.parametrize(("place", "people", "profile"), [(0, 1, None), (1, 1, "7009"), (2, 2, None)])
async def test_a_profile_with_a_known_name_waits_is_theirs_or_another_persons(
    place: int, people: int, profile: str | None
) -> None:
    company = one_short()
    ada = row(mcpid="7009", IndividualFirstName="ada", IndividualLastName="LOVELACE")
    other = row(mcpid="", day="1/1/2017")
    reply = await sends(company, export(ada, other))
    offered = labels(reply)

    assert offered == ["Import, names are right", "Import, they are others", "Cancel"]
    if place:
        await presses(company, reply, place - 1)

    assert len(company.company.facts.people) == people
    assert company.company.facts.people[0].profile == profile


async def test_a_list_of_ones_own_is_undone_as_a_batch() -> None:
    company = one_short()
    before = company.company.facts
    done = await presses(company, await sends(company, LIST.encode()), 0)

    await presses(company, done, 0)

    assert company.company.facts == before


async def test_unclear_columns_are_asked_about_once_and_kept() -> None:
    company = one_short()
    content = b"Wer;Welche;Wann\ndana@fabrikam.example;70-533;20.11.2017\n"
    reply = await sends(company, content)
    form = await company.conversations.form(buttons(reply)[0]["value"], caller(ADMIN))

    assert "I cannot tell which column is" in plain(reply)
    assert labels(reply) == ["Say which is which", "Read the file now"]
    assert [option["value"] for option in form["blocks"][0]["element"]["options"]] == ["Wer", "Welche", "Wann"]

    state = chosen(credential="Welche", earned="Wann", email="Wer")
    sent = await company.conversations.submit("columns", state, caller(ADMIN), form["private_metadata"])
    assert not sent.errors
    await presses(company, await presses(company, reply, 1), 0)
    assert held(company) == [("70-533", "claimed")]
    assert "is it" not in plain(await sends(company, content.replace(b"70-533", b"70-532")))


async def test_a_column_cannot_say_two_things_and_somebody_must_be_named() -> None:
    company = one_short()
    reply = await sends(company, b"Wer;Welche;Wann\nx;70-533;20.11.2017\n")
    form = await company.conversations.form(buttons(reply)[0]["value"], caller(ADMIN))

    sent = await company.conversations.submit(
        "columns", chosen(credential="Welche", earned="Welche"), caller(ADMIN), form["private_metadata"]
    )

    assert sent.errors == {
        "earned": "Two fields name the same column, Welche. Choose another one for this field.",
        "email": "Choose at least one: e-mail address, profile or name. Otherwise nobody knows whose a row is.",
    }


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("german", [False, True])
async def test_what_is_sent_as_a_file_brings_nothing_new_when_it_comes_back(form: str, german: bool) -> None:  # noqa: FBT001 - a parameter of the case
    company = Fabrikam(FACTS, WITH_MAIL)
    await presses(company, await sends(company, export(DANAS)), 0)
    if german:
        speaks_german(company, ADMIN)
    before = company.company.facts
    sent = await company.says(ADMIN, f"export achievements {form}")
    assert sent.document is not None

    again = await sends(company, sent.document.content, file=sent.document.name)

    assert labels(again) == []
    assert ("bringt nichts Neues" if german else "brings nothing new") in plain(again)
    assert company.company.facts == before


async def test_figures_come_in_either_layout_and_go_as_one() -> None:
    wide = f"Month;{AZURE};Foo\n2017-12;9000;1\n11/2017;9.000,50;\n"
    long = f"Monat;Kennzahl;Wert\n2017-12;{AZURE};9000\n2017-11;Azure-Verbrauch der Kunden;9000.50\n"
    for content in (wide, long):
        company = one_short()
        before = company.company.facts
        reply = await sends(company, content.encode())
        assert labels(reply) == ["Record 2 values", "Cancel"]

        done = await presses(company, reply, 0)
        found = company.company.facts.figures[AZURE]
        assert (found[Month(2017, 12)], found[Month(2017, 11)]) == (Decimal(9000), Decimal("9000.50"))

        await presses(company, done, 0)
        assert company.company.facts == before
        assert "brings nothing new" not in plain(await sends(company, content.encode()))


async def test_all_mistakes_of_figures_are_told_with_row_and_cure_and_nothing_is_recorded() -> None:
    company = one_short()
    before = company.company.facts

    said = plain(await sends(company, f"Month;{AZURE}\n2017-12;9.000\n2019-01;5\n2017-13;x\n".encode()))

    assert "4 cells need mending" in said
    assert "• Row 2, azure_customer_consumption: “9.000” can be read in two ways. Write `9000`" in said
    assert "• Row 3, Month: January 2019 is still to come." in said
    assert "• Row 4, Month: “2017-13” is no month." in said
    assert "• Row 4, azure_customer_consumption: “x” is no amount." in said
    assert company.company.facts == before


@given(st.text(max_size=30))
def test_a_harmless_cell_begins_no_formula_and_is_found_again(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert honest(harmless(text)) == text or text.startswith("'")


def test_text_of_a_file_is_safe_and_typed() -> None:
    sheet = Sheet("List", ("a", "b"), [("=cmd|' /C calc'!A1", date(2018, 1, 2)), ("-1", Decimal("1.50"))])

    assert as_csv(sheet).decode() == "\ufeffa,b\r\n'=cmd|' /C calc'!A1,2018-01-02\r\n'-1,1.50\r\n"


def chosen(**columns: str) -> State:
    return {
        field: {field: {"type": "static_select", "selected_option": {"value": column}}}
        for field, column in columns.items()
    }


@pytest.mark.parametrize(
    ("days", "doubted"),
    [
        (("03/04/2017", "05/06/2017"), True),
        (("03/04/2017", "13/04/2017"), False),
        (("13/04/2017", "03/04/2017"), False),
        (("04/04/2017", "3.4.2017"), False),
        (("2017-04-03", "2017-04-13"), False),
    ],
)
async def test_days_that_may_be_meant_either_way_are_said_as_they_are_read(
    days: tuple[str, str], *, doubted: bool
) -> None:
    company, body = one_short(), "".join(f"Dana Scully;70-53{at + 2};{day}\n" for at, day in enumerate(days))

    said = plain(await sends(company, f"Name;Exam;Date\n{body}".encode(), file="list.csv"))

    assert ("“03/04/2017” as 3 April 2017: the day first" in said) == doubted
