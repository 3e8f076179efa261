"""Linking one's own achievement, and withdrawing it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from domain.changes import AddPerson, Change, Link, Unlink
from domain.departures import Rejoin, provisional_end
from domain.facts import Achievement, Association, Person
from domain.ports import Company
from handlers import asking
from handlers.effects import in_force, unmoving
from handlers.errors import RefusedError
from handlers.finding import CODE, counts_elsewhere, credential_of, quoted, unknown_credential
from handlers.moving import elsewhere, move_question
from handlers.places import name_of
from handlers.render.link import already_linked, linked, withdrawn
from handlers.replies import Reply
from handlers.requests import LinkExam, Question, UnlinkExam
from handlers.room import Room
from handlers.writing import LinkAnswer, Planned, Written, write

FIRST_EXAMS = date(1992, 1, 1)
"""Before this day no vendor certified anybody: a date before it is a slip of the keyboard."""
LONGEST_EVIDENCE = 500


async def link(room: Room, request: LinkExam) -> Reply:
    """Record the speaker's achievement; the same one twice is recorded once. Raises RefusedError."""
    if not room.member.active:
        raise RefusedError("link.deactivated")
    found = await elsewhere(room)
    if found is not None:
        return move_question(room, found)
    wanted = replace(_checked(room, request), recorded_by=room.member.user)
    known: list[Achievement] = []

    def plan(company: Company) -> Planned:
        person = _person(company, room)
        known.extend(_same(person, wanted, room.today))
        return Planned() if known else _planned(room, person, wanted)

    written = await write(room, plan)
    if not written.changed:
        return already_linked(room, known[0])
    return linked(room, _answer(room, written, wanted))


async def link_from_question(room: Room, question: Question) -> Reply:
    """The same from free text, such as "I passed 70-533 yesterday"."""
    if question.credential is None and question.candidates:
        listed = room.words.either(f"`{quoted(candidate)}`" for candidate in question.candidates)
        raise RefusedError("link.which", candidates=listed)
    return await link(room, LinkExam(question.credential, question.on))


async def unlink(room: Room, request: UnlinkExam) -> Reply:
    """Withdraw every achievement of the speaker's with that credential. Raises RefusedError."""
    typed = request.credential or room.typed.partition(" ")[2].strip()
    if not typed:
        raise RefusedError("unlink.form")
    code = credential_of(room, typed)
    if room.member.elsewhere:
        raise RefusedError("move.not_here", here=name_of(room.company.organisation))

    def plan(company: Company) -> Planned:
        person = _person(company, room)
        mine = [a for a in (person.achievements if person else ()) if a.credential == code and a.id is not None]
        if person is None or not mine:
            raise RefusedError("unlink.not_linked", code=quoted(code))
        return Planned([Unlink(person.id, a.id, "withdrawn by its holder") for a in mine if a.id is not None])

    return withdrawn(room, await write(room, plan), code)


def mistakes(room: Room, request: LinkExam) -> Iterator[RefusedError]:
    """Everything about an achievement that cannot be, the first to mend first."""
    if request.credential is None:
        yield _without_code(room, request.unreadable)
        return
    try:
        code = credential_of(room, request.credential)
    except RefusedError as unknown:
        yield unknown
        return
    if request.earned is None:
        yield RefusedError(
            "link.unreadable_date" if request.unreadable else "link.no_date", code=quoted(code), **_unread(request)
        )
    elif request.unreadable:
        yield RefusedError("link.unreadable", **_unread(request))
    else:
        yield from _wrong_dates(room, code, request.earned, request.expires)
    if request.evidence is not None and _address(request.evidence) is None:
        yield RefusedError("link.evidence", evidence=quoted(request.evidence))


def _checked(room: Room, request: LinkExam) -> Achievement:
    """The achievement as typed. Raises the first of its mistakes."""
    for mistake in mistakes(room, request):
        raise mistake
    if request.credential is None or request.earned is None:
        raise RefusedError("link.no_code")
    code = credential_of(room, request.credential)
    evidence = _address(request.evidence) if request.evidence is not None else None
    return Achievement(code, request.earned, request.expires, room.tools.new_id(), "claimed", evidence)


def _without_code(room: Room, unreadable: Sequence[str]) -> RefusedError:
    """Why no credential was read: none was typed, several were, or one that nobody knows."""
    if any(word in room.programme.credentials for word in unreadable):
        return RefusedError("link.one")
    there = asking.known_elsewhere(room)
    if there is not None:
        return counts_elsewhere(*there, room.words)
    code = next((word for word in unreadable if CODE.fullmatch(word)), None)
    return unknown_credential(room, code) if code else RefusedError("link.no_code")


def _unread(request: LinkExam) -> dict[str, str]:
    return {"words": quoted(" ".join(request.unreadable))}


def _wrong_dates(room: Room, code: str, earned: date, expires: date | None) -> Iterator[RefusedError]:
    say = room.words.date
    known = room.programme.credentials[code]
    begun, retires = known.available_from, known.retires
    if earned > room.own_today:
        yield RefusedError("link.future", day=say(earned), today=say(room.own_today))
    elif earned < FIRST_EXAMS:
        yield RefusedError("link.before_all", day=say(earned))
    elif begun is not None and earned < begun:
        yield RefusedError("link.before_exam", code=quoted(code), day=say(earned), since=say(begun))
    elif retires is not None and earned > retires:
        yield RefusedError("link.after_exam", code=quoted(code), day=say(earned), until=say(retires))
    if expires is not None and expires <= earned:
        yield RefusedError("link.expires_first", earned=say(earned), expires=say(expires))


def _address(typed: str) -> str | None:
    """A web address, without the brackets and the label that Slack puts around it; None for anything else."""
    address = typed.strip().removeprefix("<").removesuffix(">").partition("|")[0]
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    wrong = parts.scheme.lower() not in {"http", "https"} or not parts.netloc or any(c.isspace() for c in address)
    return None if wrong or len(address) > LONGEST_EVIDENCE else address


def _person(company: Company, room: Room) -> Person | None:
    """The speaker as the company knows them in this moment."""
    member = company.members.get(room.member.user)
    return next((p for p in company.facts.people if member and p.id == member.person), None)


def _same(person: Person | None, wanted: Achievement, today: date) -> Sequence[Achievement]:
    """What is on record already and says as much; a renewal that lasts longer is another achievement."""
    mine = (a for a in (person.achievements if person else ()) if a.credential == wanted.credential)
    return [a for a in mine if a.earned == wanted.earned or (a.counts_on(today) and _lasts(a, wanted))]


def _lasts(known: Achievement, wanted: Achievement) -> bool:
    return known.until is None or (wanted.expires is not None and wanted.expires <= known.until)


def _planned(room: Room, person: Person | None, wanted: Achievement) -> Planned:
    if person is None:
        new = room.tools.new_id()
        since = Association(room.today, id=room.tools.new_id())
        changes: list[Change] = [AddPerson(new, room.member.name, since), Link(new, wanted)]
        return Planned(changes, replace(room.member, person=new))
    if person.associated_on(room.today):
        return Planned([Link(person.id, wanted)])
    unsettled = provisional_end(person)
    if unsettled is not None:
        raise RefusedError("link.left", day=room.words.date(unsettled.until or room.today))
    return Planned([Rejoin(person.id, Association(room.today, id=room.tools.new_id())), Link(person.id, wanted)])


def _answer(room: Room, written: Written, achievement: Achievement) -> LinkAnswer:
    person = _person(written.company, room)
    before = None if person is None else next((p for p in written.before.people if p.id == person.id), None)
    joined = before is None
    again = before is not None and not before.associated_on(room.today)
    named = in_force(room.programme, room.company.facts, achievement.credential, room.today)
    if written.effects or person is None or not named:
        return LinkAnswer(written, achievement, joined, named, (), again)
    facts, code = written.company.facts, achievement.credential
    still = unmoving(room.programme, written.before, facts, person.id, code, room.today)
    return LinkAnswer(written, achievement, joined, named, still.levels(written.standing), again)
