"""The vendor's *Trainings* export: who completed what on which day, row by row, without a guess.

A row that cannot be read, or names no credential of the programme, is refused with its reason; the others are read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.exports import FileRefusedError, RawRow, read_table
from domain.programme import Programme

TITLE, PROFILE, EARNED = "TrainingTitle", "MCPID", "TrainingCompletionDate"
FIRST, LAST, EMAIL, CORPORATE = "IndividualFirstName", "IndividualLastName", "Email", "CorpEmail"
EXPIRES, ACTIVE = "ExpirationDate", "ActivationStatus"
ORGANISATION = "MPNId"
REQUIRED = (TITLE, EARNED, PROFILE)
COLUMNS = (*REQUIRED, FIRST, LAST, EMAIL, CORPORATE, EXPIRES, ACTIVE, ORGANISATION)
INACTIVE = frozenset({"inactive", "expired", "deactivated"})
FIRST_EXAMS = date(1992, 1, 1)
"""Before this day no vendor certified anybody."""
MOST_DIGITS = 15
LONGEST_NAME = 120

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?Z?)?"
_DAY_FIRST = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(\d{{4}}){_TIME}", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_TIME}", re.ASCII)
_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_ACCOUNT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """A row as it was understood: whose profile, which credential, when, until when. `number` is the spreadsheet's.

    `organisation` is the vendor's id of the organisation that the row counts for, where it names one.
    """

    number: int
    profile: str
    credential: str
    earned: date
    expires: date | None = None
    name: str = ""
    emails: tuple[str, ...] = ()
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class RowRefused:
    """One row that is not taken over: its number, the column at fault, why, and what stood there."""

    number: int
    column: str
    why: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was read: the rows that are understood, and those that are not."""

    rows: tuple[TrainingRow, ...]
    refused: tuple[RowRefused, ...]

    @property
    def count(self) -> int:
        """How many rows there were."""
        return len(self.rows) + len(self.refused)


class Titles:
    """Finds the credential that a title names: by a code in it, else by its whole title; never by likeness."""

    def __init__(self, programme: Programme) -> None:
        self._codes = {code.casefold(): code for code in programme.credentials}
        self._titles: dict[str, list[str]] = {}
        for credential in programme.credentials.values():
            self._titles.setdefault(_plain(credential.title), []).append(credential.id)
        self._found: dict[str, tuple[str, ...]] = {}

    def named(self, title: str) -> tuple[str, ...]:
        """The credentials that a title may mean: one when it is clear."""
        if title not in self._found:
            words = (word.casefold() for word in _WORD.findall(title))
            codes = dict.fromkeys(self._codes[word] for word in words if word in self._codes)
            self._found[title] = tuple(codes) or tuple(self._titles.get(_plain(title), []))
        return self._found[title]


def read_trainings(
    content: bytes, programme: Programme, today: date, heard: Callable[[int], None] | None = None
) -> Export:
    """Read a file. Raises FileRefusedError where it is no Trainings export, or only a part of one.

    Nothing is completed after `today`. `heard` is called with the number of each row, to show progress.
    """
    read = read_rows(read_table(content, REQUIRED, COLUMNS, heard), programme, today)
    rows: list[TrainingRow] = []
    refused: list[RowRefused] = []
    for row in read:
        if isinstance(row, TrainingRow):
            rows.append(row)
        else:
            refused.append(row)
    return Export(tuple(rows), tuple(refused))


def read_rows(rows: Iterable[RawRow], programme: Programme, today: date) -> Iterator[TrainingRow | RowRefused]:
    """Each row as it is understood, or why it is not. Raises FileRefusedError where months stand before days."""
    titles = Titles(programme)
    for row in rows:
        try:
            yield _read(row, titles, today)
        except _RefusedError as refused:
            yield RowRefused(row.number, refused.column, refused.why, refused.value)


class _RefusedError(Exception):
    def __init__(self, column: str, why: str, value: str = "") -> None:
        super().__init__(why)
        self.column, self.why, self.value = column, why, value


def _read(row: RawRow, titles: Titles, today: date) -> TrainingRow:
    if row.cells is None:
        raise _RefusedError("", "cells")
    cells = row.cells
    profile = _profile(cells[PROFILE])
    earned = _day(cells, EARNED, row.number)
    expires = _day(cells, EXPIRES, row.number) if cells.get(EXPIRES) else None
    _check(cells, earned, expires, today)
    known = (profile, _credential(cells[TITLE], titles), earned, expires, _name(cells), _emails(cells))
    return TrainingRow(row.number, *known, cells.get(ORGANISATION, "").strip())


def _profile(text: str) -> str:
    if not text:
        raise _RefusedError(PROFILE, "no_profile")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise _RefusedError(PROFILE, "bad_profile", text)
    return text


def _credential(title: str, titles: Titles) -> str:
    named = titles.named(title)
    if not named:
        raise _RefusedError(TITLE, "unknown_credential", title)
    if len(named) > 1:
        raise _RefusedError(TITLE, "several_credentials", title)
    return named[0]


def _day(cells: Mapping[str, str], column: str, number: int) -> date:
    """A day, written with the day first or the year first; the time of day is left out."""
    text = cells[column]
    if not text:
        raise _RefusedError(column, "no_date")
    day_first, iso = _DAY_FIRST.fullmatch(text), _ISO.fullmatch(text)
    if day_first and int(day_first[2]) > _MONTHS >= int(day_first[1]):
        # One such day shows how all were written; the others would be read wrongly in silence.
        raise FileRefusedError("month_first", row=number, date=text)
    if day_first:
        return _date(column, text, day_first[3], day_first[2], day_first[1])
    if iso:
        return _date(column, text, iso[1], iso[2], iso[3])
    raise _RefusedError(column, "bad_date", text)


def _date(column: str, text: str, *parts: str) -> date:
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise _RefusedError(column, "bad_date", text) from error


def _check(cells: Mapping[str, str], earned: date, expires: date | None, today: date) -> None:
    if earned > today:
        raise _RefusedError(EARNED, "future", cells[EARNED])
    if earned < FIRST_EXAMS:
        raise _RefusedError(EARNED, "before_all", cells[EARNED])
    if expires is not None and expires <= earned:
        raise _RefusedError(EXPIRES, "expires_first", cells[EXPIRES])
    if expires is None and cells.get(ACTIVE, "").casefold() in INACTIVE:
        raise _RefusedError(ACTIVE, "inactive", cells[ACTIVE])


def _name(cells: Mapping[str, str]) -> str:
    """The name, where there is one: some roles get an account's id in its place."""
    parts = (" ".join(cells.get(column, "").split()) for column in (FIRST, LAST))
    return " ".join(part for part in parts if part and not _ACCOUNT.fullmatch(part))[:LONGEST_NAME]


def _emails(cells: Mapping[str, str]) -> tuple[str, ...]:
    given = (cells.get(column, "").casefold() for column in (CORPORATE, EMAIL))
    return tuple(dict.fromkeys(email for email in given if "@" in email))


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
