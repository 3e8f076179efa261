"""What a change did to the levels, and why it did nothing where it did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.earning import Span
from domain.facts import Facts
from domain.gaps import credentials_in, further_credentials
from domain.programme import Programme
from domain.renewing import version_for
from domain.requirements import PersonExpression
from domain.roster import Roster
from domain.scoring import ScoreStanding
from domain.standing import LevelStanding, OptionStanding, Standing, TeamStanding

Why: TypeAlias = Literal["counted", "enough", "other_way", "further"]
WHYS: tuple[Why, ...] = ("counted", "enough", "other_way", "further")


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change did to one level: so many people before and after of how many in one option, and the status.

    `points` is the option's score before and after, where it asks for one. `alone` is the level after the change on the
    facts alone, without any override.
    """

    before: LevelStanding
    after: LevelStanding
    alone: LevelStanding
    option: OptionStanding
    was: int
    now: int
    of: int
    points: tuple[ScoreStanding, ScoreStanding] | None = None

    @property
    def turned(self) -> bool:
        """Whether the level was met before and is not now, or the other way round."""
        return self.before.status is not self.after.status

    @property
    def people_changed(self) -> bool:
        """Whether more or fewer people count than before."""
        return self.was != self.now


@dataclass(frozen=True, slots=True)
class Unmoved:
    """Why an achievement leaves one level as it was."""

    level: LevelStanding
    why: Why
    count: int = 0
    further: tuple[str, ...] = ()


def effects(before: Standing, after: Standing, alone: Standing) -> tuple[Effect, ...]:
    """The levels that changed; those that turned first, then those that lack least.

    `alone` is what holds after the change without any override.
    """
    found = list(_effects(before, after, alone))
    return tuple(sorted(found, key=lambda e: (not e.turned, e.of - e.now)))


def _effects(before: Standing, after: Standing, alone: Standing) -> Iterator[Effect]:
    for competency, found in after.competencies.items():
        for level, now in found.levels.items():
            was = before.level(competency, level)
            effect = _effect(was, now, alone.competencies[competency].levels[level]) if was is not None else None
            if effect is not None:
                yield effect


def _effect(was: LevelStanding, now: LevelStanding, alone: LevelStanding) -> Effect | None:
    missing = {option.option.id: option.people_missing for option in was.options}
    scored = {option.option.id: _score(option) for option in was.options}
    changed = [
        option
        for option in now.options
        if missing.get(option.option.id, option.people_missing) != option.people_missing
        or _points(scored.get(option.option.id)) != _points(_score(option))
    ]
    if not changed and was.status is now.status:
        return None
    option = changed[0] if changed else now.nearest
    of = option.nearest.headcount
    before = missing.get(option.option.id, option.people_missing)
    old, new = scored.get(option.option.id), _score(option)
    points = (old, new) if old is not None and new is not None and _points(old) != _points(new) else None
    return Effect(was, now, alone, option, max(of - before, 0), of - option.people_missing, of, points)


def _score(option: OptionStanding) -> ScoreStanding | None:
    return next(iter(option.nearest.scores), None)


def _points(score: ScoreStanding | None) -> Span | None:
    return None if score is None else score.points


def in_force(programme: Programme, facts: Facts, credential: str, on: date) -> bool:
    """Whether any rule that holds for the company on that day names the credential."""
    return any(
        credential in credentials_in(asks)
        for competency in programme.competencies.values()
        for option in version_for(programme, competency, facts, on).options
        for branches in option.branches.values()
        for branch in branches
        for asks in branch.asks
    )


@dataclass(frozen=True, slots=True)
class Unmoving:
    """An achievement that changed no level: whose, and who held what before and after it."""

    programme: Programme
    person: str
    credential: str
    before: Roster
    after: Roster
    on: date

    def levels(self, standing: Standing) -> tuple[Unmoved, ...]:
        """For every level whose rules name the credential, why it is as it was."""
        found = (self.level(level) for c in standing.competencies.values() for level in c.levels.values())
        return tuple(each for each in found if each is not None)

    def level(self, level: LevelStanding) -> Unmoved | None:
        """The best that can be said: that they count, could stand in, or what they lack; None if it is not named."""
        teams = (team for option in level.options for branch in option.branches for team in branch.teams)
        found = [each for each in (self._in_team(level, team) for team in teams) if each is not None]
        return min(found, key=lambda each: (WHYS.index(each.why), len(each.further)), default=None)

    def _in_team(self, level: LevelStanding, team: TeamStanding) -> Unmoved | None:
        asked = [slot.asks for slot in team.slots if self.credential in credentials_in(slot.asks)]
        if not asked:
            return None
        size = len(team.slots)
        if any(slot.person == self.person for slot in team.slots):
            before = any(self._satisfied_before(asks) for asks in asked)
            return Unmoved(level, "counted" if before else "other_way", size)
        if self.person in team.spares:
            return Unmoved(level, "enough", size)
        return self._further(level, asked, size)

    def _further(self, level: LevelStanding, asked: Sequence[PersonExpression], size: int) -> Unmoved | None:
        held = self.after.held_by(self.person)
        ways = [further_credentials(asks, held, self.programme, self.on) for asks in asked]
        lacking = [way for way in ways if way]
        return Unmoved(level, "further", size, min(lacking, key=len)) if lacking else None

    def _satisfied_before(self, asks: PersonExpression) -> bool:
        return self.person in self.before.ids(self.before.satisfying(asks))


def unmoving(programme: Programme, before: Facts, after: Facts, person: str, credential: str, on: date) -> Unmoving:
    """An achievement of a person, with the facts before and after it was recorded."""
    rosters = Roster(programme, before, on), Roster(programme, after, on)
    return Unmoving(programme, person, credential, *rosters, on)
