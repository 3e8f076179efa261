"""What was asked last in a thread, so that a few words can go on from it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Thread:
    """A thread of a channel by its first message; "" is the main line of a direct conversation."""

    team: str
    channel: str
    root: str


class Threads(Protocol):
    """The last question of each thread, for a while. Nothing goes from one thread, or organisation, to another."""

    async def last_asked(self, organisation: str, thread: Thread, at: datetime) -> str | None:
        """What was asked last in a thread, as a person would type it; None where nothing was, or it is too long ago.

        `at` is the moment of the business clock (UTC). Raises StorageDownError.
        """

    async def keep_asked(self, organisation: str, thread: Thread, asked: str, at: datetime, until: datetime) -> None:
        """Keep what was asked until a moment of the business clock, and forget what was kept until now.

        Raises StorageDownError.
        """
