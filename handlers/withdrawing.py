"""Correct what never was true: an achievement, a figure, a status, an association; who, when and why is kept."""

from domain.changes import Change, Unlink
from domain.corrections import WithdrawAssociation, WithdrawFigure, WithdrawFlag
from domain.dates import Month
from domain.facts import CredentialOverride, Person
from domain.ports import Company
from handlers.errors import RefusedError
from handlers.finding import credential_of, person_of, quoted
from handlers.help import how_to_type
from handlers.render.blocks import context, page, sections
from handlers.render.figures import status_name
from handlers.render.phrases import Phrases
from handlers.render.written import changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.requests import WithdrawFact
from handlers.room import Room, one_line
from handlers.words import escape
from handlers.writing import Planned, Written, write

LONGEST_REASON = 500
ELSEWHERE = frozenset({"override", "ausnahme", "membership", "mitgliedschaft"})
"""What has commands of its own to say that it never was."""


async def withdraw(room: Room, request: WithdrawFact) -> Reply:
    """Take a fact off the record for every date. Raises RefusedError where there is none, or others are to say so."""
    reason = " ".join((request.reason or "").split())[:LONGEST_REASON]
    if request.about is not None and request.about.casefold().split()[0] in ELSEWHERE:
        raise RefusedError("withdraw.elsewhere")
    if request.kind is None or request.about is None:
        raise RefusedError("withdraw.form", **how_to_type("withdraw", room))
    if request.kind == "achievement":
        return await _achievement(room, request, reason)
    if request.kind == "association":
        return await _association(room, request.about, reason)
    return await (_figure if request.kind == "figure" else _flag)(room, request, reason)


async def _achievement(room: Room, request: WithdrawFact, reason: str) -> Reply:
    person = person_of(room, request.about or "")
    if person.id != room.member.person:
        room.require("record")
    _check_here(room, person)
    credential = credential_of(room, request.detail or "")
    what = _of(room, person, Phrases(room.words, room.programme).credential(credential))

    def plan(company: Company) -> Planned:
        known = next((p for p in company.facts.people if p.id == person.id), None)
        held = [a.id or "" for a in known.achievements if a.credential == credential] if known else []
        if not held:
            raise RefusedError("withdraw.nothing", what=what)
        return Planned([Unlink(person.id, achievement, reason) for achievement in held])

    return _done(room, await write(room, plan), what)


def _check_here(room: Room, person: Person) -> None:
    """Refuse to touch what somebody earned who counts for another organisation by now: it counts there."""
    member = room.company.member_of_person(person.id)
    if member is not None and member.elsewhere:
        company = escape(one_line(room.company.organisation.name))
        if member.user == room.member.user:
            raise RefusedError("move.not_here", here=company)
        raise RefusedError("withdraw.left", who=escape(one_line(room.company.person_name(person.id))), here=company)


async def _figure(room: Room, request: WithdrawFact, reason: str) -> Reply:
    names = {name.casefold(): m.id for m in room.programme.metrics.values() for name in (m.id, *m.name.values())}
    metric = names.get((request.about or "").casefold())
    try:
        month = Month.parse(request.detail or "")
    except ValueError:
        raise RefusedError("report.month", month=quoted(request.detail or "–")) from None
    if metric is None:
        raise RefusedError("withdraw.nothing", what=quoted(request.about or "–"))
    name = escape(room.words.name(room.programme.metrics[metric].name))
    what = room.words.say("withdraw.figure", metric=name, month=room.words.month(month.first_day))

    def plan(company: Company) -> Planned:
        if month not in company.facts.figures.get(metric, {}):
            raise RefusedError("withdraw.nothing", what=what)
        return Planned([WithdrawFigure(metric, month, reason)])

    return _done(room, await write(room, plan), what)


async def _flag(room: Room, request: WithdrawFact, reason: str) -> Reply:
    wanted = (request.about or "").casefold().replace(" ", "_")
    what = room.words.say("withdraw.flag", name=status_name(request.about or ""))

    def plan(company: Company) -> Planned:
        name = next((each for each in company.facts.flags if each.casefold() == wanted), None)
        if name is None:
            raise RefusedError("withdraw.nothing", what=what)
        return Planned([WithdrawFlag(name, reason)])

    return _done(room, await write(room, plan), what)


async def _association(room: Room, about: str, reason: str) -> Reply:
    person = person_of(room, about)
    name = escape(one_line(room.view().names.get(person.id, person.id)))
    what = room.words.say("withdraw.association", who=name)

    def plan(company: Company) -> Planned:
        lent = (o for o in company.facts.overrides if isinstance(o, CredentialOverride))
        if any(override.person == person.id for override in lent):
            raise RefusedError("withdraw.overridden", who=name)
        known = next((p for p in company.facts.people if p.id == person.id), person)
        changes: list[Change] = [
            WithdrawAssociation(person.id, each.id, reason) for each in known.associations or () if each.id is not None
        ]
        if not changes:
            raise RefusedError("withdraw.nothing", what=what)
        return Planned(changes)

    return _done(room, await write(room, plan), what)


def _of(room: Room, person: Person, what: str) -> str:
    if person.id == room.member.person:
        return what
    name = escape(one_line(room.view().names.get(person.id, person.id)))
    return room.words.say("grant.credential_of", code=what, who=name)


def _done(room: Room, written: Written, what: str) -> Reply:
    words = room.words
    lines = [words.say("withdraw.done", what=what), *changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)
