from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from domain.exports import FileRefusedError
from domain.programme import Credential
from domain.trainings import Export, RowRefused, TrainingRow, read_trainings
from tests.domain.samples import TODAY, exam, programme
from tests.trainings import COLUMNS, export, row

CATALOGUE = {
    "70-533": exam("70-533", "Implementing Clouds"),
    "70-534": exam("70-534", "Architecting Clouds"),
    "70-535": exam("70-535", "Architecting Clouds"),
    "MCSA-O365": Credential("MCSA-O365", "MCSA: Office 365", "certification"),
}
PROGRAMME = replace(programme(), credentials=CATALOGUE)


def read(*rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> Export:
    return read_trainings(export(*rows, columns=columns), PROGRAMME, TODAY)


def one(**cells: str) -> TrainingRow:
    found = read(row(**cells))
    assert found.refused == ()
    return found.rows[0]


def why(**cells: str) -> tuple[str, str]:
    found = read(row(**cells))
    assert found.rows == ()
    return found.refused[0].column, found.refused[0].why


@pytest.mark.parametrize(
    ("title", "credential"),
    [
        ("Exam 70-533: Implementing Clouds", "70-533"),
        ("70-533", "70-533"),
        ("(70-533) Whatever it was called", "70-533"),
        ("  mcsa:   OFFICE 365 ", "MCSA-O365"),
        ("implementing clouds", "70-533"),
        ("Exam 70-534: Architecting Clouds", "70-534"),
    ],
)
def test_a_title_names_its_credential_by_code_or_as_a_whole(title: str, credential: str) -> None:
    assert one(title=title).credential == credential


@pytest.mark.parametrize(
    "title", ["Exam 70-5330: Clouds", "Exam X70-533", "Exam 70-533-1", "Exam 98-349: Basics", "MCSA Office", ""]
)
def test_a_title_that_is_only_like_a_credential_names_none(title: str) -> None:
    assert why(title=title) == ("TrainingTitle", "unknown_credential")


@pytest.mark.parametrize("title", ["Architecting Clouds", "Exams 70-533 and 70-534"])
def test_a_title_that_may_mean_two_credentials_names_none(title: str) -> None:
    assert why(title=title) == ("TrainingTitle", "several_credentials")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03/02/2017 00:00", date(2017, 2, 3)),
        ("3/2/2017", date(2017, 2, 3)),
        ("03/02/2017 23:59:59", date(2017, 2, 3)),
        ("2017-02-03", date(2017, 2, 3)),
        ("2017-02-03T14:05:00Z", date(2017, 2, 3)),
    ],
)
def test_a_date_has_its_day_or_its_year_first(text: str, day: date) -> None:
    assert one(day=text).earned == day


@pytest.mark.parametrize("text", ["31/02/2017", "00/01/2017", "20-11-2017", "42000", "20/13/2017", "20/11/17"])
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    assert why(day=text) == ("TrainingCompletionDate", "bad_date")


def test_one_month_before_its_day_refuses_the_whole_file_since_the_others_could_be_misread() -> None:
    with pytest.raises(FileRefusedError) as caught:
        read(row(day="03/02/2017"), row(day="11/20/2017"))

    assert (caught.value.why, caught.value.values) == ("month_first", {"row": 3, "date": "11/20/2017"})


def test_today_is_taken_and_tomorrow_is_not() -> None:
    assert one(day="15/01/2018").earned == TODAY
    assert why(day="16/01/2018") == ("TrainingCompletionDate", "future")


def test_certifications_begin_in_1992() -> None:
    assert one(day="01/01/1992").earned == date(1992, 1, 1)
    assert why(day="31/12/1991") == ("TrainingCompletionDate", "before_all")


def test_an_expiry_lies_after_the_day_earned() -> None:
    assert one(day="03/02/2017", ExpirationDate="04/02/2017 00:00").expires == date(2017, 2, 4)
    assert why(day="03/02/2017", ExpirationDate="03/02/2017 00:00") == ("ExpirationDate", "expires_first")
    assert why(ExpirationDate="never") == ("ExpirationDate", "bad_date")


def test_what_is_inactive_needs_the_day_since_when() -> None:
    assert one(ActivationStatus="Active").expires is None
    assert one(ActivationStatus="Expired", ExpirationDate="01/12/2017").expires == date(2017, 12, 1)
    assert why(ActivationStatus="Inactive") == ("ActivationStatus", "inactive")


@pytest.mark.parametrize(
    ("mcpid", "reason"), [("", "no_profile"), ("1.0E+06", "bad_profile"), ("1" * 16, "bad_profile")]
)
def test_a_row_without_a_profile_is_nobodys(mcpid: str, reason: str) -> None:
    assert why(mcpid=mcpid) == ("MCPID", reason)


def test_a_name_has_both_parts_one_or_none_and_an_accounts_id_is_no_name() -> None:
    guid = "9f8e7d6c-0000-4444-8888-1234567890AB"
    assert one(IndividualFirstName=" Zoë ", IndividualLastName="Müller,  Dr.").name == "Zoë Müller, Dr."
    assert one(IndividualLastName="Müller").name == "Müller"
    assert one(IndividualFirstName=guid, IndividualLastName="").name == ""


def test_the_addresses_of_a_row_are_compared_without_case() -> None:
    found = one(Email="ada@home.example", CorpEmail="Ada@Contoso.example")

    assert found.emails == ("ada@contoso.example", "ada@home.example")


def test_an_export_without_names_expiry_and_status_is_read_all_the_same() -> None:
    plain = tuple(c for c in COLUMNS if c not in {"ExpirationDate", "ActivationStatus", "IndividualFirstName"})
    account = ("AADUserId", *(c for c in plain if c != "IndividualLastName"))

    assert read(row() | {"AADUserId": "x"}, columns=account).rows == (
        TrainingRow(2, "1000001", "70-533", date(2017, 11, 20), organisation="4711"),
    )


def test_the_rows_that_are_refused_keep_their_place_and_what_stood_there() -> None:
    found = read(row(), row(title="Exam 98-349: Basics"), row())

    assert [each.number for each in found.rows] == [2, 4]
    assert found.refused == (RowRefused(3, "TrainingTitle", "unknown_credential", "Exam 98-349: Basics"),)
    assert found.count == 3


def test_no_row_is_lost_between_those_read_and_those_refused() -> None:
    rows = [row(), row(mcpid=""), row(day="x"), row(title="?")] * 5

    found = read(*rows)

    assert Counter(each.why for each in found.refused) == {"no_profile": 5, "bad_date": 5, "unknown_credential": 5}
    assert found.count == len(rows)
