"""That nobody can tell any more whether what was at risk still is: once for each episode, and in no haste.

The risk stays open. What becomes of it when it is known again is told by what it is then: mended, or as it was.
"""

from collections.abc import Iterable
from datetime import date

from domain.conditions import ConditionStanding, Reason, Status
from domain.dates import Month
from domain.notice_figures import month_due
from domain.owed import History, Owed
from domain.projection import projects
from domain.risk import LevelOutlook, Outlook

STEP = "unclear"


def unclear(found: Iterable[Outlook], on: date) -> tuple[Outlook, ...]:
    """The outlooks of which it is to be told that they are not known.

    Not where a projection stopped for a month that is over and need not be reported yet: that goes by within weeks.
    """
    outlooks = tuple(found)
    awaited = {o.level for o in outlooks if isinstance(o, LevelOutlook) and _is_awaited(o, on)}
    return tuple(o for o in outlooks if o.status is Status.NOT_KNOWN and o.level not in awaited)


def unclear_notice(outlook: Outlook, history: History) -> Owed:
    """That an open risk is not known now."""
    details = {"at": outlook.anniversary.isoformat(), "level": outlook.level}
    if isinstance(outlook, LevelOutlook):
        details["competency"] = outlook.competency
    return Owed("risk_unclear", outlook.subject, history.episodes.get(outlook.subject, 1), STEP, details)


def open_and_unknown(found: Iterable[Outlook], at_risk: Iterable[str]) -> tuple[Outlook, ...]:
    """The outlooks that are not known now although their risk is open."""
    subjects = frozenset(at_risk)
    return tuple(o for o in found if o.status is Status.NOT_KNOWN and o.subject in subjects)


def unknown_conditions(outlook: LevelOutlook) -> tuple[ConditionStanding, ...]:
    """What is not known of a level's nearest way, in its order."""
    branch = outlook.then.nearest.nearest if outlook.then is not None else None
    return tuple(c for c in branch.conditions if c.status is Status.NOT_KNOWN) if branch is not None else ()


def _is_awaited(outlook: LevelOutlook, on: date) -> bool:
    if outlook.status is not Status.NOT_KNOWN or not projects(on, outlook.anniversary):
        return False
    return any(_is_young(condition, on) for condition in unknown_conditions(outlook))


def _is_young(condition: ConditionStanding, on: date) -> bool:
    """Whether only months are missing that are over and not yet overdue."""
    if condition.reason is not Reason.MONTHS_MISSING:
        return False
    missing = [m for m in condition.window if m < Month.of(on) and m not in condition.months]
    return bool(missing) and min(missing) > month_due(on)
