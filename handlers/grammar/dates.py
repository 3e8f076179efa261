"""Dates in words, in every language at once: the languages share no date word that means different things."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

from domain.dates import MONTHS_IN_A_YEAR, add_months
from handlers.grammar.parts_of_year import PartsOfYear, behind_stop, day_number, year_at
from handlers.grammar.text import Token
from handlers.grammar.when import (
    When,
    before,
    day_of,
    edge_of,
    exactly,
    later,
    month_end,
    month_of,
    nearest,
    numeric,
    period,
    unit_of,
)
from handlers.grammar.words import Words, counted, spellings

MOST_DIGITS_OF_A_COUNT = 4
_LEADS = ("until", "before", "on", "within", "since", "of")
Value = TypeVar("Value", int, str)

_FIELDS = (
    "until",
    "before",
    "on",
    "within",
    "since",
    "ago",
    "ahead",
    "now",
    "next",
    "last",
    "this",
    "end",
    "start",
    "middle",
    "of",
    "half",
)


class DateReader:
    """Finds dates in tokens. Built once from the languages' words; reading needs only the tokens and today."""

    def __init__(self, languages: Iterable[Words]) -> None:
        words = [language.dates for language in languages]
        self._months = _merged(counted(entry.months, 1) for entry in words)
        self._weekdays = _merged(counted(entry.weekdays) for entry in words)
        days = _merged(entry.days for entry in words)
        self._days = {tuple(phrase.split()): offset for phrase, offset in days.items()}
        self._longest_day = max(map(len, self._days))
        self._ordinals = _merged(counted(entry.ordinals, 1) for entry in words)
        self._numbers = _merged([*(counted(entry.numbers, 1) for entry in words), *(e.tens for e in words)])
        self._units = _merged(
            {word: unit for unit, row in entry.units.items() for word in row.split()} for entry in words
        )
        self._several = _set(entry.several for entry in words)
        self._ends = _merged(entry.ends for entry in words)
        self._middles = _merged(entry.middles for entry in words)
        self._words = {field: _set(getattr(entry, field) for entry in words) for field in _FIELDS}
        self._lead_words = frozenset().union(*(self._words[field] for field in _LEADS))
        self._parts = PartsOfYear(
            self._units, self._ordinals, _set(entry.half_years for entry in words), self._words["of"]
        )
        self._shapes: tuple[Callable[[Sequence[Token], int, date], tuple[When, int] | None], ...] = (
            self._relative,
            self._counted,
            self._edge,
            self._with_month,
            self._weekday,
            self._named_unit,
            self._parts.read,
            self._half_year,
            self._bare_day,
        )

    def read(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """The date that begins at a token, with the prepositions before it, and the token behind it."""
        if self._is(tokens, at, "since") and self._is(tokens, at + 1, "until"):
            return None  # "läuft ab bis ...": the first belongs to the verb
        position = at
        while position < len(tokens) and self._leads(tokens[position].key):
            position += 1
        leads = {token.key for token in tokens[at:position]}
        for begin in range(position, at - 1, -1):
            found = self._core(tokens, begin, today)
            if found:
                when, end = found
                is_before = not self._counted(tokens, begin, today) and leads & self._words["before"]
                since = position > at and tokens[position - 1].key in self._words["since"]
                until = bool(leads & self._words["until"])
                return (before(when) if is_before else replace(when, until=until, since=since)), end
        return None

    def _core(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        if at >= len(tokens):
            return None
        try:
            found = (shape(tokens, at, today) for shape in self._shapes)
            return next((result for result in found if result), None)
        except (OverflowError, ValueError):  # a year that no calendar has
            return None

    def _leads(self, key: str) -> bool:
        return key in self._lead_words

    def _is(self, tokens: Sequence[Token], at: int, field: str) -> bool:
        return at < len(tokens) and tokens[at].key in self._words[field]

    def _skip(self, tokens: Sequence[Token], at: int, field: str) -> int:
        while self._is(tokens, at, field):
            at += 1
        return at

    def _relative(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        if tokens[at].kind == "date":
            return numeric(tokens[at].text, today), at + 1
        for end in range(min(len(tokens), at + self._longest_day), at, -1):
            days = self._days.get(tuple(token.key for token in tokens[at:end]))
            if days is not None:
                return exactly(today + timedelta(days=days)), end
        return None

    def _half_year(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """Half a year, in einem halben Jahr, the next half year."""
        begin = self._skip(tokens, at, "next")
        begin += begin < len(tokens) and tokens[begin].key in self._numbers
        if not self._is(tokens, begin, "half"):
            return None
        begin += 1
        begin += begin < len(tokens) and tokens[begin].key in self._numbers
        if begin >= len(tokens) or self._units.get(tokens[begin].key) != "year":
            return None
        return exactly(add_months(today, MONTHS_IN_A_YEAR // 2)), begin + 1

    def _count(self, tokens: Sequence[Token], at: int) -> tuple[int, str, int] | None:
        """A number and a unit: `(90, "day", position behind)`."""
        if at + 1 >= len(tokens) or tokens[at + 1].key not in self._units:
            return None
        key = tokens[at].key
        if key.isdecimal() and len(key) <= MOST_DIGITS_OF_A_COUNT:
            return int(key), self._units[tokens[at + 1].key], at + 2
        count = self._numbers.get(key)
        return None if count is None else (count, self._units[tokens[at + 1].key], at + 2)

    def _counted(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """In 90 days, the next two weeks, three days ago, vor drei Tagen."""
        begin = self._skip(tokens, at, "next")
        counted = self._count(tokens, begin)
        if not counted:
            return None
        count, unit, end = counted
        before = tokens[at - 1].key if at else ""
        if self._is(tokens, end, "ago") and tokens[end].key == "ago":
            return exactly(later(today, -count, unit)), end + 1
        if before in self._words["ago"]:
            return exactly(later(today, -count, unit)), end
        if begin > at or before in self._words["within"] | self._words["of"]:
            return exactly(later(today, count, unit)), end
        if self._is(tokens, end, "ahead") and self._is(tokens, end + 1, "now"):
            return exactly(later(today, count, unit)), end + 2
        return None

    def _edge(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """The end of March, Ende des Jahres, Monatsende, mid March."""
        if tokens[at].key in self._ends:
            unit = self._ends[tokens[at].key]
            return exactly(unit_of(today, unit, 0)[1]), at + 1
        if tokens[at].key in self._middles:
            return edge_of(period(*unit_of(today, self._middles[tokens[at].key], 0)), "middle"), at + 1
        bare = self._bare_unit(tokens, at, today)
        if bare and self._is(tokens, at + 1, "end"):  # year end
            return edge_of(bare[0], "end"), at + 2
        edge = next((edge for edge in ("end", "start", "middle") if self._is(tokens, at, edge)), None)
        if not edge:
            return None
        inner = self._skip(tokens, at + 1, "of")
        shapes = (self._with_month, self._named_unit, self._parts.read, self._bare_unit) if inner < len(tokens) else ()
        found = next((read for shape in shapes if (read := shape(tokens, inner, today))), None)
        if not found or not found[0].end:
            return None
        return edge_of(found[0], edge), found[1]

    def _bare_unit(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """The year, the month's: the current one, where its end or middle is spoken of."""
        unit = self._units.get(tokens[at].key.removesuffix("'s")) if at < len(tokens) else None
        return (period(*unit_of(today, unit, 0)), at + 1) if unit and unit != "day" else None

    def _with_month(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """20 November 2017, November 20th, the 1st of March, March, März 2018."""
        if at >= len(tokens):
            return None
        month = self._months.get(tokens[at].key)
        if month is None:
            return self._day_then_month(tokens, at, today)
        day, year = day_number(tokens, at + 1, self._ordinals), year_at(tokens, at + 1)
        if year is None and day is not None:
            behind = behind_stop(tokens, at + 2)
            return self._dated(today, month, day, tokens, behind)
        coming, past = month_of(today, month, year)
        lead = (tokens[at - 1].key if at else "") in self._words["on"]
        if lead or (tokens[at].key == "may" and at == 0):
            return None
        end = at + 1 + (year is not None)
        return When((coming, month_end(coming)), (past, month_end(past)), end=month_end(coming)), end

    def _day_then_month(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        day = day_number(tokens, at, self._ordinals)
        if day is None:
            return None
        behind = self._skip(tokens, behind_stop(tokens, at + 1), "of")
        month = self._months.get(tokens[behind].key) if behind < len(tokens) else None
        return None if month is None else self._dated(today, month, day, tokens, behind + 1)

    def _dated(self, today: date, month: int, day: int, tokens: Sequence[Token], at: int) -> tuple[When, int]:
        after = behind_stop(tokens, at)
        year = year_at(tokens, at) or year_at(tokens, after)
        if year is None:
            return nearest(today, month, day), at
        behind = at + 1 if year_at(tokens, at) else after + 1
        return exactly(*filter(None, [day_of(year, month, day)])), behind

    def _weekday(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """Next Friday, letzten Montag; a bare weekday is the nearest one before or behind today."""
        qualifier = next((field for field in ("next", "last", "this") if self._is(tokens, at, field)), None)
        position = at + 1 if qualifier else at
        weekday = self._weekdays.get(tokens[position].key) if position < len(tokens) else None
        if weekday is None:
            return None
        ahead = timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
        back = timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)
        coming, past = (today + ahead,), (today - back,)
        if qualifier == "last":
            coming = past
        return When(coming, () if qualifier == "next" else past), position + 1

    def _named_unit(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """This year, next month, the quarter, 2018."""
        offset = next((n for n, field in enumerate(("last", "this", "next"), -1) if self._is(tokens, at, field)), None)
        position = at if offset is None else at + 1
        unit = self._units.get(tokens[position].key) if position < len(tokens) else None
        before = tokens[at - 1].key if at else ""
        if unit and offset == 1 and tokens[position].key in self._several:
            return None  # in the next weeks: nobody says how many
        if unit and unit != "day" and (offset is not None or before in self._words["of"]):
            return period(*unit_of(today, unit, offset or 0)), position + 1
        year = year_at(tokens, at)
        return None if year is None else (period(date(year, 1, 1), date(year, MONTHS_IN_A_YEAR, 31)), at + 1)

    def _bare_day(self, tokens: Sequence[Token], at: int, today: date) -> tuple[When, int] | None:
        """The 20th, am 20.: the nearest such day of a month."""
        day = day_number(tokens, at, self._ordinals)
        marked = tokens[at].key[-2:] in {"st", "nd", "rd", "th"} or self._dotted(tokens, at)
        if day is None or not marked:
            return None
        firsts = [add_months(today.replace(day=1), offset) for offset in range(-2, 3)]
        days = [found for first in firsts if (found := day_of(first.year, first.month, day))]
        coming, past = [d for d in days if d >= today][:1], [d for d in days if d <= today][-1:]
        return When(tuple(coming), tuple(past)), at + (2 if self._dotted(tokens, at) else 1)

    def _dotted(self, tokens: Sequence[Token], at: int) -> bool:
        lead = (tokens[at - 1].key if at else "") in self._words["on"] | self._words["until"] | self._words["of"]
        return lead and at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at].end == tokens[at + 1].start


def _merged(maps: Iterable[Mapping[str, Value]]) -> dict[str, Value]:
    return {spelling: value for entries in maps for word, value in entries.items() for spelling in spellings(word)}


def _set(lists: Iterable[str]) -> frozenset[str]:
    return frozenset(spelling for words in lists for word in words.split() for spelling in spellings(word))
