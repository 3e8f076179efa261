"""What a command is."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from handlers.requests import Intent

Verb: TypeAlias = Literal[
    "link",
    "unlink",
    "profile",
    "override",
    "membership",
    "market",
    "figure",
    "flag",
    "mine",
    "withdraw",
    "audit",
    "rules",
    "settings",
    "leaving",
    "away",
    "setup",
    "live",
    "admins",
    "people",
    "language",
    "reminders",
    "organisation",
    "programme",
    "forecast",
    "export",
    "reconcile",
    "evidence",
    "ask",
]


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command; `intent` is set where it asks a question."""

    name: str
    aliases: tuple[str, ...]
    usage: str
    example: str
    admin_only: bool = False
    intent: Intent | None = None

    @property
    def verb(self) -> str:
        """The command's first word."""
        return self.name.split()[0]
