"""What admins answer to a notice: that they take care of it, or that they want to be told again later."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from domain.enrolments import turned
from domain.notice_kinds import NOTICES, NoticeKind
from domain.owed import Owed, taken_apart
from domain.ports import Care, Ledger
from domain.postbox import Desk
from domain.recipients import taker
from domain.rounds import is_over
from handlers.calendars import calendar_of
from handlers.errors import RefusedError
from handlers.render.blocks import Button, actions, page, sections
from handlers.render.notice_care import REMIND, label
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.replies import Reply
from handlers.room import Room

DEADLINE = "deadline"
DAYS = ("1", "7")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a button is about: a notice without its details, and the day on which it counts, if there is one."""

    owed: Owed
    deadline: date | None
    value: str


async def press_take(room: Room, value: str) -> Reply:
    """The speaker takes care of it, unless it is over or somebody else does. Raises RefusedError."""
    matter = _read(value)
    care = Care(room.member.user, room.today)
    async with room.change() as ledger:
        what = _label(room, ledger, matter)
        known = ledger.company.cares.get((matter.owed.about, matter.owed.episode))
        has = taker(ledger.company, matter.owed.about, matter.owed.episode)
        _still(ledger, matter)
        if known is not None and has is not None:
            key = "care.yours_already" if has == care.user else "care.others"
            day = room.words.day(known.since)
            raise RefusedError(key, what=what, who=f"<@{has}>", day=day)
        await ledger.take_care(matter.owed.about, matter.owed.episode, care)
        await ledger.look_again(room.at)  # what waits for others on it is over
    return _said(room, "care.yours", what=what)


async def press_later(room: Room, value: str) -> Reply:
    """Offer when to tell the speaker again. Raises RefusedError."""
    matter = _read(value)
    choices = [*DAYS, *([DEADLINE] if matter.deadline is not None else [])]
    buttons = [Button(room.words.say(f"care.snooze.{c}"), f"{REMIND}:{c}", f"{c} {matter.value}") for c in choices]
    text = room.words.say("care.when")
    return page([text], [*sections([text], room.words), *actions(buttons)], room.words)


async def press_remind(room: Room, value: str) -> Reply:
    """Tell the speaker again, on a working day's morning where they are. Raises RefusedError."""
    choice, _, rest = value.partition(" ")
    matter = _read(rest)
    zone = ZoneInfo(room.member.time_zone or room.company.organisation.time_zone)
    desk = Desk(zone, calendar_of(room.company.organisation.settings, room.today))
    day = _day(room, desk, choice, matter)
    if day <= room.own_today:
        raise RefusedError("care.no_later")
    async with room.change() as ledger:
        what = _label(room, ledger, matter)
        _still(ledger, matter)
        if not await ledger.put_off(room.member.user, matter.owed.about, matter.owed.episode, desk.opens_on(day)):
            raise RefusedError("care.never_told")
        await ledger.look_again(room.at)
    return _said(room, "care.later", what=what, day=room.words.date(day))


def _day(room: Room, desk: Desk, choice: str, matter: Matter) -> date:
    """The working day that is meant: the next one from a day on, or the last one before it counts."""
    if choice == DEADLINE and matter.deadline is not None:
        return desk.calendar.working_day_before(matter.deadline)
    if choice not in DAYS:
        raise RefusedError("error.old_button")
    return desk.calendar.working_day_after(room.own_today + timedelta(days=int(choice) - 1))


def _read(value: str) -> Matter:
    """What a button carried. Raises RefusedError for what none of ours carries."""
    try:
        kind, episode, deadline, subject = value.split(" ", 3)
        day = None if deadline == "-" else date.fromisoformat(deadline)
        known = NOTICES[cast("NoticeKind", kind)].kind
        programme, within = taken_apart(subject)
        return Matter(Owed(known, within, int(episode), "", programme=programme), day, value)
    except (ValueError, KeyError) as error:
        raise RefusedError("error.old_button") from error


def _still(ledger: Ledger, matter: Matter) -> None:
    if matter.owed.programme:
        ledger.turn(matter.owed.programme)
    if is_over(replace(matter.owed, programme=""), ledger.history):
        raise RefusedError("care.over")


def _label(room: Room, ledger: Ledger, matter: Matter) -> str:
    """What it is about, by what its subject says."""
    of, _, name = matter.owed.subject.partition("/")
    details = {"person": {"person": name}, "override": {"override": name}}.get(of, {})
    programme = room.tools.grammar.catalogue.get(matter.owed.programme, room.programme)
    company = turned(ledger.company, programme.id)
    telling = Telling(company, programme, Phrases(room.words, programme), room.today, names=True)
    return label(telling, replace(matter.owed, details=details))


def _said(room: Room, key: str, **values: str) -> Reply:
    lines = [room.words.say(key, **values)]
    return page(lines, sections(lines, room.words), room.words)
