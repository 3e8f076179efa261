"""What the vendor showed when an export of it was last read: of whom, which achievements, over which days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeAlias

Shown: TypeAlias = tuple[str, str, date]
"""A person's id, a credential and the day on which it was earned."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An achievement as the vendor's export shows it, of a person on record."""

    person: str
    credential: str
    earned: date
    expires: date | None = None


@dataclass(frozen=True)
class SeenExport:
    """An export of the vendor as it was read on a day of the business clock."""

    file: str
    on: date
    rows: tuple[Seen, ...] = field(repr=False)

    @cached_property
    def shown(self) -> Mapping[Shown, Seen]:
        """The rows by what they are about."""
        return {(row.person, row.credential, row.earned): row for row in self.rows}

    @cached_property
    def begins(self) -> date | None:
        """The earliest day that the export speaks of; what is older may lie outside of it."""
        return min((row.earned for row in self.rows), default=None)
