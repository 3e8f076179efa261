"""What holds on a day at one revision of a company, worked out once and kept for the next question."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from domain.assignment import assign
from domain.conditions import Status
from domain.dates import Month, trailing_year
from domain.facts import Facts
from domain.gaps import Candidate, nearest_people
from domain.ports import Company
from domain.programme import Programme
from domain.requirements import PersonExpression
from domain.risk import Outlook, risks
from domain.roster import Roster
from domain.standing import BranchStanding, LevelStanding, Standing, TeamStanding, standing

VIEWS_KEPT = 64


@dataclass(frozen=True)
class View:
    """What one revision of a company says of one day. Each part is worked out once, when it is first asked for."""

    company: Company
    programme: Programme
    on: date

    @cached_property
    def standing(self) -> Standing:
        """Every level on the day."""
        return standing(self.programme, self.company.facts, self.on)

    @cached_property
    def confirmed(self) -> Standing:
        """The same, counting only achievements that the vendor has confirmed."""
        return standing(self.programme, _only_confirmed(self.company.facts), self.on)

    @cached_property
    def unaided(self) -> Standing:
        """The same, without any override."""
        facts = self.company.facts
        if not any(override.in_force(self.on) for override in facts.overrides):
            return self.standing
        return standing(self.programme, replace(facts, overrides=()), self.on)

    @cached_property
    def roster(self) -> Roster:
        """Who holds what on the day."""
        return Roster(self.programme, self.company.facts, self.on)

    @cached_property
    def _nearest(self) -> dict[tuple[TeamStanding, PersonExpression], tuple[Candidate, ...]]:
        return {}

    def nearest(self, team: TeamStanding, asks: PersonExpression) -> tuple[Candidate, ...]:
        """Who could fill an empty place of a team with the fewest further credentials."""
        if (team, asks) not in self._nearest:
            found = nearest_people(team, asks, self.roster, self.programme, self.on)
            self._nearest[team, asks] = found
        return self._nearest[team, asks]

    @cached_property
    def _irreplaceable(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    def irreplaceable(self, level: LevelStanding) -> tuple[str, ...]:
        """Those of its contributors without whom a level that is met on the facts would not be."""
        key = (level.competency, level.level)
        if key not in self._irreplaceable:
            self._irreplaceable[key] = tuple(self._alone(level))
        return self._irreplaceable[key]

    def _alone(self, level: LevelStanding) -> Iterator[str]:
        if level.on_facts is Status.MET:
            for person in level.nearest.contributors:
                without = 1 << self.company.facts.place_of[person]
                if not any(self._staffed(b, without) for option in level.options for b in option.branches):
                    yield person

    def _staffed(self, branch: BranchStanding, without: int) -> bool:
        """Whether a way is met without some people."""
        if any(condition.status is not Status.MET for condition in branch.conditions):
            return False
        teams = ([self.roster.satisfying(slot.asks) & ~without for slot in team.slots] for team in branch.teams)
        return all(None not in assign(candidates) for candidates in teams)

    @cached_property
    def risks(self) -> tuple[Outlook, ...]:
        """What is held and will not be met at the anniversary."""
        return risks(self.programme, self.company.facts, self.on)

    @cached_property
    def figures_up_to(self) -> Month | None:
        """The latest month that any figure of the trailing year was reported for."""
        year = frozenset(trailing_year(self.on))
        return max((m for reported in self.company.facts.figures.values() for m in reported if m in year), default=None)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every person on record, as it was typed."""
        members = {member.person: member.name for member in self.company.members.values() if member.person}
        return {person.id: person.name or members.get(person.id, person.id) for person in self.company.facts.people}


class Views:
    """The views that were asked for last, so that a question costs no recomputation."""

    def __init__(self, kept: int = VIEWS_KEPT) -> None:
        self._kept = kept
        self._views: OrderedDict[tuple[str, int, str, date], View] = OrderedDict()

    def of(self, company: Company, programme: Programme, on: date) -> View:
        """The view of a company's revision on a day."""
        key = (company.organisation.id, company.revision, programme.revision, on)
        view = self._views.pop(key, None) or View(company, programme, on)
        self._views[key] = view
        if len(self._views) > self._kept:
            self._views.popitem(last=False)
        return view


def _only_confirmed(facts: Facts) -> Facts:
    people = (replace(p, achievements=tuple(a for a in p.achievements if a.state == "confirmed")) for p in facts.people)
    return replace(facts, people=tuple(people))
