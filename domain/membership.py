"""Where a membership stands on a day: its life cycle, what may be bought, renewed or upgraded, and what is displayed.

Everything is judged by the dated rules of the programme (`domain.membership_rules`): the window by the rule in force on
the anniversary, a purchase and a renewal by the one on their own day. What no rule published stays not known.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from domain.conditions import Status, all_of, any_of
from domain.facts import Facts, LevelOverride, Membership, Override
from domain.membership_years import (
    OrderState,
    RenewalDates,
    Year,
    membership_of,
    open_order,
    renewal_dates,
    renewed_on,
)
from domain.programme import Programme
from domain.risk import LevelOutlook, MembershipOutlook, Outlook, outlooks, pursued
from domain.standing import LevelStanding, Standing, standing
from domain.years import CompetencyYear

Phase: TypeAlias = Literal["started", "qualified", "ordered", "active", "at_risk", "grace", "lapsed"]
OfferKind: TypeAlias = Literal["buy", "renew", "upgrade"]


@dataclass(frozen=True, slots=True)
class Carrier:
    """A competency that decides whether a level may be bought: it meets it, or it is not known whether it does.

    `override_until` is the first day without the override by which alone it meets it.
    """

    competency: str
    status: Status
    override_until: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A level that may be bought, renewed or moved up to, if its requirements are met.

    `status` says whether they are on the day, and for a renewal whether the rules let it be met so late; `carriers` are
    the competencies that meet them, or else those of which it is not known. `ahead` is, for a renewal whose window is
    still to open, whether the facts alone will meet them when it does.
    """

    kind: OfferKind
    level: str
    status: Status
    carriers: tuple[Carrier, ...]
    ahead: Status | None = None


@dataclass(frozen=True, slots=True)
class Badge:
    """A level of a competency that the profile displays.

    `until` is the last day on which it does; `alone` what the facts alone say on the day; where that is not met,
    `unmet_since` is the first day without (None: they never met it in this year).
    """

    competency: str
    level: str
    until: date
    alone: Status
    unmet_since: date | None = None


@dataclass(frozen=True, slots=True)
class MembershipState:
    """Where the membership stands on a day.

    Attributes:
        on: the day.
        phase: its place in the life cycle.
        membership: the one of the day, which may have lapsed; None where none had begun.
        order: what is on order.
        dates: when it may be renewed; None without one.
        next_year: the year that a renewal on the day begins, or on the first day of the window that is still to open.
        outlook: whether its level will be met at the anniversary; None once that is over.
        offers: what may be bought, renewed or moved up to.
        badges: what the profile displays.
        endings: the overrides that end while it may be renewed.
        ended: whether the programme has ended, so that nothing can be bought or renewed any more.
    """

    on: date
    phase: Phase
    membership: Membership | None
    order: OrderState | None
    dates: RenewalDates | None
    next_year: Year | None
    outlook: MembershipOutlook | None
    offers: tuple[Offer, ...]
    badges: tuple[Badge, ...]
    endings: tuple[Override, ...]
    ended: bool


def membership_state(programme: Programme, facts: Facts, on: date) -> MembershipState:
    """Where the membership stands on a day."""
    membership = membership_of(facts, on)
    if membership is not facts.membership:
        facts = replace(facts, membership=membership)
    return _Look(programme, facts, on).state()


class _Look:
    """The facts on a day, with the membership of that day; each part is worked out once."""

    def __init__(self, programme: Programme, facts: Facts, on: date) -> None:
        self.programme = programme
        self.facts = facts
        self.on = on
        self.dates = renewal_dates(programme, facts.membership) if facts.membership is not None else None
        self.is_shown = self.dates is not None and on <= self.dates.shown_until
        self.ended = programme.end is not None and on > programme.end.last_renewal
        self.order = open_order(programme, facts, on)
        self._alone: dict[date, Standing] = {}
        self._years: dict[str, CompetencyYear] = {}

    def state(self) -> MembershipState:
        dates, membership = self.dates, self.facts.membership
        start = self.renewing_from
        year = renewed_on(self.programme, membership, start) if membership and start else None
        ahead = dates is not None and self.on <= dates.anniversary
        return MembershipState(
            on=self.on,
            phase=self.phase(),
            membership=membership,
            order=self.order,
            dates=dates,
            next_year=year,
            outlook=self.of_membership if ahead else None,
            offers=tuple(self.offers()),
            badges=tuple(self.badges()),
            endings=tuple(self.endings()),
            ended=self.ended,
        )

    @cached_property
    def now(self) -> Standing:
        return standing(self.programme, self.facts, self.on)

    @cached_property
    def outlooks(self) -> tuple[Outlook, ...]:
        return outlooks(self.programme, self.facts, self.on)

    @property
    def of_membership(self) -> MembershipOutlook | None:
        return next((o for o in self.outlooks if isinstance(o, MembershipOutlook)), None)

    @property
    def renewing_from(self) -> date | None:
        """The first day from now on on which it may be renewed; the anniversary where it is not known from when."""
        if self.dates is None or not self.is_shown or self.dates.is_open(self.dates.closes) is False:
            return None
        return max(self.on, self.dates.opens or self.dates.anniversary)

    def phase(self) -> Phase:
        if not self.is_shown or self.dates is None:
            return self.without()
        if self.on > self.dates.anniversary:
            return "grace"
        found = self.of_membership
        return "at_risk" if found is not None and found.status is Status.NOT_MET else "active"

    def without(self) -> Phase:
        if self.order is not None and self.order.status == "unpaid":
            return "ordered"
        if self.dates is not None:
            return "lapsed"
        levels = (level for found in self.now.competencies.values() for level in found.levels.values())
        return "qualified" if any(level.status is Status.MET for level in levels) else "started"

    def offers(self) -> Iterator[Offer]:
        if self.ended:
            return
        for level in self.programme.levels:
            if not self.is_shown or self.dates is None or self.facts.membership is None:
                yield Offer("buy", level, *self.carried(level))
                continue
            if self.renewing_from is not None:
                yield self.renewal(level, self.dates)
            if self.on <= self.dates.anniversary and self.rank(level) > self.rank(self.facts.membership.level):
                yield Offer("upgrade", level, *self.carried(level))

    def renewal(self, level: str, dates: RenewalDates) -> Offer:
        status, carriers = self.carried(level)
        if self.on > dates.anniversary:
            return Offer("renew", level, all_of((status, self.in_time(level, dates))), carriers)
        start = self.renewing_from
        ahead = self.ahead(level, start) if start is not None and start > self.on else None
        return Offer("renew", level, status, carriers, ahead)

    def in_time(self, level: str, dates: RenewalDates) -> Status:
        """Whether it matters that the requirements were not met at the anniversary: met where it does not."""
        late = dates.rule.late if dates.rule is not None else None
        if late is not None and late.allowed:
            return Status.MET
        then = _holding(standing(self.programme, self.facts, dates.anniversary), level)
        met = any_of(found.status for found in then)
        return met if late is not None or met is Status.MET else Status.NOT_KNOWN

    def ahead(self, level: str, day: date) -> Status:
        if day not in self._alone:
            self._alone[day] = standing(self.programme, self.facts.alone, day)
        return any_of(found.status for found in _holding(self._alone[day], level))

    def carried(self, level: str) -> tuple[Status, tuple[Carrier, ...]]:
        found = _holding(self.now, level)
        status = any_of(each.status for each in found)
        return status, tuple(self.carrier(each) for each in found if each.status is status is not Status.NOT_MET)

    def carrier(self, level: LevelStanding) -> Carrier:
        ends = [o.until for o in self.facts.overrides if o.in_force(self.on)]
        if level.status is not Status.MET or not ends or self.alone(level) is Status.MET:
            return Carrier(level.competency, level.status)
        until = level.override.until if level.override is not None else min(ends)
        return Carrier(level.competency, level.status, until)

    def alone(self, level: LevelStanding) -> Status:
        """What the facts alone say of a level on the day."""
        return self.year(level.competency).on(self.on).levels[level.level].status

    def badges(self) -> Iterator[Badge]:
        if self.dates is None or not self.is_shown or self.facts.membership is None:
            return
        shown = self.rank(self.facts.membership.level)
        for held in self.outlooks:
            if isinstance(held, LevelOutlook) and self.rank(held.level) <= shown:
                yield self.badge(held, self.dates.shown_until)

    def badge(self, held: LevelOutlook, until: date) -> Badge:
        now = self.now.level(held.competency, held.level)
        alone = self.alone(now) if now is not None else Status.NOT_KNOWN
        since = self.unmet_since(held) if alone is Status.NOT_MET else None
        return Badge(held.competency, held.level, until, alone, since)

    def unmet_since(self, held: LevelOutlook) -> date | None:
        year = self.year(held.competency)
        bought = self.facts.membership.purchased if self.facts.membership is not None else self.on
        last = year.last_met(held.level, bought, self.on)
        return None if last is None else year.first_without(held.level, last, self.on)[0]

    def year(self, competency: str) -> CompetencyYear:
        """A competency by the facts alone, on any day."""
        if competency not in self._years:
            known = {self.on: self.now.competencies[competency]} if not self.facts.overrides else {}
            asked = self.programme.competencies[competency]
            self._years[competency] = CompetencyYear(self.programme, self.facts.alone, asked, known)
        return self._years[competency]

    def endings(self) -> Iterator[Override]:
        """Those that hold when it may be renewed first, and end before it may no longer."""
        start = self.renewing_from
        if start is None or self.dates is None:
            return
        for override in sorted(self.facts.overrides, key=lambda o: (o.until, o.id or "")):
            if override.in_force(start) and override.until <= self.dates.closes and self.concerns(override):
                yield override

    def concerns(self, override: Override) -> bool:
        """Whether it speaks of the membership's level or of something that any rules name."""
        return (
            not isinstance(override, LevelOverride)
            or self.facts.membership is None
            or (self.rank(override.level) <= self.rank(self.facts.membership.level))
        )

    def rank(self, level: str) -> int:
        return tuple(self.programme.levels).index(level) if level in self.programme.levels else -1


def _holding(found: Standing, level: str) -> list[LevelStanding]:
    """A level in every competency of which anything is recorded: the others would hide what is known."""
    levels = (found.level(competency, level) for competency in found.competencies)
    return [each for each in levels if each is not None and (each.status is Status.MET or pursued(each))]
