"""Questions about what is to come: what expires, what is at risk, what would be, and what to take next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from handlers.advice import advice
from handlers.closing import closing
from handlers.expiring import expiring
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.replies import Block, Reply
from handlers.requests import Intent, Question
from handlers.risks import risk
from handlers.room import Room
from handlers.whatif import whatif

Part = Sequence[str] | Block | Button
"""A paragraph, line by line, a picture of what other paragraphs say, or a button to go under them all."""
ANSWERS: Mapping[Intent, Callable[[Room, Question], Iterable[Part]]] = MappingProxyType(
    {"expiring": expiring, "risk": risk, "whatif": whatif, "next": advice}
)


def foreseen(room: Room, question: Question) -> Reply:
    """The answer, paragraph by paragraph. Raises RefusedError where the speaker may not know, or it cannot be."""
    return told(room, ANSWERS[question.intent](room, question))


def told(room: Room, answer: Iterable[Part]) -> Reply:
    """An answer of paragraphs, pictures and buttons as a message."""
    found = [part for part in answer if part]
    parts = [part for part in found if not isinstance(part, Button)]
    buttons = [part for part in found if isinstance(part, Button)]
    words = room.words
    blocks = [block for p in parts for block in ([p] if isinstance(p, dict) else sections(p, words))]
    text = [line for part in parts if not isinstance(part, dict) for line in part]
    key = "foreseen.ground" if room.may("leavings") else "foreseen.ground_open"
    ground = context([words.say(key, day=words.date(room.today))], words)
    return page(text, [*blocks, ground, *actions([*buttons, *closing(room)])], words, room.audience)
