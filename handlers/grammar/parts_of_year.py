"""Quarters and halves of a year in words, and the numbers and years that dates are made of."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from domain.dates import MONTHS_IN_A_YEAR, add_months
from handlers.grammar.text import Token
from handlers.grammar.when import MONTHS_IN_A_QUARTER, When, month_end, period

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_LETTERED = re.compile(r"([qh])([1-4])")
_MONTHS_OF = {"q": MONTHS_IN_A_QUARTER, "h": MONTHS_IN_A_YEAR // 2}
_YEAR = re.compile(r"(?:19|20)\d\d")


def day_number(tokens: Sequence[Token], at: int, ordinals: Mapping[str, int]) -> int | None:
    """The number that a token counts with: 20, 20th, first."""
    if at >= len(tokens):
        return None
    match = _ORDINAL.fullmatch(tokens[at].key)
    return int(match.group(1)) if match else ordinals.get(tokens[at].key)


def year_at(tokens: Sequence[Token], at: int) -> int | None:
    """The year that a token is, written with four digits."""
    return int(tokens[at].key) if at < len(tokens) and _YEAR.fullmatch(tokens[at].key) else None


def behind_stop(tokens: Sequence[Token], at: int) -> int:
    """Behind a dot or comma inside a date: 20. November, March 3, 2017."""
    return at + 1 if at < len(tokens) and tokens[at].text in ".," else at


class PartsOfYear:
    """Reads them with the languages' words: of units, of counting in order, of a half year, and "of"."""

    def __init__(
        self, units: Mapping[str, str], ordinals: Mapping[str, int], half_years: frozenset[str], of: frozenset[str]
    ) -> None:
        self._units = units
        self._ordinals = ordinals
        self._half_years = half_years
        self._of = of

    def read(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """Q1, Q3 2018, the third quarter, the first half of 2018: the one of this year, or the next one to come."""
        found = self._lettered(tokens, at) or self._numbered(tokens, at)
        if not found or not 1 <= found[0] <= MONTHS_IN_A_YEAR // found[1]:
            return None
        number, months, end = found
        year = year_at(tokens, self._behind_of(tokens, end))
        last = add_months(date(year or today.year, 1, 1), number * months) - timedelta(days=1)
        if year is None and last < today:
            last = month_end(add_months(last, MONTHS_IN_A_YEAR))
        first = add_months(last.replace(day=1), 1 - months)
        return period(first, last), end if year is None else self._behind_of(tokens, end) + 1

    def _behind_of(self, tokens: Sequence[Token], at: int) -> int:
        while at < len(tokens) and tokens[at].key in self._of:
            at += 1
        return at

    def _lettered(self, tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
        """Q3: the number, the months that it has, the token behind."""
        match = _LETTERED.fullmatch(tokens[at].key)
        return (int(match.group(2)), _MONTHS_OF[match.group(1)], at + 1) if match else None

    def _numbered(self, tokens: Sequence[Token], at: int) -> tuple[int, int, int] | None:
        """The third quarter, 1. Halbjahr; a bare number counts something else."""
        number, end = day_number(tokens, at, self._ordinals), behind_stop(tokens, at + 1)
        if number is None or end >= len(tokens) or (tokens[at].key.isdecimal() and end == at + 1):
            return None
        if self._units.get(tokens[end].key) == "quarter":
            return number, MONTHS_IN_A_QUARTER, end + 1
        if tokens[end].key not in self._half_years:
            return None
        behind = self._behind_of(tokens, end + 1)
        of_year = behind < len(tokens) and self._units.get(tokens[behind].key) == "year"
        return number, MONTHS_IN_A_YEAR // 2, behind + 1 if of_year else end + 1
