"""Who is nearest to what a level still lacks, and what each of them would have to earn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from domain.gaps import Candidate
from handlers.need import NeedAnswer, Places, need
from handlers.room import Room
from handlers.views import View

MOST_NEAREST = 10


@dataclass(frozen=True, slots=True)
class Near:
    """Empty places of a kind, and everybody who holds a part of what they ask for, the nearest first."""

    place: Places
    people: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Nearest:
    """Who is nearest for a level. `names` are those that may be said, by person."""

    need: NeedAnswer
    places: tuple[Near, ...]
    names: Mapping[str, str]


def nearest(room: Room, view: View, competency: str, level: str) -> Nearest | None:
    """Who is nearest for the places that are empty; None where the rules in force do not define the level."""
    answer = need(room, view, competency, level)
    if answer is None:
        return None
    found = [
        Near(place, view.nearest(staff.team, place.asks))
        for staff in answer.teams
        for place in staff.places
        if place.missing
    ]
    return Nearest(answer, tuple(found), _names(room, found))


def _names(room: Room, found: Sequence[Near]) -> Mapping[str, str]:
    people = {candidate.person for near in found for candidate in shown(near, room.own)}
    said = {person: room.name(person) for person in people}
    return {person: name for person, name in said.items() if name is not None}


def shown(near: Near, own: str | None) -> tuple[Candidate, ...]:
    """Those of whom a line may be said: the first few, and the reader."""
    return (*near.people[:MOST_NEAREST], *(each for each in near.people[MOST_NEAREST:] if each.person == own))
