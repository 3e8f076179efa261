"""At risk: a level that is held, and on the facts will not be met at the anniversary.

Held is what the profile shows: met today, or on some day since the membership was bought, be it by an override. What
is to come is judged on the facts alone: an override covers a risk for a time, and never mends it; nor does a claim of
the exam that it stands in for, until the vendor's export shows it (`domain.unproven`). Not known is neither
a risk nor a mending; but shortly before the anniversary a level is at risk, too, that would fall short if the figures
went on as they did, and its outlook says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from domain.conditions import Status, any_of
from domain.facts import Facts, Membership
from domain.membership_years import lapsed_after
from domain.programme import Programme
from domain.projection import projects, with_projection
from domain.standing import LevelStanding, Standing, competency_standing, standing
from domain.timeline import DAY, Lapse
from domain.unproven import without_unproven
from domain.years import CompetencyYear


@dataclass(frozen=True, slots=True)
class LevelOutlook:
    """A held level now and at the anniversary; `then` is what the facts alone say, without any override.

    `day` is the one of which that is said: the anniversary, or today once that has passed and a renewal is open still.
    `short_from` is the first day without it, past or to come, while the outlook is not met; `causes` is what lapses
    on that day and makes the difference. `covered_until` is that day where until then an override carries the level.
    `projected`: on what is known it is not known, and it is not met if the figures go on as they did.
    """

    competency: str
    level: str
    anniversary: date
    day: date
    then: LevelStanding | None
    status: Status
    short_from: date | None = None
    causes: tuple[Lapse, ...] = ()
    covered_until: date | None = None
    projected: bool = False

    @property
    def subject(self) -> str:
        """The key of this outlook among the notices."""
        return subject_of(self.competency, self.level)


@dataclass(frozen=True, slots=True)
class MembershipOutlook:
    """Whether some competency will hold the membership's level at the anniversary.

    A competency of which nothing is recorded decides nothing: that it is not known would hide every risk.
    `day` and `projected` as for a level.
    """

    level: str
    anniversary: date
    day: date
    status: Status
    short_from: date | None = None
    projected: bool = False

    @property
    def subject(self) -> str:
        """The key of this outlook among the notices."""
        return subject_of("membership", self.level)


Outlook: TypeAlias = LevelOutlook | MembershipOutlook


def subject_of(of: str, level: str) -> str:
    """The key of a competency's level, or of the membership's, among the notices."""
    return f"{of}/{level}"


def outlooks(programme: Programme, facts: Facts, on: date) -> tuple[Outlook, ...]:
    """The outlook of every held level and of the membership, the membership first.

    Nothing without a membership, nor once it has lapsed: nothing is held then, and no anniversary is ahead.
    """
    if facts.membership is None or lapsed_after(programme, facts.membership, on) is not None:
        return ()
    horizon = max(facts.membership.anniversary, on)
    now, proven = standing(programme, facts, on), without_unproven(facts)
    then = standing(programme, proven.alone, horizon)
    expected = with_projection(programme, proven, on, horizon) if projects(on, facts.membership.anniversary) else None
    known = ([now] if proven is facts else []) + ([then] if proven.alone is proven else [])
    look = _Look(programme, proven.apart(), facts.membership, on, horizon, now, then, expected, tuple(known))
    levels = tuple(look.levels())
    return (look.of_membership(levels), *levels)


def risks(programme: Programme, facts: Facts, on: date) -> tuple[Outlook, ...]:
    """The outlooks that are not met."""
    return tuple(outlook for outlook in outlooks(programme, facts, on) if outlook.status is Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class _Look:
    programme: Programme
    facts: Facts
    membership: Membership
    on: date
    horizon: date
    now: Standing
    then: Standing
    expected: Facts | None
    known: tuple[Standing, ...]

    def levels(self) -> Iterator[LevelOutlook]:
        for competency in self.programme.competencies.values():
            known = {standing.on: standing.competencies[competency.id] for standing in self.known}
            year = CompetencyYear(self.programme, self.facts, competency, known)
            for level in self.programme.levels:
                last_met = self.last_met(year, competency.id, level)
                if last_met is not None:
                    yield self.level(year, competency.id, level, last_met)

    def last_met(self, year: CompetencyYear, competency: str, level: str) -> date | None:
        here = self.now.level(competency, level)
        is_met = here is not None and here.status is Status.MET
        if is_met and year.met(level, self.on):
            return self.on
        last = year.last_met(level, self.membership.purchased, self.on)
        # What is met by a claim that an override stood in for is held, too.
        return self.on if last is None and is_met else last

    def level(self, year: CompetencyYear, competency: str, level: str, last_met: date) -> LevelOutlook:
        then = self.then.level(competency, level)
        status = then.status if then is not None else Status.NOT_KNOWN
        outlook = LevelOutlook(competency, level, self.membership.anniversary, self.horizon, then, status)
        if status is Status.MET:
            return outlook
        if status is Status.NOT_KNOWN:
            expected = self.expected_then(competency, level)
            if self.expected is None or expected is None or expected.status is not Status.NOT_MET:
                return outlook
            year = CompetencyYear(self.programme, self.expected, self.programme.competencies[competency])
            outlook = replace(outlook, then=expected, status=Status.NOT_MET, projected=True)
        return self.with_ground(outlook, year, last_met)

    def with_ground(self, outlook: LevelOutlook, year: CompetencyYear, last_met: date) -> LevelOutlook:
        """A level that will not be met, with the first day without it and what lapses then."""
        covered = year.met(outlook.level, self.horizon)
        until = max(override.until for override in self.facts.overrides) if covered else self.horizon
        day, causes = year.first_without(outlook.level, last_met, until)
        eve = year.level(outlook.level, day - DAY)
        carried = day > self.on and eve is not None and self.by_override(eve, day - DAY)
        return replace(outlook, short_from=day, causes=causes, covered_until=day if carried else None)

    def expected_then(self, competency: str, level: str) -> LevelStanding | None:
        """A level at the anniversary if the figures go on as they did; None where nothing may be projected yet."""
        if self.expected is None:
            return None
        found = CompetencyYear(self.programme, self.expected.alone, self.programme.competencies[competency])
        return found.level(level, self.horizon)

    def by_override(self, level: LevelStanding, day: date) -> bool:
        """Whether a level would not be on a day, without overrides, what it is with them."""
        if not any(override.in_force(day) for override in self.facts.overrides):
            return False
        alone = competency_standing(self.programme, self.facts.alone, day, level.competency)
        return alone.levels[level.level].status is not level.status

    def of_membership(self, levels: tuple[LevelOutlook, ...]) -> MembershipOutlook:
        level = self.membership.level
        held = {outlook.competency for outlook in levels if outlook.level == level}
        found = ((c, self.then.level(c, level)) for c in self.then.competencies)
        deciding = {c: s.status for c, s in found if s is not None and (c in held or pursued(s))}
        status = any_of(deciding.values())
        is_projected = status is Status.NOT_KNOWN and self.falls_short(deciding, level)
        if is_projected:
            status = Status.NOT_MET
        ends = [o.short_from for o in levels if o.level == level and o.short_from is not None]
        short_from = max(ends, default=self.on) if status is Status.NOT_MET else None
        return MembershipOutlook(level, self.membership.anniversary, self.horizon, status, short_from, is_projected)

    def falls_short(self, deciding: Mapping[str, Status], level: str) -> bool:
        """Whether no competency would hold a level at the anniversary if the figures went on as they did."""
        unknown = (c for c, status in deciding.items() if status is Status.NOT_KNOWN)
        expected = [self.expected_then(competency, level) for competency in unknown]
        return all(found is not None and found.status is Status.NOT_MET for found in expected)


def pursued(level: LevelStanding) -> bool:
    """Whether anything is recorded that speaks for the level."""
    branches = [branch for option in level.options for branch in option.branches]
    people = any(branch.contributors for branch in branches)
    conditions = (condition for branch in branches for condition in branch.conditions)
    earned = any(score.points.low > 0 for branch in branches for score in branch.scores)
    return people or earned or any(c.value is not None or c.status is Status.MET for c in conditions)


def by_subject(found: tuple[Outlook, ...]) -> Mapping[str, Outlook]:
    """Outlooks under the keys that notices use."""
    return {outlook.subject: outlook for outlook in found}
