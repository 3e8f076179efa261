"""What is kept of changes and of people: the audit, all about one person, and forgetting them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeAlias

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change: when (real time, UTC), by whom, what kind, about what and whom, before and after it, and why.

    `actor` is a Slack user, None for the system. `kind` is the name of the change.
    """

    id: str
    at: datetime
    actor: str | None
    request: str
    kind: str
    subject: str
    person: str | None
    before: Json
    after: Json
    because: str | None = None


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """Which changes are asked for; what is left out filters nothing.

    `person` is whom they are about or, by `user`, who made them. `since` is inclusive, `until` exclusive (UTC).
    `before` is the id of an entry: only older ones.
    """

    person: str | None = None
    user: str | None = None
    kinds: frozenset[str] = frozenset()
    since: datetime | None = None
    until: datetime | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Undelivered:
    """A message that could not be sent for good: to which Slack user or channel, and since when it was owed (UTC)."""

    recipient: str
    owed_at: datetime


class StillHereError(ValueError):
    """Somebody is to be forgotten who counts for the organisation."""


class Archive(Protocol):
    """What is kept of changes and of people. Every method raises StorageDownError."""

    async def audited(self, organisation: str, wanted: AuditFilter, most: int | None = None) -> Sequence[AuditEntry]:
        """The changes of an organisation that are asked for, the newest first, at most so many."""

    async def undelivered(self, organisation: str) -> Sequence[Undelivered]:
        """The messages of an organisation that could not be delivered in the last thirty days, the oldest first."""

    async def about(self, organisation: str, person: str) -> Mapping[str, Sequence[Mapping[str, Json]]]:
        """Everything that is kept of a person, withdrawn or not, as rows by the names of their tables."""

    async def forget(self, organisation: str, person: str, today: date, user: str | None, request: str) -> bool:
        """Replace a person's name, e-mail, profile id and evidence wherever they stand; False where that was done.

        What they counted for stays. While they count for another organisation, only this one forgets them. `today` is
        the business day; `user` and `request` are for the audit. Raises StillHereError where they count for this
        organisation on the day or after it, and NoSuchFactError.
        """
