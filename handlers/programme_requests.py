"""What somebody asks for about the programmes in which the organisation takes part, as data."""

from dataclasses import dataclass
from typing import TypeAlias

from domain.requirements import Market


@dataclass(frozen=True, slots=True)
class ProgrammesShow:
    """Say in which programmes the organisation takes part, and in which it could."""


@dataclass(frozen=True, slots=True)
class ProgrammeJoin:
    """Record that the organisation takes part in a programme, which `said` names as typed (admins).

    `market` is None where none was said: that of the organisation's first programme.
    """

    said: str
    market: Market | None = None


@dataclass(frozen=True, slots=True)
class ProgrammeLeave:
    """Say what it means that the organisation leaves a programme, which `said` names as typed (admins)."""

    said: str


ProgrammeCommand: TypeAlias = ProgrammesShow | ProgrammeJoin | ProgrammeLeave
