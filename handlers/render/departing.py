"""What admins hear of those who leave: what they settled, whom they announced; and the buttons that ask."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from domain.departures import provisional_end
from domain.facts import Person
from handlers.render.blocks import Button, actions, context, page, section, sections
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Block, Reply
from handlers.requests import Choice
from handlers.room import Room, one_line
from handlers.words import Words, escape
from handlers.writing import Written

OPENS = "open:left"
"""The action that opens the form for the day, as the forms name it."""
MOST_LISTED = 8
"""So many people with their buttons are looked through at a time."""
BEHIND = " > "
"""Stands before the last person who was shown, in the button that goes on."""


def named(room: Room, people: Sequence[Person]) -> str:
    """People's names in a sentence, for admins."""
    return room.words.both(escape(one_line(room.company.person_name(person.id))) for person in people)


def settled(room: Room, written: Written, choice: Choice, people: Sequence[Person], day: date) -> Reply:
    """What was settled, of whom, and what it changed."""
    words = room.words
    ahead = choice == "left" and day > room.today
    said = {"n": len(people), "who": named(room, people), "company": escape(room.company.organisation.name)}
    lines = [words.say(f"departure.{'ahead' if ahead else choice}", day=words.date(day), **said)]
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)


def each_listed(room: Room, people: Sequence[Person], about: str) -> Reply:
    """Each of some people with the buttons that settle their departure; the others behind a button.

    `about` is what the button that asks about all of them carries.
    """
    words = room.words
    if not people:
        return page([words.say("departure.settled.all")], [section(words.say("departure.settled.all"), words)], words)
    head = words.say("departure.each", n=len(people))
    shown = [block for person in people[:MOST_LISTED] for block in _asking(room, person)]
    if len(people) <= MOST_LISTED:
        return page([head], [section(head, words), *shown], words)
    more = words.say("list.rest", n=len(people) - MOST_LISTED)
    last = people[MOST_LISTED - 1].id
    button = Button(words.say("list.further"), f"departed_each:{last}", f"{about}{BEHIND}{last}")
    return page([head, more], [section(head, words), *shown, section(more, words), *actions([button])], words)


def _asking(room: Room, person: Person) -> Iterator[Block]:
    end = provisional_end(person)
    if end is not None and end.until is not None:
        line = room.words.say("departure.since", who=named(room, [person]), day=room.words.date(end.until))
        yield section(line, room.words)
        yield from single_buttons(person.id, end.until, room.words)


def single_buttons(person: str, on: date, words: Words) -> list[Block]:
    """What an admin can say of one person whose account was deactivated on a day."""
    about = f"{person} {on.isoformat()}"
    return actions(
        [
            _left(about, words, "left"),
            Button(words.say("departure.button.leave"), f"departed_leave:{person}", about),
            Button(words.say("departure.button.mistake"), f"departed_mistake:{person}", about),
        ]
    )


def wave_buttons(since: datetime, until: datetime, words: Words) -> list[Block]:
    """What an admin can say of all whose accounts were deactivated in a time."""
    about = f"{since.isoformat()} {until.isoformat()}"
    return actions(
        [
            _left(about, words, "all_left"),
            Button(words.say("departure.button.all_leave"), f"departed_leave:{until.isoformat()}", about),
            Button(words.say("departure.button.all_mistake"), f"departed_mistake:{until.isoformat()}", about),
            Button(words.say("departure.button.each"), f"departed_each:{until.isoformat()}", about),
        ]
    )


def _left(about: str, words: Words, label: str) -> Button:
    return Button(words.say(f"departure.button.{label}"), f"{OPENS}:{about.replace(' ', '/')}", f"left {about}")


def leaving_noted(room: Room, written: Written, person: Person, on: date | None, before: date | None) -> Reply:
    """That somebody leaves or left on a day, or stays; and what that changes."""
    words = room.words
    said = {"who": named(room, [person]), "company": escape(room.company.organisation.name)}
    if on is None:
        lines = [words.say("leaving.cancelled", **said)]
    elif not written.changed:
        lines = [words.say("leaving.again", day=words.date(on), **said)]
    elif on > room.today:
        moved = {"before": words.date(before)} if before else {}
        lines = [words.say("leaving.moved" if before else "leaving.noted", day=words.date(on), **said, **moved)]
    else:
        lines = [words.say("leaving.left", day=words.date(on), **said)]
    if written.changed:
        lines += [*changed_lines(room, written), *risk_lines(room, written)]
    ahead = on is not None and on > room.today
    how = [words.say("leaving.how_to_cancel")] if ahead else []
    small = [" ".join([words.say("leaving.private"), *how]), ground_line(room, touched(written))]
    return page(lines, [*sections(lines, words), context(small, words)], words)


def leavings_listed(room: Room, listed: Sequence[tuple[date, Person]]) -> Reply:
    """The leavings that are announced."""
    words = room.words
    if not listed:
        line = words.say("leaving.nobody")
        return page([line], [section(line, words)], words)
    head = words.say("leaving.list", n=len(listed))
    items = [words.say("leaving.item", who=named(room, [person]), day=words.date(day)) for day, person in listed]
    small = " ".join([words.say("leaving.private"), words.say("leaving.how_to_cancel")])
    return page([head, *items], [*sections([head, *items], words), context([small], words)], words)
