"""Files of a company in memory: those that wait, and what the vendor's last one showed."""

from dataclasses import replace
from typing import Any, TypeVar

from domain.ports import Upload
from domain.seen import SeenExport
from tests.reminders import MemoryReminders

State = TypeVar("State", bound=Any)


class MemoryFiles(MemoryReminders[State]):
    """A part of a ledger in memory; its state holds the files."""

    state: State

    async def keep_upload(self, upload: Upload) -> None:
        """Keep a file."""
        self.state = replace(self.state, uploads={**self.state.uploads, upload.id: upload})

    async def take_upload(self, upload: str) -> Upload | None:
        """Take a file."""
        rest = {key: kept for key, kept in self.state.uploads.items() if key != upload}
        found: Upload | None = self.state.uploads.get(upload)
        self.state = replace(self.state, uploads=rest)
        return found

    async def keep_seen(self, seen: SeenExport) -> None:
        """Keep what an export showed."""
        self.state = replace(self.state, seen=seen)

    async def seen(self) -> SeenExport | None:
        """What the last export showed."""
        found: SeenExport | None = self.state.seen
        return found
