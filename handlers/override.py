"""A vendor's overrides: recording one, listing them, ending one. For admins."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from domain.changes import EndOverride, GrantOverride, WithdrawOverride
from domain.dates import OVERRIDE_MONTHS, add_months
from domain.facts import CredentialOverride, Grant, LevelOverride, Override
from domain.ports import Company
from domain.renewing import version_for
from domain.unproven import unproven
from handlers.errors import RefusedError
from handlers.finding import CODE, competency_of, credential_of, level_of, person_of, quoted, unknown_credential
from handlers.help import how_to_type
from handlers.numbered import current, numbered
from handlers.render.override import override_ended, override_recorded, override_withdrawn, overrides_listed
from handlers.replies import Reply
from handlers.requests import OverrideEnd, OverrideGrant, OverrideWithdraw
from handlers.room import Room
from handlers.writing import Planned, write

LONGEST_NOTE = 500


async def override_grant(room: Room, request: OverrideGrant) -> Reply:
    """Record what the vendor granted; three calendar months unless said otherwise. Raises RefusedError."""
    for mistake in mistakes(room, request):
        raise mistake
    override = _override(room, request, *_dates(room, request))
    override = replace(override, grant=_grant(room, request), id=room.tools.new_id())

    def plan(company: Company) -> Planned:
        again = any(replace(known, id=override.id) == override for known in company.facts.overrides)
        return Planned() if again else Planned([GrantOverride(override)])

    written = await write(room, plan)
    return override_recorded(room, written, override)


def mistakes(room: Room, request: OverrideGrant) -> Iterator[RefusedError]:
    """Everything about an override that cannot be, the first to mend first."""
    if request.unreadable:
        yield from _unread(room, request)
    dates = _dates(room, request)
    yield from _wrong_range(room, *dates)
    try:
        _override(room, request, *dates)
    except RefusedError as mistake:
        yield mistake


def _unread(room: Room, request: OverrideGrant) -> Iterator[RefusedError]:
    """What the words that could not be read were to name: an exam, a level, a competency, or nothing that shows."""
    said = " ".join(request.unreadable)
    code = next((word for word in request.unreadable if CODE.fullmatch(word)), None)
    try:
        if code is not None and request.credential is None and request.level is None:
            raise unknown_credential(room, code)
        if request.competency is not None and request.level is None:
            level_of(room.programme, said, room.words)
        if request.level is not None and request.competency is None:
            competency_of(room, said)
    except RefusedError as mistake:
        yield mistake
    yield RefusedError("grant.unreadable", words=quoted(said), **how_to_type("override", room))


def override_list(room: Room) -> Reply:
    """Show the overrides in force and to come, in the order of their ends. Raises RefusedError."""
    ended = [claim for claim in unproven(room.company.facts) if claim.until <= room.today]
    return overrides_listed(room, current(room.company, room.today), ended)


async def override_end(room: Room, request: OverrideEnd) -> Reply:
    """End an override today, by its number in the list. Raises RefusedError."""
    ended: list[Override] = []

    def plan(company: Company) -> Planned:
        ended.append(numbered(room, company, request.number))
        return Planned([EndOverride(ended[0].id or "", room.today)])

    written = await write(room, plan)
    return override_ended(room, written, ended[0])


async def override_withdraw(room: Room, request: OverrideWithdraw) -> Reply:
    """Say of an override, by its number in the list, that it never was one. Raises RefusedError."""
    gone: list[Override] = []
    reason = _kept(request.reason)

    def plan(company: Company) -> Planned:
        gone.append(numbered(room, company, request.number))
        return Planned([WithdrawOverride(gone[0].id or "", reason or "")])

    written = await write(room, plan)
    return override_withdrawn(room, written, gone[0], reason)


def _dates(room: Room, request: OverrideGrant) -> tuple[date, date]:
    since = request.since or room.today
    return since, request.until or add_months(since, OVERRIDE_MONTHS)


def _wrong_range(room: Room, since: date, until: date) -> Iterator[RefusedError]:
    if until <= since:
        yield RefusedError("grant.ends_first", since=room.words.date(since), until=room.words.date(until))
    elif until <= room.today:
        yield RefusedError("grant.past", until=room.words.date(until))


def _kept(text: str | None) -> str | None:
    """A note that an admin typed, as it is kept: on one line, of a length that fits a message."""
    return " ".join((text or "").split())[:LONGEST_NOTE] or None


def _grant(room: Room, request: OverrideGrant) -> Grant:
    by, why, ticket = (_kept(text) for text in (request.granted_by, request.reason, request.ticket))
    return Grant(by, why, ticket, room.member.user, room.today)


def _override(room: Room, request: OverrideGrant, since: date, until: date) -> Override:
    """Of a person's credential where one of both is named, else of a level."""
    if request.person is None and request.credential is None:
        competency = competency_of(room, request.competency)
        level = level_of(room.programme, request.level, room.words)
        asked = room.programme.competencies[competency]
        if level not in version_for(room.programme, asked, room.company.facts, since).levels:
            names = asked.name, room.programme.levels[level]
            name, of = (quoted(room.words.name(each)) for each in names)
            raise RefusedError("grant.no_level", competency=name, level=of, day=room.words.date(since))
        return LevelOverride(competency, level, since, until)
    if request.person is None or request.credential is None:
        raise RefusedError("grant.form", **how_to_type("override", room))
    credential = credential_of(room, request.credential)
    return CredentialOverride(person_of(room, request.person).id, credential, since, until)
