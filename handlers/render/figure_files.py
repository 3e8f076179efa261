"""What an admin reads of a table of figures: what it would bring, what is wrong with it, what was taken over."""

from collections.abc import Iterable, Sequence

from domain.figure_table import FigureCell, FigurePlan, FigureTable, Mistake
from domain.ports import Upload
from handlers.finding import quoted
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import escape
from handlers.writing import Written

MOST_MISTAKES = 20
MOST_METRICS = 10


def figures_previewed(room: Room, upload: Upload, found: FigurePlan, unread: Sequence[str]) -> Reply:
    """What a table would bring, with the button that takes it over."""
    words, file = room.words, quoted(upload.file)
    count = len(found.new) + len(found.other)
    if not count:
        lines = [words.say("table.nothing", file=file, n=found.known)]
        return page(lines, sections(lines, words), words)
    lines = [words.say("import.preview", file=file), *_counted(room, found)]
    lines += _metrics(room, (*found.new, *found.other))
    if unread:
        lines.append(words.say("table.unread", columns=words.both(quoted(each) for each in unread[:MOST_METRICS])))
    buttons = [
        Button(words.say("table.button", n=count), "import:go", upload.id, "primary"),
        Button(words.say("import.button_cancel"), "import_cancel:go", upload.id),
    ]
    small = context([words.say("import.waits")], words)
    return page(lines, [*sections(lines, words), small, *actions(buttons)], words)


def figures_wrong(room: Room, file: str, table: FigureTable) -> Reply:
    """Every mistake of a table, with its row and what mends it; nothing of the file is taken over."""
    words, found = room.words, table.mistakes
    lines = [words.say("table.wrong", file=quoted(file), n=len(found))]
    lines += [f"• {_mistake(room, each)}" for each in found[:MOST_MISTAKES]]
    if len(found) > MOST_MISTAKES:
        lines.append(words.say("list.more", n=len(found) - MOST_MISTAKES))
    return page(lines, sections(lines, words), words)


def figures_taken(room: Room, upload: Upload, count: int, written: Written) -> Reply:
    """What a table brought and what that changed, with the button that takes it back."""
    words = room.words
    lines = [words.say("table.done", file=quoted(upload.file), n=count)]
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    button = Button(words.say("import.button_withdraw"), "figures_withdraw:go", upload.id, "danger")
    ground = context([ground_line(room, touched(written))], words)
    return page(lines, [*sections(lines, words), ground, *actions([button])], words)


def figures_taken_back(room: Room, count: int, written: Written) -> Reply:
    """What was taken back and what that changed."""
    words = room.words
    lines = [words.say("table.taken_back", n=count), *changed_lines(room, written), *risk_lines(room, written)]
    ground = context([ground_line(room, touched(written))], words)
    return page(lines, [*sections(lines, words), ground], words)


def _counted(room: Room, found: FigurePlan) -> list[str]:
    kinds = (("new", len(found.new)), ("other", len(found.other)), ("known", found.known))
    return [f"• {room.words.say(f'table.{kind}', n=n)}" for kind, n in kinds if n]


def _metrics(room: Room, cells: Iterable[FigureCell]) -> list[str]:
    """For each metric, which months."""
    months: dict[str, list[FigureCell]] = {}
    for cell in cells:
        months.setdefault(cell.metric, []).append(cell)
    lines = [_metric(room, metric, found) for metric, found in list(months.items())[:MOST_METRICS]]
    more = len(months) - len(lines)
    return [*lines, *([room.words.say("list.more", n=more)] if more else [])]


def _metric(room: Room, metric: str, cells: Sequence[FigureCell]) -> str:
    name = escape(room.words.name(room.programme.metrics[metric].name))
    first, last = (room.words.month(pick(cell.month for cell in cells).first_day) for pick in (min, max))
    key = "table.metric" if len(cells) > 1 else "table.metric_one"
    return f"• {room.words.say(key, name=name, n=len(cells), first=first, last=last)}"


def _mistake(room: Room, mistake: Mistake) -> str:
    key = f"table.why.{mistake.why}" if mistake.why in {"twice", "cells"} else mistake.why
    reason = room.words.say(key, **mistake.values)
    if not mistake.column:
        return room.words.say("table.row", row=mistake.row, reason=reason)
    return room.words.say("table.cell", row=mistake.row, column=quoted(mistake.column), reason=reason)
