"""The outlook as a list of dates: what falls on each, what it costs, and the next date on which anything changes.

Between two of its dates no level changes. It judges what is known today: nothing is projected, and a figure whose
months are still to come is not known.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeAlias

from domain.conditions import Status
from domain.dates import MONTHS_IN_A_YEAR, add_months
from domain.facts import Facts, Person
from domain.programme import Competency, Programme
from domain.standing import CompetencyStanding, LevelStanding
from domain.timeline import DAY, Lapse, order
from domain.years import CompetencyYear

LevelKey: TypeAlias = tuple[str, str]
"""A competency and a level of it."""
ALWAYS_TOLD = frozenset({"override_ended", "rules_changed", "status_ended"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A level whose outcome on a day is another than on its eve, and what lapses on the day and makes the difference.

    `before` and `after` are None where the rules of that day do not define the level.
    """

    on: date
    competency: str
    level: str
    before: LevelStanding | None
    after: LevelStanding | None
    causes: tuple[Lapse, ...]

    @property
    def key(self) -> LevelKey:
        """The level that turns."""
        return self.competency, self.level

    @property
    def was(self) -> Status | None:
        """The outcome on the eve."""
        return None if self.before is None else self.before.status

    @property
    def now(self) -> Status | None:
        """The outcome on the day."""
        return None if self.after is None else self.after.status

    @property
    def lost(self) -> bool:
        """Whether it was met and is not any more."""
        return self.was is Status.MET and self.now is not Status.MET


@dataclass(frozen=True, slots=True)
class ForecastDay:
    """A date on which something falls or some level turns. What falls is told once, for whatever it counts."""

    on: date
    lapses: tuple[Lapse, ...]
    turns: tuple[Turn, ...]

    @property
    def costly(self) -> bool:
        """Whether a level is lost."""
        return any(turn.lost for turn in self.turns)

    def matters(self, lapse: Lapse) -> bool:
        """Whether a lapse of this day costs a level that was met."""
        return any(lapse in turn.causes for turn in self.turns if turn.lost)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is known to come after `on`, up to and including `until`; `now` and `then` are the levels on those days."""

    programme: Programme
    on: date
    until: date
    now: Mapping[LevelKey, LevelStanding]
    days: tuple[ForecastDay, ...]
    then: Mapping[LevelKey, LevelStanding]

    @property
    def next_turn(self) -> ForecastDay | None:
        """The first date on which a level changes."""
        return next((day for day in self.days if day.turns), None)

    def outcomes(self, day: date) -> Mapping[LevelKey, Status]:
        """What every level comes to on a day of the period."""
        found = {key: level.status for key, level in self.now.items()}
        for turn in (turn for each in self.days if each.on <= day for turn in each.turns):
            found.pop(turn.key, None)
            if turn.now is not None:
                found[turn.key] = turn.now
        return found


def horizon(facts: Facts, on: date) -> date:
    """How far a forecast looks where nobody says: to the anniversary, or twelve months where there is none ahead."""
    if facts.membership is not None and facts.membership.anniversary > on:
        return facts.membership.anniversary
    return add_months(on, MONTHS_IN_A_YEAR)


def forecast(
    programme: Programme, facts: Facts, on: date, until: date, competencies: Collection[str] | None = None
) -> Forecast:
    """What is known to come for all competencies, or for some of them."""
    wanted = [c for c in programme.competencies.values() if competencies is None or c.id in competencies]
    paths = [_Path(programme, facts, competency, on, until) for competency in wanted]
    turns = [turn for path in paths for turn in path.turns()]
    causes = {cause for turn in turns for cause in turn.causes}
    falling = {lapse for path in paths for lapse in path.lapses()}
    fallen = {lapse for lapse in falling if lapse in causes or _is_told(lapse, facts)}
    now, then = ({k: v for path in paths for k, v in path.levels(day).items()} for day in (on, until))
    return Forecast(programme, on, until, now, tuple(_by_day(fallen, turns)), then)


def _by_day(fallen: Collection[Lapse], turns: Collection[Turn]) -> Iterator[ForecastDay]:
    lapses = {day: tuple(found) for day, found in groupby(sorted(fallen, key=order), key=lambda lapse: lapse.on)}
    for day in sorted(lapses.keys() | {turn.on for turn in turns}):
        yield ForecastDay(day, lapses.get(day, ()), tuple(turn for turn in turns if turn.on == day))


class _Path:
    """One competency through the period."""

    def __init__(self, programme: Programme, facts: Facts, competency: Competency, on: date, until: date) -> None:
        self.year = CompetencyYear(programme, facts, competency)
        self.competency = competency
        self._on = on
        self._until = until

    def levels(self, day: date) -> Mapping[LevelKey, LevelStanding]:
        return {(self.competency.id, name): level for name, level in self.year.on(day).levels.items()}

    def lapses(self) -> Iterable[Lapse]:
        return self.year.lapses_between(self._on, self._until)

    def turns(self) -> Iterator[Turn]:
        eve = self.year.on(self._on)
        for day, then in self.year.judged(self._on, self._until):
            yield from self._turned(day, eve, then)
            eve = then

    def _turned(self, day: date, eve: CompetencyStanding, then: CompetencyStanding) -> Iterator[Turn]:
        for level in dict.fromkeys((*eve.levels, *then.levels)):
            before, after = eve.levels.get(level), then.levels.get(level)
            if (before and before.status) is not (after and after.status):
                causes = self.year.causes(day, before, after)
                yield Turn(day, self.competency.id, level, before, after, causes)


def _is_told(lapse: Lapse, facts: Facts) -> bool:
    """Whether a lapse is told though it turns no level: whatever somebody holds, or was granted, ends with it."""
    if lapse.kind in ALWAYS_TOLD:
        return True
    if lapse.kind == "figures":
        return False
    eve = lapse.on - DAY
    if lapse.person is None:
        return any(_counts(person, lapse.credential, eve) for person in facts.people)
    person = facts.people[facts.place_of[lapse.person]]
    if lapse.kind == "left":
        return not person.associated_on(lapse.on)
    return _counts(person, lapse.credential, eve) and not _counts(person, lapse.credential, lapse.on)


def _counts(person: Person, credential: str | None, day: date) -> bool:
    held = any(a.credential == credential and a.counts_on(day) for a in person.achievements)
    return held and person.associated_on(day)
