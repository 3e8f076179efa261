"""Who counts for the company and is nobody in its Slack workspace; who was asked whether that is them."""

from dataclasses import replace

from domain.beginning import Namesakes, namesakes, unmatched
from domain.ports import Member
from handlers.errors import RefusedError
from handlers.lists import plain
from handlers.render.blocks import actions, page, sections
from handlers.replies import Reply
from handlers.room import Room, one_line
from handlers.tabled import Asked, Listing, Row, list_buttons
from handlers.words import escape

THEM, NOBODY = "yes", "no"


def people(room: Room) -> Reply:
    """The people without Slack, and those who were asked and have not answered. For admins."""
    words, found = room.words, people_listing(room)
    if not found.rows:
        return page([words.say("people.all")], sections([words.say("people.all")], words), words)
    shown = found.rows[: found.page]
    lines = [
        words.say("people.title", n=len(found.rows)),
        *(line for row in shown for line in row.lines),
        words.say("people.how"),
    ]
    last = Asked("people", after=shown[-1].key)
    more = list_buttons(room, last, more=True) if len(found.rows) > len(shown) else ()
    return page(lines, [*sections(lines, words), *actions(more)], words)


def people_listing(room: Room) -> Listing:
    """The same as a list, by their names."""
    words, found = room.words, namesakes(room.company, room.today)
    asked = {m.asked.person: m for m in room.company.members.values() if m.asked is not None and m.person is None}
    rows = []
    for person, each in found.items():
        name, line = room.company.person_name(person), _line(room, person, asked.get(person), each)
        rows.append(Row((name.casefold(), person), (name, plain(line)), [line]))
    head = tuple(words.say(f"export.column.{column}") for column in ("name", "what"))
    return Listing(plain(words.say("people.title", n=len(found))), head, sorted(rows, key=lambda row: row.key))


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
