"""Achievements that are about to end while a level needs them: for the person, and for admins where a level falls.

An achievement ends when it expires, or when the programme no longer accepts the credential. Levels are judged on the
facts alone, on the eve of the end and on the day itself, with everything else that is known to lapse by then. One of
which figures to come decide is judged by whether it is met today.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from domain.conditions import Status
from domain.facts import Achievement, Facts, Person
from domain.gaps import credentials_in
from domain.notice_kinds import NoticeKind
from domain.notice_steps import latest_step, lead_days
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.requirements import PersonExpression
from domain.risk import subject_of
from domain.roster import Roster
from domain.standing import CompetencyStanding, LevelStanding, TeamStanding, competency_standing
from domain.timeline import DAY

EndsBy: TypeAlias = Literal["expired", "no_longer_accepted"]
ENDINGS: tuple[NoticeKind, ...] = ("own_ending", "contributor_ending")


@dataclass(frozen=True, slots=True)
class Ending:
    """An achievement that counts until the day before `on`."""

    person: str
    achievement: Achievement
    on: date
    why: EndsBy

    @property
    def subject(self) -> str:
        """Its key among the notices."""
        return f"ending/{self.achievement.id or f'{self.person}:{self.achievement.credential}'}"


def ending_notices(
    programme: Programme,
    facts: Facts,
    on: date,
    settings: OrganisationSettings,
    history: History,
    only: Collection[str] | None = None,
) -> Iterator[Owed]:
    """What is owed because achievements end soon, of everybody or `only` of some people.

    Nothing where no level that is met needs them. Admins hear where one is lost with it.
    """
    judge = _Judge(programme, facts, on)
    for ending in _endings(programme, facts, on, only):
        steps = {kind: latest_step(ending.on, on, settings.days(kind)) for kind in ENDINGS}
        owed = [Owed(kind, ending.subject, ending.on.toordinal(), str(s)) for kind, s in steps.items() if s is not None]
        new = [notice for notice in owed if notice.key not in history.steps]
        if new:
            yield from _told(new, ending, judge)


def _told(notices: list[Owed], ending: Ending, judge: "_Judge") -> Iterator[Owed]:
    needs, lost = judge.levels(ending)
    details = {
        "person": ending.person,
        "credential": ending.achievement.credential,
        "on": ending.on.isoformat(),
        "why": ending.why,
        "levels": ",".join(needs),
        "lost": ",".join(lost),
    }
    for notice in notices:
        if lost or (needs and notice.kind == "own_ending"):
            yield replace(notice, details=details)


def ending_days(programme: Programme, facts: Facts, settings: OrganisationSettings) -> Iterator[date]:
    """Every day on which the end of an achievement may be told."""
    held = [achievement for person in facts.people for achievement in person.achievements]
    known = (programme.credentials.get(credential) for credential in {each.credential for each in held})
    ends = {each.expires for each in held if each.expires is not None}
    ends |= {c.accepted_until + DAY for c in known if c is not None and c.accepted_until is not None}
    leads = {lead for kind in ENDINGS for lead in settings.days(kind)}
    return (day for end in ends for day in lead_days(end, leads))


def _endings(programme: Programme, facts: Facts, on: date, only: Collection[str] | None) -> Iterator[Ending]:
    people = facts.people if only is None else (person for person in facts.people if person.id in only)
    for person in people:
        for achievement in person.achievements:
            found = _end(programme, person, achievement)
            if found is not None and found.on > on:
                yield found


def _end(programme: Programme, person: Person, achievement: Achievement) -> Ending | None:
    """How an achievement ends without its holder's doing; None where nothing ends it."""
    known = programme.credentials.get(achievement.credential)
    if known is None or achievement.ended_on is not None:
        return None
    expires = achievement.expires
    refused = known.accepted_until + DAY if known.accepted_until is not None else None
    if expires is not None and (refused is None or expires <= refused):
        return Ending(person.id, achievement, expires, "expired")
    return Ending(person.id, achievement, refused, "no_longer_accepted") if refused is not None else None


class _Judge:
    """Which levels need an achievement; each competency is judged once a day."""

    def __init__(self, programme: Programme, facts: Facts, today: date) -> None:
        self._programme = programme
        self._today = today
        self._facts = facts.alone
        self._days: dict[tuple[date, str], CompetencyStanding] = {}
        self._rosters: dict[date, Roster] = {}

    def levels(self, ending: Ending) -> tuple[list[str], list[str]]:
        """The levels that are met on the eve with its help, and those that are not on the day; the highest first."""
        found: list[tuple[LevelStanding, bool]] = []
        for competency in self._naming(ending.achievement.credential):
            for eve in self._on(ending.on - DAY, competency).levels.values():
                falls = self._falls(eve, ending.on)
                if self._holds(eve, falls=falls) and self._needs(eve, ending, could=falls):
                    found.append((eve, falls))
        highest_first = sorted(found, key=lambda each: -list(self._programme.levels).index(each[0].level))
        named = [(subject_of(level.competency, level.level), falls) for level, falls in highest_first]
        return [subject for subject, _ in named], [subject for subject, falls in named if falls]

    def _naming(self, credential: str) -> Iterator[str]:
        for competency in self._programme.competencies.values():
            if any(holds.credential == credential for holds in competency.holdings_asked):
                yield competency.id

    def _on(self, day: date, competency: str) -> CompetencyStanding:
        if (day, competency) not in self._days:
            self._days[day, competency] = competency_standing(self._programme, self._facts, day, competency)
        return self._days[day, competency]

    def _holds(self, eve: LevelStanding, *, falls: bool) -> bool:
        """Whether the level is met on the eve; where figures to come leave that open, and it falls then: today."""
        if eve.on_facts is not Status.NOT_KNOWN or not falls:
            return eve.on_facts is Status.MET
        now = self._on(self._today, eve.competency).levels.get(eve.level)
        return now is not None and now.on_facts is Status.MET

    def _falls(self, eve: LevelStanding, day: date) -> bool:
        """Whether the level lacks people on the day."""
        then = self._on(day, eve.competency).levels.get(eve.level)
        return then is not None and then.on_facts is Status.NOT_MET and then.nearest.people_missing > 0

    def _needs(self, eve: LevelStanding, ending: Ending, *, could: bool) -> bool:
        """Whether they stand in the level with the credential, and will not; where it falls, whether they could."""
        place = 1 << self._facts.place_of[ending.person]
        teams = (team for branch in eve.nearest.branches[:1] for team in branch.teams)
        return any(
            ending.achievement.credential in credentials_in(slot.asks)
            and (slot.person == ending.person or (could and bool(team.spare_set & place)))
            and self._satisfies(team, slot.asks, place)
            and not self._roster(ending.on).satisfying(slot.asks) & place
            for team in teams
            for slot in team.slots
        )

    def _satisfies(self, team: TeamStanding, asks: PersonExpression, place: int) -> bool:
        return bool(team.roster.satisfying(asks) & place)

    def _roster(self, day: date) -> Roster:
        if day not in self._rosters:
            self._rosters[day] = Roster(self._programme, self._facts, day)
        return self._rosters[day]
