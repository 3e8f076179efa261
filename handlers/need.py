"""What is needed for a level: what is asked, what is there, what is missing, and what would do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.conditions import Status
from domain.facts import CredentialOverride
from domain.gaps import Candidate, obtainable
from domain.programme import Programme
from domain.requirements import PersonExpression
from domain.score_course import Mark, course
from domain.standing import BranchStanding, LevelStanding, OptionStanding, TeamStanding
from handlers.ground import Ground, ground_of, resting_on
from handlers.room import Room
from handlers.views import View

MOST_CANDIDATES = 3
MOST_SPARES = 10


@dataclass(frozen=True, slots=True)
class Places:
    """Equal places of a team: what each of these persons must hold, who fills them, and what would fill the rest.

    `obtainable` is what is left of `asks` for somebody who starts today; None where nothing of it can be earned. `near`
    people hold a part of what an empty place asks for; `nearest` are the few of them who lack least.
    """

    asks: PersonExpression
    count: int
    people: tuple[str, ...]
    obtainable: PersonExpression | None
    nearest: tuple[Candidate, ...]
    near: int

    @property
    def missing(self) -> int:
        """How many of the places are empty."""
        return self.count - len(self.people)


@dataclass(frozen=True, slots=True)
class Staff:
    """A team, its equal places together, and who could stand in."""

    team: TeamStanding
    places: tuple[Places, ...]
    spares: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """What one level of one competency asks for, and how it stands.

    `names` holds the names that may be said, by person; everybody else is a number. `alone` is the
    level on the facts alone, without any override; `confirmed` what holds when only confirmed achievements count.
    `course` are the points of the last months where the level asks for a score.
    """

    programme: Programme
    standing: LevelStanding
    teams: tuple[Staff, ...]
    others: Mapping[str, Status]
    alone: LevelStanding
    confirmed: Status
    resting: tuple[CredentialOverride, ...]
    names: Mapping[str, str]
    own: str | None
    ground: Ground
    course: tuple[Mark, ...] = ()

    @property
    def option(self) -> OptionStanding:
        """The nearest option."""
        return self.standing.nearest

    @property
    def branch(self) -> BranchStanding:
        """Its nearest way."""
        return self.option.nearest


def need(room: Room, view: View, competency: str, level: str) -> NeedAnswer | None:
    """What a level asks for; None where the rules in force do not define it."""
    found = view.standing.level(competency, level)
    if found is None:
        return None
    branch = found.nearest.nearest
    levels = view.standing.competencies[competency].levels
    teams = tuple(Staff(team, places_of(room, view, team), view.spares(team)) for team in branch.teams)
    return NeedAnswer(
        programme=room.programme,
        standing=found,
        teams=teams,
        others={name: other.status for name, other in levels.items() if name != level},
        alone=view.unaided(competency).levels[level],
        confirmed=view.confirmed(competency).levels[level].on_facts,
        resting=resting_on(view, branch),
        names=known_names(room, teams),
        own=room.own,
        ground=ground_of(room, view, competency, [found]),
        course=course(room.programme, view.company.facts, view.on, competency, level) if branch.scores else (),
    )


def places_of(room: Room, view: View, team: TeamStanding) -> tuple[Places, ...]:
    """The places of a team, equal ones together, in the order of the rule."""
    asked = dict.fromkeys(slot.asks for slot in team.slots)
    return tuple(_places(room, view, team, asks) for asks in asked)


def _places(room: Room, view: View, team: TeamStanding, asks: PersonExpression) -> Places:
    slots = [slot for slot in team.slots if slot.asks == asks]
    people = tuple(slot.person for slot in slots if slot.person is not None)
    near = view.nearest(team, asks) if len(people) < len(slots) and view.on >= room.today else ()
    me = room.own
    own = (candidate for candidate in near[MOST_CANDIDATES:] if candidate.person == me)
    left = obtainable(asks, view.programme, max(view.on, room.today))  # nobody starts in the past
    return Places(asks, len(slots), people, left, (*near[:MOST_CANDIDATES], *own), len(near))


def known_names(room: Room, teams: Iterable[Staff]) -> Mapping[str, str]:
    """The names that may be said in this room, of everybody who counts, could stand in or is near."""
    met: set[str] = set()
    own = room.own
    for staff in teams:
        met.update(staff.spares[:MOST_SPARES])
        met.update(person for person in staff.spares[MOST_SPARES:] if person == own)
        met.update(person for place in staff.places for person in (*place.people, *(c.person for c in place.nearest)))
    said = {person: room.name(person) for person in met}
    return {person: name for person, name in said.items() if name is not None}
