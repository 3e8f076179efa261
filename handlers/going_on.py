"""What is asked in a thread goes on from what was asked there before: "and for Silver?", "und ohne Ada?"."""

from dataclasses import replace
from datetime import timedelta

import structlog

from domain.ports import StorageDownError
from domain.threads import Thread
from handlers import asking
from handlers.grammar.following import FOLLOWED
from handlers.requests import Question
from handlers.room import Room

THREADS_LAST = timedelta(days=1)
TALK_LASTS = timedelta(hours=1)
"""How long the main line of a direct conversation speaks of the same."""
MAY_GO_ON = frozenset({"unknown", "need", "contributors"})

log = structlog.get_logger()


async def gone_on(room: Room) -> Room:
    """The room with the whole question that its words ask after the one before; the same room where they ask their own.

    Raises StorageDownError.
    """
    thread = _thread(room)
    if thread is None:
        return room
    request = asking.read(room)
    if not isinstance(request, Question) or request.intent not in MAY_GO_ON:
        return room
    last = await room.tools.companies.last_asked(room.company.organisation.id, thread, room.at)
    grammar, context = room.tools.grammar, asking.context_of(room)
    found = None if last is None else grammar.following(room.typed, context, last)
    if found is None:
        return room
    typed = room.typed if found.candidates else grammar.typed(found, context)
    return replace(room, question=found, typed=typed)


async def keep_asked(room: Room) -> None:
    """Keep what was asked, so that the next words in the thread can go on from it. The answer does not depend on it."""
    thread = _thread(room)
    if thread is None:
        return
    question = asking.read(room)
    if not isinstance(question, Question) or question.intent not in FOLLOWED:
        return
    asked = room.tools.grammar.typed(replace(question, candidates=()), asking.context_of(room))
    until = room.at + (THREADS_LAST if thread.root else TALK_LASTS)
    try:
        await room.tools.companies.keep_asked(room.company.organisation.id, thread, asked, room.at, until)
    except StorageDownError:
        log.warning("thread.not_kept", request=room.caller.request)


def _thread(room: Room) -> Thread | None:
    caller = room.caller
    if room.slash or caller.thread is None or caller.channel is None:
        return None
    return Thread(caller.team, caller.channel, caller.thread)
