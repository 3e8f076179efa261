"""At risk: a level that is held, and on the facts will not be met at the anniversary.

Held is what the profile shows: met today, or on some day since the membership was bought. Not known is neither a
risk nor a mending.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from domain.conditions import Status, any_of
from domain.facts import Facts, Membership
from domain.programme import Programme
from domain.standing import LevelStanding, Standing, competency_standing, standing
from domain.timeline import DAY, Lapse, lapses


@dataclass(frozen=True, slots=True)
class LevelOutlook:
    """A held level now and at the anniversary.

    `short_from` is the first day without it, past or to come, while the outlook is not met; `causes` is what lapses
    on that day.
    """

    competency: str
    level: str
    anniversary: date
    then: LevelStanding | None
    status: Status
    short_from: date | None = None
    causes: tuple[Lapse, ...] = ()

    @property
    def subject(self) -> str:
        """The key of this outlook among the notices."""
        return f"{self.competency}/{self.level}"


@dataclass(frozen=True, slots=True)
class MembershipOutlook:
    """Whether some competency will hold the membership's level at the anniversary."""

    level: str
    anniversary: date
    status: Status
    short_from: date | None = None

    @property
    def subject(self) -> str:
        """The key of this outlook among the notices."""
        return f"membership/{self.level}"


Outlook: TypeAlias = LevelOutlook | MembershipOutlook


def outlooks(programme: Programme, facts: Facts, on: date) -> tuple[Outlook, ...]:
    """The outlook of every held level and of the membership, the membership first; nothing without a membership."""
    if facts.membership is None:
        return ()
    horizon = max(facts.membership.anniversary, on)
    look = _Look(programme, facts, on, horizon, standing(programme, facts, on), standing(programme, facts, horizon))
    levels = tuple(look.levels(facts.membership))
    return (look.membership(facts.membership, levels), *levels)


def risks(programme: Programme, facts: Facts, on: date) -> tuple[Outlook, ...]:
    """The outlooks that are not met."""
    return tuple(outlook for outlook in outlooks(programme, facts, on) if outlook.status is Status.NOT_MET)


@dataclass(frozen=True, slots=True)
class _Look:
    programme: Programme
    facts: Facts
    on: date
    horizon: date
    now: Standing
    then: Standing

    def levels(self, membership: Membership) -> Iterator[LevelOutlook]:
        for competency in self.now.competencies:
            for level in self.programme.levels:
                here = self.now.level(competency, level)
                met_today = here is not None and here.status is Status.MET
                last_met = self.on if met_today else self.last_met(competency, level, membership)
                if last_met is not None:
                    yield self.level(competency, level, last_met)

    def last_met(self, competency: str, level: str, membership: Membership) -> date | None:
        """The last day of the membership year on which the level was met: the eve of something that lapsed."""
        known = self.programme.competencies[competency]
        past = lapses(self.programme, self.facts, known, membership.purchased, self.on)
        eves = sorted({lapse.on - DAY for lapse in past}, reverse=True)
        return next((eve for eve in eves if self.met(competency, level, eve)), None)

    def met(self, competency: str, level: str, day: date) -> bool:
        found = competency_standing(self.programme, self.facts, day, competency).levels.get(level)
        return found is not None and found.status is Status.MET

    def level(self, competency: str, level: str, last_met: date) -> LevelOutlook:
        then = self.then.level(competency, level)
        status = then.status if then is not None else Status.NOT_KNOWN
        outlook = LevelOutlook(competency, level, self.horizon, then, status)
        return outlook if status is not Status.NOT_MET else self.shortfall(outlook, last_met)

    def shortfall(self, outlook: LevelOutlook, last_met: date) -> LevelOutlook:
        """The first day on which the level fails, and what lapses on it."""
        known = self.programme.competencies[outlook.competency]
        ahead = lapses(self.programme, self.facts, known, last_met, self.horizon)
        days = sorted({lapse.on for lapse in ahead})
        first = next((day for day in days if not self.met(outlook.competency, outlook.level, day)), self.horizon)
        causes = tuple(lapse for lapse in ahead if lapse.on == first)
        return replace(outlook, short_from=first, causes=causes)

    def membership(self, membership: Membership, levels: tuple[LevelOutlook, ...]) -> MembershipOutlook:
        found = (c.levels.get(membership.level) for c in self.then.competencies.values())
        status = any_of(level.status for level in found if level is not None)
        ends = [o.short_from for o in levels if o.level == membership.level and o.short_from is not None]
        short_from = max(ends, default=self.on) if status is Status.NOT_MET else None
        return MembershipOutlook(membership.level, self.horizon, status, short_from)


def by_subject(found: tuple[Outlook, ...]) -> Mapping[str, Outlook]:
    """Outlooks under the keys that notices use."""
    return {outlook.subject: outlook for outlook in found}
