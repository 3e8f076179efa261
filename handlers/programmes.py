"""Several programmes in one organisation: which one a request means, what each of them says, and joining one."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date

from domain.enrolments import programmes_of, turned
from domain.programme import Catalogue, Competency, Programme
from handlers import asking
from handlers.errors import RefusedError, sentence_for
from handlers.numbered import numbers
from handlers.programme_requests import ProgrammeJoin, ProgrammeLeave, ProgrammesShow
from handlers.render.blocks import Button, actions, context, page, section, sections
from handlers.render.help import ask_button
from handlers.replies import Block, Reply
from handlers.requests import (
    ForecastAsked,
    Intent,
    OverrideEnd,
    OverrideList,
    OverrideWithdraw,
    Question,
    Request,
)
from handlers.room import Room
from handlers.words import Words, escape

OF_EACH: frozenset[Intent] = frozenset(
    {"need", "status", "contributors", "expiring", "risk", "renewal", "overrides", "benefits", "mine", "next", "whatif"}
)
"""Intents whose question is asked of every programme where it names none."""
OF_LEVELS: frozenset[Intent] = frozenset({"renewal", "benefits"})
"""Intents that ask about levels even where they name none."""
NAMES = ("programme", "competency", "area", "level", "credential")
UNSAID = frozenset({"language", "unreadable", "candidates"})
NOT_UNDERSTOOD = 100
MOST_SUCCESSORS = 4
Answering = Callable[[Room, Request], Awaitable[Reply]]


def in_each(room: Room) -> Iterator[Room]:
    """The room in each programme in which the organisation takes part, its first one first."""
    return (turned_to(room, programme) for programme in programmes_of(room.first or room.company))


def are_several(room: Room) -> bool:
    """Whether the organisation takes part in more programmes than one."""
    return len(programmes_of(room.first or room.company)) > 1


def turned_to(room: Room, programme: str) -> Room:
    """The room, in another programme."""
    if programme == room.programme.id:
        return room
    home, there = room.first or room.company, room.tools.grammar.catalogue[programme]
    first = None if programme == home.organisation.programme else home
    return replace(room, company=turned(home, programme), programme=there, first=first)


def meant(room: Room) -> tuple[Room, Request]:
    """The request behind what was typed, in the room of the programme that it speaks of. Raises RefusedError."""
    first = room
    if not room.company.facts.elsewhere:
        request = asking.read(room)
    else:
        room, request = max(_readings(room), key=lambda reading: _understood(reading[1]))
    if isinstance(request, Question) and request.programme is not None:
        takes_part = request.programme in programmes_of(first.company)
        return turned_to(first, request.programme) if takes_part or request.intent != "link" else first, request
    if isinstance(request, OverrideEnd | OverrideWithdraw):
        return _holding(first, request.number), request
    return room, request


def _holding(first: Room, number: int | None) -> Room:
    """The room in the programme that has the override of a number in the list of all of them; else the first one."""
    known = numbers(first.company.facts)
    held = ((each, o.id or "") for each in in_each(first) for o in each.company.facts.overrides)
    return next((each for each, override in held if known[override] == number), first)


def of_button(room: Room, value: str) -> tuple[Room, str]:
    """The room in the programme that a button names, by its id or a competency's; and the value without that id."""
    catalogue, parts = room.tools.grammar.catalogue, value.split(" ")
    named = next((part for part in parts if part in catalogue), None)
    if named is not None:
        return turned_to(room, named), " ".join(part for part in parts if part != named)
    known = (each.id for each in catalogue.values() if not each.competencies.keys().isdisjoint(parts))
    return turned_to(room, next(known, room.programme.id)), value


def knowing(room: Room, credential: str | None) -> Room:
    """The room in the first of the organisation's programmes, this one before all, that knows a credential."""
    there = (each for each in (room, *in_each(room)) if credential in each.programme.credentials)
    return room if credential is None else next(there, room)


def _readings(room: Room) -> Iterator[tuple[Room, Request]]:
    """The request as each programme reads it, the organisation's first one first. Raises RefusedError."""
    refused: RefusedError | None = None
    found = False
    for there in in_each(room):
        try:
            yield there, asking.read(there)
            found = True
        except RefusedError as error:
            refused = refused or error
    if refused is not None and not found:
        raise refused


def _understood(request: Request) -> int:
    """How much of what was typed a reading has found out."""
    values: list[object] = [getattr(request, field.name) for field in fields(request) if field.name not in UNSAID]
    filled = sum(value is not None and value != () for value in values)
    left = sum(len(getattr(request, name, None) or ()) for name in ("unreadable", "candidates"))
    unknown = isinstance(request, Question) and request.intent == "unknown"
    return filled - left - (NOT_UNDERSTOOD if unknown else 0)


async def answered(first: Room, room: Room, request: Request, answer: Answering) -> Reply:
    """The answer in the programme that is meant; of every programme where a question names none.

    `first` is the room in the organisation's first programme, in the same words.
    """
    if first.company.facts.elsewhere and _is_for_each(request):
        return _together(first, [(each, await _said(each, request, answer)) for each in in_each(first)])
    reply = await answer(room, request)
    extra = [*_followed(room, request), *_named(first, room, request)]
    return replace(reply, blocks=(*reply.blocks, *extra)) if extra and reply.blocks else reply


async def _said(room: Room, request: Request, answer: Answering) -> Reply:
    """What one programme says, or why it cannot."""
    try:
        return await answer(room, request)
    except RefusedError as error:
        return Reply(sentence_for(error, room.words, room.caller.request))


def _is_for_each(request: Request) -> bool:
    match request:
        case Question():
            return request.intent in OF_EACH and all(getattr(request, name) is None for name in NAMES)
        case ForecastAsked():
            return request.competency is None and not request.unreadable
        case _:
            return isinstance(request, OverrideList)


def _together(room: Room, replies: list[tuple[Room, Reply]]) -> Reply:
    """The answers below one another, each under its programme."""
    blocks: list[Block] = []
    text: list[str] = []
    for each, reply in replies:
        title = name_of(each.programme, room.words)
        said = reply.blocks or sections([reply.text], room.words)
        blocks += [section(f"*{title}*", room.words), *said]
        text += [title, reply.text]
    document = next((reply.document for _, reply in replies if reply.document), None)
    return replace(page(text, blocks, room.words, replies[0][1].audience), document=document)


def _named(first: Room, room: Room, request: Request) -> Iterator[Block]:
    """Which programme an answer speaks of, where that is not plain; and that the organisation takes no part in it."""
    words, name = room.words, name_of(room.programme, room.words)
    if isinstance(request, ProgrammesShow | ProgrammeJoin | ProgrammeLeave):
        return
    if isinstance(request, Question) and request.intent in {"help", "unknown", "link"}:
        return
    if room.programme.id not in programmes_of(first.company):
        yield section(words.say("programme.elsewhere", name=name, id=room.programme.id), words)
    elif first.company.facts.elsewhere:
        yield context([words.say("programme.in", name=name)], words)


def _followed(room: Room, request: Request) -> Iterator[Block]:
    """Where a programme has ended: what its competency leads to in the one that followed, and how to ask for that."""
    if not isinstance(request, Question) or not _has_ended(room, request.on):
        return
    catalogue, words, end = room.tools.grammar.catalogue, room.words, room.programme.end
    after = catalogue.get(end.successor) if end is not None else None
    if after is None:
        return
    if request.competency is None and (request.level is not None or request.intent in OF_LEVELS):
        yield from _all_followed(room, after)
    asked = room.programme.competencies.get(request.competency or "")
    if asked is None:
        return
    found = list(successors(asked, after))[:MOST_SUCCESSORS]
    if not found:
        return
    names = words.both(escape(words.name(each.name)) for each in found)
    said = {"competency": escape(words.name(asked.name)), "names": names, "programme": name_of(after, words)}
    yield section(words.say("programme.followed", n=len(found), **said), words)
    there = turned_to(room, after.id)
    yield from actions(ask_about(there, each, number) for number, each in enumerate(found))


def _all_followed(room: Room, after: Programme) -> Iterator[Block]:
    """To what all competencies of a programme that has ended lead in the one that followed."""
    words, before = room.words.within(after), room.programme.competencies.values()
    led = {each.id: [c for c in before if each in successors(c, after)] for each in after.competencies.values()}
    lines = [
        f"• *{escape(words.name(after.competencies[key].name))}*: "
        + words.both(escape(words.name(each.name)) for each in found)
        for key, found in led.items()
        if found
    ]
    if lines:
        title = words.say("programme.followed_all", programme=name_of(after, words))
        yield section("\n".join([title, *lines]), words)


def ask_about(room: Room, competency: Competency, number: int = 0) -> Button:
    """A button that asks what a competency of the room's programme needs."""
    question = asking.typed(Question("need", programme=room.programme.id, competency=competency.id), room)
    name = room.words.name(competency.name)
    return ask_button(question, room.words.say("programme.ask", name=name), number, room.words)


def _has_ended(room: Room, on: date | None) -> bool:
    end = room.programme.end
    return end is not None and (on or room.today) > end.last_renewal


def successors(competency: Competency, after: Programme) -> Iterator[Competency]:
    """The competencies of the programme that followed to which one leads; its rules name them as they are published."""
    for said in competency.successors:
        for each in after.competencies.values():
            if any(said == name or said.startswith(f"{name} (") for name in each.name.values()):
                yield each
                break


def name_of(programme: Programme, words: Words) -> str:
    """A programme's name."""
    return escape(words.name(programme.name))


def named_programme(catalogue: Catalogue, said: str) -> Sequence[Programme]:
    """The programmes that are meant by an id, a name, or a part of a name, as typed."""
    typed = _plain(said)
    exact = [each for each in catalogue.values() if typed in map(_plain, (each.id, *each.name.values()))]
    parts = [each for each in catalogue.values() if any(typed in _plain(name) for name in each.name.values())]
    return exact or (parts if typed else [])


def _plain(name: str) -> str:
    """A name as it may be typed, or as its words were read."""
    return " ".join(name.casefold().replace("-", " ").split())
