"""To be told again: a question that is answered anew on a day that its asker picks; what is to come; calling it off."""

import re
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from domain.notices import Due
from domain.owed import Owed
from domain.ports import Actor, Company
from domain.postbox import Desk
from domain.reminders import Reminder, reminder_of
from handlers.asking import FREE, SLASH, asked, is_slash, typed_in
from handlers.calendars import calendar_of
from handlers.errors import RefusedError, sentence_for
from handlers.finding import MENTION, quoted
from handlers.render.blocks import Button, actions, page, section, sections
from handlers.replies import Reply
from handlers.role_requests import ReminderSet, RemindersShow
from handlers.room import Room, one_line
from handlers.words import Words

ASK, DAY, OFF, FORM = "remind_me", "remind_on", "remind_off", "open:remind"
SOON = {"1": "remind.tomorrow", "7": "remind.week"}
MOST_OPEN = 10
LONGEST = timedelta(days=366)
GAP = "\n"
"""Stands between the words of a question in a button, so that none of them is taken for the programme of the button."""


def remind_button(room: Room) -> list[Button]:
    """The button under an answer that brings it again, where somebody reads it who can be told."""
    if not room.may("reminders") or room.company.organisation.stage == "quiet" or not room.typed:
        return []
    typed = GAP.join(room.typed.split(" "))
    value = f"{room.words.language} {SLASH if room.slash else FREE} {typed}"
    return [Button(room.words.say("button.remind"), ASK, value)]


async def press_remind(room: Room, value: str) -> Reply:
    """Offer when to answer it again. Raises RefusedError."""
    room = _spoken(room, value)
    text = room.words.say("remind.when", asked=shown(room.company, value))
    soon = [Button(room.words.say(key), f"{DAY}:{days}", f"{days} {value}") for days, key in SOON.items()]
    buttons = [*soon, Button(room.words.say("open.remind"), FORM, f"remind {value}")]
    return page([text], [section(text, room.words), *actions(buttons)], room.words)


async def press_day(room: Room, value: str) -> Reply:
    """Note to answer it again in so many days. Raises RefusedError."""
    days, _, question = value.partition(" ")
    if days not in SOON:
        raise RefusedError("error.old_button")
    return await remind(_spoken(room, question), ReminderSet(question, room.own_today + timedelta(days=int(days))))


async def remember(room: Room, command: RemindersShow | ReminderSet) -> Reply:
    """Show what is to come, or note one more. Raises RefusedError."""
    return await remind(room, command) if isinstance(command, ReminderSet) else await reminders(room)


def mistakes(room: Room, request: ReminderSet) -> Iterator[RefusedError]:
    """What about the day cannot be."""
    if request.on is None or request.on <= room.own_today:
        yield RefusedError("remind.past")
    elif request.on > room.own_today + LONGEST:
        yield RefusedError("remind.too_far")


async def remind(room: Room, request: ReminderSet) -> Reply:
    """Note to answer a question again, on the first working day from a day on; once. Raises RefusedError."""
    for mistake in mistakes(room, request):
        raise mistake
    if room.company.organisation.stage == "quiet":
        raise RefusedError("remind.quiet")
    picked = request.on or room.own_today
    desk = _desk(room)
    on = desk.calendar.working_day_after(picked - timedelta(days=1))
    wanted = Reminder(room.tools.new_id(), room.member.user, request.asked, room.today, desk.opens_on(on))
    known = await _noted(room, wanted)
    key = "remind.again" if known else "remind.noted" if on == picked else "remind.noted_later"
    said = {"asked": shown(room.company, request.asked), "day": room.words.date(on), "picked": room.words.date(picked)}
    lines = [room.words.say(key, **said), room.words.say("remind.how")]
    return page(lines, sections(lines, room.words), room.words)


async def _noted(room: Room, wanted: Reminder) -> bool:
    """Write what is wanted; whether it was on record already."""
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        open_ = await ledger.reminders(wanted.user)
        if any((each.asked, each.at) == (wanted.asked, wanted.at) for each in open_):
            return True
        if len(open_) >= MOST_OPEN:
            raise RefusedError("remind.many", n=len(open_))
        await ledger.owe(Due((wanted.owed,)), wanted.at or room.at)
        await ledger.look_again(room.at)
    return False


async def reminders(room: Room) -> Reply:
    """What the speaker is to be told again, each with the button that calls it off."""
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        listed = await ledger.reminders(room.member.user)
    say = room.words.say
    if not listed:
        return page([say("remind.none")], [section(say("remind.none"), room.words)], room.words)
    lines = [say("remind.list", n=len(listed))]
    lines += [say("remind.item", number=n, **_told(room, each)) for n, each in enumerate(listed, 1)]
    buttons = [Button(say("remind.cancel", number=n), f"{OFF}:{n}", each.id) for n, each in enumerate(listed, 1)]
    return page(lines, [*sections(lines, room.words), *actions(buttons)], room.words)


async def press_off(room: Room, value: str) -> Reply:
    """Call one off. Raises RefusedError where it went, or was called off, or is somebody else's."""
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        found = [each for each in await ledger.reminders(room.member.user) if each.id == value]
        if not found or not await ledger.call_off(room.member.user, value):
            raise RefusedError("remind.gone")
    lines = [room.words.say("remind.cancelled", **_told(room, found[0]))]
    return page(lines, sections(lines, room.words), room.words)


async def recalled(room: Room, notices: Sequence[Owed], ask: Callable[[Room], Awaitable[Reply]]) -> Reply:
    """What somebody wanted to be told again, answered as things are now; `ask` answers a room."""
    language, question = asked(notices[0].details["asked"])
    room = replace(room, typed=_typed(question), slash=is_slash(question), words=Words(language))
    lead = lead_of(room.company, room.words, notices[0])
    try:
        found = await ask(room)
    except RefusedError as error:
        found = Reply(sentence_for(error, room.words, room.caller.request))
    body = found.blocks or (section(found.text, room.words),)
    return page([lead, found.text], [section(lead, room.words), *body], room.words)


def lead_of(company: Company, words: Words, notice: Owed) -> str:
    """When somebody asked to be told something again, and what."""
    known = reminder_of(notice)
    return words.say("remind.lead", day=words.date(known.made), asked=shown(company, known.asked))


def shown(company: Company, value: str) -> str:
    """A question as it was typed, so that it formats nothing and calls nobody: a mention shows as a name."""

    def name(mention: re.Match[str]) -> str:
        member = company.members.get(mention[1])
        return f"@{one_line(member.name)}" if member else "@…"

    question = asked(value)[1]
    said = MENTION.sub(name, _typed(question)).replace("`", "").replace("*", "")
    return quoted(f"/assay {said}" if is_slash(question) else said)


def _typed(question: str) -> str:
    return typed_in(question).replace(GAP, " ")


def _told(room: Room, reminder: Reminder) -> dict[str, str]:
    day = _desk(room).day_of(reminder.at or room.at)
    return {"asked": shown(room.company, reminder.asked), "day": room.words.date(day)}


def _spoken(room: Room, value: str) -> Room:
    """The room in the language of the message that carried a button. Raises RefusedError for what is none of ours."""
    language, _, question = value.partition(" ")
    if language not in {"en", "de"} or question[:2] not in {f"{SLASH} ", f"{FREE} "} or not typed_in(question).strip():
        raise RefusedError("error.old_button")
    return replace(room, words=Words("de" if language == "de" else "en"))


def _desk(room: Room) -> Desk:
    """Where the speaker reads."""
    zone = ZoneInfo(room.member.time_zone or room.company.organisation.time_zone)
    return Desk(zone, calendar_of(room.company.organisation.settings, room.today))


def day_of(room: Room) -> date:
    """The day that the form shows first: in a week."""
    return room.own_today + timedelta(days=7)
