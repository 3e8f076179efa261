"""One competency through a membership year: on which days its levels were met, and what ends them."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from types import MappingProxyType

from domain.assignment import assign
from domain.branches import Branch
from domain.conditions import Status, judge_condition
from domain.earning import Span
from domain.facts import Facts, LevelOverride
from domain.gathered import at_once, narrowed
from domain.points import Score
from domain.programme import Competency, Programme
from domain.renewing import member_since, rule_days, version_for
from domain.requirements import Condition, Flag, LevelHeld, Threshold
from domain.roster import Roster
from domain.score_window import ScoreJudge
from domain.scoring import FigurePart, ScoreStanding
from domain.standing import CompetencyStanding, LevelStanding, competency_standing, dated_scores
from domain.timeline import DAY, Lapse, beginnings, condition_lapses, credentials_of, lapses

NONE_KNOWN: Mapping[date, CompetencyStanding] = MappingProxyType({})
OF_PEOPLE = frozenset({"expired", "left"})
"""The kinds of lapses that take something from one person."""


class CompetencyYear:
    """A competency on any day; each day is judged once, and none of the days in `known`.

    Days are judged on all people, whose sets the competencies share; what turns on which day is looked for among those
    who hold something of it.
    """

    def __init__(
        self,
        programme: Programme,
        facts: Facts,
        competency: Competency,
        known: Mapping[date, CompetencyStanding] = NONE_KNOWN,
    ) -> None:
        self._programme = programme
        self._competency = competency
        self._facts = facts
        self._days: dict[date, CompetencyStanding] = dict(known)
        self._together: dict[tuple[date, date], tuple[CompetencyStanding, ...]] = {}
        self._rosters: dict[tuple[date, date], Roster] = {}

    def on(self, day: date) -> CompetencyStanding:
        """The competency on a day."""
        if day not in self._days:
            self._days[day] = competency_standing(self._programme, self._facts, day, self._competency.id)
        return self._days[day]

    def level(self, level: str, day: date) -> LevelStanding | None:
        """A level on a day; None where the rules of that day do not define it."""
        return self.on(day).levels.get(level)

    def judged(self, after: date, until: date) -> Iterator[tuple[date, CompetencyStanding]]:
        """Every day of a period on which a level may turn, with the standing then; in between the outcomes stay.

        A day on which only people are lost whom no level counts on is left out: in a large company that is most days.
        """
        last = self.on(after)
        for day in self._turns[bisect_right(self._turns, after) : bisect_right(self._turns, until)]:
            if not self._stays(last, day):
                last = self.on(day)
                yield day, last

    def _stays(self, last: CompetencyStanding, day: date) -> bool:
        found = self.lapses_on(day)
        if day in self._begins or any(lapse.kind not in OF_PEOPLE for lapse in found):
            return False
        gone = {lapse.person for lapse in found}
        return all(_outlasts(level, gone) for level in last.levels.values())

    @cached_property
    def _begins(self) -> frozenset[date]:
        return frozenset(beginnings(self._programme, self._narrow, self._competency))

    @cached_property
    def _narrow(self) -> Facts:
        """The facts with those people alone who hold something that the competency goes by."""
        family = self._programme.families[self._competency.id]
        return narrowed(self._facts, frozenset[str]().union(*map(credentials_of, family)))

    def lapses_on(self, day: date) -> tuple[Lapse, ...]:
        """What lapses for it on a day, whether it matters or not."""
        return self._by_day.get(day, ())

    @cached_property
    def _by_day(self) -> Mapping[date, tuple[Lapse, ...]]:
        return {day: tuple(found) for day, found in groupby(self._lapses, key=lambda lapse: lapse.on)}

    def causes(self, day: date, eve: LevelStanding | None, then: LevelStanding | None) -> tuple[Lapse, ...]:
        """What lapses on a day and makes the difference between a level on its eve and on the day."""
        found = self.lapses_on(day)
        if eve is None or then is None:
            return found
        if then.status is Status.MET:
            return tuple(lapse for lapse in found if _of_the_rules(lapse, eve, then))
        return tuple(lapse for lapse in found if self._matters(lapse, eve, then)) or found

    def last_met(self, level: str, since: date, until: date) -> date | None:
        """The last day of a period on which a level was met that is not at its end: the eve of something lapsing."""
        if not self.met(level, until):
            found = (self._last_met(level, first, last) for first, last in reversed(self._stretches(since, until)))
            return next((day for day in found if day is not None), None)
        eve, begun = None, since
        for day, _ in self.judged(since, until):
            eve = day - DAY if self.met(level, begun) else eve
            begun = day
        return eve

    def _last_met(self, level: str, first: date, last: date) -> date | None:
        """The last day of a stretch on which a level was met, the latest days looked at first."""
        scores = self._scores_alone(level, first, last)
        if scores is not None:
            return self._last_held(scores, level, first, last)
        if not self._reachable(level, first, last):
            return None
        turns = [first, *self._turns[bisect_right(self._turns, first) : bisect_right(self._turns, last)]]
        ends = [*(day - DAY for day in turns[1:]), last]
        return next(
            (end for day, end in zip(reversed(turns), reversed(ends), strict=True) if self.met(level, day)), None
        )

    def _scores_alone(self, level: str, first: date, last: date) -> tuple[Score, ...] | None:
        """The scores of which one makes a level in a stretch; None where anything else does, or an override."""
        overrides = (o for o in self._facts.overrides if isinstance(o, LevelOverride) and o.since <= last)
        if any((o.competency, o.level) == (self._competency.id, level) and o.until > first for o in overrides):
            return None
        version = version_for(self._programme, self._competency, self._facts, first)
        ways = [branch for option in version.options for branch in option.branches.get(level, ())]
        alone = all(len(way.scores) == 1 and not way.teams and not way.conditions for way in ways)
        return tuple(way.scores[0] for way in ways) if alone else None

    def _last_held(self, scores: Sequence[Score], level: str, first: date, last: date) -> date | None:
        """The same for a level that a score alone makes."""
        judge = ScoreJudge(self._programme, self._facts, self._competency)
        since = member_since(self._programme, self._facts, first)
        dated = tuple(dated_scores(self._competency, level, first, since))
        found = (judge.last_held(score, first, last, dated) for score in scores)
        return max((day for day in found if day is not None), default=None)

    def _stretches(self, since: date, until: date) -> list[tuple[date, date]]:
        """The parts of a period, first and last days, in which rules, figures and statuses stay as they are."""
        family = self._programme.families[self._competency.id]
        days = {lapse.on for lapse in condition_lapses(self._programme, self._facts, family)}
        firsts = [since, *sorted(day for day in days if since < day <= until)]
        return list(zip(firsts, [*(day - DAY for day in firsts[1:]), until], strict=True))

    @cached_property
    def _turns(self) -> tuple[date, ...]:
        """Every day on which anything that the competency goes by begins or lapses."""
        return tuple(sorted({lapse.on for lapse in self._lapses} | self._begins))

    def first_without(self, level: str, last_met: date, until: date) -> tuple[date, tuple[Lapse, ...]]:
        """The first day after one without the level, at the latest `until`, and what lapses on it and matters.

        A day on which it is not known is taken only where none follows on which it is not met.
        """
        first = self._first_without(level, last_met, until)
        return first, self.causes(first, self.level(level, first - DAY), self.level(level, first))

    def _first_without(self, level: str, last_met: date, until: date) -> date:
        unknown = None
        for day, _ in self.judged(last_met, until):
            if self._lost(level, day):
                return day
            if unknown is None and not self.met(level, day):
                unknown = day
        return unknown or until

    def _matters(self, lapse: Lapse, eve: LevelStanding, then: LevelStanding) -> bool:
        """Whether a lapse is why a level that was met on the eve is not met then."""
        if eve.override is not None and eve.on_facts is not Status.MET:
            return lapse.override is not None and lapse.override == eve.override.id
        if lapse.person is None and lapse.credential is None:
            return _of_the_rules(lapse, eve, then)
        counted = eve.nearest.contributors
        return lapse.person in counted or (lapse.person is None and self._held(lapse.credential, counted))

    def _held(self, credential: str | None, by: Collection[str]) -> bool:
        return any(a.credential == credential for p in self._facts.people if p.id in by for a in p.achievements)

    def met(self, level: str, day: date) -> bool:
        """Whether a level is met on a day, be it by an override."""
        found = self.level(level, day)
        return found is not None and found.status is Status.MET

    def _lost(self, level: str, day: date) -> bool:
        found = self.level(level, day)
        return found is None or found.status is Status.NOT_MET

    @cached_property
    def _lapses(self) -> tuple[Lapse, ...]:
        return lapses(self._programme, self._narrow, self._competency, date.min, date.max)

    def lapses_between(self, after: date, until: date) -> list[Lapse]:
        """What lapses for it after one day and not later than another."""
        return [lapse for lapse in self._lapses if after < lapse.on <= until]

    def _reachable(self, level: str, since: date, until: date) -> bool:
        """A quick no: whether a level could have been met in a stretch, by an override or by some way to it."""
        overrides = (o for o in self._facts.overrides if isinstance(o, LevelOverride) and o.since <= until)
        if any((o.competency, o.level) == (self._competency.id, level) and o.until > since for o in overrides):
            return True
        version = version_for(self._programme, self._competency, self._facts, since)
        ways = (branch for option in version.options for branch in option.branches.get(level, ()))
        return any(self._possible(way, level, since, until) for way in ways)

    def _possible(self, way: Branch, level: str, since: date, until: date) -> bool:
        """Whether everybody who counted on any day of a stretch, all at once, would have done for a way to a level."""
        if not all(self._holds(condition, since) for condition in way.conditions):
            return False
        if way.scores:
            found = (standing.levels.get(level) for standing in self._at_once(since, until))
            return any(o.people_missing == 0 for s in found if s is not None for o in s.options)
        roster = self._rosters.setdefault((since, until), Roster(self._programme, self._facts, until, since))
        return all(None not in assign([roster.satisfying(asks) for asks in team]) for team in way.teams)

    def _holds(self, condition: Condition, day: date) -> bool:
        """Whether a condition is met on a day; another competency's level may be."""
        if isinstance(condition, LevelHeld):
            return True
        return judge_condition(condition, self._programme, self._facts, day).status is Status.MET

    def _at_once(self, since: date, until: date) -> tuple[CompetencyStanding, ...]:
        """The standing of everybody at once, under the rules of each part of a period."""
        if (since, until) not in self._together:
            facts = at_once(self._narrow, since, until)
            self._together[since, until] = tuple(
                competency_standing(self._programme, facts, since, self._competency.id, day)
                for day in self._rule_days(since, until)
            )
        return self._together[since, until]

    def _rule_days(self, since: date, until: date) -> Iterator[date]:
        yield since
        family = self._programme.families[self._competency.id]
        days = {day for each in family for day in rule_days(self._programme, each, self._facts)}
        yield from sorted(day for day in days if since < day <= until)


def _outlasts(level: LevelStanding, gone: Collection[str | None]) -> bool:
    """Whether a level's outcome is the same without some people: fewer people mend nothing, and others count."""
    branches = [branch for option in level.options for branch in option.branches]
    if any(not isinstance(c.condition, Threshold | Flag) for branch in branches for c in branch.conditions):
        return False
    if level.override is not None or level.on_facts is Status.NOT_MET:
        return True
    deciding = (branch for branch in branches if branch.status is level.on_facts)
    return any(not set(branch.contributors) & set(gone) for branch in deciding)


def _of_the_rules(lapse: Lapse, eve: LevelStanding, then: LevelStanding) -> bool:
    """Whether rules change, or a figure or a status turns to what the level does, in either direction."""
    if lapse.kind == "window":
        return any(score.holds_until == lapse.on for score in _scores(eve))
    if lapse.of is not None and _earned(lapse.of, eve) != _earned(lapse.of, then):
        return True
    if lapse.kind in {"figures", "status_ended"}:
        new = _outcomes(lapse, then) - _outcomes(lapse, eve)
        return any(status is then.status for _, status in new)
    return lapse.kind == "rules_changed"


def _outcomes(lapse: Lapse, level: LevelStanding) -> set[tuple[Condition, Status]]:
    """What the conditions come to that ask for a figure or a status, in any way to the level."""
    found = (c for option in level.options for branch in option.branches for c in branch.conditions)
    return {(c.condition, c.status) for c in found if _subject(c.condition) == lapse.of}


def _scores(level: LevelStanding) -> Iterator[ScoreStanding]:
    return (score for option in level.options for branch in option.branches for score in branch.scores)


def _earned(metric: str, level: LevelStanding) -> list[Span]:
    """The points that a figure earns in the scores of a level."""
    tracks = (track for score in _scores(level) for track in score.tracks)
    parts = (part for track in tracks for each in track.metrics for part in each.parts)
    return [part.points for part in parts if isinstance(part, FigurePart) and part.asked.measure.metric == metric]


def _subject(condition: Condition) -> str | None:
    match condition:
        case Flag(name):
            return name
        case LevelHeld():
            return None
        case _:
            return condition.metric
