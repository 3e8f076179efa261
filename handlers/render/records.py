"""What an admin hears who records a figure."""

from collections.abc import Mapping
from decimal import Decimal

from domain.dates import Month
from domain.programme import Metric
from handlers.render.blocks import context, page, sections
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import CURRENCIES, escape
from handlers.writing import Written

MOST_MONTHS = 12


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


def figures_recorded(room: Room, written: Written, metric: Metric, values: Mapping[Month, Decimal]) -> Reply:
    """Which months were recorded, what some of them replaced, and what that changed."""
    words, known = room.words, written.before.figures.get(metric.id, {})
    first, last = (words.month(month.first_day) for month in (min(values), max(values)))
    said = {"metric": escape(words.name(metric.name)), "first": first, "last": last}
    lines = [words.say("figures.done", n=len(values), **said)]
    replaced = [month for month, value in sorted(values.items()) if known.get(month, value) != value]
    if replaced:
        months = words.both(words.month(month.first_day) for month in replaced[:MOST_MONTHS])
        lines.append(words.say("figures.replaced", n=len(replaced), months=months))
    if Month.of(room.today) in values:
        next_month = Month.of(room.today).plus(1).first_day
        lines.append(words.say("report.this_month", month=words.month(next_month)))
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)


def _amount(value: Decimal, metric: Metric, room: Room) -> str:
    return room.words.amount(value, metric.unit) if metric.unit in CURRENCIES else room.words.number(value)
