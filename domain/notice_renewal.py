"""The renewal of the membership: told ahead of the anniversary, on it, before its window closes, and once it has."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.facts import Facts, Membership
from domain.membership_years import renewal_dates
from domain.notice_steps import latest_step, lead_days
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.risk import MembershipOutlook, outlooks

EARLY = (90, 30, 0)
USUAL_REMINDERS = (15, -23)
"""What holds where the vendor's rule names no days on which it reminds."""
LATE_DAYS = 30
"""For so long after the membership has lapsed that is still told: later it is no news to anybody."""
LAST_CALL = 7
"""So many days before the window closes is the last call, where the usual days for one come too late."""


def renewal_notices(
    programme: Programme, facts: Facts, on: date, settings: OrganisationSettings, history: History
) -> Iterator[Owed]:
    """What is owed because the anniversary is near, or past while it can still be renewed, or because it has lapsed."""
    membership = facts.membership
    if membership is None:
        return
    lapse = lapses_on(programme, membership)
    if lapse is None and on > last_day(programme, membership):
        return
    step = latest_step(membership.anniversary, on, _steps(programme, membership, settings))
    if step is None or (lapse is not None and on - lapse > timedelta(days=LATE_DAYS)):
        return
    at = membership.anniversary
    notice = Owed("renewal", f"renewal/{at}", at.toordinal(), str(step), _details(programme, facts, membership, on))
    if notice.key not in history.steps:
        yield notice


def renewal_days(programme: Programme, facts: Facts, settings: OrganisationSettings) -> Iterator[date]:
    """Every day on which the renewal is told."""
    if facts.membership is not None:
        yield from lead_days(facts.membership.anniversary, _steps(programme, facts.membership, settings))


def _steps(programme: Programme, membership: Membership, settings: OrganisationSettings) -> tuple[int, ...]:
    """The lead days, and the day on which it has lapsed."""
    lapse = lapses_on(programme, membership)
    over = () if lapse is None else ((membership.anniversary - lapse).days,)
    return (*renewal_leads(programme, membership, settings), *over)


def renewal_leads(programme: Programme, membership: Membership, settings: OrganisationSettings) -> tuple[int, ...]:
    """The lead days for one anniversary, without those after the window has closed.

    The organisation's own; or ours, with the days on which the vendor reminds where the dated rule names them. Where
    all those after the anniversary come too late, there is one last call within the window.
    """
    rule = programme.membership_on(membership.anniversary)
    vendor = tuple(-day for day in rule.reminders.days) if rule and rule.reminders else USUAL_REMINDERS
    leads = settings.days("renewal") if settings.settled("renewal") else {*EARLY, *vendor}
    latest = (membership.anniversary - last_day(programme, membership)).days
    kept = {lead for lead in leads if lead >= latest}
    if min(leads, default=0) < 0 <= min(kept, default=0):
        kept.add(max(latest, min(0, latest + LAST_CALL)))
    return tuple(sorted(kept, reverse=True))


def last_day(programme: Programme, membership: Membership) -> date:
    """The last day on which the membership may be renewed; the anniversary where no window was published."""
    dates = renewal_dates(programme, membership)
    return dates.closes if dates.possible else dates.anniversary


def lapses_on(programme: Programme, membership: Membership) -> date | None:
    """The first day on which the membership is over for good; None where no rule says until when it can be renewed."""
    dates = renewal_dates(programme, membership)
    return dates.shown_until + timedelta(days=1) if dates.rule is not None else None


def _details(programme: Programme, facts: Facts, membership: Membership, on: date) -> dict[str, str]:
    found = next((o for o in outlooks(programme, facts, on) if isinstance(o, MembershipOutlook)), None)
    status = found.status.name.lower() if found is not None else "not_known"
    details = {"level": membership.level, "at": membership.anniversary.isoformat(), "status": status}
    dates = renewal_dates(programme, membership)
    if dates.rule is None or dates.rule.window is None or not dates.possible:
        return details
    known = {"opens": dates.opens, "closes": dates.closes}
    return details | {name: day.isoformat() for name, day in known.items() if day is not None}
