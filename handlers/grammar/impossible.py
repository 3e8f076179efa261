"""Dates that no calendar has, in digits and in words: 2019-02-29, 31 June, the 30th of February."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from domain.dates import MONTHS_IN_A_YEAR
from handlers.grammar.text import Token, read_text
from handlers.grammar.when import CENTURY
from handlers.grammar.words import Words, counted, spellings

LEAP_YEAR = 2000
MOST_DAYS = 31
DAY_AND_MONTH = 2
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTES = frozenset(["because", "reason", "ticket", "weil", "wegen", "grund", "begrundung", "begruendung"])
"""What stands behind them was typed for people."""


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that does not exist, as typed. `days` is how many its month has; None where there is no such month."""

    typed: str
    days: int | None


class Calendar:
    """Finds dates that cannot be. Built once from the languages' words."""

    def __init__(self, languages: Iterable[Words]) -> None:
        words = [language.dates for language in languages]
        self._months = {
            name: month for each in words for word, month in counted(each.months, 1).items() for name in spellings(word)
        }
        known = (
            word for each in words for row in (each.until, each.before, each.on, each.since) for word in row.split()
        )
        self._leads = frozenset(name for word in known for name in spellings(word))
        self._of = frozenset(name for each in words for word in each.of.split() for name in spellings(word))

    def first(self, typed: str) -> Impossible | None:
        """The first date in a text that does not exist; None where there is none."""
        text = read_text(typed)
        tokens = text.tokens
        notes = next((at for at, token in enumerate(tokens) if token.key in _NOTES), len(tokens))
        return next(self._found(text.plain, tokens[:notes]), None)

    def _found(self, plain: str, tokens: Sequence[Token]) -> Iterator[Impossible]:
        for at, token in enumerate(tokens):
            if token.kind == "date":
                lead = at > 0 and tokens[at - 1].key in self._leads
                yield from _numeric(token.text, lead=lead)
            elif token.key in self._months and token.kind == "word":
                yield from self._worded(plain, tokens, at)

    def _worded(self, plain: str, tokens: Sequence[Token], at: int) -> Iterator[Impossible]:
        """A month with the day before or behind it, and the year if there is one."""
        month, day = tokens[at], at - 1
        while day > 0 and (tokens[day].text == "." or tokens[day].key in self._of):
            day -= 1
        if day >= 0 and _DAY.fullmatch(tokens[day].key):
            first, last = day, at
        elif at + 1 < len(tokens) and _DAY.fullmatch(tokens[at + 1].key):
            first, last = at, at + 1
        else:
            return
        number = next(int(found[1]) for each in tokens[first : last + 1] if (found := _DAY.fullmatch(each.key)))
        behind = last + 1 + (last + 1 < len(tokens) and tokens[last + 1].text in ".,")
        year = tokens[behind].key if behind < len(tokens) and _YEAR.fullmatch(tokens[behind].key) else None
        end = tokens[behind] if year is not None else tokens[last]
        if number > MOST_DAYS and year is None:
            return
        said = plain[tokens[first].start : end.end]
        yield from _checked(said, self._months[month.key], number, None if year is None else int(year))


def _numeric(text: str, *, lead: bool) -> Iterator[Impossible]:
    """A date in digits that can be read in no order. A day and month alone are one behind a word such as "until"."""
    parts = [int(part) for part in re.split(r"[./-]", text.rstrip("."))]
    if len(parts) == DAY_AND_MONTH:
        if lead and "." in text:
            yield from _checked(text, parts[1], parts[0], None)
        return
    if re.match(r"\d{4}", text):
        orders = [(parts[0], parts[1], parts[2])]
    else:
        year = parts[2] if parts[2] >= CENTURY // 20 else CENTURY + parts[2]
        orders = [(year, parts[1], parts[0]), *([] if "." in text else [(year, parts[0], parts[1])])]
    found = [wrong for year, month, day in orders for wrong in _checked(text, month, day, year)]
    if len(found) == len(orders):
        yield next((wrong for wrong in found if wrong.days is not None), found[0])


def _checked(typed: str, month: int, day: int, year: int | None) -> Iterator[Impossible]:
    if not 1 <= month <= MONTHS_IN_A_YEAR:
        yield Impossible(typed, None)
        return
    days = monthrange(LEAP_YEAR if year is None else max(year, 1), month)[1]
    if not 1 <= day <= days:
        yield Impossible(typed, days)
