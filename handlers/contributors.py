"""Who counts for a level, who could stand in, whom nobody could replace; and who holds a credential."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from domain.programme import Credential, Programme
from handlers.need import NeedAnswer, need
from handlers.room import Room
from handlers.views import View

MOST_HOLDERS = 30


@dataclass(frozen=True, slots=True)
class Contributors:
    """Who counts for a level. `irreplaceable` are those without whom it would not be met on the day."""

    need: NeedAnswer
    irreplaceable: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Holders:
    """Who holds a credential that counts on the day; `names` as far as they may be said. `levels` name it today."""

    programme: Programme
    credential: Credential
    on: date
    today: date
    people: tuple[str, ...]
    names: Mapping[str, str]
    own: str | None
    levels: tuple[tuple[str, str], ...]


def contributors(room: Room, view: View, competency: str, level: str) -> Contributors | None:
    """Who counts for a level; None where the rules in force do not define it."""
    found = need(room, view, competency, level)
    if found is None:
        return None
    alone = view.irreplaceable(found.standing)
    earning = (part for score in found.branch.scores for part in score.nearest.people_parts)
    known = {*alone, *(person for part in earning for person in part.people)}
    said = {person: name for person in sorted(known) if (name := room.name(person)) is not None}
    return Contributors(replace(found, names={**found.names, **said}), alone)


def holders(room: Room, view: View, credential: str) -> Holders:
    """Who holds a credential."""
    people = view.roster.ids(view.roster.holders(credential))
    own = room.own
    shown = (*people[:MOST_HOLDERS], *(p for p in people[MOST_HOLDERS:] if p == own))
    said = {person: room.name(person) for person in shown}
    return Holders(
        programme=room.programme,
        credential=room.programme.credentials[credential],
        on=view.on,
        today=room.today,
        people=people,
        names={person: name for person, name in said.items() if name is not None},
        own=own,
        levels=tuple((level.competency, level.level) for level in view.named_by.get(credential, ())),
    )
