"""In which programmes an organisation takes part, and that it takes part in one more."""

from domain.enrolments import Enrol, programmes_of
from domain.ports import Company
from domain.programme import Programme
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.programme_requests import ProgrammeCommand, ProgrammeJoin, ProgrammesShow
from handlers.programmes import ask_about, in_each, name_of, turned_to
from handlers.render.blocks import actions, context, page, sections
from handlers.replies import Reply
from handlers.room import Room
from handlers.writing import Planned, write


async def enrol(room: Room, command: ProgrammeCommand) -> Reply:
    """Show the programmes, or join one. Raises RefusedError."""
    return programmes(room) if isinstance(command, ProgrammesShow) else await join(room, command)


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
    market = request.market or room.company.facts.market

    def plan(company: Company) -> Planned:
        return Planned() if wanted.id in programmes_of(company) else Planned([Enrol(wanted.id, market)])

    written = await write(room, plan)
    said = {"name": name_of(wanted, words), "market": words.say(f"market.{market}")}
    if not written.changed:
        raise RefusedError("programme.again", name=said["name"])
    lines = [words.say("programme.joined", **said)]
    first = next(iter(wanted.competencies.values()))
    buttons = actions([ask_about(turned_to(room, wanted.id), first)])
    small = context([words.say("programme.first", name=name_of(room.programme, words))], words)
    return page(lines, [*sections(lines, words), *buttons, small], words)


def _wanted(room: Room, said: str) -> Programme:
    """The programme that is named, by its id, its name, or the beginning of a word of it. Raises RefusedError."""
    catalogue, typed = room.tools.grammar.catalogue, " ".join(said.split()).casefold()
    exact = [each for each in catalogue.values() if typed in {each.id, *map(str.casefold, each.name.values())}]
    parts = [each for each in catalogue.values() if any(typed in name.casefold() for name in each.name.values())]
    found = exact or (parts if typed else [])
    if len(found) != 1:
        known = room.words.either(f"`{each}`" for each in catalogue)
        raise RefusedError("programme.unknown", typed=quoted(said), known=known)
    return found[0]
