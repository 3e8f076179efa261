"""What holds on a date: every level met, not met or not known, and why.

`standing(programme, facts, on)` is pure; the same function on a later date is the outlook.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from domain.assignment import assign
from domain.branches import Branch, Team
from domain.conditions import ConditionStanding, Status, all_of, any_of, judge_condition
from domain.facts import Facts, LevelOverride
from domain.points import Score
from domain.programme import Competency, Option, Programme, RuleVersion
from domain.renewing import member_since, version_for
from domain.requirements import Condition, LevelHeld, PersonExpression
from domain.roster import Roster
from domain.score_window import DatedScore, ScoreJudge
from domain.scoring import ScoreStanding


@dataclass(frozen=True, slots=True)
class SlotStanding:
    """A place for one person: what it asks, and who fills it in the witness."""

    asks: PersonExpression
    person: str | None


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """Slots that different persons fill."""

    slots: tuple[SlotStanding, ...]
    spare_set: int
    roster: Roster = field(repr=False, compare=False)

    @property
    def spares(self) -> tuple[str, ...]:
        """Who could fill a slot and is not needed; in a large company many, so listed only when asked for."""
        return self.roster.ids(self.spare_set)

    @property
    def filled(self) -> int:
        """How many slots have their person."""
        return sum(slot.person is not None for slot in self.slots)

    @property
    def missing(self) -> int:
        """How many slots are empty in a largest assignment."""
        return len(self.slots) - self.filled


@dataclass(frozen=True, slots=True)
class BranchStanding:
    """How one sufficient way stands."""

    status: Status
    conditions: tuple[ConditionStanding, ...]
    teams: tuple[TeamStanding, ...]
    scores: tuple[ScoreStanding, ...] = ()

    @property
    def people_missing(self) -> int:
        """The fewest further people, of any credentials, who would complete the people part."""
        missing = (*(team.missing for team in self.teams), *(score.people_missing for score in self.scores))
        return max(missing, default=0)

    @property
    def headcount(self) -> int:
        """How many people the way asks for at least."""
        return max((*(len(team.slots) for team in self.teams), *(s.headcount for s in self.scores)), default=0)

    @property
    def asks(self) -> tuple[PersonExpression, ...]:
        """All that one person may be asked to hold."""
        slots = (slot.asks for team in self.teams for slot in team.slots)
        return (*slots, *(each for score in self.scores for each in score.score.expressions))

    @property
    def contributors(self) -> tuple[str, ...]:
        """The people of the witness, each once."""
        filled = (slot.person for team in self.teams for slot in team.slots if slot.person is not None)
        return tuple(dict.fromkeys((*filled, *(person for score in self.scores for person in score.contributors))))


@dataclass(frozen=True, slots=True)
class OptionStanding:
    """How one option stands for a level. `branches` begin with the nearest."""

    option: Option
    status: Status
    people_missing: int
    branches: tuple[BranchStanding, ...]

    @property
    def nearest(self) -> BranchStanding:
        """The branch that is met, or else needs the least."""
        return self.branches[0]

    @property
    def contributors(self) -> tuple[str, ...]:
        """The people of one best assignment; they alone suffice where the option is met."""
        return self.nearest.contributors


@dataclass(frozen=True, slots=True)
class LevelStanding:
    """How a level of a competency stands. `on_facts` leaves its override aside. Options begin with the nearest."""

    competency: str
    level: str
    on_facts: Status
    override: LevelOverride | None
    options: tuple[OptionStanding, ...]

    @property
    def status(self) -> Status:
        """Met under an override in force, else what the facts say."""
        return Status.MET if self.override else self.on_facts

    @property
    def nearest(self) -> OptionStanding:
        """The option that is met, or else needs the least."""
        return self.options[0]


@dataclass(frozen=True, slots=True)
class CompetencyStanding:
    """How a competency stands. `levels` are in the programme's order, without those that the version leaves out.

    `renews`: the company goes by the version as a member that was one before it came, from the date for renewals.
    `awaited` is a newer version that holds for new partners already.
    """

    competency: Competency
    version: RuleVersion
    levels: Mapping[str, LevelStanding]
    renews: bool = False
    awaited: RuleVersion | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer for a date. `rules_as_of` chose the versions of the rules; everything else goes by `on`."""

    programme: Programme
    on: date
    rules_as_of: date
    competencies: Mapping[str, CompetencyStanding]

    def level(self, competency: str, level: str) -> LevelStanding | None:
        """A level's standing; None where the rules in force do not define it."""
        return self.competencies[competency].levels.get(level)

    def before_first_rules(self, competency: str) -> bool:
        """Whether the rules used began only later."""
        return self.rules_as_of < self.competencies[competency].version.since


def standing(programme: Programme, facts: Facts, on: date, rules_as_of: date | None = None) -> Standing:
    """The standing of every competency on a date, under the rules of `rules_as_of` (of `on` when left out)."""
    as_of = rules_as_of or on
    judge = _Judge(programme, facts, on, as_of, Roster(programme, facts, on))
    return Standing(programme, on, as_of, {c.id: judge.competency(c) for c in programme.competencies.values()})


def competency_standing(
    programme: Programme, facts: Facts, on: date, competency: str, rules_as_of: date | None = None
) -> CompetencyStanding:
    """The standing of one competency alone."""
    judge = _Judge(programme, facts, on, rules_as_of or on, Roster(programme, facts, on))
    return judge.competency(programme.competencies[competency])


@dataclass(frozen=True, slots=True)
class _Judge:
    programme: Programme
    facts: Facts
    on: date
    as_of: date
    roster: Roster

    def competency(self, competency: Competency) -> CompetencyStanding:
        since = member_since(self.programme, self.facts, self.as_of)
        version, newest = competency.version_on(self.as_of, since), competency.version_on(self.as_of)
        levels = [level for level in self.programme.levels if level in version.levels]
        return CompetencyStanding(
            competency,
            version,
            {level: self.level(competency.id, version, level) for level in levels},
            renews=version.begins(since) != version.since,
            awaited=None if newest is version else newest,
        )

    def level(self, competency: str, version: RuleVersion, level: str) -> LevelStanding:
        options = [self.option(option, competency, level) for option in version.options if level in option.levels]
        options.sort(key=_option_distance)
        on_facts = any_of(option.status for option in options)
        return LevelStanding(competency, level, on_facts, self.override(competency, level), tuple(options))

    def override(self, competency: str, level: str) -> LevelOverride | None:
        """The override in force; of several the one that ends last."""
        candidates = (o for o in self.facts.overrides if isinstance(o, LevelOverride) and o.in_force(self.on))
        matching = [o for o in candidates if (o.competency, o.level) == (competency, level)]
        return max(matching, key=lambda override: override.until, default=None)

    def option(self, option: Option, competency: str, level: str) -> OptionStanding:
        found = [self.branch(branch, competency, level) for branch in option.branches[level]]
        missing = min(branch.people_missing for branch in found)
        found.sort(key=branch_distance)
        return OptionStanding(option, any_of(branch.status for branch in found), missing, tuple(found))

    def branch(self, branch: Branch, competency: str, level: str) -> BranchStanding:
        teams = tuple(self.team(team) for team in branch.teams)
        conditions = tuple(self.condition(condition) for condition in branch.conditions)
        scores = tuple(self.score(score, competency, level) for score in branch.scores)
        people = Status.NOT_MET if any(team.missing for team in teams) else Status.MET
        status = all_of([people, *(c.status for c in conditions), *(s.status for s in scores)])
        return BranchStanding(status, conditions, teams, scores)

    def score(self, score: Score, competency: str, level: str) -> ScoreStanding:
        """A score in its window, whose days go by their own rules; rules asked for by a date hold throughout."""
        asked = self.programme.competencies[competency]
        since = member_since(self.programme, self.facts, self.on)
        dated = tuple(dated_scores(asked, level, self.on, since)) if self.as_of == self.on else ()
        return ScoreJudge(self.programme, self.facts, asked).standing(score, self.on, self.roster, dated)

    def condition(self, condition: Condition) -> ConditionStanding:
        if isinstance(condition, LevelHeld):
            return ConditionStanding(condition, self.held(condition))
        return judge_condition(condition, self.programme, self.facts, self.on)

    def held(self, asked: LevelHeld) -> Status:
        """Another competency's level; the loader has seen to it that none leads back to itself."""
        version = version_for(self.programme, self.programme.competencies[asked.competency], self.facts, self.as_of)
        if asked.level not in version.levels:
            override = self.override(asked.competency, asked.level)
            return Status.NOT_MET if override is None else Status.MET
        return self.level(asked.competency, version, asked.level).status

    def team(self, team: Team) -> TeamStanding:
        candidates = [self.roster.satisfying(asks) for asks in team]
        chosen = assign(candidates)
        slots = tuple(SlotStanding(asks, self.person(index)) for asks, index in zip(team, chosen, strict=True))
        return TeamStanding(slots, _spares(candidates, chosen), self.roster)

    def person(self, index: int | None) -> str | None:
        return None if index is None else self.facts.people[index].id


def dated_scores(competency: Competency, level: str, on: date, since: date | None) -> Iterator[DatedScore]:
    """The scores that a level asked for until a day, one for each version of the rules."""
    for version in competency.versions:
        if version.begins(since) <= on:
            asked = (option.branches.get(level, ()) for option in version.options)
            found = (score for branches in asked for branch in branches for score in branch.scores)
            yield from (DatedScore(version.begins(since), score) for score in islice(found, 1))


def _spares(candidates: Sequence[int], chosen: Sequence[int | None]) -> int:
    everybody = 0
    for members in candidates:
        everybody |= members
    for index in chosen:
        if index is not None:
            everybody &= ~(1 << index)
    return everybody


def branch_distance(branch: BranchStanding) -> tuple[int, int, int]:
    """How far a way is from being met, to compare it with others: the people missing, then what else is not met."""
    unmet = sum(condition.status is not Status.MET for condition in branch.conditions)
    unmet += sum(score.status is not Status.MET for score in branch.scores)
    return (branch.status is not Status.MET, branch.people_missing, unmet)


def _option_distance(option: OptionStanding) -> tuple[int, int, int]:
    return branch_distance(option.nearest)
