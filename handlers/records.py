"""What admins record about the company: a month's figure."""

import re
from decimal import Decimal

from domain.changes import ReportFigure
from domain.dates import Month
from domain.programme import Metric, Programme
from handlers.errors import RefusedError
from handlers.figure_requests import FigureReport
from handlers.finding import quoted
from handlers.render.records import figure_recorded
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import Words, escape
from handlers.writing import Planned, write

PLAIN = re.compile(r"\d+(?:[.,]\d{1,2}|[.,]\d{4,6})?|0[.,]\d{3}", re.ASCII)
GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+\.\d{1,6}|(?:\.\d{3})+,\d{1,6}|(?:,\d{3}){2,}|(?:\.\d{3}){2,})", re.ASCII)
EITHER = re.compile(r"(\d{1,3})[.,](\d{3})", re.ASCII)
MOST_DIGITS = 15


async def figure(room: Room, request: FigureReport) -> Reply:
    """Record a month's value of a metric. Raises RefusedError."""
    metric = _metric(room.programme, request, room.words)
    month = month_in(room, request.month)
    value = value_in(request.value or room.typed.rpartition(request.month or "")[2])
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


def figure_metric(room: Room, name: str | None) -> Metric:
    """A metric by its id or name. Raises RefusedError."""
    return _metric(room.programme, FigureReport(name, "-", None), room.words)


def month_in(room: Room, typed: str | None) -> Month:
    """A month that has begun, typed as YYYY-MM. Raises RefusedError."""
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


def value_in(typed: str | None) -> Decimal:
    """An exact amount. What could be read in two ways is refused, with the form that cannot. Raises RefusedError."""
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
