"""Slack's users as members of a company."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from domain.ports import Member, SlackRole

Json: TypeAlias = Mapping[str, Any]

SLACKBOT = "USLACKBOT"
LOCALE = "en-US"
MICROSECONDS = 1_000_000


def is_person(user: Json) -> bool:
    """Whether this is somebody of the workspace: no bot, no workflow, nobody from another company."""
    return user["id"] != SLACKBOT and not (user.get("is_bot") or user.get("is_workflow_bot") or user.get("is_stranger"))


def member(user: Json, admins: Collection[str], known: Member | None = None, told: str | None = None) -> Member:
    """A user of `users.list` or of an event.

    Args:
        user: Slack's description.
        admins: the user ids that the settings name as admins; without any, Slack's own are.
        known: what we knew before, for what Slack leaves out: an event has no locale, a deactivated user no time zone.
        told: when the event was told, in seconds; None for `users.list`.
    """
    profile = user.get("profile") or {}
    name = profile.get("real_name") or user.get("real_name") or user.get("name") or (known.name if known else None)
    return Member(
        user=user["id"],
        name=str(name or user["id"]),
        role=_role(user, admins, known),
        person=known.person if known else None,
        time_zone=user.get("tz") or (known.time_zone if known else None),
        locale=user.get("locale") or (known.locale if known else LOCALE),
        active=not user.get("deleted"),
        email=profile.get("email") or (known.email if known else None),
        updated=_updated(user, known, told),
        away=known.away if known else None,
        language=known.language if known else None,
        asked=known.asked if known else None,
        elsewhere=known is not None and known.elsewhere,
    )


def _updated(user: Json, known: Member | None, told: str | None) -> int:
    """When the user became so, in microseconds. What tells of no time is taken to be no older than what is known.

    Slack's own stamp has seconds. Within one of them the events' times say which came first, however late they arrive.
    """
    before = known.updated if known else 0
    second = int(user.get("updated") or Decimal(told or 0)) * MICROSECONDS
    if told is not None:
        return second + max(0, min(int(Decimal(told) * MICROSECONDS) - second, MICROSECONDS - 1))
    return before if second in (0, before - before % MICROSECONDS) else second


def _role(user: Json, admins: Collection[str], known: Member | None) -> SlackRole:
    if user.get("deleted"):
        return known.role if known else "member"
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return "guest"
    is_admin = user["id"] in admins if admins else bool(user.get("is_admin") or user.get("is_owner"))
    return "admin" if is_admin else "member"
