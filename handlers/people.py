"""Who counts for the company and is nobody in its Slack workspace; who was asked whether that is them."""

from collections.abc import Iterator
from dataclasses import replace

from domain.beginning import unmatched
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
    words, members = room.words, room.company.members.values()
    alone = list(unmatched(room.company, room.today))
    open_questions = [m for m in members if m.asked is not None and m.asked.is_them is None and m.person is None]
    waiting = {member.asked.person for member in open_questions if member.asked}
    yield words.say("people.title", n=len(alone)) if alone else words.say("people.all")
    for member in open_questions:
        if member.asked is not None and member.asked.person in alone:
            name, day = _name(room, member.asked.person), words.date(member.asked.on)
            yield words.say("people.asked", name=name, who=f"<@{member.user}>", day=day)
    yield from (words.say("people.unasked", name=_name(room, person)) for person in alone if person not in waiting)
    if alone:
        yield words.say("people.how")


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
