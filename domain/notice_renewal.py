"""The renewal of the membership: told ahead of the anniversary, on it, and once more before its window closes."""

from collections.abc import Iterator
from datetime import date

from domain.facts import Facts, Membership
from domain.membership_rules import MembershipRule
from domain.notice_steps import latest_step, lead_days
from domain.organisation_settings import OrganisationSettings
from domain.owed import History, Owed
from domain.programme import Programme
from domain.risk import MembershipOutlook, outlooks

EARLY = (90, 30, 0)
USUAL_REMINDERS = (15, -23)
"""What holds where the vendor's rule names no days on which it reminds."""


def renewal_notices(
    programme: Programme, facts: Facts, on: date, settings: OrganisationSettings, history: History
) -> Iterator[Owed]:
    """What is owed because the anniversary is near, or is past while its window to renew is still open."""
    membership = facts.membership
    if membership is None or on > last_day(programme, membership):
        return
    step = latest_step(membership.anniversary, on, renewal_leads(programme, membership, settings))
    if step is None:
        return
    at = membership.anniversary
    notice = Owed("renewal", f"renewal/{at}", at.toordinal(), str(step), _details(programme, facts, membership, on))
    if notice.key not in history.steps:
        yield notice


def renewal_days(programme: Programme, facts: Facts, settings: OrganisationSettings) -> Iterator[date]:
    """Every day on which the renewal is told."""
    if facts.membership is not None:
        yield from lead_days(facts.membership.anniversary, renewal_leads(programme, facts.membership, settings))


def renewal_leads(programme: Programme, membership: Membership, settings: OrganisationSettings) -> tuple[int, ...]:
    """The lead days for one anniversary, without those after the window has closed.

    The organisation's own; or ours, with the days on which the vendor reminds where the dated rule names them.
    """
    rule = programme.membership_on(membership.anniversary)
    vendor = tuple(-day for day in rule.reminders.days) if rule and rule.reminders else USUAL_REMINDERS
    leads = settings.days("renewal") if settings.settled("renewal") else {*EARLY, *vendor}
    latest = (membership.anniversary - last_day(programme, membership)).days
    return tuple(sorted((lead for lead in leads if lead >= latest), reverse=True))


def last_day(programme: Programme, membership: Membership) -> date:
    """The last day on which the membership may be renewed; the anniversary where no window was published."""
    rule = programme.membership_on(membership.anniversary)
    return _closes(rule, membership.anniversary) or membership.anniversary


def _closes(rule: MembershipRule | None, anniversary: date) -> date | None:
    return rule.window.last_day(anniversary) if rule is not None and rule.window is not None else None


def _details(programme: Programme, facts: Facts, membership: Membership, on: date) -> dict[str, str]:
    found = next((o for o in outlooks(programme, facts, on) if isinstance(o, MembershipOutlook)), None)
    status = found.status.name.lower() if found is not None else "not_known"
    details = {"level": membership.level, "at": membership.anniversary.isoformat(), "status": status}
    rule = programme.membership_on(membership.anniversary)
    opens = rule.window.first_day(membership.anniversary) if rule is not None and rule.window is not None else None
    closes = _closes(rule, membership.anniversary)
    return details | {k: day.isoformat() for k, day in (("opens", opens), ("closes", closes)) if day is not None}
