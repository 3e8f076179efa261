"""The audit in Slack, for admins: ten changes at a time, the newest first, and all of them as a file."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from domain.archive import AuditEntry, AuditFilter
from handlers.audit_table import told_sheet
from handlers.auditing import KINDS, csv_of, line_of, zone_of
from handlers.errors import RefusedError
from handlers.finding import person_of, quoted
from handlers.help import how_to_type
from handlers.render.blocks import Button, actions, page, sections
from handlers.render.tables import MOST_ROWS
from handlers.replies import Document, Reply
from handlers.requests import AuditAsked
from handlers.room import Room
from handlers.tabled import Asked, Listing, Row, list_buttons

PAGE = 10
MORE = "audit_more"
FILE = "audit_file"


async def audit(room: Room, request: AuditAsked) -> Reply:
    """Show the newest changes that are asked for, or send them all as a file. Raises RefusedError."""
    if request.unreadable:
        raise RefusedError(
            "audit.form", words=quoted(request.unreadable), kinds=", ".join(KINDS), **how_to_type("audit", room)
        )
    if request.since is not None and request.until is not None and request.until < request.since:
        days = {"since": room.words.date(request.since), "until": room.words.date(request.until)}
        raise RefusedError("audit.backwards", **days)
    person = None if request.person is None else person_of(room, request.person).id
    asked = replace(request, person=person)
    return await (_file(room, asked) if request.as_file else _page(room, asked, None))


async def more(room: Room, value: str) -> Reply:
    """The next ten, older than the last that was shown, whatever was changed since."""
    asked, before = _carried(value)
    return await _page(room, asked, before)


async def as_file(room: Room, value: str) -> Reply:
    """All of them as a file."""
    return await _file(room, _carried(value)[0])


async def _page(room: Room, asked: AuditAsked, before: str | None) -> Reply:
    words = room.words
    wanted = replace(_wanted(room, asked), before=before)
    found = await room.tools.companies.audited(room.company.organisation.id, wanted, PAGE + 1)
    shown = found[:PAGE]
    if not shown:
        return page([words.say("audit.nothing")], sections([words.say("audit.nothing")], words), words)
    head = words.say("audit.head", zone=room.company.organisation.time_zone)
    lines = [head, *(f"• {line_of(room, entry)}" for entry in shown)]
    further = [Button(words.say("audit.more"), MORE, _value(asked, shown[-1]))] if len(found) > PAGE else []
    listed = Asked("audit", (_value(asked, None),))
    buttons = [*further, *list_buttons(room, listed), Button(words.say("audit.file"), FILE, _value(asked, None))]
    return page(lines, [*sections(lines, words), *actions(buttons)], words)


async def audit_listing(room: Room, about: Sequence[str], after: Sequence[str], *, whole: bool) -> Listing:
    """The changes that are asked for as a list; those after one that was shown, or all, the newest first."""
    asked, _ = _carried(about[0] if about else "")
    wanted = replace(_wanted(room, asked), before=after[0] if after else None)
    most = None if whole else MOST_ROWS + 1
    found = await room.tools.companies.audited(room.company.organisation.id, wanted, most)
    sheet = told_sheet(room, found)
    rows = [Row((e.id,), cells, [f"• {line_of(room, e)}"]) for e, cells in zip(found, sheet.rows, strict=True)]
    return Listing(sheet.title, sheet.head, rows, PAGE, behind=True)


async def _file(room: Room, asked: AuditAsked) -> Reply:
    found = await room.tools.companies.audited(room.company.organisation.id, _wanted(room, asked))
    said = [room.words.say("audit.sent", n=len(found))]
    name = f"audit-{room.today.isoformat()}.csv"
    document = Document(name, name, csv_of(room.company, found))
    return replace(page(said, sections(said, room.words), room.words), document=document)


def _wanted(room: Room, asked: AuditAsked) -> AuditFilter:
    member = None if asked.person is None else room.company.member_of_person(asked.person)
    return AuditFilter(
        person=asked.person,
        user=member.user if member else None,
        kinds=KINDS[asked.kind] if asked.kind else frozenset(),
        since=_midnight(room, asked.since),
        until=_midnight(room, asked.until + timedelta(days=1) if asked.until else None),
    )


def _midnight(room: Room, day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone_of(room.company)).astimezone(UTC)


def _value(asked: AuditAsked, last: AuditEntry | None) -> str:
    days = [None if day is None else day.isoformat() for day in (asked.since, asked.until)]
    return json.dumps([asked.person, asked.kind, *days, last.id if last else None])


def _carried(value: str) -> tuple[AuditAsked, str | None]:
    try:
        person, kind, since, until, before = json.loads(value)
        days = [None if day is None else date.fromisoformat(day) for day in (since, until)]
    except (ValueError, TypeError) as error:
        raise RefusedError("error.old_button") from error
    if kind is not None and kind not in KINDS:
        raise RefusedError("error.old_button")
    return AuditAsked(person, kind, days[0], days[1]), before
