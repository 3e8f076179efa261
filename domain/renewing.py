"""Who renews: for members a version of the rules may begin on a later day than for new partners."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.facts import Facts, Membership
from domain.membership_years import membership_of, renewal_dates
from domain.programme import Competency, Programme, RuleVersion

DAY = timedelta(days=1)


def member_since(programme: Programme, facts: Facts, day: date) -> date | None:
    """Since when the company has been a member without a break, on a day; None where it is none.

    A membership is in force to its anniversary, and further as long as its window is open in which it may be renewed.
    """
    membership = membership_of(facts, day)
    if membership is None or day > renewal_dates(programme, membership).shown_until:
        return None
    return _first_of(membership, facts).purchased


def _first_of(membership: Membership, facts: Facts) -> Membership:
    """The membership that was bought at the beginning of a row of renewals and upgrades."""
    while membership.how != "bought":
        before = [each for each in facts.earlier_memberships if each.ended_on == membership.purchased]
        if not before:
            break
        membership = before[0]
    return membership


def version_for(programme: Programme, competency: Competency, facts: Facts, day: date) -> RuleVersion:
    """The version of the rules that holds for the company on a day: for one that renews, or for a new partner."""
    return competency.version_on(day, member_since(programme, facts, day))


def rule_days(programme: Programme, competency: Competency, facts: Facts) -> Iterator[date]:
    """The days on which the rules of a competency become others for the company."""
    later = {version.renewals_from for version in competency.versions if version.renewals_from is not None}
    dates = {version.since for version in competency.versions} | later
    if not later:
        yield from sorted(dates)
        return
    now = () if facts.membership is None else (facts.membership,)
    for membership in (*facts.earlier_memberships, *now):
        last = renewal_dates(programme, membership).shown_until
        dates |= {membership.purchased, last + DAY if last < date.max else last}
    for day in sorted(dates - {date.min}):
        first = day == competency.versions[0].since
        before, after = (version_for(programme, competency, facts, each) for each in (day - DAY, day))
        if first or before is not after:
            yield day
