"""A profile that somebody else holds: the claim waits for the holder, who keeps the profile or gives it up."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from domain.changes import Change, ClaimProfile, ProfileTakenError
from domain.claims import AskHolder, Outcome, ReleaseProfile, SettleClaim, until_day
from domain.facts import Claim
from domain.notice_claims import GIVEN_UP, KEPT, outcome, question
from domain.owed import Due
from domain.ports import Actor, Ledger
from domain.programme import Programme
from handlers.errors import RefusedError
from handlers.render.blocks import page, sections
from handlers.replies import Reply
from handlers.room import Room
from handlers.settling import settle

MOST_WAITING = 3
"""So many claims of one person wait at a time: who tries number after number learns nothing."""


async def claim(room: Room, profile: str) -> Reply:
    """Ask the holder of a profile whether it is theirs. Raises RefusedError."""
    holder = await room.tools.companies.holder_of(profile)
    person, here = room.person, room.company.organisation.id
    if holder is None or person is None or holder.person == person.id:
        raise ProfileTakenError(profile)
    there = holder.last_organisation(room.today) or here
    asked = Claim(room.tools.new_id(), profile, person.id, holder.person, room.today, until_day(room.today))
    async with _both(room, here, there) as (mine, theirs):
        waiting = [c for c in mine.company.facts.claims if c.person == person.id and c.waits_on(room.today)]
        again = next((c for c in waiting if c.profile == profile), None)
        if again is None and len(waiting) >= MOST_WAITING:
            raise RefusedError("claim.too_many", n=len(waiting))
        if again is None:
            await settle(mine, room.programme, [AskHolder(asked)], room.at)
            member = theirs.company.member_of_person(holder.person)
            reachable = member is not None and member.active
            await theirs.owe(Due((question(asked, here, reachable=reachable),)), room.at)
    key, until = ("claim.again", again.until) if again else ("claim.asked", asked.until)
    lines = [room.words.say(key, profile=profile, day=room.words.date(until))]
    return page(lines, sections(lines, room.words), room.words)


async def press_claim(room: Room, value: str) -> Reply:
    """Take the holder's word. Raises RefusedError where it is not theirs to give, or comes too late."""
    word, organisation, identifier = [*value.split(" "), "", ""][:3]
    if word not in {KEPT, GIVEN_UP}:
        raise RefusedError("error.old_button")
    async with _both(room, organisation, room.company.organisation.id) as (mine, theirs):
        asked = next((c for c in mine.company.facts.claims if c.id == identifier), None)
        if asked is None or not _may_answer(room, theirs, asked.holder):
            raise RefusedError("claim.not_yours")
        if not asked.waits_on(room.today):
            raise RefusedError("claim.answered" if asked.outcome else "claim.expired")
        await _answered(room, mine, theirs, asked, "kept" if word == KEPT else "given_up")
    lines = [room.words.say(f"claim.{word}", profile=asked.profile)]
    return page(lines, sections(lines, room.words), room.words)


async def _answered(room: Room, mine: Ledger, theirs: Ledger, asked: Claim, word: Outcome) -> None:
    changes: list[Change] = [SettleClaim(asked.id, asked.person, word, room.today)]
    if word == "given_up":
        await settle(theirs, _programme(room, theirs), [ReleaseProfile(asked.holder)], room.at)
        changes.append(ClaimProfile(asked.person, asked.profile))

    def with_word(due: Due) -> Due:
        return replace(due, notices=(*outcome(asked, word), *due.notices))

    await settle(mine, _programme(room, mine), changes, room.at, with_word)


def _programme(room: Room, ledger: Ledger) -> Programme:
    return room.tools.grammar.catalogue[ledger.company.organisation.programme]


def _may_answer(room: Room, theirs: Ledger, holder: str) -> bool:
    """The holder may; for one who is not in Slack, an admin of theirs."""
    member = theirs.company.member_of_person(holder)
    if member is not None and member.active:
        return member.user == room.member.user
    return room.may("record")


@asynccontextmanager
async def _both(room: Room, mine: str, theirs: str) -> AsyncIterator[tuple[Ledger, Ledger]]:
    """The claimant's company and the holder's, held together; they may be the same."""
    actor = Actor(room.member.user, room.caller.request)
    if mine == theirs:
        async with room.tools.companies.change(mine, actor) as ledger:
            yield ledger, ledger
    else:
        async with room.tools.companies.crossing([mine, theirs], actor) as (one, other):
            yield one, other
