"""How the company stands: every competency in one line, by area, the best first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor

from domain.conditions import Status
from domain.dates import Month
from domain.facts import Membership
from domain.programme import Area, Programme, ProgrammeEnd
from domain.risk import Outlook
from domain.standing import CompetencyStanding, LevelStanding
from handlers.room import Room
from handlers.views import View


@dataclass(frozen=True, slots=True)
class Overview:
    """All competencies asked for, by area. `levels` begins with the highest.

    `idle` are those in which nothing is met, nobody counts and nothing is reported: they need no line each.
    `by_override` and `by_claims` are the levels that are met only with an override of something else, and only with
    achievements that nobody has confirmed.
    `risks` is what is held today and will not be met at the anniversary, `unclear` what was and is not known now; None
    where the reader may not know.
    """

    programme: Programme
    on: date
    today: date
    levels: tuple[str, ...]
    areas: tuple[tuple[Area, tuple[CompetencyStanding, ...]], ...]
    idle: tuple[CompetencyStanding, ...]
    by_override: frozenset[tuple[str, str]]
    by_claims: frozenset[tuple[str, str]]
    risks: tuple[Outlook, ...] | None
    unclear: tuple[Outlook, ...] | None
    ended: ProgrammeEnd | None
    newest_rules: date
    figures_up_to: Month | None
    membership: Membership | None

    @property
    def best(self) -> str:
        """The competency that stands best."""
        return (self.areas[0][1] if self.areas else self.idle)[0].competency.id


def overview(room: Room, view: View, area: str | None = None, level: str | None = None) -> Overview:
    """The standing of all competencies, or of those of one area; with one level alone where that was asked for."""
    levels = (level,) if level else tuple(reversed(tuple(room.programme.levels)))
    found = [c for c in view.standing.competencies.values() if area in {None, c.competency.area}]
    found.sort(key=lambda competency: _rank(competency, levels))
    begun = [competency for competency in found if area is not None or _is_begun(competency)]
    end = room.programme.end
    tells_risks = room.may("watch") and area is None and view.on == room.today
    return Overview(
        programme=room.programme,
        on=view.on,
        today=room.today,
        levels=levels,
        areas=tuple(_by_area(room.programme, begun)),
        idle=tuple(competency for competency in found if competency not in begun),
        by_override=view.by_override,
        by_claims=view.by_claims,
        risks=view.risks if tells_risks else None,
        unclear=view.unclear if tells_risks else None,
        ended=end if end is not None and view.on > end.last_renewal else None,
        newest_rules=max(competency.version.since for competency in found),
        figures_up_to=view.figures_up_to,
        membership=room.company.facts.membership,
    )


def _by_area(
    programme: Programme, found: Sequence[CompetencyStanding]
) -> Iterable[tuple[Area, tuple[CompetencyStanding, ...]]]:
    """The areas in the order of their best competency."""
    areas = {area.id: area for area in programme.areas}
    for area in dict.fromkeys(competency.competency.area for competency in found):
        yield areas[area], tuple(c for c in found if c.competency.area == area)


def _is_begun(competency: CompetencyStanding) -> bool:
    """Whether something is met, somebody counts or a figure was reported for any of its levels."""
    branches = [b for level in competency.levels.values() for option in level.options for b in option.branches]
    met = any(level.status is Status.MET for level in competency.levels.values())
    reported = any(condition.value for branch in branches for condition in branch.conditions)
    earned = any(score.points.low for branch in branches for score in branch.scores)
    return met or reported or earned or any(branch.contributors for branch in branches)


def _rank(competency: CompetencyStanding, levels: Sequence[str]) -> tuple[object, ...]:
    """The highest levels that are met first; then those that lack the fewest people."""
    found = [competency.levels.get(level) for level in levels]
    met = tuple(level is None or level.status is not Status.MET for level in found)
    distances = tuple(_distance(level) for level in reversed(found) if level is not None)
    return (met, distances, competency.competency.id)


def _distance(level: LevelStanding) -> tuple[int, int]:
    branch = level.nearest.nearest
    unmet = sum(c.status is not Status.MET for c in branch.conditions)
    return (branch.people_missing, unmet + sum(floor(score.missing) for score in branch.scores))
