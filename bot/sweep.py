"""The sweep: looks at every company whose time has come, and at no other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from bot import logs
from domain.notices import Due
from domain.ports import StorageDownError

log = logs.get()


class Waiting(Protocol):
    """Companies that wait for a look."""

    async def to_look_at(self, now: datetime) -> Sequence[str]:
        """Those whose time has come, as `domain.ports.Companies` says."""


class Looking(Protocol):
    """A look at one company."""

    async def look(self, organisation: str, *, dry: bool = False) -> Due:
        """Owe what is due there, and say when to look next; `dry` only says what would be owed."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep found: by organisation what is due there; the organisations at which it could not look."""

    found: dict[str, Due]
    failed: tuple[str, ...]


class Sweep:
    """Looks at what is due. Many may run at once: what is owed is owed once."""

    def __init__(
        self, companies: Waiting, conversations: Looking, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._companies = companies
        self._conversations = conversations
        self._now = now
        self._new_id = new_id
        self.last: datetime | None = None
        """The business time of the last sweep that went well."""

    async def run(self, *, dry: bool = False) -> Swept:
        """Look at every company that is due. One at which that fails keeps no other from its turn.

        Raises StorageDownError when the database is away.
        """
        with structlog.contextvars.bound_contextvars(request=self._new_id()):
            started = self._now()
            due = await self._companies.to_look_at(started)
            if due:
                log.info("sweep.started", due=len(due))
            swept = Swept({}, ())
            for organisation in due:
                swept = await self._look(swept, organisation, dry=dry)
            if due:
                log.info("sweep.done", looked=len(swept.found), failed=len(swept.failed))
            if not swept.failed:
                self.last = started
            return swept

    async def _look(self, swept: Swept, organisation: str, *, dry: bool) -> Swept:
        try:
            found = await self._conversations.look(organisation, dry=dry)
        except StorageDownError:
            raise
        except Exception:
            log.exception("sweep.failed", organisation=organisation)
            return Swept(swept.found, (*swept.failed, organisation))
        log.info("sweep.looked", organisation=organisation, notices=len(found.notices))
        return Swept({**swept.found, organisation: found}, swept.failed)
