"""A company's own list of achievements: which of its columns says what, and its rows, read like the vendor's.

A list of one's own confirms nothing: what it brings is what somebody says.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal, TypeAlias, get_args

from domain.exports import Grid, RawRow, read_table
from domain.programme import Programme
from domain.trainings import (
    CellRefusedError,
    Export,
    Titles,
    TrainingRow,
    apart,
    check_days,
    credential_in,
    day_in,
    day_or_month,
    each_read,
    emails_in,
    name_in,
    profile_in,
)

Field: TypeAlias = Literal[
    "credential", "earned", "expires", "person", "profile", "email", "name", "first", "last", "evidence"
]
FIELDS: tuple[Field, ...] = get_args(Field)
REQUIRED: tuple[Field, ...] = ("credential", "earned")
WHO: tuple[Field, ...] = ("person", "profile", "email", "name", "last")
"""One of these columns has to be there: it says whose a row is."""
LONGEST_EVIDENCE = 500


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a file says what, by the column's name there."""

    named: Mapping[Field, str]

    @property
    def missing(self) -> tuple[Field, ...]:
        """What no column says and one must; `name` stands for whose a row is."""
        lacking = tuple(field for field in REQUIRED if field not in self.named)
        return lacking if any(field in self.named for field in WHO) else (*lacking, "name")


def plain(column: str) -> str:
    """A column's name without what does not tell it apart."""
    return "".join(sign for sign in column.casefold() if sign.isalnum())


def guessed(header: Iterable[str], spellings: Mapping[str, Field], kept: Mapping[str, Field]) -> Columns:
    """Which column says what, by how it is called; `kept` is what was once said of columns of that name.

    Of two that may say the same neither is taken: somebody has to say which.
    """
    found: dict[Field, list[str]] = {}
    columns = [column for column in header if column.strip()]
    for column in columns:
        field = kept.get(plain(column)) or spellings.get(plain(column))
        if field is not None:
            found.setdefault(field, []).append(column)
    said = {field: [c for c in names if plain(c) in kept] or names for field, names in found.items()}
    return Columns({field: names[0] for field, names in said.items() if len(names) == 1})


def read_spreadsheet(
    content: bytes | Grid,
    columns: Columns,
    programme: Programme,
    today: date,
    heard: Callable[[int], None] | None = None,
) -> Export:
    """Read a list. Raises FileRefusedError where it cannot be used as a whole."""
    named = tuple(columns.named.values())
    rows, order = read_table(content, named, named, heard), _Order()
    read = apart(each_read(rows, partial(_read, columns, Titles(programme), today, order)), own=True)
    return replace(read, unsure=order.unsure)


@dataclass(slots=True)
class _Order:
    """Whether the days of a list show that the day stands first."""

    shown: bool = False
    first: tuple[str, date] | None = None

    @property
    def unsure(self) -> tuple[str, date] | None:
        return None if self.shown else self.first

    def see(self, text: str, day: date) -> None:
        found = day_or_month(text)
        self.shown = self.shown or found == "day"
        if found == "either" and self.first is None:
            self.first = text, day


def _read(columns: Columns, titles: Titles, today: date, order: _Order, row: RawRow) -> TrainingRow:
    if row.cells is None:
        raise CellRefusedError("", "cells")
    cells = {field: _honest(row.cells[column]) for field, column in columns.named.items()}
    earned, expires = _days(columns, cells, row.number, today)
    order.see(cells["earned"], earned)
    credential = credential_in(cells["credential"], columns.named["credential"], titles)
    profile = profile_in(cells["profile"], columns.named["profile"]) if cells.get("profile") else ""
    name = name_in(cells.get("name", "") or name_in(cells.get("first", ""), cells.get("last", "")))
    emails, person = emails_in(cells.get("email", "")), cells.get("person", "")
    if not (profile or name or emails or person):
        raise CellRefusedError("", "nobody")
    evidence = cells.get("evidence", "")[:LONGEST_EVIDENCE]
    return TrainingRow(row.number, profile, credential, earned, expires, name, emails, "", person, evidence)


def _days(columns: Columns, cells: Mapping[Field, str], number: int, today: date) -> tuple[date, date | None]:
    begins, ends = columns.named["earned"], columns.named.get("expires", "")
    earned = day_in(cells["earned"], begins, number)
    typed = cells.get("expires", "")
    expires = day_in(typed, ends, number) if typed else None
    check_days((begins, cells["earned"], earned), (ends, typed, expires), today)
    return earned, expires


def _honest(text: str) -> str:
    """A cell without the sign that keeps spreadsheets from taking it for a formula."""
    return text[1:] if text.startswith("'") and text[1:2] in {"=", "+", "-", "@"} else text
