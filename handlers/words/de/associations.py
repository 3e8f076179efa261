"""Deutsch: Zuordnungen von Profilen zu Firmen, Ansprüche auf ein Profil, und mehrere Firmen an einem Ort."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
    "association.counts": "Wenn du das heute machst, zählt es dort ab dem {first} ({lag}; {source}).",
    "association.counts_between": (
        "Wenn du das heute machst, zählt es dort ab einem Tag zwischen dem {first} und dem {last} ({lag}; {source})."
    ),
    "association.hours": {"one": "nach {n} Stunde", "other": "nach {n} Stunden"},
    "association.hours_between": {"one": "nach {least} bis {n} Stunde", "other": "nach {least} bis {n} Stunden"},
    "association.days": {"one": "nach {n} Tag", "other": "nach {n} Tagen"},
    "association.days_between": {"one": "nach {least} bis {n} Tag", "other": "nach {least} bis {n} Tagen"},
}
