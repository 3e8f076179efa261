"""What an organisation settles: its notices and their lead days, names in channels, alerts, holidays, retention."""

import re
from collections.abc import Iterator
from dataclasses import replace

from domain.notice_kinds import NOTICES, NoticeKind
from domain.organisation_settings import OrganisationSettings
from domain.ports import Actor, Organisation
from handlers.calendars import is_known
from handlers.errors import RefusedError
from handlers.render.blocks import Button, actions, page, sections
from handlers.render.settings import settings_lines
from handlers.replies import Reply
from handlers.requests import SettingsChange, SettingsShow
from handlers.room import Room
from handlers.words import escape

OPTIONAL: tuple[NoticeKind, ...] = tuple(kind for kind, each in NOTICES.items() if each.optional)
WITH_LEAD_DAYS: tuple[NoticeKind, ...] = tuple(kind for kind, each in NOTICES.items() if each.lead_days)
EARLIEST, LATEST = 365, -30
MOST_LEAD_DAYS = 10
MOST_MONTHS = 120
_DAY = re.compile(r"-?\d{1,3}", re.ASCII)


async def settle_settings(room: Room, request: SettingsShow | SettingsChange) -> Reply:
    """What holds, with a button that opens the form; or what holds after a change. For admins. Raises RefusedError."""
    if isinstance(request, SettingsChange):
        return await _change(room, request)
    return _reply(room, room.company.organisation, "settings.title")


def mistakes(room: Room, request: SettingsChange) -> Iterator[RefusedError]:
    """Everything about new settings that cannot be, each beside its field."""
    del room
    for kind, typed in request.lead_days:
        try:
            read_days(typed)
        except ValueError:
            what = {"typed": escape(typed), "most": EARLIEST, "least": -LATEST, "count": MOST_LEAD_DAYS}
            yield RefusedError("settings.bad_days", field=kind, **what)
    country, region = _place(request.holidays)
    if country is not None and not is_known(country, region):
        yield RefusedError("settings.bad_holidays", field="holidays", typed=escape(request.holidays or ""))
    if _months(request.retention) is None:
        what = {"typed": escape(request.retention or ""), "most": MOST_MONTHS}
        yield RefusedError("settings.bad_retention", field="retention", **what)


async def _change(room: Room, request: SettingsChange) -> Reply:
    """Settle what was asked for, at once and in the audit; the answer says what holds now."""
    for mistake in mistakes(room, request):
        raise mistake
    actor = Actor(room.member.user, room.caller.request)
    async with room.tools.companies.change(room.company.organisation.id, actor) as ledger:
        before = ledger.company.organisation
        after = replace(before, names_in_channels=request.names_in_channels, settings=_settings(request))
        if after != before:
            await ledger.configure(after)
    return _reply(room, after, "settings.done" if after != before else "settings.same")


def read_days(typed: str) -> tuple[int, ...]:
    """Lead days as typed, "90, 30, 0, -23", each once and the earliest first. Raises ValueError."""
    words = [word for word in re.split(r"[\s,;]+", typed.strip()) if word]
    if not words or not all(_DAY.fullmatch(word) for word in words):
        raise ValueError(typed)
    days = sorted({int(word) for word in words}, reverse=True)
    if days[0] > EARLIEST or days[-1] < LATEST or len(days) > MOST_LEAD_DAYS:
        raise ValueError(typed)
    return tuple(days)


def _settings(request: SettingsChange) -> OrganisationSettings:
    """What is asked for; lead days that are as usual stay as the rules have them."""
    days = ((kind, read_days(typed)) for kind, typed in request.lead_days)
    country, region = _place(request.holidays)
    return OrganisationSettings(
        off=tuple(kind for kind in OPTIONAL if kind not in request.notices),
        lead_days=tuple((kind, found) for kind, found in days if found != NOTICES[kind].lead_days),
        alert_channel=request.alert_channel,
        country=country,
        region=region,
        retention_months=_months(request.retention) or OrganisationSettings().retention_months,
    )


def _place(typed: str | None) -> tuple[str | None, str | None]:
    country, _, region = (typed or "").partition("-")
    return country or None, region or None


def _months(typed: str | None) -> int | None:
    """How many months; the usual number where nothing was typed, None for what is no such number."""
    if typed is None:
        return OrganisationSettings().retention_months
    found = int(typed) if re.fullmatch(r"\d{1,3}", typed, re.ASCII) else 0
    return found if 0 < found <= MOST_MONTHS else None


def _reply(room: Room, organisation: Organisation, head: str) -> Reply:
    lines = [room.words.say(head, company=escape(organisation.name)), *settings_lines(organisation, room.words)]
    change = Button(room.words.say("open.settings"), "open:settings", "settings")
    return page(lines, [*sections(lines, room.words), *actions([change])], room.words)
