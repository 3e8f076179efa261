"""What one can ask and do, by the table of commands; and what to offer where a question was not understood."""

from collections.abc import Mapping

from handlers.grammar import COMMANDS, CommandEntry
from handlers.requests import Intent

NEAREST: tuple[Intent, ...] = ("status", "need", "mine")
"""What to offer instead of a question that was not understood."""


def how_to_type(verb: str) -> Mapping[str, str]:
    """The form and an example of the first command with that verb, for the messages that show them; else nothing."""
    entry = next((entry for entry in COMMANDS if entry.verb == verb), None)
    return {} if entry is None else {"usage": f"/assay {entry.usage}", "example": f"/assay {entry.example}"}


def entries(*, admin: bool) -> tuple[CommandEntry, ...]:
    """The commands that this person can use."""
    return tuple(entry for entry in COMMANDS if admin or not entry.admin_only)
