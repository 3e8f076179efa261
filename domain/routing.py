"""Whose the rows of an export are, where a deployment serves several organisations: by the vendor's id in each row."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from domain.trainings import ORGANISATION, Export, RowRefused, TrainingRow


@dataclass(frozen=True, slots=True)
class Routed:
    """An export, taken apart: what is this organisation's, with the rows that are skipped, and what goes to others."""

    here: Export
    others: Mapping[str, Export]


def vendor_ids_in(export: Export) -> frozenset[str]:
    """The vendor's ids of organisations that the rows name."""
    return frozenset(row.organisation for row in export.rows if row.organisation)


def routed(
    export: Export, here: str, owners: Mapping[str, str], own: Collection[str], open_to: Collection[str]
) -> Routed:
    """Each row to the organisation whose id at the vendor it names.

    `owners` says whose an id is; rows of organisations that are not in `open_to` are skipped, with the reason. A row
    without an id, or with one that is nobody's where this organisation has none recorded (`own`), is this one's.
    """
    mine: list[TrainingRow] = []
    others: dict[str, list[TrainingRow]] = {}
    skipped: list[RowRefused] = []
    for row in export.rows:
        owner = owners.get(row.organisation) if row.organisation else here
        if owner == here or (owner is None and not own):
            mine.append(row)
        elif owner is not None and owner in open_to:
            others.setdefault(owner, []).append(row)
        else:
            why = "unknown_organisation" if owner is None else "other_organisation"
            skipped.append(RowRefused(row.number, ORGANISATION, why, row.organisation))
    refused = tuple(sorted((*export.refused, *skipped), key=lambda each: each.number))
    rest = {organisation: Export(tuple(rows), ()) for organisation, rows in others.items()}
    return Routed(replace(export, rows=tuple(mine), refused=refused), rest)
