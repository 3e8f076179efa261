"""What admins record about the company: the membership that was bought, and a month's figure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from domain.buying import SetMembership
from domain.changes import ReportFigure
from domain.dates import MONTHS_IN_A_YEAR, Month, add_months
from domain.facts import Membership
from domain.ports import Company
from domain.programme import Metric, Programme
from handlers.errors import RefusedError
from handlers.finding import level_of, quoted
from handlers.help import how_to_type
from handlers.link import FIRST_EXAMS
from handlers.render.records import figure_recorded, membership_recorded
from handlers.replies import Reply
from handlers.requests import FigureReport, MembershipSet
from handlers.room import Room
from handlers.words import Words, escape
from handlers.writing import Planned, write

PLAIN = re.compile(r"\d+(?:[.,]\d{1,2}|[.,]\d{4,6})?|0[.,]\d{3}", re.ASCII)
GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.\d{1,6}|(?:\.\d{3})+,\d{1,6}|(?:,\d{3}){2,}|(?:\.\d{3}){2,})", re.ASCII)
EITHER = re.compile(r"(\d{1,3})[.,](\d{3})", re.ASCII)
MOST_DIGITS = 15


async def membership(room: Room, request: MembershipSet) -> Reply:
    """Record the level that was bought; its anniversary is a year later. Raises RefusedError."""
    room.admins_only()
    for mistake in mistakes(room, request):
        raise mistake
    if request.level is None or request.purchased is None:
        raise RefusedError("bought.form", **how_to_type("membership"))
    level = level_of(room.programme, request.level, room.words)
    bought = Membership(level, request.purchased, add_months(request.purchased, MONTHS_IN_A_YEAR))

    def plan(company: Company) -> Planned:
        return Planned() if company.facts.membership == bought else Planned([SetMembership(bought)])

    written = await write(room, plan)
    return membership_recorded(room, written, bought)


def mistakes(room: Room, request: MembershipSet) -> Iterator[RefusedError]:
    """Everything about a purchase that cannot be, the first to mend first."""
    yield from _unread(room, request)
    if request.level is None or request.purchased is None:
        yield RefusedError("bought.form", **how_to_type("membership"))
        return
    try:
        level_of(room.programme, request.level, room.words)
    except RefusedError as mistake:
        yield mistake
    if request.purchased > room.today:
        yield RefusedError("bought.future", day=room.words.date(request.purchased))
    if request.purchased < FIRST_EXAMS:
        yield RefusedError("bought.too_old", day=room.words.date(request.purchased))


def _unread(room: Room, request: MembershipSet) -> Iterator[RefusedError]:
    """What the words that could not be read were to name: a day where there is a digit, else a level."""
    for word in request.unreadable:
        if any(letter.isdigit() for letter in word):
            yield RefusedError("bought.no_date", day=quoted(word), **how_to_type("membership"))
        elif request.level is None:
            try:
                level_of(room.programme, word, room.words)
            except RefusedError as mistake:
                yield mistake
        else:
            yield RefusedError("bought.unreadable", words=quoted(word), **how_to_type("membership"))


async def figure(room: Room, request: FigureReport) -> Reply:
    """Record a month's value of a metric. Raises RefusedError."""
    room.admins_only()
    metric = _metric(room.programme, request, room.words)
    month = _month(room, request.month)
    value = _value(request.value or room.typed.rpartition(request.month or "")[2])
    written = await write(room, lambda _: Planned([ReportFigure(metric.id, month, value)]))
    return figure_recorded(room, written, metric, month, value)


def _metric(programme: Programme, request: FigureReport, words: Words) -> Metric:
    names = {name.casefold(): m for m in programme.metrics.values() for name in (m.id, *m.name.values())}
    found = names.get((request.metric or "").strip().casefold())
    if found is None:
        listed = [f"`{escape(metric)}`" for metric in sorted(programme.metrics)]
        key = "report.unknown_metric" if request.month else "report.form"
        raise RefusedError(key, metrics=words.both(listed), example=escape(min(programme.metrics)))
    return found


def _month(room: Room, typed: str | None) -> Month:
    try:
        month = Month.parse(typed or "")
    except ValueError:
        raise RefusedError("report.month", month=quoted(typed or "–")) from None
    if month > Month.of(room.today):
        raise RefusedError("report.future", month=room.words.month(month.first_day))
    return month


def _part(either: re.Match[str]) -> str:
    """A number with three decimals in a form that cannot be taken for thousands: 9.5, or 9.1250."""
    decimals = either[2].rstrip("0")
    return f"{either[1]}.{decimals}{'0' if len(decimals) == len(either[2]) else ''}".removesuffix(".")


def _value(typed: str | None) -> Decimal:
    """An exact amount. What could be read in two ways is refused, with the form that cannot."""
    text = (typed or "").strip()
    either = EITHER.fullmatch(text)
    if either is not None and not text.startswith("0"):
        raise RefusedError("report.ambiguous", value=quoted(text), one=either[1] + either[2], other=_part(either))
    if sum(c.isdigit() for c in text) > MOST_DIGITS:
        raise RefusedError("report.too_long", most=MOST_DIGITS)
    if PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    if GROUPED.fullmatch(text):
        mark = text[max(text.rfind("."), text.rfind(","))]
        whole, _, part = text.rpartition(mark) if text.count(mark) == 1 else (text, "", "")
        return Decimal(f"{re.sub('[.,]', '', whole)}.{part or 0}")
    raise RefusedError("report.no_number", value=quoted(text or "–"))
