"""What happens without anybody asking: the sweep's look at a company, and Slack users who come, change and go."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime

from domain.changes import Change, Rename
from domain.departures import Depart, Return, counts_after
from domain.enrolments import programmes_of
from domain.facts import Person
from domain.notices import Due
from domain.ports import Actor, Company, Ledger, Member
from handlers.forgetting import forget_leavers
from handlers.room import Tools
from handlers.settling import settle, settle_look, today_of


async def look(tools: Tools, organisation: str, *, dry: bool = False) -> Due:
    """Look at one company: owe what is due today and set the next look; `dry` only says what would be owed."""
    async with tools.companies.change(organisation, Actor(None, tools.new_id())) as ledger:
        mine = [tools.grammar.catalogue[programme] for programme in programmes_of(ledger.company)]
        found = Due()
        for programme in mine:
            ledger.turn(programme.id)
            beside = [each for each in mine if each is not programme]
            found = _joined(found, await settle_look(ledger, programme, tools.now(), dry=dry, beside=beside))
        ledger.turn(mine[0].id)
        company = ledger.company
    if not dry:
        await forget_leavers(tools, company, tools.new_id())
    return found


def _joined(one: Due, other: Due) -> Due:
    return Due((*one.notices, *other.notices), (*one.opened, *other.opened), (*one.closed, *other.closed))


async def member_changed(tools: Tools, team: str, member: Member, *, event: str) -> None:
    """Take over a Slack user as they are now. Who is deactivated leaves provisionally, who is back returns.

    Their effect and the event's mark are one transaction; what the event says twice happens once, and what is older
    than what is on record not at all: Slack repeats an event that got lost after those that came later.
    """
    async with _all_of(tools, team, Actor(None, event), event) as ledgers:
        for ledger in ledgers:
            await _take_over(tools, ledger, [member])


async def members_compared(tools: Tools, team: str, members: Sequence[Member], *, event: str) -> int:
    """Take over all Slack users who are not as they are on record, in one transaction; returns how many there were.

    The same as if Slack had told of each, but together: who left while nobody listened is one matter.
    """
    async with _all_of(tools, team, Actor(None, event)) as ledgers:
        return max([await _take_over(tools, ledger, members) for ledger in ledgers])


@asynccontextmanager
async def _all_of(tools: Tools, team: str, actor: Actor, event: str | None = None) -> AsyncIterator[tuple[Ledger, ...]]:
    """All companies of a workspace, held together: each sees its users as they were before any of them changes."""
    served = [organisation.id for organisation in await tools.companies.serving(team)]
    if len(served) > 1:
        async with tools.companies.crossing(served, actor, event=event) as ledgers:
            yield ledgers
    else:
        async with tools.companies.change(served[0], actor, event=event) as ledger:
            yield (ledger,)


async def _take_over(tools: Tools, ledger: Ledger, members: Sequence[Member]) -> int:
    changes: list[Change] = []
    concern: list[bool] = []
    count = 0
    for member in members:
        known = ledger.company.members.get(member.user)
        if _is_gone(known, member) or (known is not None and member.updated < known.updated):
            continue
        # What Slack does not know of them stays.
        now = member if known is None else member.kept_from(known)
        count += now != known
        concern.append(known is None or replace(now, updated=known.updated) != known)
        await ledger.register(now)
        changes += _changes(ledger.company, known, now, tools.now())
    if changes:
        await settle(ledger, tools.grammar.catalogue[ledger.company.organisation.programme], changes, tools.now())
    elif any(concern):
        await ledger.look_again(tools.now())  # who is an admin, and where they are, decides who is told what when
    return count


def _is_gone(known: Member | None, now: Member) -> bool:
    """Whether somebody whose account is off is nobody on record, as who was forgotten: what Slack knows stays there."""
    return not now.active and (known is None or (known.person is None and not known.active))


def _changes(company: Company, known: Member | None, now: Member, at: datetime) -> list[Change]:
    """What a Slack user's new state asks for, if it is not on record yet."""
    place = company.facts.place_of.get(now.person or "")
    if place is None:
        return []
    person = company.facts.people[place]
    # A name that an export or an admin gave is not Slack's to change.
    renamed = known is not None and known.name != now.name and person.name == known.name
    return [*([Rename(person.id, now.name)] if renamed else []), *_moves(company, person, known, now, at)]


def _moves(company: Company, person: Person, known: Member | None, now: Member, at: datetime) -> list[Change]:
    """The departure or return. Whose account was off already and counts all the same was kept by an admin."""
    if now.active:
        gone = any(association.provisional or association.on_leave for association in person.associations or ())
        return [Return(person.id)] if gone else []
    today = today_of(company, at)
    left = (known is None or known.active) and counts_after(person, today)
    return [Depart(person.id, today, at=at)] if left else []
