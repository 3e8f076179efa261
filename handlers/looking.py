"""What happens without anybody asking: the sweep's look at a company, and Slack users who come, change and go."""

from dataclasses import replace
from datetime import date, datetime

from domain.changes import Change
from domain.departures import Depart, Return
from domain.notices import Due
from domain.ports import Actor, Company, Member
from handlers.room import Tools
from handlers.settling import settle, settle_look, today_of


async def look(tools: Tools, organisation: str, *, dry: bool = False) -> Due:
    """Look at one company: owe what is due today and set the next look; `dry` only says what would be owed."""
    async with tools.companies.change(organisation, Actor(None, tools.new_id())) as ledger:
        programme = tools.grammar.catalogue[ledger.company.organisation.programme]
        return await settle_look(ledger, programme, tools.now(), dry=dry)


async def member_changed(tools: Tools, team: str, member: Member, *, event: str) -> None:
    """Take over a Slack user as they are now. Who is deactivated leaves provisionally, who is back returns.

    Their effect and the event's mark are one transaction; what the event says twice happens once, and what is older
    than what is on record not at all: Slack repeats an event that got lost after those that came later.
    """
    found = await tools.companies.of_team(team)
    async with tools.companies.change(found.organisation.id, Actor(None, event), event=event) as ledger:
        known = ledger.company.members.get(member.user)
        if known is not None and member.updated < known.updated:
            return
        now = replace(member, person=known.person if known else member.person)
        await ledger.register(now)
        changes = _moves(ledger.company, now, tools.now())
        if changes:
            await settle(ledger, tools.grammar.catalogue[ledger.company.organisation.programme], changes, tools.now())


def _moves(company: Company, member: Member, at: datetime) -> list[Change]:
    """The departure or return that a Slack user's state asks for, if it is not on record yet."""
    person = next((p for p in company.facts.people if p.id == member.person), None)
    if person is None:
        return []
    today = today_of(company, at)
    if not member.active:
        return [Depart(person.id, today)] if _counts_from(company, person.id, today) else []
    back = any(association.provisional for association in person.associations or ())
    return [Return(person.id)] if back else []


def _counts_from(company: Company, person: str, today: date) -> bool:
    """Whether somebody counts on a day or on one that follows."""
    found = next(p for p in company.facts.people if p.id == person)
    if found.associations is None:
        return True
    return any(association.until is None or association.until > today for association in found.associations)
