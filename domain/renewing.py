"""Who renews: for members a version of the rules may begin on a later day than for new partners."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.facts import Facts, Membership
from domain.programme import Competency, Programme, RuleVersion

DAY = timedelta(days=1)


def member_since(programme: Programme, membership: Membership | None, day: date) -> date | None:
    """Since when there is the membership that is in force on a day; None where none is.

    It is in force to its anniversary, and further as long as its window is open in which it may be renewed.
    """
    if membership is None or not membership.purchased <= day <= _last_day(programme, membership):
        return None
    return membership.purchased


def _last_day(programme: Programme, membership: Membership) -> date:
    rule = programme.membership_on(membership.anniversary)
    if rule is None or rule.window is None:
        return membership.anniversary
    return max(rule.window.last_day(membership.anniversary), membership.anniversary)


def version_for(programme: Programme, competency: Competency, facts: Facts, day: date) -> RuleVersion:
    """The version of the rules that holds for the company on a day: for one that renews, or for a new partner."""
    return competency.version_on(day, member_since(programme, facts.membership, day))


def rule_days(programme: Programme, competency: Competency, facts: Facts) -> Iterator[date]:
    """The days on which the rules of a competency become others for the company."""
    later = {version.renewals_from for version in competency.versions if version.renewals_from is not None}
    dates = {version.since for version in competency.versions} | later
    if not later:
        yield from sorted(dates)
        return
    if facts.membership is not None:
        dates |= {facts.membership.purchased, _last_day(programme, facts.membership) + DAY}
    for day in sorted(dates):
        first = day == competency.versions[0].since
        before, after = (version_for(programme, competency, facts, each) for each in (day - DAY, day))
        if first or before is not after:
            yield day
