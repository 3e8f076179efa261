"""What an admin hears who records a figure."""

from decimal import Decimal

from domain.dates import Month
from domain.programme import Metric
from handlers.render.blocks import context, page, sections
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import CURRENCIES, escape
from handlers.writing import Written


def figure_recorded(room: Room, written: Written, metric: Metric, month: Month, value: Decimal) -> Reply:
    """What was understood, what it replaced, and what it changed."""
    words = room.words
    said = {"metric": escape(words.name(metric.name)), "month": words.month(month.first_day)}
    before = written.before.figures.get(metric.id, {}).get(month)
    lines = [words.say("report.done", value=_amount(value, metric, room), **said)]
    if before is not None and before != value:
        lines.append(words.say("report.replaced", value=_amount(before, metric, room)))
    if month == Month.of(room.today):
        lines.append(words.say("report.this_month", month=words.month(month.plus(1).first_day)))
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)


def _amount(value: Decimal, metric: Metric, room: Room) -> str:
    return room.words.amount(value, metric.unit) if metric.unit in CURRENCIES else room.words.number(value)
