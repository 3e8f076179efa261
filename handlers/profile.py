"""Saying which certification account at the vendor is one's own."""

import re

from domain.changes import ClaimProfile, ProfileTakenError
from domain.ports import Company
from handlers.claiming import claim
from handlers.errors import RefusedError
from handlers.finding import quoted
from handlers.moving import elsewhere, move_question
from handlers.render.association import counts_lines
from handlers.render.blocks import page, sections
from handlers.render.written import vendor_line
from handlers.replies import Reply
from handlers.requests import ClaimProfileId
from handlers.room import Room
from handlers.writing import Planned, write

PROFILE = re.compile(r"[0-9]{1,15}")


async def profile(room: Room, request: ClaimProfileId) -> Reply:
    """Record the speaker's profile; a claim on one that somebody else holds waits for them. Raises RefusedError."""
    if not room.member.active:
        raise RefusedError("link.deactivated")
    if request.profile is None:
        raise RefusedError("profile.form")
    if PROFILE.fullmatch(request.profile) is None:
        raise RefusedError("profile.no_number", profile=quoted(request.profile))
    claimed = request.profile

    def plan(company: Company) -> Planned:
        member = company.members.get(room.member.user)
        person = next((p for p in company.facts.people if member and p.id == member.person), None)
        if person is None:
            raise RefusedError("profile.not_on_record")
        return Planned() if person.profile == claimed else Planned([ClaimProfile(person.id, claimed)])

    found = await elsewhere(room)
    if found is not None:
        return move_question(room, found)
    try:
        written = await write(room, plan)
    except ProfileTakenError:
        return await claim(room, claimed)
    line = room.words.say("profile.done" if written.changed else "profile.same", profile=claimed)
    vendor = [room.words.say("vendor.title"), vendor_line(room), *counts_lines(room)] if written.changed else []
    return page([line], sections([line, *vendor], room.words), room.words)
