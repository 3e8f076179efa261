"""Who is away until when, and who reads what is for them in that time. For admins."""

from dataclasses import replace
from datetime import date, timedelta

from domain.absence import away_since, stands_in, stands_in_no_more
from domain.notices import Due
from domain.ports import Away, Company, Ledger, Member
from domain.recipients import is_loop, standing_in
from handlers.errors import RefusedError
from handlers.finding import MENTION, quoted
from handlers.help import how_to_type
from handlers.render.absence import meanwhile
from handlers.render.blocks import page, sections
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.replies import Reply
from handlers.requests import AwayAsked
from handlers.room import Room, one_line
from handlers.words import escape

FARTHEST = timedelta(days=366)


async def away(room: Room, request: AwayAsked) -> Reply:
    """Say that the speaker is away or back, or show who is away. Raises RefusedError."""
    match request.what:
        case "list":
            return _listed(room)
        case "off":
            return await _back(room)
        case "until":
            return await _until(room, request)


async def _until(room: Room, request: AwayAsked) -> Reply:
    day = _day(room, request.until)
    deputy = _deputy(room, request.deputy)
    absent = replace(room.member, away=Away(day, deputy.user if deputy else None))
    async with room.change() as ledger:
        if deputy is not None and is_loop(ledger.company, room.member.user, deputy.user, room.today):
            raise RefusedError("away.loop", who=f"<@{deputy.user}>")
        await ledger.register(_now(ledger.company, absent))
        reads = standing_in(ledger.company, room.member.user, room.today)
        if reads != room.member.user and ledger.company.organisation.stage != "quiet":
            await ledger.owe(Due((stands_in(room.member.user, reads, room.today, day),)), room.at)
        await ledger.look_again(room.at)
    key = "away.done_nobody" if reads == room.member.user else "away.done"
    return _said(room, [room.words.say(key, day=room.words.date(day), who=f"<@{reads}>")])


async def _back(room: Room) -> Reply:
    if not room.member.is_away(room.today):
        raise RefusedError("away.not_away")
    async with room.change() as ledger:
        since = await _ended(room, ledger)
        # That they were away is kept: what was told them on their return is mended for them too.
        await ledger.register(_now(ledger.company, replace(room.member, away=Away(room.today))))
        await ledger.look_again(room.at)
    telling = Telling(room.company, room.programme, Phrases(room.words, room.programme), room.today, names=True)
    told = [] if since is None else meanwhile(telling, room.member.user, since)
    return _said(room, [room.words.say("away.off"), *told])


async def _ended(room: Room, ledger: Ledger) -> date | None:
    """Tell who stood in that it is over; since when they did, None where nobody was told."""
    user, away = room.member.user, ledger.company.members[room.member.user].away
    since = None if away is None else away_since(ledger.history, user, away.until)
    reads = standing_in(ledger.company, user, room.today)
    if away is not None and since is not None and reads != user:
        await ledger.owe(Due((stands_in_no_more(user, reads, away.until),)), room.at)
    return since


def _now(company: Company, said: Member) -> Member:
    """The member as they are on record, with the absence that was said."""
    return replace(company.members[said.user], away=said.away)


def _day(room: Room, day: date | None) -> date:
    """The day of the return. Raises RefusedError where it cannot be."""
    if day is None:
        raise RefusedError("away.form", **how_to_type("away", room))
    if day <= room.today:
        example = (room.today + timedelta(days=7)).isoformat()
        raise RefusedError("away.past", day=room.words.date(day), example=example)
    if day > room.today + FARTHEST:
        raise RefusedError("away.far", day=room.words.date(day))
    return day


def _deputy(room: Room, named: str | None) -> Member | None:
    """The admin who is named to stand in; None where nobody is. Raises RefusedError where it cannot be them."""
    if named is None:
        return None
    mention = MENTION.fullmatch(named.strip())
    wanted = " ".join(named.split()).casefold().removeprefix("@")
    members = room.company.members.values()
    known = [m for m in members if (m.user == mention[1] if mention else wanted in _names(m))]
    others = [admin for admin in room.company.admins if admin.user != room.member.user]
    if not known:
        raise RefusedError("away.unknown", name=quoted(named), example=how_to_type("away", room)["example"])
    found = next((member for member in known if member in others), known[0])
    if found.user == room.member.user:
        raise RefusedError("away.self")
    if found not in others:
        company = escape(room.company.organisation.name)
        if not others:
            raise RefusedError("away.no_other", company=company)
        admins = room.words.either(f"<@{admin.user}>" for admin in others)
        raise RefusedError("away.no_admin", who=escape(one_line(found.name)), company=company, admins=admins)
    return found


def _names(member: Member) -> set[str]:
    name = member.name.casefold()
    return {name, *name.split()[:1]}


def _listed(room: Room) -> Reply:
    absent = [admin for admin in room.company.admins if admin.is_away(room.today)]
    if not absent:
        return _said(room, [room.words.say("away.none")])
    return _said(room, [room.words.say("away.title"), *(_line(room, admin) for admin in absent)])


def _line(room: Room, admin: Member) -> str:
    reads = standing_in(room.company, admin.user, room.today)
    day = room.words.date(admin.away.until) if admin.away else ""
    key = "away.line_nobody" if reads == admin.user else "away.line"
    return room.words.say(key, who=f"<@{admin.user}>", day=day, deputy=f"<@{reads}>")


def _said(room: Room, lines: list[str]) -> Reply:
    return page(lines, sections(lines, room.words), room.words)
