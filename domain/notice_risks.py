"""That a level or the membership is at risk, that nobody can tell now, and that it no longer is: once an episode."""

from collections.abc import Mapping
from datetime import date

from domain.conditions import Status
from domain.facts import Facts
from domain.notice_unclear import unclear, unclear_notice
from domain.owed import OWN, PERSON, Due, History, Owed
from domain.programme import Programme
from domain.risk import LevelOutlook, Outlook, by_subject, outlooks

TOLD_ON = "told_on"
"""The detail of a risk that says on which day it was told."""


def risk_notices(programme: Programme, facts: Facts, on: date, history: History, *, new_year: bool = False) -> Due:
    """Risks that opened or were mended, and open ones that are not known any more.

    The risk of a level that is not held any more, because what it rested on was withdrawn, is over without a word.
    So is one that is not known of a year that has just been bought: it was a risk of the last one.
    """
    found = by_subject(outlooks(programme, facts, on))
    watched = [subject for subject in sorted(history.open) if not subject.startswith((PERSON, OWN))]
    opened = [o for o in found.values() if o.status is Status.NOT_MET and o.subject not in history.open]
    mended = [s for s in watched if s in found and found[s].status is Status.MET]
    over = [s for s in watched if s not in found or (new_year and found[s].status is Status.NOT_KNOWN)]
    doubts = (
        unclear_notice(o, history) for o in unclear(found.values(), on) if o.subject in history.open and not new_year
    )
    notices = (
        *(_at_risk(outlook, history, on) for outlook in opened),
        *(notice for notice in doubts if notice.key not in history.steps),
        *(_mended(found[subject], history) for subject in mended),
    )
    return Due(notices, tuple(o.subject for o in opened), (*mended, *over))


def _at_risk(outlook: Outlook, history: History, on: date) -> Owed:
    details = {"at": outlook.anniversary.isoformat(), "level": outlook.level, TOLD_ON: on.isoformat()}
    if outlook.short_from is not None:
        details["from"] = outlook.short_from.isoformat()
    if isinstance(outlook, LevelOutlook):
        details |= {"competency": outlook.competency, "missing": _missing(outlook), **_cause(outlook)}
    return Owed("at_risk", outlook.subject, history.next_episode(outlook.subject), "opened", details)


def _missing(outlook: LevelOutlook) -> str:
    return str(outlook.then.nearest.people_missing) if outlook.then is not None else "0"


def _cause(outlook: LevelOutlook) -> Mapping[str, str]:
    """What lapses on the first day without the level; of several one that somebody can name."""
    if not outlook.causes:
        return {}
    first = next((cause for cause in outlook.causes if cause.person is not None), outlook.causes[0])
    named = {"cause": first.kind, "person": first.person, "credential": first.credential, "override": first.override}
    return {key: value for key, value in named.items() if value is not None}


def _mended(outlook: Outlook, history: History) -> Owed:
    details = {"at": outlook.anniversary.isoformat(), "level": outlook.level}
    if isinstance(outlook, LevelOutlook):
        details["competency"] = outlook.competency
    return Owed("mended", outlook.subject, history.episodes.get(outlook.subject, 1), "closed", details)
