"""What an admin hears who records a membership or a figure."""

from decimal import Decimal

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Membership
from domain.programme import Metric
from domain.risk import risks
from handlers.render.blocks import context, page, sections
from handlers.render.phrases import Phrases
from handlers.render.written import changed_lines, ground_line, risk_lines, subject_name, touched
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import CURRENCIES, escape
from handlers.writing import Written


def membership_recorded(room: Room, written: Written, bought: Membership) -> Reply:
    """The level, its year, whether any competency holds it, and what is at risk."""
    words, level = room.words, Phrases(room.words, room.programme).level(bought.level)
    dates = {"purchased": words.date(bought.purchased), "anniversary": words.date(bought.anniversary)}
    left = (bought.anniversary - room.today).days
    ahead = words.say("bought.days_left", n=left) if left >= 0 else words.say("bought.over")
    key = "bought.done" if written.changed else "bought.again"
    lines = [words.say(key, level=level, **dates), ahead]
    if not _held(written, bought.level):
        lines.append(words.say("bought.not_held", level=level))
    lines.append(_at_risk(room, written))
    return page(lines, [*sections(lines, words), context([ground_line(room, ())], words)], words)


def _at_risk(room: Room, written: Written) -> str:
    """Everything that is at risk now, told before or not."""
    found = risks(room.programme, written.company.facts, room.today)
    if not found:
        return room.words.say("bought.no_risk")
    phrases = Phrases(room.words, room.programme)
    return room.words.say("bought.at_risk", what=room.words.both(subject_name(o.subject, phrases) for o in found))


def _held(written: Written, level: str) -> bool:
    found = (c.levels.get(level) for c in written.standing.competencies.values())
    return any(each is not None and each.status is Status.MET for each in found)


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
