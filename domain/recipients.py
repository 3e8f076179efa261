"""To whom a notice goes: which admins, who stands in for whom, and who is the next when nobody takes it."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.notices import Owed
from domain.ports import Company

NOBODY = ""
"""The recipient of a notice while there is no admin: it is kept, and handed to the first who becomes one."""

CLOSING = frozenset({"mended", "returned"})
"""Kinds that say that something is over: for those who heard of it, and nobody has to do anything."""

IN_CHANNELS = frozenset({"at_risk", "mended"})
"""Kinds that the organisation's channel for alerts hears of too."""


def recipients(company: Company, owed: Owed, on: date, heard: Sequence[str]) -> tuple[str, ...]:
    """The Slack users, and the channel, to whom a notice goes on a day.

    `heard` are those who were told something of its subject and episode before, the first one first. What is urgent
    goes to every admin; the rest to the one who takes care of it, or to whom it was handed on last, or to the first
    who is there. Where there is no admin it is NOBODY's; what is for a person without Slack is for nobody at all.
    """
    if "user" in owed.details:
        return (owed.details["user"],)
    if owed.audience == "person":
        member = company.member_of_person(owed.details.get("person", ""))
        return (member.user,) if member is not None and member.active else ()
    here = present(company, on)
    if owed.kind in CLOSING:
        told = _closing(company, heard, on)
        # Who left in a wave was told to every admin, under the wave's name: so is that they are back.
        return told if told or owed.kind != "returned" else here or (NOBODY,)
    if not here:
        return (NOBODY,)
    return (*here, *_channel(company, owed)) if owed.urgent else (_holder(company, owed, on, heard) or here[0],)


def present(company: Company, on: date) -> tuple[str, ...]:
    """The admins, in their order and each once; in the place of who is away stands who stands in."""
    return tuple(dict.fromkeys(standing_in(company, admin.user, on) for admin in company.admins))


def standing_in(company: Company, user: str, on: date) -> str:
    """Who reads what is for an admin on a day: they themselves, unless they are away and anybody else is not."""
    admins = {admin.user: admin for admin in company.admins}
    at, seen = user, {user}
    while at in admins and admins[at].is_away(on):
        away = admins[at].away
        deputy = away.deputy if away else None
        rest = (other for other in _in_turn(company, at) if other not in seen)
        at = deputy if deputy in admins and deputy not in seen else next(rest, user)
        if at in seen:
            return user
        seen.add(at)
    return at


def next_in_turn(company: Company, after: str, had: Sequence[str], on: date) -> str | None:
    """The next admin who is there and was not told yet; None when all of them were."""
    there = (user for user in _in_turn(company, after) if user not in had and not company.members[user].is_away(on))
    return next(there, None)


def is_loop(company: Company, user: str, deputy: str, on: date) -> bool:
    """Whether somebody would, by way of those who are away themselves, stand in for themselves."""
    at, seen = deputy, set[str]()
    while at not in seen:
        if at == user:
            return True
        seen.add(at)
        member = company.members.get(at)
        if member is None or member.away is None or not member.is_away(on) or member.away.deputy is None:
            return False
        at = member.away.deputy
    return False


def taker(company: Company, subject: str, episode: int) -> str | None:
    """The admin who takes care of a subject's episode, as long as they are one."""
    care = company.cares.get((subject, episode))
    return care.user if care is not None and any(a.user == care.user for a in company.admins) else None


def _closing(company: Company, heard: Sequence[str], on: date) -> tuple[str, ...]:
    """Who heard that it began; with those who were away, and were told what is open when they came back."""
    known = {admin.user for admin in company.admins} | {company.organisation.settings.alert_channel}
    told = [user for user in heard if user in known]
    came_back = [admin.user for admin in company.admins if admin.away is not None and not admin.is_away(on)]
    return tuple(dict.fromkeys((*told, *came_back))) if told else ()


def _holder(company: Company, owed: Owed, on: date, heard: Sequence[str]) -> str | None:
    """With whom the subject lies now."""
    admins = {admin.user for admin in company.admins}
    last = next((user for user in reversed(heard) if user in admins), None)
    found = taker(company, owed.about, owed.episode) or last
    return None if found is None else standing_in(company, found, on)


def _channel(company: Company, owed: Owed) -> tuple[str, ...]:
    channel = company.organisation.settings.alert_channel
    return (channel,) if channel is not None and owed.kind in IN_CHANNELS else ()


def _in_turn(company: Company, after: str) -> Iterator[str]:
    """The other admins, beginning with the one after somebody."""
    users = [admin.user for admin in company.admins]
    start = users.index(after) + 1 if after in users else 0
    yield from (user for user in (*users[start:], *users[:start]) if user != after)
