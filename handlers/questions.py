"""Which conversation answers a question."""

from dataclasses import dataclass
from datetime import datetime

from handlers.errors import RefusedError
from handlers.replies import Reply
from handlers.requests import Question
from handlers.room import Room

SLASH = "/"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that was made: when (business clock, UTC), in which words, and whether by slash command."""

    at: datetime
    typed: str
    slash: bool


def share_value(room: Room) -> str:
    """What a share button carries: the moment, how it came, and the request as typed."""
    return f"{room.at.isoformat()} {SLASH if room.slash else '-'} {room.typed}"


def shared(value: str) -> Asked:
    """Read what a share button carried."""
    at, how, typed = value.split(" ", 2)
    return Asked(datetime.fromisoformat(at), typed, how == SLASH)


def answer(room: Room, question: Question) -> Reply:
    """Answer a question."""
    raise RefusedError("error.not_yet", intent=question.intent, language=room.words.language)
