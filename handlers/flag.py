"""What admins record about a status: whether the vendor granted it, and until when."""

from collections.abc import Iterator

from domain.changes import SetFlag
from domain.ports import Company
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.help import how_to_type
from handlers.render.blocks import context, page, sections
from handlers.render.figures import status_name
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.requests import FlagSet
from handlers.room import Room
from handlers.words import escape
from handlers.writing import Planned, Written, write


async def flag(room: Room, request: FlagSet) -> Reply:
    """Record whether a status is granted; the answer tells what that changes. Raises RefusedError."""
    change = _change(room, request)

    def plan(company: Company) -> Planned:
        facts = company.facts
        known = (facts.flags.get(change.name), facts.flag_ends.get(change.name))
        return Planned() if known == (change.value, change.until) else Planned([change])

    return _recorded(room, await write(room, plan), change)


def _change(room: Room, request: FlagSet) -> SetFlag:
    if request.said is None or request.value is None:
        raise RefusedError("flags.form", known="\n".join(_known(room)), **how_to_type("flag", room))
    if request.name is None:
        names = room.words.either(f"`{escape(name)}`" for name in sorted(room.programme.flags))
        raise RefusedError("flags.unknown", name=quoted(request.said), names=names or "–")
    if request.unreadable is not None:
        raise RefusedError("flags.no_date", words=quoted(request.unreadable), **how_to_type("flag", room))
    if request.until is not None and not request.value:
        raise RefusedError("flags.no_end", name=escape(request.name))
    if request.until is not None and request.until <= room.today:
        raise RefusedError("flags.past", until=room.words.date(request.until), name=escape(request.name))
    return SetFlag(request.name, request.value, request.until)


def _known(room: Room) -> Iterator[str]:
    """Every status that a rule asks for, and what is on record of it."""
    facts, words = room.company.facts, room.words
    for name in sorted(room.programme.flags):
        granted, until = facts.flags.get(name), facts.flag_ends.get(name)
        key = "unrecorded" if granted is None else "withheld" if not granted else "granted" if not until else "until"
        day = "" if until is None else words.date(until)
        yield f"• `{escape(name)}`: {words.say(f'flags.known.{key}', day=day)}"


def _recorded(room: Room, written: Written, change: SetFlag) -> Reply:
    words = room.words
    name = status_name(change.name)
    day = "" if change.until is None else words.date(change.until)
    key = "withheld" if not change.value else "granted" if change.until is None else "until"
    known = words.say(f"flags.known.{key}", day=day)
    lines = [words.say("flags.done" if written.changed else "flags.again", name=name, known=known)]
    if written.changed:
        lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)
