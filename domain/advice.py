"""Which credential to earn next, by its effect: what closes a level with the fewest further credentials."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from domain.conditions import Status
from domain.facts import Facts
from domain.forecast import LevelKey, horizon
from domain.gaps import further_credentials, nearest_people
from domain.programme import Programme
from domain.requirements import PersonExpression
from domain.roster import Roster
from domain.scoring import PeoplePart
from domain.standing import LevelStanding, TeamStanding, competency_standing
from domain.whatif import NEWCOMER, naming, with_earned

MOST_WEIGHED = 60
MOST_NEAR = 3


@dataclass(frozen=True, slots=True)
class Step:
    """Credentials that one person would earn, in the order in which to take them, and what comes of it.

    `closes` are levels that are met with it and are not today; `keeps` those that hold today and at the anniversary
    only with it; `nears` those that lack fewer people, or points. `gained` are the points that it brings today, where a
    level asks for points, and `short` is what the nearest level still lacks then.
    """

    person: str
    further: tuple[str, ...]
    closes: tuple[LevelKey, ...]
    keeps: tuple[LevelKey, ...]
    nears: tuple[LevelKey, ...]
    gained: tuple[tuple[LevelKey, Fraction], ...] = ()
    short: Fraction = Fraction(0)

    @property
    def first(self) -> str:
        """The credential to take next."""
        return self.further[0]

    @property
    def rank(self) -> tuple[object, ...]:
        """What closes or keeps a level comes first; then the fewest credentials, then the most levels."""
        decides = len(self.closes) + len(self.keeps)
        points = sum((gained for _, gained in self.gained), Fraction(0))
        more = (self.short, -points, -len(self.nears), self.person == NEWCOMER, self.further)
        return (not decides, len(self.further), -decides, *more)


@dataclass(frozen=True, slots=True)
class Scope:
    """What the advice is about: the competencies and levels to reach, and one person or whoever is nearest."""

    competencies: Collection[str]
    levels: Collection[str]
    person: str | None = None


def next_steps(programme: Programme, facts: Facts, on: date, scope: Scope) -> tuple[Step, ...]:
    """The steps that help, the best first. Only what can still be earned is advised, and overrides close nothing."""
    return _Advice(programme, facts.alone, on, scope).steps()


class _Advice:
    def __init__(self, programme: Programme, facts: Facts, on: date, scope: Scope) -> None:
        self.programme = programme
        self.facts = facts
        self.on = on
        self.scope = scope
        self.then = horizon(facts, on) if facts.membership is not None else on
        self.rosters = {day: Roster(programme, facts, day) for day in (on, self.then)}
        self._before: dict[date, Mapping[LevelKey, LevelStanding]] = {}

    def steps(self) -> tuple[Step, ...]:
        ways = sorted(set(self.ways()), key=lambda way: (len(way[1]), way))[:MOST_WEIGHED]
        found = (self.step(person, further) for person, further in ways)
        return tuple(sorted((step for step in found if step is not None), key=lambda step: step.rank))

    def ways(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for day in dict.fromkeys((self.on, self.then)):
            for team, asks in self.empty(day):
                for person, further in self.further(team, asks, day):
                    if further:
                        yield person, further
            for part in self.wanting(day):
                for person, further in self.further_in(part, day):
                    if further:
                        yield person, further

    def wanting(self, day: date) -> Iterator[PeoplePart]:
        """What further people would earn points with, or have to hold before any are earned, on the nearest tracks."""
        scores = {s for level in self.open(day) for o in level.options for b in o.branches for s in b.scores}
        metrics = (metric for score in scores for metric in score.nearest.metrics)
        parts = (part for metric in metrics for part in metric.parts if isinstance(part, PeoplePart) and part.missing)
        yield from {part.asks: part for part in parts}.values()

    def further_in(self, part: PeoplePart, day: date) -> Iterator[tuple[str, tuple[str, ...] | None]]:
        """Who does not hold what earns points yet, and what each would have to earn."""
        mine = self.scope.person
        roster, has = self.rosters[day], frozenset(part.people)
        if mine is None:
            people = [p.id for p in self.facts.people if p.id not in has and p.associated_on(day)]
            held = ((person, roster.held_by(person)) for person in people)
            lacking = [(p, further_credentials(part.asks, h, self.programme, self.on)) for p, h in held if h]
            yield from sorted(((p, f) for p, f in lacking if f), key=lambda each: (len(each[1]), each[0]))[:MOST_NEAR]
            yield NEWCOMER, further_credentials(part.asks, (), self.programme, self.on)
        elif mine not in has:
            known = roster.held_by(mine) if mine in self.facts.place_of else ()
            yield mine, further_credentials(part.asks, known, self.programme, self.on)

    def open(self, day: date) -> Iterator[LevelStanding]:
        """The levels that are not met on a day."""
        return (level for level in self.levels(day).values() if level.on_facts is not Status.MET)

    def empty(self, day: date) -> Iterator[tuple[TeamStanding, PersonExpression]]:
        """The empty places of every way to a level that is not met on a day, equal ones of a team once."""
        branches = (branch for level in self.open(day) for option in level.options for branch in option.branches)
        for team in (team for branch in branches for team in branch.teams):
            for asks in dict.fromkeys(slot.asks for slot in team.slots if slot.person is None):
                yield team, asks

    def levels(self, day: date) -> Mapping[LevelKey, LevelStanding]:
        if day not in self._before:
            self._before[day] = self.judged(self.facts, day, self.scope.competencies)
        return self._before[day]

    def judged(self, facts: Facts, day: date, competencies: Iterable[str]) -> Mapping[LevelKey, LevelStanding]:
        found = (competency_standing(self.programme, facts, day, competency) for competency in competencies)
        levels = (level for each in found for level in each.levels.values() if level.level in self.scope.levels)
        return {(level.competency, level.level): level for level in levels}

    def further(
        self, team: TeamStanding, asks: PersonExpression, day: date
    ) -> Iterator[tuple[str, tuple[str, ...] | None]]:
        seated = {slot.person for slot in team.slots}
        if self.scope.person is None:
            near = nearest_people(team, asks, self.rosters[day], self.programme, self.on)[:MOST_NEAR]
            yield from ((candidate.person, candidate.further) for candidate in near)
            yield NEWCOMER, further_credentials(asks, (), self.programme, self.on)
        elif self.scope.person not in seated:
            held = self.rosters[day].held_by(self.scope.person) if self.scope.person in self.facts.place_of else ()
            yield self.scope.person, further_credentials(asks, held, self.programme, self.on)

    def step(self, person: str, further: tuple[str, ...]) -> Step | None:
        after = with_earned(self.facts, person, further, self.on).facts
        touched = {c for credential in further for c in naming(self.programme, credential)} & {*self.scope.competencies}
        now, then = (self.judged(after, day, sorted(touched)) for day in (self.on, self.then))
        closes = tuple(key for key in now if self.turns_met(key, now, self.on))
        met = {key for key, level in self.levels(self.on).items() if level.on_facts is Status.MET}
        keeps = tuple(key for key in then if key in met and self.turns_met(key, then, self.then))
        nears = tuple(key for key in now if key not in closes and self.nears(key, now[key]))
        gained = tuple((key, more) for key in now if (more := self.gained(key, now[key])) > 0)
        short = min((_short(now[key]) for key in (*nears, *(key for key, _ in gained))), default=Fraction(0))
        return Step(person, further, closes, keeps, nears, gained, short) if closes or keeps or nears else None

    def gained(self, key: LevelKey, after: LevelStanding) -> Fraction:
        """The points that a level surely has more today."""
        return _points(after) - _points(self.levels(self.on)[key])

    def turns_met(self, key: LevelKey, after: Mapping[LevelKey, LevelStanding], day: date) -> bool:
        before = self.levels(day)[key]
        return before.on_facts is not Status.MET and after[key].on_facts is Status.MET

    def nears(self, key: LevelKey, after: LevelStanding) -> bool:
        before = self.levels(self.on)[key]
        return _missing(after) < _missing(before) or _progress(after) > _progress(before)


def _missing(level: LevelStanding) -> int:
    return min(option.people_missing for option in level.options)


def _points(level: LevelStanding) -> Fraction:
    return sum((score.points.low for score in level.nearest.nearest.scores), Fraction(0))


def _short(level: LevelStanding) -> Fraction:
    return sum((score.missing for score in level.nearest.nearest.scores), Fraction(0))


def _progress(level: LevelStanding) -> tuple[Fraction, int]:
    """The points, and how many people are there of those who have to be before others earn any."""
    metrics = (metric for score in level.nearest.nearest.scores for metric in score.nearest.metrics)
    gates = (part for metric in metrics for part in metric.parts if isinstance(part, PeoplePart) and part.gate)
    return _points(level), sum(min(gate.have, gate.wanted) for gate in gates)
