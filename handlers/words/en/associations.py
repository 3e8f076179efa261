"""English: associations of profiles with organisations, claims on a profile, and several organisations in one place."""

from collections.abc import Mapping

ASSOCIATIONS: Mapping[str, str | Mapping[str, str]] = {
    "association.counts": "If you do that today, it counts there from {first} ({lag}; {source}).",
    "association.counts_between": (
        "If you do that today, it counts there from some day between {first} and {last} ({lag}; {source})."
    ),
    "association.hours": {"one": "after {n} hour", "other": "after {n} hours"},
    "association.hours_between": {"one": "after {least} to {n} hour", "other": "after {least} to {n} hours"},
    "association.days": {"one": "after {n} day", "other": "after {n} days"},
    "association.days_between": {"one": "after {least} to {n} day", "other": "after {least} to {n} days"},
}
