"""After a change: what is owed because of it, and when to look again."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from domain.absence import back, return_days
from domain.beginning import invitation, to_ask, welcome, went_live
from domain.changes import Change
from domain.enrolments import programmes_of, turned
from domain.forgetting import next_forgetting
from domain.housekeeping import few_admins
from domain.notice_moot import moot
from domain.notices import Due, Owed, due, due_after, next_look
from domain.ports import Company, Ledger, Member
from domain.postbox import earliest
from domain.programme import Programme
from domain.waves import told_late, wave_end
from handlers.beside import worked_out
from handlers.calendars import calendar_of

LOOKS_AT = time(9)  # when people are at work to read what a look brings up


def today_of(company: Company, at: datetime) -> date:
    """The day of a moment (UTC) in the organisation's time zone."""
    return at.astimezone(ZoneInfo(company.organisation.time_zone)).date()


def next_look_at(programme: Programme, company: Company, today: date) -> datetime | None:
    """When a company needs its next look (UTC): at nine in its own morning; None when nothing is known to change."""
    settings = company.organisation.settings
    days = (
        next_look(programme, company.facts, today, settings),
        next_forgetting(company.facts, settings.retention_months, today),
        min((day for day in return_days(company) if day > today), default=None),
    )
    day = min((each for each in days if each is not None), default=None)
    if day is None:
        return None
    return datetime.combine(day, LOOKS_AT, ZoneInfo(company.organisation.time_zone)).astimezone(UTC)


def as_found(found: Due) -> Due:
    """What is due, told as it was found."""
    return found


async def settle(
    ledger: Ledger,
    programme: Programme,
    changes: Sequence[Change],
    at: datetime,
    told: Callable[[Due], Due] = as_found,
    member: Member | None = None,
) -> Due:
    """Record changes made together, owe what is due because of them, each risk once, and set the next look.

    `at` is the business clock, aware UTC; `told` says what is due in another way; `member` is a user
    who is now known as a person. Raises what `Ledger.record` raises;
    then nothing is owed.
    """
    before = ledger.company.facts
    await ledger.record(*changes)
    if member is not None:
        await ledger.register(member)
    today = today_of(ledger.company, at)
    history, settings = ledger.history, ledger.company.organisation.settings
    found = await worked_out(ledger.company, lambda: due_after(programme, before, today, changes, history, settings))
    found = told(found)
    await _keep(ledger, programme, found, at)
    return found


async def settle_look(
    ledger: Ledger, programme: Programme, at: datetime, *, dry: bool, beside: Sequence[Programme] = ()
) -> Due:
    """Owe what is due without any change, and set the next look; `dry` only says what would be owed.

    `beside` are the company's other programmes, for which the next look may be due earlier.
    """
    today = today_of(ledger.company, at)
    company, history, settings = ledger.company, ledger.history, ledger.company.organisation.settings
    found = await worked_out(company, lambda: due(programme, company.facts, today, history, settings))
    found = replace(found, notices=(*told_late(company.facts, at, history), *found.notices))
    if not dry:
        await _keep(ledger, programme, found, at, beside)
    return found


async def go_live(ledger: Ledger, programmes: Sequence[Programme], at: datetime) -> None:
    """Begin to tell people things: one summary with the risks that there are; what was due before is over.

    `programmes` are all those of the company, its first one first.
    """
    said = went_live(ledger.history)
    for programme in programmes:
        ledger.turn(programme.id)
        today, company, history = today_of(ledger.company, at), ledger.company, ledger.history
        found = due(programme, company.facts, today, history, company.organisation.settings)
        urgent = tuple(notice for notice in found.notices if notice.urgent)
        rest = tuple(n for n in (*found.notices, *told_late(company.facts, at, history)) if n not in urgent)
        first = () if ledger.other else (said,)
        await ledger.owe(replace(found, notices=(*first, *urgent)), at)
        await ledger.pass_over(Due(rest), at)
    ledger.turn(programmes[0].id)
    await _keep(ledger, programmes[0], Due(), at, programmes[1:])


async def _invited(ledger: Ledger, today: date) -> Due:
    """The questions to those who may be somebody on record, each of whom is then asked no more."""
    asked = list(to_ask(ledger.company, today))
    for member in asked:
        await ledger.register(member)
    return Due(tuple(map(invitation, asked)))


async def _keep(
    ledger: Ledger, programme: Programme, found: Due, at: datetime, beside: Sequence[Programme] = ()
) -> None:
    """Owe what was found, let go what may go now, and look again when the next of anything is due.

    What changed in one of several programmes may matter in the others: `beside` are those that are looked at, too;
    without them the company is looked at again at once.
    """
    company, today = ledger.company, today_of(ledger.company, at)
    mine = (programme, *beside)
    looked_at = {each.id for each in mine}
    nexts = await worked_out(company, lambda: [next_look_at(p, turned(company, p.id), today) for p in mine])
    nexts += [at] if looked_at != {*programmes_of(ledger.company)} else []
    if ledger.company.organisation.stage == "quiet":
        await ledger.look_again(earliest(nexts))
        return
    told = (found, few_admins(ledger.company, ledger.history), welcome(ledger.company, ledger.history))
    returned = back(ledger.company, ledger.history, today)
    for owed in (*told, returned, await _invited(ledger, today)):
        if owed != Due():
            await ledger.owe(owed, at)
    settings = ledger.company.organisation.settings

    def over(notices: Sequence[Owed]) -> Sequence[Owed]:
        here = [replace(notice, programme="") for notice in notices if notice.programme == ledger.other]
        found = moot(programme, ledger.company.facts, today, settings, here)
        gone = [notice for notice in notices if notice.programme not in {"", *programmes_of(ledger.company)}]
        return [*gone, *(replace(notice, programme=ledger.other) for notice in found)]

    posted = await ledger.make_round(calendar_of(settings, today), at, over)
    wave = wave_end(ledger.company.facts, ledger.history)
    await ledger.look_again(earliest((*nexts, posted, wave)))
