"""Which conversation answers a request: a question, a command, or the form behind a command that says nothing more."""

from handlers import modals, programmes, questions
from handlers.commanding import carry_out
from handlers.in_force import overrides_asked
from handlers.link import link_from_question
from handlers.replies import Reply
from handlers.requests import Question, Request
from handlers.room import Room


async def answer(room: Room, request: Request) -> Reply:
    """Answer it, in the programme of the room. Raises RefusedError where it cannot be done."""
    form = modals.alone(request)
    if form is not None:
        several = form.of_one and programmes.are_several(room)
        return modals.for_which(room, form.name) if several else modals.offered(room, form.name)
    match request:
        case Question(intent="link"):
            return await link_from_question(room, request)
        case Question(intent="overrides", candidates=()):
            return overrides_asked(room, request)
        case Question():
            return await questions.answer(room, request)
        case _:
            return await carry_out(room, request)
