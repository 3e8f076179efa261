"""What somebody asks for about the organisations that share a workspace, as data."""

from dataclasses import dataclass
from typing import TypeAlias

from handlers.programme_requests import ProgrammeCommand


@dataclass(frozen=True, slots=True)
class OrganisationChosen:
    """Say which organisation is meant here, or settle that; `name` is as typed, None where none was."""

    name: str | None


@dataclass(frozen=True, slots=True)
class VendorIdsSet:
    """Record which ids the organisation has at the vendor, as typed (admins)."""

    vendor_ids: tuple[str, ...]


TenantCommand: TypeAlias = OrganisationChosen | VendorIdsSet | ProgrammeCommand
