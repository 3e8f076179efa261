"""What somebody has linked, until when it counts, and what for."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.announced import staying
from domain.facts import Achievement, CredentialOverride, Person
from domain.gaps import credentials_in
from domain.programme import Programme
from domain.recertifying import Renewal, renewal_of
from domain.scoring import PeoplePart, ScoreStanding
from domain.standing import TeamStanding
from handlers.room import Room
from handlers.views import View

Standstill: TypeAlias = Literal["future", "expired", "ended", "not_accepted", "not_associated"]

LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Use:
    """A level that an achievement counts for; `spare` when the level has enough people without this one."""

    competency: str
    level: str
    spare: bool


@dataclass(frozen=True, slots=True)
class Earned:
    """One achievement, what it counts for today, why it does not where it does not, and how it is renewed in time."""

    achievement: Achievement
    uses: tuple[Use, ...]
    standstill: Standstill | None
    renewal: Renewal | None = None


@dataclass(frozen=True, slots=True)
class Mine:
    """Everything that is on record about the speaker; `person` is None where nothing is."""

    programme: Programme
    organisation: str
    on: date
    person: Person | None
    earned: tuple[Earned, ...]
    overrides: tuple[CredentialOverride, ...]


def mine(room: Room, view: View) -> Mine:
    """What is on record about the speaker, the latest achievement first."""
    # That somebody is to leave is for admins alone: they hear it from a person, not from here.
    person = None if room.person is None else staying(room.person, room.today)
    known = [a for a in person.achievements if a.credential in room.programme.credentials] if person else []
    held = sorted(known, key=latest_first)
    overrides = (o for o in room.company.facts.overrides if isinstance(o, CredentialOverride))
    return Mine(
        programme=room.programme,
        organisation=room.company.organisation.name,
        on=view.on,
        person=person,
        earned=tuple(_earned(view, person, achievement) for achievement in held) if person is not None else (),
        overrides=tuple(o for o in overrides if person is not None and o.person == person.id and o.until > view.on),
    )


def latest_first(achievement: Achievement) -> tuple[str, str]:
    """Where an achievement stands among all of somebody's, the latest first, whatever comes and goes beside it."""
    return f"{LAST_DAY - achievement.earned.toordinal():07d}", achievement.id or achievement.credential


def _earned(view: View, person: Person, achievement: Achievement) -> Earned:
    standstill = _standstill(view, person, achievement)
    uses = () if standstill else _uses(view, person.id, achievement.credential)
    renewal = renewal_of(view.programme.credentials[achievement.credential], achievement)
    return Earned(achievement, uses, standstill, renewal if renewal and view.on < renewal.expires else None)


def _standstill(view: View, person: Person, achievement: Achievement) -> Standstill | None:
    """Why an achievement does not count on the day."""
    if view.on < achievement.earned:
        return "future"
    if achievement.ended_on is not None and view.on >= achievement.ended_on:
        return "ended"
    if not achievement.counts_on(view.on):
        return "expired"
    if not view.programme.credentials[achievement.credential].accepted_on(view.on):
        return "not_accepted"
    return None if person.associated_on(view.on) else "not_associated"


def _uses(view: View, person: str, credential: str) -> tuple[Use, ...]:
    """The levels of whose nearest way the person fills a place, or could, with this credential."""
    found = []
    for level in view.named_by.get(credential, ()):
        branch = level.nearest.nearest
        roles = {role for team in branch.teams for role in _roles(view, team, person, credential)}
        roles |= {role for score in branch.scores for role in _earning(score, person, credential)}
        if roles:
            found.append(Use(level.competency, level.level, spare=True not in roles))
    return tuple(found)


def _earning(score: ScoreStanding, person: str, credential: str) -> set[bool]:
    """True where the person is among those who earn points with the credential, False where there are enough others."""
    parts = (part for metric in score.nearest.metrics for part in metric.parts if isinstance(part, PeoplePart))
    named = any(credential in credentials_in(part.asks) and person in part.people for part in parts)
    return {person in score.contributors} if named else set()


def _roles(view: View, team: TeamStanding, person: str, credential: str) -> set[bool]:
    """True where the person fills a place that asks for the credential, False where they could and are not needed."""
    asked = [slot for slot in team.slots if credential in credentials_in(slot.asks)]
    if any(slot.person == person for slot in asked):
        return {True}
    bit = 1 << view.company.facts.place_of[person]
    could = team.spare_set & bit and any(view.roster.satisfying(slot.asks) & bit for slot in asked)
    return {False} if could else set()
