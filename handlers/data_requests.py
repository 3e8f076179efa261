"""What somebody asks of files: which column says what, lists as files, a comparison with the vendor, evidence."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ExportKind: TypeAlias = Literal["standing", "achievements", "gaps", "audit", "mine"]
FileForm: TypeAlias = Literal["csv", "xlsx"]


@dataclass(frozen=True, slots=True)
class ColumnsSaid:
    """Say which column of a list of one's own says what (admins); `about` is the file, and the names of its columns."""

    about: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ExportAsked:
    """Send a list as a file (admins; of one's own achievements everybody); None: nothing that there is was named."""

    kind: ExportKind | None
    form: FileForm = "xlsx"
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReconcileAsked:
    """Compare what is on record with what the vendor's export showed last (admins)."""


@dataclass(frozen=True, slots=True)
class EvidenceAsked:
    """Send what proves a competency, for the vendor's support (admins); all of its levels where none is named."""

    competency: str | None
    level: str | None = None
    unreadable: tuple[str, ...] = ()


DataRequest: TypeAlias = ColumnsSaid | ExportAsked | ReconcileAsked | EvidenceAsked
