"""In which programmes an organisation takes part, that it takes part in one more, and that it leaves one."""

from collections.abc import Collection

from domain.enrolments import Enrol, LeaveProgramme, is_of_all, programmes_of
from domain.owed import Due
from domain.ports import Actor, Company
from domain.programme import Programme
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.programme_requests import ProgrammeCommand, ProgrammeJoin, ProgrammeLeave, ProgrammesShow
from handlers.programmes import ask_about, in_each, name_of, named_programme, turned_to
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.replies import Reply
from handlers.room import Room
from handlers.settling import settle
from handlers.words import escape
from handlers.writing import Planned, write

LEAVE = "programme_leave:go"


async def enrol(room: Room, command: ProgrammeCommand) -> Reply:
    """Show the programmes, join one, or ask whether to leave one. Raises RefusedError."""
    match command:
        case ProgrammesShow():
            return programmes(room)
        case ProgrammeJoin():
            return await join(room, command)
        case ProgrammeLeave():
            return leaving(room, command)


def programmes(room: Room) -> Reply:
    """In which programmes the organisation takes part, and in which it could."""
    words, catalogue = room.words, room.tools.grammar.catalogue
    mine = list(in_each(room))
    lines = [words.say("programme.title", n=len(mine))]
    for each in mine:
        market = words.say(f"market.{each.company.facts.market}")
        lines.append("• " + words.say("programme.line", name=name_of(each.programme, words), market=market))
    if len(mine) > 1:
        lines.append(words.say("programme.first", name=name_of(mine[0].programme, words)))
    others = [each for key, each in catalogue.items() if key not in programmes_of(room.company)]
    if others and room.may("settings"):
        lines.append(words.say("programme.others"))
        lines += [f"• {name_of(each, words)}: `/assay programme join {each.id}`" for each in others]
    return page(lines, sections(lines, words), words)


async def join(room: Room, request: ProgrammeJoin) -> Reply:
    """Record that the organisation takes part in a further programme. Raises RefusedError."""
    words, wanted = room.words, _wanted(room, request.said)
    again: list[bool] = []

    def plan(company: Company) -> Planned:
        again.append(wanted.id in company.facts.former)
        market = request.market or company.facts.market
        return Planned() if wanted.id in programmes_of(company) else Planned([Enrol(wanted.id, market)])

    written = await write(room, plan)
    if not written.changed:
        raise RefusedError("programme.again", name=name_of(wanted, words))
    market = words.say(f"market.{written.company.facts.elsewhere[wanted.id].market}")
    key = "programme.rejoined" if again[0] else "programme.joined"
    lines = [words.say(key, name=name_of(wanted, words), market=market)]
    first = next(iter(wanted.competencies.values()))
    buttons = actions([ask_about(turned_to(room, wanted.id), first)])
    small = context([words.say("programme.first", name=name_of(next(in_each(room)).programme, words))], words)
    return page(lines, [*sections(lines, words), *buttons, small], words)


def leaving(room: Room, request: ProgrammeLeave) -> Reply:
    """What it means to leave a programme, with the button that does. Raises RefusedError."""
    words, wanted = room.words, _wanted(room, request.said)
    _check(room, programmes_of(room.first or room.company), wanted)
    name, left = name_of(wanted, words), turned_to(room, wanted.id).company.facts
    lines = [words.say("programme.leave", name=name)]
    if left.membership is not None and left.membership.ended_on is None and room.today < left.membership.anniversary:
        level = escape(words.name(wanted.levels[left.membership.level]))
        lines.append(words.say("programme.leave_bought", level=level, day=words.date(left.membership.anniversary)))
    button = Button(words.say("programme.leave_button", name=words.name(wanted.name)), LEAVE, wanted.id, "danger")
    small = context([words.say("programme.leave_kept", id=wanted.id)], words)
    return page(lines, [*sections(lines, words), small, *actions([button])], words)


def to_leave(room: Room, said: str) -> Room:
    """The room in the programme that is named, as `leave` wants it. Raises RefusedError."""
    return turned_to(room, _wanted(room, said).id)


async def press_leave(room: Room, value: str) -> Reply:
    """Leave the programme of the room, as its admin confirmed. Raises RefusedError."""
    del value
    return await leave(room)


async def leave(room: Room) -> Reply:
    """Record that the organisation takes no part any more in the programme of the room. Raises RefusedError.

    What was recorded in it stays on record; what was to be told because of it is over.
    """
    words, left, catalogue = room.words, room.programme, room.tools.grammar.catalogue
    actor = Actor(room.member.user or None, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        mine = programmes_of(ledger.company)
        _check(room, mine, left)
        first = next(each for each in mine if each != left.id)
        if left.id == mine[0]:
            await ledger.lead_with(first)
        ledger.turn(left.id)
        over = tuple(subject for subject in ledger.history.open if not is_of_all(subject))
        await ledger.owe(Due(closed=over), room.at)
        ledger.turn(first)
        await settle(ledger, catalogue[first], [LeaveProgramme(left.id, room.today)], room.at)
        now = [name_of(catalogue[each], words) for each in programmes_of(ledger.company)]
    said = {"name": name_of(left, words), "day": words.date(room.today), "id": left.id}
    lines = [words.say("programme.left", others=words.both(now), **said)]
    return page(lines, sections(lines, words), words)


def _check(room: Room, mine: Collection[str], wanted: Programme) -> None:
    """Refuse to leave a programme in which the organisation takes no part, or its only one."""
    name = name_of(wanted, room.words)
    if wanted.id not in mine:
        raise RefusedError("programme.not_in", name=name)
    if len(mine) == 1:
        raise RefusedError("programme.only_one", name=name)


def _wanted(room: Room, said: str) -> Programme:
    """The programme that is named, by its id, its name, or the beginning of a word of it. Raises RefusedError."""
    catalogue = room.tools.grammar.catalogue
    found = named_programme(catalogue, said)
    if len(found) != 1:
        known = room.words.either(f"`{each}`" for each in catalogue)
        raise RefusedError("programme.unknown", typed=quoted(said), known=known)
    return found[0]
