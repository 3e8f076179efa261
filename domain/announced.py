"""What is known of the future to admins alone: who is going to leave."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from domain.archive import Json
from domain.departures import announced_end
from domain.facts import Facts, Person


def without_announced(facts: Facts, on: date) -> Facts:
    """The facts as if nobody had announced to leave after a day; the same object where nobody has."""
    if all(announced_end(person, on) is None for person in facts.people):
        return facts
    return replace(facts, people=tuple(staying(person, on) for person in facts.people))


def staying(person: Person, on: date) -> Person:
    """Somebody as if they had not announced to leave after a day, or nobody had for them."""
    if announced_end(person, on) is None:
        return person
    kept = (replace(a, until=None) if a.until is not None and a.until > on else a for a in person.associations or ())
    return replace(person, associations=tuple(kept))


def told_to_themselves(
    kept: Mapping[str, Sequence[Mapping[str, Json]]], on: date
) -> Mapping[str, Sequence[Mapping[str, Json]]]:
    """All that is kept of somebody, but for an end announced for a day after the given one, and who announced it."""
    found: dict[str, Sequence[Mapping[str, Json]]] = {}
    for table, rows in kept.items():
        found[table] = [
            {name: _without_end(value, on) for name, value in _flat(row, on).items()}
            for row in rows
            if not _announces(row, on)
        ]
    return {table: rows for table, rows in found.items() if rows}


def _announces(row: Mapping[str, Json], on: date) -> bool:
    """Whether an entry of the audit records that an end was announced, or called off, that is still ahead."""
    said = row.get("change", row.get("kind"))
    parts = (row.get("before"), row.get("after"))
    return said in {"Depart", "CallOff"} and any(_without_end(part, on) != part for part in parts)


def _without_end(value: Json, on: date) -> Json:
    match value:
        case dict():
            return {name: _without_end(each, on) for name, each in _flat(value, on).items()}
        case list():
            return [_without_end(each, on) for each in value]
        case _:
            return value


def _flat(row: Mapping[str, Json], on: date) -> Mapping[str, Json]:
    """A period without an end that is announced; anything else as it is."""
    if "provisional" not in row or "since" not in row:
        return row
    ahead = {name for name in ("until", "announced") if isinstance(day := row.get(name), str) and day > on.isoformat()}
    return {name: None if name in ahead else each for name, each in row.items()}
