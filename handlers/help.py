"""What one can ask and do, by the table of commands; and what to offer where a question was not understood."""

from collections.abc import Mapping
from dataclasses import replace

from domain.roles import Action
from handlers.grammar import COMMANDS, CommandEntry, Context
from handlers.requests import Intent
from handlers.roles import action_of
from handlers.room import Room
from handlers.sample import fitted

NEAREST: tuple[Intent, ...] = ("status", "need", "mine")
"""What to offer instead of a question that was not understood."""


def how_to_type(verb: str, room: Room) -> Mapping[str, str]:
    """The form and an example of the first command of that verb or name, for messages that show them; else nothing."""
    entry = next((entry for entry in COMMANDS if verb in {entry.verb, entry.name}), None)
    if entry is None:
        return {}
    example = fitted(entry.example, room.programme, room.today)
    return {"usage": f"/assay {entry.usage}", "example": f"/assay {example}"}


def entries(room: Room, *, admin: bool) -> tuple[CommandEntry, ...]:
    """The commands that this person can use, with examples of the programme that they speak of."""
    mine = (entry for entry in COMMANDS if admin or not entry.admin_only)
    usable = (entry for entry in mine if admin or room.may(_action(entry, room)))
    return tuple(replace(entry, example=fitted(entry.example, room.programme, room.today)) for entry in usable)


def _action(entry: CommandEntry, room: Room) -> Action:
    """What its example does, in the table of roles."""
    context = Context(room.today, room.words.language, room.programme.id)
    return action_of(room.tools.grammar.parse(entry.example, context))
