"""What earns points on a day: how many people hold something, what figures show, which conditions are met.

A figure that was never reported earns between nothing and everything: bounds stand for what is not known.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.conditions import ConditionStanding, Reason, Status, judge_condition
from domain.dates import MONTHS_IN_A_YEAR, Month, trailing_year
from domain.earning import NOTHING, Span, exactly, share, up_to
from domain.facts import Facts
from domain.points import Award, FigurePoints, Measure
from domain.programme import Programme
from domain.requirements import PersonExpression
from domain.roster import Roster

PER_CENT = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure shows on a day.

    `value` is None where it is not known and `at_least` what is known of it. `latest` is the last month reported,
    `baseline` what the same month showed a year before; `too_small` says that growth from it does not count.
    """

    value: Decimal | Fraction | None
    at_least: Decimal | Fraction | None = None
    reason: Reason | None = None
    latest: Month | None = None
    now: Decimal | None = None
    baseline: Decimal | None = None
    too_small: bool = False


@dataclass(frozen=True)
class Evidence:
    """What is recorded of one company, as it counts on a day.

    The rest is supposed: `further` people who hold everything beside those on record, `extra` people who hold one
    thing, `values` that figures show, conditions that are `met`. With `full` every figure and condition earns all it
    can: what then is missing, only people can bring.
    """

    programme: Programme
    facts: Facts
    on: date
    roster: Roster
    further: int = 0
    full: bool = False
    extra: tuple[tuple[PersonExpression, int], ...] = ()
    values: tuple[tuple[FigurePoints, Fraction], ...] = ()
    met: tuple[Award, ...] = ()

    def of(self, roster: Roster) -> "Evidence":
        """The same of other people."""
        return replace(self, roster=roster)

    def with_further(self, people: int, *, full: bool = False) -> "Evidence":
        """The same with so many further people who hold everything."""
        return replace(self, further=people, full=full)

    def with_extra(self, *extra: tuple[PersonExpression, int]) -> "Evidence":
        """The same with so many further people who hold one thing each."""
        return replace(self, extra=extra)

    def with_figure(self, asked: FigurePoints, value: Fraction) -> "Evidence":
        """The same with a figure that shows another value."""
        return replace(self, values=((asked, value),))

    def with_award(self, asked: Award) -> "Evidence":
        """The same with a condition that is met."""
        return replace(self, met=(asked,))

    def members(self, each: PersonExpression) -> int:
        """The set of people who satisfy an expression."""
        return self.roster.satisfying(each)

    def people(self, each: PersonExpression) -> int:
        """How many people satisfy an expression."""
        more = sum(number for asked, number in self.extra if asked == each)
        return self.members(each).bit_count() + self.further + more

    def of_figure(self, asked: FigurePoints) -> Span:
        """The points for a figure."""
        return self.figure(asked)[0]

    def of_award(self, asked: Award) -> Span:
        """The points for a condition."""
        return self.award(asked)[0]

    def figure(self, asked: FigurePoints) -> tuple[Span, Reading]:
        """The points for a figure, and what it shows."""
        full_at, found = asked.full_at.for_market(self.facts.market), self._reading(asked.measure)
        if self.full:
            return exactly(asked.points), found
        for supposed, value in self.values:
            if full_at is not None and supposed == asked:
                return exactly(share(value, asked, full_at)), found
        if full_at is None:
            return up_to(asked.points), replace(found, reason=Reason.NOT_PUBLISHED)
        if found.value is not None:
            return exactly(share(Fraction(found.value), asked, full_at)), found
        least = NOTHING if found.at_least is None else share(Fraction(found.at_least), asked, full_at)
        return Span(least, Fraction(asked.points)), found

    def award(self, asked: Award) -> tuple[Span, ConditionStanding]:
        """The points for a condition, and how it stands."""
        found = judge_condition(asked.when, self.programme, self.facts, self.on)
        if self.full or asked in self.met or found.status is Status.MET:
            return exactly(asked.points), found
        return (exactly(NOTHING) if found.status is Status.NOT_MET else up_to(asked.points)), found

    def _reading(self, measure: Measure) -> Reading:
        figures = self.facts.figures.get(measure.metric, {})
        window = trailing_year(self.on)
        latest = next((month for month in reversed(window) if month in figures), None)
        if latest is None:
            return Reading(None, reason=Reason.NEVER_REPORTED)
        now = figures[latest]
        if measure.counts != "value":
            return _since(figures.get(latest.plus(-MONTHS_IN_A_YEAR)), latest, now, measure, self.facts)
        if self.programme.metrics[measure.metric].kind == "stock":
            return Reading(now, latest=latest, now=now)
        months = [month for month in window if month in figures]
        total = sum((figures[month] for month in months), Decimal(0))
        if len(months) < MONTHS_IN_A_YEAR:
            return Reading(None, total, Reason.MONTHS_MISSING, latest, now)
        return Reading(total, latest=latest, now=now)


def _since(before: Decimal | None, latest: Month, now: Decimal, measure: Measure, facts: Facts) -> Reading:
    """What was added to a figure since the same month of the year before, or its growth."""
    if before is None:
        return Reading(None, reason=Reason.MONTHS_MISSING, latest=latest, now=now)
    if measure.counts == "added":
        return Reading(now - before, latest=latest, now=now, baseline=before)
    least = Decimal(0) if measure.least_baseline is None else measure.least_baseline.for_market(facts.market)
    if least is None:
        return Reading(None, reason=Reason.NOT_PUBLISHED, latest=latest, now=now, baseline=before)
    if before < least or before <= 0:
        return Reading(Decimal(0), latest=latest, now=now, baseline=before, too_small=True)
    growth = (Fraction(now) - Fraction(before)) * PER_CENT / Fraction(before)
    return Reading(growth, latest=latest, now=now, baseline=before)
