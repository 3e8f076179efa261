"""Rules that become others on a known day, where that changes what holds."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain import renewing
from domain.conditions import Status
from domain.facts import Facts
from domain.notice_steps import latest_step, lead_days
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.risk import subject_of
from domain.standing import CompetencyStanding, competency_standing
from domain.timeline import DAY

LATE_DAYS = 14
"""For so long after a day it is still told: the bot may have been off, or have learned of the rules late."""


def rule_notices(
    programme: Programme, facts: Facts, on: date, settings: OrganisationSettings, history: History
) -> Iterator[Owed]:
    """What is owed because rules change, or have just changed, so that a level is met no more, or is met by it."""
    for day in _days(programme, facts):
        step = latest_step(day, on, settings.days("rules_changed"))
        if step is None or on - day > timedelta(days=LATE_DAYS):
            continue
        notice = Owed("rules_changed", f"rules/{day}", day.toordinal(), str(step))
        if notice.key not in history.steps:
            yield from _with_consequences(programme, facts, day, on, notice)


def rule_days(programme: Programme, facts: Facts, settings: OrganisationSettings) -> Iterator[date]:
    """Every day on which a change of the rules may be told."""
    return (told for day in _days(programme, facts) for told in lead_days(day, settings.days("rules_changed")))


def _days(programme: Programme, facts: Facts) -> list[date]:
    """The days on which some rules become others for the company, in order; none where nothing is on record."""
    if not (facts.people or facts.figures):
        return []
    return sorted({day for c in programme.competencies.values() for day in renewing.rule_days(programme, c, facts)})


def _with_consequences(programme: Programme, facts: Facts, day: date, on: date, notice: Owed) -> Iterator[Owed]:
    lost, gained = consequences(programme, facts, day, on)
    if lost or gained:
        details = {"on": day.isoformat(), "lost": ",".join(lost), "gained": ",".join(gained)}
        yield Owed(notice.kind, notice.subject, notice.episode, notice.step, details)


def consequences(programme: Programme, facts: Facts, day: date, on: date) -> tuple[list[str], list[str]]:
    """The levels that are not met from a day on by the new rules alone, and those that are met by them.

    Judged on the facts alone, with everything that is known to lapse by then. Once the day has come, without what was
    mended, or lost again, until `on`.
    """
    lost, gained = [], []
    for competency in _changing(programme, facts, day):
        was = competency_standing(programme, facts.alone, day, competency, day - DAY)
        then = competency_standing(programme, facts.alone, day, competency)
        now = competency_standing(programme, facts.alone, on, competency) if on > day else then
        for level in programme.levels:
            match _met(was, level), _met(then, level), _met(now, level):
                case True, False, False:
                    lost.append(subject_of(competency, level))
                case False, True, True:
                    gained.append(subject_of(competency, level))
    return lost, gained


def _met(standing: CompetencyStanding, level: str) -> bool:
    found = standing.levels.get(level)
    return found is not None and found.status is Status.MET


def _changing(programme: Programme, facts: Facts, day: date) -> Iterator[str]:
    """The competencies whose rules become others on a day, or those of a level that they ask for."""
    known = programme.competencies.values()
    changing = {c.id for c in known if day in renewing.rule_days(programme, c, facts)}
    yield from (c.id for c in known if any(each.id in changing for each in programme.families[c.id]))
