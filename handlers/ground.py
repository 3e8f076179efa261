"""What an answer rests on: the rules and their source, the day it speaks of, the age of the figures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.dates import Month
from domain.facts import CredentialOverride
from domain.gaps import credentials_in
from domain.programme import ProgrammeEnd, RuleVersion, Source
from domain.requirements import Condition, Market, Threshold
from domain.scoring import FigurePart
from domain.standing import BranchStanding, LevelStanding
from handlers.room import Room
from handlers.views import View


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground of an answer about one competency.

    `figures_up_to` is the latest month reported of the figures that the answer used; `uses_figures` whether the rules
    ask for any. `renews`: the rules hold since the date for those who renew; `awaited` are newer ones that hold already
    for new partners. `market` is the company's where an amount depends on it. `ended` is set when the day lies after
    the programme's last renewal.
    """

    on: date
    today: date
    version: RuleVersion
    source: Source | None
    before_first_rules: bool
    uses_figures: bool
    figures_up_to: Month | None
    market: Market | None
    ended: ProgrammeEnd | None
    renews: bool = False
    awaited: RuleVersion | None = None


def ground_of(room: Room, view: View, competency: str, levels: Sequence[LevelStanding]) -> Ground:
    """The ground of what a view says of some levels of a competency."""
    found = view.standing.competencies[competency]
    version = found.version
    conditions = [c for level in levels for option in level.options for c in option.nearest.conditions]
    earning = [p for level in levels for o in level.options for s in o.nearest.scores for p in s.figures]
    end = room.programme.end
    return Ground(
        on=view.on,
        today=room.today,
        version=version,
        source=room.programme.sources.get(version.source),
        before_first_rules=view.standing.before_first_rules(competency),
        uses_figures=bool(conditions or earning),
        figures_up_to=max((*(month for c in conditions for month in c.months), *_reported(earning)), default=None),
        market=view.company.facts.market if any(_by_market(c.condition) for c in conditions) else None,
        ended=end if end is not None and view.on > end.last_renewal else None,
        renews=found.renews,
        awaited=found.awaited,
    )


def _reported(earning: Iterable[FigurePart]) -> Iterator[Month]:
    """The last months of the figures that earn points."""
    return (part.reading.latest for part in earning if part.reading.latest is not None)


def _by_market(condition: Condition) -> bool:
    """Whether a condition is another one in another market."""
    return isinstance(condition, Threshold) and condition.at_least.developed != condition.at_least.developing


def resting_on(view: View, branch: BranchStanding) -> tuple[CredentialOverride, ...]:
    """The overrides of persons' credentials that the witness of a way makes use of."""
    asked = {code for each in branch.asks for code in credentials_in(each)}
    return tuple(
        override
        for override in view.company.facts.overrides
        if isinstance(override, CredentialOverride)
        and override.in_force(view.on)
        and override.credential in asked
        and override.person in branch.contributors
    )
