"""The vendor's *Trainings* export: who completed what on which day, row by row, without a guess.

A row that cannot be read, or names no credential of the programme, is refused with its reason; the others are read.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from domain.exports import FileRefusedError, Grid, RawRow, read_table
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
_DOTTED = re.compile(rf"(\d{{1,2}})\. ?(\d{{1,2}})\. ?(\d{{4}}){_TIME}", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})-(\d{{2}})-(\d{{2}}){_TIME}", re.ASCII)
_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_ACCOUNT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TrainingRow:
    """A row as it was understood: whose profile, which credential, when, until when. `number` is the spreadsheet's.

    `organisation` is the vendor's id of the organisation that the row counts for, where it names one. Only a company's
    own list has rows without a `profile`, with the id of a `person` on record, or with `evidence`.
    """

    number: int
    profile: str
    credential: str
    earned: date
    expires: date | None = None
    name: str = ""
    emails: tuple[str, ...] = ()
    organisation: str = ""
    person: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class RowRefused:
    """One row that is not taken over: its number, the column at fault, why, and what stood there."""

    number: int
    column: str
    why: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that was read: the rows that are understood, and those that are not.

    `own`: it is the company's own list, and confirms nothing. `unsure` is a day as it stands there and as it was read,
    where no day of such a list shows whether the day or the month is written first.
    """

    rows: tuple[TrainingRow, ...]
    refused: tuple[RowRefused, ...]
    own: bool = False
    unsure: tuple[str, date] | None = None

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
            whole = self._codes.get(title.strip().casefold())
            words = (word.casefold() for word in _WORD.findall(title))
            codes = dict.fromkeys(self._codes[word] for word in words if word in self._codes)
            self._found[title] = (whole,) if whole else tuple(codes) or tuple(self._titles.get(_plain(title), []))
        return self._found[title]


def read_trainings(
    content: bytes | Grid, programme: Programme, today: date, heard: Callable[[int], None] | None = None
) -> Export:
    """Read a file. Raises FileRefusedError where it is no Trainings export, or only a part of one.

    Nothing is completed after `today`. `heard` is called with the number of each row, to show progress.
    """
    return apart(read_rows(read_table(content, REQUIRED, COLUMNS, heard), programme, today))


def apart(read: Iterable[TrainingRow | RowRefused], *, own: bool = False) -> Export:
    """The rows that are understood, and those that are not."""
    rows: list[TrainingRow] = []
    refused: list[RowRefused] = []
    for row in read:
        if isinstance(row, TrainingRow):
            rows.append(row)
        else:
            refused.append(row)
    return Export(tuple(rows), tuple(refused), own)


def read_rows(rows: Iterable[RawRow], programme: Programme, today: date) -> Iterator[TrainingRow | RowRefused]:
    """Each row as it is understood, or why it is not. Raises FileRefusedError where months stand before days."""
    titles = Titles(programme)
    yield from each_read(rows, lambda row: _read(row, titles, today))


def each_read(rows: Iterable[RawRow], read: Callable[[RawRow], TrainingRow]) -> Iterator[TrainingRow | RowRefused]:
    """Each row as `read` understands it, or why it does not: it raises CellRefusedError."""
    for row in rows:
        try:
            yield read(row)
        except CellRefusedError as refused:
            yield RowRefused(row.number, refused.column, refused.why, refused.value)


class CellRefusedError(Exception):
    """A cell cannot be used: its column, a word for the reason, and what stands there."""

    def __init__(self, column: str, why: str, value: str = "") -> None:
        super().__init__(why)
        self.column, self.why, self.value = column, why, value


def _read(row: RawRow, titles: Titles, today: date) -> TrainingRow:
    if row.cells is None:
        raise CellRefusedError("", "cells")
    cells = row.cells
    profile = profile_in(cells[PROFILE], PROFILE)
    earned = day_in(cells[EARNED], EARNED, row.number)
    expires = day_in(cells[EXPIRES], EXPIRES, row.number) if cells.get(EXPIRES) else None
    check_days((EARNED, cells[EARNED], earned), (EXPIRES, cells.get(EXPIRES, ""), expires), today)
    if expires is None and cells.get(ACTIVE, "").casefold() in INACTIVE:
        raise CellRefusedError(ACTIVE, "inactive", cells[ACTIVE])
    credential = credential_in(cells[TITLE], TITLE, titles)
    known = (
        profile,
        credential,
        earned,
        expires,
        _name(cells),
        emails_in(cells.get(CORPORATE, ""), cells.get(EMAIL, "")),
    )
    return TrainingRow(row.number, *known, cells.get(ORGANISATION, "").strip())


def profile_in(text: str, column: str) -> str:
    """The id of a profile. Raises CellRefusedError."""
    if not text:
        raise CellRefusedError(column, "no_profile")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise CellRefusedError(column, "bad_profile", text)
    return text


def credential_in(title: str, column: str, titles: Titles) -> str:
    """The credential that a title names. Raises CellRefusedError."""
    named = titles.named(title)
    if not named:
        raise CellRefusedError(column, "unknown_credential", title)
    if len(named) > 1:
        raise CellRefusedError(column, "several_credentials", title)
    return named[0]


def day_in(text: str, column: str, number: int) -> date:
    """A day, written with the day first or the year first; the time of day is left out.

    Raises CellRefusedError, and FileRefusedError where the month stands before the day.
    """
    if not text:
        raise CellRefusedError(column, "no_date")
    day_first, iso = _DAY_FIRST.fullmatch(text), _ISO.fullmatch(text)
    dotted = _DOTTED.fullmatch(text)
    if dotted:
        return _date(column, text, dotted[3], dotted[2], dotted[1])
    if day_first and int(day_first[2]) > _MONTHS >= int(day_first[1]):
        # One such day shows how all were written; the others would be read wrongly in silence.
        raise FileRefusedError("month_first", row=number, date=text)
    if day_first:
        return _date(column, text, day_first[3], day_first[2], day_first[1])
    if iso:
        return _date(column, text, iso[1], iso[2], iso[3])
    raise CellRefusedError(column, "bad_date", text)


def day_or_month(text: str) -> Literal["day", "either"] | None:
    """What stands first in a day with strokes: the day, or what may be either; None where it makes no difference."""
    found = _DAY_FIRST.fullmatch(text)
    if found is None or int(found[1]) == int(found[2]):
        return None
    return "day" if int(found[1]) > _MONTHS else "either"


def _date(column: str, text: str, *parts: str) -> date:
    try:
        return date(*map(int, parts))
    except ValueError as error:
        raise CellRefusedError(column, "bad_date", text) from error


def check_days(begins: tuple[str, str, date], ends: tuple[str, str, date | None], today: date) -> None:
    """Refuse days that cannot be: each with its column and its text. Raises CellRefusedError."""
    (column, text, earned), (until, typed, expires) = begins, ends
    if earned > today:
        raise CellRefusedError(column, "future", text)
    if earned < FIRST_EXAMS:
        raise CellRefusedError(column, "before_all", text)
    if expires is not None and expires <= earned:
        raise CellRefusedError(until, "expires_first", typed)


def _name(cells: Mapping[str, str]) -> str:
    return name_in(cells.get(FIRST, ""), cells.get(LAST, ""))


def name_in(*parts: str) -> str:
    """The name, where there is one: some roles get an account's id in its place."""
    plain = (" ".join(part.split()) for part in parts)
    return " ".join(part for part in plain if part and not _ACCOUNT.fullmatch(part))[:LONGEST_NAME]


def emails_in(*given: str) -> tuple[str, ...]:
    """The e-mail addresses, each once."""
    return tuple(dict.fromkeys(email.casefold() for email in given if "@" in email))


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()
