"""Who counts for the company and is nobody in its Slack workspace; who was asked whether that is them."""

from collections.abc import Iterator
from dataclasses import replace

from domain.beginning import Namesakes, namesakes, unmatched
from domain.ports import Member
from handlers.errors import RefusedError
from handlers.render.blocks import page, sections
from handlers.replies import Reply
from handlers.room import Room, one_line
from handlers.words import escape

THEM, NOBODY = "yes", "no"


def people(room: Room) -> Reply:
    """The people without Slack, and those who were asked and have not answered. For admins."""
    lines = list(_lines(room))
    return page(lines, sections(lines, room.words), room.words)


def _lines(room: Room) -> Iterator[str]:
    words, found = room.words, namesakes(room.company, room.today)
    yield words.say("people.title", n=len(found)) if found else words.say("people.all")
    asked = {m.asked.person: m for m in room.company.members.values() if m.asked is not None and m.person is None}
    yield from (_line(room, person, asked.get(person), each) for person, each in found.items())
    if found:
        yield words.say("people.how")


def _line(room: Room, person: str, member: Member | None, found: Namesakes) -> str:
    """Somebody who is nobody in Slack: who was asked whether that is them and what they said, or who may be."""
    say, name = room.words.say, _name(room, person)
    if member is not None and member.asked is not None:
        key = "people.asked" if member.asked.is_them is None else "people.denied"
        return say(key, name=name, who=f"<@{member.user}>", day=room.words.date(member.asked.on))
    if found.only is not None:
        return say("people.perhaps", name=name, who=f"<@{found.only.user}>")
    return say("people.several" if found.users else "people.unasked", name=name)


def _name(room: Room, person: str) -> str:
    return escape(one_line(room.company.person_name(person)))


async def press_is_me(room: Room, value: str) -> Reply:
    """Take the word of somebody who was asked whether they are a person on record. Raises RefusedError."""
    said, _, person = value.partition(" ")
    async with room.change() as ledger:
        member = ledger.company.members[room.member.user]
        if member.asked is None or member.asked.person != person or said not in {THEM, NOBODY}:
            raise RefusedError("error.old_button")
        if member.person is not None or member.elsewhere or person not in unmatched(ledger.company, room.today):
            raise RefusedError("invited.over")
        is_them = said == THEM
        asked = replace(member.asked, is_them=is_them)
        await ledger.register(replace(member, asked=asked, person=person if is_them else None))
    lines = [room.words.say("invited.yes" if is_them else "invited.no")]
    return page(lines, sections(lines, room.words), room.words)
