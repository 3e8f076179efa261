"""What was asked last in each thread, in memory."""

from datetime import datetime

from domain.threads import Thread


class MemoryThreads:
    """The last question of each thread, as long as the object lasts."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: dict[tuple[str, Thread], tuple[str, datetime]] = {}

    async def last_asked(self, organisation: str, thread: Thread, at: datetime) -> str | None:
        """What was asked last in a thread."""
        asked, until = self.asked.get((organisation, thread), ("", at))
        return asked if until > at else None

    async def keep_asked(self, organisation: str, thread: Thread, asked: str, at: datetime, until: datetime) -> None:
        """Keep what was asked."""
        kept = {key: found for key, found in self.asked.items() if key[0] != organisation or found[1] > at}
        self.asked = {**kept, (organisation, thread): (asked, until)}
