"""What holds on a day at one revision of a company, worked out once and kept for the next question."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from domain.assignment import assign
from domain.conditions import Status
from domain.dates import Month, trailing_year
from domain.facts import Facts
from domain.gaps import Candidate, credentials_in, nearest_people
from domain.membership import MembershipState, membership_state
from domain.notice_unclear import open_and_unknown
from domain.ports import Company, Organisation
from domain.programme import Programme
from domain.requirements import LevelHeld, PersonExpression
from domain.risk import Outlook, outlooks
from domain.roster import Roster
from domain.scoring import stays_reached
from domain.standing import (
    BranchStanding,
    CompetencyStanding,
    LevelStanding,
    Standing,
    TeamStanding,
    competency_standing,
    standing,
)
from handlers.grammar import callable_names
from handlers.kept import Kept
from handlers.replies import Reply

VIEWS_KEPT = 64
REPLIES_KEPT = 64


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
    def _confirmed(self) -> dict[str, CompetencyStanding]:
        return {}

    def confirmed(self, competency: str) -> CompetencyStanding:
        """One competency, counting only achievements that the vendor has confirmed."""
        if competency not in self._confirmed:
            self._confirmed[competency] = competency_standing(
                self.programme, self._confirmed_facts, self.on, competency
            )
        return self._confirmed[competency]

    @cached_property
    def _confirmed_facts(self) -> Facts:
        return _only_confirmed(self.company.facts)

    @cached_property
    def _unaided(self) -> dict[str, CompetencyStanding]:
        return {}

    def unaided(self, competency: str) -> CompetencyStanding:
        """One competency without any override."""
        if not any(override.in_force(self.on) for override in self.company.facts.overrides):
            return self.standing.competencies[competency]
        if competency not in self._unaided:
            facts = self.company.facts.alone
            self._unaided[competency] = competency_standing(self.programme, facts, self.on, competency)
        return self._unaided[competency]

    @cached_property
    def by_override(self) -> frozenset[tuple[str, str]]:
        """The levels, with their competencies, that are met by an override of something else than the level itself."""
        facts = self.company.facts
        return self._met_unlike(facts.alone) if any(o.in_force(self.on) for o in facts.overrides) else frozenset()

    @cached_property
    def by_claims(self) -> frozenset[tuple[str, str]]:
        """The levels, with their competencies, that are met only with achievements that nobody has confirmed."""
        earned = (achievement for person in self.company.facts.people for achievement in person.achievements)
        claimed = any(achievement.state != "confirmed" for achievement in earned)
        return self._met_unlike(self._confirmed_facts) if claimed else frozenset()

    def _met_unlike(self, facts: Facts) -> frozenset[tuple[str, str]]:
        """The levels that are met, their own overrides aside, and are not on other facts."""
        other = standing(self.programme, facts, self.on)
        return frozenset(
            (name, level.level)
            for name, found in self.standing.competencies.items()
            for level in found.levels.values()
            if level.on_facts is Status.MET and other.competencies[name].levels[level.level].on_facts is not Status.MET
        )

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
    def _spares(self) -> dict[TeamStanding, tuple[str, ...]]:
        return {}

    def spares(self, team: TeamStanding) -> tuple[str, ...]:
        """Who could fill a place of a team and is not needed; in a large company many."""
        if team not in self._spares:
            self._spares[team] = team.spares
        return self._spares[team]

    @cached_property
    def named_by(self) -> Mapping[str, tuple[LevelStanding, ...]]:
        """For each credential the levels whose rules name it, in any of their options."""
        found: defaultdict[str, dict[tuple[str, str], LevelStanding]] = defaultdict(dict)
        everything = self.standing.competencies.values()
        for level in (level for competency in everything for level in competency.levels.values()):
            asked = (each for option in level.options for branch in option.branches for each in branch.asks)
            for credential in dict.fromkeys(code for each in asked for code in credentials_in(each)):
                found[credential][level.competency, level.level] = level
        return {credential: tuple(levels.values()) for credential, levels in found.items()}

    @cached_property
    def _irreplaceable(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {}

    def irreplaceable(self, level: LevelStanding) -> tuple[str, ...]:
        """Those without whom a level that is met on the facts would not be, even by way of a level that it asks for."""
        key = (level.competency, level.level)
        if key not in self._irreplaceable:
            self._irreplaceable[key] = tuple(self._alone(level))
        return self._irreplaceable[key]

    def _alone(self, level: LevelStanding) -> Iterator[str]:
        if level.on_facts is Status.MET:
            for person in dict.fromkeys(self._counting(level)):
                without = 1 << self.company.facts.place_of[person]
                if not any(self._staffed(b, without) for option in level.options for b in option.branches):
                    yield person

    def _counting(self, level: LevelStanding) -> Iterator[str]:
        """Everybody in the witness of a level, and of the levels on which it rests by their facts."""
        branch = level.nearest.nearest
        yield from branch.contributors
        for condition in (found.condition for found in branch.conditions):
            asked = None
            if isinstance(condition, LevelHeld):
                asked = self.standing.level(condition.competency, condition.level)
            if asked is not None and asked.override is None:
                yield from self._counting(asked)

    def _staffed(self, branch: BranchStanding, without: int) -> bool:
        """Whether a way is met without some people."""
        if any(condition.status is not Status.MET for condition in branch.conditions):
            return False
        asked = (c.condition for c in branch.conditions if isinstance(c.condition, LevelHeld))
        if not all(self._kept(self.standing.level(held.competency, held.level), without) for held in asked):
            return False
        if not all(stays_reached(score, without) for score in branch.scores):
            return False
        teams = ([self.roster.satisfying(slot.asks) & ~without for slot in team.slots] for team in branch.teams)
        return all(None not in assign(candidates) for candidates in teams)

    def _kept(self, level: LevelStanding | None, without: int) -> bool:
        """Whether a level that is met stays so without some people."""
        if level is None or level.override is not None:
            return True
        return any(self._staffed(branch, without) for option in level.options for branch in option.branches)

    @cached_property
    def outlooks(self) -> tuple[Outlook, ...]:
        """What is held, and what becomes of it at the anniversary."""
        return outlooks(self.programme, self.company.facts, self.on)

    @property
    def risks(self) -> tuple[Outlook, ...]:
        """What is held and will not be met at the anniversary."""
        return tuple(outlook for outlook in self.outlooks if outlook.status is Status.NOT_MET)

    @property
    def unclear(self) -> tuple[Outlook, ...]:
        """What was at risk and of which nobody can tell now."""
        return open_and_unknown(self.outlooks, self.company.at_risk)

    @cached_property
    def membership(self) -> MembershipState:
        """Where the membership stands."""
        return membership_state(self.programme, self.company.facts, self.on)

    @cached_property
    def figures_up_to(self) -> Month | None:
        """The latest month that any figure of the trailing year was reported for."""
        year = frozenset(trailing_year(self.on))
        return max((m for reported in self.company.facts.figures.values() for m in reported if m in year), default=None)

    @cached_property
    def replies(self) -> Kept[Hashable, Reply]:
        """The answers given last from this view, by everything else that they depend on."""
        return Kept(REPLIES_KEPT)

    @cached_property
    def called(self) -> frozenset[str]:
        """How the people on record may be called."""
        return callable_names(self.names.values())

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every person on record, as it was typed."""
        members = {member.person: member.name for member in self.company.members.values() if member.person}
        return {person.id: person.name or members.get(person.id, person.id) for person in self.company.facts.people}


class Views:
    """The views that were asked for last, so that a question costs no recomputation."""

    def __init__(self, kept: int = VIEWS_KEPT) -> None:
        self._kept: Kept[tuple[Organisation, int, int, frozenset[str], str, date], View] = Kept(kept)

    def of(self, company: Company, programme: Programme, on: date) -> View:
        """The view of a company's revision on a day."""
        # Members have no revision of their own here; the view holds on to them, so that their identity is theirs alone.
        seen = (company.revision, id(company.members), company.at_risk)
        key = (company.organisation, *seen, programme.revision, on)
        return self._kept.get(key, lambda: View(company, programme, on))


def _only_confirmed(facts: Facts) -> Facts:
    people = (replace(p, achievements=tuple(a for a in p.achievements if a.state == "confirmed")) for p in facts.people)
    return replace(facts, people=tuple(people))
